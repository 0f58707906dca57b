package org.dudao.engine.drl;

/**
 * {@code $n : Number() from accumulate( SchoolClass( ... ), count() )}: how many such facts there are.
 *
 * @param variable to which the number is bound, or null
 */
public record AccumulatePattern(Token variable, Token type, Pattern pattern) implements ConditionalElement {
  @Override
  public String text() {
    return Pattern.bound(variable) + type.text() + "() from accumulate( " + pattern.text() + ", count() )";
  }
}
