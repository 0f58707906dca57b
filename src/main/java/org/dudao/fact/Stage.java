package org.dudao.fact;

import java.util.List;

/** The stage of education that a class belongs to. */
public enum Stage {
  KINDERGARTEN,
  PRIMARY,
  JUNIOR,
  SENIOR,
  VOCATIONAL,
  SPECIAL,
  HIGHER;

  /** Those that one school may teach together. */
  public static final List<Stage> OF_THROUGH_SCHOOLS = List.of(PRIMARY, JUNIOR, SENIOR);
}
