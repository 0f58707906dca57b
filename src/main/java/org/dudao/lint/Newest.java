package org.dudao.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dudao.fact.Limit;

/** The latest day on which somebody compared a row with its document: about the day of an edition. */
final class Newest {
  private Newest() {}

  static LocalDate dayOf(List<Limit> limits) {
    return limits.stream()
        .map(limit -> limit.citation().checkedOn())
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }
}
