package org.dudao.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.Value;

/**
 * The limits of the edition before that judge as a new one does: by the same rule, in the same country, facts that the
 * new one reaches too. Where there are none, those of the rule that are nearest.
 */
final class Peers {
  private final Map<String, List<Limit>> byRule;
  private final List<Limit> all;
  private final RuleBook book;
  private final Map<String, Set<String>> named = new HashMap<>();

  Peers(RuleBook book, RuleBook before) {
    this.book = book;
    this.all = before.limits();
    this.byRule = all.stream().collect(Collectors.groupingBy(Limit::rule));
  }

  /** All limits of its rule, in whatever country. */
  List<Limit> ofRule(Limit limit) {
    return byRule.getOrDefault(limit.rule(), List.of());
  }

  /** Those of its rule in its country. */
  List<Limit> ofCountry(Limit limit) {
    return ofRule(limit).stream().filter(other -> country(other).equals(country(limit))).toList();
  }

  /** Those of its country that reach a fact which it reaches. */
  List<Limit> meeting(Limit limit) {
    Rule rule = book.rules().get(limit.rule());
    return rule == null
        ? List.of()
        : ofCountry(limit).stream().filter(other -> ScopeReach.meet(limit, other, rule)).toList();
  }

  /** Those of other rules that measure the same of the same facts, and demand the same of it. */
  List<Limit> ofMeasure(Limit limit) {
    Rule rule = book.rules().get(limit.rule());
    if (rule == null) {
      return List.of();
    }
    Predicate<Rule> isAlike =
        other -> other != null && other.subject() == rule.subject() && other.measured() == rule.measured()
            && other.names().equals(rule.names()) && other.demand() == rule.demand();
    return all.stream().filter(other -> isAlike.test(book.rules().get(other.rule()))).toList();
  }

  /** All limits of its country that count a span of time. */
  List<Limit> counted(Limit limit) {
    return all.stream()
        .filter(other -> other.value() instanceof Value.Time time && time.period() instanceof Period.Count)
        .filter(other -> country(other).equals(country(limit)))
        .toList();
  }

  /** Whether each limit of its rule is for codes that its scope names: what others demand tells nothing then. */
  boolean areByCode(Limit limit) {
    return !namedBy(limit.rule()).isEmpty();
  }

  /** The components of which each limit of the rule names a code: facts with another one it does not reach. */
  Set<String> namedBy(String id) {
    return named.computeIfAbsent(id, one -> {
      Rule rule = book.rules().get(id);
      List<Limit> limits = byRule.getOrDefault(id, List.of());
      return rule == null || limits.isEmpty()
          ? Set.of()
          : CodedScope.components(rule.subject()).stream()
              .filter(name -> limits.stream().allMatch(limit -> CodedScope.names(limit, name, rule)))
              .collect(Collectors.toSet());
    });
  }

  private static String country(Limit limit) {
    return limit.region().split("-", 2)[0];
  }
}
