package org.dudao.report;

/**
 * A file that took part in a check.
 *
 * @param role what it was read as
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record InputFile(Role role, String file, String sha256) {
  public enum Role {
    FACTS,
    PREVIOUS,
    RULES,
    LIMITS,
    CODES,
    CALENDAR
  }
}
