package org.dudao.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;

/**
 * What became of one bureau's facts, without a word for each that kept a standard.
 *
 * @param standards those in force; the same list for all bureaus under one law
 * @param findings those that are no passes, in the order of reports
 * @param totals how many findings of each outcome there are of each standard, passes among them, by id
 */
public record Digest(
    Checked bureau, List<Standard> standards, List<Finding> findings, Map<String, Tally> totals, List<Unchecked> unchecked,
    List<Problem> problems) {

  public Digest {
    findings = findings.stream().sorted(Report.WITHIN_BUREAU).toList();
    problems = problems.stream().sorted(Report.PROBLEMS).toList();
    unchecked = unchecked.stream().sorted(Comparator.comparing(one -> one.standard().id())).toList();
  }

  public Tally tally() {
    int pass = 0;
    int fail = 0;
    int unknown = 0;
    for (Tally total : totals.values()) {
      pass += total.pass();
      fail += total.fail();
      unknown += total.unknown();
    }
    return new Tally(pass, fail, unknown);
  }

  /** Standards that could not be checked because facts of their kind are absent altogether. */
  public long uncheckedForLackOfFacts() {
    return unchecked.stream().filter(one -> one.reason() == Unchecked.Reason.NO_FACTS).count();
  }

  /** The one verdict, by the rules of {@link Report#verdict}. */
  public Verdict verdict(Level failOn) {
    if (findings.stream().anyMatch(one -> one.isViolation(failOn))) {
      return Verdict.VIOLATIONS;
    }
    Tally tally = tally();
    return tally.all() == 0 || tally.unknown() > 0 || uncheckedForLackOfFacts() > 0 || !problems.isEmpty()
        ? Verdict.INCOMPLETE
        : Verdict.CLEAN;
  }
}
