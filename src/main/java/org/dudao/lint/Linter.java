package org.dudao.lint;

import java.util.List;

/** Finds what is probably meant otherwise in a rule book. */
public final class Linter {
  private static final List<LintPass> PASSES =
      List.of(
          new ChangedLimits(), new ChangedRules(), new ChangedCodes(), new ChangedCalendars(), new Magnitudes(),
          new Versions(), new Slips(), new Scopes(),
          new RuleTexts());

  private Linter() {}

  /**
   * The warnings about a book, by place.
   *
   * @param before the edition before, against which it is held
   */
  public static List<Warning> warnings(RuleBook book, RuleBook before) {
    if (!book.isRead()) {
      return List.of();
    }
    return PASSES.stream()
        .flatMap(pass -> pass.look(book, before).stream())
        .distinct()
        .sorted(Warning.ORDER)
        .toList();
  }
}
