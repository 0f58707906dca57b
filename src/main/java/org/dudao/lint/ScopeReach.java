package org.dudao.lint;

import java.util.List;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.Satisfiability;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;

/** Whom limits reach, as far as their scopes tell. */
final class ScopeReach {
  private ScopeReach() {}

  /** Whether all that can be so of one fact that the rule judges; also where it cannot be told. */
  static boolean isPossible(Rule rule, Condition... parts) {
    Condition all = new Condition.All(List.of(parts));
    return all.leaves().anyMatch(leaf -> !leaf.canBeAskedOf(rule.subject()))
        || Satisfiability.isPossible(all, rule.subject());
  }

  /** Whether both reach some fact that the rule judges, wherever and whenever they are law. */
  static boolean meet(Limit one, Limit other, Rule rule) {
    return one.scope().equals(other.scope()) || isPossible(rule, one.scope(), other.scope());
  }
}
