package org.dudao.fact;

/** What is made of a {@link Condition}, one method for each kind, so that none is forgotten. */
public interface ConditionVisitor<R> {
  R word(Condition.Word word);

  R comparison(Condition.Comparison comparison);

  R all(Condition.All all);

  R any(Condition.Any any);

  R not(Condition.Not not);
}
