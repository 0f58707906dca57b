package org.dudao.engine.drl;

/** {@code check.that( $class, "students" ).isAtMost( $limit );}: the one sentence of {@code then}. */
public record CheckSentence(CheckCall call, Token relation, Token limit) {
  /** As rules write it, with single blanks. */
  public String text() {
    return call.text() + "." + relation.text() + "( " + limit.cited() + " );";
  }
}
