package org.dudao.lint;

import java.time.LocalDate;
import org.dudao.fact.Limit;

/** Whether somebody compared a row with its document, and says so by a day in {@code checked_on} that has come. */
final class Signed {
  private Signed() {}

  /** Since the row of the edition before. */
  static boolean since(Limit old, Limit now) {
    return isAfter(now, old.citation().checkedOn());
  }

  /** After all that the edition before has. */
  static boolean since(RuleBook before, Limit row) {
    return isAfter(row, Newest.dayOf(before.limits()));
  }

  private static boolean isAfter(Limit row, LocalDate then) {
    LocalDate now = row.citation().checkedOn();
    return now != null && (then == null || now.isAfter(then)) && !now.isAfter(LocalDate.now());
  }
}
