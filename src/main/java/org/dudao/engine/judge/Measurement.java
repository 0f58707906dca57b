package org.dudao.engine.judge;

import org.dudao.fact.Subject;
import org.dudao.report.Demand;

/** What a rule says is measured; it holds for every subject of the scope for which the rule said it. */
interface Measurement {
  /** The name under which reports cite what was measured. */
  String measure(Subject subject);

  /** The component at whose place the finding is; null for the fact as a whole. */
  String component(Subject subject);

  /** How the subject stands to the limit. */
  Ruling ruling(Bound bound, Subject subject, EvaluationContext context);

  /** Whether there is anything in that bureau over which it counts; what counts nothing has its subject. */
  default boolean countsSome(Bound bound, EvaluationContext context) {
    return true;
  }

  /** What reports cite as demanded of the subject. */
  default Demand demand(Bound bound, Subject subject) {
    return bound.demand();
  }

  /** Whether it is plain at a glance that the subject keeps the limit; no says nothing. */
  default boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    return false;
  }
}
