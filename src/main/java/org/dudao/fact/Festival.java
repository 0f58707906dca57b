package org.dudao.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The statutory days of a festival in one year. */
public record Festival(String name, DateRange days) {
  /** So many days after the last of its days, or before the first one when less than nothing. */
  int distance(LocalDate day) {
    if (day.isBefore(days.from())) {
      return (int) -ChronoUnit.DAYS.between(day, days.from());
    }
    return (int) Math.max(0, ChronoUnit.DAYS.between(days.to(), day));
  }
}
