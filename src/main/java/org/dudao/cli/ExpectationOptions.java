package org.dudao.cli;

import java.util.List;
import org.dudao.engine.Checker;
import org.dudao.engine.Expectations;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Problem;
import org.dudao.format.Messages;
import org.dudao.load.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of those who receive facts of others. */
final class ExpectationOptions {
  @Option(names = "--expect-region", paramLabel = "REGION", split = ",", descriptionKey = "expect-region")
  private List<String> regions = List.of();

  @Option(names = "--expect-rules", paramLabel = "DIGEST", descriptionKey = "expect-rules")
  private String rules;

  /**
   * The checker of those rules, which keeps to what is expected.
   *
   * @throws InputException when the rules are others
   */
  Checker of(Checker checker, ReadyRules ready, CommandLine line, Messages messages) throws InputException {
    Expectations expectations = new Expectations(regions, rules);
    for (Problem problem : expectations.problems(ready.checker())) {
      throw new UsageException(line, messages.problem(problem));
    }
    expectations.require(ready);
    return expectations.of(checker);
  }
}
