package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.fact.Case;
import org.dudao.fact.CodeList;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.SchoolType;
import org.dudao.fact.Stage;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;

/**
 * Conditions at random: refused are those, and only those, of which the engine finds a part met by no fact or by all.
 */
class EmptinessAgainstEngineTest {
  private static final int CONDITIONS = 60;
  private static final List<String> OF_CLASSES =
      List.of(
          "stage", "stage", "$fact.stage", "Stage.PRIMARY", "Stage.JUNIOR", "$other.stage", "school", "school",
          "$school",
          "$other.school", "id", "\"c1\"", "\"c2\"", "$other.id");
  private static final List<String> OF_OTHER_CLASSES =
      List.of("stage", "Stage.PRIMARY", "Stage.JUNIOR", "school", "$school", "id", "\"c1\"", "\"c2\"");
  private static final List<String> OF_CASES = List.of("kind", "kind", "\"COMPLAINT\"", "\"PETITION\"", "id", "\"k1\"");

  private final Random random = new Random(7);
  private final Map<Pattern, Integer> fired = new HashMap<>();

  @Test
  void what_is_refused_is_what_the_engine_finds_empty_or_without_effect() throws Exception {
    Set<Pattern> conditions = new LinkedHashSet<>();
    while (conditions.size() < CONDITIONS) {
      conditions.add(
          random.nextInt(3) > 0
              ? new Pattern("SchoolClass", condition(OF_CLASSES, 2))
              : new Pattern("Case", condition(OF_CASES, 2)));
    }
    Set<Pattern> parts = new LinkedHashSet<>();
    for (Pattern condition : conditions) {
      parts.addAll(parts(condition));
    }
    ask(List.copyOf(parts));
    int refused = 0;
    for (Pattern condition : conditions) {
      boolean hasSlip = false;
      for (Pattern part : parts(condition)) {
        int met = fired.getOrDefault(part, 0);
        hasSlip |= met == 0 || met == all(part);
      }
      List<String> told = told(condition);
      assertThat(!told.isEmpty()).as(condition + " " + told).isEqualTo(hasSlip);
      refused += hasSlip ? 1 : 0;
    }
    assertThat(refused).as("of both kinds there are many").isBetween(CONDITIONS / 5, CONDITIONS * 4 / 5);
  }

  @Test
  void what_two_patterns_demand_is_refused_when_the_engine_finds_no_two_facts() throws Exception {
    Set<Pattern> pairs = new LinkedHashSet<>();
    while (pairs.size() < CONDITIONS) {
      Pattern before = new Pattern("SchoolClass", conditions(OF_OTHER_CLASSES, 3));
      Pattern alone = new Pattern("SchoolClass", conditions(OF_CLASSES, 5));
      if (told(before).isEmpty() && told(alone).isEmpty() && alone.condition.contains("$other")) {
        pairs.add(new Pattern("SchoolClass", alone.condition, before.condition));
      }
    }
    ask(List.copyOf(pairs));
    int refused = 0;
    for (Pattern pair : pairs) {
      boolean isEmpty = !fired.containsKey(pair);
      assertThat(told(pair)).as("%s", pair).isEqualTo(isEmpty ? List.of("rule-contradiction") : List.of());
      refused += isEmpty ? 1 : 0;
    }
    assertThat(refused).as("of both kinds there are some").isBetween(CONDITIONS / 10, CONDITIONS * 4 / 5);
  }

  /** A type of fact, what is demanded of it, and what of the other class. */
  private record Pattern(String type, String condition, String ofOther) {
    Pattern(String type, String condition) {
      this(type, condition, "");
    }
  }

  /** Two terms of one type compared, or such conditions joined. */
  private String condition(List<String> terms, int depth) {
    if (depth > 0 && random.nextInt(4) > 0) {
      String sign = random.nextBoolean() ? " && " : " || ";
      return "( " + condition(terms, depth - 1) + sign + condition(terms, depth - 1) + " )";
    }
    while (true) {
      String left = terms.get(random.nextInt(terms.size()));
      String right = terms.get(random.nextInt(terms.size()));
      if (canBeCompared(left, right)) {
        return left + (random.nextBoolean() ? " == " : " != ") + right;
      }
    }
  }

  private String conditions(List<String> terms, int count) {
    return Stream.generate(() -> condition(terms, 0)).limit(count).collect(Collectors.joining(" && "));
  }

  private static boolean canBeCompared(String left, String right) {
    boolean isOfFact = Stream.of(left, right).anyMatch(term -> Character.isLowerCase(term.charAt(0)));
    boolean isUnknownCode = List.of(left, right).containsAll(List.of("kind", "\"k1\""));
    return isOfFact && !isUnknownCode && type(left).equals(type(right));
  }

  private static String type(String term) {
    return term.contains("tage") ? "stage" : term.contains("school") ? "school" : "text";
  }

  /** Itself, and with each of the conditions of which its own is composed. */
  private static Set<Pattern> parts(Pattern pattern) throws DrlException {
    Set<Pattern> parts = new LinkedHashSet<>();
    parts(DrlParser.constraint(pattern.condition)).forEach(part -> parts.add(new Pattern(pattern.type, part.text())));
    return parts;
  }

  private static Stream<Constraint> parts(Constraint constraint) {
    List<Constraint> parts =
        constraint instanceof Constraint.Conjunction all
            ? all.parts()
            : constraint instanceof Constraint.Disjunction any ? any.parts() : List.of();
    return Stream.concat(Stream.of(constraint), parts.stream().flatMap(EmptinessAgainstEngineTest::parts));
  }

  // ---- the engine ----

  /** How often it finds each pattern met. */
  private void ask(List<Pattern> patterns) throws Exception {
    StringBuilder drl = new StringBuilder(HEADER);
    for (int i = 0; i < patterns.size(); i++) {
      drl.append(rule("probe." + i, patterns.get(i)));
    }
    Source source = new Source("probe.drl", "cn/probe.drl", drl.toString().getBytes(StandardCharsets.UTF_8));
    CompiledRules rules = CompiledRules.of(Map.of(source, drl.toString()), new CompilationCache(null));
    List<Rule> all = IntStream.range(0, patterns.size()).mapToObj(i -> named("probe." + i, source)).toList();
    KieSession session = rules.kieBase(all).newKieSession();
    facts().forEach(session::insert);
    session.fireAllRules(match -> {
      int rule = Integer.parseInt(match.getRule().getName().substring("probe.".length()));
      fired.merge(patterns.get(rule), 1, Integer::sum);
      return false;
    });
    session.dispose();
  }

  /** A rule of which no more is known than its name and its file. */
  private static Rule named(String id, Source source) {
    return new Rule(
        id, null, id, null, null, null, null, null, null, null, null, null, null, Set.of(), false, Origin.of(source.name()));
  }

  /** Those that conditions name, and as many others as one condition compares. */
  private static final List<String> CLASS_IDS = List.of("c1", "c2", "c3", "c4");

  private static final List<String> CASE_IDS =
      Stream.concat(Stream.of("k1", "k2"), Shipped.CODES.of(CodeList.CASE).stream()).toList();

  private static int all(Pattern pattern) {
    int classes = CLASS_IDS.size() * Stage.values().length * 3;
    return pattern.type.equals("Case")
        ? CASE_IDS.size() * Shipped.CODES.of(CodeList.CASE).size()
        : pattern.condition.contains("$other") ? classes * classes : classes;
  }

  private static List<Object> facts() throws ReflectiveOperationException {
    List<Object> facts = new ArrayList<>(List.of(fact(Limit.class, Map.of("id", "x"))));
    School one = fact(School.class, Map.of("id", "s1", "type", SchoolType.PRIMARY_SCHOOL));
    School elsewhere = fact(School.class, Map.of("id", "s2", "type", SchoolType.PRIMARY_SCHOOL));
    facts.add(one);
    for (String id : CLASS_IDS) {
      for (Stage stage : Stage.values()) {
        facts.add(fact(SchoolClass.class, Map.of("id", id, "stage", stage)));
        facts.add(fact(SchoolClass.class, Map.of("id", id, "stage", stage, "school", one)));
        facts.add(fact(SchoolClass.class, Map.of("id", id, "stage", stage, "school", elsewhere)));
      }
    }
    for (String id : CASE_IDS) {
      for (String kind : Shipped.CODES.of(CodeList.CASE)) {
        facts.add(fact(Case.class, Map.of("id", id, "kind", kind)));
      }
    }
    return facts;
  }

  private static <T> T fact(Class<T> type, Map<String, Object> components) throws ReflectiveOperationException {
    RecordComponent[] all = type.getRecordComponents();
    Constructor<T> constructor =
        type.getDeclaredConstructor(Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new));
    return constructor.newInstance(Arrays.stream(all).map(one -> components.get(one.getName())).toArray());
  }

  // ---- the rules ----

  private static final String HEADER =
      "package dudao;\nimport org.dudao.fact.*;\nglobal " + DrlParser.GLOBAL_TYPE + " check;\n";

  private static String rule(String id, Pattern pattern) {
    return "rule \"" + id + "\" @title( \"甲\" ) @title_en( \"A\" )\nwhen\n"
        + ((pattern.condition + pattern.ofOther).contains("$school") ? "$school : School()\n" : "")
        + (pattern.condition.contains("$other") ? "$other : SchoolClass( " + pattern.ofOther + " )\n" : "")
        + "$fact : " + pattern.type + "( " + pattern.condition + " )\n$limit : Limit()\n"
        + "then\ncheck.that( $fact, \"x\" ).isAtMost( $limit );\nend\n";
  }

  private static List<String> told(Pattern pattern) {
    List<Problem> problems = new ArrayList<>();
    String text = HEADER + rule("probe.x", pattern);
    new SemanticAnalyzer(Shipped.CODES, "probe").rules(DrlParser.file("probe.drl", text), problems);
    return problems.stream()
        .map(problem -> problem.code().text())
        .filter(List.of("rule-contradiction", "rule-excludes-nothing")::contains)
        .toList();
  }
}
