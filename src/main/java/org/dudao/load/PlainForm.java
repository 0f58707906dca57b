package org.dudao.load;

/** What a person reads in a cell, in the signs of a plain keyboard, of which input methods have twins. */
final class PlainForm {
  private static final int FIRST_WIDE = 0xFF01;
  private static final int LAST_WIDE = 0xFF5E;
  private static final int WIDE_TO_NARROW = FIRST_WIDE - '!';
  private static final int HYPHEN = 0x2010;
  private static final int EN_DASH = 0x2013;
  private static final int MINUS = 0x2212;

  private PlainForm() {}

  /**
   * The text with narrow signs for wide ones, one kind of blank, and nothing invisible; without blanks around it. Signs
   * that mean something of their own, such as a raised 2 or a 1 in a circle, stay.
   */
  static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(sign -> {
      if (sign >= FIRST_WIDE && sign <= LAST_WIDE) {
        plain.append((char) (sign - WIDE_TO_NARROW));
      } else if (sign >= HYPHEN && sign <= EN_DASH || sign == MINUS) {
        plain.append('-');
      } else if (sign == '≥' || sign == '≤') {
        plain.append(sign == '≥' ? ">=" : "<=");
      } else if (isBlank(sign)) {
        plain.append(' ');
      } else if (Character.getType(sign) != Character.FORMAT) {
        plain.appendCodePoint(sign);
      }
    });
    return plain.toString().strip();
  }

  /** The text without blanks of any kind around it. */
  static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isPadding(text.charAt(from))) {
      from++;
    }
    while (from < to && isPadding(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isPadding(char sign) {
    return isBlank(sign) || Character.getType(sign) == Character.FORMAT;
  }

  private static boolean isBlank(int sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }
}
