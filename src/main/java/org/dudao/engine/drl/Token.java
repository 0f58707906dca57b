package org.dudao.engine.drl;

import org.dudao.fact.Origin;

/**
 * One word, number, text or sign of a rule file.
 *
 * @param text as it was written; of a text in quotes what stands between them
 * @param line of its first character, counted from 1
 * @param column of its first character, counted from 1 in characters as a person sees them
 * @param start where it begins, and {@code end} where it ends, in chars of the whole text
 */
public record Token(Kind kind, String text, int line, int column, int start, int end) {
  /** What stands in a tree where the reading of a rule broke off. */
  static final Token MISSING = new Token(Kind.END, "", 0, 0, 0, 0);

  /** The kinds of token. */
  public enum Kind {
    NAME,
    /** {@code $class}: the name of something bound in a pattern. */
    VARIABLE,
    /** Text in quotes; {@code text} is what stands between them. */
    STRING,
    NUMBER,
    SIGN,
    /** The end of the file, or of what could be read of a rule. */
    END
  }

  public boolean is(String expected) {
    return kind != Kind.STRING && text.equals(expected);
  }

  public boolean is(Kind expected) {
    return kind == expected;
  }

  /** As a message cites it, and as rules write it. */
  public String cited() {
    return kind == Kind.STRING ? '"' + text + '"' : text;
  }

  /** Its place in that file. */
  public Origin origin(String file) {
    return new Origin(file, "", line, column);
  }
}
