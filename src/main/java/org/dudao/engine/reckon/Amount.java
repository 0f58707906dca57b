package org.dudao.engine.reckon;

import java.util.List;
import org.dudao.fact.Quantity;
import org.dudao.report.Remark;

/**
 * Something counted over several facts, some of which may lack the measure.
 *
 * @param low the least it can be, whatever is missing; null when nothing can be said
 * @param high the most it can be
 * @param missing the components that were not reported
 * @param lacking how many facts lack them
 * @param remarks what it was counted from
 */
public record Amount(Quantity low, Quantity high, List<String> missing, int lacking, List<Remark> remarks) {
  public Amount(Quantity low, Quantity high, List<String> missing, int lacking) {
    this(low, high, missing, lacking, List.of());
  }

  public static Amount known(Quantity value) {
    return new Amount(value, value, List.of(), 0);
  }

  public static Amount unknown(List<String> missing, int lacking) {
    return new Amount(null, null, missing, lacking);
  }

  public Amount with(List<Remark> more) {
    return new Amount(low, high, missing, lacking, List.copyOf(more));
  }
}
