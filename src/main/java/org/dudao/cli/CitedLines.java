package org.dudao.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dudao.fact.Origin;

/** The lines of files that problems cite; the file that was cited last is kept, for the next problem is often of it. */
final class CitedLines {
  /** Of a larger file no line is shown. */
  private static final int MOST_BYTES = 16 << 20;
  private static final byte[] NONE = new byte[0];

  private String file = "";
  private byte[] bytes = NONE;

  /** The line of that place; null where the file cannot be shown. */
  String line(Origin at) {
    if (at.line() == 0) {
      return null;
    }
    if (!at.file().equals(file)) {
      file = at.file();
      bytes = read(file);
    }
    int start = 0;
    for (int line = 1; line < at.line() && start < bytes.length; line++) {
      start = next(end(start));
    }
    if (start >= bytes.length) {
      return null;
    }
    try {
      String line =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end(start) - start)).toString();
      return withoutMark(line).replace('\t', ' ');
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] read(String file) {
    try {
      Path path = Path.of(file);
      boolean canBeShown = !file.endsWith(".gz") && Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES;
      return canBeShown ? Files.readAllBytes(path) : NONE;
    } catch (IOException | InvalidPathException e) {
      return NONE;
    }
  }

  /** Where the line ends that goes on there. */
  private int end(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Where the line begins after the one that ends there. */
  private int next(int end) {
    boolean areTwo = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    return end + (areTwo ? 2 : 1);
  }

  /** What some programs write before the first sign of a file is none of its columns. */
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
