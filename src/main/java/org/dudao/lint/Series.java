package org.dudao.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.Limit;
import org.dudao.fact.Value;

/** New rows of which a cell rises by one from row to row, as a spreadsheet program fills what is dragged down. */
final class Series implements LintPass {
  private static final int LONG = 4;
  /** What of a row such a series would change, by column: whole numbers, and days as they are counted. */
  private static final Map<String, Function<Limit, Long>> COLUMNS =
      Map.of(
          "value", Series::number, "from", limit -> day(limit.from()), "until", limit -> day(limit.until()),
          "announced", limit -> day(limit.announced()), "checked_on", limit -> day(limit.citation().checkedOn()));

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<String, List<Limit>> tables =
        Fresh.of(book, before).stream().collect(Collectors.groupingBy(limit -> limit.origin().file()));
    List<Warning> warnings = new ArrayList<>();
    tables.values().forEach(rows ->
        COLUMNS.forEach((column, cell) -> warnings.addAll(series(rows, column, cell, book))));
    return warnings;
  }

  private static List<Warning> series(List<Limit> rows, String column, Function<Limit, Long> cell, RuleBook book) {
    List<Limit> sorted = rows.stream().sorted(Comparator.comparing(limit -> limit.origin().line())).toList();
    List<Warning> warnings = new ArrayList<>();
    for (int first = 0, next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size() || !isNext(sorted.get(next - 1), sorted.get(next), cell)) {
        if (next - first >= LONG) {
          Limit begin = sorted.get(first);
          Limit end = sorted.get(next - 1);
          warnings.add(
              Warning.of(
                  Lint.VALUES_FILLED, book.cell(begin, column), column, next - first, told(column, cell.apply(begin)),
                  told(column, cell.apply(end))));
        }
        first = next;
      }
    }
    return warnings;
  }

  private static boolean isNext(Limit one, Limit other, Function<Limit, Long> cell) {
    Long value = cell.apply(one);
    Long following = cell.apply(other);
    return value != null && following != null && following == value + 1
        && other.origin().line() == one.origin().line() + 1 && other.rule().equals(one.rule());
  }

  /** What is written in digits; null for what is not. */
  private static Long number(Limit limit) {
    boolean isNumber = limit.value() instanceof Value.Number || limit.value() instanceof Value.Time;
    return isNumber && limit.valueText().matches("\\d{1,9}") ? Long.valueOf(limit.valueText()) : null;
  }

  private static Object told(String column, Long number) {
    return column.equals("value") ? number : LocalDate.ofEpochDay(number);
  }

  private static Long day(LocalDate day) {
    return day == null ? null : Long.valueOf(day.toEpochDay());
  }
}
