package org.dudao.fact;

import java.io.Serializable;

/**
 * Classes of which is told only from how many pupils to how many each of them has.
 *
 * @param name as the bracket was told, such as {@code 46-50}; null where no form told one
 * @param low pupils of each class, at least
 * @param high pupils of each class, at most; {@link Integer#MAX_VALUE} where there is no end
 * @param classes how many classes
 */
public record SizeBracket(String name, int low, int high, int classes) implements Serializable {
  /** As much as a class can have where no end is told. */
  public static final int NO_END = Integer.MAX_VALUE;

  /**
   * Refuses a bracket of no sizes.
   *
   * @throws IllegalArgumentException when the low end is above the high one
   */
  public SizeBracket {
    if (low > high) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  /** Whether a class of so many pupils belongs to it. */
  public boolean has(int pupils) {
    return pupils >= low && pupils <= high;
  }

  /** Whether a class could belong to both. */
  public boolean overlaps(SizeBracket other) {
    return low <= other.high && other.low <= high;
  }

  /** The same bracket of so many classes. */
  public SizeBracket of(int number) {
    return new SizeBracket(name, low, high, number);
  }

  /** The sizes of it that lie between those two too; itself where there are none, and figures contradict each other. */
  SizeBracket within(int least, int most) {
    int newLow = Math.max(low, least);
    int newHigh = Math.min(high, most);
    return newLow > newHigh ? this : new SizeBracket(name, newLow, newHigh, classes);
  }

  /** From how many pupils to how many, as it was told where it was. */
  public String text() {
    return name != null ? name : high == NO_END ? ">= " + low : low == high ? String.valueOf(low) : low + ".." + high;
  }
}
