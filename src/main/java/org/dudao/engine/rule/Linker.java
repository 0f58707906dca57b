package org.dudao.engine.rule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Nearest;
import org.dudao.fact.Period;
import org.dudao.fact.Problem;
import org.dudao.fact.Spelled;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** Holds rules and limits against each other: each limit has a rule that can use what it says, and each rule has a limit. */
public final class Linker {
  private static final Set<Demand> COMPARING =
      Set.of(Demand.AT_MOST, Demand.AT_LEAST, Demand.BELOW, Demand.ABOVE, Demand.EQUAL, Demand.DIFFERENT);

  private final Map<String, Rule> rules;
  private final List<Limit> limits;
  private final List<Problem> problems = new ArrayList<>();

  public Linker(Map<String, Rule> rules, List<Limit> limits) {
    this.rules = rules;
    this.limits = limits;
  }

  /** Every fault, in the order of the limits, then of the rules. */
  public List<Problem> problems() {
    Set<String> ids = limits.stream().map(Limit::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> limited = limits.stream().map(Limit::rule).collect(Collectors.toSet());
    for (Limit limit : limits) {
      Rule rule = rules.get(limit.rule());
      if (rule == null) {
        unknown(limit, "limit-no-rule", limit.rule(), rules.keySet());
      } else {
        limit.scope().leaves().forEach(leaf -> requireScope(limit, leaf, rule.subject()));
        refuseContradiction(limit, rule.subject());
        requireDate(limit, rule.subject());
        requireValue(limit, rule);
      }
    }
    for (Rule rule : rules.values()) {
      if (!limited.contains(rule.id())) {
        problems.add(new Problem("rule-without-limit", List.of(rule.id()), rule.origin()));
      }
      for (Rule.LimitReference reference : rule.limits()) {
        if (!ids.contains(reference.id())) {
          problems.add(
              Nearest.to(reference.id(), ids)
                  .map(near -> new Problem("rule-unknown-limit.near", List.of(reference.id(), near), reference.origin()))
                  .orElseGet(() -> new Problem("rule-unknown-limit", List.of(reference.id()), reference.origin())));
        }
      }
    }
    return problems;
  }

  private void requireScope(Limit limit, Condition leaf, Class<? extends Subject> subject) {
    if (leaf instanceof Condition.Word word && !word.canBeBorneBy(subject)) {
      fault(limit, "limit-scope", word.word(), subject.getSimpleName(), limit.rule());
    } else if (leaf instanceof Condition.Comparison comparison && !comparison.canBeAskedOf(subject)) {
      fault(limit, "limit-scope", comparison.measure(), subject.getSimpleName(), limit.rule());
    }
  }

  /** Two words of one component that has one value, or a word and its opposite: nobody would ever be in scope. */
  private void refuseContradiction(Limit limit, Class<? extends Subject> subject) {
    List<Condition> parts = limit.scope() instanceof Condition.All all ? all.parts() : List.of();
    for (Condition one : parts) {
      boolean never =
          parts.stream()
              .anyMatch(other ->
                  other instanceof Condition.Not not && not.part().equals(one)
                      || one instanceof Condition.Word first && other instanceof Condition.Word second
                          && !first.word().equals(second.word()) && haveOneValue(first, second, subject));
      if (never) {
        fault(limit, "limit-scope-contradiction", limit.appliesTo(), subject.getSimpleName(), limit.rule());
        return;
      }
    }
  }

  private static boolean haveOneValue(Condition.Word one, Condition.Word other, Class<?> subject) {
    Set<String> first = one.deciders().get(subject);
    if (first == null || first.size() != 1 || !first.equals(other.deciders().get(subject))) {
      return false;
    }
    Class<?> type = Measures.type(subject, first.iterator().next());
    return type == String.class || type.isEnum() && !Spelled.class.isAssignableFrom(type);
  }

  private void requireDate(Limit limit, Class<? extends Subject> subject) {
    if (limit.datedBy().isEmpty()) {
      return;
    }
    List<String> dates =
        Measures.names(subject).stream().filter(name -> Measures.type(subject, name) == LocalDate.class).toList();
    if (!dates.contains(limit.datedBy())) {
      unknown(limit, "limit-dated-by", limit.datedBy(), dates);
    }
  }

  private void requireValue(Limit limit, Rule rule) {
    Class<?> measured =
        rule.measured() == Rule.Measured.MEASURE ? Measures.type(rule.subject(), rule.names().get(0)) : null;
    if (!fits(limit, rule, measured)) {
      fault(limit, "limit-value", limit.valueText(), limit.rule(), rule.demand().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private boolean fits(Limit limit, Rule rule, Class<?> measured) {
    Demand demand = rule.demand();
    Value value = limit.value();
    if (value instanceof Value.Number) {
      return COMPARING.contains(demand) && isNumber(measured);
    }
    if (value instanceof Value.Yes) {
      return demand == Demand.FOLLOWS
          || (demand == Demand.EQUAL || demand == Demand.DIFFERENT) && measured == Boolean.class;
    }
    if (value instanceof Value.Names) {
      return demand == Demand.ONE_OF && measured == String.class
          || demand == Demand.ALL_OF && measured != null && Collection.class.isAssignableFrom(measured);
    }
    if (value instanceof Value.Day) {
      return COMPARING.contains(demand) && measured == LocalDate.class;
    }
    if (value instanceof Value.Clock) {
      return COMPARING.contains(demand) && measured == LocalTime.class;
    }
    if (value instanceof Value.Field field) {
      return fieldFits(limit, rule, field, measured);
    }
    return demand == Demand.WITHIN || demand == Demand.LASTING;
  }

  private boolean fieldFits(Limit limit, Rule rule, Value.Field field, Class<?> measured) {
    if (!Measures.has(rule.subject(), field.measure())) {
      unknown(limit, "limit-field", field.measure(), Measures.names(rule.subject()));
      return true;
    }
    Class<?> other = Measures.type(rule.subject(), field.measure());
    if (rule.names().equals(List.of(field.measure()))) {
      return false;
    }
    if (rule.measured() == Rule.Measured.PERIOD) {
      return other == Integer.class
          && Arrays.stream(Period.Unit.values()).anyMatch(unit -> unit.text().equals(limit.unit()));
    }
    return COMPARING.contains(rule.demand())
        && (isNumber(other) && isNumber(measured) || other == LocalDate.class && measured == LocalDate.class);
  }

  /** Counted values have no component, and are numbers. */
  private static boolean isNumber(Class<?> measured) {
    return measured == null
        || Number.class.isAssignableFrom(measured)
        || measured == org.dudao.fact.Quantity.class;
  }

  private void unknown(Limit limit, String code, String text, Collection<String> known) {
    Nearest.to(text, known)
        .ifPresentOrElse(
            near -> fault(limit, code + ".near", text, near),
            () -> fault(limit, code, text, String.join(", ", new TreeSet<>(known))));
  }

  private void fault(Limit limit, String code, String... arguments) {
    problems.add(new Problem(code, List.of(arguments), limit.origin()));
  }
}
