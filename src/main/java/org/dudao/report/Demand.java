package org.dudao.report;

import java.util.Optional;

/** How what was found must stand to the limit. */
public enum Demand {
  AT_MOST("isAtMost", Operation.COMPARES),
  AT_LEAST("isAtLeast", Operation.COMPARES),
  BELOW("isBelow", Operation.COMPARES),
  ABOVE("isAbove", Operation.COMPARES),
  /** Not below the one bound, and not above the other. */
  BETWEEN("isBetween", Operation.ENCLOSES),
  EQUAL("is", Operation.COMPARES),
  DIFFERENT("isNot", Operation.COMPARES),
  /** So; what rules say with {@link #EQUAL} and a limit of yes. */
  YES,
  ONE_OF("isOneOf", Operation.LOOKS_UP),
  ALL_OF("hasAll", Operation.LOOKS_UP),
  /** Done by the due date. */
  WITHIN("isWithin", Operation.TIMES),
  /** Lasting at least so long. */
  LASTING("lastsAtLeast", Operation.TIMES),
  /** Not decreasing in the order given; what rules say with {@link #FOLLOWS} of such a claim. */
  ORDERED,
  /** The published figure follows from its operands. */
  FOLLOWS("follows", Operation.RECOMPUTES),
  /** Parts are not more than their wholes, and make them where they should. */
  ADDING_UP("addUp", Operation.RECONCILES),
  /** Days come one after the other as they must. */
  IN_ORDER("areInOrder", Operation.RECONCILES);

  /** What is done with what was found and the limit. */
  public enum Operation {
    /** Two numbers, days or times of day are compared. */
    COMPARES,
    /** A number is looked for between two others. */
    ENCLOSES,
    /** Names are looked for in a list. */
    LOOKS_UP,
    /** A span of time is held against a period. */
    TIMES,
    /** A published figure is computed again. */
    RECOMPUTES,
    /** The components of a fact are held against each other. */
    RECONCILES
  }

  private final String word;
  private final Operation operation;

  /** One that no rule says by a word of its own. */
  Demand() {
    this(null, null);
  }

  Demand(String word, Operation operation) {
    this.word = word;
    this.operation = operation;
  }

  /** As rules say it; empty for one that follows from another. */
  public Optional<String> word() {
    return Optional.ofNullable(word);
  }

  /** Whether it does that with what was found and the limit. */
  public boolean does(Operation one) {
    return operation == one;
  }

  /** Whether what is equal to the limit does not keep it. */
  public boolean isStrict() {
    return this == BELOW || this == ABOVE || this == DIFFERENT;
  }

  /** Whether it can be asked of a number. */
  public boolean isNumeric() {
    return does(Operation.COMPARES) || does(Operation.ENCLOSES);
  }
}
