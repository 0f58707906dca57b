package org.dudao.fact;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something was submitted: file, JSON pointer, and line and column, both counted from 1 in characters as a
 * person sees them; line 0 when only the file is known.
 */
public record Origin(String file, String pointer, int line, int column) implements Comparable<Origin>, Serializable {
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::file).thenComparingInt(Origin::line).thenComparingInt(Origin::column)
          .thenComparing(Origin::pointer);

  public static Origin of(String file) {
    return new Origin(file, "", 0, 0);
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  /** The place as compilers print it: {@code file:line:column}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
