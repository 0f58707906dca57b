package org.dudao.fact;

/** Three-valued logic: a statement holds, does not, or facts are missing to tell. */
public enum Truth {
  YES,
  NO,
  UNKNOWN;

  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
  }

  /** Both as far as they can be told: unknown only where neither can. */
  public Truth andAsFarAsTold(Truth other) {
    return this == UNKNOWN ? other : other == UNKNOWN ? this : and(other);
  }

  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
  }

  public Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
