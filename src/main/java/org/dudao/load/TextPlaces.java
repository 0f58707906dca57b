package org.dudao.load;

import java.util.Arrays;
import org.dudao.fact.Origin;

/** Tells where in a text something stands, counted in lines and characters as people see them; built when first asked. */
final class TextPlaces {
  /** Bytes between two places for which the count is kept. */
  private static final int BLOCK = 1 << 8;

  private final String file;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final int linesBefore;
  private volatile int[] lineStarts;
  /** How many characters begin before each block of bytes. */
  private int[] charactersBefore;

  /**
   * The text is the well-formed UTF-8 between two indexes.
   *
   * @param linesBefore lines of the file before the text
   */
  TextPlaces(String file, byte[] bytes, int from, int to, int linesBefore) {
    this.file = file;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.linesBefore = linesBefore;
  }

  /**
   * The place of the character of that byte.
   *
   * @param offset bytes of the text before it
   */
  Origin at(long offset, String pointer) {
    int index = (int) Math.max(from, Math.min(from + offset, to));
    if (lineStarts == null) {
      count();
    }
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts[line];
    return new Origin(file, pointer, linesBefore + line + 1, charactersUntil(index) - charactersUntil(start) + 1);
  }

  private synchronized void count() {
    if (lineStarts != null) {
      return;
    }
    int[] starts = new int[16];
    starts[0] = from;
    int lines = 1;
    for (int end = Utf8.lineEnd(bytes, from, to); end < to; end = Utf8.lineEnd(bytes, end, to)) {
      // A carriage return ends a line too, but not before a line feed.
      end += bytes[end] == '\r' && end + 1 < to && bytes[end + 1] == '\n' ? 2 : 1;
      starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
      starts[lines++] = end;
    }
    int[] before = new int[(to - from) / BLOCK + 1];
    for (int block = 1; block < before.length; block++) {
      int start = from + block * BLOCK;
      before[block] = before[block - 1] + Utf8.characters(bytes, start - BLOCK, start);
    }
    charactersBefore = before;
    lineStarts = Arrays.copyOf(starts, lines);
  }

  /** How many characters of the text begin before that index. */
  private int charactersUntil(int index) {
    int block = (index - from) / BLOCK;
    return charactersBefore[block] + Utf8.characters(bytes, from + block * BLOCK, index);
  }
}
