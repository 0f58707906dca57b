package org.dudao.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.fact.SizeBracket;

/** A range of class sizes as forms print it: {@code 46-50}, {@code <=25}, {@code 66+}, {@code 25人及以下}. */
final class SizesText {
  /** What the keys of brackets may look like, for the schema. */
  static final String PATTERN =
      "^\\s*([0-9０-９]+\\s*人?\\s*([-~‐–—−〜－～]|[.．]{2}|‥)\\s*[0-9０-９]+\\s*人?"
          + "|[<>＜＞]\\s*[=＝]?\\s*[0-9０-９]+\\s*人?|[≤≥≦≧⩽⩾]\\s*[0-9０-９]+\\s*人?"
          + "|[0-9０-９]+\\s*人?\\s*([+＋]|及?以[上下]))\\s*$";
  private static final Pattern OPEN = Pattern.compile("(\\d{1,9})(\\+|及?以上|及?以下)");

  private SizesText() {}

  /** The bracket of that name, of no classes yet; empty when the name is no range of sizes. */
  static Optional<SizeBracket> bracket(String name) {
    String form = VisibleForm.of(name).replace("人", "");
    Matcher open = OPEN.matcher(form);
    if (open.matches()) {
      int end = Integer.parseInt(open.group(1));
      // In Chinese law 以上 and 以下 include the number.
      return Optional.of(
          open.group(2).endsWith("下")
              ? new SizeBracket(name, 0, end, 0)
              : new SizeBracket(name, end, SizeBracket.NO_END, 0));
    }
    return CensoredText.of(form)
        .filter(text -> text.low() != null || text.high() != null)
        .flatMap(text -> of(name, text));
  }

  private static Optional<SizeBracket> of(String name, CensoredText text) {
    BigDecimal most = BigDecimal.valueOf(SizeBracket.NO_END);
    BigDecimal low = text.low() == null ? BigDecimal.ZERO : whole(text.low(), text.isStrict(), 1);
    BigDecimal high = text.high() == null ? most : whole(text.high(), text.isStrict(), -1);
    boolean isRange =
        low != null && high != null && low.signum() >= 0 && low.compareTo(high) <= 0 && high.compareTo(most) <= 0;
    return isRange
        ? Optional.of(new SizeBracket(name, low.intValueExact(), high.intValueExact(), 0))
        : Optional.empty();
  }

  /** The size itself, or the next one where it does not belong to the range; null for a part of a pupil. */
  private static BigDecimal whole(BigDecimal end, boolean isOut, int step) {
    return end.stripTrailingZeros().scale() > 0
        ? null
        : end.setScale(0, RoundingMode.UNNECESSARY).add(BigDecimal.valueOf(isOut ? step : 0));
  }
}
