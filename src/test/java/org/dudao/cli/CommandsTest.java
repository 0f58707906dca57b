package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What belongs to a command or an option, so that none is forgotten. */
class CommandsTest {
  /** The command of the library brings its own texts, in English. */
  private static final String COMPLETION = "generate-completion";

  @ParameterizedTest
  @EnumSource
  void every_command_and_option_is_told_in_every_language(Language language) {
    List<String> without = new ArrayList<>();
    commands(language).forEach((name, command) -> {
      CommandSpec spec = command.getCommandSpec();
      if (spec.usageMessage().header().length == 0) {
        without.add(name);
      }
      List<ArgSpec> arguments = new ArrayList<>(spec.options());
      arguments.addAll(spec.positionalParameters());
      for (ArgSpec one : arguments) {
        if (String.join("", one.description()).isBlank()) {
          without.add(name + " " + (one.isOption() ? one : one.paramLabel()));
        }
      }
    });
    assertThat(without).as("add their texts to messages_%s.properties", language.tag()).isEmpty();
  }

  /** A command is made alone when it is asked for by its name, and by its own name it finds its texts. */
  @Test
  void every_command_bears_the_name_by_which_it_is_asked_for() {
    Map<String, CommandLine> commands = commands(Language.EN);
    assertThat(commands).isNotEmpty();
    commands.forEach((name, command) -> {
      assertThat(command.getCommandSpec().userObject().getClass().getAnnotation(CommandLine.Command.class).name())
          .isEqualTo(name);
      assertThat(Main.commandLine(console(), Language.EN, name).getSubcommands()).containsOnlyKeys(name);
    });
  }

  @Test
  void who_asks_for_no_command_is_told_of_each() {
    assertThat(Run.of().err()).contains("dudao " + String.join(" | ", commands(Language.EN).keySet()) + " | --help");
  }

  private static Map<String, CommandLine> commands(Language language) {
    Map<String, CommandLine> commands = new LinkedHashMap<>(Main.commandLine(console(), language).getSubcommands());
    assertThat(commands.remove(COMPLETION)).isNotNull();
    return commands;
  }

  private static Console console() {
    return new Console(new ByteArrayInputStream(new byte[0]), System.out, System.err, false, Map.of());
  }
}
