package org.dudao.fact;

/** The age group of a class or room in early years. */
public enum AgeGroup {
  SMALL_CLASS,
  MIDDLE_CLASS,
  BIG_CLASS,
  MIXED_CLASS,
  PRESCHOOL_CLASS,
  UNDER_2,
  AGE_2,
  AGE_3_AND_OVER
}
