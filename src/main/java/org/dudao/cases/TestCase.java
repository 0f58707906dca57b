package org.dudao.cases;

import java.util.List;
import java.util.function.Predicate;
import org.dudao.fact.Facts;
import org.dudao.fact.Origin;
import org.dudao.report.Report;

/**
 * Facts, a day, and what is promised of them.
 *
 * @param name what it is about, for people
 * @param region of the bureau
 * @param facts with the day, and with what was submitted before where the case says that
 */
public record TestCase(String name, Origin at, String region, Facts facts, List<Expectation> expectations) {

  /** What came out otherwise than promised. */
  public List<Mismatch> mismatches(Report report) {
    return mismatches(report, expectation -> true);
  }

  /** The same case, which says nothing of that detail. */
  TestCase without(ExpectedDetail detail) {
    return new TestCase(name, at, region, facts, expectations.stream().map(one -> one.without(detail)).toList());
  }

  /** The same of some of what is promised. */
  public List<Mismatch> mismatches(Report report, Predicate<Expectation> wanted) {
    return expectations.stream()
        .filter(wanted)
        .map(expectation -> new Mismatch(this, expectation, expectation.found(report)))
        .filter(one -> !one.expected().isKeptBy(one.found()))
        .toList();
  }
}
