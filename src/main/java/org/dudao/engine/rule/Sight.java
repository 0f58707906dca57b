package org.dudao.engine.rule;

import java.util.List;
import org.dudao.engine.drl.CallArgument;
import org.dudao.engine.drl.CheckCall;
import org.dudao.engine.drl.CheckSentence;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Limit;

/** How much the engine must see before a rule speaks. */
public enum Sight {
  /** One fact: what is said of it is said of every fact of its scope. */
  ONE,
  /** Facts collected by their scopes: one of each scope stands for all. */
  SCOPES,
  /** All facts: how they hang together (which classes are of which school), their ids, or whether there are any. */
  ALL;

  /**
   * The sight of a rule with these conditions and that sentence. Only what is known to depend on the categories of one
   * fact at a time is not asked of all facts.
   */
  static Sight of(List<ConditionalElement> when, CheckSentence then) {
    boolean isOfScopes =
        when.stream().allMatch(Sight::isPlainOrCollected)
            && when.stream().allMatch(element -> isOfCategories(element.pattern()))
            && when.stream().allMatch(element -> isCountedWhereNeeded(element, then));
    if (!isOfScopes || bindsSecondSubject(when)) {
      return ALL;
    }
    return when.stream().anyMatch(CollectPattern.class::isInstance) ? SCOPES : ONE;
  }

  /** Not {@code not}, {@code exists}, {@code accumulate}: how many facts there are is not learned from scopes. */
  private static boolean isPlainOrCollected(ConditionalElement element) {
    return element instanceof Pattern || element instanceof CollectPattern;
  }

  private static boolean isOfCategories(Pattern pattern) {
    return pattern.leaves().allMatch(leaf -> isOfCategories(pattern, leaf));
  }

  /** Whether all facts of a scope meet it or none does. */
  private static boolean isOfCategories(Pattern pattern, Constraint leaf) {
    if (leaf instanceof Constraint.Equality equality) {
      return picksLimit(pattern, equality)
          || isCategory(pattern, equality.left()) && isCategory(pattern, equality.right());
    }
    // For whom a limit is depends on what its scope looks at.
    return leaf instanceof Constraint.BearsOnFact || leaf instanceof Constraint.BearsOnThis;
  }

  /** {@code rule == "..."} or {@code id == "..."} of a limit: the limits are the same whatever the facts. */
  private static boolean picksLimit(Pattern pattern, Constraint.Equality equality) {
    Operand picked = equality.left();
    return Vocabulary.type(pattern) == Limit.class
        && picked.member() == null
        && Vocabulary.LIMIT_KEYS.contains(picked.first().text())
        && equality.right().first().is(Token.Kind.STRING);
  }

  /** A constant or a category of the fact itself; other facts, ids and references tell single facts apart. */
  private static boolean isCategory(Pattern pattern, Operand operand) {
    Token first = operand.first();
    if (first.is(Token.Kind.STRING) || Vocabulary.ENUMS.containsKey(first.text())) {
      return true;
    }
    return !first.is(Token.Kind.VARIABLE)
        && operand.member() == null
        && Vocabulary.component(Vocabulary.type(pattern), first.text())
            .filter(component -> Vocabulary.isCategory(component) && !Vocabulary.isIdentity(component))
            .isPresent();
  }

  /** Whether a fact is met after another, so that each meets every other; what is collected is met as a whole. */
  private static boolean bindsSecondSubject(List<ConditionalElement> when) {
    boolean metOne = false;
    for (ConditionalElement element : when) {
      boolean isSubject = Vocabulary.isSubject(Vocabulary.type(element.pattern()));
      if (metOne && isSubject && element instanceof Pattern) {
        return true;
      }
      metOne |= isSubject;
    }
    return false;
  }

  /** Whether there are facts that no sentence counts is not learned from their scopes. */
  private static boolean isCountedWhereNeeded(ConditionalElement element, CheckSentence then) {
    return !(element instanceof CollectPattern collected)
        || !collected.needsSome()
        || collected.variable() != null
            && then.call().arguments().stream().anyMatch(argument -> isGatheredFrom(argument, collected.variable()));
  }

  private static boolean isGatheredFrom(CallArgument argument, Token list) {
    return argument instanceof CheckCall gathering
        && gathering.arguments().get(0) instanceof Operand first
        && first.first().text().equals(list.text());
  }
}
