package org.dudao.load;

import java.util.Arrays;
import org.dudao.fact.Origin;

/** Tells where in a text something stands, counted in lines and characters as people see them; built when first asked. */
final class TextPlaces {
  /** Characters between two places for which the count is kept. */
  private static final int BLOCK = 1 << 12;

  private final String file;
  private final String text;
  private final int linesBefore;
  private int[] lineStarts;
  private int[] pairsBefore;
  private int pairsInAll;

  /**
   * @param linesBefore lines of the file before the text
   */
  TextPlaces(String file, String text, int linesBefore) {
    this.file = file;
    this.text = text;
    this.linesBefore = linesBefore;
  }

  /** The place of the character with that index. */
  Origin at(long offset, String pointer) {
    int index = (int) Math.max(0, Math.min(offset, text.length()));
    synchronized (this) {
      if (lineStarts == null) {
        count();
      }
    }
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts[line];
    // Characters beyond the basic plane take two places in a string.
    return new Origin(file, pointer, linesBefore + line + 1, index - start + 1 - (pairs(index) - pairs(start)));
  }

  private void count() {
    int[] starts = new int[16];
    int lines = 1;
    int[] pairs = new int[text.length() / BLOCK + 1];
    int met = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i % BLOCK == 0) {
        pairs[i / BLOCK] = met;
      }
      char c = text.charAt(i);
      if (endsLine(c, i)) {
        starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines++] = i + 1;
      } else if (Character.isLowSurrogate(c)) {
        met++;
      }
    }
    if (text.length() % BLOCK == 0) {
      pairs[text.length() / BLOCK] = met;
    }
    pairsInAll = met;
    pairsBefore = pairs;
    lineStarts = Arrays.copyOf(starts, lines);
  }

  /** A carriage return ends a line too, but not before a line feed. */
  private boolean endsLine(char c, int index) {
    return c == '\n' || c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n');
  }

  /** How many characters of two places end before that index. */
  private int pairs(int index) {
    if (pairsInAll == 0) {
      return 0;
    }
    int pairs = pairsBefore[index / BLOCK];
    for (int i = index / BLOCK * BLOCK; i < index; i++) {
      if (Character.isLowSurrogate(text.charAt(i))) {
        pairs++;
      }
    }
    return pairs;
  }
}
