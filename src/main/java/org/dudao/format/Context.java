package org.dudao.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
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

  /** Whether the finding, or one under another, is written: what passes where somebody wants it, or it is explained. */
  public boolean tells(Finding finding) {
    return showPasses || finding.outcome() != Outcome.PASS || finding.isExplained();
  }

  public Context {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
