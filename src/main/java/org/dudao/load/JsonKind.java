package org.dudao.load;

import org.dudao.fact.Argument;
import org.dudao.fact.Words;
import tools.jackson.core.JsonToken;

/** The kinds of value that JSON has, but for null. */
public enum JsonKind implements Argument.Translated {
  STRING,
  NUMBER,
  BOOLEAN,
  ARRAY,
  OBJECT;

  /** The kind of the value that begins with the token. */
  static JsonKind of(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
      case START_ARRAY -> ARRAY;
      case START_OBJECT -> OBJECT;
      default -> throw new IllegalArgumentException("no value begins with " + token);
    };
  }

  @Override
  public String messageId() {
    return "json." + Words.of(this);
  }
}
