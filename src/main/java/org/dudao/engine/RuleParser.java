package org.dudao.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dudao.fact.Bureau;
import org.dudao.fact.Claim;
import org.dudao.fact.CodeList;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.NotBefore;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.Required;
import org.dudao.fact.School;
import org.dudao.fact.Spelled;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Text;
import org.dudao.fact.UnknownName;
import org.dudao.report.Demand;

/**
 * Reads a rule file by the small grammar that ours keep to, and refuses all else: what it lets through cannot read a
 * number in {@code when}, cannot pass over a missing fact, and cannot do anything but hand a measure to {@link Check}.
 *
 * <p>The engine's own parser reads the same text afterwards; its messages have no usable place, so they should never be
 * seen.
 */
final class RuleParser {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9][a-z0-9.-]*");
  private static final String PACKAGE = "dudao";
  private static final String FACTS = "org.dudao.fact.*";
  private static final String LIST = "java.util.List";
  private static final String CHECK = "check";
  private static final int MAX_DEPTH = 10;
  private static final Set<String> GATHERED = Set.of("share", "count", "average", "variation", "met", "worst");
  private static final Set<String> ANNOTATIONS = Set.of("title", "title_en");

  private static final Map<String, Demand> DEMANDS =
      Map.ofEntries(
          Map.entry("isAtMost", Demand.AT_MOST),
          Map.entry("isAtLeast", Demand.AT_LEAST),
          Map.entry("isBelow", Demand.BELOW),
          Map.entry("isAbove", Demand.ABOVE),
          Map.entry("is", Demand.EQUAL),
          Map.entry("isNot", Demand.DIFFERENT),
          Map.entry("isOneOf", Demand.ONE_OF),
          Map.entry("hasAll", Demand.ALL_OF),
          Map.entry("isWithin", Demand.WITHIN),
          Map.entry("lastsAtLeast", Demand.LASTING),
          Map.entry("follows", Demand.FOLLOWS));

  private static final Set<Demand> NUMERIC =
      Set.of(Demand.AT_MOST, Demand.AT_LEAST, Demand.BELOW, Demand.ABOVE, Demand.EQUAL, Demand.DIFFERENT);

  private static final Map<Rule.Measured, Set<Demand>> FITTING =
      Map.of(
          Rule.Measured.MEASURE,
          Set.of(
              Demand.AT_MOST, Demand.AT_LEAST, Demand.BELOW, Demand.ABOVE, Demand.EQUAL, Demand.DIFFERENT,
              Demand.ONE_OF, Demand.ALL_OF),
          Rule.Measured.COUNTED,
          NUMERIC,
          Rule.Measured.PER_STUDENT,
          NUMERIC,
          Rule.Measured.PER_HUNDRED,
          NUMERIC,
          Rule.Measured.PERIOD,
          Set.of(Demand.WITHIN, Demand.LASTING),
          Rule.Measured.CLAIM,
          Set.of(Demand.FOLLOWS));

  private final Codes codes;
  private final String file;
  private final String topic;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> imports = new LinkedHashSet<>();
  private List<Token> tokens = List.of();
  private int at;

  // What the rule being read has said so far.
  private String ruleId;
  private Token ruleName;
  private Map<String, String> compared;
  private boolean bears;
  private int depth;
  private Map<String, Class<?>> variables;
  private Map<String, Class<?>> elements;
  private Set<Class<?>> types;
  private List<Rule.LimitReference> limits;
  private boolean limitOfRuleSeen;
  private boolean joined;
  private boolean ofSubject;
  private boolean gathering;
  private String subjectVariable;
  private Map<Class<?>, Set<String>> looksAt;
  private Rule.Sight sight;
  /** The lists that must not be empty, and the one that the sentence counts. */
  private Set<String> needed;
  private String counted;

  /**
   * @param file as messages cite it
   * @param topic with which the ids of the file's rules must begin
   */
  RuleParser(Codes codes, String file, String topic) {
    this.codes = codes;
    this.file = file;
    this.topic = topic;
  }

  /** The rules that are sound; every fault of the file is added to the problems. */
  List<Rule> parse(String text, List<Problem> found) {
    List<Rule> rules = new ArrayList<>();
    try {
      tokens = Lexer.tokens(file, text);
      if (peek().kind() == Token.Kind.END) {
        throw fault(peek(), ProblemCode.RULE_NONE);
      }
      header();
      while (peek().kind() != Token.Kind.END) {
        Rule rule = ruleOrNothing();
        if (rule != null) {
          rules.add(rule);
        }
      }
      if (rules.isEmpty() && problems.isEmpty()) {
        throw fault(peek(), ProblemCode.RULE_NONE);
      }
    } catch (RuleSyntaxException e) {
      problems.add(e.problem());
    }
    found.addAll(problems);
    return rules;
  }

  private void header() throws RuleSyntaxException {
    expect("package");
    Token name = next();
    if (!name.is(PACKAGE)) {
      throw fault(name, ProblemCode.RULE_PACKAGE, name.cited(), PACKAGE);
    }
    skip(";");
    imports.clear();
    while (peek().is("import")) {
      Token start = next();
      String path = path();
      if (!path.equals(FACTS) && !path.equals(LIST)) {
        throw fault(start, ProblemCode.RULE_IMPORT, path);
      }
      imports.add(path);
      skip(";");
    }
    if (!imports.contains(FACTS)) {
      throw fault(peek(), ProblemCode.RULE_UNEXPECTED, peek().cited(), "import " + FACTS);
    }
    Token start = peek();
    expect("global");
    String type = path();
    Token global = next();
    if (!type.equals(Check.class.getName()) || !global.is(CHECK)) {
      throw fault(start, ProblemCode.RULE_GLOBAL, type + " " + global.text());
    }
    skip(";");
  }

  private String path() throws RuleSyntaxException {
    StringBuilder path = new StringBuilder(next().text());
    while (peek().is(".")) {
      path.append(next().text()).append(next().text());
    }
    return path.toString();
  }

  /** One rule, or after a fault nothing; the reading goes on with the next rule. */
  private Rule ruleOrNothing() throws RuleSyntaxException {
    int start = at;
    try {
      int before = problems.size();
      Rule rule = rule();
      return problems.size() == before ? rule : null;
    } catch (RuleSyntaxException e) {
      problems.add(e.problem());
      at = Math.max(at, start + 1);
      while (peek().kind() != Token.Kind.END && !(peek().is("rule") && peek(1).kind() == Token.Kind.STRING)) {
        at++;
      }
      return null;
    }
  }

  private Rule rule() throws RuleSyntaxException {
    Token start = peek();
    if (!start.is("rule")) {
      throw fault(start, ProblemCode.RULE_UNEXPECTED, start.cited(), "rule");
    }
    next();
    Token name = next();
    if (name.kind() != Token.Kind.STRING) {
      throw fault(name, ProblemCode.RULE_NAME, name.cited());
    }
    ruleId = name.text();
    ruleName = name;
    depth = 0;
    if (!ID.matcher(ruleId).matches()) {
      note(name, ProblemCode.ID_FORM, ruleId);
    } else if (!ruleId.startsWith(topic + ".")) {
      note(name, ProblemCode.ID_TOPIC, ruleId, topic);
    }
    Text title = annotations(name);
    expect("when");
    variables = new LinkedHashMap<>();
    elements = new HashMap<>();
    types = new LinkedHashSet<>();
    limits = new ArrayList<>();
    limitOfRuleSeen = false;
    gathering = false;
    subjectVariable = null;
    looksAt = new HashMap<>();
    sight = Rule.Sight.ONE;
    needed = new LinkedHashSet<>();
    counted = null;
    while (!peek().is("then")) {
      pattern();
    }
    if (!limitOfRuleSeen) {
      note(name, ProblemCode.RULE_NO_LIMIT, ruleId);
    }
    expect("then");
    Sentence sentence = sentence();
    Token end = peek();
    if (end.is(CHECK)) {
      throw fault(end, ProblemCode.RULE_ONE_SENTENCE);
    }
    expect("end");
    if (needed.stream().anyMatch(list -> !list.equals(counted))) {
      // Whether there are facts that no sentence counts is not learned from their scopes.
      sight = Rule.Sight.ALL;
    }
    return new Rule(
        ruleId, title, sentence.subject, types, sentence.measured, sentence.names, sentence.demand, limits, looksAt,
        sight, !needed.isEmpty(), new Origin(file, "", name.line(), name.column()));
  }

  private Text annotations(Token name) throws RuleSyntaxException {
    Map<String, String> texts = new HashMap<>();
    while (!peek().is("when")) {
      Token sign = next();
      if (!sign.is("@")) {
        throw ANNOTATIONS.contains(sign.text()) || sign.kind() != Token.Kind.NAME
            ? fault(sign, ProblemCode.RULE_UNEXPECTED, sign.cited(), "when")
            : fault(sign, ProblemCode.RULE_ATTRIBUTE, sign.cited());
      }
      Token key = name();
      if (!ANNOTATIONS.contains(key.text())) {
        throw unknown(key, ProblemCode.RULE_ANNOTATION, ANNOTATIONS);
      }
      expect("(");
      Token value = next();
      if (value.kind() != Token.Kind.STRING) {
        throw fault(value, ProblemCode.RULE_ANNOTATION_TEXT, key.text());
      }
      expect(")");
      texts.put(key.text(), value.text());
    }
    for (String key : List.of("title", "title_en")) {
      if (texts.getOrDefault(key, "").isBlank()) {
        note(name, ProblemCode.RULE_NO_TITLE, ruleId, "@" + key);
      }
    }
    return new Text(texts.getOrDefault("title", ""), texts.getOrDefault("title_en", ""));
  }

  // ---- when ----

  private void pattern() throws RuleSyntaxException {
    Token first = peek();
    if (first.is("not") || first.is("exists")) {
      next();
      sight = Rule.Sight.ALL;
      boolean bracket = peek().is("(");
      if (bracket) {
        next();
      }
      plainPattern(null);
      if (bracket) {
        expect(")");
      }
      return;
    }
    String variable = null;
    if (first.kind() == Token.Kind.VARIABLE) {
      variable = next().text();
      if (variables.containsKey(variable)) {
        throw fault(first, ProblemCode.RULE_VARIABLE_TWICE, variable);
      }
      expect(":");
    }
    Token type = peek();
    if (type.is("Number") || type.is("List")) {
      gathered(variable, type);
    } else {
      Class<?> bound = plainPattern(variable);
      if (variable != null && subjectVariable == null && Subject.class.isAssignableFrom(bound)) {
        subjectVariable = variable;
      }
    }
    if (peek().is("eval") || peek().is("from")) {
      throw fault(peek(), ProblemCode.RULE_UNEXPECTED, peek().cited(), "then");
    }
  }

  /** {@code $n : Number() from accumulate( pattern, count() )} or {@code $l : List( size > 0 ) from collect( pattern )}. */
  private void gathered(String variable, Token type) throws RuleSyntaxException {
    next();
    if (type.is("List") && !imports.contains(LIST)) {
      throw fault(type, ProblemCode.RULE_UNEXPECTED, type.cited(), "import " + LIST);
    }
    expect("(");
    if (type.is("List") && peek().is("size")) {
      next();
      expect(">");
      Token zero = next();
      if (!zero.is("0")) {
        throw fault(zero, ProblemCode.RULE_NUMBER, zero.cited());
      }
      needed.add(String.valueOf(variable));
    }
    expect(")");
    expect("from");
    gathering = true;
    if (type.is("List")) {
      sight = sight == Rule.Sight.ONE ? Rule.Sight.SCOPES : sight;
      expect("collect");
      expect("(");
      Class<?> element = plainPattern(null);
      expect(")");
      define(variable, List.class);
      if (variable != null) {
        elements.put(variable, element);
      }
    } else {
      sight = Rule.Sight.ALL;
      expect("accumulate");
      expect("(");
      plainPattern(null);
      expect(",");
      expect("count");
      expect("(");
      expect(")");
      expect(")");
      define(variable, Number.class);
    }
    gathering = false;
  }

  private Class<?> plainPattern(String variable) throws RuleSyntaxException {
    Token name = name();
    Class<?> type = typeNamed(name);
    if (Subject.class.isAssignableFrom(type) && !gathering && types.stream().anyMatch(Subject.class::isAssignableFrom)) {
      sight = Rule.Sight.ALL;
    }
    types.add(type);
    boolean first = variables.isEmpty();
    define(variable, type);
    joined = false;
    ofSubject = false;
    expect("(");
    if (!peek().is(")")) {
      boolean ofRule = false;
      compared = new HashMap<>();
      bears = false;
      do {
        ofRule |= condition(type, variable);
      } while (skip(","));
      if (ofRule && !bears) {
        throw fault(ruleName, ProblemCode.RULE_NO_LIMIT, ruleId);
      }
      if (ofRule && !"$limit".equals(variable)) {
        note(name, ProblemCode.RULE_LIMIT_VARIABLE, "$limit");
      }
      limitOfRuleSeen |= ofRule;
    }
    if (gathering && !ofSubject && subjectVariable != null && variables.get(subjectVariable) != Bureau.class) {
      // What is counted for one school would be counted over all of them.
      note(name, ProblemCode.RULE_UNJOINED, name.text());
    }
    if (!first && !gathering && !joined && type != Limit.class && type != Bureau.class) {
      // Every fact with every other: a county would take for ever.
      note(name, ProblemCode.RULE_UNJOINED, name.text());
    }
    expect(")");
    return type;
  }

  private void define(String variable, Class<?> type) {
    if (variable != null) {
      variables.put(variable, type);
    }
  }

  private Class<?> typeNamed(Token name) throws RuleSyntaxException {
    Map<String, Class<?>> known = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      known.put(kind.type().getSimpleName(), kind.type());
    }
    known.put(Limit.class.getSimpleName(), Limit.class);
    if (!known.containsKey(name.text())) {
      throw unknown(name, ProblemCode.RULE_TYPE, known.keySet());
    }
    return known.get(name.text());
  }

  /** Reads comparisons joined by and, or; tells whether one of them picks the limits of this rule. */
  private boolean condition(Class<?> type, String variable) throws RuleSyntaxException {
    boolean ofRule = comparison(type, variable);
    while (peek().is("&&") || peek().is("||")) {
      if (type == Limit.class && peek().is("||")) {
        // Either of the rule or for the fact would be every limit there is.
        throw fault(peek(), ProblemCode.RULE_UNEXPECTED, peek().cited(), ",");
      }
      if (next().is("||")) {
        compared = new HashMap<>();
      }
      ofRule |= comparison(type, variable);
    }
    return ofRule;
  }

  private boolean comparison(Class<?> type, String variable) throws RuleSyntaxException {
    if (peek().is("(")) {
      if (++depth > MAX_DEPTH) {
        throw fault(peek(), ProblemCode.RULE_TOO_DEEP, MAX_DEPTH);
      }
      next();
      boolean ofRule = condition(type, variable);
      depth--;
      expect(")");
      return ofRule;
    }
    Token first = peek();
    if (first.is("bearsOn")) {
      next();
      expect("(");
      Token subject = name();
      Class<?> judged = variables.get(subject.text());
      if (type != Limit.class || judged == null || !Subject.class.isAssignableFrom(judged)) {
        throw fault(subject, ProblemCode.RULE_BEARS_ON, subject.cited());
      }
      bears = true;
      subjectVariable = subject.text();
      expect(")");
      return false;
    }
    joined |= first.kind() == Token.Kind.VARIABLE;
    ofSubject |= first.kind() == Token.Kind.VARIABLE && first.text().equals(subjectVariable);
    if (first.kind() == Token.Kind.VARIABLE && peek(1).is(".") && peek(2).is("bearsOn")) {
      memberOf(type, next());
      return false;
    }
    Operand left = operand(type);
    Token operator = next();
    if (!operator.is("==") && !operator.is("!=")) {
      throw fault(operator, ProblemCode.RULE_OPERATOR, operator.cited());
    }
    Token second = peek();
    joined |= second.kind() == Token.Kind.VARIABLE;
    ofSubject |= second.kind() == Token.Kind.VARIABLE && second.text().equals(subjectVariable);
    Operand right = operand(type);
    if (left.component == null && left.path.isEmpty() && right.component == null) {
      throw fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), "name");
    }
    refuseContradiction(first, operator, left, right, second);
    if (type == Limit.class && (left.path.equals("rule") || left.path.equals("id"))) {
      if (!operator.is("==")) {
        throw fault(operator, ProblemCode.RULE_UNEXPECTED, operator.cited(), "==");
      }
      return limitNamed(left.path, second, right);
    }
    compare(left, second, right);
    look(type, first, left);
    look(type, second, right);
    return false;
  }

  /** Notes at what {@code when} looks: a constant, a category of the fact itself, or something that joins it with others. */
  private void look(Class<?> type, Token place, Operand operand) {
    RecordComponent component = operand.component;
    if (component != null) {
      looksAt.computeIfAbsent(type, key -> new TreeSet<>()).add(component.getName());
    }
    if (place.kind() == Token.Kind.VARIABLE
        || component != null && (component.getName().equals("id") || Subject.class.isAssignableFrom(component.getType()))) {
      sight = Rule.Sight.ALL;
    }
  }

  /** Two different constants for one component, both demanded, let no fact through and say nothing. */
  private void refuseContradiction(Token place, Token operator, Operand left, Operand right, Token second) throws RuleSyntaxException {
    if (left.component == null || right.component != null || right.path.startsWith("$") || !operator.is("==")) {
      return;
    }
    String constant = second.kind() == Token.Kind.NAME ? tokens.get(at - 1).text() : second.cited();
    String other = compared.putIfAbsent(left.path, constant);
    if (other != null && !other.equals(constant)) {
      throw fault(place, ProblemCode.RULE_CONTRADICTION, left.path);
    }
  }

  /** {@code $cap.bearsOn( this )}: the facts that another limit is for. */
  private void memberOf(Class<?> type, Token limit) throws RuleSyntaxException {
    if (variables.get(limit.text()) != Limit.class || !Subject.class.isAssignableFrom(type)) {
      throw fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
    }
    expect(".");
    expect("bearsOn");
    expect("(");
    expect("this");
    expect(")");
  }

  private boolean limitNamed(String component, Token place, Operand named) throws RuleSyntaxException {
    if (named.text == null) {
      throw fault(place, ProblemCode.RULE_LIMIT_TEXT, component);
    }
    if (component.equals("id")) {
      limits.add(new Rule.LimitReference(named.text, origin(place)));
      return false;
    }
    if (!named.text.equals(ruleId)) {
      throw fault(place, ProblemCode.RULE_LIMIT_OTHER, named.text, ruleId);
    }
    return true;
  }

  /** One side of a comparison: a component, a constant, or a text. */
  private record Operand(String path, Class<?> type, String text, RecordComponent component) {}

  private Operand operand(Class<?> type) throws RuleSyntaxException {
    Token first = next();
    if (first.kind() == Token.Kind.STRING) {
      return new Operand("", String.class, first.text(), null);
    }
    if (first.is("true") || first.is("false")) {
      return new Operand("", Boolean.class, null, null);
    }
    if (first.is("null")) {
      throw fault(first, ProblemCode.RULE_NULL);
    }
    if (first.kind() == Token.Kind.NUMBER) {
      throw fault(first, ProblemCode.RULE_NUMBER, first.text());
    }
    if (first.kind() == Token.Kind.VARIABLE) {
      Class<?> bound = variables.get(first.text());
      if (bound == null && peek().is(":")) {
        // A pattern begins here: the one before was not closed.
        throw fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), ")");
      }
      if (bound == null) {
        throw unknown(first, ProblemCode.RULE_VARIABLE, variables.keySet());
      }
      return peek().is(".") ? componentPath(bound, first, false) : new Operand(first.text(), bound, null, null);
    }
    if (first.kind() == Token.Kind.NAME && Character.isUpperCase(first.text().charAt(0)) && peek().is(".")) {
      next();
      return constant(first, name());
    }
    if (first.kind() != Token.Kind.NAME) {
      throw fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), "name");
    }
    return componentPath(type, first, true);
  }

  private Operand componentPath(Class<?> type, Token first, boolean startsHere) throws RuleSyntaxException {
    Class<?> owner = type;
    Token name = first;
    if (!startsHere) {
      expect(".");
      name = name();
    }
    RecordComponent component = component(owner, name);
    if (peek().is(".")) {
      // What a fact refers to may be absent, and the engine would fall over it.
      throw fault(peek(1), ProblemCode.RULE_PATH, name.text());
    }
    if (!isCategory(component)) {
      throw fault(name, ProblemCode.RULE_MEASURE_IN_WHEN, name.text());
    }
    return new Operand(component.getName(), component.getType(), null, component);
  }

  private RecordComponent component(Class<?> owner, Token name) throws RuleSyntaxException {
    if (!owner.isRecord()) {
      throw fault(name, ProblemCode.RULE_UNEXPECTED, name.cited(), ")");
    }
    List<String> known = new ArrayList<>();
    for (RecordComponent component : owner.getRecordComponents()) {
      if (component.getName().equals(name.text())) {
        return component;
      }
      known.add(component.getName());
    }
    throw unknown(name, ProblemCode.RULE_COMPONENT, known, owner.getSimpleName());
  }

  /** What {@code when} may look at: categories, ids and references; whatever may be missing and is measured stays for {@code then}. */
  private static boolean isCategory(RecordComponent component) {
    Class<?> type = component.getType();
    boolean always = component.isAnnotationPresent(Required.class);
    return type.isEnum() && always
        || Subject.class.isAssignableFrom(type)
        || component.isAnnotationPresent(Coded.class) && always
        || component.getName().equals("id")
        || component.getDeclaringRecord() == Limit.class && component.getName().equals("rule");
  }

  private Operand constant(Token typeName, Token constant) throws RuleSyntaxException {
    Map<String, Class<?>> enums = enums();
    Class<?> type = enums.get(typeName.text());
    if (type == null) {
      throw unknown(typeName, ProblemCode.RULE_TYPE, enums.keySet());
    }
    List<String> constants =
        Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
    if (!constants.contains(constant.text())) {
      throw unknown(constant, ProblemCode.RULE_CONSTANT, constants, typeName.text());
    }
    return new Operand("", type, null, null);
  }

  private static Map<String, Class<?>> enums() {
    Map<String, Class<?>> enums = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      for (RecordComponent component : kind.type().getRecordComponents()) {
        if (component.getType().isEnum()) {
          enums.put(component.getType().getSimpleName(), component.getType());
        }
      }
    }
    return enums;
  }

  private void compare(Operand left, Token place, Operand right) throws RuleSyntaxException {
    Operand coded = left.component != null ? left : right;
    Operand other = coded == left ? right : left;
    if (coded.component != null && coded.component.isAnnotationPresent(Coded.class) && other.text != null) {
      CodeList list = coded.component.getAnnotation(Coded.class).value();
      if (!codes.has(list, other.text)) {
        throw unknown(place, ProblemCode.UNKNOWN_CODE, codes.of(list));
      }
      return;
    }
    if (left.type != right.type) {
      String known =
          left.type.isEnum() && !Spelled.class.isAssignableFrom(left.type)
              ? left.type.getSimpleName() + "." + ((Enum<?>) left.type.getEnumConstants()[0]).name()
              : left.type.getSimpleName();
      throw fault(place, ProblemCode.RULE_COMPARE, place.cited(), known);
    }
  }

  // ---- then ----

  private record Sentence(
      Class<? extends Subject> subject, Rule.Measured measured, List<String> names, Demand demand) {}

  private Sentence sentence() throws RuleSyntaxException {
    Token start = peek();
    if (!start.is(CHECK)) {
      throw fault(start, ProblemCode.RULE_SENTENCE, start.cited());
    }
    next();
    expect(".");
    Token verb = name();
    expect("(");
    Token subjectName = name();
    Class<?> bound = variables.get(subjectName.text());
    if (bound == null) {
      throw unknown(subjectName, ProblemCode.RULE_VARIABLE, variables.keySet());
    }
    if (!Subject.class.isAssignableFrom(bound)) {
      throw fault(subjectName, ProblemCode.RULE_SUBJECT, subjectName.text());
    }
    if (!subjectName.text().equals(subjectVariable)) {
      note(subjectName, ProblemCode.RULE_OTHER_SUBJECT, subjectName.text(), String.valueOf(subjectVariable));
    }
    Class<? extends Subject> subject = bound.asSubclass(Subject.class);
    List<String> names = new ArrayList<>();
    Rule.Measured measured =
        switch (verb.text()) {
          case "that" -> that(subject, names);
          case "period" -> {
            names.add(dateArgument(subject));
            names.add(laterDateArgument(subject, names.get(0)));
            yield Rule.Measured.PERIOD;
          }
          case "since" -> {
            names.add(dateArgument(subject));
            yield Rule.Measured.PERIOD;
          }
          case "perStudent", "perHundred" -> {
            if (subject != School.class) {
              throw fault(subjectName, ProblemCode.RULE_SUBJECT, subjectName.text());
            }
            expect(",");
            names.add(numberArgument(subject));
            stageArguments();
            yield verb.is("perStudent") ? Rule.Measured.PER_STUDENT : Rule.Measured.PER_HUNDRED;
          }
          case "claim" -> {
            if (subject != Claim.class) {
              throw fault(subjectName, ProblemCode.RULE_SUBJECT, subjectName.text());
            }
            yield Rule.Measured.CLAIM;
          }
          default -> {
            Set<String> known = Set.of("that", "perStudent", "perHundred", "period", "since", "claim");
            throw unknown(verb, ProblemCode.RULE_VERB, known);
          }
        };
    expect(")");
    if (peek().is(";") || peek().is("end")) {
      throw fault(peek(), ProblemCode.RULE_NO_RELATION);
    }
    expect(".");
    Token relation = name();
    Demand demand = DEMANDS.get(relation.text());
    if (demand == null) {
      throw unknown(relation, ProblemCode.RULE_RELATION, DEMANDS.keySet());
    }
    if (!FITTING.get(measured).contains(demand) || verb.is("since") && demand == Demand.LASTING) {
      throw fault(relation, ProblemCode.RULE_RELATION_FIT, relation.text(), verb.text());
    }
    expect("(");
    Token limit = next();
    if (variables.get(limit.text()) != Limit.class || !limit.is("$limit")) {
      throw fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
    }
    expect(")");
    expect(";");
    return new Sentence(subject, measured, names, demand);
  }

  private Rule.Measured that(Class<? extends Subject> subject, List<String> names) throws RuleSyntaxException {
    expect(",");
    Token measure = string();
    if (!peek().is(",")) {
      knownMeasure(subject, measure, type -> true);
      names.add(measure.text());
      return Rule.Measured.MEASURE;
    }
    next();
    if (peek().kind() == Token.Kind.VARIABLE) {
      Token counted = next();
      if (variables.get(counted.text()) != Number.class) {
        throw fault(counted, ProblemCode.RULE_COUNTED, counted.text());
      }
      return Rule.Measured.COUNTED;
    }
    expect(CHECK);
    expect(".");
    Token verb = name();
    if (!GATHERED.contains(verb.text())) {
      throw unknown(verb, ProblemCode.RULE_VERB, GATHERED);
    }
    expect("(");
    switch (verb.text()) {
      case "average" -> numberArgument(listArgument());
      case "variation" -> variationArguments();
      case "met", "worst" -> {
        Token school = name();
        if (subject != School.class || !school.text().equals(subjectVariable)) {
          throw fault(school, ProblemCode.RULE_SUBJECT, school.text());
        }
        stageArguments();
        do {
          expect(",");
          limitArgument();
        } while (peek().is(","));
      }
      default -> {
        numberArgument(listArgument());
        expect(",");
        limitArgument();
      }
    }
    expect(")");
    return Rule.Measured.COUNTED;
  }

  private void variationArguments() throws RuleSyntaxException {
    Token list = peek();
    if (listArgument() != School.class) {
      throw fault(list, ProblemCode.RULE_LIST, list.cited());
    }
    limitArgument();
    stageArguments();
    do {
      expect(",");
      numberArgument(School.class);
    } while (peek().is(","));
  }

  /** {@code $list ,}: the type of what was collected in it. */
  private Class<?> listArgument() throws RuleSyntaxException {
    Token list = name();
    Class<?> element = elements.get(list.text());
    if (element == null) {
      throw fault(list, ProblemCode.RULE_LIST, list.cited());
    }
    counted = list.text();
    expect(",");
    return element;
  }

  private String numberArgument(Class<?> owner) throws RuleSyntaxException {
    Token measure = string();
    knownMeasure(owner, measure, type -> Number.class.isAssignableFrom(type) || type == Quantity.class);
    return measure.text();
  }

  private void limitArgument() throws RuleSyntaxException {
    Token limit = name();
    if (variables.get(limit.text()) != Limit.class) {
      throw fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
    }
  }

  /** {@code , Stage.JUNIOR, $junior, $senior}: a stage, and by what a through-school is divided into its stages. */
  private void stageArguments() throws RuleSyntaxException {
    expect(",");
    expect(Stage.class.getSimpleName());
    expect(".");
    Token stage = name();
    List<String> stages = StagePart.STAGES.stream().map(Stage::name).toList();
    if (!stages.contains(stage.text())) {
      throw unknown(stage, ProblemCode.RULE_CONSTANT, stages, Stage.class.getSimpleName());
    }
    expect(",");
    limitArgument();
    expect(",");
    limitArgument();
  }

  private String dateArgument(Class<? extends Subject> subject) throws RuleSyntaxException {
    expect(",");
    Token name = string();
    knownMeasure(subject, name, type -> type == LocalDate.class);
    return name.text();
  }

  /** From the later day to the earlier one every period is kept. */
  private String laterDateArgument(Class<? extends Subject> subject, String earlier) throws RuleSyntaxException {
    String later = dateArgument(subject);
    for (RecordComponent component : subject.getRecordComponents()) {
      NotBefore order = component.getAnnotation(NotBefore.class);
      if (later.equals(earlier)
          || component.getName().equals(earlier) && order != null && Arrays.asList(order.value()).contains(later)) {
        throw fault(tokens.get(at - 1), ProblemCode.RULE_PERIOD_ORDER, earlier, later);
      }
    }
    return later;
  }

  private void knownMeasure(Class<?> subject, Token name, Predicate<Class<?>> fits) throws RuleSyntaxException {
    Set<String> known = new TreeSet<>();
    for (String measure : Measures.names(subject)) {
      if (fits.test(Measures.type(subject, measure))) {
        known.add(measure);
      }
    }
    if (!known.contains(name.text())) {
      throw unknown(name, ProblemCode.RULE_MEASURE, known, subject.getSimpleName());
    }
  }

  private Token string() throws RuleSyntaxException {
    Token token = next();
    if (token.kind() != Token.Kind.STRING) {
      throw fault(token, ProblemCode.RULE_UNEXPECTED, token.cited(), "\"...\"");
    }
    return token;
  }

  // ---- tokens ----

  private Token peek() {
    return peek(0);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  private Token next() throws RuleSyntaxException {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      throw fault(token, ProblemCode.RULE_END_OF_FILE);
    }
    at++;
    return token;
  }

  /** A word or a variable; the same in quotes is a text, and none. */
  private Token name() throws RuleSyntaxException {
    Token token = next();
    if (token.kind() == Token.Kind.STRING) {
      throw fault(token, ProblemCode.RULE_UNEXPECTED, token.cited(), "name");
    }
    return token;
  }

  private void expect(String expected) throws RuleSyntaxException {
    Token token = peek();
    if (!token.is(expected)) {
      throw token.kind() == Token.Kind.END
          ? fault(token, ProblemCode.RULE_END_OF_FILE)
          : fault(token, ProblemCode.RULE_UNEXPECTED, token.cited(), expected);
    }
    at++;
  }

  private boolean skip(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private Origin origin(Token token) {
    return new Origin(file, "", token.line(), token.column());
  }

  private void note(Token token, ProblemCode code, Object... arguments) {
    problems.add(fault(token, code, arguments).problem());
  }

  private RuleSyntaxException fault(Token token, ProblemCode code, Object... arguments) {
    return new RuleSyntaxException(Problem.of(code, origin(token), arguments));
  }

  private RuleSyntaxException unknown(Token token, ProblemCode code, Collection<String> known) {
    return fault(token, code, new UnknownName(token.text(), new TreeSet<>(known)));
  }

  /** Of something that the owner does not have. */
  private RuleSyntaxException unknown(Token token, ProblemCode code, Collection<String> known, String owner) {
    return fault(token, code, new UnknownName(token.text(), new TreeSet<>(known)), owner);
  }
}
