package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.reckon.Proportion;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Indicator;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.stated( $indicator, rate )}: a rate that somebody stated, beside the facts that it is about. It is
 * contradicted where none of the numbers that are printed so agrees with them. A limit of the level query doubts it where
 * it does not agree as it stands: 100 % are all, however many more there are.
 */
final class StatedRate implements Measurement {
  private static final Quantity ALL = Quantity.of(100);
  /** So many facts are named that speak against a figure. */
  private static final int NAMED = 3;

  private final Rate rate;
  private final Limit limit;
  /** That says it. */
  private final Rule rule;
  /** The figure beside the facts of that bureau, where it is told of them; null before. */
  private final Beside told;

  StatedRate(Rate rate, Limit limit) {
    this(rate, limit, null, null);
  }

  private StatedRate(Rate rate, Limit limit, Rule rule, Beside told) {
    this.rate = rate;
    this.limit = limit;
    this.rule = rule;
    this.told = told;
  }

  /**
   * The figure and the facts side by side.
   *
   * @param printed the numbers that the figure may stand for, in per cent
   * @param shown the numbers that the facts leave possible
   */
  private record Beside(Interval printed, Interval shown, Rate.Sorted sorted) {
    boolean isTooGreat() {
      return shown.isBelow(printed);
    }

    boolean isTooSmall() {
      return printed.isBelow(shown);
    }

    /** What the figure would have to be to agree. */
    Demand demand() {
      if (isTooGreat()) {
        return shown.highOpen() ? Demand.BELOW : Demand.AT_MOST;
      }
      return isTooSmall() ? shown.lowOpen() ? Demand.ABOVE : Demand.AT_LEAST : Demand.FOLLOWS;
    }

    Quantity nearest() {
      return isTooGreat() ? shown.high() : shown.low();
    }
  }

  @Override
  public StatedRate saidBy(Rule one) {
    return new StatedRate(rate, limit, one, told);
  }

  @Override
  public boolean followsOthers() {
    return true;
  }

  @Override
  public List<StatedRate> told(Subject subject, EvaluationContext context) {
    Indicator stated = (Indicator) subject;
    // The figure of a province or of the nation is not about the facts of one county.
    boolean isOwn = stated.level() == context.facts().bureau().level();
    Beside beside = isOwn ? beside(stated, context) : null;
    return beside == null ? List.of() : List.of(new StatedRate(rate, limit, rule, beside));
  }

  @Override
  public String measure(Subject subject) {
    return "value";
  }

  @Override
  public String component(Subject subject) {
    return "value";
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    return Set.of("value");
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return told == null ? bound.demand() : told.demand();
  }

  /** What agrees for all that is known, and may also not, is left undecided. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    Indicator indicator = (Indicator) subject;
    Beside beside = told == null ? beside(indicator, context) : told;
    if (beside == null) {
      return Ruling.unknown(List.of());
    }
    Quantity value = Quantity.of(indicator.value()).times(perCent(indicator));
    if (!beside.isTooGreat() && !beside.isTooSmall()) {
      return beside.shown().isWithin(beside.printed())
          ? new Ruling(true, beside.shown().datum(limit.unit()), Datum.Numeral.of(value, limit.unit()), null)
              .with(counted(beside))
          : Ruling.unknown(List.of());
    }
    Quantity nearest = beside.nearest();
    Quantity apart = value.minus(nearest).abs();
    return new Ruling(
            false, Datum.Numeral.besides(nearest, value, limit.unit()),
            Datum.Numeral.besides(value, nearest, limit.unit()),
            apart.signum() == 0
                ? null
                : Datum.Numeral.besides(Quantity.ZERO, apart, Datum.Numeral.unitApart(limit.unit())))
        .with(counted(beside)).with(against(beside));
  }

  private static Remark counted(Beside beside) {
    Proportion proportion = beside.sorted().proportion();
    return Remark.of(RemarkCode.RECORDED, proportion.so(), proportion.not(), proportion.open());
  }

  /** The facts that speak against the figure. */
  private static Remark against(Beside beside) {
    List<Subject> all = beside.isTooGreat() ? beside.sorted().not() : beside.sorted().so();
    String named =
        all.stream()
            .map(Subject::nameAndId)
            .sorted()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    return Remark.of(RemarkCode.AGAINST, all.size(), named);
  }

  /** Null where the figure is no number in per cent, or nothing that was submitted is surely so, or not so. */
  private Beside beside(Indicator indicator, EvaluationContext context) {
    boolean isPlain = limit.level() == Level.QUERY;
    if (indicator.value() == null || perCent(indicator) == null) {
      return null;
    }
    Rate.Sorted sorted = rate.sorted(indicator, rule, isPlain, context);
    Interval shown = sorted.proportion().percent();
    return shown == null ? null : new Beside(printed(indicator, isPlain, sorted.proportion()), shown, sorted);
  }

  /** Who states all, or none, and does not tell of how many, rounds nothing. */
  private Interval printed(Indicator indicator, boolean isPlain, Proportion proportion) {
    BigDecimal value = indicator.value();
    Quantity perCent = perCent(indicator);
    if (indicator.approx() != null) {
      return Interval.of(value, indicator.approx()).times(perCent);
    }
    boolean isAllOrNone = value.signum() == 0 || Quantity.of(value).times(perCent).equals(ALL);
    return isAllOrNone && (isPlain || !proportion.isCounted())
        ? Interval.exactly(Quantity.of(value).times(perCent))
        : Interval.rounded(value).times(perCent);
  }

  /** How many per cent one unit of the figure is; null when it cannot be told in per cent. */
  private Quantity perCent(Indicator indicator) {
    return UnitOfMeasure.of(indicator.unit()).in(UnitOfMeasure.of(limit.unit()));
  }
}
