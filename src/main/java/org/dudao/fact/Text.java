package org.dudao.fact;

/** One short text in Chinese and in English; the English may be empty, then the Chinese stands for it. */
public record Text(String zh, String en) {
  public static final Text NONE = new Text("", "");

  /** The text in that language. A language without a text of its own here does not compile. */
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en.isEmpty() ? zh : en;
    };
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}
