package org.dudao.fact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What a limit demands: a number, a yes, a list, a span of time, or another figure of the same subject. */
public sealed interface Value {
  /** At most, at least or exactly this number. */
  record Number(Quantity quantity) implements Value {}

  /** It must be so. */
  record Yes() implements Value {}

  /** One of these, or all of these. */
  record Names(List<String> names) implements Value {}

  /** By this day, or after it. */
  record Day(LocalDate day) implements Value {}

  /** Not after, or not before, this time of the day. */
  record Clock(LocalTime time) implements Value {}

  /** What the same subject reports under another name. */
  record Field(String measure) implements Value {}

  /** Within, or for at least, this span of time. */
  record Time(Period period) implements Value {}
}
