package org.dudao.cli;

import org.dudao.fact.Origin;
import org.dudao.fact.VisibleText;
import org.jline.utils.WCWidth;

/**
 * The part of a line of a file around a place, and what lies under it as a terminal shows it.
 *
 * @param line with dots where it goes on
 * @param before how many cells of a terminal stand before the place: a Chinese character takes two
 * @param width how many cells the place takes, one at least
 */
record Excerpt(String line, int before, int width) {
  private static final int MOST_BEFORE = 40;
  private static final int MOST = 110;
  private static final String DOTS = "…";

  /** The excerpt around that place of the line on which it is. */
  static Excerpt of(Origin at, String line) {
    int[] place = at.file().endsWith(".csv") ? cell(line, at.column()) : word(line, at.column());
    int start = place[0];
    boolean isShort = line.length() <= MOST && cells(line, 0, line.length()) <= MOST;
    while (start > 0 && (isShort || cells(line, start, place[0]) < MOST_BEFORE)) {
      start = line.offsetByCodePoints(start, -1);
    }
    int end = Math.max(place[0], start);
    while (end < line.length() && cells(line, start, end) < MOST) {
      end = line.offsetByCodePoints(end, 1);
    }
    String shown = (start > 0 ? DOTS : "") + VisibleText.of(line.substring(start, end)) + (end < line.length() ? DOTS : "");
    int lead = (start > 0 ? 1 : 0) + cells(line, start, place[0]);
    return new Excerpt(shown, lead, Math.max(1, cells(line, place[0], Math.min(place[1], end))));
  }

  /** From where to where the n-th cell of a row reaches; quotes may hold commas. */
  private static int[] cell(String line, int number) {
    int start = 0;
    int column = 1;
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      isQuoted ^= c == '"';
      if (c == ',' && !isQuoted) {
        if (column == number) {
          return new int[] {start, i};
        }
        column++;
        start = i + 1;
      }
    }
    return column == number ? new int[] {start, line.length()} : new int[] {0, 0};
  }

  /** From where to where the word reaches that begins with the n-th character. */
  private static int[] word(String line, int number) {
    int start = line.offsetByCodePoints(0, Math.min(Math.max(0, number - 1), line.codePointCount(0, line.length())));
    return new int[] {start, start};
  }

  /** How many cells of a terminal that part of the line takes. */
  private static int cells(String line, int start, int end) {
    return VisibleText.of(line.substring(start, end)).codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
