package org.dudao.engine.judge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.DayOrder;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.days( $fact )}: whether the days of a fact come in the order that its record declares, and those of what has
 * happened not after the day of judgement; one finding for each two days that do not.
 */
final class OrderOfDays implements Measurement {
  static final OrderOfDays ALL = new OrderOfDays(null);

  /** The one of which is told; null for all of them. */
  private final DayOrder one;

  private OrderOfDays(DayOrder one) {
    this.one = one;
  }

  @Override
  public List<OrderOfDays> told(Subject subject, EvaluationContext context) {
    List<OrderOfDays> broken = new ArrayList<>();
    for (DayOrder order : DayOrder.of(subject.getClass())) {
      if (order.isKept(subject, context.facts().asOf()) == Truth.NO) {
        broken.add(new OrderOfDays(order));
      }
    }
    return broken.isEmpty() ? List.of(this) : broken;
  }

  @Override
  public String measure(Subject subject) {
    return one == null ? "days" : one.later() == null ? one.earlier() : one.later();
  }

  @Override
  public String component(Subject subject) {
    return one == null ? null : measure(subject);
  }

  @Override
  public String facet(Subject subject) {
    return one == null ? "" : one.earlier() + "/" + (one.later() == null ? "" : one.later());
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>();
    for (DayOrder order : one == null ? DayOrder.of(subject.getClass()) : List.of(one)) {
      reads.addAll(order.components());
    }
    return reads;
  }

  @Override
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    for (DayOrder order : one == null ? DayOrder.of(subject.getClass()) : List.of(one)) {
      if (order.isKept(subject, context.facts().asOf()) != Truth.UNKNOWN) {
        basis.add(subject, Set.copyOf(order.components()));
      }
    }
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return one == null ? bound.demand() : one.later() == null ? Demand.AT_MOST : Demand.AT_LEAST;
  }

  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return isKept(subject, context) != Truth.UNKNOWN;
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    return isKept(subject, context) == Truth.YES;
  }

  /** Whether all days that can be told come in order; unknown where none can. */
  private static Truth isKept(Subject subject, EvaluationContext context) {
    return DayOrder.areKept(subject, context.facts().asOf());
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    if (one == null) {
      return isKept(subject, context) == Truth.YES
          ? new Ruling(true, Datum.YesNo.of(true), null, null)
          : Ruling.unknown(List.of());
    }
    LocalDate found = (LocalDate) Measures.value(subject, measure(subject));
    LocalDate limit =
        one.later() == null ? context.facts().asOf() : (LocalDate) Measures.value(subject, one.earlier());
    Ruling ruling =
        new Ruling(
            false, new Datum.Date(found), new Datum.Date(limit),
            Datum.Numeral.of(Math.abs(ChronoUnit.DAYS.between(limit, found)), Period.Unit.DAYS.text()));
    return ruling.with(
        one.later() == null
            ? Remark.of(RemarkCode.AFTER_REPORT, found)
            : Remark.of(RemarkCode.NOT_BEFORE, Datum.Components.of(one.earlier())));
  }
}
