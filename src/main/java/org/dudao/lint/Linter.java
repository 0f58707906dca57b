package org.dudao.lint;

import java.util.List;
import java.util.stream.Stream;

/** Finds what is probably meant otherwise in a rule book. */
public final class Linter {
  /** What an edition says otherwise than the one before, without a word; a layer says it with words. */
  private static final List<LintPass> OF_EDITIONS =
      List.of(new ChangedLimits(), new ChangedCodes(), new ChangedCalendars());

  private static final List<LintPass> OF_ALL =
      List.of(
          new ChangedRules(), new UnusualUnits(), new Magnitudes(), new Versions(), new Slips(), new Scopes(), new RuleTexts(),
          new OpenScopes(), new Exemptions(), new Narrowings(), new DatingDays(), new Bounds(), new Series(),
          new Copies(), new Wordings(),
          new SilentStandards(), new CalendarYears(), new Loosened(), new RegionFolders(),
          new Sentences(), new Titles(), new Directions(), new Relations(), new Texts(), new TitlesOfNames(),
          new StayingValues(), new Advice());

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
    return Stream.concat(OF_ALL.stream(), book.isEdition() ? OF_EDITIONS.stream() : Stream.of())
        .flatMap(pass -> pass.look(book, before).stream())
        .distinct()
        .sorted(Warning.ORDER)
        .toList();
  }
}
