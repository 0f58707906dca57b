package org.dudao.fact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stage of education that a class belongs to. */
public enum Stage {
  KINDERGARTEN(-1, 0),
  /** Five or six years of school, and the years before it where they are taught with it. */
  PRIMARY(-1, 6),
  JUNIOR(6, 9),
  SENIOR(9, 13),
  VOCATIONAL,
  SPECIAL,
  HIGHER;

  /** Those that one school may teach together. */
  public static final List<Stage> OF_THROUGH_SCHOOLS = List.of(PRIMARY, JUNIOR, SENIOR);

  static final Set<String> WORDS_OF_THROUGH_SCHOOLS =
      OF_THROUGH_SCHOOLS.stream().map(Words::of).collect(Collectors.toUnmodifiableSet());

  private final Integer firstGrade;
  private final Integer lastGrade;

  /** One that is not counted in years of schooling. */
  Stage() {
    this(null, null);
  }

  Stage(Integer firstGrade, Integer lastGrade) {
    this.firstGrade = firstGrade;
    this.lastGrade = lastGrade;
  }

  /** Whether it is counted in grades. */
  public boolean hasGrades() {
    return firstGrade != null;
  }

  /** The component in which a school of several stages reports the pupils of this one. */
  public String studentsComponent() {
    return Words.of(this) + "Students";
  }

  /** The first grade that belongs to it anywhere. */
  public int firstGrade() {
    return firstGrade;
  }

  /** The last grade that belongs to it anywhere. */
  public int lastGrade() {
    return lastGrade;
  }

  /** Whether that grade may belong to it; null where the stage is not counted in grades. */
  public Boolean has(int grade) {
    return hasGrades() ? grade >= firstGrade && grade <= lastGrade : null;
  }
}
