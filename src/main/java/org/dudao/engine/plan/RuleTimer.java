package org.dudao.engine.plan;

/** Is told how long each rule took. Shared by threads. */
public interface RuleTimer {
  /** What is told as a rule of its own: asking Drools what the rules say of scopes that were not met before. */
  String ENGINE = "engine";

  /**
   * One rule took so long.
   *
   * @param judged how many subjects were held against one of its limits
   */
  void add(String rule, long nanos, long judged);
}
