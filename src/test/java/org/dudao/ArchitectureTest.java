package org.dudao;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.ProblemCode;
import org.dudao.report.RemarkCode;

/** Which package may know which, and what no class may do. */
@AnalyzeClasses(packages = "org.dudao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.dudao.";

  /** Below which packages each one stands: those it may know. Every arrow of the map is here, and no other. */
  private static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          Map.entry("fact", List.of()),
          Map.entry("report", List.of("fact")),
          Map.entry("load", List.of("fact")),
          Map.entry("engine.drl", List.of("fact")),
          Map.entry("engine.rule", List.of("engine.drl", "engine.reckon", "fact", "load", "report")),
          Map.entry("engine.reckon", List.of("fact", "report")),
          Map.entry("engine.judge", List.of("engine.reckon", "engine.rule", "fact", "report")),
          Map.entry("engine.drools", List.of("engine.drl", "engine.judge", "engine.rule", "fact", "load")),
          Map.entry("engine.plan", List.of("engine.drools", "engine.judge", "engine.rule", "fact", "report")),
          Map.entry("engine.store", List.of("engine.drools", "engine.rule", "fact", "load", "report")),
          Map.entry(
              "engine",
              List.of(
                  "engine.drools", "engine.judge", "engine.plan", "engine.rule", "engine.store", "fact", "load",
                  "report")),
          Map.entry("format", List.of("fact", "load", "report")),
          Map.entry(
              "lint",
              List.of(
                  "cases", "engine", "engine.drl", "engine.drools", "engine.reckon", "engine.rule", "engine.store",
                  "fact", "load", "report")),
          Map.entry("cases", List.of("engine", "fact", "load", "report")),
          Map.entry("cli", List.of("cases", "engine", "fact", "format", "lint", "load", "report")),
          Map.entry("spark", List.of("engine", "fact", "format", "load", "report")));

  /** Which packages may know a library. */
  private static final Map<String, List<String>> USERS =
      Map.of(
          "org.kie.", List.of("engine.drools"),
          "org.drools.", List.of("engine.drools"),
          "tools.jackson.", List.of("load", "format", "cli"),
          "de.siegmar.", List.of("load"),
          "gg.jte.", List.of("format"),
          "org.jline.", List.of("format", "cli"),
          "picocli.", List.of("cli", "spark"),
          "org.apache.", List.of("spark"),
          "scala.", List.of("spark"));

  @ArchTest
  static void each_package_knows_those_of_the_map_and_all_of_them(JavaClasses classes) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    KNOWN.keySet().forEach(name -> arrows.put(name, new TreeSet<>()));
    dependencies(classes).forEach(one -> {
      String from = name(one.getOriginClass());
      String to = name(one.getTargetClass());
      if (to != null && !to.equals(from)) {
        arrows.computeIfAbsent(from, unknown -> new TreeSet<>()).add(to);
      }
    });
    Map<String, Set<String>> map = new TreeMap<>();
    KNOWN.forEach((from, to) -> map.put(from, new TreeSet<>(to)));
    assertThat(arrows).isEqualTo(map);
  }

  @ArchTest
  static void no_arrow_of_the_map_leads_back(JavaClasses classes) {
    KNOWN.keySet().forEach(name -> assertThat(below(name)).as(name).doesNotContain(name));
  }

  @ArchTest
  static void a_library_is_known_where_it_is_needed(JavaClasses classes) {
    Set<String> strange = new TreeSet<>();
    dependencies(classes).forEach(one -> {
      String target = one.getTargetClass().getBaseComponentType().getName();
      String from = name(one.getOriginClass());
      USERS.forEach((library, users) -> {
        if (target.startsWith(library) && !users.contains(from)) {
          strange.add(from + " knows " + library);
        }
      });
    });
    assertThat(strange).isEmpty();
  }

  /** Two that are called alike would be taken for one another. */
  @ArchTest
  static void a_simple_name_stands_for_one_class(JavaClasses classes) {
    Map<String, List<String>> bearers =
        classes.stream()
            .filter(one -> !one.isAnonymousClass() && !one.isLocalClass())
            .filter(one -> !one.getSimpleName().equals("package-info"))
            .filter(one -> !one.getPackageName().startsWith(ROOT + "format.html"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName,
                Collectors.mapping(JavaClass::getName, Collectors.toList())));
    bearers.values().removeIf(names -> names.size() == 1);
    assertThat(bearers).isEmpty();
  }

  private static Stream<Dependency> dependencies(JavaClasses classes) {
    return classes.stream()
        .filter(one -> !one.getPackageName().startsWith(ROOT + "format.html"))
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream());
  }

  /** The package's name in the map; null when the class is not ours. */
  private static String name(JavaClass one) {
    String in = one.getBaseComponentType().getPackageName();
    return in.startsWith(ROOT) ? in.substring(ROOT.length()) : null;
  }

  private static Set<String> below(String name) {
    Set<String> below = new TreeSet<>();
    Deque<String> left = new ArrayDeque<>(KNOWN.get(name));
    while (!left.isEmpty()) {
      String next = left.pop();
      if (below.add(next)) {
        left.addAll(KNOWN.get(next));
      }
    }
    return below;
  }

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses().should().haveSimpleNameEndingWith("Util")
          .orShould().haveSimpleNameEndingWith("Utils")
          .orShould().haveSimpleNameEndingWith("Helper")
          .orShould().haveSimpleNameEndingWith("Manager")
          .orShould().haveSimpleNameEndingWith("Impl");

  @ArchTest
  static void every_problem_is_told_by_somebody(JavaClasses classes) {
    Set<ProblemCode> told = used(ProblemCode.class, classes);
    List.copyOf(told).forEach(code -> code.near().ifPresent(told::add));
    assertThat(told).containsExactlyInAnyOrder(ProblemCode.values());
  }

  @ArchTest
  static void every_remark_is_made_by_somebody(JavaClasses classes) {
    assertThat(used(RemarkCode.class, classes)).containsExactlyInAnyOrder(RemarkCode.values());
  }

  /** What the platform or a library says of a failure is in one language; how the system ends a writing is only compared. */
  @ArchTest
  static final ArchRule no_failure_is_told_in_the_words_of_a_library =
      noClasses().that().doNotHaveSimpleName("Unwritten")
          .should().callMethodWhere(
              target(owner(assignableTo(Throwable.class)))
                  .and(target(nameMatching("get\\w*Message|getReason|toString|printStackTrace"))));

  @ArchTest
  static final ArchRule no_verdict_by_floating_point =
      noClasses().that().resideInAnyPackage("org.dudao.fact..", "org.dudao.engine..", "org.dudao.report..")
          .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.Double")
          .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Float");

  @ArchTest
  static final ArchRule no_wall_clock_in_a_verdict =
      noClasses().that().resideInAnyPackage("org.dudao.fact..", "org.dudao.load..", "org.dudao.engine..", "org.dudao.report..", "org.dudao.format..", "org.dudao.cases..")
          .should().callMethod(LocalDate.class, "now")
          .orShould().callMethod(Instant.class, "now")
          .orShould().callMethod(System.class, "currentTimeMillis");

  /** The constants that other classes name. */
  private static <E extends Enum<E>> Set<E> used(Class<E> type, JavaClasses classes) {
    JavaClass declared = classes.get(type);
    Set<E> used = EnumSet.noneOf(type);
    for (E constant : type.getEnumConstants()) {
      if (declared.getField(constant.name()).getAccessesToSelf().stream()
          .anyMatch(access -> !access.getOriginOwner().equals(declared))) {
        used.add(constant);
      }
    }
    return used;
  }
}
