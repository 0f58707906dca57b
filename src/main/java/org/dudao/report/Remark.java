package org.dudao.report;

import java.util.Arrays;
import java.util.List;

/**
 * Something a finding adds to its verdict: a year without a calendar, an open case, operands that are rounded.
 *
 * @param arguments what the sentence of the code needs, in its order
 */
public record Remark(RemarkCode code, List<String> arguments) {

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

  /** The remark with the texts of these arguments. */
  public static Remark of(RemarkCode code, Object... arguments) {
    return new Remark(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
