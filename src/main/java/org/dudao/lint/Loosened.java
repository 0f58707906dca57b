package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dudao.engine.rule.Looseness;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Effect;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Region;
import org.dudao.fact.Truth;
import org.dudao.fact.Words;

/**
 * New rows that take from what must be. Few documents may: who compared the row with the one that does says so by a day
 * in {@code checked_on}.
 */
final class Loosened implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (Limit row : Fresh.rowsOf(book, before)) {
      if (book.rules().containsKey(row.rule()) && !Signed.since(before, row)) {
        loosened(row, book).ifPresent(wider ->
            warnings.add(
                Warning.of(
                    Lint.LOOSENS_MUST, book.cell(row, row.effect() == Effect.ADDS ? "level" : "effect"), row.id(),
                    told(row), wider.origin(), told(wider))));
      }
    }
    return warnings;
  }

  private static Optional<Limit> loosened(Limit row, RuleBook book) {
    if (row.effect() == Effect.ADDS) {
      return Optional.ofNullable(Versions.earlier(row, book.limits()))
          .filter(old -> old.level() == Level.MUST && row.level().compareTo(Level.MUST) > 0);
    }
    Rule rule = book.rules().get(row.rule());
    return book.rows().stream()
        .filter(old -> old != row && old.effect().isLimit() && old.id().equals(row.id()) && old.level() == Level.MUST)
        .filter(old -> Region.covers(old.region(), row.region()) && old.overlaps(row))
        .filter(old -> !row.effect().isLimit() || Looseness.of(row, old, rule.demand()) == Truth.YES)
        .findFirst();
  }

  private static String told(Limit limit) {
    return limit.level() == null
        ? Words.of(limit.effect())
        : Words.of(limit.level()) + " " + (limit.valueText() + " " + limit.unit()).strip();
  }
}
