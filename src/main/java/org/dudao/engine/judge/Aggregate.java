package org.dudao.engine.judge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dudao.engine.reckon.Amount;
import org.dudao.fact.Subject;

/**
 * What is counted for a subject over several facts or several components.
 *
 * @param members the facts over which the engine saw it counted; they stand for all facts of their scopes; null when it
 *     is not counted over facts that the engine collects
 * @param counting counts
 * @param reads the components of the subject itself from which it is counted
 * @param addends where it is a sum the figures that are added; null where it is none
 */
public record Aggregate(
    List<Subject> members, Counting counting, Function<Subject, Set<String>> reads, Addends addends) {
  /** Counts. */
  @FunctionalInterface
  interface Counting {
    Amount of(Subject subject, Collection<? extends Subject> members, EvaluationContext context);
  }

  /** Tells which figures of which facts are added. */
  @FunctionalInterface
  interface Addends {
    /** For each fact the components that are added. */
    Map<Subject, Set<String>> of(Subject subject, Collection<? extends Subject> members, EvaluationContext context);
  }

  /** Counted over facts that the engine collected. */
  static Aggregate over(Collection<?> members, Counting counting) {
    return new Aggregate(
        members.stream().map(Subject.class::cast).toList(), counting, subject -> Set.of(), null);
  }

  /** Counted from components of the subject. */
  static Aggregate within(Function<Subject, Set<String>> reads, Counting counting) {
    return new Aggregate(null, counting, reads, null);
  }

  /** The same, which adds these. */
  Aggregate adding(Addends added) {
    return new Aggregate(members, counting, reads, added);
  }

  /** The amount for that subject among the facts of that bureau. */
  Amount of(Subject subject, Bound bound, EvaluationContext context) {
    return counting.of(subject, members(bound, context), context);
  }

  /** All facts of that bureau for which the members stand. */
  List<Subject> members(Bound bound, EvaluationContext context) {
    return members == null ? List.of() : context.roster().all(bound.limit().rule(), members);
  }

  /** The figures that are added, by the facts that report them; none where it is no sum. */
  Map<Subject, Set<String>> added(Subject subject, Bound bound, EvaluationContext context) {
    return addends == null ? Map.of() : addends.of(subject, members(bound, context), context);
  }
}
