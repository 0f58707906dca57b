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
  Amount of(Subject subject, Situation situation) {
    return counting.of(subject, situation.roster().apply(members));
  }

  /** Whether there is anything in that bureau over which it is counted. */
  boolean isOver(Situation situation) {
    return !situation.roster().apply(members).isEmpty();
  }
}
