package org.dudao.cases;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.engine.Checker;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.fact.Value;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Standard;

/**
 * Which outcomes of each version of a standard have a case, and whether one stands at its limit and a step from it.
 *
 * @param versions how many versions there are
 * @param gaps those that lack a case, in the order of the tables
 */
public record Coverage(int versions, List<CoverageGap> gaps) {

  /**
   * What a version of a standard lacks.
   *
   * @param outcomes of which no case tells
   * @param isMetExactly whether a case stands exactly at the limit, or the limit has no steps
   * @param isMissedByOneStep whether a case stands one step from it and comes out otherwise, or it has no steps
   */
  public record CoverageGap(
      Standard version, Set<ExpectedOutcome> outcomes, boolean isMetExactly, boolean isMissedByOneStep) {
    boolean isNone() {
      return outcomes.isEmpty() && isMetExactly && isMissedByOneStep;
    }
  }

  /** What the cases show of the versions that one of them judges by. */
  private static final class Shown {
    private final Set<ExpectedOutcome> outcomes = EnumSet.noneOf(ExpectedOutcome.class);
    private final Set<ExpectedOutcome> atLimit = EnumSet.noneOf(ExpectedOutcome.class);
    private final Set<ExpectedOutcome> besideLimit = EnumSet.noneOf(ExpectedOutcome.class);
  }

  /**
   * What those cases cover of the versions whose rows stand there; they keep their promises.
   *
   * @param wanted the places of rows that matter
   */
  public static Coverage of(Checker checker, List<TestCase> cases, Predicate<Origin> wanted) {
    Map<Origin, Shown> shown = new HashMap<>();
    Map<String, List<Standard>> versions =
        checker.standards().stream().collect(Collectors.groupingBy(Standard::id));
    CaseRun.judged(checker, cases).forEach(one -> one.found().forEach((expectation, found) -> {
      for (Finding finding : found) {
        if (!finding.isScheduled()) {
          show(finding, shown.computeIfAbsent(finding.standard().origin(), key -> new Shown()));
        }
      }
      if (expectation.outcome() == ExpectedOutcome.NONE) {
        silent(versions.getOrDefault(expectation.standard(), List.of()), one.of())
            .forEach(version ->
                shown.computeIfAbsent(version.origin(), key -> new Shown()).outcomes.add(ExpectedOutcome.NONE));
      }
    }));
    List<Standard> own = checker.standards().stream().filter(one -> wanted.test(one.origin())).toList();
    List<CoverageGap> gaps =
        own.stream()
            .map(version -> gap(version, shown.getOrDefault(version.origin(), new Shown())))
            .filter(gap -> !gap.isNone())
            .sorted(Comparator.comparing(gap -> gap.version().origin()))
            .toList();
    return new Coverage(own.size(), gaps);
  }

  private static void show(Finding finding, Shown shown) {
    ExpectedOutcome outcome = ExpectedOutcome.of(finding.outcome());
    shown.outcomes.add(outcome);
    for (Datum end : ends(finding.limit())) {
      Integer steps = steps(finding.found(), end);
      if (steps != null && steps == 0) {
        shown.atLimit.add(outcome);
      } else if (steps != null && steps == 1) {
        shown.besideLimit.add(outcome);
      }
    }
  }

  private static List<Datum> ends(Datum limit) {
    return limit instanceof Datum.NumeralRange range
        ? List.of(new Datum.Numeral(range.low(), true, ""), new Datum.Numeral(range.high(), true, ""))
        : limit == null ? List.of() : List.of(limit);
  }

  /** 0 for the limit itself, 1 for what is not farther from it than its last digit or a day; null for all else. */
  private static Integer steps(Datum found, Datum limit) {
    if (found instanceof Datum.Date day && limit instanceof Datum.Date last) {
      long days = Math.abs(day.day().toEpochDay() - last.day().toEpochDay());
      return days <= 1 ? (int) days : null;
    }
    if (found instanceof Datum.Numeral number && limit instanceof Datum.Numeral other
        && number.isDecimal() && other.isDecimal()) {
      BigDecimal bound = new BigDecimal(other.text());
      BigDecimal distance = new BigDecimal(number.text()).subtract(bound).abs();
      return distance.signum() == 0 ? Integer.valueOf(0) : distance.compareTo(bound.ulp()) <= 0 ? 1 : null;
    }
    return null;
  }

  /** The versions of which silence is shown: those that are law there and then, or where none is, all there are. */
  private static List<Standard> silent(List<Standard> versions, TestCase one) {
    List<Standard> there = versions.stream().filter(version -> Region.covers(version.region(), one.region())).toList();
    List<Standard> near = there.isEmpty() ? versions : there;
    List<Standard> law =
        near.stream()
            .filter(version -> !version.datedBy().isEmpty() || isInForce(version, one))
            .toList();
    return law.isEmpty() ? near : law;
  }

  private static boolean isInForce(Standard version, TestCase one) {
    return (version.from() == null || !one.facts().asOf().isBefore(version.from()))
        && (version.until() == null || one.facts().asOf().isBefore(version.until()));
  }

  private static CoverageGap gap(Standard version, Shown shown) {
    Set<ExpectedOutcome> lacking = EnumSet.copyOf(wanted(version));
    lacking.removeAll(shown.outcomes);
    // A fraction such as 1/3 has no last digit.
    boolean isStepped =
        version.demanded() instanceof Value.Range
            || version.demanded() instanceof Value.Number number
                && number.quantity().denominator().equals(BigDecimal.ONE);
    Set<ExpectedOutcome> beside = EnumSet.copyOf(shown.besideLimit);
    beside.removeAll(shown.atLimit);
    return new CoverageGap(
        version, lacking, !isStepped || !shown.atLimit.isEmpty(), !isStepped || !beside.isEmpty());
  }

  private static Set<ExpectedOutcome> wanted(Standard version) {
    // What was not reported contradicts nothing, and is silent; what is not plausible fails nobody.
    Set<ExpectedOutcome> wanted =
        EnumSet.of(
            ExpectedOutcome.PASS, ExpectedOutcome.of(version.breach()), ExpectedOutcome.UNKNOWN,
            ExpectedOutcome.NONE);
    if (version.isOfConsistency()) {
      wanted.remove(ExpectedOutcome.UNKNOWN);
    }
    // What binds everybody is silent about nobody of its kind.
    if (version.appliesTo().isEmpty() && version.from() == null && version.until() == null) {
      wanted.remove(ExpectedOutcome.NONE);
    }
    return wanted;
  }
}
