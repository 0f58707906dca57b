package org.dudao.engine;

import java.util.List;
import org.dudao.fact.Quantity;

/**
 * Something counted over several facts, some of which may lack the measure.
 *
 * @param low the least it can be, whatever is missing; null when nothing can be said
 * @param high the most it can be
 * @param missing the components that were not reported
 * @param lacking how many facts lack them
 */
public record Amount(Quantity low, Quantity high, List<String> missing, int lacking) {
  static Amount known(Quantity value) {
    return new Amount(value, value, List.of(), 0);
  }

  static Amount unknown(List<String> missing, int lacking) {
    return new Amount(null, null, missing, lacking);
  }
}
