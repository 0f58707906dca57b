package org.dudao.fact;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days of the week on which a place rests, for a span of days.
 *
 * @param days one to six of them: in a week of none, no working day would ever come
 */
public record Weekend(DateRange span, Set<DayOfWeek> days) {
  public Weekend {
    if (days.isEmpty() || days.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("a weekend of " + days.size() + " days");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }
}
