package org.dudao.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.UnknownName;
import org.dudao.fact.VisibleText;
import org.dudao.fact.Words;
import org.dudao.format.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tells what is wrong with a command line: the library that reads it would say so in English. */
final class UsageFaults implements CommandLine.IParameterExceptionHandler {
  private final Messages messages;

  UsageFaults(Messages messages) {
    this.messages = messages;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(VisibleText.of(sentence(fault)));
    line.usage(err, line.getColorScheme());
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private String sentence(CommandLine.ParameterException fault) {
    if (fault instanceof UsageException ours) {
      return ours.sentence();
    }
    if (fault instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), fault.getCommandLine());
    }
    if (fault instanceof CommandLine.MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (fault instanceof CommandLine.OverwrittenOptionException twice) {
      return messages.text("cli.given-twice", name(twice.getOverwritten()));
    }
    return fault.getArgSpec() == null
        ? messages.text("cli.wrong-usage")
        : wrongValue(fault.getArgSpec(), String.valueOf(fault.getValue()));
  }

  private String unknown(String argument, CommandLine line) {
    boolean isOption = argument.startsWith("-");
    Collection<String> known =
        isOption ? line.getCommandSpec().optionsMap().keySet() : line.getSubcommands().keySet();
    if (!isOption && known.isEmpty()) {
      return messages.text("cli.too-many-arguments", argument);
    }
    int equals = argument.indexOf('=');
    String name = isOption && equals > 0 ? argument.substring(0, equals) : argument;
    Optional<String> near = new UnknownName(name, known).nearest();
    return near.isPresent()
        ? messages.text("cli.unknown-argument.near", name, near.get())
        : messages.text("cli.unknown-argument", name);
  }

  /** An option without its value, or arguments that are not there. */
  private String missing(List<ArgSpec> missing) {
    return missing.get(0) instanceof OptionSpec option
        ? messages.text("cli.missing-value", name(option), option.paramLabel())
        : messages.text(
            "cli.missing-argument", missing.stream().map(UsageFaults::name).collect(Collectors.joining(", ")));
  }

  private String wrongValue(ArgSpec argument, String value) {
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type.isEnum()) {
      String words =
          Stream.of(type.getEnumConstants()).map(one -> Words.of((Enum<?>) one)).collect(Collectors.joining(", "));
      return messages.text("cli.word", name(argument), value, words);
    }
    if (type == LocalDate.class) {
      return messages.text("cli.date", name(argument), value);
    }
    if (type == boolean.class) {
      return messages.text("cli.no-value", name(argument));
    }
    if (type == Path.class) {
      return messages.text("cli.no-path", name(argument), value);
    }
    long most = type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    return messages.text("cli.whole-number", name(argument), value, most);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
