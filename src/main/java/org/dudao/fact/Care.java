package org.dudao.fact;

/** How long a kindergarten cares for its children. */
public enum Care {
  FULL_DAY,
  HALF_DAY,
  BOARDING
}
