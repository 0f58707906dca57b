package org.dudao.spark;

/** How a run ended, in the numbers of the command line. */
final class ExitCode {
  static final int CLEAN = 0;
  static final int VIOLATIONS = 1;
  static final int USAGE = 2;
  static final int FAILED = 3;
  static final int INCOMPLETE = 4;

  private ExitCode() {}

  /** Of several ends the first of: lines that could not be used, violations, incompleteness. */
  static int of(Outputs.Summary summary, boolean allowUnknown) {
    if (summary.unreadable() > 0) {
      return FAILED;
    }
    if (summary.violations() > 0) {
      return VIOLATIONS;
    }
    return summary.incomplete() > 0 && !allowUnknown ? INCOMPLETE : CLEAN;
  }
}
