package org.dudao.fact;

/** The closed lists of codes that policy staff keep in {@code codes*.csv}, under these words. */
public enum CodeList {
  AREA,
  CASE,
  CHECKLIST,
  FORM,
  INDICATOR,
  ITEM,
  PRACTICE,
  STEP;

  /** As tables name it. */
  public String word() {
    return Words.of(this);
  }
}
