package org.dudao.engine.reckon;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.dudao.fact.Approximation;
import org.dudao.fact.Quantity;
import org.dudao.report.Datum;

/**
 * Between which numbers a printed figure lies, as its precision or the word beside it says.
 *
 * @param low null when there is no lower end
 * @param high null when there is no upper end
 * @param lowOpen the lower end itself is out
 * @param highOpen the upper end itself is out
 */
public record Interval(Quantity low, Quantity high, boolean lowOpen, boolean highOpen) {
  /** Any number. */
  public static final Interval ANY = new Interval(null, null, false, false);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Quantity ONE = Quantity.of(1);
  private static final Quantity BEYOND = new Quantity(BigDecimal.ONE, BigDecimal.ZERO);

  public static Interval exactly(Quantity value) {
    return new Interval(value, value, false, false);
  }

  static Interval atLeast(Quantity value) {
    return new Interval(value, null, false, false);
  }

  static Interval atMost(Quantity value) {
    return new Interval(null, value, false, false);
  }

  /** What "more than 40", "nearly 20" or "about 50" leave open: one unit of the last digit that is not zero, or half of it. */
  public static Interval of(BigDecimal printed, Approximation approximation) {
    Quantity value = Quantity.of(printed);
    if (approximation == null) {
      return exactly(value);
    }
    BigDecimal digit = BigDecimal.ONE.scaleByPowerOfTen(-printed.stripTrailingZeros().scale());
    Quantity unit = Quantity.of(digit);
    // Nearly 1000 is more than 900, not more than nothing.
    boolean powerOfTen = printed.stripTrailingZeros().unscaledValue().abs().equals(BigInteger.ONE);
    Quantity unitBelow = powerOfTen ? Quantity.of(digit.movePointLeft(1)) : unit;
    Quantity half = new Quantity(digit, TWO);
    return switch (approximation) {
      case OVER -> new Interval(value, value.plus(unit), true, true);
      case MIN -> atLeast(value);
      case NEAR -> new Interval(value.minus(unitBelow), value, true, false);
      case MAX -> atMost(value);
      case ABOUT -> new Interval(value.minus(half), value.plus(half), false, false);
    };
  }

  /**
   * All numbers that are printed so when rounded to that many decimals. Both ends are in: a number halfway between two
   * that can be printed goes up by one usage (half up) and to the even one by another (GB/T 8170).
   */
  public static Interval rounded(BigDecimal printed) {
    Quantity value = Quantity.of(printed);
    Quantity half = new Quantity(BigDecimal.ONE.movePointLeft(printed.scale()), TWO);
    return new Interval(value.minus(half), value.plus(half), false, false);
  }

  /** The same without a lower end. */
  Interval orLess() {
    return new Interval(null, high, false, highOpen);
  }

  /** Between these two, in whatever order, both included. */
  public static Interval between(Quantity one, Quantity other) {
    return one.compareTo(other) <= 0 ? new Interval(one, other, false, false) : new Interval(other, one, false, false);
  }

  /** The least interval with all numbers of both. */
  public Interval spanning(Interval other) {
    if (!isClosed() || !other.isClosed()) {
      return ANY;
    }
    return new Interval(
        low.compareTo(other.low) <= 0 ? low : other.low, high.compareTo(other.high) >= 0 ? high : other.high,
        false, false);
  }

  /** Whether it has two ends, and both are in it. */
  public boolean isClosed() {
    return low != null && high != null && !lowOpen && !highOpen;
  }

  public boolean isExact() {
    return low != null && high != null && low.equals(high);
  }

  Interval plus(Interval other) {
    return new Interval(
        low == null || other.low == null ? null : low.plus(other.low),
        high == null || other.high == null ? null : high.plus(other.high),
        lowOpen || other.lowOpen,
        highOpen || other.highOpen);
  }

  Interval minus(Interval other) {
    return plus(other.negated());
  }

  /**
   * The product. Where both factors leave something open, one without a lower end is taken for a number that is not
   * negative, as counts, amounts and rates are.
   */
  Interval times(Interval other) {
    if (isExact() || other.isExact()) {
      return isExact() ? other.times(low) : times(other.low);
    }
    Interval one = floored();
    Interval two = other.floored();
    return one.isNegativeSomewhere() || two.isNegativeSomewhere()
        ? one.productOfUnlikeSigns(two)
        : new Interval(
            one.low.times(two.low),
            one.high == null || two.high == null ? null : one.high.times(two.high),
            !one.holdsZero() && !two.holdsZero() && (one.lowOpen || two.lowOpen),
            one.highOpen || two.highOpen);
  }

  /** Its ends are among the products of the ends; whether they are in hardly matters here. */
  private Interval productOfUnlikeSigns(Interval other) {
    if (low == null || high == null || other.low == null || other.high == null) {
      return ANY;
    }
    List<Quantity> products =
        List.of(low.times(other.low), low.times(other.high), high.times(other.low), high.times(other.high));
    return new Interval(Collections.min(products), Collections.max(products), false, false);
  }

  /** Nothing remains open of what is taken no times; what lies beyond every number stays there. */
  public Interval times(Quantity factor) {
    if (factor.signum() == 0) {
      return exactly(Quantity.ZERO);
    }
    if (factor.signum() < 0) {
      return negated().times(factor.negated());
    }
    if (isExact() && !low.isFinite()) {
      return this;
    }
    return new Interval(
        low == null ? null : low.times(factor), high == null ? null : high.times(factor), lowOpen, highOpen);
  }

  /**
   * The quotient; null for zero by zero, beyond every number for anything else by zero. A divisor that only may be zero
   * is taken for a number that is not negative.
   */
  Interval dividedBy(Interval other) {
    if (other.isZero()) {
      return holdsZero() ? null : exactly(isExact() ? low.dividedBy(other.low) : BEYOND);
    }
    return other.high != null && other.high.signum() <= 0
        ? negated().dividedBy(other.negated())
        : times(other.reciprocal());
  }

  private Interval reciprocal() {
    boolean mayBeZero = low == null || low.signum() <= 0;
    return new Interval(
        high == null ? Quantity.ZERO : ONE.dividedBy(high), mayBeZero ? null : ONE.dividedBy(low),
        high == null || highOpen, !mayBeZero && lowOpen);
  }

  private Interval negated() {
    return new Interval(negated(high), negated(low), highOpen, lowOpen);
  }

  private Interval floored() {
    return low == null && high != null && high.signum() >= 0
        ? new Interval(Quantity.ZERO, high, false, highOpen)
        : this;
  }

  private boolean isNegativeSomewhere() {
    return low == null || low.signum() < 0;
  }

  boolean isZero() {
    return isExact() && low.signum() == 0;
  }

  private boolean holdsZero() {
    return exactly(Quantity.ZERO).isWithin(this);
  }

  public boolean meets(Interval other) {
    return !isBelow(other) && !other.isBelow(this);
  }

  /** Whether all of its numbers are among those of the other. */
  public boolean isWithin(Interval other) {
    return isNotBelow(low, lowOpen, other.low, other.lowOpen)
        && isNotBelow(negated(high), highOpen, negated(other.high), other.highOpen);
  }

  /** Whether no number from the one lower end on lies below the other lower end. */
  private static boolean isNotBelow(Quantity low, boolean open, Quantity bound, boolean boundOpen) {
    if (bound == null) {
      return true;
    }
    int order = low == null ? -1 : low.compareTo(bound);
    return order > 0 || order == 0 && (open || !boundOpen);
  }

  private static Quantity negated(Quantity end) {
    return end == null ? null : end.negated();
  }

  /** How far the nearest ends lie apart; zero when the two meet, or touch at an end that is out. */
  Quantity distance(Interval other) {
    if (isBelow(other)) {
      return other.low.minus(high);
    }
    return other.isBelow(this) ? low.minus(other.high) : Quantity.ZERO;
  }

  /** Whether all of its numbers are less than all of the other. */
  public boolean isBelow(Interval other) {
    if (high == null || other.low == null) {
      return false;
    }
    int order = high.compareTo(other.low);
    return order < 0 || order == 0 && (highOpen || other.lowOpen);
  }

  /** The one number in that unit, or the range. */
  public Datum datum(String unit) {
    return isExact() ? Datum.Numeral.of(low, unit) : Datum.Numeral.undecimal(text());
  }

  /** {@code 12}, {@code 40..50}, {@code >= 80}, {@code <= 53}; {@code ..} for any number */
  public String text() {
    if (low == null && high == null) {
      return "..";
    }
    if (low == null || high == null) {
      return low == null ? "<= " + high : ">= " + low;
    }
    return isExact() ? low.toString() : low + ".." + high;
  }
}
