package org.dudao.engine.reckon;

import java.math.BigDecimal;
import java.math.BigInteger;
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

  public static Interval exactly(Quantity value) {
    return new Interval(value, value, false, false);
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
      case MIN -> new Interval(value, null, false, false);
      case NEAR -> new Interval(value.minus(unitBelow), value, true, false);
      case MAX -> atMost(value);
      case ABOUT -> new Interval(value.minus(half), value.plus(half), false, false);
    };
  }

  /** All numbers that are printed so when rounded half up, away from zero, to that many decimals. */
  static Interval rounded(BigDecimal printed) {
    Quantity value = Quantity.of(printed);
    Quantity half = new Quantity(BigDecimal.ONE.movePointLeft(printed.scale()), TWO);
    boolean negative = printed.signum() < 0;
    return new Interval(value.minus(half), value.plus(half), negative || printed.signum() == 0, !negative);
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
    return plus(new Interval(
        other.high == null ? null : other.high.negated(), other.low == null ? null : other.low.negated(),
        other.highOpen, other.lowOpen));
  }

  /** The product of two intervals of numbers that are not negative, as counts, amounts and rates are. */
  Interval times(Interval other) {
    return new Interval(
        low == null || other.low == null ? null : low.times(other.low),
        high == null || other.high == null ? null : high.times(other.high),
        lowOpen || other.lowOpen,
        highOpen || other.highOpen);
  }

  Interval times(Quantity factor) {
    return new Interval(
        low == null ? null : low.times(factor), high == null ? null : high.times(factor), lowOpen, highOpen);
  }

  /**
   * The quotient by an interval of numbers that are not negative; null for zero by zero, beyond every number for anything
   * else by zero.
   */
  Interval dividedBy(Interval other) {
    if (other.isExact() && other.low.signum() == 0) {
      boolean zero = (low == null || low.signum() <= 0) && (high == null || high.signum() >= 0);
      return zero ? null : exactly(new Quantity(BigDecimal.ONE, BigDecimal.ZERO));
    }
    return new Interval(
        low == null ? null : quotient(low, low.signum() < 0 ? other.low : other.high),
        high == null ? null : quotient(high, high.signum() < 0 ? other.high : other.low),
        lowOpen || other.highOpen,
        highOpen || other.lowOpen);
  }

  /** What an increase is of what was there before it: the more the increase, the less what is there now, the higher. */
  static Interval growth(Interval now, Interval increase) {
    Interval least = new Interval(increase.low, increase.low, increase.lowOpen, increase.lowOpen);
    Interval most = new Interval(increase.high, increase.high, increase.highOpen, increase.highOpen);
    Interval slow = least.dividedBy(new Interval(now.high, now.high, now.highOpen, now.highOpen).minus(least));
    Interval fast = most.dividedBy(new Interval(now.low, now.low, now.lowOpen, now.lowOpen).minus(most));
    return slow == null || fast == null ? null : new Interval(slow.low, fast.high, slow.lowOpen, fast.highOpen);
  }

  private static Quantity quotient(Quantity dividend, Quantity divisor) {
    Quantity quotient = divisor == null ? null : dividend.dividedBy(divisor);
    return quotient == null || !quotient.isFinite() ? null : quotient;
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

  boolean isBelow(Interval other) {
    if (high == null || other.low == null) {
      return false;
    }
    int order = high.compareTo(other.low);
    return order < 0 || order == 0 && (highOpen || other.lowOpen);
  }

  /** The one number in that unit, or the range. */
  Datum datum(String unit) {
    return isExact() ? Datum.Numeral.of(low, unit) : Datum.Numeral.undecimal(text());
  }

  /** {@code 12}, {@code 40..50}, {@code >= 80}, {@code <= 53} */
  public String text() {
    if (low == null || high == null) {
      return low == null ? "<= " + high : ">= " + low;
    }
    return isExact() ? low.toString() : low + ".." + high;
  }
}
