package org.dudao.engine.drl;

import java.util.Collection;
import java.util.List;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Makes problems of places in one rule. Of a rule that breaks off, the tree ends in tokens that are missing: whoever
 * finds fault with one of these is told why the reading broke off instead, so that of two faults the first is told.
 *
 * @param file as messages cite it
 * @param brokenBy why the reading of the rule broke off, or null when it did not
 * @param problems to which those are added that do not stop the reading
 */
public record Faults(String file, Problem brokenBy, List<Problem> problems) {
  public DrlException fault(Token token, ProblemCode code, Object... arguments) {
    return isMissing(token) ? new DrlException(brokenBy) : DrlException.at(token.origin(file), code, arguments);
  }

  /** A name that nobody knows: told with the one that was probably meant, or else with all that are known. */
  public DrlException unknown(Token token, ProblemCode code, Collection<String> known) {
    return fault(token, code, DrlException.unknown(token, known));
  }

  /** Of something that the owner does not have. */
  public DrlException unknown(Token token, ProblemCode code, Collection<String> known, String owner) {
    return fault(token, code, DrlException.unknown(token, known), owner);
  }

  /** Adds a problem, and lets the reading go on. */
  public void note(Token token, ProblemCode code, Object... arguments) {
    problems.add(fault(token, code, arguments).problem());
  }

  /** Goes on only when the reading came as far as that token. */
  public void reach(Token token) throws DrlException {
    if (isMissing(token)) {
      throw new DrlException(brokenBy);
    }
  }

  private boolean isMissing(Token token) {
    return brokenBy != null && token.is(Token.Kind.END);
  }
}
