package org.dudao.fact;

/** What a row of a table of limits does to the law that is there without it. */
public enum Effect {
  /** Adds a limit; where it stands in a nearer region than one of its id, it may only tighten that one. */
  ADDS,
  /** Takes the place of the limit of its id, whatever that demands. */
  REPLACES,
  /** Lets the limit of its id be no law. */
  WITHDRAWS,
  /** Frees some from the limit of its id. */
  EXEMPTS;

  /** Whether the row is a limit itself. */
  public boolean isLimit() {
    return this == ADDS || this == REPLACES;
  }
}
