package org.dudao.fact;

import java.time.LocalDate;

/** Days from one to another, both included; {@code to} is null when it has no end. */
public record DateRange(LocalDate from, LocalDate to) {
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** Whether any day is in both. */
  public boolean meets(DateRange other) {
    return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
  }
}
