package org.dudao.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a fraction of two whole numbers, none of them negative, is printed. */
final class PlainNumber {
  private static final int DECIMALS = 4;
  private static final int MOST_DECIMALS = 30;
  private static final int UNIT = 10_000;

  private PlainNumber() {}

  /** Rounded half up to four decimals. */
  static String text(long above, long below) {
    long rounded = Math.addExact(Math.multiplyExact(2 * UNIT, above), below) / (2 * below);
    String whole = Long.toString(rounded / UNIT);
    int decimals = (int) (rounded % UNIT);
    if (decimals == 0) {
      return whole;
    }
    // The one before the decimals keeps their leading zeros.
    String digits = Integer.toString(UNIT + decimals);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + digits.substring(1, end);
  }

  /** Rounded to four decimals, or to as many as it takes to look different from the other number. */
  static String besides(long above, long below, long otherAbove, long otherBelow) {
    if (below == 0) {
      return text(above, 100) + ":0";
    }
    String text = text(above, below);
    String other = text(otherAbove, otherBelow);
    boolean equal = Math.multiplyExact(above, otherBelow) == Math.multiplyExact(otherAbove, below);
    for (int decimals = DECIMALS + 1; !equal && text.equals(other) && decimals <= MOST_DECIMALS; decimals++) {
      text = longer(above, below, decimals);
    }
    return text;
  }

  /** By how much the numbers differ; null when the first has nothing below the line. */
  static String difference(long above, long below, long otherAbove, long otherBelow) {
    return below == 0
        ? null
        : besides(Math.abs(above * otherBelow - otherAbove * below), below * otherBelow, 0, 1);
  }

  private static String longer(long above, long below, int decimals) {
    return BigDecimal.valueOf(above)
        .divide(BigDecimal.valueOf(below), decimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
