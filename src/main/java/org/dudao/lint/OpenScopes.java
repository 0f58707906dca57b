package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;

/** New rows that are for more than their neighbours: for any code where each other names one, or for everybody. */
final class OpenScopes implements LintPass {
  /** Fewer limits tell nothing of whether one of their rule may be for everybody. */
  private static final int ENOUGH = 3;
  private static final int FEW = 3;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Peers peers = new Peers(book, before);
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      Rule rule = book.rules().get(limit.rule());
      if (rule != null) {
        open(limit, rule, peers, book).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static Optional<Warning> open(Limit limit, Rule rule, Peers peers, RuleBook book) {
    boolean isOfAnyCode = peers.namedBy(rule.id()).stream().anyMatch(name -> !CodedScope.names(limit, name, rule));
    List<Limit> others = peers.ofCountry(limit);
    boolean isOfAll = limit.scope().equals(Condition.ALWAYS) && others.size() >= ENOUGH
        && others.stream().noneMatch(other -> other.scope().equals(Condition.ALWAYS));
    if (!isOfAnyCode && !isOfAll) {
      return Optional.empty();
    }
    String told =
        peers.ofRule(limit).stream().map(Limit::appliesTo).distinct().limit(FEW).collect(Collectors.joining(", "));
    return Optional.of(Warning.of(Lint.SCOPE_OPEN, book.cell(limit, "applies_to"), limit.id(), rule.id(), told));
  }
}
