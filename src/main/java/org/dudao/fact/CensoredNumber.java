package org.dudao.fact;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A number of which only an interval was told, such as {@code <5}.
 *
 * @param low what it is at least, in the unit of its component
 * @param high what it is at most
 * @param text as it was told
 */
public record CensoredNumber(BigDecimal low, BigDecimal high, String text) implements Serializable {

  /**
   * Refuses an interval without numbers.
   *
   * @throws IllegalArgumentException when the low end is above the high one
   */
  public CensoredNumber {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException(low + " is above " + high);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
