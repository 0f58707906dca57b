package org.dudao.engine.drl;

/** {@code @title( "..." )}: what a rule says of itself. */
public record Annotation(Token key, Token value) {
  /** As rules write it. */
  public String text() {
    return "@" + key.text() + "( " + value.cited() + " )";
  }
}
