package org.dudao.spark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Reads the lines that begin in a split. What is damaged in the file becomes a line with a fault; trouble on the way to
 * the file ends the task, so that Spark tries it again.
 */
final class SplitReader implements Iterator<Line> {
  private static final int MAX_BYTES = 256 << 20;
  private static final int BUFFER = 1 << 16;

  private final Split split;
  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long position;
  private int lines;
  private boolean exhausted;
  private boolean given;
  private Line next;

  private SplitReader(Split split, InputStream in) {
    this.split = split;
    this.in = in;
    this.position = split.start();
    this.lines = split.linesBefore();
  }

  /** The lines of the split; a file that cannot be opened is one line with a fault. */
  static Iterator<Line> read(Split split, Configuration hadoop) {
    try {
      SplitReader reader = new SplitReader(split, open(split, hadoop));
      reader.skipLineOfOtherSplit();
      return reader;
    } catch (FileNotFoundException | AccessControlException | EOFException | ZipException e) {
      return List.of(new Line(split.name(), 0, new byte[0], String.valueOf(e.getMessage()))).iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Split split, Configuration hadoop) throws IOException {
    Path path = new Path(split.path());
    FSDataInputStream file = path.getFileSystem(hadoop).open(path);
    if (!split.isWhole()) {
      file.seek(Math.max(0, split.start() - 1));
      return file;
    }
    BufferedInputStream buffered = new BufferedInputStream(file, BUFFER);
    return InputFiles.isZipped(buffered) ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  /** A line that began before the split belongs to the split before. */
  private void skipLineOfOtherSplit() throws IOException {
    if (split.start() > 0) {
      position--;
      if (fill() && buffer[from] == '\n') {
        from++;
        position++;
      } else {
        readLine();
      }
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Line line = next;
    next = null;
    return line;
  }

  /** The next line that is not blank; of a file without any, one empty line, for that is no file of facts. */
  private Line advance() {
    while (!exhausted && position < split.end()) {
      int before = lines;
      String fault = readOrFault();
      if (fault != null || !line.toString(StandardCharsets.UTF_8).isBlank()) {
        given = true;
        return new Line(split.name(), before, line.toByteArray(), fault);
      }
    }
    close();
    boolean empty = split.isWhole() && !given;
    given = true;
    return empty ? new Line(split.name(), 0, new byte[0], null) : null;
  }

  private String readOrFault() {
    try {
      long length = readLine();
      return length > MAX_BYTES ? "a line of " + length + " bytes; at most " + MAX_BYTES + " are read" : null;
    } catch (EOFException | ZipException e) {
      exhausted = true;
      return String.valueOf(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes in the bytes up to the end of the line, of a document up to the end of the file, and tells how many they were. */
  private long readLine() throws IOException {
    line.reset();
    long length = 0;
    while (fill()) {
      int end = from;
      while (end < to && (split.document() || buffer[end] != '\n')) {
        end++;
      }
      line.write(buffer, from, (int) Math.min(end - from, Math.max(0, MAX_BYTES - length)));
      length += end - from;
      position += end - from;
      from = end;
      if (end < to) {
        from++;
        position++;
        lines++;
        return length;
      }
    }
    exhausted = true;
    return length;
  }

  /** Whether there is a byte to look at. */
  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return to > 0;
  }

  private void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
