package org.dudao.engine.judge;

import java.util.Collection;
import java.util.List;
import org.dudao.engine.reckon.Amount;
import org.dudao.fact.Subject;

/**
 * What is counted for a subject over several facts or several components.
 *
 * @param members the facts over which the engine saw it counted; they stand for all facts of their scopes; empty when it
 *     is counted over the components of the subject
 */
public record Aggregate(List<Subject> members, Counting counting) {
  /** Counts. */
  @FunctionalInterface
  interface Counting {
    Amount of(Subject subject, Collection<? extends Subject> members);
  }

  static Aggregate over(Collection<?> members, Counting counting) {
    return new Aggregate(members.stream().map(Subject.class::cast).toList(), counting);
  }

  /** The amount for that subject among the facts of that bureau. */
  Amount of(Subject subject, Bound bound, EvaluationContext context) {
    return counting.of(subject, members(bound, context));
  }

  /** All facts of that bureau for which the members stand. */
  List<Subject> members(Bound bound, EvaluationContext context) {
    return context.roster().all(bound.limit().rule(), members);
  }
}
