package org.dudao.report;

/** How what was found must stand to the limit. */
public enum Demand {
  AT_MOST,
  AT_LEAST,
  BELOW,
  ABOVE,
  EQUAL,
  DIFFERENT,
  YES,
  ONE_OF,
  ALL_OF,
  /** Done by the due date. */
  WITHIN,
  /** Lasting at least so long. */
  LASTING,
  /** Not decreasing in the order given. */
  ORDERED,
  /** The published figure follows from its operands. */
  FOLLOWS
}
