package org.dudao.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.engine.drl.AccumulatePattern;
import org.dudao.engine.drl.CallArgument;
import org.dudao.engine.drl.CheckCall;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.QuantifiedPattern;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Limit;

/** What rules say that can be read, and is seldom meant. */
final class RuleTexts implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (DeclaredRule rule : book.declared().values()) {
      rule.declaration().conditions().forEach(element -> {
        byId(rule, element, warnings);
        global(rule, element, warnings);
      });
      twice(rule, rule.declaration().sentence().call(), warnings);
      unused(rule, warnings);
      swapped(rule, book, warnings);
      named(rule, before, warnings);
    }
    return warnings;
  }

  /** Who is named is exempted or accused as a person, and not as one of his kind. */
  private static void byId(DeclaredRule rule, ConditionalElement element, List<Warning> warnings) {
    if (element.pattern().type().is(Limit.class.getSimpleName())) {
      return;
    }
    element.pattern().leaves()
        .flatMap(leaf -> leaf instanceof Constraint.Equality equality ? Stream.of(equality) : Stream.of())
        .filter(one -> isId(one.left()) && isText(one.right()) || isId(one.right()) && isText(one.left()))
        .forEach(one -> warnings.add(Warning.of(Lint.SUBJECT_BY_ID, rule.at(one.first()), one.text())));
  }

  private static boolean isId(Operand operand) {
    return (operand.member() == null ? operand.first() : operand.member()).is("id");
  }

  private static boolean isText(Operand operand) {
    return operand.first().is(Token.Kind.STRING);
  }

  /** One fact anywhere in the bureau would silence the rule for all, or make it speak of all. */
  private static void global(DeclaredRule rule, ConditionalElement element, List<Warning> warnings) {
    if (element instanceof QuantifiedPattern quantified && quantified.pattern().variables().findAny().isEmpty()) {
      warnings.add(Warning.of(Lint.GLOBAL_QUANTIFIER, rule.at(quantified.quantifier()), quantified.text()));
    }
  }

  private static void twice(DeclaredRule rule, CheckCall call, List<Warning> warnings) {
    Set<String> seen = new HashSet<>();
    for (CallArgument argument : call.arguments()) {
      if (argument instanceof CheckCall inner) {
        twice(rule, inner, warnings);
      } else if (argument.first().is(Token.Kind.VARIABLE) && !seen.add(argument.text())) {
        warnings.add(Warning.of(Lint.ARGUMENT_TWICE, rule.at(argument.first()), argument.text()));
      }
    }
  }

  /** What is bound and never used was forgotten where it belongs. */
  private static void unused(DeclaredRule rule, List<Warning> warnings) {
    Map<String, Token> bound = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (ConditionalElement element : rule.declaration().conditions()) {
      element.pattern().variables().map(Token::text).forEach(used::add);
      element.pattern().leaves()
          .flatMap(leaf -> leaf instanceof Constraint.BearsOnFact bears ? Stream.of(bears.fact().text()) : Stream.of())
          .forEach(used::add);
      Token variable = variable(element);
      if (variable != null) {
        bound.put(variable.text(), variable);
      }
    }
    variables(rule.declaration().sentence().call()).forEach(used::add);
    used.add(rule.declaration().sentence().limit().text());
    bound.forEach((name, token) -> {
      if (!used.contains(name)) {
        warnings.add(Warning.of(Lint.VARIABLE_UNUSED, rule.at(token), name));
      }
    });
  }

  private static Stream<String> variables(CheckCall call) {
    return call.arguments().stream()
        .flatMap(argument ->
            argument instanceof CheckCall inner ? variables(inner)
                : argument.first().is(Token.Kind.VARIABLE) ? Stream.of(argument.first().text()) : Stream.of());
  }

  /** Limits that other rules hand over to the same call in another order: the weights of junior and senior pupils, say. */
  private static void swapped(DeclaredRule rule, RuleBook book, List<Warning> warnings) {
    CheckCall call = innermost(rule.declaration().sentence().call());
    List<String> own = limitsHanded(rule);
    for (int i = 0; i + 1 < own.size(); i++) {
      String first = own.get(i);
      String second = own.get(i + 1);
      int same = 0;
      int other = 0;
      for (DeclaredRule one : book.declared().values()) {
        if (!innermost(one.declaration().sentence().call()).verb().text().equals(call.verb().text())) {
          continue;
        }
        List<String> theirs = limitsHanded(one);
        int a = theirs.indexOf(first);
        int b = theirs.indexOf(second);
        same += a >= 0 && b >= 0 && a < b ? 1 : 0;
        other += a >= 0 && b >= 0 && b < a ? 1 : 0;
      }
      if (other > same) {
        warnings.add(Warning.of(Lint.ARGUMENTS_SWAPPED, rule.at(call.first()), first, second));
      }
    }
  }

  /** The call that counts, where the sentence names what is counted. */
  private static CheckCall innermost(CheckCall call) {
    return call.arguments().stream()
        .flatMap(argument -> argument instanceof CheckCall inner ? Stream.of(inner) : Stream.of())
        .findFirst()
        .orElse(call);
  }

  /** The ids of the limits that the sentence hands to its call, in their order. */
  private static List<String> limitsHanded(DeclaredRule rule) {
    Map<String, String> ids = new HashMap<>();
    for (ConditionalElement element : rule.declaration().conditions()) {
      Token variable = variable(element);
      if (variable != null && element.pattern().type().is(Limit.class.getSimpleName())) {
        element.pattern().leaves()
            .flatMap(leaf -> leaf instanceof Constraint.Equality one && isId(one.left()) && isText(one.right())
                ? Stream.of(one.right().first().text())
                : Stream.of())
            .forEach(id -> ids.put(variable.text(), id));
      }
    }
    return variables(rule.declaration().sentence().call()).filter(ids::containsKey).map(ids::get).toList();
  }

  /** A counted value that reports call as another rule calls what it counts otherwise. */
  private static void named(DeclaredRule rule, RuleBook before, List<Warning> warnings) {
    String name = counted(rule);
    DeclaredRule same = before.declared().get(rule.id());
    if (name == null || same != null && name.equals(counted(same))) {
      return;
    }
    Set<String> others = new LinkedHashSet<>();
    before.declared().values().stream()
        .filter(other -> !other.id().equals(rule.id()) && name.equals(counted(other)))
        .filter(other -> !limitsHanded(other).equals(limitsHanded(rule)))
        .forEach(other -> others.add(other.id()));
    others.stream().findFirst().ifPresent(other ->
        warnings.add(
            Warning.of(
                Lint.NAME_OF_ANOTHER, rule.at(rule.declaration().sentence().call().arguments().get(1).first()), name,
                other)));
  }

  /** What reports call the value that the sentence counts; null where it counts none. */
  private static String counted(DeclaredRule rule) {
    List<CallArgument> arguments = rule.declaration().sentence().call().arguments();
    return arguments.size() == 3 && arguments.get(2) instanceof CheckCall ? arguments.get(1).first().text() : null;
  }

  /** The variable to which an element is bound, or null. */
  private static Token variable(ConditionalElement element) {
    if (element instanceof Pattern pattern) {
      return pattern.variable();
    }
    if (element instanceof CollectPattern collected) {
      return collected.variable();
    }
    return element instanceof AccumulatePattern accumulated ? accumulated.variable() : null;
  }
}
