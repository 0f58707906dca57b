package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.engine.reckon.Amount;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.fact.ClassSizes;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.SizeBracket;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.fact.ValueVisitor;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** What a limit demands, and how something that was found stands to it. */
public final class Bound {
  private static final String MINUTES = "minutes";

  private final Limit limit;
  private final Demand demand;
  private final Glance glance;

  Bound(Limit limit, Demand demand) {
    this.limit = limit;
    this.demand = demand;
    this.glance = limit.value().accept(new Glancing());
  }

  public Limit limit() {
    return limit;
  }

  Demand demand() {
    return demand;
  }

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
    return glance.keeps(subject, found);
  }

  /** Whether the number, of any type that facts hold, keeps the limit, which is a number or a range. */
  boolean isKeptBy(Object found) {
    return limit.value() instanceof Value.Range range ? isWithin(found, range) : isKeptBy(found, number(limit));
  }

  private boolean isKeptBy(Object found, Quantity number) {
    return holds(compared(found, number));
  }

  private static boolean isWithin(Object found, Value.Range range) {
    return compared(found, range.low()) >= 0 && compared(found, range.high()) <= 0;
  }

  private static int compared(Object found, Quantity number) {
    return found instanceof Integer count ? number.comparedBy(count) : Quantity.ofMeasure(found).compareTo(number);
  }

  /** Whether it holds two figures of the subject against each other, and so accuses nobody but them. */
  boolean reconciles() {
    return demand == Demand.EQUAL && limit.value() instanceof Value.Field;
  }

  /** Whether all that lies between two numbers that stand alike to the limit stands like them. */
  boolean isOneSided() {
    return demand == Demand.AT_MOST || demand == Demand.AT_LEAST || demand == Demand.BELOW || demand == Demand.ABOVE;
  }

  /** Whether of two numbers the less one is nearer to what is demanded. */
  boolean wantsLess() {
    return demand == Demand.AT_MOST || demand == Demand.BELOW;
  }

  /** The least whole number that breaks a cap, or keeps a floor; null where the limit is neither. */
  Long turningPoint() {
    if (!isOneSided() || !(limit.value() instanceof Value.Number number)) {
      return null;
    }
    boolean isItself = demand == Demand.BELOW || demand == Demand.AT_LEAST;
    return isItself
        ? number.quantity().rounded(0, RoundingMode.CEILING).longValueExact()
        : number.quantity().rounded(0, RoundingMode.FLOOR).longValueExact() + 1;
  }

  /** How many of these classes do not keep the limit; null where it is neither a cap nor a floor. */
  Breaking breaking(ClassSizes sizes) {
    Long pupils = turningPoint();
    if (pupils == null) {
      return null;
    }
    Breaking from = new Breaking(sizes.fewestWith(pupils), sizes.mostWith(pupils));
    return wantsLess() ? from : new Breaking(sizes.classes() - from.most(), sizes.classes() - from.fewest());
  }

  /** What is told of classes of which the one that stands worst is of that size, and of which it is known so much. */
  Ruling ruling(SizeBracket worst, Boolean kept) {
    Datum told =
        worst.high() == SizeBracket.NO_END
            ? Datum.Numeral.undecimal(">= " + worst.low())
            : worst.low() == worst.high()
                ? Datum.Numeral.of(worst.low(), limit.unit())
                : Datum.NumeralRange.of(Quantity.of(worst.low()), Quantity.of(worst.high()), limit.unit());
    Ruling ruling = ruling((Subject) null, worst.low());
    return new Ruling(
        kept, told, ruling.limit(), null, worst.low() == worst.high() ? ruling.difference() : null, List.of(),
        List.of(), null);
  }

  /** The components of the subject that the limit names instead of a number. */
  Set<String> reads(Subject subject) {
    return limit.value() instanceof Value.Field field
        ? new LinkedHashSet<>(Measures.from(subject.getClass(), field.measure()))
        : Set.of();
  }

  /** Whether the subject reports what the limit names instead of a number. */
  boolean isTold(Subject subject) {
    return !(limit.value() instanceof Value.Field field) || Measures.value(subject, field.measure()) != null;
  }

  /** The number that the subject must keep; null where it is none, or the subject did not report it. */
  Quantity number(Subject subject) {
    if (limit.value() instanceof Value.Field field) {
      return Quantity.ofMeasure(Measures.value(subject, field.measure()));
    }
    return limit.value() instanceof Value.Number ? number(limit) : null;
  }

  /** How the subject stands to the limit, when what was counted lies between two numbers: all of them must agree. */
  Ruling ruling(Subject subject, Amount amount) {
    if (limit.value() instanceof Value.Field field && number(subject) == null) {
      return Ruling.unknown(Measures.missing(subject, field.measure()));
    }
    Boolean isKept = isKeptBetween(subject, amount.low(), amount.high());
    if (isKept == null) {
      return Ruling.unknown(List.of());
    }
    boolean tellsMost = amount.low() == null || !isKept && amount.high() != null && wantsMore(amount.high());
    return ruling(subject, tellsMost ? amount.high() : amount.low());
  }

  /** Whether all numbers from one to the other keep the limit, false where none does; null is an end not known. */
  Boolean isKeptBetween(Subject subject, Quantity low, Quantity high) {
    // Where an end is open the number may be below, or above, whatever the limit is.
    int least = low == null ? -1 : order(subject, low);
    int most = high == null ? 1 : order(subject, high);
    boolean noneKeeps = true;
    boolean allKeep = true;
    for (int order = least; order <= most; order++) {
      boolean keeps = demand == Demand.BETWEEN ? order == 0 : holds(order);
      allKeep &= keeps;
      noneKeeps &= !keeps;
    }
    return allKeep ? Boolean.TRUE : noneKeeps ? Boolean.FALSE : null;
  }

  /** -1, 0 or 1: the number is less than the limit, is the limit or lies in its range, or is more. */
  private int order(Subject subject, Quantity value) {
    if (limit.value() instanceof Value.Range range) {
      return isBelow(value, range) ? -1 : value.compareTo(range.high()) > 0 ? 1 : 0;
    }
    return Integer.signum(value.compareTo(number(subject)));
  }

  /** Whether of two numbers that do not keep the limit the greater one is nearer to it. */
  boolean wantsMore(Quantity high) {
    return demand == Demand.AT_LEAST
        || demand == Demand.ABOVE
        || limit.value() instanceof Value.Range range && isBelow(high, range);
  }

  private static boolean isBelow(Quantity value, Value.Range range) {
    return value.compareTo(range.low()) < 0;
  }

  static Quantity number(Limit limit) {
    return ((Value.Number) limit.value()).quantity();
  }

  /** How what was found stands to the limit. */
  Ruling ruling(Subject subject, Object found) {
    return limit.value().accept(new Holding(subject, found));
  }

  /** Looks at what was found for a limit of one kind; once made, nothing is made for the facts that it looks at. */
  @FunctionalInterface
  private interface Glance {
    boolean keeps(Subject subject, Object found);
  }

  /** A printed figure that may be a bound, or is told in another unit, must be looked at closer. */
  private boolean isPlain(Subject subject) {
    return !(subject instanceof Indicator indicator) || indicator.approx() == null && limit.unit().equals(indicator.unit());
  }

  private final class Glancing implements ValueVisitor<Glance> {
    @Override
    public Glance number(Value.Number number) {
      Quantity quantity = number.quantity();
      return (subject, found) -> isPlain(subject) && isKeptBy(found, quantity);
    }

    @Override
    public Glance range(Value.Range range) {
      return (subject, found) -> isPlain(subject) && isWithin(found, range);
    }

    @Override
    public Glance yes(Value.Yes yes) {
      Boolean wanted = demand == Demand.EQUAL;
      return (subject, found) -> found.equals(wanted);
    }

    @Override
    public Glance names(Value.Names names) {
      List<String> wanted = names.names();
      return demand == Demand.ONE_OF
          ? (subject, found) -> wanted.contains(found.toString())
          : (subject, found) -> ((Collection<?>) found).containsAll(wanted);
    }

    @Override
    public Glance day(Value.Day day) {
      LocalDate wanted = day.day();
      return (subject, found) -> holds(((LocalDate) found).compareTo(wanted));
    }

    @Override
    public Glance clock(Value.Clock clock) {
      return Glancing::cannotTell;
    }

    @Override
    public Glance field(Value.Field field) {
      String measure = field.measure();
      return (subject, found) ->
          found instanceof Integer count
              && Measures.value(subject, measure) instanceof Integer other
              && demand.does(Demand.Operation.COMPARES)
              && holds(count.compareTo(other));
    }

    @Override
    public Glance time(Value.Time time) {
      return Glancing::cannotTell;
    }

    @Override
    public Glance cells(Value.CellRelation relation) {
      return Glancing::cannotTell;
    }

    private static boolean cannotTell(Subject subject, Object found) {
      return false;
    }
  }

  /** Holds what was found against the limit. */
  private final class Holding implements ValueVisitor<Ruling> {
    private final Subject subject;
    private final Object found;

    Holding(Subject subject, Object found) {
      this.subject = subject;
      this.found = found;
    }

    @Override
    public Ruling number(Value.Number number) {
      return compared(subject, found, number.quantity());
    }

    @Override
    public Ruling range(Value.Range range) {
      return subject instanceof Indicator indicator && found instanceof BigDecimal
          ? printed(indicator, range)
          : enclosed(Quantity.ofMeasure(found), range);
    }

    @Override
    public Ruling yes(Value.Yes yes) {
      boolean wanted = demand == Demand.EQUAL;
      return new Ruling(
          found.equals(wanted), Datum.YesNo.of(found.equals(true)), Datum.YesNo.of(wanted), null);
    }

    @Override
    public Ruling names(Value.Names names) {
      return listed(found, names.names());
    }

    @Override
    public Ruling day(Value.Day day) {
      return compared(subject, found, day.day());
    }

    @Override
    public Ruling clock(Value.Clock clock) {
      return compared(subject, found, clock.time());
    }

    @Override
    public Ruling field(Value.Field field) {
      Object bound = Measures.value(subject, field.measure());
      return bound == null
          ? Ruling.unknown(Measures.missing(subject, field.measure()))
          : compared(subject, found, bound);
    }

    @Override
    public Ruling time(Value.Time time) {
      throw new IllegalStateException(limit.id() + " limits a span of time, and nothing that is found");
    }

    @Override
    public Ruling cells(Value.CellRelation relation) {
      throw new IllegalStateException(limit.id() + " holds cells against each other, and nothing that is found");
    }
  }

  /** Two days, two times of a day or of an evening, or two numbers. */
  private Ruling compared(Subject subject, Object found, Object bound) {
    if (found instanceof LocalDate day) {
      LocalDate other = (LocalDate) bound;
      return new Ruling(
          holds(day.compareTo(other)), new Datum.Date(day), new Datum.Date(other),
          Datum.Numeral.of(Math.abs(ChronoUnit.DAYS.between(other, day)), Period.Unit.DAYS.text()));
    }
    if (found instanceof EveningTime evening) {
      EveningTime other = new EveningTime((LocalTime) bound);
      long later = evening.minutesAfter(other);
      return new Ruling(
          holds(Long.signum(later)), new Datum.TimeOfDay(evening.time()), new Datum.TimeOfDay(other.time()),
          Datum.Numeral.of(Math.abs(later), MINUTES));
    }
    if (found instanceof LocalTime time) {
      LocalTime other = (LocalTime) bound;
      return new Ruling(
          holds(time.compareTo(other)), new Datum.TimeOfDay(time), new Datum.TimeOfDay(other),
          Datum.Numeral.of(Math.abs(ChronoUnit.MINUTES.between(other, time)), MINUTES));
    }
    if (subject instanceof Indicator indicator && found instanceof BigDecimal) {
      return printed(indicator, Quantity.ofMeasure(bound));
    }
    Quantity value = Quantity.ofMeasure(found);
    Quantity most = Quantity.ofMeasure(bound);
    return new Ruling(
        holds(value.compareTo(most)), Datum.Numeral.besides(most, value, limit.unit()),
        Datum.Numeral.of(most, limit.unit()),
        value.isFinite()
            ? Datum.Numeral.besides(Quantity.ZERO, value.minus(most).abs(), Datum.Numeral.unitApart(limit.unit()))
            : null);
  }

  /** A printed figure may be a bound or a round number: it keeps a limit only when all that it may mean does. */
  private Ruling printed(Indicator indicator, Quantity bound) {
    Quantity rate = rate(indicator);
    if (rate == null) {
      return inOtherUnit(indicator);
    }
    Interval interval = Interval.of(indicator.value(), indicator.approx()).times(rate);
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
    Quantity value = Quantity.of(indicator.value()).times(rate);
    boolean kept = interval.isExact() ? holds(value.compareTo(bound)) : openKeeps;
    return new Ruling(
        kept, told(indicator, rate, bound), Datum.Numeral.of(bound, limit.unit()),
        Datum.Numeral.of(value.minus(bound).abs(), Datum.Numeral.unitApart(limit.unit())));
  }

  private Ruling enclosed(Quantity value, Value.Range range) {
    Quantity nearest = isBelow(value, range) ? range.low() : range.high();
    return new Ruling(
        isWithin(value, range), Datum.Numeral.besides(nearest, value, limit.unit()),
        Datum.NumeralRange.of(range.low(), range.high(), limit.unit()),
        value.isFinite()
            ? Datum.Numeral.besides(
                Quantity.ZERO, value.minus(nearest).abs(), Datum.Numeral.unitApart(limit.unit()))
            : null);
  }

  private Ruling printed(Indicator indicator, Value.Range range) {
    Quantity rate = rate(indicator);
    if (rate == null) {
      return inOtherUnit(indicator);
    }
    Interval interval = Interval.of(indicator.value(), indicator.approx()).times(rate);
    Interval allowed = new Interval(range.low(), range.high(), false, false);
    if (interval.meets(allowed) && !interval.isWithin(allowed)) {
      return Ruling.unknown(List.of()).with(Remark.of(RemarkCode.APPROXIMATE, interval.text()));
    }
    Ruling ruling = enclosed(Quantity.of(indicator.value()).times(rate), range);
    // "More than 22" is printed as 22, which lies within 20..22, and is not.
    return new Ruling(
        interval.isWithin(allowed), told(indicator, rate, range.high()), ruling.limit(), ruling.difference());
  }

  /** How many units of the limit one unit of the figure is; null when the one cannot be told in the other. */
  private Quantity rate(Indicator indicator) {
    return UnitOfMeasure.of(indicator.unit()).in(UnitOfMeasure.of(limit.unit()));
  }

  /** The figure in the unit of the limit; as it was printed, when that is its own. */
  private Datum told(Indicator indicator, Quantity rate, Quantity bound) {
    return rate.equals(Quantity.of(1))
        ? Datum.Numeral.of(indicator.value(), limit.unit())
        : Datum.Numeral.besides(bound, Quantity.of(indicator.value()).times(rate), limit.unit());
  }

  private Ruling inOtherUnit(Indicator indicator) {
    Ruling ruling = UnitOfMeasure.of(indicator.unit()).isNone()
        ? Ruling.unknown(List.of("unit"))
        : Ruling.unknown(List.of()).with(Remark.of(RemarkCode.UNIT_DIFFERS, indicator.unit(), limit.unit()));
    return ruling.at(indicator, "unit");
  }

  private Ruling listed(Object found, List<String> names) {
    Datum wanted = new Datum.Items(names);
    if (demand == Demand.ONE_OF) {
      return new Ruling(names.contains(found.toString()), new Datum.Verbatim(found.toString()), wanted, null);
    }
    List<String> items = ((Collection<?>) found).stream().map(String::valueOf).toList();
    List<String> absent = names.stream().filter(name -> !items.contains(name)).toList();
    return new Ruling(
        absent.isEmpty(), new Datum.Items(items), wanted, absent.isEmpty() ? null : new Datum.Items(absent));
  }
}
