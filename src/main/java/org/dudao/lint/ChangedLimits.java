package org.dudao.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.report.RuleBookChanges;

/**
 * What rows of the edition before say otherwise now. Law changes by a new row from a day on; who mends a row compared it
 * with its document, and says so by a later day in {@code checked_on}. Everything else was probably not meant.
 */
final class ChangedLimits implements LintPass {
  /** When so many rows of a table differ in one column it is the column that was changed. */
  private static final int MANY = 5;
  /** So many rows of a table nobody compares with their documents on one day. */
  private static final int BULK = 20;
  /** What changes only then changes no verdict of ours. */
  private static final int FAR_YEARS = 10;

  private static final String DECIMAL = "\\d+(?:\\.\\d+)?";
  /** What a row cites, and what it does to others, may change: who is judged, and how, does not by that. */
  private static final Set<String> CITING = Set.of("document", "clause", "effect");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    RuleBookChanges changes = RuleBookChanges.between(before.limits(), book.limits());
    Map<NormVersion, Limit> now = NormVersion.all(book.limits());
    LocalDate far = Newest.dayOf(before.limits()).plusYears(FAR_YEARS);
    Map<String, List<Warning>> byColumn = new LinkedHashMap<>();
    List<Warning> warnings = new ArrayList<>();
    Set<List<Object>> bulk = bulk(book, before);
    for (RuleBookChanges.Change change : changes.changed()) {
      Limit limit = change.after();
      boolean isSigned = isSigned(change, bulk);
      for (RuleBookChanges.ChangedCell cell : isSigned ? List.<RuleBookChanges.ChangedCell>of() : change.cells()) {
        if (cell.column().equals("until")) {
          ended(change.before(), limit, now, far, book).ifPresent(warnings::add);
        } else if (cell.column().equals("from")) {
          warnings.add(
              Warning.of(
                  Lint.VERSION_MOVED, book.cell(limit, "from"), limit.id(), day(change.before().from()),
                  day(limit.from())));
        } else if (!CITING.contains(cell.column()) || isSameNumber(cell.before(), cell.after())) {
          byColumn.computeIfAbsent(limit.origin().file() + " " + cell.column(), key -> new ArrayList<>())
              .add(
                  Warning.of(
                      Lint.ROW_CHANGED, book.cell(limit, cell.column()), cell.column(), limit.id(), cell.before(),
                      cell.after()));
        }
      }
    }
    byColumn.values().forEach(some -> warnings.addAll(some.size() < MANY ? some : List.of(ofColumn(some))));
    changes.added().stream()
        .filter(limit -> limit.until() != null && !Signed.since(before, limit))
        .forEach(limit -> replacedOpenEnd(limit, before).ifPresent(old ->
            ended(old, limit, now, far, book).ifPresent(warnings::add)));
    changes.missing().forEach(old -> gone(old, book, before).ifPresent(warnings::add));
    warnings.addAll(retitled(now, book, before));
    return warnings;
  }

  /** A spreadsheet program takes clause 3.10 for a number, and writes 3.1. */
  private static boolean isSameNumber(String one, String other) {
    return one.matches(DECIMAL) && other.matches(DECIMAL)
        && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
  }

  /** The open-ended version in whose place a new one comes that ends. */
  private static Optional<Limit> replacedOpenEnd(Limit limit, RuleBook before) {
    return before.limits().stream()
        .filter(old -> NormVersion.of(old).isOfSameNorm(NormVersion.of(limit)) && old.until() == null)
        .findFirst();
  }

  /** One warning for all of them. */
  private static Warning ofColumn(List<Warning> some) {
    Warning first = some.get(0);
    return Warning.of(
        Lint.COLUMN_CHANGED, first.at(), first.arguments().get(0), some.size(), first.arguments().get(2),
        first.arguments().get(3));
  }

  /** Somebody compared it with its document since then. */
  private static boolean isSigned(RuleBookChanges.Change change, Set<List<Object>> bulk) {
    return Signed.since(change.before(), change.after()) && !bulk.contains(signature(change.after()));
  }

  private static List<Object> signature(Limit limit) {
    return List.of(limit.origin().file(), limit.citation().checkedOn());
  }

  /** Days that were filled down a table: so many rows nobody compares on one day, and none of them is signed. */
  private static Set<List<Object>> bulk(RuleBook book, RuleBook before) {
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    Map<List<Object>, Integer> signed = new HashMap<>();
    for (Limit limit : book.limits()) {
      Limit old = then.get(NormVersion.of(limit));
      if (old != null && Signed.since(old, limit)) {
        signed.merge(signature(limit), 1, Integer::sum);
      }
    }
    return signed.entrySet().stream().filter(one -> one.getValue() >= BULK).map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** A version may end on the day on which another one begins. */
  private static Optional<Warning> ended(
      Limit old, Limit limit, Map<NormVersion, Limit> now, LocalDate far, RuleBook book) {
    LocalDate until = limit.until();
    boolean isSucceeded =
        until != null
            && (now.containsKey(new NormVersion(limit.id(), limit.region(), until))
                || now.values().stream().anyMatch(other -> isSuccessor(other, limit)));
    boolean isFar = (until == null || until.isAfter(far)) && (old.until() == null || old.until().isAfter(far));
    if (isSucceeded || isFar || until != null && Versions.isWithdrawn(limit, until, null, book)) {
      return Optional.empty();
    }
    Origin at = book.cell(limit, "until");
    return Optional.of(
        old.until() == null
            ? Warning.of(Lint.LAW_ENDS, at, limit.id(), until)
            : Warning.of(
                Lint.ROW_CHANGED, at, "until", limit.id(), old.until(), until == null ? "" : until));
  }

  /** A norm may be followed by one with another id. */
  private static boolean isSuccessor(Limit other, Limit ended) {
    return ended.until().equals(other.from()) && other.rule().equals(ended.rule())
        && other.region().equals(ended.region()) && other.scope().equals(ended.scope());
  }

  private static Optional<Warning> gone(Limit old, RuleBook book, RuleBook before) {
    Origin file = book.formerly(before, old.origin().file());
    return book.isFaulty(file)
        ? Optional.empty()
        : Optional.of(Warning.of(Lint.ROW_GONE, file, old.id(), day(old.from())));
  }

  private static List<Warning> retitled(Map<NormVersion, Limit> now, RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (Limit old : before.limits()) {
      Limit limit = now.get(NormVersion.of(old));
      if (limit != null && !limit.title().equals(old.title())) {
        bearer(limit, before)
            .ifPresent(other ->
                warnings.add(
                    Warning.of(Lint.TITLE_OF_ANOTHER, book.cell(limit, "title"), limit.title().zh(), other.id())));
      }
    }
    return warnings;
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
