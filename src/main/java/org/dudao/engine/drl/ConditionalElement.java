package org.dudao.engine.drl;

/** One of the things that {@code when} demands, all of them at once. */
public sealed interface ConditionalElement permits Pattern, QuantifiedPattern, AccumulatePattern, CollectPattern {
  /** The pattern whose facts it is about. */
  Pattern pattern();

  /** As rules write it, with single blanks. */
  String text();
}
