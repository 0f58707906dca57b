package org.dudao.engine.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that say of which time a stated figure is.
 *
 * @param text null where nothing was said, and the figure is of the time of all that was submitted with it
 */
record StatedPeriod(String text) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern WHOLE_YEAR = Pattern.compile("\\s*\\d{4}\\s*(?:年度?)?\\s*");

  /** Whether a figure is about what happened on a day. */
  enum Reach {
    MEANT,
    /** Nothing speaks against it: no other year is named. */
    PERHAPS,
    /** Another year is named, from or until which it may be. */
    HARDLY,
    NOT_MEANT
  }

  /** Whether the figure is about what happened on that day. */
  Reach reach(LocalDate day) {
    if (text == null) {
      return Reach.MEANT;
    }
    List<String> years = YEAR.matcher(text).results().map(MatchResult::group).toList();
    boolean isNamed = years.contains(String.valueOf(day.getYear()));
    if (WHOLE_YEAR.matcher(text).matches() && !years.isEmpty()) {
      return isNamed ? Reach.MEANT : Reach.NOT_MEANT;
    }
    return isNamed || years.isEmpty() ? Reach.PERHAPS : Reach.HARDLY;
  }
}
