package org.dudao.engine.judge;

/**
 * How many do not keep a limit.
 *
 * @param fewest for certain
 * @param most for all that is known
 */
record Breaking(long fewest, long most) {
  static final Breaking NONE = new Breaking(0, 0);

  Breaking plus(Breaking other) {
    return new Breaking(fewest + other.fewest, most + other.most);
  }

  /** Whether none of them breaks it, false when one does; null when that cannot be told. */
  Boolean isKeptByAll() {
    return fewest > 0 ? Boolean.FALSE : most == 0 ? Boolean.TRUE : null;
  }

  String text() {
    return fewest == most ? String.valueOf(fewest) : fewest + ".." + most;
  }
}
