package org.dudao.report;

/** What became of one standard for one subject. */
public enum Outcome {
  /** The subject keeps the standard. */
  PASS,
  /** The subject breaks the standard. */
  FAIL,
  /** Facts are missing, or the rule failed: nobody can tell. */
  UNKNOWN,
  /** A figure of the subject is not plausible: it is to be corrected or explained, and nobody is accused. */
  QUERY,
  /** The subject does not do what it, or its bureau, reported, promised or planned for itself; it breaks no norm. */
  UNKEPT;

  /** Whether the subject is not as the standard says. */
  public boolean isBreach() {
    return this == FAIL || this == QUERY || this == UNKEPT;
  }
}
