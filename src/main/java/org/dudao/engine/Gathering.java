package org.dudao.engine;

import java.util.Collection;
import java.util.List;
import org.dudao.fact.Subject;

/**
 * What is counted for a subject over several facts or several components.
 *
 * @param members the facts over which the engine saw it counted; they stand for all facts of their scopes; empty when it
 *     is counted over the components of the subject
 */
public record Gathering(List<Subject> members, Counting counting) {
  /** Counts. */
  @FunctionalInterface
  interface Counting {
    Amount of(Subject subject, Collection<? extends Subject> members);
  }

  static Gathering over(Collection<?> members, Counting counting) {
    return new Gathering(members.stream().map(Subject.class::cast).toList(), counting);
  }

  /** The amount for that subject among the facts of that bureau. */
  Amount of(Subject subject, Bound bound, Situation situation) {
    return counting.of(subject, members(bound, situation));
  }

  /** All facts of that bureau for which the members stand. */
  List<Subject> members(Bound bound, Situation situation) {
    return situation.roster().all(bound.limit().rule(), members);
  }
}
