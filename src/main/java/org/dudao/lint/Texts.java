package org.dudao.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.fact.Limit;

/** Texts of rows that belong to other rows, or cannot be read. */
final class Texts implements LintPass {
  /** When so many rows of a table differ in one column it is the column that was changed. */
  private static final int MANY = 5;
  private static final Map<String, Function<Limit, String>> COLUMNS = new LinkedHashMap<>();
  /** What nobody would miss may be taken away. */
  private static final Set<String> MISSED = Set.of("title_en", "clause", "remedy", "remedy_en");

  static {
    COLUMNS.put("title", limit -> limit.title().zh());
    COLUMNS.put("title_en", limit -> limit.title().en());
    COLUMNS.put("document", Limit::document);
    COLUMNS.put("clause", Limit::clause);
    COLUMNS.put("remedy", limit -> limit.remedy().zh());
    COLUMNS.put("remedy_en", limit -> limit.remedy().en());
    COLUMNS.put("note", limit -> limit.note().zh());
    COLUMNS.put("note_en", limit -> limit.note().en());
    COLUMNS.put("ref", limit -> String.join(" ", limit.citation().refs()));
    COLUMNS.put("checked_on", limit -> limit.citation().checkedOn() == null ? "" : limit.citation().checkedOn().toString());
  }

  /**
   * A row of the edition before and what it is now.
   *
   * @param above the row above it now; null for the first
   */
  private record TextRow(Limit old, Limit now, Limit above) {}

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    Map<String, List<Limit>> tables =
        book.limits().stream()
            .filter(limit -> book.tables().containsKey(limit.origin().file()))
            .collect(Collectors.groupingBy(limit -> limit.origin().file()));
    tables.values().forEach(limits -> {
      List<TextRow> rows = new ArrayList<>();
      Limit above = null;
      for (Limit limit : limits.stream().sorted(Comparator.comparing(one -> one.origin().line())).toList()) {
        rows.add(new TextRow(then.get(NormVersion.of(limit)), limit, above));
        above = limit;
      }
      List<Warning> ofColumns = swapped(rows, book);
      if (ofColumns.isEmpty()) {
        COLUMNS.forEach((column, text) -> column(column, text, rows, book).ifPresent(ofColumns::add));
      }
      if (ofColumns.isEmpty()) {
        rows.stream()
            .filter(row -> row.old != null && !Signed.since(row.old, row.now))
            .forEach(row -> ofAnother(row, book, before, warnings));
      }
      warnings.addAll(ofColumns);
    });
    return warnings;
  }

  /** What is wrong with many cells of a column. */
  private static Optional<Warning> column(
      String column, Function<Limit, String> text, List<TextRow> rows, RuleBook book) {
    List<TextRow> garbled =
        rows.stream().filter(row -> !isSame(row, text) && Garbling.isGarbled(text.apply(row.now))).toList();
    if (!garbled.isEmpty()) {
      return Optional.of(ofColumn(Lint.TEXTS_GARBLED, column, text, garbled, book));
    }
    List<TextRow> changed = rows.stream().filter(row -> row.old != null && !isSame(row, text)).toList();
    if (changed.size() >= MANY && (isMoved(changed, text) || isFilled(changed, text))) {
      return Optional.of(ofColumn(Lint.TEXTS_MOVED, column, text, changed, book));
    }
    List<TextRow> lost =
        changed.stream().filter(row -> isLost(text.apply(row.old), text.apply(row.now), column)).toList();
    return lost.size() < MANY ? Optional.empty() : Optional.of(ofColumn(Lint.TEXTS_GARBLED, column, text, lost, book));
  }

  private static Warning ofColumn(
      Lint lint, String column, Function<Limit, String> text, List<TextRow> rows, RuleBook book) {
    Limit told =
        rows.stream()
            .map(TextRow::now)
            .filter(limit -> !text.apply(limit).isEmpty())
            .findFirst()
            .orElse(rows.get(0).now);
    return Warning.of(lint, book.cell(told, column), column, rows.size(), text.apply(told));
  }

  private static boolean isSame(TextRow row, Function<Limit, String> text) {
    return row.old != null && text.apply(row.old).equals(text.apply(row.now));
  }

  /** Gone, or gone but for signs that are no Chinese. */
  private static boolean isLost(String old, String now, String column) {
    return now.isEmpty() ? MISSED.contains(column) : Garbling.han(old) > 0 && Garbling.han(now) == 0;
  }

  /** The same texts, in other rows. */
  private static boolean isMoved(List<TextRow> changed, Function<Limit, String> text) {
    Map<String, Integer> balance = new HashMap<>();
    changed.forEach(row -> {
      balance.merge(text.apply(row.old), 1, Integer::sum);
      balance.merge(text.apply(row.now), -1, Integer::sum);
    });
    return balance.values().stream().allMatch(left -> left == 0);
  }

  /** What several rows said became what the row above says. */
  private static boolean isFilled(List<TextRow> changed, Function<Limit, String> text) {
    List<TextRow> filled =
        changed.stream()
            .filter(row -> row.above != null && text.apply(row.above).equals(text.apply(row.now)))
            .toList();
    Set<String> overwritten = filled.stream().map(row -> text.apply(row.old)).collect(Collectors.toSet());
    return filled.size() >= MANY && overwritten.size() > 1 && !areSigned(filled);
  }

  private static boolean areSigned(List<TextRow> rows) {
    return rows.stream().allMatch(row -> Signed.since(row.old, row.now));
  }

  /** The titles of the one language stand where those of the other should. */
  private static List<Warning> swapped(List<TextRow> rows, RuleBook book) {
    List<Limit> swapped =
        rows.stream()
            .filter(row -> row.old == null || !row.old.title().equals(row.now.title()))
            .map(TextRow::now)
            .filter(limit -> Garbling.han(limit.title().zh()) == 0 && Garbling.han(limit.title().en()) > 0)
            .toList();
    List<Warning> warnings = new ArrayList<>();
    if (!swapped.isEmpty()) {
      Limit first = swapped.get(0);
      warnings.add(Warning.of(Lint.LANGUAGES_SWAPPED, book.cell(first, "title"), swapped.size(), first.title().zh()));
    }
    return warnings;
  }

  /** One cell got what belongs to another norm: another document under the same clause, a remedy of another topic. */
  private static void ofAnother(TextRow row, RuleBook book, RuleBook before, List<Warning> warnings) {
    Limit old = row.old;
    Limit now = row.now;
    boolean isOtherDocument =
        hasNothingOf(now.document(), old.document()) && now.clause().equals(old.clause()) && !now.clause().isEmpty();
    if (isOtherDocument) {
      warnings.add(ofAnother(now, "document", now.document(), book));
    }
    String remedy = now.remedy().zh();
    if (!remedy.isEmpty() && hasNothingOf(remedy, old.remedy().zh())
        && isOfOtherTopic(remedy, now.topic(), before)) {
      warnings.add(ofAnother(now, "remedy", remedy, book));
    }
    String title = now.title().en();
    if (!title.equals(old.title().en()) && now.title().zh().equals(old.title().zh())) {
      before.limits().stream()
          .filter(other -> !other.id().equals(now.id()) && !title.isEmpty() && other.title().en().equals(title))
          .findFirst()
          .ifPresent(other ->
              warnings.add(Warning.of(Lint.TITLE_OF_ANOTHER, book.cell(now, "title_en"), title, other.id())));
    }
  }

  private static Warning ofAnother(Limit limit, String column, String text, RuleBook book) {
    return Warning.of(Lint.TEXT_OF_ANOTHER, book.cell(limit, column), column, limit.id(), text);
  }

  /** Whether only rows of other topics have that remedy. */
  private static boolean isOfOtherTopic(String remedy, String topic, RuleBook before) {
    List<Limit> bearers = before.limits().stream().filter(limit -> limit.remedy().zh().equals(remedy)).toList();
    return !bearers.isEmpty() && bearers.stream().noneMatch(limit -> limit.topic().equals(topic));
  }

  /** Whether two texts have no two neighbouring letters in common. */
  private static boolean hasNothingOf(String one, String other) {
    return pairs(one).stream().noneMatch(pairs(other)::contains);
  }

  private static Set<String> pairs(String text) {
    return IntStream.range(0, Math.max(0, text.length() - 1))
        .mapToObj(i -> text.substring(i, i + 2))
        .collect(Collectors.toSet());
  }
}
