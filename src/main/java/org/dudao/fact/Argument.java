package org.dudao.fact;

import java.io.Serializable;

/** What stands in one place of a sentence of the catalogue. */
public sealed interface Argument extends Serializable {

  /** Text that is told as it is: a name that somebody wrote, a number, a place. */
  record Literal(String text) implements Argument {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A word of our own that people read in their language. */
  non-sealed interface Translated extends Argument {
    /** The id of the word in the catalogue. */
    String messageId();
  }
}
