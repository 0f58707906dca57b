package org.dudao.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Cuts what a file holds into its documents, whole or one a line. This is done nowhere else, so that files, standard
 * input, streams and the splits of large files are all cut alike.
 *
 * <p>A line ends with a line feed, and the last one with the file; a carriage return before it is a blank of the line,
 * as in JSON. A line of blanks holds no document, and a file of blanks one without anything in it. A byte-order mark at
 * the start of the file is no part of the first document; anywhere else it is a sign like others. A line or file that
 * is too long, and one that breaks off where its compressed data are damaged, is handed over with its fault; the lines
 * around it are sound. A note of the file comes last, as a document without text whose fault it is.
 */
public final class DocumentSplitter implements Closeable {
  private static final int BLOCK = 1 << 16;
  private static final byte[] LINE_FEED = {'\n'};

  /** Into what a file is cut. */
  public enum Framing {
    /** All of the file is one document. */
    DOCUMENT,
    /** Each line is a document. */
    LINES,
    /**
     * The first line that is not blank tells: when it opens brackets that it does not close, its document goes on in
     * the next line, and all of the file is one document; else each line is a document. A line that ends inside a text
     * is whole, for no text of JSON goes over the end of a line. So a document on one line can be taken for either, and
     * lines of which the first lacks a bracket are one document, which is refused.
     */
    BY_FIRST_LINE;

    /** The form of a file of that name, whatever the case of its letters; {@code .gz} after it tells nothing. */
    public static Framing of(String file) {
      String lower = file.toLowerCase(Locale.ROOT);
      String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - ".gz".length()) : lower;
      if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
        return LINES;
      }
      return plain.endsWith(".json") ? DOCUMENT : BY_FIRST_LINE;
    }
  }

  private final String file;
  private final InputStream in;
  private final InputBounds bounds;
  private final int maxBytes;
  private final long start;
  private final long end;
  private Framing form;
  private int lines;

  /**
   * Bytes of the file, as many as were read at once; the next one to look at; and how many bytes of the file end with
   * them.
   */
  private final byte[] block = new byte[BLOCK];
  private int at;
  private int limit;
  private long position;

  /** The document; the array stays as long as the longest so far needed. */
  private byte[] bytes = new byte[BLOCK];
  private int length;
  /** How many bytes the document has, those that are too many among them. */
  private long size;

  private boolean begun;
  private boolean exhausted;
  private boolean brokeOff;
  private boolean given;
  /** What is worth knowing of the end of the file, until it is told; null when nothing is. */
  private Problem note;

  /**
   * Cuts a whole file.
   *
   * @param file as reports cite it
   * @param in its bytes, unzipped
   * @param bounds tell how many a document may have
   */
  public DocumentSplitter(String file, InputStream in, Framing form, InputBounds bounds) {
    this(file, in, form, bounds, 0, Long.MAX_VALUE, 0);
  }

  /**
   * Cuts a part of a file of lines: those that begin in it.
   *
   * @param file as reports cite it
   * @param in the file from the byte before {@code start} on, for that tells whether a line begins there; all of it
   * when start is 0
   * @param bounds tell how many a line may have
   * @param end one past the last byte at which a line of the part may begin
   * @param linesBefore line feeds before {@code start}
   */
  public DocumentSplitter(String file, InputStream in, InputBounds bounds, long start, long end, int linesBefore) {
    this(file, in, Framing.LINES, bounds, start, end, linesBefore);
  }

  private DocumentSplitter(
      String file, InputStream in, Framing form, InputBounds bounds, long start, long end, int linesBefore) {
    this.file = file;
    this.in = in;
    this.form = form;
    this.bounds = bounds;
    this.maxBytes = bounds.bytesOfDocument();
    this.start = start;
    this.end = end;
    this.lines = linesBefore;
    this.position = Math.max(0, start - 1);
  }

  /** The bytes that are zipped there, or those that are there when they are not, which a file's name need not tell. */
  public static InputStream unzipped(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BLOCK);
    try {
      return isZipped(buffered) ? new GzipStream(buffered) : buffered;
    } catch (IOException e) {
      buffered.close();
      throw e;
    }
  }

  /** Whether what comes is zipped, be it damaged; it still comes. */
  public static boolean isZipped(BufferedInputStream in) throws IOException {
    in.mark(3);
    boolean zipped = GzipStream.begins(in.read(), in.read(), in.read());
    in.reset();
    return zipped;
  }

  /**
   * The next document; null after the last.
   *
   * @throws IOException when the bytes cannot be had for a reason that does not lie in them
   */
  public RawDocument next() throws IOException {
    if (!begun) {
      begun = true;
      passLineOfOtherPart();
    }
    while (!exhausted && offset() < end) {
      int before = lines;
      Problem fault = read(before);
      int from = textStart(before);
      if (fault != null || !Utf8.isBlank(bytes, from, length)) {
        given = true;
        return new RawDocument(file, before, Arrays.copyOfRange(bytes, from, length), fault);
      }
    }
    if (start == 0 && end == Long.MAX_VALUE && !given) {
      given = true;
      return RawDocument.none(file);
    }
    if (note != null) {
      RawDocument last = new RawDocument(file, lines, new byte[0], note);
      note = null;
      return last;
    }
    return null;
  }

  /** Into what the file is cut; known since the first document, when the first line had to tell. */
  public Framing form() {
    return form;
  }

  /** Whether all bytes of the file were read. */
  boolean reachedEnd() {
    return exhausted && !brokeOff;
  }

  /** A line that began before the part belongs to the part before. */
  private void passLineOfOtherPart() throws IOException {
    if (start > 0) {
      readLine();
      // The feed just before the part is counted among the lines before it.
      lines -= offset() == start ? 1 : 0;
    }
  }

  /**
   * Reads a document, or a line of blanks, before which are so many lines; what keeps it from being read to its end
   * is its fault.
   */
  private Problem read(int before) throws IOException {
    length = 0;
    size = 0;
    try {
      readLine();
      if (form == Framing.BY_FIRST_LINE && !Utf8.isBlank(bytes, textStart(before), length)) {
        form = goesOn() ? Framing.DOCUMENT : Framing.LINES;
        if (form == Framing.DOCUMENT && !exhausted) {
          append(LINE_FEED, 0, LINE_FEED.length);
          readLine();
        }
      }
    } catch (GzipDamage e) {
      exhausted = true;
      if (!e.isNote()) {
        brokeOff = true;
        return e.problem(before == 0 && length == 0 ? Origin.of(file) : place(before));
      }
      note = e.problem(Origin.of(file));
    }
    return size > length ? tooLarge(before) : null;
  }

  private Problem tooLarge(int before) {
    long megabytes = InputBounds.megabytes(size - 1) + 1;
    long most = InputBounds.megabytes(maxBytes);
    return bounds.isHeapShort()
        ? Problem.of(
            ProblemCode.TOO_LARGE_FOR_HEAP, place(before), megabytes, most, InputBounds.megabytes(bounds.heap()))
        : Problem.of(ProblemCode.TOO_LARGE, place(before), megabytes, most);
  }

  /** Takes in the bytes up to a line feed, of a document up to the end of the file. */
  private void readLine() throws IOException {
    while (fill()) {
      int from = at;
      at = form == Framing.DOCUMENT ? limit : Utf8.lineFeed(block, at, limit);
      append(block, from, at);
      if (at < limit) {
        at++;
        lines++;
        return;
      }
    }
    exhausted = true;
  }

  /** Whether there is a byte to look at. */
  private boolean fill() throws IOException {
    if (at == limit) {
      at = 0;
      limit = 0;
      limit = Math.max(0, in.read(block));
      position += limit;
    }
    return limit > 0;
  }

  private void append(byte[] more, int from, int to) {
    int kept = Math.min(to - from, maxBytes - length);
    size += to - from;
    if (length + kept > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + kept, (int) Math.min(2L * bytes.length, maxBytes)));
    }
    System.arraycopy(more, from, bytes, length, kept);
    length += kept;
  }

  /** Which byte of the file is looked at next. */
  private long offset() {
    return position - (limit - at);
  }

  private Origin place(int linesBefore) {
    return new Origin(file, "", linesBefore + 1, 1);
  }

  /** Where the text begins that was read, when there are so many lines before it. */
  private int textStart(int linesBefore) {
    return start == 0 && linesBefore == 0 ? Utf8.start(bytes, length) : 0;
  }

  /** Whether the line opens brackets that it does not close, and does not end inside a text. */
  private boolean goesOn() {
    int open = 0;
    boolean inText = false;
    for (int i = 0; i < length; i++) {
      switch (bytes[i]) {
        case '"' -> inText = !inText;
        case '\\' -> i += inText ? 1 : 0;
        case '{', '[' -> open += inText ? 0 : 1;
        case '}', ']' -> open -= inText ? 0 : 1;
        default -> {
          // Of no account for what is open.
        }
      }
    }
    return open > 0 && !inText;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
