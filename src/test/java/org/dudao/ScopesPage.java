package org.dudao;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.RuleSummary;
import org.dudao.fact.Bureau;
import org.dudao.fact.BureauLevel;
import org.dudao.fact.Condition;
import org.dudao.fact.FactKind;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Ownership;
import org.dudao.fact.School;
import org.dudao.fact.SchoolType;
import org.dudao.fact.Setting;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Words;

/** The page that shows who is judged by what: every standard of law, beside all kinds of schools and bureaus. */
final class ScopesPage {
  static final Path FILE = Path.of("src/site/markdown/scopes.md");
  /** The law of that day is shown. */
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final String ALL = "all";

  /** Of these the level of the bureau says whom a standard is for, and not a school. */
  private static final Set<Class<?>> OF_BUREAUS = Set.of(Bureau.class, Indicator.class);

  private ScopesPage() {}

  /** Who is meant, in four columns. */
  private record Reach(String types, String owners, String settings, String levels) {}

  static String text() {
    Map<String, Class<?>> subjects =
        Shipped.CHECKER.rules().stream().collect(Collectors.toMap(RuleSummary::rule, RuleSummary::subject));
    Map<String, List<Limit>> topics = new TreeMap<>();
    Shipped.LIMITS.stream()
        .filter(limit -> !limit.isOfConsistency() && limit.citation().authority().isDated())
        .filter(limit -> limit.datedBy().isEmpty() ? limit.isInForce(DAY) == Truth.YES : limit.until() == null)
        .sorted(Comparator.comparing(Limit::id).thenComparing(Limit::region).thenComparing(limit -> String.valueOf(limit.from())))
        .forEach(limit -> topics.computeIfAbsent(limit.topic(), key -> new ArrayList<>()).add(limit));
    StringBuilder page = new StringBuilder(HEAD);
    for (SchoolType type : SchoolType.values()) {
      page.append("| ").append(type.code()).append(" | ").append(Words.of(type)).append(" | ")
          .append(type.words().stream().sorted().collect(Collectors.joining(" "))).append(" |\n");
    }
    topics.forEach((topic, limits) -> {
      page.append("\n## ").append(topic).append("\n\n").append(COLUMNS);
      for (Limit limit : limits) {
        Reach reach = reach(limit, subjects.get(limit.rule()));
        page.append("| `").append(limit.id()).append("` | ")
            .append(limit.region()).append(" | ").append(Words.of(limit.bindingLevel())).append(" | ")
            .append(Words.of(limit.citation().authority())).append(" | ")
            .append(FactKind.of(subjects.get(limit.rule()).asSubclass(Subject.class)).word()).append(" | ")
            .append(reach.types).append(" | ").append(reach.owners).append(" | ").append(reach.settings).append(" | ")
            .append(reach.levels).append(" | ").append(beside(limit, subjects.get(limit.rule()))).append(" |\n");
      }
    });
    return page.toString();
  }

  private static final String HEAD =
      """
      # Who is judged by what

      Every standard of law on %s, beside the types of schools, who runs them, where they lie, and the levels of bureaus. This page is
      generated: do not edit it. `mvn test -Dtest=ScopesPageTest -Dgolden=write` writes it anew; a test sees that it is up to date, so that
      a row that is for more or for fewer than before is read by somebody.

      `all` is everybody. What else a row asks (numbers of pupils, grades, kinds of cases) stands in the last column. Promises of bureaus are
      not here: they are for the bureau that made them.

      | code | type | words |
      |---|---|---|
      """.formatted(DAY);

  private static final String COLUMNS =
      """
      | standard | region | level | authority | judges | school types | run by | place | bureaus | and only |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private static Reach reach(Limit limit, Class<?> subject) {
    boolean isOfBureaus = OF_BUREAUS.contains(subject);
    boolean isOfSchools =
        !isOfBureaus && (subject == School.class || limit.scope().leaves().anyMatch(leaf -> isOfSchool(leaf, subject)));
    Set<SchoolType> types = new LinkedHashSet<>();
    Set<Ownership> owners = new LinkedHashSet<>();
    Set<Setting> settings = new LinkedHashSet<>();
    for (SchoolType type : SchoolType.values()) {
      for (Ownership owner : Ownership.values()) {
        for (Setting setting : Setting.values()) {
          School school = school(type, owner, setting);
          if (limit.scope().by(leaf -> isOfSchool(leaf, subject) ? leaf.on(school) : Truth.UNKNOWN) != Truth.NO) {
            types.add(type);
            owners.add(owner);
            settings.add(setting);
          }
        }
      }
    }
    Set<BureauLevel> levels =
        Stream.of(BureauLevel.values())
            .filter(level -> limit.scope().by(leaf -> ofLevel(leaf, level)) != Truth.NO)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Reach(
        isOfSchools ? told(types, SchoolType.values(), SchoolType::code) : "",
        isOfSchools ? told(owners, Ownership.values(), Words::of) : "",
        isOfSchools ? told(settings, Setting.values(), setting -> setting.words().iterator().next()) : "",
        isOfBureaus && limit.scope().leaves().anyMatch(ScopesPage::isOfLevel)
            ? told(levels, BureauLevel.values(), Words::of)
            : "");
  }

  private static <T> String told(Set<T> some, T[] all, Function<T, String> name) {
    return some.size() == all.length ? ALL : some.stream().map(name).collect(Collectors.joining(" "));
  }

  /** Whether schools tell it; a special inspection is none of a special school, but a class of a stage is of its school. */
  private static boolean isOfSchool(Condition.Leaf leaf, Class<?> subject) {
    boolean isOwn =
        subject != School.class && leaf.isToldBy(subject)
            && leaf instanceof Condition.Word word && !word.deciders().get(subject).contains("stage");
    return !isOwn && leaf instanceof Condition.Word told
        && told.deciders().getOrDefault(School.class, Set.of()).stream()
            .anyMatch(component -> Set.of("type", "ownership", "setting").contains(component));
  }

  private static boolean isOfLevel(Condition.Leaf leaf) {
    return leaf instanceof Condition.Word word
        && Arrays.stream(BureauLevel.values()).anyMatch(level -> Words.of(level).equals(word.word()))
        && word.deciders().values().stream().anyMatch(components -> components.contains("level"));
  }

  private static Truth ofLevel(Condition.Leaf leaf, BureauLevel level) {
    return isOfLevel(leaf) ? Truth.of(leaf.name().equals(Words.of(level))) : Truth.UNKNOWN;
  }

  /** The terms of the scope that say something else than the columns. */
  private static String beside(Limit limit, Class<?> subject) {
    Predicate<String> isShown =
        term -> Stream.of(term.replace("!", "").split("\\|"))
            .allMatch(word -> limit.scope().leaves().anyMatch(leaf ->
                leaf.name().equals(word) && (isOfSchool(leaf, subject) || isOfLevel(leaf))));
    return Stream.of(limit.appliesTo().split(" "))
        .filter(term -> !term.isEmpty() && !isShown.test(term))
        .map(term -> "`" + term.replace("|", "\\|") + "`")
        .collect(Collectors.joining(" "));
  }

  private static School school(SchoolType type, Ownership owner, Setting setting) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("id", "s");
    known.put("type", type);
    known.put("ownership", owner);
    known.put("setting", setting);
    RecordComponent[] components = School.class.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Stream.of(components).map(component -> known.get(component.getName())).toArray();
    try {
      return School.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
