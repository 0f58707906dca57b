package org.dudao.fact;

/** Who runs a school. */
public enum Ownership {
  PUBLIC,
  PRIVATE
}
