package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Documents one after another, each with all facts of one bureau and day: for input that is larger than memory. Shared by
 * threads, but for {@link #forEach}.
 */
public final class FactStream {
  private final FactReader reader;
  private final InputStream in;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads, as JSON Lines
   */
  public FactStream(Codes codes, LocalDate asOf, InputStream in) {
    this.reader = new FactReader(codes, asOf, in);
    this.in = in;
  }

  /** Takes one document after another. */
  @FunctionalInterface
  public interface Sink {
    void accept(FactReader.Line document);
  }

  /**
   * Hands over all documents of those files, folders and globs, in order.
   *
   * @param problems takes what could not be opened or read to its end
   */
  public void forEach(List<String> arguments, List<Problem> problems, Sink sink) {
    for (FactFiles.FactFile file : FactFiles.of(arguments, problems)) {
      Lines lines = null;
      try (InputStream stream = file.open(in)) {
        lines = new Lines(file.name(), stream, file.isLines() || file.path() == null);
        FactReader.Line document = lines.next();
        if (document == null) {
          problems.add(Problem.of(ProblemCode.DOCUMENT_OBJECT, new Origin(file.name(), "", 1, 1)));
        }
        for (; document != null; document = lines.next()) {
          sink.accept(document);
        }
      } catch (InputException e) {
        problems.addAll(e.problems());
      } catch (IOException e) {
        Origin at = lines == null ? Origin.of(file.name()) : new Origin(file.name(), "", lines.line + 1, 1);
        problems.add(Problem.of(ProblemCode.UNREADABLE, at, e.getMessage()));
      }
    }
  }

  /**
   * The facts of one document.
   *
   * @throws InputException with every fault of it
   */
  public Facts read(FactReader.Line document) throws InputException {
    FactReader.Result result = reader.readLines(List.of(document));
    if (!result.problems().isEmpty()) {
      throw new InputException(result.problems());
    }
    return result.facts().get(0);
  }

  /** Cuts a file into documents: its lines, or all of it. */
  private static final class Lines {
    private final String file;
    private final InputStream stream;
    private final boolean cut;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int end;
    private int line;
    private byte[] bytes = new byte[1 << 16];
    private int length;

    Lines(String file, InputStream stream, boolean cut) {
      this.file = file;
      this.stream = stream;
      this.cut = cut;
    }

    /** The next line that is not blank; null after the last. */
    FactReader.Line next() throws IOException, InputException {
      while (true) {
        int before = line;
        boolean more = fill();
        if (!Utf8.isBlank(bytes, 0, length)) {
          return new FactReader.Line(file, before, Arrays.copyOf(bytes, length));
        }
        if (!more) {
          return null;
        }
      }
    }

    /** Reads to the end of a line, or of the file; tells whether there may be another. */
    private boolean fill() throws IOException, InputException {
      length = 0;
      while (true) {
        if (at == end) {
          at = 0;
          end = Math.max(0, stream.read(block));
          if (end == 0) {
            return false;
          }
        }
        int from = at;
        at = cut ? Utf8.lineFeed(block, at, end) : end;
        append(from);
        if (at < end) {
          at++;
          line++;
          return true;
        }
      }
    }

    /** Keeps the room of the longest line so far. */
    private void append(int from) throws InputException {
      int more = at - from;
      if (length + more > FactReader.MAX_BYTES) {
        throw new InputException(
            List.of(
                Problem.of(ProblemCode.TOO_LARGE, new Origin(file, "", line + 1, 1), FactReader.MAX_BYTES)));
      }
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
      }
      System.arraycopy(block, from, bytes, length, more);
      length += more;
    }
  }
}
