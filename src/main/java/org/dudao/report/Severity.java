package org.dudao.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How grave findings are beside each other: those of one number of a subject, and those of a report. */
public final class Severity {
  /** From what the subject does not keep to what it keeps: what is only scheduled accuses after what binds. */
  private static final Comparator<Finding> BY_OUTCOME = Comparator.comparingInt(Severity::rank);

  private static final Comparator<Finding> BY_LEVEL = Comparator.comparing(finding -> finding.standard().level());

  /** Of the same number that limit is the gravest threshold which is missed least: it demands the least. */
  private static final Comparator<Finding> GRAVEST_FIRST =
      BY_OUTCOME
          .thenComparing(BY_LEVEL)
          .thenComparing(Finding::distance, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(finding -> finding.standard().id())
          .thenComparing(Finding::standard, Standard.BY_VERSION);

  /** Violations before warnings, a large excess before a small one. */
  static final Comparator<Finding> WORST_FIRST =
      BY_OUTCOME
          .thenComparing(BY_LEVEL)
          .thenComparing(Severity::excess, Comparator.nullsLast(Comparator.reverseOrder()));

  private Severity() {}

  /**
   * One finding for each number of a subject: the gravest, over the others of its family.
   *
   * @param all what each standard came to, with the fingerprints of the family
   */
  public static List<Finding> gravest(Collection<Finding> all) {
    Map<String, List<Finding>> families = new LinkedHashMap<>();
    all.forEach(one -> families.computeIfAbsent(one.fingerprint(), key -> new ArrayList<>(2)).add(one));
    List<Finding> gravest = new ArrayList<>(families.size());
    for (List<Finding> family : families.values()) {
      if (family.size() > 1) {
        family.sort(GRAVEST_FIRST);
        gravest.add(family.get(0).over(family.subList(1, family.size())));
      } else {
        gravest.add(family.get(0));
      }
    }
    return gravest;
  }

  private static int rank(Finding finding) {
    boolean isScheduled = finding.isScheduled();
    return switch (finding.outcome()) {
      case FAIL -> isScheduled ? 4 : 0;
      case UNKEPT -> isScheduled ? 4 : 1;
      case QUERY -> isScheduled ? 4 : 2;
      case UNKNOWN -> 3;
      case PASS -> isScheduled ? 6 : 5;
    };
  }

  /** By what part of the limit, or of its span of time, it is missed; null where that is no number. */
  private static BigDecimal excess(Finding finding) {
    BigDecimal distance = finding.outcome().isBreach() ? finding.distance() : null;
    if (distance == null) {
      return null;
    }
    Datum whole = finding.limit() instanceof Datum.Date ? finding.standard().written() : finding.limit();
    boolean isNumber = whole instanceof Datum.Numeral numeral && numeral.isDecimal();
    BigDecimal limit = isNumber ? new BigDecimal(whole.text()).abs() : BigDecimal.ZERO;
    return limit.signum() == 0 ? distance : distance.divide(limit, MathContext.DECIMAL32);
  }
}
