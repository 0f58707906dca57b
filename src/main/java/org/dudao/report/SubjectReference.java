package org.dudao.report;

import java.time.LocalDate;

/**
 * The fact that a finding is about.
 *
 * @param asOf the day of judgement: facts of one bureau may be judged for several days in one run
 */
public record SubjectReference(String bureau, LocalDate asOf, String kind, String id, String name) {
  /** The name, or where it has none the id. */
  public String label() {
    return name == null || name.isBlank() ? id : name;
  }
}
