package org.dudao.format;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/** Text measured in the cells of a terminal, where a Chinese character takes two. */
final class Cells {
  private Cells() {}

  static int width(String text) {
    return text.codePoints().map(character -> Math.max(0, WCWidth.wcwidth(character))).sum();
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  static String paddedLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /**
   * The text in lines of at most so many cells, broken at blanks and where Chinese may be broken; a longer word, such as
   * the id of a standard, keeps its length.
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && !isBlankOrWide(text.codePointBefore(end)) && !isBlankOrWide(text.codePointAt(end))) {
        continue;
      }
      String piece = text.substring(start, end);
      if (!line.isEmpty() && width(line + piece.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      start = end;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private static boolean isBlankOrWide(int character) {
    return Character.isWhitespace(character) || WCWidth.wcwidth(character) == 2;
  }
}
