package org.dudao.engine.judge;

import java.util.List;
import java.util.Set;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;

/** What a rule says is measured; it holds for every subject of the scope for which the rule said it. */
interface Measurement {
  /** The same, as that rule says it. */
  default Measurement saidBy(Rule rule) {
    return this;
  }

  /** The name under which reports cite what was measured. */
  String measure(Subject subject);

  /** The component at whose place the finding is; null for the fact as a whole. */
  String component(Subject subject);

  /** The components of the subject on which the ruling rests, those that its limit names among them. */
  Set<String> reads(Bound bound, Subject subject);

  /** Notes on which figures of the subject the ruling rests; those of other facts are told by who asks of them. */
  default void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    basis.add(subject, reads(bound, subject));
  }

  /** How the subject stands to the limit. */
  Ruling ruling(Bound bound, Subject subject, EvaluationContext context);

  /**
   * What is told of the subject, each by a finding of its own: itself, or where it stands for several things of which
   * some are broken, these.
   */
  default List<? extends Measurement> told(Subject subject, EvaluationContext context) {
    return List.of(this);
  }

  /** What tells this finding from others of the same standard and subject; empty where there are none. */
  default String facet(Subject subject) {
    return "";
  }

  /** What was found of the subject was computed from, as far as it is known; empty where it was reported as it is. */
  default List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    return List.of();
  }

  /** Whether it rests on how other facts are found to be, and is ruled when all else that contradicts itself is known. */
  default boolean followsOthers() {
    return false;
  }

  /** Whether there is anything in that bureau over which it counts; what counts nothing has its subject. */
  default boolean countsSome(Bound bound, EvaluationContext context) {
    return true;
  }

  /** What reports cite as demanded of the subject. */
  default Demand demand(Bound bound, Subject subject) {
    return bound.demand();
  }

  /** Whether the subject reports what is measured, as far as a glance tells; yes says nothing. */
  default boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return true;
  }

  /** Whether it is plain at a glance that the subject keeps the limit; no says nothing. */
  default boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    return false;
  }

  /**
   * Notes which figures cannot all be right, where the subject does not keep the limit.
   *
   * @param reason what the finding says
   */
  default void question(
      Bound bound, Subject subject, EvaluationContext context, Remark reason, Evidence.Gathering evidence) {
    evidence.doubt(subject, reads(bound, subject), Interval.ANY, reason);
  }
}
