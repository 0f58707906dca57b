package org.dudao.load;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.fact.Problem;

/** The ways in which the command line reads documents, with a bound on their size that a test can reach. */
public final class Readings {
  private Readings() {}

  /** The usual bounds, but for how many bytes a document may have. */
  public static InputBounds bounds(int maxBytes) {
    InputBounds usual = InputBounds.USUAL;
    return new InputBounds(maxBytes, usual.facts(), usual.faults(), usual.heap(), 1);
  }

  /** As {@code check} reads it. */
  public static FactReader.Result held(String argument, byte[] input, int maxBytes) {
    return new FactReader(Shipped.CODES, null, new ByteArrayInputStream(input), bounds(maxBytes))
        .read(List.of(argument));
  }

  /** As {@code check --stream} reads it. */
  public static List<RawDocument> streamed(String argument, byte[] input, int maxBytes) {
    List<RawDocument> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    new FactStream(Shipped.CODES, null, new ByteArrayInputStream(input), bounds(maxBytes), 1)
        .forEach(List.of(argument), problems, documents::add);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.toString());
    }
    return documents;
  }
}
