package org.dudao.report;

/** What a whole check comes to. */
public enum Verdict {
  /** Everything was checked, and nothing is violated. */
  CLEAN,
  /** Something is violated. */
  VIOLATIONS,
  /** Nothing is violated as far as it could be checked, but not everything could. */
  INCOMPLETE
}
