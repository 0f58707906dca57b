package org.dudao.fact;

/** What is made of a {@link Period}, one method for each kind, so that none is forgotten. */
public interface PeriodVisitor<R> {
  R count(Period.Count count);

  R until(Period.Until until);

  R earliest(Period.Earliest earliest);

  R latest(Period.Latest latest);

  R nearest(Period.Nearest nearest);
}
