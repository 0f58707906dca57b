package org.dudao.fact;

import java.util.Optional;

/**
 * A language in which people are told of facts and standards: each has a column of {@link Text} and a catalogue of
 * messages.
 */
public enum Language {
  ZH("zh"),
  EN("en");

  /** All tags as the help of a command line shows them. */
  public static final String TAGS = "zh|en";

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its ISO 639 code, which also names its catalogue. */
  public String tag() {
    return tag;
  }

  /** The language with exactly that tag. */
  public static Optional<Language> tagged(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The language of people with that locale, such as {@code zh_CN.UTF-8}; English where that is none of ours. */
  public static Language ofLocale(String locale) {
    for (Language language : values()) {
      if (locale.startsWith(language.tag)) {
        return language;
      }
    }
    return EN;
  }
}
