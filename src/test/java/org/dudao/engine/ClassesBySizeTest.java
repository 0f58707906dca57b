package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;

/**
 * Classes told by brackets are judged as the same classes listed one by one are, as far as the brackets tell; so are
 * numbers of which only an interval is told.
 */
class ClassesBySizeTest {
  private static final int SEED = 17;
  private static final int GRADES = 6;
  private static final int[] ENDS = {25, 30, 35, 40, 45, 50, 55, 60, 65};
  /** At the ends of brackets, and between them. */
  private static final int[] CAPS = {40, 45, 48, 50, 52};
  private static final int[] SHARES = {0, 5, 10, 25, 50};

  private final Random random = new Random(SEED);

  /** The classes of one school by their grades. */
  private Map<Integer, List<Integer>> classes() {
    Map<Integer, List<Integer>> classes = new TreeMap<>();
    int around = 35 + random.nextInt(20);
    for (int grade = 1; grade <= GRADES; grade++) {
      classes.put(
          grade,
          random.ints(1 + random.nextInt(4), around - 8, around + 8).boxed().collect(Collectors.toList()));
    }
    return classes;
  }

  private static String bracket(int size) {
    int low = 0;
    for (int end : ENDS) {
      if (size <= end) {
        return low == 0 ? "<=" + end : low + "-" + end;
      }
      low = end + 1;
    }
    return low + "+";
  }

  private static String listed(int grade, List<Integer> sizes) {
    return IntStream.range(0, sizes.size())
        .mapToObj(i ->
            "{\"id\": \"c%d.%d\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"grade\": %d, \"students\": %d}"
                .formatted(grade, i, grade, sizes.get(i)))
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_list_that_is_declared_complete_need_not_hold_classes_that_their_group_tells_by_size() {
    String document =
        "{\"bureau\": {\"id\": \"b\", \"region\": \"CN\", \"complete\": [\"classes\"]}, \"asOf\": \"2024-06-30\","
            + " \"schools\": [{\"id\": \"s\", \"type\": \"211\", \"classes\": 4}], \"gradeGroups\": [{\"id\": \"g\","
            + " \"school\": \"s\", \"fromGrade\": 1, \"toGrade\": 1, \"classes\": 4, \"students\": 170,"
            + " \"classesBySize\": {\"41-45\": %d}}]}";
    assertThat(contradictions(document.formatted(4))).isEmpty();
    assertThat(contradictions(document.formatted(5))).isNotEmpty();
  }

  private static List<Finding> contradictions(String document) {
    return Shipped.CHECKER.check(Shipped.facts(document.getBytes(StandardCharsets.UTF_8))).byStandard().stream()
        .filter(one -> one.standard().isOfConsistency() && one.outcome() == Outcome.FAIL)
        .toList();
  }

  /** These grades as a group that tells its classes by brackets, and whatever else of them. */
  private String group(int from, int to, List<Integer> sizes, boolean hasBrackets) {
    Map<String, Integer> brackets = new LinkedHashMap<>();
    sizes.stream().sorted().forEach(size -> brackets.merge(bracket(size), 1, Integer::sum));
    int sum = sizes.stream().mapToInt(Integer::intValue).sum();
    List<String> told = new ArrayList<>();
    if (hasBrackets) {
      told.add(
          "\"classesBySize\": {"
              + brackets.entrySet().stream()
                  .map(one -> "\"" + one.getKey() + "\": " + one.getValue())
                  .collect(Collectors.joining(", "))
              + "}");
    } else {
      told.add("\"classes\": " + sizes.size());
    }
    if (random.nextInt(3) == 0) {
      told.add("\"largestClass\": " + sizes.stream().max(Integer::compare).orElseThrow());
    }
    if (random.nextInt(3) == 0) {
      told.add("\"smallestClass\": " + sizes.stream().min(Integer::compare).orElseThrow());
    }
    if (random.nextInt(3) == 0) {
      told.add("\"students\": " + sum);
    }
    if (random.nextInt(3) == 0) {
      told.add("\"meanClassSize\": %.1f".formatted((double) sum / sizes.size()));
    }
    return "{\"id\": \"g%d\", \"school\": \"s\", \"fromGrade\": %d, \"toGrade\": %d, %s}"
        .formatted(from, from, to, String.join(", ", told));
  }

  private static Facts facts(int number, List<String> classes, List<String> groups) {
    return World.factsOf(
        1, "CN-430202", "2024-06-30",
        "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"classes\": %d}], \"classes\": [%s], \"gradeGroups\": [%s]"
            .formatted(number, String.join(", ", classes), String.join(", ", groups)));
  }

  private static Outcome outcome(Report report, String standard, String subject) {
    List<Finding> findings =
        report.byStandard().stream()
            .filter(one -> one.standard().id().equals(standard) && one.subject().id().equals(subject))
            .toList();
    assertThat(findings).as("%s of %s", standard, subject).hasSize(1);
    return findings.get(0).outcome();
  }

  /** What is told of the classes one by one, as one verdict over all of them. */
  private static Outcome ofAll(List<Integer> sizes, int cap) {
    return sizes.stream().allMatch(size -> size <= cap) ? Outcome.PASS : Outcome.FAIL;
  }

  private static Checker checker(int cap, int share, int count) {
    return World.checker(
        "cn: class-size.one, class-size.students, primary, " + cap + ", students, must, 2012-01-01",
        "cn: class-size.part, class-size.large-share,, " + share + ", %, must, 2012-01-01",
        "cn: class-size.few, class-size.super-large-count,, " + count + ", classes, must, 2012-01-01");
  }

  @Test
  void brackets_never_contradict_the_list_and_decide_whenever_they_can() {
    Map<Outcome, Integer> told = new TreeMap<>();
    for (int share : SHARES) {
      Checker checker = checker(CAPS[random.nextInt(CAPS.length)], share, random.nextInt(3));
      for (int i = 0; i < 15; i++) {
        Map<Integer, List<Integer>> classes = classes();
        int number = classes.values().stream().mapToInt(List::size).sum();
        List<String> lists = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> all = new ArrayList<>();
        boolean hasBrackets = random.nextInt(4) > 0;
        classes.forEach((grade, sizes) -> all.add(listed(grade, sizes)));
        for (int from = 1, to; from <= GRADES; from = to + 1) {
          to = Math.min(GRADES, from + random.nextInt(3));
          List<Integer> first = classes.get(from);
          List<Integer> sizes =
              IntStream.rangeClosed(from, to).boxed().flatMap(one -> classes.get(one).stream()).toList();
          // Some classes are listed too.
          int some = random.nextInt(3) == 0 ? random.nextInt(first.size() + 1) : 0;
          if (some > 0) {
            lists.add(listed(from, first.subList(0, some)));
          }
          if (some < sizes.size() || random.nextBoolean()) {
            groups.add(group(from, to, sizes, hasBrackets));
          }
        }
        Report byList = checker.check(facts(number, all, List.of()));
        Report byGroup = checker.check(facts(number, lists, groups));
        for (String standard : List.of("class-size.part", "class-size.few")) {
          Outcome outcome = outcome(byGroup, standard, "b");
          told.merge(outcome, 1, Integer::sum);
          Outcome truth = outcome(byList, standard, "b");
          // Brackets end where large and super-large classes begin.
          assertThat(outcome).as("%s: %s %s", standard, lists, groups)
              .isIn(hasBrackets ? List.of(truth) : List.of(truth, Outcome.UNKNOWN));
        }
        byGroup.byStandard().stream()
            .filter(one -> one.subject().kind().equals("grade-group"))
            .forEach(one -> told.merge(one.outcome(), 1, Integer::sum));
        if (!outcomes(byList, "class").contains(Outcome.FAIL)) {
          assertThat(outcomes(byGroup, "grade-group")).as("%s", groups).doesNotContain(Outcome.FAIL);
        }
      }
    }
    assertThat(told).containsOnlyKeys(Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN);
  }

  private static Set<Outcome> outcomes(Report report, String kind) {
    return report.byStandard().stream()
        .filter(one -> one.subject().kind().equals(kind))
        .map(Finding::outcome)
        .collect(Collectors.toSet());
  }

  @Test
  void a_cap_is_held_against_the_largest_class_that_there_may_be() {
    int decided = 0;
    for (int cap : CAPS) {
      Checker checker = checker(cap, 5, 0);
      for (int i = 0; i < 20; i++) {
        boolean hasBrackets = random.nextInt(3) > 0;
        List<Integer> sizes = classes().get(1);
        String group = group(1, 1, sizes, hasBrackets);
        Outcome outcome =
            group.contains("Class") || group.contains("classesBySize") || group.contains("students")
                ? outcome(checker.check(facts(sizes.size(), List.of(), List.of(group))), "class-size.one", "g1")
                : Outcome.UNKNOWN;
        boolean isPlain =
            group.contains("largestClass")
                || hasBrackets && sizes.stream().map(ClassesBySizeTest::bracket).allMatch(one -> isOnOneSide(one, cap));
        Outcome truth = ofAll(sizes, cap);
        assertThat(outcome).as("%d: %s", cap, group).isIn(isPlain ? List.of(truth) : List.of(truth, Outcome.UNKNOWN));
        decided += outcome == Outcome.UNKNOWN ? 0 : 1;
      }
    }
    assertThat(decided).isPositive();
  }

  private static boolean isOnOneSide(String bracket, int cap) {
    if (bracket.endsWith("+")) {
      return Integer.parseInt(bracket.substring(0, 2)) > cap;
    }
    int low = bracket.startsWith("<") ? 0 : Integer.parseInt(bracket.substring(0, 2));
    return low > cap || Integer.parseInt(bracket.substring(2).replace("-", "").replace("=", "")) <= cap;
  }

  @Test
  void censored_numbers_count_by_both_their_ends() {
    Map<Outcome, Integer> told = new TreeMap<>();
    for (int share : SHARES) {
      Checker checker = checker(45, share, random.nextInt(3));
      for (int i = 0; i < 20; i++) {
        List<Integer> sizes = random.ints(8, 50, 72).boxed().toList();
        List<String> exact = new ArrayList<>();
        List<String> censored = new ArrayList<>();
        boolean isDecided = true;
        for (int j = 0; j < sizes.size(); j++) {
          String one = "{\"id\": \"c" + j + "\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"students\": ";
          exact.add(one + sizes.get(j) + "}");
          int low = sizes.get(j) - random.nextInt(4);
          int high = sizes.get(j) + random.nextInt(4);
          boolean isTold = random.nextBoolean();
          isDecided &= isTold || !(low < 56 && high >= 56 || low < 66 && high >= 66);
          censored.add(one + (isTold ? sizes.get(j) : "\"" + low + "-" + high + "\"") + "}");
        }
        Report byNumber = checker.check(facts(8, exact, List.of()));
        Report byInterval = checker.check(facts(8, censored, List.of()));
        for (String standard : List.of("class-size.part", "class-size.few")) {
          Outcome truth = outcome(byNumber, standard, "b");
          Outcome outcome = outcome(byInterval, standard, "b");
          told.merge(outcome, 1, Integer::sum);
          assertThat(outcome).as("%s: %s", standard, censored)
              .isIn(isDecided ? List.of(truth) : List.of(truth, Outcome.UNKNOWN));
        }
      }
    }
    assertThat(told).containsOnlyKeys(Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN);
  }

  @Test
  void means_lie_between_those_of_the_ends() {
    Map<Outcome, Integer> told = new TreeMap<>();
    for (int cap : CAPS) {
      Checker checker =
          World.checker("us-ca: class-size.all, class-size.primary-average,, " + cap + ", students, must, 1964-07-01");
      for (int i = 0; i < 20; i++) {
        List<Integer> sizes = random.ints(4, cap - 6, cap + 7).boxed().toList();
        List<String> exact = new ArrayList<>();
        List<String> censored = new ArrayList<>();
        sizes.forEach(size -> {
          String one = "{\"id\": \"c%d\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"grade\": 2, \"students\": ";
          String id = one.formatted(exact.size());
          exact.add(id + size + "}");
          censored.add(id + (random.nextInt(3) > 0 ? size : "\"" + (size - 2) + "-" + (size + 1) + "\"") + "}");
        });
        Outcome truth = outcome(checker.check(means(exact, List.of())), "class-size.all", "b");
        for (Facts facts : List.of(means(censored, List.of()), means(List.of(), List.of(group(1, 3, sizes, true))))) {
          Outcome outcome = outcome(checker.check(facts), "class-size.all", "b");
          told.merge(outcome, 1, Integer::sum);
          assertThat(outcome).as("at most %d: %s", cap, sizes).isIn(truth, Outcome.UNKNOWN);
        }
      }
    }
    assertThat(told).containsOnlyKeys(Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN);
  }

  private static Facts means(List<String> classes, List<String> groups) {
    return World.factsOf(
        1, "US-CA", "2024-06-30",
        "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"classes\": 4}], \"classes\": [%s], \"gradeGroups\": [%s]"
            .formatted(String.join(", ", classes), String.join(", ", groups)));
  }
}
