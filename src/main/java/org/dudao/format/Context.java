package org.dudao.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.report.OwnRules;

/**
 * For whom and under which options a report is written.
 *
 * @param failOn the least binding level whose breach is a violation
 * @param version of the tool
 * @param options as given on the command line
 * @param own what the rules of the run make of the shipped ones; null when they are those
 */
public record Context(
    Language language, Level failOn, boolean showPasses, boolean colour, String version, Map<String, String> options,
    OwnRules own) {

  /** For a run by the shipped rules. */
  public Context(
      Language language, Level failOn, boolean showPasses, boolean colour, String version,
      Map<String, String> options) {
    this(language, failOn, showPasses, colour, version, options, null);
  }

  public Context {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
