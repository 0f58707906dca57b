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
  /** How many characters begin before each block of bytes, as far as they are counted. */
  private int[] charactersBefore = new int[2];
  private int blocks;

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
  }

  /**
   * The place of the character of that byte.
   *
   * @param offset bytes of the text before it
   */
  synchronized Origin at(long offset, String pointer) {
    int index = (int) Math.max(from, Math.min(from + offset, to));
    while (blocks <= block(index)) {
      count();
    }
    int found = Arrays.binarySearch(lineStarts, 0, lines, index);
    int line = found >= 0 ? found : -found - 2;
    int start = lineStarts[line];
    return new Origin(file, pointer, linesBefore + line + 1, charactersUntil(index) - charactersUntil(start) + 1);
  }

  private int block(int index) {
    return (index - from) / BLOCK;
  }

  private int start(int block) {
    return Math.min(from + block * BLOCK, to);
  }

  /** Counts one more block. */
  private void count() {
    int start = start(blocks);
    int end = start(blocks + 1);
    if (Utf8.hasControl(bytes, start, end)) {
      findLines(start, end);
    }
    if (blocks + 1 == charactersBefore.length) {
      charactersBefore = Arrays.copyOf(charactersBefore, 2 * charactersBefore.length);
    }
    charactersBefore[blocks + 1] = charactersBefore[blocks] + Utf8.characters(bytes, start, end);
    blocks++;
  }

  private void findLines(int start, int end) {
    for (int at = Utf8.lineEnd(bytes, start, end); at < end; at = Utf8.lineEnd(bytes, at + 1, end)) {
      // A carriage return ends a line too, but not before a line feed.
      if (bytes[at] == '\n' || at + 1 == to || bytes[at + 1] != '\n') {
        lineStarts = lines == lineStarts.length ? Arrays.copyOf(lineStarts, 2 * lines) : lineStarts;
        lineStarts[lines++] = at + 1;
      }
    }
  }

  /** How many characters of the text begin before that index of a block that was counted. */
  private int charactersUntil(int index) {
    int block = block(index);
    int start = start(block);
    int characters = charactersBefore[block + 1] - charactersBefore[block];
    boolean isOneByteEach = characters == start(block + 1) - start;
    return charactersBefore[block] + (isOneByteEach ? index - start : Utf8.characters(bytes, start, index));
  }
}
