package org.dudao.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number: a decimal, or a ratio of two that has none. No verdict rests on a rounded one.
 *
 * @param denominator not negative; zero stands for a ratio beyond every number (pupils without any teacher)
 */
public record Quantity(BigDecimal numerator, BigDecimal denominator) implements Comparable<Quantity> {
  public static final Quantity ZERO = of(0);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SHOWN_DECIMALS = 4;
  private static final int MAX_DECIMALS = 30;
  private static final int LONG_DIGITS = 18;

  public Quantity {
    if (denominator.signum() < 0) {
      numerator = numerator.negate();
      denominator = denominator.negate();
    }
  }

  public static Quantity of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  public static Quantity of(BigDecimal value) {
    return new Quantity(value, BigDecimal.ONE);
  }

  /** The exact number in one of the boxed types that facts hold, or null for null. */
  public static Quantity from(Number value) {
    if (value == null) {
      return null;
    }
    return value instanceof BigDecimal decimal ? of(decimal) : of(value.longValue());
  }

  /** The exact number of what a fact said: itself, a boxed number, or null for what was not reported or is no number. */
  public static Quantity ofMeasure(Object value) {
    return value instanceof Quantity quantity ? quantity : value instanceof Number number ? from(number) : null;
  }

  /** The first to the second; null when either was not reported, or when both are zero. */
  public static Quantity ratio(Number first, Number second) {
    return first == null || second == null ? null : from(first).dividedBy(from(second));
  }

  /** The part in per cent of the whole; null when either was not reported, or when both are zero. */
  public static Quantity percent(Number part, Number whole) {
    Quantity ratio = ratio(part, whole);
    return ratio == null ? null : ratio.times(of(HUNDRED));
  }

  public Quantity plus(Quantity other) {
    return denominator.compareTo(other.denominator) == 0
        ? new Quantity(numerator.add(other.numerator), denominator)
        : new Quantity(
            product(numerator, other.denominator).add(product(other.numerator, denominator)),
            product(denominator, other.denominator));
  }

  public Quantity negated() {
    return new Quantity(numerator.negate(), denominator);
  }

  public Quantity minus(Quantity other) {
    return plus(other.negated());
  }

  public Quantity times(Quantity other) {
    return new Quantity(product(numerator, other.numerator), product(denominator, other.denominator));
  }

  /** The quotient; null for zero by zero, which is no number. */
  public Quantity dividedBy(Quantity other) {
    BigDecimal above = product(numerator, other.denominator);
    BigDecimal below = product(denominator, other.numerator);
    return above.signum() == 0 && below.signum() == 0 ? null : new Quantity(above, below);
  }

  public Quantity abs() {
    return new Quantity(numerator.abs(), denominator);
  }

  public int signum() {
    return numerator.signum();
  }

  /** False for a ratio with nothing below the line. */
  public boolean isFinite() {
    return denominator.signum() != 0;
  }

  /** Rounded to that many decimals. */
  public BigDecimal rounded(int decimals, RoundingMode mode) {
    return numerator.divide(denominator, decimals, mode);
  }

  /** Rounded half up to that many decimals, as published figures are. */
  public BigDecimal rounded(int decimals) {
    return rounded(decimals, RoundingMode.HALF_UP);
  }

  /** Whether it is written as a whole number of moderate size, which is easier to deal with. */
  private boolean isWhole() {
    return denominator == BigDecimal.ONE && numerator.scale() == 0 && numerator.precision() <= LONG_DIGITS;
  }

  /** How the whole number compares with this one: negative when it is less. */
  public int comparedBy(int whole) {
    return isWhole()
        ? Long.compare(whole, numerator.longValue())
        : -compareTo(of(whole));
  }

  @Override
  public int compareTo(Quantity other) {
    if (denominator.compareTo(other.denominator) == 0 && isFinite()) {
      return numerator.compareTo(other.numerator);
    }
    return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
  }

  /** Most numbers are no ratios. */
  private static BigDecimal product(BigDecimal one, BigDecimal other) {
    return other == BigDecimal.ONE ? one : one == BigDecimal.ONE ? other : one.multiply(other);
  }

  /** Equal in value: 1.50 is 3/2. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity that && isFinite() == that.isFinite() && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return isFinite() ? numerator.divide(denominator, MathContext.DECIMAL64).stripTrailingZeros().hashCode() : 0;
  }

  /** As text that does not look equal to the other number unless it is. */
  public String besides(Quantity other) {
    String text = toString();
    if (isWhole()) {
      return text;
    }
    for (int decimals = SHOWN_DECIMALS + 1; isFinite() && compareTo(other) != 0 && text.equals(other.toString()) && decimals <= MAX_DECIMALS; decimals++) {
      text = rounded(decimals).stripTrailingZeros().toPlainString();
    }
    return text;
  }

  /** Exact when four decimals suffice, otherwise rounded to four; {@code 120:0} when nothing is below the line. */
  @Override
  public String toString() {
    if (isWhole()) {
      return Long.toString(numerator.longValue());
    }
    if (!isFinite()) {
      return numerator.stripTrailingZeros().toPlainString() + ":0";
    }
    return rounded(SHOWN_DECIMALS).stripTrailingZeros().toPlainString();
  }
}
