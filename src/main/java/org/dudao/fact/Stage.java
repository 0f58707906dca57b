package org.dudao.fact;

/** The stage of education that a class belongs to. */
public enum Stage {
  KINDERGARTEN,
  PRIMARY,
  JUNIOR,
  SENIOR,
  VOCATIONAL,
  SPECIAL,
  HIGHER
}
