package org.dudao.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;

/**
 * What rows of the edition before say otherwise now. Law changes by a new row from a day on; who mends a row compared it
 * with its document, and says so by a later day in {@code checked_on}. Everything else was probably not meant.
 */
final class ChangedLimits implements LintPass {
  /** When so many rows of a table differ in one column it is the column that was changed. */
  private static final int MANY = 5;
  /** What changes only then changes no verdict of ours. */
  private static final int FAR_YEARS = 10;

  /**
   * A column that decides who is judged, and how.
   *
   * @param meaning what is compared
   * @param text what is told
   */
  private record Decisive(String column, Function<Limit, Object> meaning, Function<Limit, String> text) {
    static Decisive of(String column, Function<Limit, Object> meaning) {
      return new Decisive(column, meaning, limit -> text(meaning.apply(limit)));
    }

    private static String text(Object value) {
      return value == null ? "" : value instanceof List<?> list ? join(list) : value.toString();
    }

    private static String join(List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
  }

  private static final List<Decisive> COLUMNS =
      List.of(
          Decisive.of("rule", Limit::rule),
          new Decisive("applies_to", Limit::scope, Limit::appliesTo),
          new Decisive("value", Limit::value, Limit::valueText),
          Decisive.of("unit", Limit::unit),
          Decisive.of("level", limit -> limit.level().name().toLowerCase(Locale.ROOT)),
          Decisive.of("dated_by", Limit::datedBy),
          Decisive.of("announced", Limit::announced),
          Decisive.of("calendar", Limit::calendars),
          Decisive.of("suspended", Limit::suspended));

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<NormVersion, Limit> now = NormVersion.all(book.limits());
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    LocalDate far = Newest.dayOf(before.limits()).plusYears(FAR_YEARS);
    Map<String, List<Warning>> byColumn = new LinkedHashMap<>();
    List<Warning> warnings = new ArrayList<>();
    then.forEach((version, old) -> {
      Limit limit = now.get(version);
      if (limit == null) {
        gone(old, now, then.keySet(), book, before).ifPresent(warnings::add);
      } else if (!isSigned(old, limit)) {
        changed(old, limit, book)
            .forEach((column, warning) ->
                byColumn.computeIfAbsent(limit.origin().file() + " " + column, key -> new ArrayList<>()).add(warning));
        ended(old, limit, now, far, book).ifPresent(warnings::add);
      }
      if (limit != null && !limit.title().equals(old.title())) {
        bearer(limit, before)
            .ifPresent(other ->
                warnings.add(
                    Warning.of(
                        Lint.TITLE_OF_ANOTHER, book.cell(limit, "title"), limit.title().zh(), other.id())));
      }
    });
    byColumn.values().forEach(some -> warnings.addAll(some.size() < MANY ? some : List.of(ofColumn(some))));
    return warnings;
  }

  private static Map<String, Warning> changed(Limit old, Limit limit, RuleBook book) {
    Map<String, Warning> changed = new LinkedHashMap<>();
    for (Decisive one : COLUMNS) {
      if (!Objects.equals(one.meaning().apply(old), one.meaning().apply(limit))) {
        changed.put(
            one.column(),
            Warning.of(
                Lint.ROW_CHANGED, book.cell(limit, one.column()), one.column(), limit.id(), one.text().apply(old),
                one.text().apply(limit)));
      }
    }
    return changed;
  }

  /** One warning for all of them. */
  private static Warning ofColumn(List<Warning> some) {
    Warning first = some.get(0);
    return Warning.of(
        Lint.COLUMN_CHANGED, first.at(), first.arguments().get(0), some.size(), first.arguments().get(2),
        first.arguments().get(3));
  }

  /** Somebody compared it with its document since then. */
  private static boolean isSigned(Limit old, Limit limit) {
    return limit.checkedOn() != null && (old.checkedOn() == null || limit.checkedOn().isAfter(old.checkedOn()));
  }

  /** A version may end on the day on which another one begins. */
  private static Optional<Warning> ended(
      Limit old, Limit limit, Map<NormVersion, Limit> now, LocalDate far, RuleBook book) {
    LocalDate until = limit.until();
    if (Objects.equals(old.until(), until)) {
      return Optional.empty();
    }
    boolean isSucceeded = until != null && now.containsKey(new NormVersion(limit.id(), limit.region(), until));
    boolean isFar = (until == null || until.isAfter(far)) && (old.until() == null || old.until().isAfter(far));
    if (isSucceeded || isFar) {
      return Optional.empty();
    }
    Origin at = book.cell(limit, "until");
    return Optional.of(
        old.until() == null
            ? Warning.of(Lint.LAW_ENDS, at, limit.id(), until)
            : Warning.of(
                Lint.ROW_CHANGED, at, "until", limit.id(), old.until(), until == null ? "" : until));
  }

  private static Optional<Warning> gone(
      Limit old, Map<NormVersion, Limit> now, Set<NormVersion> then, RuleBook book, RuleBook before) {
    NormVersion version = NormVersion.of(old);
    Optional<Limit> moved =
        now.entrySet().stream()
            .filter(one -> one.getKey().isOfSameNorm(version) && !then.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .filter(limit -> limit.value().equals(old.value()) || limit.clause().equals(old.clause()))
            .findFirst();
    if (moved.isPresent()) {
      Limit limit = moved.get();
      return isSigned(old, limit)
          ? Optional.empty()
          : Optional.of(
              Warning.of(
                  Lint.VERSION_MOVED, book.cell(limit, "from"), limit.id(), day(old.from()), day(limit.from())));
    }
    Origin file = book.formerly(before, old.origin().file());
    return book.isFaulty(file)
        ? Optional.empty()
        : Optional.of(Warning.of(Lint.ROW_GONE, file, old.id(), day(old.from())));
  }

  private static String day(LocalDate day) {
    return day == null ? "-" : day.toString();
  }

  /** Another norm of the edition before that bears the title. */
  private static Optional<Limit> bearer(Limit limit, RuleBook before) {
    return before.limits().stream()
        .filter(other -> !other.id().equals(limit.id()) && other.title().zh().equals(limit.title().zh()))
        .findFirst();
  }
}
