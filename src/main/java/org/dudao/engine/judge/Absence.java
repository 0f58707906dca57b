package org.dudao.engine.judge;

import java.util.List;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * How many members of a set were not submitted.
 *
 * @param least so many at least
 * @param most so many at most; null where nobody told how many there are
 * @param remainders where they are missing
 */
record Absence(long least, Long most, List<Remainder> remainders) {
  static final Absence NONE = new Absence(0, 0L, List.of());
  /** Nobody told how many there are. */
  static final Absence UNCOUNTED = new Absence(0, null, List.of());

  /**
   * Classes of one school that were not submitted.
   *
   * @param classes how many
   * @param pupils how many pupils are in them together; null where it is not known
   * @param isSure whether all of them belong to the set; else some of them may
   */
  record Remainder(long classes, Long pupils, boolean isSure) {}

  /** Whether all members were submitted. */
  boolean isNone() {
    return most != null && most == 0;
  }

  /** Tells that so many of that kind were submitted, and how many may be missing. */
  Remark remark(String kind, int submitted) {
    return most == null
        ? Remark.of(RemarkCode.MEMBERS_UNCOUNTED, Datum.Components.of(kind), submitted)
        : Remark.of(RemarkCode.MEMBERS_ABSENT, Datum.Components.of(kind), submitted, most);
  }

  /** How many of the missing classes have at least so many pupils: one does, where smaller ones could not hold all. */
  long leastOf(long pupils) {
    return remainders.stream()
        .filter(one -> one.isSure() && one.pupils() != null && one.pupils() > one.classes() * (pupils - 1))
        .count();
  }

  /**
   * How many of the missing classes have at least so many pupils at most: all, where it is not told in which schools they
   * are missing; null where nobody knows how many there are.
   */
  Long mostOf(long pupils) {
    if (most == null || remainders.isEmpty()) {
      return most;
    }
    return remainders.stream()
        .mapToLong(one -> one.pupils() == null ? one.classes() : Math.min(one.classes(), one.pupils() / pupils))
        .sum();
  }
}
