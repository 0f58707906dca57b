package org.dudao.fact;

/** One short text in Chinese and in English; the English may be empty, then the Chinese stands for it. */
public record Text(String zh, String en) {
  public static final Text NONE = new Text("", "");

  /** The text in the language of that ISO 639 code. */
  public String in(String language) {
    return "en".equals(language) && !en.isEmpty() ? en : zh;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}
