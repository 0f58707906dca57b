package org.dudao.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a fraction of two whole numbers is printed. */
final class PlainNumber {
  private static final int DECIMALS = 4;
  private static final int MOST_DECIMALS = 30;

  private PlainNumber() {}

  /** Rounded to four decimals. */
  static String text(long above, long below) {
    return rounded(BigDecimal.valueOf(above), BigDecimal.valueOf(below), DECIMALS);
  }

  /** Rounded to four decimals, or to as many as it takes to look different from the other number. */
  static String besides(long above, long below, long otherAbove, long otherBelow) {
    if (below == 0) {
      return BigDecimal.valueOf(above, 2).stripTrailingZeros().toPlainString() + ":0";
    }
    return besides(
        BigDecimal.valueOf(above), BigDecimal.valueOf(below), BigDecimal.valueOf(otherAbove), BigDecimal.valueOf(otherBelow));
  }

  /** By how much the numbers differ; null when the first has nothing below the line. */
  static String difference(long above, long below, long otherAbove, long otherBelow) {
    if (below == 0) {
      return null;
    }
    long difference = Math.abs(above * otherBelow - otherAbove * below);
    return besides(BigDecimal.valueOf(difference), BigDecimal.valueOf(below * otherBelow), BigDecimal.ZERO, BigDecimal.ONE);
  }

  private static String besides(BigDecimal above, BigDecimal below, BigDecimal otherAbove, BigDecimal otherBelow) {
    String text = rounded(above, below, DECIMALS);
    String other = rounded(otherAbove, otherBelow, DECIMALS);
    boolean equal = above.multiply(otherBelow).compareTo(otherAbove.multiply(below)) == 0;
    for (int decimals = DECIMALS + 1; !equal && text.equals(other) && decimals <= MOST_DECIMALS; decimals++) {
      text = rounded(above, below, decimals);
    }
    return text;
  }

  private static String rounded(BigDecimal above, BigDecimal below, int decimals) {
    return above.divide(below, decimals, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
