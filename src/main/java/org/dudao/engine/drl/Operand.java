package org.dudao.engine.drl;

/**
 * One side of a comparison or an argument of a sentence: {@code stage}, {@code Stage.PRIMARY}, {@code "text"}, {@code
 * $school}, {@code $school.id}.
 *
 * @param member the word after a point, or null
 * @param beyond the word after a second point, or null; nothing can be meant by it
 */
public record Operand(Token first, Token member, Token beyond) implements CallArgument {
  @Override
  public String text() {
    return first.cited() + after(member) + after(beyond);
  }

  private static String after(Token word) {
    return word == null ? "" : "." + word.text();
  }
}
