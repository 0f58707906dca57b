package org.dudao.cli;

import picocli.CommandLine.Option;

/** In which language to talk. */
final class LanguageOption {
  enum Language {
    ZH,
    EN
  }

  @Option(names = "--lang", paramLabel = "zh|en")
  private Language language;

  /** The language asked for, or that of the console's locale. */
  String orElse(Console console) {
    return language == null ? console.language() : language.name().toLowerCase(java.util.Locale.ROOT);
  }
}
