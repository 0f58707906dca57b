package org.dudao.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.cases.Expectation;
import org.dudao.cases.TestCase;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.fact.Truth;
import org.dudao.load.LimitReader;
import org.dudao.load.Source;

/** What would make new rows more certain: cases that hold them, and cells that an older table does not have. */
final class Advice implements LintPass {
  private static final int FEW = 5;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> notes = new ArrayList<>();
    List<Limit> fresh = Fresh.of(book, before).stream().filter(limit -> isOfTable(limit, book)).toList();
    List<Limit> unheld =
        fresh.stream().filter(limit -> book.cases().stream().noneMatch(one -> holds(one, limit))).toList();
    if (!unheld.isEmpty()) {
      List<String> ids = unheld.stream().map(Limit::id).distinct().toList();
      notes.add(
          Warning.of(
              Lint.ROWS_WITHOUT_CASE, book.cell(unheld.get(0), "id"), unheld.size(),
              ids.stream().limit(FEW).collect(Collectors.joining(", ")) + (ids.size() > FEW ? ", …" : "")));
    }
    Map<String, Origin> tables = new LinkedHashMap<>();
    fresh.forEach(limit -> tables.putIfAbsent(limit.origin().file(), limit.origin()));
    tables.keySet().forEach(file -> {
      Source table = book.tables().get(file);
      List<String> absent = LimitReader.absentColumns(table);
      if (!absent.isEmpty()) {
        notes.add(Warning.of(Lint.COLUMNS_ABSENT, Origin.of(file), String.join(", ", absent)));
      }
    });
    return notes;
  }

  private static boolean isOfTable(Limit limit, RuleBook book) {
    return book.tables().containsKey(limit.origin().file());
  }

  /** Whether the case expects something of the limit where and when it is law. */
  private static boolean holds(TestCase one, Limit limit) {
    return Region.covers(limit.region(), one.region()) && limit.isInForce(one.facts().asOf()) != Truth.NO
        && one.expectations().stream().map(Expectation::limit).anyMatch(limit.id()::equals);
  }
}
