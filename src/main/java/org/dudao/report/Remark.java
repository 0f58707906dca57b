package org.dudao.report;

import java.util.List;

/**
 * Something a finding adds to its verdict: a year without a calendar, an open case, operands that are rounded.
 *
 * @param code the message of the catalogue, without its {@code remark.}
 */
public record Remark(String code, List<String> arguments) {
  public static Remark of(String code, Object... arguments) {
    return new Remark(code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
