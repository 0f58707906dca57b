package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Condition;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Region;
import org.dudao.fact.Truth;

/** Rows that come in the place of a limit, and are for fewer: whom they leave out nobody judges any more. */
final class Narrowings implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    book.rows().stream()
        .filter(row -> row.effect() == Effect.REPLACES && book.rules().containsKey(row.rule()))
        .forEach(row -> replaced(row, book).filter(old -> leavesSome(row, old, book)).findFirst().ifPresent(old ->
            warnings.add(
                Warning.of(
                    Lint.REPLACES_SOME, book.cell(row, "applies_to"), row.id(), old.appliesTo(), row.appliesTo()))));
    for (Limit limit : Fresh.of(book, before)) {
      if (limit.effect() == Effect.ADDS && limit.from() != null && book.rules().containsKey(limit.rule())) {
        narrowed(limit, book).ifPresent(old ->
            warnings.add(
                Warning.of(
                    Lint.VERSION_LEAVES, book.cell(limit, "applies_to"), limit.id(), old.appliesTo(), limit.from())));
      }
    }
    return warnings;
  }

  /** The limits of its own region in whose place the row comes. */
  private static Stream<Limit> replaced(Limit row, RuleBook book) {
    return book.rows().stream()
        .filter(old -> old != row && old.effect().isLimit() && old.id().equals(row.id()))
        .filter(old -> old.region().equals(row.region()) && old.overlaps(row));
  }

  /** Whether somebody is bound by the older one who is not by the row, and whom no row frees. */
  private static boolean leavesSome(Limit row, Limit old, RuleBook book) {
    boolean isSaid = book.rows().stream().anyMatch(one -> one.effect() == Effect.EXEMPTS && one.id().equals(row.id()));
    return !isSaid && !old.scope().equals(row.scope())
        && ScopeReach.isPossible(book.rules().get(row.rule()), old.scope(), new Condition.Not(row.scope()));
  }

  /** The version before, when it was for somebody for whom no row is from that day on, and nobody looked since. */
  private static Optional<Limit> narrowed(Limit limit, RuleBook book) {
    Limit earlier = Versions.earlier(limit, book.rows());
    if (earlier == null || earlier.scope().equals(limit.scope()) || Signed.since(earlier, limit)) {
      return Optional.empty();
    }
    Rule rule = book.rules().get(limit.rule());
    List<Condition> left = new ArrayList<>(List.of(earlier.scope(), new Condition.Not(limit.scope())));
    book.rows().stream()
        .filter(other -> other != limit && other != earlier && other.rule().equals(limit.rule()))
        .filter(other -> other.id().equals(limit.id()) || limit.from().equals(other.from()))
        .filter(other -> other.isInForce(limit.from()) != Truth.NO && Region.covers(other.region(), limit.region()))
        .forEach(other -> left.add(new Condition.Not(other.scope())));
    return ScopeReach.isPossible(rule, left.toArray(Condition[]::new)) ? Optional.of(earlier) : Optional.empty();
  }
}
