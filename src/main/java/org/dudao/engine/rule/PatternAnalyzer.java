package org.dudao.engine.rule;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.engine.drl.AccumulatePattern;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.Faults;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.QuantifiedPattern;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Bureau;
import org.dudao.fact.CodeList;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Spelled;

/**
 * What {@code when} means, pattern by pattern: what it lets through cannot read a number, and cannot pass over a
 * missing fact.
 */
final class PatternAnalyzer {
  private static final String LIMIT_OF_RULE = "$limit";

  private final Faults faults;
  private final Codes codes;
  private final Token rule;
  private final Bindings bindings = new Bindings();
  private final Set<Class<?>> types = new LinkedHashSet<>();
  private final List<Rule.LimitReference> limits = new ArrayList<>();
  private final Map<Class<?>, Set<String>> looksAt = new HashMap<>();
  private final Map<Operand, ResolvedOperand> operands = new HashMap<>();
  /** What the facts of earlier patterns meet, for as long as there are such facts. */
  private final List<Constraint> met = new ArrayList<>();
  private boolean picksItsLimits;

  /**
   * @param rule its name
   */
  PatternAnalyzer(Faults faults, Codes codes, Token rule) {
    this.faults = faults;
    this.codes = codes;
    this.rule = rule;
  }

  /**
   * The fact whose component is named.
   *
   * @param key the variable that it is bound to, or else where its pattern stands
   */
  private record Owner(Class<?> type, String key) {
    static Owner of(Pattern pattern, Class<?> type) {
      Token name = pattern.type();
      Token variable = pattern.variable();
      return new Owner(type, variable == null ? name.line() + ":" + name.column() : variable.text());
    }
  }

  Bindings bindings() {
    return bindings;
  }

  /** The types of all patterns. */
  Set<Class<?>> types() {
    return types;
  }

  /** The limits that are named by their ids. */
  List<Rule.LimitReference> limits() {
    return limits;
  }

  /** For each type the components that are compared. */
  Map<Class<?>, Set<String>> looksAt() {
    return looksAt;
  }

  /** Whether a pattern picks the limits of this rule. */
  boolean picksItsLimits() {
    return picksItsLimits;
  }

  void read(ConditionalElement element) throws DrlException {
    if (element instanceof Pattern pattern) {
      requireNew(pattern.variable());
      read(pattern, false);
      met.addAll(pattern.constraints());
      if (pattern.variable() != null && bindings.subject() == null && Vocabulary.isSubject(Vocabulary.type(pattern))) {
        bindings.judge(pattern.variable());
      }
    } else if (element instanceof QuantifiedPattern quantified) {
      read(quantified.pattern(), false);
    } else if (element instanceof CollectPattern collected) {
      requireNew(collected.variable());
      read(collected.pattern(), true);
      bindings.bindList(collected.variable(), List.class, Vocabulary.type(collected.pattern()));
    } else if (element instanceof AccumulatePattern accumulated) {
      requireNew(accumulated.variable());
      read(accumulated.pattern(), true);
      bindings.bind(accumulated.variable(), Number.class);
    }
  }

  private void requireNew(Token variable) throws DrlException {
    if (variable != null && bindings.has(variable)) {
      throw faults.fault(variable, ProblemCode.RULE_VARIABLE_TWICE, variable.text());
    }
  }

  private void read(Pattern pattern, boolean isGathered) throws DrlException {
    Token name = pattern.type();
    Class<?> type = Vocabulary.type(pattern);
    if (type == null) {
      throw faults.unknown(name, ProblemCode.RULE_TYPE, Vocabulary.TYPES.keySet());
    }
    types.add(type);
    boolean isFirst = bindings.isEmpty();
    bindings.bind(pattern.variable(), type);
    Owner owner = Owner.of(pattern, type);
    for (Constraint constraint : pattern.constraints()) {
      read(constraint, owner);
    }
    faults.reach(pattern.close());
    refuseEmptiness(pattern);
    if (type == Limit.class) {
      requireForWhom(pattern);
    }
    boolean isOfSubject = pattern.variables().anyMatch(bindings::isSubject);
    if (isGathered && !isOfSubject && bindings.subject() != null && !isOfWholeBureau(bindings.typeOfSubject())) {
      // What is counted for one school would be counted over all of them.
      faults.note(name, ProblemCode.RULE_UNJOINED, name.text());
    }
    boolean isJoined = pattern.variables().findAny().isPresent();
    if (!isFirst && !isGathered && !isJoined && type != Limit.class && type != Bureau.class) {
      // Every fact with every other: a county would take for ever.
      faults.note(name, ProblemCode.RULE_UNJOINED, name.text());
    }
  }

  /** Whether all facts of a bureau may be counted for one of these: for itself, or for a figure that it states. */
  private static boolean isOfWholeBureau(Class<?> subject) {
    return subject == Bureau.class || subject == Indicator.class;
  }

  /** A pattern that lets nothing through says nothing; a condition that lets all through is not what somebody meant. */
  private void refuseEmptiness(Pattern pattern) throws DrlException {
    Emptiness.Slip slip = Emptiness.slipIn(pattern, met, operands, codes);
    if (slip != null) {
      Token place = slip.place();
      throw slip.isAlwaysMet()
          ? faults.fault(place, ProblemCode.RULE_EXCLUDES_NOTHING, slip.names())
          : faults.fault(place, ProblemCode.RULE_CONTRADICTION, slip.names());
    }
  }

  /** The limits of the rule are those for the fact that is judged, under the name by which the sentence knows them. */
  private void requireForWhom(Pattern pattern) throws DrlException {
    boolean picks =
        pattern.leaves().anyMatch(leaf -> leaf instanceof Constraint.Equality one && one.left().first().is("rule"));
    if (!picks) {
      return;
    }
    picksItsLimits = true;
    if (pattern.leaves().noneMatch(Constraint.BearsOnFact.class::isInstance)) {
      throw faults.fault(rule, ProblemCode.RULE_NO_LIMIT, rule.text());
    }
    if (pattern.variable() == null || !pattern.variable().is(LIMIT_OF_RULE)) {
      Token name = pattern.type();
      faults.note(name, ProblemCode.RULE_LIMIT_VARIABLE, LIMIT_OF_RULE);
    }
  }

  private void read(Constraint constraint, Owner owner) throws DrlException {
    if (constraint instanceof Constraint.Conjunction conjunction) {
      for (Constraint part : conjunction.parts()) {
        read(part, owner);
      }
    } else if (constraint instanceof Constraint.Disjunction disjunction) {
      read(disjunction.parts().get(0), owner);
      for (int i = 1; i < disjunction.parts().size(); i++) {
        if (owner.type() == Limit.class) {
          // Either of the rule or for the fact would be every limit there is.
          Token sign = disjunction.signs().get(i - 1);
          throw faults.fault(sign, ProblemCode.RULE_UNEXPECTED, sign.cited(), ",");
        }
        read(disjunction.parts().get(i), owner);
      }
    } else if (constraint instanceof Constraint.BearsOnFact bearing) {
      Token fact = bearing.fact();
      if (owner.type() != Limit.class || !Vocabulary.isSubject(bindings.type(fact))) {
        throw faults.fault(fact, ProblemCode.RULE_BEARS_ON, fact.cited());
      }
      bindings.judge(fact);
    } else if (constraint instanceof Constraint.BearsOnThis bearing) {
      Token limit = bearing.limit();
      if (bindings.type(limit) != Limit.class || !Vocabulary.isSubject(owner.type())) {
        throw faults.fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
      }
    } else if (constraint instanceof Constraint.Equality equality) {
      read(equality, owner);
    }
  }

  private void read(Constraint.Equality equality, Owner owner) throws DrlException {
    Class<?> type = owner.type();
    Token first = equality.first();
    ResolvedOperand left = resolve(equality.left(), owner);
    Token operator = equality.operator();
    faults.reach(operator);
    Token second = equality.right().first();
    ResolvedOperand right = resolve(equality.right(), owner);
    if (left.isConstant() && right.component() == null) {
      throw faults.fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), "name");
    }
    operands.put(equality.left(), left);
    operands.put(equality.right(), right);
    if (type == Limit.class && Vocabulary.LIMIT_KEYS.contains(left.name())) {
      if (!operator.is("==")) {
        throw faults.fault(operator, ProblemCode.RULE_UNEXPECTED, operator.cited(), "==");
      }
      nameLimit(left.name(), second, right);
      return;
    }
    requireAlike(left, second, right);
    look(type, left);
    look(type, right);
  }

  private void look(Class<?> type, ResolvedOperand operand) {
    if (operand.component() != null) {
      looksAt.computeIfAbsent(type, key -> new TreeSet<>()).add(operand.component().getName());
    }
  }

  private void nameLimit(String component, Token place, ResolvedOperand named) throws DrlException {
    if (named.text() == null) {
      throw faults.fault(place, ProblemCode.RULE_LIMIT_TEXT, component);
    }
    if (component.equals("id")) {
      limits.add(new Rule.LimitReference(named.text(), place.origin(faults.file())));
    } else if (!named.text().equals(rule.text())) {
      throw faults.fault(place, ProblemCode.RULE_LIMIT_OTHER, named.text(), rule.text());
    }
  }

  private void requireAlike(ResolvedOperand left, Token place, ResolvedOperand right) throws DrlException {
    ResolvedOperand coded = left.component() != null ? left : right;
    ResolvedOperand other = coded == left ? right : left;
    if (coded.component() != null && coded.component().isAnnotationPresent(Coded.class) && other.text() != null) {
      CodeList list = coded.component().getAnnotation(Coded.class).value();
      if (!codes.has(list, other.text())) {
        throw faults.unknown(place, ProblemCode.UNKNOWN_CODE, codes.of(list));
      }
      return;
    }
    if (left.type() != right.type()) {
      String known =
          left.type().isEnum() && !Spelled.class.isAssignableFrom(left.type())
              ? left.type().getSimpleName() + "." + ((Enum<?>) left.type().getEnumConstants()[0]).name()
              : left.type().getSimpleName();
      throw faults.fault(place, ProblemCode.RULE_COMPARE, place.cited(), known);
    }
  }

  // ---- operands ----

  private ResolvedOperand resolve(Operand operand, Owner owner) throws DrlException {
    Token first = operand.first();
    if (first.is(Token.Kind.STRING)) {
      return ResolvedOperand.constant(first.cited(), String.class, first.text());
    }
    if (first.is("true") || first.is("false")) {
      return ResolvedOperand.constant(first.text(), Boolean.class, first.is("true"));
    }
    if (first.is("null")) {
      throw faults.fault(first, ProblemCode.RULE_NULL);
    }
    if (first.is(Token.Kind.NUMBER)) {
      throw faults.fault(first, ProblemCode.RULE_NUMBER, first.text());
    }
    if (first.is(Token.Kind.VARIABLE)) {
      Class<?> bound = bindings.type(first);
      if (bound == null) {
        throw faults.unknown(first, ProblemCode.RULE_VARIABLE, bindings.names());
      }
      return operand.member() == null
          ? new ResolvedOperand(first.text(), first.text(), bound, null, null)
          : component(new Owner(bound, first.text()), operand.member(), operand.beyond(), operand.text());
    }
    if (!first.is(Token.Kind.NAME)) {
      throw faults.fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), "name");
    }
    return Character.isUpperCase(first.text().charAt(0)) && operand.member() != null
        ? constant(first, operand.member())
        : component(owner, first, operand.member(), operand.text());
  }

  private ResolvedOperand component(Owner owner, Token name, Token beyond, String text) throws DrlException {
    Class<?> type = owner.type();
    if (!type.isRecord()) {
      throw faults.fault(name, ProblemCode.RULE_UNEXPECTED, name.cited(), ")");
    }
    RecordComponent component = Vocabulary.component(type, name.text()).orElse(null);
    if (component == null) {
      List<String> known = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
      throw faults.unknown(name, ProblemCode.RULE_COMPONENT, known, type.getSimpleName());
    }
    if (beyond != null) {
      // What a fact refers to may be absent, and the engine would fall over it.
      throw faults.fault(beyond, ProblemCode.RULE_PATH, name.text());
    }
    if (!Vocabulary.isCategory(component)) {
      throw faults.fault(name, ProblemCode.RULE_MEASURE_IN_WHEN, name.text());
    }
    return new ResolvedOperand(text, owner.key() + "." + name.text(), component.getType(), component, null);
  }

  private ResolvedOperand constant(Token typeName, Token name) throws DrlException {
    Class<?> type = Vocabulary.ENUMS.get(typeName.text());
    if (type == null) {
      throw faults.unknown(typeName, ProblemCode.RULE_TYPE, Vocabulary.ENUMS.keySet());
    }
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    if (!constants.containsKey(name.text())) {
      throw faults.unknown(name, ProblemCode.RULE_CONSTANT, constants.keySet(), typeName.text());
    }
    return ResolvedOperand.constant(typeName.text() + "." + name.text(), type, constants.get(name.text()));
  }
}
