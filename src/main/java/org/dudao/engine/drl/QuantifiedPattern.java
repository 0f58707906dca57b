package org.dudao.engine.drl;

/** {@code not SchoolClass( ... )} or {@code exists( SchoolClass( ... ) )}: that there is no such fact, or some. */
public record QuantifiedPattern(Token quantifier, Pattern pattern) implements ConditionalElement {
  @Override
  public String text() {
    return quantifier.text() + " " + pattern.text();
  }
}
