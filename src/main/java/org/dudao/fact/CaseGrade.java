package org.dudao.fact;

/** How grave or how involved a case is. */
public enum CaseGrade {
  ORDINARY,
  MAJOR,
  SIMPLE,
  COMPLEX
}
