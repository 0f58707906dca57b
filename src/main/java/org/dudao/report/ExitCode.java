package org.dudao.report;

/** How a program that checks ended, for the scripts that started it. */
public enum ExitCode {
  CLEAN(0),
  /** Something is violated at or above the level that counts. */
  VIOLATIONS(1),
  /** The command line was wrong. */
  USAGE(2),
  /** Some facts could not be read (the others were judged), rules are faulty, or the program failed. */
  FAILED(3),
  /** Nothing is violated, but not everything could be judged. */
  INCOMPLETE(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * The end of a check.
   *
   * @param allowUnknown incompleteness is no failure, unless what was checked says nothing at all
   */
  public static ExitCode of(Totals totals, boolean allowUnknown) {
    return switch (totals.verdict()) {
      case UNREADABLE -> FAILED;
      case VIOLATIONS -> VIOLATIONS;
      case INCOMPLETE -> allowUnknown && totals.deficiencies().isEmpty() ? CLEAN : INCOMPLETE;
      case CLEAN -> CLEAN;
    };
  }
}
