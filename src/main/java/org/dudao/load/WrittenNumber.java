package org.dudao.load;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheet programs write them in cells; only plain decimals are read. */
final class WrittenNumber {
  /** A decimal with a point, without a zero too many in front. */
  static final String PLAIN = "-?(?:0|[1-9]\\d*)(?:\\.\\d+)?";

  private static final Pattern WHOLE = Pattern.compile(PLAIN);
  private static final Pattern DIGITS = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(?:[ ,'’]\\d{3})++(?:\\.\\d+)?");
  private static final Pattern THOUSANDS_BY_POINTS = Pattern.compile("-?\\d{1,3}(?:\\.\\d{3})++,\\d+");
  private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");

  private WrittenNumber() {}

  static boolean isPlain(String text) {
    return WHOLE.matcher(text).matches();
  }

  /** The plain numbers that somebody may mean by a text that is none. */
  static List<String> readings(String text) {
    if (DIGITS.matcher(text).matches()) {
      return List.of(withoutZeros(text));
    }
    if (THOUSANDS_BY_POINTS.matcher(text).matches()) {
      return List.of(withoutZeros(text.replace(".", "").replace(',', '.')));
    }
    boolean isComma = COMMA.matcher(text).matches();
    if (THOUSANDS.matcher(text).matches()) {
      String joined = withoutZeros(text.replaceAll("[ ,'’]", ""));
      return isComma ? List.of(joined, withoutZeros(text.replace(',', '.'))) : List.of(joined);
    }
    return isComma ? List.of(withoutZeros(text.replace(',', '.'))) : List.of();
  }

  /** The number without zeros too many in front. */
  private static String withoutZeros(String text) {
    return text.replaceAll("^(-?)0+(?=\\d)", "$1");
  }
}
