package org.dudao.engine;

import org.dudao.fact.Problem;

/** A rule file says something that rules cannot say; it stops the reading of that rule. */
final class RuleSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RuleSyntaxException(Problem problem) {
    super(problem.code().text());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
