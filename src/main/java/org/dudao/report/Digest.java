package org.dudao.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;

/**
 * What became of one bureau's facts.
 *
 * @param standards those in force; the same list for all bureaus under one law
 * @param findings one for each number of a subject, in the order of reports; those of passes only where somebody wanted
 *     them
 * @param numbers how many numbers of subjects came to each outcome, passes among them
 * @param totals how often each standard by itself came to each outcome, passes among them, by id
 */
public record Digest(
    Checked bureau, List<Standard> standards, List<Finding> findings, Tally numbers, Map<String, Tally> totals,
    List<Unchecked> unchecked, List<Problem> problems) {

  public Digest {
    findings = findings.stream().sorted(Report.WITHIN_BUREAU).toList();
    problems = problems.stream().sorted(Problem.ORDER).toList();
    unchecked = unchecked.stream().sorted(Comparator.comparing(one -> one.standard().id())).toList();
  }

  /** Of a bureau of which nothing was judged, for that reason. */
  public static Digest refused(Checked bureau, Problem reason) {
    return new Digest(bureau, List.of(), List.of(), Tally.NONE, Map.of(), List.of(), List.of(reason));
  }

  /**
   * What it comes to, in counts.
   *
   * @param failOn the least binding level whose breach is a violation
   */
  public BureauTotal total(Level failOn) {
    return new BureauTotal(
        bureau, standards, numbers, totals, Unchecked.forLackOfFacts(unchecked).size(), problems,
        findings.stream().anyMatch(one -> one.isViolation(failOn)));
  }
}
