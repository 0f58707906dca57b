package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.fact.Intake;
import org.dudao.fact.Problem;

/**
 * Documents one after another, each with all facts of one bureau and day: for input that is larger than memory. Shared by
 * threads, but for {@link #forEach}.
 */
public final class FactStream {
  private final FactReader reader;
  private final InputStream in;
  private final InputBounds bounds;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads
   */
  public FactStream(Codes codes, LocalDate asOf, InputStream in) {
    this(codes, asOf, in, InputBounds.USUAL, 1);
  }

  /**
   * The same within these bounds.
   *
   * @param readers how many threads read documents at once
   */
  public FactStream(Codes codes, LocalDate asOf, InputStream in, InputBounds bounds, int readers) {
    this.reader = new FactReader(codes, asOf, in, bounds.sharedBy(readers));
    this.in = in;
    this.bounds = bounds;
  }

  /** Takes one document after another. */
  @FunctionalInterface
  public interface Sink {
    void accept(RawDocument document);
  }

  /**
   * Hands over all documents of those files, folders and globs, in order; those that could not be had to their end too.
   * Tells what files there were; what came of their documents knows who reads these.
   *
   * @param problems takes what could not be found
   */
  public Intake forEach(List<String> arguments, List<Problem> problems, Sink sink) {
    FactFiles files = FactFiles.of(arguments, problems);
    for (FactFiles.FactFile file : files.found()) {
      try (DocumentSplitter documents = file.documents(file.open(in), bounds)) {
        for (RawDocument next = documents.next(); next != null; next = documents.next()) {
          sink.accept(next);
        }
      } catch (IOException e) {
        sink.accept(RawDocument.unreadable(file.name(), e));
      }
    }
    return files.intake();
  }

  /**
   * The facts of one document.
   *
   * @throws InputException when nothing of it can be used, with what is wrong
   */
  public Facts read(RawDocument document) throws InputException {
    FactReader.Result result = reader.readDocuments(List.of(document));
    if (result.facts().isEmpty()) {
      throw new InputException(result.problems());
    }
    return result.facts().get(0);
  }
}
