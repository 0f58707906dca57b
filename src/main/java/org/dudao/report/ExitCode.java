package org.dudao.report;

/** How a program that checks ended, for the scripts that started it. */
public enum ExitCode {
  CLEAN(0),
  /** Something is violated at or above the level that counts. */
  VIOLATIONS(1),
  /** The command line was wrong. */
  USAGE(2),
  /** Facts could not be read, rules are faulty, or the program failed. */
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
   * @param unreadable some facts could not be read
   * @param allowUnknown incompleteness is no failure
   */
  public static ExitCode of(Verdict verdict, boolean unreadable, boolean allowUnknown) {
    if (unreadable) {
      return FAILED;
    }
    return switch (verdict) {
      case VIOLATIONS -> VIOLATIONS;
      case INCOMPLETE -> allowUnknown ? CLEAN : INCOMPLETE;
      case CLEAN -> CLEAN;
    };
  }
}
