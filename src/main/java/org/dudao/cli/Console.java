package org.dudao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.dudao.fact.Language;

/** What a command talks to; handed in, so that tests can listen. */
final class Console {
  private final InputStream in;
  private final Outlet outlet;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final Map<String, String> environment;

  /**
   * @param out takes UTF-8
   * @param err takes UTF-8; what it does not take is told nowhere
   * @param terminal whether a person's terminal shows {@code out}
   * @param environment for the language
   */
  Console(InputStream in, OutputStream out, OutputStream err, boolean terminal, Map<String, String> environment) {
    this.in = in;
    this.outlet = new Outlet(out);
    this.out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
    this.environment = environment;
  }

  InputStream in() {
    return in;
  }

  /** Swallows failures, as print streams do: whoever ends with a code asks for them first. */
  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  boolean terminal() {
    return terminal;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Why not all that was printed has arrived; null when it has, and when that was told already. */
  IOException takeFailure() {
    out.flush();
    return outlet.takeFailure();
  }

  /** Whether nothing that is printed arrives any more, be it that nobody reads it. */
  boolean isBroken() {
    return outlet.isBroken();
  }

  /** Whether what is printed is lost to somebody who waits for it. */
  boolean isLost() {
    return outlet.isLost();
  }

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
