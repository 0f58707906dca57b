package org.dudao.report;

/** What a whole check comes to. */
public enum Verdict {
  /** Everything was checked, and nothing is violated. */
  CLEAN,
  /** Something is violated. */
  VIOLATIONS,
  /** Nothing is violated as far as it could be checked, but not everything could, or figures are doubted. */
  INCOMPLETE;

  /** What both come to: violations come before incompleteness. */
  Verdict and(Verdict other) {
    if (this == VIOLATIONS || other == VIOLATIONS) {
      return VIOLATIONS;
    }
    return this == INCOMPLETE || other == INCOMPLETE ? INCOMPLETE : CLEAN;
  }
}
