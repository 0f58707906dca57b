package org.dudao.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.fact.Language;
import org.dudao.fact.Level;

/**
 * For whom and under which options a report is written.
 *
 * @param failOn the least binding level whose breach is a violation
 * @param version of the tool
 * @param options as given on the command line
 */
public record Context(
    Language language, Level failOn, boolean showPasses, boolean colour, String version, Map<String, String> options) {

  public Context {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }
}
