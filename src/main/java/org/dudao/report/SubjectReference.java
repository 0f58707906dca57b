package org.dudao.report;

import java.time.LocalDate;

/**
 * The fact that a finding is about.
 *
 * @param asOf the day of judgement: facts of one bureau may be judged for several days in one run
 * @param school itself, or the one to which it belongs; null when it belongs to none
 */
public record SubjectReference(
    String bureau, LocalDate asOf, String kind, String id, String name, SchoolReference school) {

  /** Of no school. */
  public SubjectReference(String bureau, LocalDate asOf, String kind, String id, String name) {
    this(bureau, asOf, kind, id, name, null);
  }

  /** The name, or where it has none the id. */
  public String label() {
    return name == null || name.isBlank() ? id : name;
  }
}
