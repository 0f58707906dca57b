package org.dudao.format;

import java.util.Optional;
import org.dudao.fact.Words;
import org.dudao.report.Totals;
import org.dudao.report.Verdict;

/** Sentences about what a whole check comes to. */
public final class VerdictText {
  private final Messages messages;

  public VerdictText(Messages messages) {
    this.messages = messages;
  }

  /** Why an incomplete check is not accepted although what is unknown is allowed; empty when it is. */
  public Optional<String> notAllowed(Totals totals) {
    if (totals.verdict() != Verdict.INCOMPLETE || totals.deficiencies().isEmpty()) {
      return Optional.empty();
    }
    String reasons =
        messages.list(totals.deficiencies().stream().map(one -> messages.text("deficiency." + Words.of(one))).toList());
    return Optional.of(messages.text("cli.warning") + ": " + messages.text("deficiency.line", reasons));
  }
}
