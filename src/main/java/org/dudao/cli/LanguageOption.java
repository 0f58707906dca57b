package org.dudao.cli;

import org.dudao.fact.Language;
import picocli.CommandLine.Option;

/** In which language to talk. */
final class LanguageOption {
  @Option(names = "--lang", paramLabel = Language.TAGS)
  private Language language;

  /** The language asked for, or that of the console's locale. */
  Language orElse(Console console) {
    return language == null ? console.language() : language;
  }
}
