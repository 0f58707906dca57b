package org.dudao.cases;

import java.util.List;
import java.util.stream.Stream;
import org.dudao.report.Outcome;

/** What a case promises of one standard and subject. */
public enum ExpectedOutcome {
  PASS,
  FAIL,
  /** A figure that is not plausible. */
  QUERY,
  /** What somebody promised for himself, and does not do. */
  UNKEPT,
  UNKNOWN,
  /** The standard says nothing of the subject: it is not for it, or not law. */
  NONE;

  /** The outcome that has come. */
  static ExpectedOutcome of(Outcome outcome) {
    return valueOf(outcome.name());
  }

  /** As cases write them. */
  static List<String> names() {
    return Stream.of(values()).map(Enum::name).toList();
  }
}
