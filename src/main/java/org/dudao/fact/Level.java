package org.dudao.fact;

/** How binding a limit is; the words of the norm decide. */
public enum Level {
  /** The norm demands it: a breach is a violation. */
  MUST,
  /** The norm recommends it, says "generally", or sets a design value: a breach is a warning. */
  SHOULD,
  /** Worth knowing; nobody is bound. */
  NOTE,
  /** A band of plausible figures, not a norm: what lies outside is doubted, and nobody is accused. */
  QUERY
}
