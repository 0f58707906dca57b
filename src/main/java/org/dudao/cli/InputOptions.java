package org.dudao.cli;

import org.dudao.format.Messages;
import org.dudao.load.InputBounds;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that tell how much input is read, and how many faults are told of it. */
final class InputOptions {
  @Option(names = "--max-size", paramLabel = "MB")
  private Integer megabytes;

  @Option(names = "--max-facts", paramLabel = "N")
  private Integer facts;

  @Option(names = "--max-faults", paramLabel = "N")
  private Integer faults;

  /** What holds with these options. */
  InputBounds bounds(CommandLine line, Messages messages) {
    require("--max-size", megabytes, InputBounds.MOST_MEGABYTES, line, messages);
    require("--max-facts", facts, Integer.MAX_VALUE, line, messages);
    require("--max-faults", faults, Integer.MAX_VALUE, line, messages);
    return InputBounds.USUAL.with(megabytes, facts, faults);
  }

  private static void require(String option, Integer given, int most, CommandLine line, Messages messages) {
    if (given != null && (given < 1 || given > most)) {
      throw new ParameterException(line, messages.text("cli.bound", option, given, most));
    }
  }
}
