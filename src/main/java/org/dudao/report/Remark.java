package org.dudao.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Something a finding adds to its verdict: a year without a calendar, an open case, operands that are rounded.
 *
 * @param arguments what the sentence of the code needs, in its order
 */
public record Remark(RemarkCode code, List<Datum> arguments) {

  /**
   * Refuses arguments that the sentence has no place for, or lacks.
   *
   * @throws IllegalArgumentException when the code takes another number of arguments
   */
  public Remark {
    arguments = List.copyOf(arguments);
    if (arguments.size() != code.arguments()) {
      throw new IllegalArgumentException(code + " takes " + code.arguments() + " arguments, not " + arguments);
    }
  }

  /**
   * The remark of that code.
   *
   * @param arguments values of any kind, and days; everything else is told as its text
   */
  public static Remark of(RemarkCode code, Object... arguments) {
    return new Remark(code, Arrays.stream(arguments).map(Remark::datum).toList());
  }

  private static Datum datum(Object argument) {
    if (argument instanceof LocalDate day) {
      return new Datum.Date(day);
    }
    return argument instanceof Datum datum ? datum : new Datum.Verbatim(String.valueOf(argument));
  }
}
