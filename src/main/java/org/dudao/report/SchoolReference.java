package org.dudao.report;

/**
 * The school to which the subject of a finding belongs.
 *
 * @param number which one of the schools of its bureau it is, from 0, in the order submitted
 */
public record SchoolReference(String id, String name, int number) {
  /** The name, or where it has none the id. */
  public String label() {
    return name == null || name.isBlank() ? id : name;
  }
}
