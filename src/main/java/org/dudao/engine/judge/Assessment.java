package org.dudao.engine.judge;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;

/**
 * One sentence with one limit, ready to be held against every subject of the scope for which a rule said it.
 *
 * @param needsMembers whether the rule speaks only where there is something to count
 * @param applies whether the limit is for subjects of that scope; when that is unknown, who keeps it keeps it all the same
 */
public record Assessment(Standard standard, Measurement measurement, Bound bound, boolean needsMembers, Truth applies) {

  static Assessment of(Rule rule, Measurement measurement, Bound bound, Subject subject) {
    return new Assessment(
        rule.standard(bound.limit()), measurement, bound, rule.gathersSome(), bound.limit().applies(subject));
  }

  /** The same sentence with the same limit; there is one object for each limit of a law. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Assessment that
        && bound.limit() == that.bound.limit()
        && bound.demand() == that.bound.demand()
        && applies == that.applies
        && measurement.equals(that.measurement);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(bound.limit()) + measurement.hashCode();
  }

  public String rule() {
    return bound.limit().rule();
  }

  /** Whether the rule says it in that bureau, whatever it said in others under the same law. */
  public boolean speaksIn(EvaluationContext context) {
    return !needsMembers || measurement.countsSome(bound, context);
  }

  /** Whether it is plain at a glance that the subject keeps the limit. */
  public boolean isPlainlyKept(Subject subject, EvaluationContext context) {
    try {
      return measurement.isPlainlyKept(bound, subject, context);
    } catch (RuntimeException e) {
      // What fails at a glance fails again, and is told, when its finding is made.
      return false;
    }
  }

  /**
   * The finding for that subject; a rule that fails costs its own finding, and is told to {@code failures}.
   *
   * @param number which one of its kind the subject is
   */
  public Finding finding(Subject subject, int number, EvaluationContext context, Failures failures) {
    Limit limit = bound.limit();
    Facts facts = context.facts();
    Ruling ruling;
    try {
      ruling = measurement.ruling(bound, subject, context);
    } catch (RuntimeException e) {
      failures.add(limit, e);
      ruling = Ruling.unknown(List.of()).with(Remark.of(RemarkCode.RULE_FAILED, String.valueOf(e)));
    }
    Outcome outcome = ruling.kept() == null ? Outcome.UNKNOWN : ruling.kept() ? Outcome.PASS : Outcome.FAIL;
    // Who keeps a limit keeps it whether it was meant for him or not; who does not may be out of its scope.
    if (outcome != Outcome.PASS && applies == Truth.UNKNOWN) {
      Set<String> forScope = limit.missingToApply(subject);
      outcome = Outcome.UNKNOWN;
      ruling =
          ruling.lacking(forScope)
              .with(Remark.of(RemarkCode.SCOPE_UNKNOWN, new Datum.Components(List.copyOf(forScope))));
    }
    if (limit.isScheduled(facts.asOf())) {
      long daysLeft = ChronoUnit.DAYS.between(facts.asOf(), limit.from());
      ruling = ruling.with(Remark.of(RemarkCode.SCHEDULED, limit.from(), daysLeft));
    }
    FactKind kind = FactKind.of(subject);
    SubjectReference judged =
        new SubjectReference(facts.bureau().id(), facts.asOf(), kind.word(), subject.id(), subject.name());
    return new Finding(
        standard, outcome, judged, measurement.measure(subject), measurement.demand(bound, subject),
        ruling.found(), ruling.limit() == null ? standard.written() : ruling.limit(),
        ruling.unit() == null ? limit.unit() : ruling.unit(),
        outcome == Outcome.FAIL ? ruling.difference() : null, ruling.missing(), ruling.remarks(),
        place(ruling, subject, number, facts), Fingerprint.of(judged, standard.id()));
  }

  private Origin place(Ruling ruling, Subject subject, int number, Facts facts) {
    if (ruling.fault() == null) {
      return facts.places().of(FactKind.of(subject), number, measurement.component(subject));
    }
    FactKind kind = FactKind.of(ruling.fault().fact());
    return facts.places().of(kind, facts.of(kind).indexOf(ruling.fault().fact()), ruling.fault().component());
  }

  /** Is told of each sentence that failed. */
  @FunctionalInterface
  public interface Failures {
    void add(Limit limit, RuntimeException cause);
  }
}
