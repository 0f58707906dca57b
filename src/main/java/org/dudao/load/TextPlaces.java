package org.dudao.load;

import java.util.Arrays;
import org.dudao.fact.Origin;

/** Tells where in a text something stands, counted in lines and characters as people see them; counted as far as was asked. */
final class TextPlaces {
  /** Bytes between two places for which the count is kept. */
  private static final int BLOCK = 1 << 8;

  private final String file;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final int linesBefore;
  private int[] lineStarts = new int[1];
  private int lines = 1;
  /** Lines that start before this index are known. */
  private int scanned;
  /** How many characters begin before each block of bytes. */
  private int[] charactersBefore = new int[1];
  private int blocks = 1;

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
    this.lineStarts[0] = from;
    this.scanned = from;
  }

  /**
   * The place of the character of that byte.
   *
   * @param offset bytes of the text before it
   */
  synchronized Origin at(long offset, String pointer) {
    int index = (int) Math.max(from, Math.min(from + offset, to));
    findLines(index);
    int found = Arrays.binarySearch(lineStarts, 0, lines, index);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts[line];
    return new Origin(file, pointer, linesBefore + line + 1, charactersUntil(index) - charactersUntil(start) + 1);
  }

  private void findLines(int index) {
    while (scanned < index) {
      int end = Utf8.lineEnd(bytes, scanned, index);
      if (end == index) {
        scanned = index;
        return;
      }
      // A carriage return ends a line too, but not before a line feed.
      scanned = end + (bytes[end] == '\r' && end + 1 < to && bytes[end + 1] == '\n' ? 2 : 1);
      lineStarts = lines == lineStarts.length ? Arrays.copyOf(lineStarts, 2 * lines) : lineStarts;
      lineStarts[lines++] = scanned;
    }
  }

  /** How many characters of the text begin before that index. */
  private int charactersUntil(int index) {
    int block = (index - from) / BLOCK;
    if (block >= charactersBefore.length) {
      charactersBefore = Arrays.copyOf(charactersBefore, Math.max(block + 1, 2 * blocks));
    }
    for (; blocks <= block; blocks++) {
      int start = from + blocks * BLOCK;
      charactersBefore[blocks] = charactersBefore[blocks - 1] + Utf8.characters(bytes, start - BLOCK, start);
    }
    return charactersBefore[block] + Utf8.characters(bytes, from + block * BLOCK, index);
  }
}
