package org.dudao.cli;

import org.dudao.fact.Problem;
import org.dudao.format.Messages;
import org.dudao.load.InputBounds;
import picocli.CommandLine;
import picocli.CommandLine.Option;

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
    for (Problem problem : InputBounds.problems(megabytes, facts, faults)) {
      throw new UsageException(line, messages.problem(problem));
    }
    return InputBounds.USUAL.with(megabytes, facts, faults);
  }
}
