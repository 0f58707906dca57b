package org.dudao.engine.reckon;

import org.dudao.fact.Quantity;

/**
 * How many of a set are so, when of some it is not known, or some were not submitted.
 *
 * @param so how many surely are
 * @param not how many surely are not
 * @param open of how many it is not known; they may also be none of the set
 * @param absent how many more there are at most; null where nobody told
 */
public record Proportion(long so, long not, long open, Long absent) {

  /** Whether it is known how many there are at most. */
  public boolean isCounted() {
    return absent != null;
  }

  /** Between which numbers of a hundred it lies; null where there may be none of them. */
  public Interval percent() {
    if (so + not == 0) {
      return null;
    }
    // However many more there are: one that is not so leaves less than all, one that is so more than none.
    return isCounted()
        ? new Interval(
            Quantity.percent(so, so + not + open + absent),
            Quantity.percent(so + open + absent, so + not + open + absent), false, false)
        : new Interval(Quantity.ZERO, Quantity.of(100), so > 0, not > 0);
  }
}
