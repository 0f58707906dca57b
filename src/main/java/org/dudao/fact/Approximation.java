package org.dudao.fact;

/** The word beside a printed figure that says on which side the true one lies. */
public enum Approximation {
  /** More than printed, but less than the next round figure. */
  OVER,
  /** At least as printed. */
  MIN,
  /** Less than printed, but more than the round figure before it. */
  NEAR,
  /** At most as printed. */
  MAX,
  /** Around the printed figure. */
  ABOUT
}
