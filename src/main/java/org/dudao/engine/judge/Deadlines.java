package org.dudao.engine.judge;

import org.dudao.fact.Case;
import org.dudao.fact.Truth;

/** How the cases of one bureau stand to the times that bind whoever handles them. */
@FunctionalInterface
public interface Deadlines {
  /**
   * Whether the case keeps every time that is for it: no where one is surely over; unknown where that cannot be told, or
   * none is for it.
   */
  Truth areKeptBy(Case one);
}
