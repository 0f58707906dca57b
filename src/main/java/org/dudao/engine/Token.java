package org.dudao.engine;

/** One word, number, text or sign of a rule file, with its place counted from 1 in characters. */
record Token(Kind kind, String text, int line, int column) {
  enum Kind {
    NAME,
    /** {@code $class}: the name of something bound in a pattern. */
    VARIABLE,
    /** Text in quotes; {@code text} is what stands between them. */
    STRING,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String expected) {
    return kind != Kind.STRING && text.equals(expected);
  }

  /** As a message cites it. */
  String cited() {
    return kind == Kind.STRING ? '"' + text + '"' : text;
  }
}
