package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.fact.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line is told in the language of who typed it, whatever option of whatever command it is. */
class UsageFaultsTest {
  private static final String STRANGE = "@@";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      check                            | 缺 FILE
      check - --fornat json            | 没有 --fornat；是不是 --format？
      check - --fornat=json            | 没有 --fornat；是不是 --format？
      check - --qwertyuiop             | 没有 --qwertyuiop
      check - --as-of                  | --as-of 后面要有值：DATE
      check - --as-of 2024-02-30       | --as-of 不能是 2024-02-30；应是日期，如 2024-06-30
      check - --threads 99999999999    | --threads 不能是 99999999999；应是不大于 2147483647 的整数
      check - --fail-on al             | --fail-on 不能是 al；可写 must, should, note, query
      check - --stream=3               | --stream 后面不带值
      check - --lang zh --lang zh      | --lang 只能写一次
      chekc                            | 没有 chekc；是不是 check？
      test rules other                 | 多了一个参数 other
      schema fact                      | 'facts|report|stream 不能是 fact；可写 facts, report, stream'
      """)
  void each_is_a_sentence_of_ours(String typed, String sentence) {
    Run run = Run.of((typed + " --lang=zh").split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines().findFirst()).contains(sentence);
  }

  @Test
  void no_fault_of_any_option_is_told_in_english() {
    List<String> english = new ArrayList<>();
    int tried = 0;
    for (CommandLine command : commands(Language.ZH)) {
      // The library's own command takes whatever is typed.
      if (command.getCommandName().equals("generate-completion")) {
        continue;
      }
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (List<String> typed : faults(option)) {
          List<String> line = new ArrayList<>(List.of(command.getCommandName()));
          command.getCommandSpec().positionalParameters().stream().filter(one -> one.arity().min() > 0)
              .forEach(one -> line.add(sound(one)));
          line.addAll(typed);
          line.add("--lang=zh");
          Run run = Run.of(line.toArray(String[]::new));
          String first = run.err().lines().findFirst().orElse("");
          String left = first.replaceAll("--?[\\w-]+", "").replace(option.paramLabel(), "").replace(words(option), "");
          tried++;
          if (run.code() != 2 || left.isBlank() || left.matches(".*[A-Za-z]{2}.*")) {
            english.add(line + ": " + first);
          }
        }
      }
    }
    assertThat(english).isEmpty();
    assertThat(tried).isGreaterThan(100);
  }

  @Test
  void no_heading_of_the_help_is_english_in_chinese() {
    for (CommandLine command : commands(Language.ZH)) {
      assertThat(command.getUsageMessage()).contains("用法：dudao " + command.getCommandName())
          .doesNotContain("Usage", "Options", "Commands");
    }
    assertThat(Run.of("--help", "--lang", "zh").out()).contains("用法：dudao", "命令：", "打印 bash 和 zsh 的补全脚本")
        .doesNotContain("Usage", "Commands");
  }

  /** A file may be called so; what stands in it is no part of the command line. */
  @Test
  void a_name_with_an_at_sign_is_a_name() {
    Run run = Run.of("check", "@README.md", "--lang", "en");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("@README.md");
  }

  /** Without its value, with a value of none of its kind, twice, and misspelt. */
  private static List<List<String>> faults(OptionSpec option) {
    List<List<String>> faults = new ArrayList<>();
    String name = option.longestName();
    boolean isHelp = option.usageHelp() || option.versionHelp();
    boolean isText = List.of(String.class, Path.class).contains(option.auxiliaryTypes()[0]);
    faults.add(List.of(name + "x"));
    if (option.arity().max() > 0) {
      faults.add(List.of(name));
    }
    if (!isText && !isHelp) {
      faults.add(List.of(name + "=" + STRANGE));
    }
    if (!option.isMultiValue() && !isHelp) {
      String value = option.arity().max() == 0 ? name : name + "=" + sound(option);
      faults.add(List.of(value, value));
    }
    return faults;
  }

  private static String sound(ArgSpec argument) {
    Class<?> type = argument.auxiliaryTypes()[0];
    return type.isEnum() ? type.getEnumConstants()[0].toString() : type == LocalDate.class ? "2024-06-30" : "1";
  }

  private static String words(OptionSpec option) {
    Class<?> type = option.auxiliaryTypes()[0];
    return type.isEnum()
        ? String.join(", ", Stream.of(type.getEnumConstants()).map(one -> Words.of((Enum<?>) one)).toList())
        : STRANGE;
  }

  private static List<CommandLine> commands(Language language) {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, false, Map.of());
    return List.copyOf(Main.commandLine(console, language).getSubcommands().values());
  }
}
