package org.dudao.fact;

/** A fact that a standard can be held against. */
public sealed interface Subject
    permits Bureau, School, SchoolClass, GradeGroup, Case, Step, Township, Inspection, Term, Project, Indicator,
        Practice, Checklist, Claim, Form, Explanation {
  /** Unique among the facts of its kind and bureau. */
  String id();

  /** What people call it; null when it was not given. */
  String name();

  /** What tells it from others in a sentence: its name with its id, or the id alone. */
  default String nameAndId() {
    return name() == null ? id() : name() + " (" + id() + ")";
  }

  /** The nearest fact whose categories this one shares (a class its school's), or null. */
  default Subject owner() {
    return null;
  }
}
