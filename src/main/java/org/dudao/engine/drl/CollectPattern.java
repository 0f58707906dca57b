package org.dudao.engine.drl;

/**
 * {@code $classes : List( size > 0 ) from collect( SchoolClass( ... ) )}: all such facts.
 *
 * @param variable to which the list is bound, or null
 * @param needsSome whether there must be at least one
 */
public record CollectPattern(Token variable, Token type, boolean needsSome, Pattern pattern)
    implements ConditionalElement {
  @Override
  public String text() {
    return Pattern.bound(variable) + type.text() + (needsSome ? "( size > 0 )" : "()") + " from collect( "
        + pattern.text() + " )";
  }
}
