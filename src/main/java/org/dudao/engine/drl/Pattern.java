package org.dudao.engine.drl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code $class : SchoolClass( stage == Stage.PRIMARY, school == $school )}: the facts of a type that meet all these
 * constraints.
 *
 * @param variable to which each of them is bound in turn, or null
 * @param close the bracket at its end
 */
public record Pattern(Token variable, Token type, List<Constraint> constraints, Token close)
    implements ConditionalElement {
  @Override
  public Pattern pattern() {
    return this;
  }

  /** All constraints that are no composites of others. */
  public Stream<Constraint> leaves() {
    return constraints.stream().flatMap(Constraint::leaves);
  }

  /** The variables with which its facts are compared. */
  public Stream<Token> variables() {
    return leaves().flatMap(Constraint::variables);
  }

  @Override
  public String text() {
    String inside = constraints.stream().map(Constraint::text).collect(Collectors.joining(", "));
    return bound(variable) + type.cited() + (inside.isEmpty() ? "()" : "( " + inside + " )");
  }

  /** What stands before a pattern that is bound to a variable. */
  static String bound(Token variable) {
    return variable == null ? "" : variable.text() + " : ";
  }
}
