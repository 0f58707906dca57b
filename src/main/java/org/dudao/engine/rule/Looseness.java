package org.dudao.engine.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Truth;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** Tells of two limits of one rule whether somebody may keep the one, and not the other. */
public final class Looseness {
  private Looseness() {}

  /**
   * Whether the nearer one demands less than the wider one: less of it, or less bindingly; unknown where neither is
   * known to demand as much as the other.
   */
  public static Truth of(Limit nearer, Limit wider, Demand demand) {
    if (nearer.level().compareTo(wider.level()) > 0) {
      return Truth.YES;
    }
    if ((nearer.level() == Level.QUERY) != (wider.level() == Level.QUERY)) {
      return Truth.UNKNOWN;
    }
    if (!nearer.datedBy().equals(wider.datedBy()) || !nearer.calendars().equals(wider.calendars())
        || nearer.suspended() != null && !nearer.suspended().equals(wider.suspended())) {
      return Truth.UNKNOWN;
    }
    return ofValue(nearer, wider, demand);
  }

  private static Truth ofValue(Limit nearer, Limit wider, Demand demand) {
    Value one = nearer.value();
    Value other = wider.value();
    if (one.equals(other) && nearer.unit().equals(wider.unit())) {
      return Truth.NO;
    }
    if (one instanceof Value.Number first && other instanceof Value.Number second) {
      Quantity converted = converted(first.quantity(), nearer.unit(), wider.unit());
      return converted == null ? Truth.UNKNOWN : byOrder(converted.compareTo(second.quantity()), demand);
    }
    if (one instanceof Value.Range first && other instanceof Value.Range second) {
      return nearer.unit().equals(wider.unit())
          ? Truth.of(first.low().compareTo(second.low()) < 0 || first.high().compareTo(second.high()) > 0)
          : Truth.UNKNOWN;
    }
    if (one instanceof Value.Day first && other instanceof Value.Day second) {
      return byOrder(first.day().compareTo(second.day()), demand);
    }
    if (one instanceof Value.Clock first && other instanceof Value.Clock second) {
      // After midnight an evening goes on.
      return first.time().getHour() < 12 == second.time().getHour() < 12
          ? byOrder(first.time().compareTo(second.time()), demand)
          : Truth.UNKNOWN;
    }
    if (one instanceof Value.Names first && other instanceof Value.Names second) {
      return ofNames(first.names(), second.names(), demand);
    }
    if (one instanceof Value.Time first && other instanceof Value.Time second) {
      return ofPeriods(first.period(), second.period(), demand);
    }
    return Truth.UNKNOWN;
  }

  /** The number in the other unit; null where the one is none of the other. */
  private static Quantity converted(Quantity number, String unit, String other) {
    Quantity factor = unit.equals(other) ? Quantity.of(1) : UnitOfMeasure.of(unit).in(UnitOfMeasure.of(other));
    return factor == null ? null : number.times(factor);
  }

  /**
   * By how the nearer value stands to the wider one.
   *
   * @param order below, at or above zero where it is less, as much or more
   */
  private static Truth byOrder(int order, Demand demand) {
    return switch (demand) {
      case AT_MOST, BELOW, WITHIN -> Truth.of(order > 0);
      case AT_LEAST, ABOVE, LASTING -> Truth.of(order < 0);
      default -> order == 0 ? Truth.NO : Truth.UNKNOWN;
    };
  }

  private static Truth ofNames(List<String> nearer, List<String> wider, Demand demand) {
    Set<String> all = new HashSet<>(nearer);
    Set<String> others = new HashSet<>(wider);
    return switch (demand) {
      case ONE_OF -> Truth.of(!others.containsAll(all));
      case ALL_OF -> Truth.of(!all.containsAll(others));
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth ofPeriods(Period nearer, Period wider, Demand demand) {
    return nearer instanceof Period.Count one && wider instanceof Period.Count other
            && one.unit() == other.unit() && one.withFirst() == other.withFirst()
        ? byOrder(Integer.compare(one.number(), other.number()), demand)
        : Truth.UNKNOWN;
  }
}
