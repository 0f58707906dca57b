package org.dudao.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.dudao.fact.Language;

/**
 * What a command talks to; handed in, so that tests can listen.
 *
 * @param out UTF-8
 * @param err UTF-8
 * @param terminal whether a person's terminal shows {@code out}
 * @param environment for the language
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment) {

  /** That of the person's locale. */
  Language language() {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return Language.ofLocale(locale);
      }
    }
    return Language.ofLocale(Locale.getDefault().getLanguage());
  }
}
