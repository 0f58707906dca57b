package org.dudao.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.engine.drl.AccumulatePattern;
import org.dudao.engine.drl.CallArgument;
import org.dudao.engine.drl.CheckCall;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.Token;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Text;

/**
 * A rule as it is written, and in which file.
 *
 * @param file as messages cite it
 */
record DeclaredRule(String file, RuleDeclaration declaration) {
  String id() {
    return declaration.name().text();
  }

  Origin origin() {
    return at(declaration.name());
  }

  Origin at(Token token) {
    return token.origin(file);
  }

  /** Whether the edition before had it, and it said the same. */
  boolean isAsIn(RuleBook before) {
    DeclaredRule old = before.declared().get(id());
    return old != null && old.declaration.meaning().equals(declaration.meaning());
  }

  /** What people call it; a language that is not told is empty. */
  Text title() {
    return new Text(annotation("title"), annotation("title_en"));
  }

  private String annotation(String key) {
    return declaration.annotations().stream()
        .filter(one -> one.key().is(key))
        .map(one -> one.value().text())
        .findFirst()
        .orElse("");
  }

  CheckCall call() {
    return declaration.sentence().call();
  }

  /** The call that counts, where the sentence names what is counted. */
  CheckCall counting() {
    return call().arguments().stream()
        .flatMap(argument -> argument instanceof CheckCall inner ? Stream.of(inner) : Stream.of())
        .findFirst()
        .orElse(call());
  }

  /** What the sentence hands to its calls, in its order. */
  Stream<CallArgument> arguments() {
    return arguments(call());
  }

  private static Stream<CallArgument> arguments(CheckCall call) {
    return call.arguments().stream()
        .flatMap(argument -> argument instanceof CheckCall inner ? arguments(inner) : Stream.of(argument));
  }

  /** The variables that the sentence hands to its calls, in its order. */
  Stream<String> variables() {
    return arguments().map(CallArgument::first).filter(first -> first.is(Token.Kind.VARIABLE)).map(Token::text);
  }

  /** The ids of limits that conditions name, by the variables to which they are bound. */
  Map<String, String> namedLimits() {
    Map<String, String> ids = new HashMap<>();
    for (ConditionalElement element : declaration.conditions()) {
      Token variable = variable(element);
      if (variable != null && element.pattern().type().is(Limit.class.getSimpleName())) {
        element.pattern().leaves()
            .flatMap(leaf -> leaf instanceof Constraint.Equality one && isId(one.left()) && isText(one.right())
                ? Stream.of(one.right().first().text())
                : Stream.of())
            .forEach(id -> ids.put(variable.text(), id));
      }
    }
    return ids;
  }

  /** The ids of the limits that the sentence hands to its calls, in their order. */
  List<String> limitsHanded() {
    Map<String, String> ids = namedLimits();
    return variables().filter(ids::containsKey).map(ids::get).toList();
  }

  /** The stages that the sentence names. */
  List<Stage> stages() {
    return arguments()
        .flatMap(argument -> argument instanceof Operand operand && operand.first().is(Stage.class.getSimpleName())
            && operand.member() != null ? Stream.of(Stage.valueOf(operand.member().text())) : Stream.of())
        .toList();
  }

  /** What is bound to that variable; null where nothing is. */
  ConditionalElement bound(String name) {
    return declaration.conditions().stream()
        .filter(element -> variable(element) != null && variable(element).is(name))
        .findFirst()
        .orElse(null);
  }

  /** The pattern of the fact that is judged: the one to which the sentence's first argument is bound. */
  Pattern judged() {
    return bound(call().arguments().get(0).text()) instanceof Pattern pattern ? pattern : null;
  }

  /** The pattern of the facts in the list that the sentence hands to its call; null where it hands none. */
  CollectPattern collecting() {
    return variables()
        .map(this::bound)
        .flatMap(element -> element instanceof CollectPattern collected ? Stream.of(collected) : Stream.of())
        .findFirst()
        .orElse(null);
  }

  /** The type of these facts; null where there are none. */
  Class<? extends Subject> collected() {
    CollectPattern collecting = collecting();
    return collecting == null ? null : type(collecting.pattern());
  }

  /** The variable to which an element is bound, or null. */
  static Token variable(ConditionalElement element) {
    if (element instanceof Pattern pattern) {
      return pattern.variable();
    }
    if (element instanceof CollectPattern collected) {
      return collected.variable();
    }
    return element instanceof AccumulatePattern accumulated ? accumulated.variable() : null;
  }

  /** The type of the facts that a pattern lets through; null of what is no fact. */
  static Class<? extends Subject> type(Pattern pattern) {
    return Stream.of(FactKind.values())
        .map(FactKind::type)
        .filter(type -> pattern.type().is(type.getSimpleName()))
        .findFirst()
        .orElse(null);
  }

  static boolean isId(Operand operand) {
    return (operand.member() == null ? operand.first() : operand.member()).is("id");
  }

  static boolean isText(Operand operand) {
    return operand.first().is(Token.Kind.STRING);
  }
}
