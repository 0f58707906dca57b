package org.dudao.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.engine.RuleSummary;
import org.dudao.fact.Categories;
import org.dudao.fact.Coded;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Region;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Words;

/** Whether two limits could be told apart by any fact: it is reasoned, and where that is too much, they could. */
final class Equivalence {
  private static final int MOST_COMBINATIONS = 1 << 18;
  /** A code that no scope names. */
  private static final String OTHER_CODE = "";

  private final List<Limit> limits;
  private final Map<String, RuleSummary> rules;

  Equivalence(Checker checker) {
    this.limits = checker.limits();
    this.rules = checker.rules().stream().collect(Collectors.toMap(RuleSummary::rule, Function.identity()));
  }

  /** Whether the limit and what it was edited to say the same of all facts. */
  boolean isBetween(Limit limit, Limit edited) {
    if (!limit.scope().equals(edited.scope())) {
      return new TruthTable(rules.get(limit.rule()), List.of(limit.scope(), edited.scope())).areEqual();
    }
    LocalDate day = dayBetween(limit, edited);
    return day != null && limit.effect().isLimit() && limit.datedBy().isEmpty() && (isSilentOn(day, limit) || hasLikeOn(day, limit));
  }

  /** The first day that is law under one of them only; null when there is none. */
  private static LocalDate dayBetween(Limit limit, Limit edited) {
    return Stream.of(limit.from(), edited.from(), limit.until(), edited.until())
        .filter(day -> day != null && limit.isInForce(day) != edited.isInForce(day))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** Whether a limit that the rule names is law nowhere around on that day: then the rule says nothing. */
  private boolean isSilentOn(LocalDate day, Limit limit) {
    return rules.get(limit.rule()).limits().stream().anyMatch(named ->
        limits.stream()
            .filter(other -> other.id().equals(named))
            .filter(other -> isNear(other, limit))
            .allMatch(other -> other.isInForce(day) == Truth.NO));
  }

  /** Whether another version of the same standard, which says the same, is law there on that day. */
  private boolean hasLikeOn(LocalDate day, Limit limit) {
    return limits.stream()
        .filter(other -> !other.origin().equals(limit.origin()) && other.id().equals(limit.id()))
        .filter(other -> Region.covers(other.region(), limit.region()) && other.isInForce(day) == Truth.YES)
        .anyMatch(other ->
            other.rule().equals(limit.rule()) && other.scope().equals(limit.scope())
                && other.value().equals(limit.value()) && other.unit().equals(limit.unit())
                && other.level() == limit.level() && other.datedBy().equals(limit.datedBy())
                && other.calendars().equals(limit.calendars()));
  }

  private static boolean isNear(Limit one, Limit other) {
    return Region.covers(one.region(), other.region()) || Region.covers(other.region(), one.region());
  }

  /** Two scopes, tried with all that facts can say of what they ask. */
  private static final class TruthTable {
    private final RuleSummary rule;
    private final List<Condition> scopes;
    /** What each component that is asked may say; null is one value for what is not reported. */
    private final Map<Variable, List<Object>> domains = new LinkedHashMap<>();

    /** A component or measure of facts of one type. */
    private record Variable(Class<?> type, String name) {}

    TruthTable(RuleSummary rule, List<Condition> scopes) {
      this.rule = rule;
      this.scopes = scopes;
      List<Condition.Leaf> leaves = scopes.stream().flatMap(Condition::leaves).distinct().toList();
      for (Condition.Leaf leaf : leaves) {
        variables(leaf).forEach(variable -> domains.computeIfAbsent(variable, one -> domain(one, leaves)));
      }
    }

    /** Whether both say the same, whatever is reported. */
    boolean areEqual() {
      long combinations =
          domains.values().stream().mapToLong(List::size)
              .reduce(1, (product, size) -> Math.min(product * size, MOST_COMBINATIONS + 1L));
      return combinations <= MOST_COMBINATIONS && areEqual(new ArrayList<>(domains.keySet()), new HashMap<>());
    }

    private boolean areEqual(List<Variable> left, Map<Variable, Object> values) {
      if (left.isEmpty()) {
        Function<Condition.Leaf, Truth> known = leaf -> truth(leaf, values);
        return scopes.get(0).by(known) == scopes.get(1).by(known);
      }
      Variable next = left.get(0);
      for (Object value : domains.get(next)) {
        values.put(next, value);
        if (!areEqual(left.subList(1, left.size()), values)) {
          return false;
        }
      }
      return true;
    }

    /** What is asked to tell the word or comparison: of the subject, or of the fact that it belongs to. */
    private List<Variable> variables(Condition.Leaf leaf) {
      Class<?> type = rule.subject();
      while (!leaf.isToldBy(type)) {
        type = Categories.owner(type).getType();
      }
      Class<?> teller = type;
      return leaf instanceof Condition.Comparison comparison
          ? List.of(new Variable(teller, comparison.measure()))
          : leaf.components(teller).stream().map(component -> new Variable(teller, component)).toList();
    }

    private List<Object> domain(Variable variable, List<Condition.Leaf> leaves) {
      List<Object> values = new ArrayList<>();
      Class<?> type = Measures.type(variable.type, variable.name);
      if (type == Boolean.class) {
        values.addAll(List.of(true, false));
      } else if (type.isEnum()) {
        values.addAll(Arrays.asList(type.getEnumConstants()));
      } else if (type == String.class) {
        values.add(OTHER_CODE);
        leaves.forEach(leaf -> values.add(leaf.name()));
      } else {
        values.addAll(numbers(variable.name, leaves));
        if (isCounted(variable)) {
          // Of nobody nothing is measured, whoever the limit is for.
          values.removeIf(value -> ((Quantity) value).signum() <= 0);
          return values;
        }
      }
      values.add(null);
      return values;
    }

    /** The numbers with which the measure is compared, and some on either side of each. */
    private static Set<Quantity> numbers(String measure, List<Condition.Leaf> leaves) {
      Set<Quantity> numbers = new LinkedHashSet<>();
      for (Condition.Leaf leaf : leaves) {
        if (leaf instanceof Condition.Comparison comparison && comparison.measure().equals(measure)) {
          for (String step : List.of("-1", "-0.5", "0", "0.5", "1")) {
            numbers.add(comparison.number().plus(Quantity.of(new BigDecimal(step))));
          }
        }
      }
      return numbers;
    }

    /** Whether it counts pupils for each of whom the rule measures something. */
    private boolean isCounted(Variable variable) {
      return variable.type == rule.subject()
          && Measures.isOfPupils(variable.type, variable.name)
          && rule.measures().stream()
              .anyMatch(measure -> Measures.from(variable.type, measure).contains(variable.name)
                  && !Measures.isReported(variable.type, measure));
    }

    private Truth truth(Condition.Leaf leaf, Map<Variable, Object> values) {
      Truth truth = Truth.NO;
      for (Variable variable : variables(leaf)) {
        truth = truth.or(truth(leaf, variable, values.get(variable)));
      }
      return truth;
    }

    private static Truth truth(Condition.Leaf leaf, Variable variable, Object value) {
      if (leaf instanceof Condition.Comparison comparison) {
        return value == null
            ? Truth.UNKNOWN
            : Truth.of(comparison.operator().holds(((Quantity) value).compareTo(comparison.number())));
      }
      if (value == null) {
        Coded coded = Measures.declared(variable.type, variable.name, Coded.class);
        return coded != null && coded.absentIsNone() ? Truth.NO : Truth.UNKNOWN;
      }
      if (value instanceof Boolean yes) {
        return Truth.of(yes);
      }
      return Truth.of(
          value instanceof Enum<?> constant ? Words.allOf(constant).contains(leaf.name()) : value.equals(leaf.name()));
    }
  }
}
