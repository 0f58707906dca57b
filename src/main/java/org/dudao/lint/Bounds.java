package org.dudao.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** New limits that nobody can keep beside another one: a floor above the cap of the same measure of the same facts. */
final class Bounds implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<List<Object>, List<Limit>> byMeasure =
        book.limits().stream()
            .filter(limit -> isBound(limit, book.rules().get(limit.rule())))
            .collect(Collectors.groupingBy(limit -> measure(book.rules().get(limit.rule()))));
    List<Warning> warnings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Limit limit : Fresh.of(book, before)) {
      Rule rule = book.rules().get(limit.rule());
      if (isBound(limit, rule)) {
        byMeasure.getOrDefault(measure(rule), List.of()).stream()
            .filter(other -> !told.contains(other.id()) && isAgainst(limit, other, book.rules()))
            .findFirst()
            .ifPresent(other -> {
              told.add(limit.id());
              warnings.add(
                  Warning.of(
                      Lint.BOUNDS_CROSS, book.cell(limit, "value"), limit.id(), told(limit, rule), other.id(),
                      told(other, book.rules().get(other.rule()))));
            });
      }
    }
    return warnings;
  }

  private static boolean isAgainst(Limit limit, Limit other, Map<String, Rule> rules) {
    return !other.id().equals(limit.id()) && limit.meets(other) && limit.overlaps(other)
        && (cross(limit, other, rules) || cross(other, limit, rules))
        && ScopeReach.meet(limit, other, rules.get(limit.rule()));
  }

  private static List<Object> measure(Rule rule) {
    return List.of(rule.subject(), rule.names());
  }

  private static boolean isBound(Limit limit, Rule rule) {
    return rule != null && rule.measured().isOneMeasure() && limit.level() != Level.QUERY
        && (isFloor(rule) || isCap(rule)) && limit.value() instanceof Value.Number;
  }

  private static boolean isFloor(Rule rule) {
    return rule.demand() == Demand.AT_LEAST || rule.demand() == Demand.ABOVE || rule.demand() == Demand.EQUAL;
  }

  private static boolean isCap(Rule rule) {
    return rule.demand() == Demand.AT_MOST || rule.demand() == Demand.BELOW || rule.demand() == Demand.EQUAL;
  }

  private static boolean cross(Limit floor, Limit cap, Map<String, Rule> rules) {
    if (!isFloor(rules.get(floor.rule())) || !isCap(rules.get(cap.rule()))) {
      return false;
    }
    Quantity factor =
        floor.unit().equals(cap.unit())
            ? Quantity.of(1)
            : UnitOfMeasure.of(floor.unit()).in(UnitOfMeasure.of(cap.unit()));
    return factor != null && number(floor).times(factor).compareTo(number(cap)) > 0;
  }

  private static Quantity number(Limit limit) {
    return ((Value.Number) limit.value()).quantity();
  }

  private static String told(Limit limit, Rule rule) {
    return rule.demand().word().orElse(rule.demand().name()) + " " + limit.valueText();
  }
}
