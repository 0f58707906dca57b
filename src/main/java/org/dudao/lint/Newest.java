package org.dudao.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dudao.fact.Limit;

/** The latest day on which somebody compared a row with its document: about the day of an edition. */
final class Newest {
  private Newest() {}

  /** Whether somebody compared the row with its document after all that the edition before has. */
  static boolean isSigned(Limit row, RuleBook before) {
    return row.checkedOn() != null && row.checkedOn().isAfter(dayOf(before.limits()));
  }

  static LocalDate dayOf(List<Limit> limits) {
    return limits.stream()
        .map(Limit::checkedOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }
}
