package org.dudao.lint;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.Token;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Value;
import org.dudao.fact.Words;
import org.dudao.report.Demand;

/** Limits that nobody in their scope can break, or keep, and words of scopes that their rule excludes. */
final class Scopes implements LintPass {
  private static final Map<Demand, Condition.Operator> OPERATORS =
      Map.of(
          Demand.AT_MOST, Condition.Operator.AT_MOST, Demand.AT_LEAST, Condition.Operator.AT_LEAST,
          Demand.BELOW, Condition.Operator.BELOW, Demand.ABOVE, Condition.Operator.ABOVE,
          Demand.EQUAL, Condition.Operator.EQUAL);

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : book.rows()) {
      Rule rule = book.rules().get(limit.rule());
      DeclaredRule declared = book.declared().get(limit.rule());
      if (!limit.effect().isLimit() || rule == null || declared == null) {
        continue;
      }
      empty(limit, rule)
          .ifPresent(lint -> warnings.add(Warning.of(lint, book.cell(limit, "value"), limit.id(), limit.valueText())));
      limit.scope().leaves()
          .flatMap(leaf -> leaf instanceof Condition.Word word ? Stream.of(word) : Stream.of())
          .filter(word -> !isNegated(limit.scope(), word) && excludes(declared, rule, word, book.codes()))
          .forEach(word ->
              warnings.add(
                  Warning.of(Lint.RULE_EXCLUDES, book.cell(limit, "applies_to"), word.word(), rule.id())));
    }
    return warnings;
  }

  /** Whether all facts that the scope lets in keep the limit, or none does. */
  private static Optional<Lint> empty(Limit limit, Rule rule) {
    // Words say nothing of numbers.
    boolean compares = limit.scope().leaves().anyMatch(leaf -> leaf instanceof Condition.Comparison);
    Condition scope = compares ? limit.scope() : Condition.ALWAYS;
    return kept(limit, rule).flatMap(kept -> {
      if (!ScopeReach.isPossible(rule, scope, new Condition.Not(kept))) {
        return Optional.of(Lint.NEVER_BROKEN);
      }
      return ScopeReach.isPossible(rule, scope, kept) ? Optional.empty() : Optional.of(Lint.NEVER_KEPT);
    });
  }

  /** What is so of a fact that keeps the limit, where scopes can say it. */
  static Optional<Condition> kept(Limit limit, Rule rule) {
    Condition.Operator operator = OPERATORS.get(rule.demand());
    return operator == null || !(limit.value() instanceof Value.Number number) || rule.names().isEmpty()
            || !rule.measured().isOneMeasure()
            || number.quantity().denominator().compareTo(BigDecimal.ONE) != 0
        ? Optional.empty()
        : Optional.of(new Condition.Comparison(rule.names().get(0), operator, number.quantity()));
  }

  private static boolean isNegated(Condition scope, Condition.Word word) {
    if (scope instanceof Condition.Not not) {
      return not.part().leaves().anyMatch(word::equals);
    }
    List<Condition> parts =
        scope instanceof Condition.All all ? all.parts() : scope instanceof Condition.Any any ? any.parts() : List.of();
    return parts.stream().anyMatch(part -> isNegated(part, word));
  }

  /** Whether none of the values for which the word stands meets what the rule demands of the fact that is judged. */
  private static boolean excludes(DeclaredRule declared, Rule rule, Condition.Word word, Codes codes) {
    Set<String> components = word.deciders().get(rule.subject());
    if (components == null || components.size() != 1) {
      return false;
    }
    String name = components.iterator().next();
    List<Object> meant =
        values(rule.subject(), name, codes).stream().filter(value -> isCalled(value, word.word())).toList();
    Pattern judged = declared.judged();
    return judged != null
        && !meant.isEmpty()
        && meant.stream().noneMatch(value ->
            judged.constraints().stream().allMatch(constraint -> mayMeet(constraint, name, value)));
  }

  private static List<Object> values(Class<?> type, String name, Codes codes) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        Coded coded = component.getAnnotation(Coded.class);
        return component.getType().isEnum() ? List.of(component.getType().getEnumConstants())
            : coded == null ? List.of() : List.copyOf(codes.of(coded.value()));
      }
    }
    return List.of();
  }

  private static boolean isCalled(Object value, String word) {
    return value instanceof Enum<?> constant
        ? Words.allOf(constant).contains(word)
        : Words.ofConstant(value.toString()).equals(word);
  }

  /** Whether a fact with that value may meet it, whatever else it is. */
  private static boolean mayMeet(Constraint constraint, String name, Object value) {
    if (constraint instanceof Constraint.Conjunction all) {
      return all.parts().stream().allMatch(part -> mayMeet(part, name, value));
    }
    if (constraint instanceof Constraint.Disjunction any) {
      return any.parts().stream().anyMatch(part -> mayMeet(part, name, value));
    }
    if (!(constraint instanceof Constraint.Equality equality) || !equality.left().text().equals(name)) {
      return true;
    }
    Operand right = equality.right();
    boolean isConstant = right.first().is(Token.Kind.STRING) || right.first().is(Token.Kind.NAME) && right.member() != null;
    String written = right.member() == null ? right.first().text() : right.member().text();
    boolean isEqual = (value instanceof Enum<?> one ? one.name() : value.toString()).equals(written);
    return !isConstant || isEqual == equality.operator().is("==");
  }
}
