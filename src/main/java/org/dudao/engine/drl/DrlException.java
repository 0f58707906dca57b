package org.dudao.engine.drl;

import java.util.Collection;
import java.util.TreeSet;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;

/** A rule file says something that rules cannot say; it stops the reading of that rule. */
public final class DrlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public DrlException(Problem problem) {
    super(problem.code().text());
    this.problem = problem;
  }

  /** That problem at that place. */
  static DrlException at(Origin place, ProblemCode code, Object... arguments) {
    return new DrlException(Problem.of(code, place, arguments));
  }

  /** A name that is none of those known, as an argument that tells the near one, or else all. */
  static UnknownName unknown(Token name, Collection<String> known) {
    return new UnknownName(name.text(), new TreeSet<>(known));
  }

  public Problem problem() {
    return problem;
  }
}
