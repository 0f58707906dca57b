package org.dudao.fact;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * How many classes there are of each size, as the form of classes by grade and size counts them.
 *
 * @param brackets no two of which overlap, those of the least sizes first
 */
public record ClassesBySize(List<SizeBracket> brackets) implements Serializable {
  public ClassesBySize {
    brackets = brackets.stream().sorted(Comparator.comparing(SizeBracket::low)).toList();
  }

  /** The component of a fact that holds the bracket of that name, and the bracket. */
  public static String place(String bracket) {
    return "classesBySize/" + bracket;
  }

  /** How many classes there are together. */
  public int classes() {
    return brackets.stream().mapToInt(SizeBracket::classes).sum();
  }

  /** The brackets in which there are classes. */
  public List<SizeBracket> filled() {
    return brackets.stream().filter(one -> one.classes() > 0).toList();
  }
}
