package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Condition;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;

/** Rows that free all whom a limit could accuse, or nobody. */
final class Exemptions implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    book.rows().stream().filter(row -> row.effect() == Effect.EXEMPTS).forEach(row -> {
      List<Limit> bound = bound(row, book);
      if (bound.stream().anyMatch(limit -> !leavesSome(limit, row, book.rules().get(limit.rule())))) {
        warnings.add(Warning.of(Lint.EXEMPTS_ALL, book.cell(row, "applies_to"), row.id(), row.appliesTo()));
      } else if (!bound.isEmpty()
          && bound.stream().noneMatch(limit -> ScopeReach.meet(limit, row, book.rules().get(limit.rule())))) {
        String told = bound.get(0).appliesTo();
        warnings.add(Warning.of(Lint.EXEMPTS_NOBODY, book.cell(row, "applies_to"), row.id(), row.appliesTo(), told));
      }
    });
    return warnings;
  }

  /** The limits from which the row could free somebody. */
  private static List<Limit> bound(Limit row, RuleBook book) {
    return book.rows().stream()
        .filter(limit -> limit.effect().isLimit() && limit.id().equals(row.id()))
        .filter(limit -> book.rules().containsKey(limit.rule()) && limit.meets(row) && limit.overlaps(row))
        .toList();
  }

  /** Whether somebody is bound by the limit, is not freed by the row, and may break it. */
  private static boolean leavesSome(Limit limit, Limit row, Rule rule) {
    Condition others = new Condition.Not(row.scope());
    return Scopes.kept(limit, rule)
        .map(kept -> ScopeReach.isPossible(rule, limit.scope(), others, new Condition.Not(kept)))
        .orElseGet(() -> ScopeReach.isPossible(rule, limit.scope(), others));
  }
}
