package org.dudao.engine.judge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dudao.engine.reckon.Amount;
import org.dudao.fact.FactKind;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;

/**
 * What is counted for a subject over several facts or several components.
 *
 * @param members the facts over which the engine saw it counted; they stand for all facts of their scopes; null when it
 *     is not counted over facts that the engine collects
 * @param counting counts
 * @param reads the components of the subject itself from which it is counted
 * @param addends where it is a sum the figures that are added; null where it is none
 * @param needed how many members there must be before there is anything to count
 */
public record Aggregate(
    List<Subject> members, Counting counting, Function<Subject, Set<String>> reads, Addends addends, int needed) {
  /** Counts. */
  @FunctionalInterface
  interface Counting {
    Amount of(Subject subject, Gathered gathered, EvaluationContext context);
  }

  /** Tells which figures of which facts are added. */
  @FunctionalInterface
  interface Addends {
    /** For each fact the components that are added. */
    Map<Subject, Set<String>> of(Subject subject, Collection<? extends Subject> members, EvaluationContext context);
  }

  /** Counted over facts that the engine collected. */
  static Aggregate over(Collection<?> members, Counting counting) {
    return over(members, counting, 1);
  }

  /** The same, where one member is compared with others: a submission of one alone compares nothing. */
  static Aggregate comparing(Collection<?> members, Counting counting) {
    return over(members, counting, 2);
  }

  private static Aggregate over(Collection<?> members, Counting counting, int needed) {
    return new Aggregate(
        members.stream().map(Subject.class::cast).toList(), counting, subject -> Set.of(), null, needed);
  }

  /** Counted from components of the subject. */
  static Aggregate within(Function<Subject, Set<String>> reads, Counting counting) {
    return new Aggregate(null, counting, reads, null, 0);
  }

  /** The same, which adds these. */
  Aggregate adding(Addends added) {
    return new Aggregate(members, counting, reads, added, needed);
  }

  /**
   * The amount for that subject among the facts of that bureau.
   *
   * @param stages of which classes may be that are collected
   */
  Amount of(Subject subject, Set<Stage> stages, Bound bound, EvaluationContext context) {
    List<Subject> all = members(bound, context);
    return counting.of(
        subject,
        all.isEmpty()
            ? Gathered.NOTHING
            : new Gathered(
                all, context.unlisted().number(all),
                context.membership().absence(subject, FactKind.of(all.get(0)), stages)),
        context);
  }

  /** Whether there is anything in that bureau to count, submitted or not. */
  boolean countsSome(Bound bound, EvaluationContext context) {
    if (members == null) {
      return true;
    }
    List<Subject> all = members(bound, context);
    if (all.isEmpty() || all.size() >= needed) {
      return !all.isEmpty();
    }
    Integer reported = context.membership().reported(context.facts().bureau(), FactKind.of(all.get(0)));
    return context.facts().of(FactKind.of(all.get(0))).size() >= needed || reported != null && reported >= needed;
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
