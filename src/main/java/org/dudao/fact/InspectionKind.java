package org.dudao.fact;

/** How deep an inspection goes. */
public enum InspectionKind {
  ROUTINE,
  SPECIAL,
  COMPREHENSIVE
}
