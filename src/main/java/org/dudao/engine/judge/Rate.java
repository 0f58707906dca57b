package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.List;
import org.dudao.engine.reckon.Proportion;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Case;
import org.dudao.fact.FactKind;
import org.dudao.fact.Indicator;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;

/**
 * How many in a hundred of several facts are so, as far as those that were submitted tell.
 *
 * @param members the facts that the engine saw; they stand for all facts of their scopes
 * @param sorting tells which of them are so
 */
public record Rate(List<Subject> members, Sorting sorting) {

  /** Tells whether a fact is so. */
  @FunctionalInterface
  interface Sorting {
    Truth of(Subject member, EvaluationContext context);
  }

  /**
   * The facts of a bureau, sorted.
   *
   * @param so those that surely are so
   * @param not those that surely are not
   * @param proportion how many they are, and how many others there may be
   */
  record Sorted(List<Subject> so, List<Subject> not, Proportion proportion) {}

  /**
   * Sorts the facts that a stated figure is about.
   *
   * @param isPlain whether the figure is taken to be about all of them that it may well be about; else those are open
   */
  Sorted sorted(Indicator stated, Rule rule, boolean isPlain, EvaluationContext context) {
    List<Subject> all = context.roster().all(rule.id(), members);
    List<Subject> so = new ArrayList<>();
    List<Subject> not = new ArrayList<>();
    long open = 0;
    for (Subject member : all) {
      if (context.unlisted().of(member) != null) {
        open += context.unlisted().number(List.of(member));
        continue;
      }
      StatedPeriod.Reach reach = reach(stated, member, context);
      Truth is = sorting.of(member, context);
      if (reach == StatedPeriod.Reach.NOT_MEANT) {
        continue;
      }
      boolean counts = reach == StatedPeriod.Reach.MEANT || isPlain && reach == StatedPeriod.Reach.PERHAPS;
      if (!counts || is == Truth.UNKNOWN) {
        open++;
      } else {
        (is == Truth.YES ? so : not).add(member);
      }
    }
    Long absent =
        all.isEmpty()
            ? null
            : context.membership().absence(context.facts().bureau(), FactKind.of(all.get(0)), rule.stages()).most();
    return new Sorted(so, not, new Proportion(so.size(), not.size(), open, absent));
  }

  /** A case is of the year in which it was closed, or in which it still was not; all else of the day of judgement. */
  private static StatedPeriod.Reach reach(Indicator stated, Subject member, EvaluationContext context) {
    return member instanceof Case one
        ? new StatedPeriod(stated.period()).reach(one.closed() == null ? context.facts().asOf() : one.closed())
        : StatedPeriod.Reach.MEANT;
  }
}
