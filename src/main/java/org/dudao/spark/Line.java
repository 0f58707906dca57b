package org.dudao.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.FactReader;
import org.dudao.load.Heading;

/**
 * A line of the input with its place.
 *
 * @param linesBefore lines of the file before it
 * @param bytes all of it, or as much as could be read
 * @param fault why it could not be read to its end; null when it was
 */
public record Line(String file, int linesBefore, byte[] bytes, String fault) implements Serializable {
  static final Comparator<Line> ORDER = Comparator.comparing(Line::file).thenComparingInt(Line::linesBefore);

  /** The same for all lines that must be judged together: those of one bureau and day. */
  String key(LocalDate asOf) {
    String place = file + "\n" + linesBefore;
    return fault != null
        ? place
        : Heading.of(bytes).map(one -> one.bureau() + "\n" + (asOf == null ? one.asOf() : asOf)).orElse(place);
  }

  FactReader.Line document() {
    return new FactReader.Line(file, linesBefore, bytes);
  }

  Problem unreadable() {
    return Problem.of(ProblemCode.UNREADABLE, at(), fault);
  }

  Origin at() {
    return new Origin(file, "", linesBefore + 1, 1);
  }

  /** The text of the line, with a replacement character for what is no UTF-8. */
  String raw() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
