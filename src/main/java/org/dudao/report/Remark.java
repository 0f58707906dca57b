package org.dudao.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Something a finding adds to its verdict: a year without a calendar, an open case, operands that are rounded.
 *
 * @param code the message of the catalogue, without its {@code remark.}
 */
public record Remark(String code, List<Datum> arguments) {
  /**
   * The remark of that code.
   *
   * @param arguments values of any kind, and days; everything else is told as its text
   */
  public static Remark of(String code, Object... arguments) {
    return new Remark(code, Arrays.stream(arguments).map(Remark::datum).toList());
  }

  private static Datum datum(Object argument) {
    if (argument instanceof LocalDate day) {
      return new Datum.Date(day);
    }
    return argument instanceof Datum datum ? datum : new Datum.Verbatim(String.valueOf(argument));
  }
}
