package org.dudao.engine.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drl.CallArgument;
import org.dudao.engine.drl.CheckCall;
import org.dudao.engine.drl.CheckSentence;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.Faults;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Bureau;
import org.dudao.fact.Case;
import org.dudao.fact.Claim;
import org.dudao.fact.Composition;
import org.dudao.fact.DayOrder;
import org.dudao.fact.FactKind;
import org.dudao.fact.Form;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.NotBefore;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;

/** What the sentence of {@code then} means: who is judged, what is measured, and how it must stand to the limit. */
final class SentenceAnalyzer {
  private static final Set<String> VERBS = 
      Set.of(
          "that", "change", "ofStages", "perStudent", "perHundred", "period", "since", "claim", "stated", "form", "parts",
          "days", "profiles");
  private static final Set<String> GATHERED = 
      Set.of("share", "count", "average", "sum", "members", "having", "absent", "misfits", "variation", "met", "worst");

  private static final Set<String> RATES = Set.of("onTime", "closed", "breaking");

  private static final Map<String, Demand> DEMANDS =
      Stream.of(Demand.values())
          .filter(demand -> demand.word().isPresent())
          .collect(Collectors.toUnmodifiableMap(demand -> demand.word().orElseThrow(), demand -> demand));

  private final Faults faults;
  private final Bindings bindings;

  SentenceAnalyzer(Faults faults, Bindings bindings) {
    this.faults = faults;
    this.bindings = bindings;
  }

  /**
   * What a sentence means.
   *
   * @param names the components or measures of the subject that it reads; empty when the value is counted
   */
  record Meaning(Class<? extends Subject> subject, Rule.Measured measured, List<String> names, Demand demand) {}

  /** The arguments of a call, taken one after the other. */
  private final class Arguments {
    private final CheckCall call;
    private int at;

    Arguments(CheckCall call) {
      this.call = call;
    }

    boolean isMore() {
      return at < call.arguments().size();
    }

    CallArgument next() throws DrlException {
      if (!isMore()) {
        Token end = call.ends().get(at - 1);
        throw faults.fault(end, ProblemCode.RULE_UNEXPECTED, end.cited(), ",");
      }
      return call.arguments().get(at++);
    }

    /** A text, a word or a variable, and nothing after a point. */
    Token token() throws DrlException {
      CallArgument argument = next();
      if (argument instanceof Operand operand && operand.member() != null) {
        Token member = operand.member();
        throw faults.fault(member, ProblemCode.RULE_UNEXPECTED, member.cited(), ",");
      }
      return argument.first();
    }

    Token name() throws DrlException {
      Token name = token();
      if (name.is(Token.Kind.STRING)) {
        throw faults.fault(name, ProblemCode.RULE_UNEXPECTED, name.cited(), "name");
      }
      return name;
    }

    Token string() throws DrlException {
      Token string = next().first();
      if (!string.is(Token.Kind.STRING)) {
        throw faults.fault(string, ProblemCode.RULE_UNEXPECTED, string.cited(), "\"...\"");
      }
      return string;
    }

    void end() throws DrlException {
      if (isMore()) {
        Token comma = call.ends().get(at - 1);
        throw faults.fault(comma, ProblemCode.RULE_UNEXPECTED, comma.cited(), ")");
      }
      faults.reach(call.ends().get(at - 1));
    }
  }

  Meaning read(CheckSentence sentence) throws DrlException {
    Token verb = sentence.call().verb();
    faults.reach(verb);
    Arguments arguments = new Arguments(sentence.call());
    Token subjectName = arguments.name();
    Class<? extends Subject> subject = subject(subjectName);
    List<String> names = new ArrayList<>();
    Rule.Measured measured =
        switch (verb.text()) {
          case "that" -> that(subject, arguments, names);
          case "change" -> {
            names.add(number(subject, arguments));
            yield Rule.Measured.CHANGE;
          }
          case "ofStages" -> {
            requireSubject(subjectName, subject, School.class);
            Token measure = arguments.string();
            requireMeasure(subject, measure, type -> type == Quantity.class);
            if (!Measures.isRatioOfPupils(subject, measure.text())) {
              throw faults.fault(measure, ProblemCode.RULE_RATIO_OF_PUPILS, measure.text());
            }
            names.add(measure.text());
            yield Rule.Measured.OF_STAGES;
          }
          case "period" -> {
            names.add(date(subject, arguments).text());
            names.add(laterDate(subject, names.get(0), arguments));
            yield Rule.Measured.PERIOD;
          }
          case "since" -> {
            names.add(date(subject, arguments).text());
            yield Rule.Measured.PERIOD;
          }
          case "perStudent", "perHundred" -> {
            requireSubject(subjectName, subject, School.class);
            names.add(number(subject, arguments));
            stage(arguments);
            yield verb.is("perStudent") ? Rule.Measured.PER_STUDENT : Rule.Measured.PER_HUNDRED;
          }
          case "claim" -> {
            requireSubject(subjectName, subject, Claim.class);
            yield Rule.Measured.CLAIM;
          }
          case "stated" -> {
            requireSubject(subjectName, subject, Indicator.class);
            rate(arguments);
            yield Rule.Measured.STATED;
          }
          case "form" -> {
            requireSubject(subjectName, subject, Form.class);
            yield Rule.Measured.FORM;
          }
          case "profiles" -> {
            requireSubject(subjectName, subject, Bureau.class);
            yield Rule.Measured.PROFILES;
          }
          case "parts" -> {
            requireDeclared(subjectName, !Composition.of(subject).isEmpty());
            yield Rule.Measured.PARTS;
          }
          case "days" -> {
            requireDeclared(subjectName, !DayOrder.of(subject).isEmpty());
            yield Rule.Measured.DAYS;
          }
          default -> throw faults.unknown(verb, ProblemCode.RULE_VERB, VERBS);
        };
    arguments.end();
    Demand demand = demand(sentence.relation(), verb, measured);
    Token limit = sentence.limit();
    if (bindings.type(limit) != Limit.class || !limit.is("$limit")) {
      throw faults.fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
    }
    return new Meaning(subject, measured, names, demand);
  }

  private Class<? extends Subject> subject(Token name) throws DrlException {
    Class<?> bound = bindings.type(name);
    if (bound == null) {
      throw faults.unknown(name, ProblemCode.RULE_VARIABLE, bindings.names());
    }
    if (!Vocabulary.isSubject(bound)) {
      throw faults.fault(name, ProblemCode.RULE_SUBJECT, name.text());
    }
    if (!bindings.isSubject(name)) {
      faults.note(name, ProblemCode.RULE_OTHER_SUBJECT, name.text(), String.valueOf(bindings.subject()));
    }
    return bound.asSubclass(Subject.class);
  }

  /** A rule about what facts of the kind do not have would never find anything. */
  private void requireDeclared(Token name, boolean isDeclared) throws DrlException {
    if (!isDeclared) {
      throw faults.fault(name, ProblemCode.RULE_SUBJECT, name.text());
    }
  }

  private void requireSubject(Token name, Class<?> subject, Class<?> required) throws DrlException {
    if (subject != required) {
      throw faults.fault(name, ProblemCode.RULE_SUBJECT, name.text());
    }
  }

  private Demand demand(Token relation, Token verb, Rule.Measured measured) throws DrlException {
    Demand demand = DEMANDS.get(relation.text());
    if (demand == null) {
      throw faults.unknown(relation, ProblemCode.RULE_RELATION, DEMANDS.keySet());
    }
    if (!fits(measured, demand) || verb.is("since") && demand == Demand.LASTING) {
      throw faults.fault(relation, ProblemCode.RULE_RELATION_FIT, relation.text(), verb.text());
    }
    return demand;
  }

  /** Whether what is measured can be demanded so. */
  private static boolean fits(Rule.Measured measured, Demand demand) {
    return switch (measured) {
      case MEASURE -> demand.isNumeric() || demand.does(Demand.Operation.LOOKS_UP);
      case COUNTED, PER_STUDENT, PER_HUNDRED, CHANGE -> demand.isNumeric();
      case OF_STAGES -> demand == Demand.AT_MOST || demand == Demand.AT_LEAST;
      case PERIOD -> demand.does(Demand.Operation.TIMES);
      case CLAIM, FORM, STATED -> demand.does(Demand.Operation.RECOMPUTES);
      case PARTS -> demand == Demand.ADDING_UP;
      case DAYS -> demand == Demand.IN_ORDER;
      case PROFILES -> demand == Demand.ALL_OF;
    };
  }

  private Rule.Measured that(Class<? extends Subject> subject, Arguments arguments, List<String> names)
      throws DrlException {
    Token measure = arguments.string();
    if (!arguments.isMore()) {
      requireMeasure(subject, measure, type -> true);
      names.add(measure.text());
      return Rule.Measured.MEASURE;
    }
    CallArgument value = arguments.next();
    if (value instanceof CheckCall gathering) {
      gathered(subject, gathering);
      return Rule.Measured.COUNTED;
    }
    Token counted = value.first();
    if (!counted.is(Token.Kind.VARIABLE)) {
      throw faults.fault(counted, ProblemCode.RULE_UNEXPECTED, counted.cited(), DrlParser.GLOBAL);
    }
    if (bindings.type(counted) != Number.class || !value.text().equals(counted.text())) {
      throw faults.fault(counted, ProblemCode.RULE_COUNTED, counted.text());
    }
    return Rule.Measured.COUNTED;
  }

  private void gathered(Class<? extends Subject> subject, CheckCall call) throws DrlException {
    Token verb = call.verb();
    if (!GATHERED.contains(verb.text())) {
      throw faults.unknown(verb, ProblemCode.RULE_VERB, GATHERED);
    }
    Arguments arguments = new Arguments(call);
    switch (verb.text()) {
      case "average" -> number(list(arguments), arguments);
      case "sum" -> sum(subject, arguments);
      case "members" -> members(subject, arguments);
      case "having" -> requireMeasure(
          kind(subject, arguments), arguments.string(),
          type -> Number.class.isAssignableFrom(type) || type == Quantity.class || type == Boolean.class);
      case "absent" -> absent(subject, arguments);
      case "misfits" -> {
        Token group = arguments.name();
        if (subject != GradeGroup.class || !bindings.isSubject(group)) {
          throw faults.fault(group, ProblemCode.RULE_SUBJECT, group.text());
        }
      }
      case "variation" -> variation(arguments);
      case "met", "worst" -> {
        Token school = arguments.name();
        if (subject != School.class || !bindings.isSubject(school)) {
          throw faults.fault(school, ProblemCode.RULE_SUBJECT, school.text());
        }
        stage(arguments);
        do {
          limit(arguments);
        } while (arguments.isMore());
      }
      default -> {
        number(list(arguments), arguments);
        limit(arguments);
      }
    }
    arguments.end();
  }

  /** A call that sorts the facts of a list. */
  private void rate(Arguments outer) throws DrlException {
    CallArgument value = outer.next();
    if (!(value instanceof CheckCall call)) {
      Token first = value.first();
      throw faults.fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), DrlParser.GLOBAL);
    }
    if (!RATES.contains(call.verb().text())) {
      throw faults.unknown(call.verb(), ProblemCode.RULE_VERB, RATES);
    }
    Arguments arguments = new Arguments(call);
    Token list = call.arguments().get(0).first();
    Class<?> element = list(arguments);
    if (call.verb().is("breaking")) {
      number(element, arguments);
      limit(arguments);
    } else if (element != Case.class) {
      throw faults.fault(list, ProblemCode.RULE_LIST, list.cited());
    }
    arguments.end();
  }

  /** A measure over a list, or several measures of the subject. */
  private void sum(Class<? extends Subject> subject, Arguments arguments) throws DrlException {
    Token first = arguments.call.arguments().get(0).first();
    if (!bindings.isSubject(first)) {
      number(list(arguments), arguments);
      return;
    }
    arguments.name();
    do {
      number(subject, arguments);
    } while (arguments.isMore());
  }

  /** The bureau, and a kind of facts. */
  private void absent(Class<? extends Subject> subject, Arguments arguments) throws DrlException {
    if (subject != Bureau.class) {
      Token owner = arguments.name();
      throw faults.fault(owner, ProblemCode.RULE_SUBJECT, owner.text());
    }
    kind(subject, arguments);
  }

  /** The subject, a kind of facts that belong to it, and perhaps a measure of them and their stage. */
  private void members(Class<? extends Subject> subject, Arguments arguments) throws DrlException {
    Class<? extends Subject> type = kind(subject, arguments);
    if (arguments.isMore()) {
      number(type, arguments);
    }
    if (arguments.isMore()) {
      ofStage(type, arguments);
    }
  }

  /** The subject and a kind of facts that belong to it: the type of these. */
  private Class<? extends Subject> kind(Class<? extends Subject> subject, Arguments arguments) throws DrlException {
    Token owner = arguments.name();
    if (!bindings.isSubject(owner)) {
      throw faults.fault(owner, ProblemCode.RULE_SUBJECT, owner.text());
    }
    Token kind = arguments.string();
    List<String> kinds =
        Stream.of(FactKind.values()).filter(one -> one.belongsTo(subject)).map(FactKind::property).toList();
    if (!kinds.contains(kind.text())) {
      throw faults.unknown(kind, ProblemCode.RULE_MEMBERS, kinds, subject.getSimpleName());
    }
    return FactKind.ofProperty(kind.text()).type();
  }

  private void ofStage(Class<? extends Subject> type, Arguments arguments) throws DrlException {
    CallArgument argument = arguments.next();
    Token first = argument.first();
    boolean isStage =
        first.is(Stage.class.getSimpleName()) && argument instanceof Operand operand && operand.member() != null;
    if (!isStage || !Measures.has(type, "stage")) {
      throw faults.fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), ")");
    }
    Token stage = ((Operand) argument).member();
    List<String> stages = Stream.of(Stage.values()).map(Stage::name).toList();
    if (!stages.contains(stage.text())) {
      throw faults.unknown(stage, ProblemCode.RULE_CONSTANT, stages, Stage.class.getSimpleName());
    }
  }

  private void variation(Arguments arguments) throws DrlException {
    Token list = arguments.call.arguments().get(0).first();
    if (list(arguments) != School.class) {
      throw faults.fault(list, ProblemCode.RULE_LIST, list.cited());
    }
    limit(arguments);
    stage(arguments);
    do {
      number(School.class, arguments);
    } while (arguments.isMore());
  }

  /** {@code $list}: the type of what was collected in it. */
  private Class<?> list(Arguments arguments) throws DrlException {
    Token list = arguments.name();
    Class<?> element = bindings.element(list);
    if (element == null) {
      throw faults.fault(list, ProblemCode.RULE_LIST, list.cited());
    }
    return element;
  }

  private String number(Class<?> owner, Arguments arguments) throws DrlException {
    Token measure = arguments.string();
    requireMeasure(owner, measure, type -> Number.class.isAssignableFrom(type) || type == Quantity.class);
    return measure.text();
  }

  private void limit(Arguments arguments) throws DrlException {
    Token limit = arguments.name();
    if (bindings.type(limit) != Limit.class) {
      throw faults.fault(limit, ProblemCode.RULE_LIMIT_ARGUMENT, limit.cited());
    }
  }

  /** {@code Stage.JUNIOR, $junior, $senior}: a stage, and by what a through-school is divided into its stages. */
  private void stage(Arguments arguments) throws DrlException {
    CallArgument argument = arguments.next();
    Token type = argument.first();
    if (!type.is(Stage.class.getSimpleName()) || !(argument instanceof Operand operand) || operand.member() == null) {
      throw faults.fault(type, ProblemCode.RULE_UNEXPECTED, type.cited(), Stage.class.getSimpleName() + ".");
    }
    Token stage = operand.member();
    List<String> stages = Stage.OF_THROUGH_SCHOOLS.stream().map(Stage::name).toList();
    if (!stages.contains(stage.text())) {
      throw faults.unknown(stage, ProblemCode.RULE_CONSTANT, stages, Stage.class.getSimpleName());
    }
    limit(arguments);
    limit(arguments);
  }

  private Token date(Class<? extends Subject> subject, Arguments arguments) throws DrlException {
    Token name = arguments.string();
    requireMeasure(subject, name, type -> type == LocalDate.class);
    return name;
  }

  /** From the later day to the earlier one every period is kept. */
  private String laterDate(Class<? extends Subject> subject, String earlier, Arguments arguments) throws DrlException {
    Token later = date(subject, arguments);
    NotBefore order =
        Vocabulary.component(subject, earlier).map(component -> component.getAnnotation(NotBefore.class)).orElse(null);
    if (later.text().equals(earlier) || order != null && List.of(order.value()).contains(later.text())) {
      throw faults.fault(later, ProblemCode.RULE_PERIOD_ORDER, earlier, later.text());
    }
    return later.text();
  }

  private void requireMeasure(Class<?> subject, Token name, Predicate<Class<?>> fits) throws DrlException {
    Set<String> known = new TreeSet<>();
    for (String measure : Measures.names(subject)) {
      if (fits.test(Measures.type(subject, measure))) {
        known.add(measure);
      }
    }
    if (!known.contains(name.text())) {
      throw faults.unknown(name, ProblemCode.RULE_MEASURE, known, subject.getSimpleName());
    }
  }
}
