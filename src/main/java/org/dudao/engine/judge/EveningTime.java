package org.dudao.engine.judge;

import java.time.Duration;
import java.time.LocalTime;

/** A time of an evening: what lies after midnight belongs to the evening before, and is later. */
record EveningTime(LocalTime time) {
  /** Before it, a time is of the night. */
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  /** So many minutes is it later than that one, of the same evening; less than nothing when it is earlier. */
  long minutesAfter(EveningTime other) {
    return sinceMidnight().minus(other.sinceMidnight()).toMinutes();
  }

  private Duration sinceMidnight() {
    Duration since = Duration.between(LocalTime.MIDNIGHT, time);
    return time.isBefore(MORNING) ? since.plusDays(1) : since;
  }
}
