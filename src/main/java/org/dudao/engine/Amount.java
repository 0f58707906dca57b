package org.dudao.engine;

import java.util.List;
import org.dudao.fact.Quantity;

/**
 * Something counted over several facts.
 *
 * @param value null when facts are missing
 * @param missing the components that were not reported
 * @param of how many facts lack them
 */
public record Amount(Quantity value, List<String> missing, int of) {
  static Amount known(Quantity value) {
    return new Amount(value, List.of(), 0);
  }
}
