package org.dudao.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;

/** From when until when versions of a norm are law, and when somebody last looked. */
final class Versions implements LintPass {
  /** Few norms are announced so long ahead. */
  private static final int FAR_YEARS = 5;
  private static final int STALE_YEARS = 3;
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Set<NormVersion> then = NormVersion.all(before.limits()).keySet();
    List<Warning> warnings = new ArrayList<>(gaps(book, then));
    LocalDate newest = Newest.dayOf(before.limits().isEmpty() ? book.limits() : before.limits());
    for (Limit limit : book.limits()) {
      if (limit.checkedOn() != null && limit.checkedOn().plusYears(STALE_YEARS).isBefore(newest)) {
        warnings.add(
            Warning.of(Lint.CHECKED_LONG_AGO, book.cell(limit, "checked_on"), limit.id(), limit.checkedOn()));
      }
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

  /** The version of the same norm before that one; null when it is the first. */
  static Limit earlier(Limit limit, List<Limit> limits) {
    NormVersion version = NormVersion.of(limit);
    return limit.from() == null
        ? null
        : limits.stream()
            .filter(other -> NormVersion.of(other).isOfSameNorm(version))
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
        boolean wasThere = earlier != null && then.contains(NormVersion.of(limit)) && then.contains(NormVersion.of(earlier));
        if (earlier != null && !wasThere && earlier.until() != null && earlier.until().isBefore(limit.from())
            && !isWithdrawn(earlier, earlier.until(), limit.from(), book)) {
          gaps.add(Warning.of(Lint.GAP_BETWEEN, book.cell(limit, "from"), limit.id(), earlier.until(), limit.from()));
        }
      }
    }
    return gaps;
  }
}
