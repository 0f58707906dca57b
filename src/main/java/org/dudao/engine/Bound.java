package org.dudao.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** What a limit demands, and how something that was found stands to it. */
record Bound(Limit limit, Demand demand) {
  private static final String YES = "yes";
  private static final String NO = "no";

  /** Whether the demand holds of what compares so with the limit. */
  boolean holds(int comparison) {
    return holds(demand, comparison);
  }

  static boolean holds(Demand demand, int comparison) {
    return switch (demand) {
      case AT_MOST -> comparison <= 0;
      case AT_LEAST -> comparison >= 0;
      case BELOW -> comparison < 0;
      case ABOVE -> comparison > 0;
      case EQUAL -> comparison == 0;
      case DIFFERENT -> comparison != 0;
      default -> throw new IllegalArgumentException(demand + " compares no numbers");
    };
  }

  /** Whether it is plain at a glance that what was found keeps the limit; no says nothing. */
  boolean isPlainlyKept(Subject subject, Object found) {
    Value value = limit.value();
    if (value instanceof Value.Number && !(subject instanceof Indicator)) {
      return isKeptBy(found);
    }
    if (value instanceof Value.Yes) {
      return found.equals(demand == Demand.EQUAL);
    }
    if (value instanceof Value.Day day) {
      return holds(((LocalDate) found).compareTo(day.day()));
    }
    return value instanceof Value.Names names
        && (demand == Demand.ONE_OF
            ? names.names().contains(found.toString())
            : ((Collection<?>) found).containsAll(names.names()));
  }

  /** Whether the number, of any type that facts hold, keeps the limit, which is a number too. */
  boolean isKeptBy(Object found) {
    Quantity number = number(limit);
    return holds(found instanceof Integer count ? number.comparedBy(count) : Quantity.ofMeasure(found).compareTo(number));
  }

  static Quantity number(Limit limit) {
    return ((Value.Number) limit.value()).quantity();
  }

  /** How what was found stands to the limit. */
  Ruling ruling(Subject subject, Object found) {
    if (limit.value() instanceof Value.Names names) {
      return listed(found, names.names());
    }
    if (limit.value() instanceof Value.Yes) {
      boolean kept = found.equals(demand == Demand.EQUAL);
      return new Ruling(kept, found.equals(true) ? YES : NO, demand == Demand.EQUAL ? YES : NO, null);
    }
    Object bound = bound(subject);
    if (bound == null) {
      return Ruling.unknown(Measures.missing(subject, ((Value.Field) limit.value()).measure()));
    }
    if (found instanceof LocalDate day) {
      LocalDate other = (LocalDate) bound;
      return new Ruling(
          holds(day.compareTo(other)), day.toString(), other.toString(),
          String.valueOf(Math.abs(ChronoUnit.DAYS.between(other, day))));
    }
    if (found instanceof LocalTime time) {
      LocalTime other = (LocalTime) bound;
      return new Ruling(
          holds(time.compareTo(other)), time.toString(), other.toString(),
          String.valueOf(Math.abs(ChronoUnit.MINUTES.between(other, time))));
    }
    if (subject instanceof Indicator indicator && found instanceof BigDecimal) {
      return printed(indicator, Quantity.ofMeasure(bound));
    }
    Quantity value = Quantity.ofMeasure(found);
    Quantity most = Quantity.ofMeasure(bound);
    return new Ruling(
        holds(value.compareTo(most)), value.besides(most), most.toString(),
        value.isFinite() ? value.minus(most).abs().besides(Quantity.ZERO) : null);
  }

  private Object bound(Subject subject) {
    if (limit.value() instanceof Value.Field field) {
      return Measures.value(subject, field.measure());
    }
    if (limit.value() instanceof Value.Clock clock) {
      return clock.time();
    }
    return limit.value() instanceof Value.Day day ? day.day() : number(limit);
  }

  /** A printed figure may be a bound or a round number: it keeps a limit only when all that it may mean does. */
  private Ruling printed(Indicator indicator, Quantity bound) {
    if (!limit.unit().equals(indicator.unit() == null ? "" : indicator.unit())) {
      return Ruling.unknown(List.of("unit"))
          .with(Remark.of(RemarkCode.UNIT_DIFFERS, String.valueOf(indicator.unit()), limit.unit()));
    }
    Interval interval = Interval.of(indicator.value(), indicator.approx());
    if (!interval.isExact() && (demand == Demand.EQUAL || demand == Demand.DIFFERENT)
        && interval.meets(Interval.exactly(bound))) {
      return Ruling.unknown(List.of()).with(Remark.of(RemarkCode.APPROXIMATE, interval.text()));
    }
    boolean lowKeeps = interval.low() != null && holds(interval.low().compareTo(bound));
    boolean highKeeps = interval.high() != null && holds(interval.high().compareTo(bound));
    boolean openKeeps = interval.isExact() || lowKeeps && highKeeps
        || interval.low() == null && highKeeps && (demand == Demand.AT_MOST || demand == Demand.BELOW)
        || interval.high() == null && lowKeeps && (demand == Demand.AT_LEAST || demand == Demand.ABOVE);
    boolean noneKeeps = !lowKeeps && !highKeeps
        && (interval.low() != null || demand == Demand.AT_LEAST || demand == Demand.ABOVE)
        && (interval.high() != null || demand == Demand.AT_MOST || demand == Demand.BELOW);
    if (!openKeeps && !noneKeeps) {
      return Ruling.unknown(List.of()).with(Remark.of(RemarkCode.APPROXIMATE, interval.text()));
    }
    Quantity value = Quantity.of(indicator.value());
    boolean kept = interval.isExact() ? holds(value.compareTo(bound)) : openKeeps;
    return new Ruling(kept, indicator.value().toPlainString(), bound.toString(), value.minus(bound).abs().toString());
  }

  private Ruling listed(Object found, List<String> names) {
    String wanted = String.join("; ", names);
    if (demand == Demand.ONE_OF) {
      return new Ruling(names.contains(found.toString()), found.toString(), wanted, null);
    }
    List<String> items = ((Collection<?>) found).stream().map(String::valueOf).toList();
    List<String> absent = names.stream().filter(name -> !items.contains(name)).toList();
    return new Ruling(
        absent.isEmpty(), String.join("; ", items), wanted, absent.isEmpty() ? null : String.join("; ", absent));
  }
}
