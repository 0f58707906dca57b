package org.dudao.lint;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Region;

/** From when until when versions of a norm are law, and when somebody last looked. */
final class Versions implements LintPass {
  /** Few norms are announced so long ahead. */
  private static final int FAR_YEARS = 5;
  private static final int STALE_YEARS = 3;
  /** What is written now changes the past so far back only by a slip, or by the hand of one who looked it up. */
  private static final int OLD_YEARS = 2;
  private static final int FEW_DAYS = 90;
  private static final Pattern YEAR_OF_DOCUMENT = Pattern.compile("[〔\\[［]((?:19|20)\\d{2})[〕\\]］]");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Set<NormVersion> then = NormVersion.all(before.limits()).keySet();
    List<Warning> warnings = new ArrayList<>(gaps(book, then));
    LocalDate newest = Newest.dayOf(before.limits().isEmpty() ? book.limits() : before.limits());
    for (Limit limit : book.limits()) {
      if (limit.citation().checkedOn() != null && limit.citation().checkedOn().plusYears(STALE_YEARS).isBefore(newest)) {
        warnings.add(
            Warning.of(Lint.CHECKED_LONG_AGO, book.cell(limit, "checked_on"), limit.id(), limit.citation().checkedOn()));
      }
    }
    for (Limit row : Fresh.rowsOf(book, before)) {
      fresh(row, newest, book, before).ifPresent(warnings::add);
    }
    for (Limit limit : book.limits()) {
      if (limit.from() == null || then.contains(NormVersion.of(limit))) {
        continue;
      }
      if (limit.from().isAfter(newest.plusYears(FAR_YEARS))) {
        warnings.add(Warning.of(Lint.FROM_FAR, book.cell(limit, "from"), limit.id(), limit.from()));
      }
    }
    return warnings;
  }

  /** What is seldom so of the days of a new row. */
  private static Optional<Warning> fresh(Limit row, LocalDate newest, RuleBook book, RuleBook before) {
    if (row.citation().checkedOn() != null && row.citation().checkedOn().isAfter(LocalDate.now())) {
      return Optional.of(Warning.of(Lint.CHECKED_AHEAD, book.cell(row, "checked_on"), row.id(), row.citation().checkedOn()));
    }
    if (row.from() != null && row.until() != null && row.from().plusDays(FEW_DAYS).isAfter(row.until())) {
      return Optional.of(
          Warning.of(
              Lint.SHORT_LIVED, book.cell(row, "until"), row.id(), row.from(), row.until(),
              ChronoUnit.DAYS.between(row.from(), row.until())));
    }
    Matcher year = YEAR_OF_DOCUMENT.matcher(row.document());
    if (row.from() != null && year.find() && row.from().getYear() < Integer.parseInt(year.group(1))) {
      return Optional.of(
          Warning.of(Lint.BEFORE_DOCUMENT, book.cell(row, "from"), row.id(), row.from(), year.group(1)));
    }
    boolean isOld = row.from() == null || row.from().isBefore(newest.minusYears(OLD_YEARS));
    if (isOld && !Signed.since(before, row) && changesThePast(row, newest, before)) {
      return Optional.of(
          Warning.of(Lint.RETROACTIVE, book.cell(row, "from"), row.id(), row.from() == null ? "-" : row.from()));
    }
    return Optional.empty();
  }

  /** Whether the row says something of days of which another row of the edition before was law in its region. */
  private static boolean changesThePast(Limit row, LocalDate newest, RuleBook before) {
    boolean isNewVersion =
        row.effect() == Effect.ADDS
            && before.limits().stream().noneMatch(old -> NormVersion.of(old).equals(NormVersion.of(row)));
    return (row.effect() != Effect.ADDS || isNewVersion)
        && before.limits().stream()
            .filter(old -> old.id().equals(row.id()) && old.overlaps(row))
            .filter(old -> row.effect() == Effect.ADDS
                ? old.region().equals(row.region())
                : Region.covers(old.region(), row.region()))
            .anyMatch(old -> old.from() == null || old.from().isBefore(newest.minusYears(OLD_YEARS)));
  }

  /** The version of the same norm before that one; null when it is the first. */
  static Limit earlier(Limit limit, List<Limit> limits) {
    NormVersion version = NormVersion.of(limit);
    return limit.from() == null
        ? null
        : limits.stream()
            .filter(other -> other.effect().isLimit() && NormVersion.of(other).isOfSameNorm(version))
            .filter(other -> other.from() == null || other.from().isBefore(limit.from()))
            .max(Comparator.comparing(Limit::from, Comparator.nullsFirst(Comparator.naturalOrder())))
            .orElse(null);
  }

  /**
   * Whether a row says that the norm is no law between those days.
   *
   * @param until exclusive; null without an end
   */
  static boolean isWithdrawn(Limit limit, LocalDate from, LocalDate until, RuleBook book) {
    return book.rows().stream()
        .filter(row -> row.effect() == Effect.WITHDRAWS && row.id().equals(limit.id()))
        .filter(row -> row.region().equals(limit.region()))
        .anyMatch(row ->
            (row.from() == null || !row.from().isAfter(from))
                && (row.until() == null || until != null && !row.until().isBefore(until)));
  }

  /** Between two versions nothing is law, which is seldom meant. */
  private static List<Warning> gaps(RuleBook book, Set<NormVersion> then) {
    Map<NormVersion, List<Limit>> norms = new LinkedHashMap<>();
    book.limits().forEach(limit ->
        norms.computeIfAbsent(new NormVersion(limit.id(), limit.region(), null), key -> new ArrayList<>()).add(limit));
    List<Warning> gaps = new ArrayList<>();
    for (List<Limit> versions : norms.values()) {
      for (Limit limit : versions) {
        Limit earlier = versions.size() < 2 ? null : earlier(limit, versions);
        boolean wasThere =
            earlier != null && then.contains(NormVersion.of(limit)) && then.contains(NormVersion.of(earlier));
        if (earlier != null && !wasThere && earlier.until() != null && earlier.until().isBefore(limit.from())
            && !isWithdrawn(earlier, earlier.until(), limit.from(), book)) {
          gaps.add(Warning.of(Lint.GAP_BETWEEN, book.cell(limit, "from"), limit.id(), earlier.until(), limit.from()));
        }
      }
    }
    return gaps;
  }
}
