package org.dudao.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.Intake;
import org.dudao.fact.Problem;

/** What keeps an incomplete check from being accepted by those who accept that something is unknown. */
public enum Deficiency {
  /** Of a bureau not one number was held against any standard. */
  NOTHING_JUDGED,
  /** It is not known by what law a bureau is to be judged, for no table knows its region. */
  UNKNOWN_REGION,
  /** There were files in the folders given that were not read. */
  UNREAD_FILES;

  /** What the check of a bureau lacks that came to this, with these problems. */
  static Set<Deficiency> of(Tally tally, List<Problem> problems) {
    Set<Deficiency> all = of(problems);
    if (tally.all() == 0) {
      all.add(NOTHING_JUDGED);
    }
    return all;
  }

  static Set<Deficiency> of(List<Problem> problems) {
    Set<Deficiency> all = EnumSet.noneOf(Deficiency.class);
    if (problems.stream().anyMatch(one -> one.code().isOfUnknownRegion())) {
      all.add(UNKNOWN_REGION);
    }
    return all;
  }

  static Set<Deficiency> of(Intake intake) {
    return intake.unread().isEmpty() ? EnumSet.noneOf(Deficiency.class) : EnumSet.of(UNREAD_FILES);
  }
}
