package org.dudao.engine.reckon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Relation;
import org.dudao.report.Datum;

/**
 * What follows from the operands of a published figure, and whether the figure agrees.
 *
 * <p>A stated figure stands for all numbers that round to it, half up, at the precision printed; operands count as
 * printed. Words such as "more than" make a figure an interval. The relation holds when the two meet.
 *
 * @param holds null when figures are missing
 * @param found what follows from the operands
 * @param stated what was published; for relations without a stated figure what would have to hold
 * @param unit in which they are told
 * @param difference how far they lie apart as printed; null where there is no distance
 * @param missing what would have to be reported before it could be told
 * @param rounding between which numbers the result lies if the operands too were rounded, and the figure would then agree;
 *     null when that makes no difference
 */
public record Reckoning(
    Boolean holds, Datum found, Datum stated, String unit, Datum difference, List<String> missing,
    String rounding) {

  /** A unit as it was printed: a power of ten before the noun. */
  private record PrintedUnit(Quantity factor, String noun) {
    public static PrintedUnit of(Indicator figure) {
      String text = figure.unit() == null ? "" : figure.unit().strip();
      if (text.startsWith("10k ")) {
        return new PrintedUnit(Quantity.of(10_000), text.substring("10k ".length()));
      }
      if (text.startsWith("100m ")) {
        return new PrintedUnit(Quantity.of(100_000_000), text.substring("100m ".length()));
      }
      return new PrintedUnit(Quantity.of(1), text);
    }

    /** How much of it a whole is: 100 per cent, 1000 per mille, a ratio of 1; 100 points. */
    Quantity whole() {
      return switch (noun) {
        case "‰" -> Quantity.of(1000);
        case "ratio" -> Quantity.of(1);
        default -> Quantity.of(100);
      };
    }
  }

  /** Two figures that a claim sets side by side are counted in unlike units: the claim itself makes no sense. */
  public static final class UnlikeUnitsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnlikeUnitsException(Indicator one, Indicator other) {
      super(one.id() + " (" + one.unit() + "), " + other.id() + " (" + other.unit() + ")");
    }
  }

  public static Reckoning of(Claim claim) {
    List<Indicator> operands = claim.operands() == null ? List.of() : claim.operands();
    List<String> missing = new ArrayList<>();
    if (needsStated(claim.relation()) && claim.stated() == null) {
      missing.add("stated");
    }
    if (operands.size() < operandsNeeded(claim)
        || operands.size() > operandsRead(claim.relation())
        || claim.relation() == Relation.WEIGHTED_SUM && operands.size() % 2 != 0) {
      missing.add("operands");
    }
    if (!missing.isEmpty()) {
      return unknown(missing);
    }
    return switch (claim.relation()) {
      case ORDER -> order(operands);
      case EQUAL -> equal(claim.stated(), operands);
      default -> numeric(claim, operands);
    };
  }

  private static boolean needsStated(Relation relation) {
    return relation != Relation.ORDER && relation != Relation.EQUAL && relation != Relation.COMPLETE;
  }

  /** One more than a formula reads would be passed over without a word. */
  private static int operandsRead(Relation relation) {
    return switch (relation) {
      case QUOTIENT, SHARE, GROWTH, GROWTH_BY -> 2;
      case WHOLE -> 0;
      default -> Integer.MAX_VALUE;
    };
  }

  private static int operandsNeeded(Claim claim) {
    return switch (claim.relation()) {
      case WHOLE -> 0;
      case QUOTIENT, SHARE, GROWTH, GROWTH_BY, DIFFERENCE, ORDER, WEIGHTED_SUM -> 2;
      case EQUAL -> claim.stated() == null ? 2 : 1;
      case SUM, PARTS, PRODUCT, COMPLETE -> 1;
    };
  }

  private static Reckoning unknown(List<String> missing) {
    return new Reckoning(null, null, null, null, null, List.copyOf(missing), null);
  }

  private static Reckoning numeric(Claim claim, List<Indicator> operands) {
    List<Indicator> all = new ArrayList<>(operands);
    if (claim.stated() != null) {
      all.add(claim.stated());
    }
    List<String> missing = all.stream().filter(figure -> figure.value() == null).map(Indicator::id).toList();
    if (!missing.isEmpty()) {
      return unknown(missing);
    }
    Indicator stated = claim.stated();
    return switch (claim.relation()) {
      case WHOLE -> {
        Quantity whole = PrintedUnit.of(stated).whole();
        Interval rate = Interval.of(stated.value(), stated.approx());
        yield reckoned(
            rate, rate, Interval.atMost(whole), Datum.Numeral.of(whole, told(stated.unit())), whole, stated.unit());
      }
      case COMPLETE -> {
        requireOneNoun(operands);
        Quantity whole = PrintedUnit.of(operands.get(0)).whole();
        yield reckoned(
            recomputed(Relation.SUM, operands, Reckoning::asPrinted), recomputed(Relation.SUM, operands, Reckoning::asRounded),
            Interval.exactly(whole), Datum.Numeral.of(whole, told(operands.get(0).unit())), whole,
            operands.get(0).unit());
      }
      case PARTS -> {
        requireOneNoun(all);
        Interval whole = published(stated);
        Interval atMost = new Interval(null, whole.high(), false, whole.highOpen());
        yield follows(claim, Relation.SUM, operands, atMost);
      }
      case SUM, DIFFERENCE -> {
        requireOneNoun(all);
        yield follows(claim, claim.relation(), operands, published(stated));
      }
      case WEIGHTED_SUM -> {
        List<Indicator> values = new ArrayList<>(List.of(stated));
        for (int i = 1; i < operands.size(); i += 2) {
          values.add(operands.get(i));
        }
        requireOneNoun(values);
        yield follows(claim, claim.relation(), operands, published(stated));
      }
      default -> follows(claim, claim.relation(), operands, published(stated));
    };
  }

  private static Reckoning follows(Claim claim, Relation relation, List<Indicator> operands, Interval allowed) {
    Quantity scale = scale(claim);
    Interval found = recomputed(relation, operands, Reckoning::asPrinted);
    Interval loose = recomputed(relation, operands, Reckoning::asRounded);
    if (found == null || loose == null) {
      return unknown(List.of("operands"));
    }
    Quantity printed = Quantity.of(claim.stated().value());
    return reckoned(
        found.times(scale), loose.times(scale), allowed,
        Datum.Numeral.of(claim.stated().value(), told(claim.stated().unit())), printed, claim.stated().unit());
  }

  private static Reckoning reckoned(
      Interval found, Interval loose, Interval allowed, Datum stated, Quantity printed, String unit) {
    boolean holds = found.meets(allowed);
    return new Reckoning(
        holds, found.datum(told(unit)), stated, unit,
        Datum.Numeral.of(found.distance(Interval.exactly(printed)), Datum.Numeral.unitApart(told(unit))), List.of(),
        !holds && loose.meets(allowed) ? loose.text() : null);
  }

  /** With what a result is multiplied to stand in the unit of the stated figure. */
  private static Quantity scale(Claim claim) {
    PrintedUnit unit = PrintedUnit.of(claim.stated());
    return switch (claim.relation()) {
      case SHARE, GROWTH, GROWTH_BY -> unit.noun().equals("%") || unit.noun().equals("‰") ? unit.whole() : Quantity.of(1);
      default -> Quantity.of(1).dividedBy(unit.factor());
    };
  }

  /** What follows from the operands, in plain units; null for zero by zero. */
  private static Interval recomputed(
      Relation relation, List<Indicator> operands, Function<Indicator, Interval> reading) {
    List<Interval> figures = operands.stream().map(reading).toList();
    Interval first = figures.get(0);
    List<Interval> rest = figures.subList(1, figures.size());
    return switch (relation) {
      case SUM -> rest.stream().reduce(first, Interval::plus);
      case WEIGHTED_SUM -> {
        Interval sum = Interval.exactly(Quantity.ZERO);
        for (int i = 0; i < figures.size(); i += 2) {
          sum = sum.plus(figures.get(i).times(figures.get(i + 1)));
        }
        yield sum;
      }
      case DIFFERENCE -> rest.stream().reduce(first, Interval::minus);
      case PRODUCT -> rest.stream().reduce(first, Interval::times);
      case QUOTIENT, SHARE -> first.dividedBy(rest.get(0));
      case GROWTH -> {
        // Not (now - before) / before: with intervals the two befores would be taken for unlike numbers.
        Interval times = first.dividedBy(rest.get(0));
        yield times == null ? null : times.minus(Interval.exactly(Quantity.of(1)));
      }
      case GROWTH_BY -> Interval.growth(first, rest.get(0));
      case PARTS, COMPLETE, ORDER, EQUAL, WHOLE -> throw new IllegalArgumentException(relation + " recomputes nothing");
    };
  }

  private static Interval asPrinted(Indicator figure) {
    return Interval.of(figure.value(), figure.approx()).times(PrintedUnit.of(figure).factor());
  }

  /** The same, but a figure with decimals stands for all that round to it. */
  private static Interval asRounded(Indicator figure) {
    return figure.approx() == null && figure.value().scale() > 0
        ? Interval.rounded(figure.value()).times(PrintedUnit.of(figure).factor())
        : asPrinted(figure);
  }

  /** What a stated figure may stand for, in its own unit. */
  private static Interval published(Indicator stated) {
    return stated.approx() == null
        ? Interval.rounded(stated.value())
        : Interval.of(stated.value(), stated.approx());
  }

  private static Reckoning order(List<Indicator> operands) {
    List<String> missing = new ArrayList<>(missing(operands));
    operands.stream().filter(one -> one.value() == null && one.date() == null).map(Indicator::id)
        .filter(id -> !missing.contains(id)).forEach(missing::add);
    if (!missing.isEmpty()) {
      return unknown(missing);
    }
    Quantity worst = Quantity.ZERO;
    boolean holds = true;
    for (int i = 0; i < operands.size(); i++) {
      for (Indicator later : operands.subList(i + 1, operands.size())) {
        Indicator earlier = operands.get(i);
        Interval from = span(earlier);
        Interval to = span(later);
        Interval onwards = new Interval(from.low(), null, from.lowOpen(), false);
        Interval upTo = new Interval(null, to.high(), false, to.highOpen());
        holds &= onwards.meets(upTo);
        worst = max(worst, onwards.distance(upTo));
        requireOneNoun(List.of(earlier, later));
      }
    }
    StringBuilder found = new StringBuilder(datum(operands.get(0)).text());
    for (int i = 1; i < operands.size(); i++) {
      boolean falls = span(operands.get(i)).isBelow(span(operands.get(i - 1)));
      found.append(falls ? " > " : " <= ").append(datum(operands.get(i)).text());
    }
    String unit = noun(operands);
    return new Reckoning(
        holds, new Datum.Verbatim(found.toString()), null, unit,
        Datum.Numeral.of(worst, Datum.Numeral.unitApart(told(unit))),
        List.of(), null);
  }

  private static Reckoning equal(Indicator stated, List<Indicator> operands) {
    List<Indicator> all = new ArrayList<>(operands);
    if (stated != null) {
      all.add(0, stated);
    }
    List<String> missing = missing(all);
    if (!missing.isEmpty()) {
      return unknown(missing);
    }
    boolean areTexts = all.get(0).value() == null && all.get(0).date() == null;
    boolean holds = true;
    Quantity worst = Quantity.ZERO;
    for (int i = 0; i < all.size(); i++) {
      for (Indicator other : all.subList(i + 1, all.size())) {
        Indicator one = all.get(i);
        if (areTexts) {
          holds &= one.text().equals(other.text());
        } else {
          requireOneNoun(List.of(one, other));
          Interval first = one == stated && one.value() != null && one.approx() == null
              ? Interval.rounded(one.value()).times(PrintedUnit.of(one).factor())
              : span(one);
          holds &= first.meets(span(other));
          worst = max(worst, span(one).distance(span(other)));
        }
      }
    }
    List<Datum> data = all.stream().map(Reckoning::datum).toList();
    Datum found = sideBySide(data.subList(1, data.size()));
    String unit = noun(all);
    String unitApart = found instanceof Datum.Date ? Period.Unit.DAYS.text() : Datum.Numeral.unitApart(told(unit));
    return new Reckoning(
        holds, found, data.get(0), unit, areTexts ? null : Datum.Numeral.of(worst, unitApart), List.of(), null);
  }

  /** Figures side by side must all be numbers, or all days, or all texts: those that are not what one of them is. */
  private static List<String> missing(List<Indicator> figures) {
    Function<Indicator, Object> kind =
        figures.stream().anyMatch(figure -> figure.value() != null) ? Indicator::value
            : figures.stream().anyMatch(figure -> figure.date() != null) ? Indicator::date : Indicator::text;
    return figures.stream().filter(figure -> kind.apply(figure) == null).map(Indicator::id).toList();
  }

  /** A number as printed, or a day as its number among all days; a text has no place among the numbers. */
  private static Interval span(Indicator figure) {
    if (figure.value() != null) {
      return asPrinted(figure);
    }
    return figure.date() == null
        ? new Interval(null, null, false, false)
        : Interval.exactly(Quantity.of(BigDecimal.valueOf(figure.date().toEpochDay())));
  }

  private static String noun(List<Indicator> figures) {
    return figures.get(0).value() == null ? null : PrintedUnit.of(figures.get(0)).noun();
  }

  /** What has no unit is told without one. */
  private static String told(String unit) {
    return unit == null ? Datum.Numeral.NO_UNIT : unit;
  }

  /** A number in plain units, so that figures in unlike powers of ten can be read side by side. */
  private static Datum datum(Indicator figure) {
    if (figure.value() != null) {
      return asPrinted(figure).datum(PrintedUnit.of(figure).noun());
    }
    return figure.date() != null ? new Datum.Date(figure.date()) : new Datum.Verbatim(figure.text());
  }

  private static Datum sideBySide(List<Datum> data) {
    return data.size() == 1
        ? data.get(0)
        : new Datum.Verbatim(data.stream().map(Datum::text).collect(Collectors.joining(", ")));
  }

  private static void requireOneNoun(List<Indicator> figures) {
    Indicator first = figures.get(0);
    for (Indicator other : figures) {
      if (!PrintedUnit.of(first).noun().equals(PrintedUnit.of(other).noun())) {
        throw new UnlikeUnitsException(first, other);
      }
    }
  }

  private static Quantity max(Quantity one, Quantity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
