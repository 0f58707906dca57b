package org.dudao.report;

/** The fact that a finding is about. */
public record Judged(String bureau, String kind, String id, String name) {
  /** The name, or where it has none the id. */
  public String label() {
    return name == null || name.isBlank() ? id : name;
  }
}
