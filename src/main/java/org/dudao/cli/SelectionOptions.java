package org.dudao.cli;

import java.util.List;
import org.dudao.engine.Checker;
import org.dudao.engine.Selection;
import org.dudao.fact.Problem;
import org.dudao.format.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that restrict a check to some topics or standards. */
final class SelectionOptions {
  @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "profile")
  private String profile;

  @Option(names = "--topic", paramLabel = "TOPIC", split = ",")
  private List<String> topics = List.of();

  @Option(names = "--standard", paramLabel = "STANDARD", split = ",")
  private List<String> standards = List.of();

  /** What is asked for of all that can be checked. */
  Checker of(Checker all, CommandLine line, Messages messages) {
    Selection selection = new Selection(profile, topics, standards);
    for (Problem problem : selection.problems(all)) {
      throw new UsageException(line, messages.problem(problem));
    }
    return selection.of(all);
  }
}
