package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;

/** Numbers that change while limits for the same figure of the same facts, which had the same number, keep it. */
final class StayingValues implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (Limit row : Fresh.of(book, before)) {
      Rule rule = book.rules().get(row.rule());
      if (rule != null && row.sameAs().isEmpty()) {
        old(row, book, before)
            .filter(old -> old.unit().equals(row.unit()) && !old.value().equals(row.value()))
            .findFirst()
            .ifPresent(old -> staying(row, old, rule, book).ifPresent(warnings::add));
      }
    }
    return warnings;
  }

  /** What the row says otherwise: the same row of the edition before, or those in whose place it comes. */
  private static Stream<Limit> old(Limit row, RuleBook book, RuleBook before) {
    Limit then = NormVersion.all(before.limits()).get(NormVersion.of(row));
    return Stream.concat(Stream.ofNullable(then), Predecessors.of(row, book));
  }

  private static Optional<Warning> staying(Limit row, Limit old, Rule rule, RuleBook book) {
    String others =
        book.limits().stream()
            .filter(one -> !one.id().equals(row.id()))
            .filter(one -> one.value().equals(old.value()) && one.unit().equals(old.unit()))
            .filter(one -> isOfFamily(book.rules().get(one.rule()), rule))
            .filter(one -> one.overlaps(row) && one.isLawIn(row.region()) && ScopeReach.meet(row, one, rule))
            .map(Limit::id)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Warning.of(
                Lint.VALUE_STAYS, book.cell(row, "value"), old.valueText(), row.valueText(), row.id(), others));
  }

  private static boolean isOfFamily(Rule other, Rule rule) {
    return other != null && other.family().equals(rule.family());
  }
}
