package org.dudao.engine.reckon;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Quantity;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** The arithmetic of one claim: what follows from its operands, beside what was stated or a whole. */
final class Recalculation {
  private static final Interval ONE = Interval.exactly(Quantity.of(1));

  private final Claim claim;
  private final PrintedFigures figures;
  private final Indicator stated;
  private final List<Indicator> operands;

  Recalculation(Claim claim, PrintedFigures figures) {
    this.claim = claim;
    this.figures = figures;
    this.stated = claim.stated();
    this.operands = claim.operands() == null ? List.of() : claim.operands();
  }

  Reckoning reckoning() {
    List<String> masked = operands.stream().filter(one -> one.value() == null).map(Indicator::id).toList();
    if (stated != null && stated.value() == null || stated == null && masked.size() == operands.size()) {
      return Reckoning.unknown(
          Stream.concat(masked.stream(), Stream.ofNullable(stated).map(Indicator::id)).toList());
    }
    requireLikeUnits();
    Target target = target();
    Interval found = recomputed(figures::asPrinted);
    if (found == null) {
      return Reckoning.unknown(
          Remark.of(RemarkCode.UNDEFINED, operands.stream().map(Indicator::id).collect(Collectors.joining(", "))));
    }
    Interval possible = recomputed(figures::asRounded);
    if (!masked.isEmpty()) {
      return possible.meets(target.allowed)
          ? Reckoning.unknown(masked)
          : reckoned(found, target, false)
              .with(Remark.of(RemarkCode.MASKED_OPERANDS, String.join(", ", masked)));
    }
    if (found.meets(target.allowed)) {
      return reckoned(found, target, true);
    }
    Reckoning reckoning = reckoned(found, target, possible.meets(target.allowed));
    return reckoning.holds()
        ? reckoning.with(Remark.of(RemarkCode.ROUNDED_OPERANDS, told(possible, target.teller).text()))
        : reckoning;
  }

  private Reckoning reckoned(Interval found, Target target, boolean holds) {
    String unit = unit(target.teller);
    Interval told = told(found, target.teller);
    Quantity difference = told.distance(told(target.number, target.teller));
    return new Reckoning(
        holds, told.datum(unit), target.told, unit,
        difference.isFinite() ? Datum.Numeral.of(difference, Datum.Numeral.unitApart(unit)) : null,
        List.of(), List.of(), null);
  }

  /**
   * What the recomputed number must meet.
   *
   * @param number its one number, in common units
   * @param teller the figure in whose unit all is told
   */
  private record Target(Interval allowed, Interval number, Datum told, Indicator teller) {}

  private Target target() {
    return switch (claim.relation()) {
      case WHOLE -> whole(stated, Interval::atMost);
      case COMPLETE -> whole(firstKnown(), Interval::exactly);
      case PARTS -> result(figures.asResult(stated).orLess());
      default -> result(figures.asResult(stated));
    };
  }

  private Target whole(Indicator teller, Function<Quantity, Interval> allowed) {
    Quantity whole = figures.whole(teller);
    Interval number = Interval.exactly(whole);
    return new Target(allowed.apply(whole), number, told(number, teller).datum(unit(teller)), teller);
  }

  private Target result(Interval allowed) {
    Interval number = Interval.exactly(Quantity.of(stated.value()).times(figures.factor(stated)));
    return new Target(allowed, number, Datum.Numeral.of(stated.value(), unit(stated)), stated);
  }

  /** What is added, taken off or divided must be of one kind with the whole to which it belongs. */
  private void requireLikeUnits() {
    switch (claim.relation()) {
      case SUM, PARTS -> operands.forEach(part -> figures.requireLike(part, stated));
      case WEIGHTED_SUM -> values().forEach(value -> figures.requireLike(value, stated));
      case DIFFERENCE -> {
        Indicator whole = figures.hasUnit(operands.get(0)) ? operands.get(0) : stated;
        operands.forEach(part -> figures.requireLike(part, whole));
        figures.requireLike(stated, whole);
      }
      case SHARE, GROWTH, GROWTH_BY -> {
        figures.requireLike(operands.get(0), operands.get(1));
        figures.requireShare(stated);
      }
      case COMPLETE -> operands.forEach(part -> figures.requireLike(part, firstKnown()));
      default -> { }
    }
  }

  private Indicator firstKnown() {
    return operands.stream().filter(one -> one.value() != null).findFirst().orElseThrow();
  }

  private List<Indicator> values() {
    return IntStream.range(0, operands.size()).filter(i -> i % 2 == 1).mapToObj(operands::get).toList();
  }

  /** What follows from the operands, in common units; null for what is undefined: zero by zero, growth from nothing. */
  private Interval recomputed(Function<Indicator, Interval> reading) {
    List<Interval> numbers = operands.stream().map(reading).toList();
    return switch (claim.relation()) {
      case WHOLE -> reading.apply(stated);
      case SUM, PARTS, COMPLETE -> numbers.stream().reduce(Interval::plus).orElseThrow();
      case WEIGHTED_SUM -> IntStream.range(0, numbers.size() / 2)
          .mapToObj(i -> numbers.get(2 * i).times(numbers.get(2 * i + 1)))
          .reduce(Interval::plus)
          .orElseThrow();
      case DIFFERENCE -> numbers.stream().reduce(Interval::minus).orElseThrow();
      case PRODUCT -> numbers.stream().reduce(Interval::times).orElseThrow();
      case QUOTIENT, SHARE -> numbers.get(0).dividedBy(numbers.get(1));
      // Not (now - before) / before: with intervals the two befores would be taken for unlike numbers.
      case GROWTH -> growth(numbers.get(0).dividedBy(numbers.get(1)));
      // Nor increase / (now - increase), for the same reason.
      case GROWTH_BY -> {
        Interval share = numbers.get(1).dividedBy(numbers.get(0));
        yield share == null ? null : growth(ONE.dividedBy(ONE.minus(share)));
      }
      case ORDER, EQUAL -> throw new IllegalArgumentException(claim.relation() + " recomputes nothing");
    };
  }

  /** By how much that many times as much is more; nothing grows from nothing. */
  private static Interval growth(Interval times) {
    return times == null || times.isExact() && !times.low().isFinite() ? null : times.minus(ONE);
  }

  /** From common units into that of the figure. */
  private Interval told(Interval number, Indicator teller) {
    return number.times(Quantity.of(1).dividedBy(figures.factor(teller)));
  }

  private String unit(Indicator figure) {
    return figures.unit(figure).text();
  }
}
