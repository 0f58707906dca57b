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
import org.dudao.fact.Measures;

/** What rules say that can be read, and is seldom meant. */
final class RuleTexts implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    for (DeclaredRule rule : book.declared().values()) {
      rule.declaration().conditions().forEach(element -> {
        byId(rule, element, warnings);
        global(rule, element, warnings);
        ofItself(rule, element, warnings);
      });
      twice(rule, rule.call(), warnings);
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
        .filter(one -> namesOne(one.left(), one.right()) || namesOne(one.right(), one.left()))
        .forEach(one -> warnings.add(Warning.of(Lint.SUBJECT_BY_ID, rule.at(one.first()), one.text())));
  }

  private static boolean namesOne(Operand one, Operand other) {
    return DeclaredRule.isId(one) && DeclaredRule.isText(other);
  }

  /** One fact anywhere in the bureau would silence the rule for all, or make it speak of all. */
  private static void global(DeclaredRule rule, ConditionalElement element, List<Warning> warnings) {
    if (element instanceof QuantifiedPattern quantified && !isJoined(rule, quantified.pattern())) {
      warnings.add(Warning.of(Lint.GLOBAL_QUANTIFIER, rule.at(quantified.quantifier()), quantified.text()));
    }
  }

  /** Whether facts are looked for beside one: those of another school, or of the same stage anywhere, are not. */
  private static boolean isJoined(DeclaredRule rule, Pattern pattern) {
    return pattern.leaves().anyMatch(leaf ->
        leaf instanceof Constraint.BearsOnThis
            || leaf instanceof Constraint.Equality one && one.operator().is("==")
                && one.variables().findAny().isPresent()
                && !isCategory(one.left(), pattern, rule) && !isCategory(one.right(), pattern, rule));
  }

  /** Whether it names what many facts share: a constant of few, or a yes or no. */
  private static boolean isCategory(Operand operand, Pattern pattern, DeclaredRule rule) {
    boolean isOfOther = operand.first().is(Token.Kind.VARIABLE);
    ConditionalElement bound = isOfOther ? rule.bound(operand.first().text()) : pattern;
    Token name = isOfOther ? operand.member() : operand.first();
    Class<?> owner = bound == null ? null : DeclaredRule.type(bound.pattern());
    if (owner == null || name == null || !Measures.has(owner, name.text())) {
      return false;
    }
    Class<?> type = Measures.type(owner, name.text());
    return type.isEnum() || type == Boolean.class;
  }

  /** The fact itself is always such a one, so that there never is none. */
  private static void ofItself(DeclaredRule rule, ConditionalElement element, List<Warning> warnings) {
    if (element instanceof QuantifiedPattern quantified && quantified.quantifier().is("not")
        && !quantified.pattern().constraints().isEmpty()
        && quantified.pattern().constraints().stream()
            .allMatch(one ->
                one instanceof Constraint.Equality equality && isOfItself(equality, quantified.pattern(), rule))) {
      warnings.add(Warning.of(Lint.NOT_ITSELF, rule.at(quantified.quantifier()), quantified.text()));
    }
  }

  /** Whether it asks for what a fact of the same kind, which is there, says itself. */
  private static boolean isOfItself(Constraint.Equality equality, Pattern pattern, DeclaredRule rule) {
    Operand own = equality.left().member() == null ? equality.left() : equality.right();
    Operand other = own == equality.left() ? equality.right() : equality.left();
    return equality.operator().is("==") && own.member() == null && other.member() != null
        && other.first().is(Token.Kind.VARIABLE) && other.member().is(own.first().text())
        && rule.bound(other.first().text()) instanceof Pattern bound && bound.type().is(pattern.type().text());
  }

  private static void twice(DeclaredRule rule, CheckCall call, List<Warning> warnings) {
    Set<String> seen = new HashSet<>();
    for (CallArgument argument : call.arguments()) {
      if (argument instanceof CheckCall inner) {
        twice(rule, inner, warnings);
      } else if (isCounted(argument.first()) && !seen.add(argument.text())) {
        warnings.add(Warning.of(Lint.ARGUMENT_TWICE, rule.at(argument.first()), argument.text()));
      }
    }
  }

  /** A limit, a list or a measure. */
  private static boolean isCounted(Token argument) {
    return argument.is(Token.Kind.VARIABLE) || argument.is(Token.Kind.STRING);
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
      Token variable = DeclaredRule.variable(element);
      if (variable != null) {
        bound.put(variable.text(), variable);
      }
    }
    rule.variables().forEach(used::add);
    used.add(rule.declaration().sentence().limit().text());
    bound.forEach((name, token) -> {
      if (!used.contains(name)) {
        warnings.add(Warning.of(Lint.VARIABLE_UNUSED, rule.at(token), name));
      }
    });
  }

  /** Limits that other rules hand over to the same call in another order: the weights of junior and senior pupils, say. */
  private static void swapped(DeclaredRule rule, RuleBook book, List<Warning> warnings) {
    CheckCall call = rule.counting();
    List<String> own = rule.limitsHanded();
    for (int i = 0; i + 1 < own.size(); i++) {
      String first = own.get(i);
      String second = own.get(i + 1);
      int same = 0;
      int other = 0;
      for (DeclaredRule one : book.declared().values()) {
        if (!one.counting().verb().text().equals(call.verb().text())) {
          continue;
        }
        List<String> theirs = one.limitsHanded();
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
        .filter(other -> !other.limitsHanded().equals(rule.limitsHanded()))
        .forEach(other -> others.add(other.id()));
    others.stream().findFirst().ifPresent(other ->
        warnings.add(
            Warning.of(
                Lint.NAME_OF_ANOTHER, rule.at(rule.call().arguments().get(1).first()), name,
                other)));
  }

  /** What reports call the value that the sentence counts; null where it counts none. */
  private static String counted(DeclaredRule rule) {
    List<CallArgument> arguments = rule.call().arguments();
    return arguments.size() == 3 && arguments.get(2) instanceof CheckCall ? arguments.get(1).first().text() : null;
  }
}
