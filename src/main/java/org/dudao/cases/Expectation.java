package org.dudao.cases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Subject;
import org.dudao.report.Finding;
import org.dudao.report.Report;

/**
 * What a case promises of one standard and subject.
 *
 * @param standard its id
 * @param subject the id of the fact that is judged
 * @param details what is promised beside the outcome, in the order of {@link ExpectedDetail}
 */
public record Expectation(
    String standard, String subject, ExpectedOutcome outcome, Map<ExpectedDetail, String> details, Origin at) {

  /** The facts that a standard for facts of that kind may judge: a group of grades stands for its classes, too. */
  static Stream<Subject> subjects(Facts facts, FactKind kind) {
    List<Subject> groups = kind == FactKind.CLASS ? facts.of(FactKind.GRADE_GROUP) : List.of();
    return Stream.concat(facts.of(kind).stream(), groups.stream());
  }

  /** The same, which says nothing of that detail. */
  Expectation without(ExpectedDetail detail) {
    if (!details.containsKey(detail)) {
      return this;
    }
    Map<ExpectedDetail, String> others = new EnumMap<>(details);
    others.remove(detail);
    return new Expectation(standard, subject, outcome, others, at);
  }

  /** The id of the limit: that of one that is only announced bears its first day behind it. */
  public String limit() {
    return Limit.unscheduled(standard);
  }

  /** What came of that standard and subject. */
  List<Finding> found(Report report) {
    return report.byStandard().stream()
        .filter(finding -> finding.subject().id().equals(subject) && finding.standard().id().equals(standard))
        .toList();
  }

  /** Whether all that came is as promised: where nothing is promised nothing, else at least one finding. */
  boolean isKeptBy(List<Finding> found) {
    return found.isEmpty() ? outcome == ExpectedOutcome.NONE : found.stream().allMatch(this::isKeptBy);
  }

  private boolean isKeptBy(Finding finding) {
    return ExpectedOutcome.of(finding.outcome()) == outcome
        && details.entrySet().stream().allMatch(one -> one.getKey().isTold(one.getValue(), finding));
  }
}
