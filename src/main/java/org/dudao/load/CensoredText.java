package org.dudao.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.fact.CensoredNumber;

/**
 * A number as statisticians print it who must not tell it: {@code <5}, {@code 1-9}, or a mask.
 *
 * @param low null where the domain of the number ends
 * @param high null where the domain of the number ends
 * @param isStrict whether the number is neither of the ends
 */
record CensoredText(BigDecimal low, BigDecimal high, boolean isStrict, String text) {
  private static final String NUMBER = "(-?(?:0|[1-9]\\d*)(?:\\.\\d+)?)";
  private static final Pattern BOUND = Pattern.compile("(<=?|>=?|[≤≥≦≧⩽⩾])" + NUMBER);
  private static final Pattern RANGE = Pattern.compile(NUMBER + "(?:[-~‐–—−〜]|\\.\\.)" + NUMBER);
  private static final Pattern MASK = Pattern.compile("\\*+");
  private static final String UPPER_BOUNDS = "<≤≦⩽";

  /** The number that is printed so, in half-width or full-width signs; empty when the text is nothing of the kind. */
  static Optional<CensoredText> of(String text) {
    if (text.length() > DocumentReader.MAX_NUMBER) {
      return Optional.empty();
    }
    String form = VisibleForm.of(text);
    if (MASK.matcher(form).matches()) {
      return Optional.of(new CensoredText(null, null, false, text));
    }
    Matcher bound = BOUND.matcher(form);
    if (bound.matches()) {
      BigDecimal end = new BigDecimal(bound.group(2));
      boolean isStrict = bound.group(1).equals("<") || bound.group(1).equals(">");
      return Optional.of(
          UPPER_BOUNDS.indexOf(bound.group(1).charAt(0)) >= 0
              ? new CensoredText(null, end, isStrict, text)
              : new CensoredText(end, null, isStrict, text));
    }
    Matcher range = RANGE.matcher(form);
    if (!range.matches()) {
      return Optional.empty();
    }
    BigDecimal low = new BigDecimal(range.group(1));
    BigDecimal high = new BigDecimal(range.group(2));
    return low.compareTo(high) > 0 ? Optional.empty() : Optional.of(new CensoredText(low, high, false, text));
  }

  /** The interval in the domain of that property; empty when an end lies beyond it, or when nothing is left of it. */
  Optional<CensoredNumber> within(Shape.Property property) {
    boolean isWhole = property.form == Shape.PropertyType.WHOLE_NUMBER;
    BigDecimal least = low == null ? property.least : isWhole ? above() : low;
    BigDecimal most = high == null ? property.most : isWhole ? below() : high;
    boolean isEmpty =
        isStrict && (isAt(property.least, high) || isAt(property.most, low)) || least.compareTo(most) > 0;
    return isEmpty || isBeyond(low, property) || isBeyond(high, property)
        ? Optional.empty()
        : Optional.of(new CensoredNumber(least, most, text));
  }

  private BigDecimal above() {
    return isStrict
        ? low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
        : low.setScale(0, RoundingMode.CEILING);
  }

  private BigDecimal below() {
    return isStrict
        ? high.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE)
        : high.setScale(0, RoundingMode.FLOOR);
  }

  private static boolean isAt(BigDecimal end, BigDecimal told) {
    return told != null && told.compareTo(end) == 0;
  }

  private static boolean isBeyond(BigDecimal end, Shape.Property property) {
    return end != null && (end.compareTo(property.least) < 0 || end.compareTo(property.most) > 0);
  }
}
