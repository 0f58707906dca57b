package org.dudao.fact;

/** Text of others in which every sign is seen: what steers a terminal, turns lines round or begins one is told by its number. */
public final class VisibleText {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_OF_ASCII = 0x7E;
  /** Between these lie Chinese and all that is near it, and no sign of the category of format or control. */
  private static final int FIRST_SEEN = 0x2070;
  private static final int FIRST_SURROGATE = 0xD800;
  /** No plane has a character in its last two places. */
  private static final int LAST_OF_PLANE = 0xFFFE;

  private VisibleText() {}

  /** The text on one line, with each hidden sign as in <code>&#92;u202E</code>. */
  public static String of(String text) {
    int plain = 0;
    while (plain < text.length() && !isHidden(text.charAt(plain)) && !Character.isSurrogate(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.substring(0, plain));
    text.substring(plain).codePoints().forEach(c -> {
      if (isHidden(c)) {
        visible.append(escape(c));
      } else {
        visible.appendCodePoint(c);
      }
    });
    return visible.toString();
  }

  /** Whether the character is a control, a format such as those that turn the direction, a separator of lines, or none. */
  public static boolean isHidden(int c) {
    if (c >= FIRST_PRINTABLE && c <= LAST_OF_ASCII || c >= FIRST_SEEN && c < FIRST_SURROGATE) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      default -> (c & LAST_OF_PLANE) == LAST_OF_PLANE;
    };
  }

  /** The character as JSON and Java escape it: by its number, or those of its two halves. */
  public static String escape(int c) {
    StringBuilder escape = new StringBuilder();
    for (char part : Character.toChars(c)) {
      escape.append("\\u%04X".formatted((int) part));
    }
    return escape.toString();
  }
}
