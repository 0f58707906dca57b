package org.dudao.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.bench.Counties;
import org.dudao.engine.Altered;
import org.dudao.engine.Cases;
import org.dudao.engine.Checker;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.report.Digest;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Tally;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What was learned from one fact of a scope and is said of all others is what the engine says when it sees all facts, in
 * whatever order bureaus come, and however many at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {
  private static final int THREADS = 8;
  private static final int SUBSETS = 30;

  private final List<Facts> bureaus = new ArrayList<>();
  private final List<Report> expected = new ArrayList<>();

  @BeforeAll
  void judge_all_by_an_engine_that_sees_all_facts() throws Exception {
    Cases.all().forEach(one -> bureaus.add(one.facts()));
    bureaus.addAll(institutions());
    bureaus.addAll(counties());
    Checker seeingAll = Checker.of(Shipped.RULES.seeingAll(), Shipped.LIMITS, Shipped.CALENDARS, Shipped.PROFILES);
    bureaus.forEach(facts -> expected.add(seeingAll.check(facts)));
  }

  @Test
  void there_is_something_to_compare() {
    Set<Outcome> outcomes = new HashSet<>();
    Set<String> standards = new HashSet<>();
    for (Finding finding : expected.stream().flatMap(report -> report.byStandard().stream()).toList()) {
      outcomes.add(finding.outcome());
      standards.add(finding.standard().id());
    }
    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
    assertThat(standards).hasSizeGreaterThan(400);
  }

  @Test
  void plans_say_the_same_forwards() throws Exception {
    compare(order());
  }

  @Test
  void plans_say_the_same_backwards() throws Exception {
    List<Integer> order = order();
    Collections.reverse(order);
    compare(order);
  }

  @Test
  void plans_say_the_same_in_any_order() throws Exception {
    List<Integer> order = order();
    Collections.shuffle(order, new Random(1));
    compare(order);
  }

  @Test
  void plans_say_the_same_when_many_threads_learn_at_once() throws Exception {
    Checker checker = fresh();
    List<Integer> order = order();
    Collections.shuffle(order, new Random(20_240_630));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Map<Integer, Future<Report>> reports = new HashMap<>();
      order.forEach(index -> reports.put(index, threads.submit(() -> checker.check(bureaus.get(index)))));
      for (int index : order) {
        compare(index, reports.get(index).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Without passes a quick look decides: it must never take for kept what is not, nor lose one that is. */
  @Test
  void a_digest_says_what_the_report_says() throws Exception {
    Checker checker = fresh();
    for (int i = 0; i < bureaus.size(); i++) {
      compare(expected.get(i), checker.digest(bureaus.get(i)));
    }
  }

  /** Without numbers, with zeros, on other days and elsewhere. */
  @Test
  void plans_say_the_same_of_facts_that_nobody_thought_of() throws Exception {
    Checker seeingAll = Checker.of(Shipped.RULES.seeingAll(), Shipped.LIMITS, Shipped.CALENDARS, Shipped.PROFILES);
    Checker checker = fresh();
    Random random = new Random(7);
    for (int round = 0; round < 2; round++) {
      for (Facts facts : bureaus) {
        Facts altered = Altered.of(facts, random);
        Report all = seeingAll.check(altered);
        compare(all, checker.digest(altered));
        assertThat(checker.check(altered)).isEqualTo(all);
      }
    }
  }

  /** Laws of few limits divide facts otherwise than those of many. */
  @Test
  void who_judges_by_some_standards_says_of_them_what_he_says_of_them_among_all() throws Exception {
    List<String> ids = Shipped.LIMITS.stream().map(Limit::id).distinct().collect(Collectors.toCollection(ArrayList::new));
    Checker checker = fresh();
    Random random = new Random(11);
    for (int round = 0; round < SUBSETS; round++) {
      Collections.shuffle(ids, random);
      Set<String> some = Set.copyOf(ids.subList(0, 1 + random.nextInt(8)));
      Checker few = checker.only(limit -> some.contains(limit.id()));
      for (int i = 0; i < bureaus.size(); i++) {
        assertThat(few.check(bureaus.get(i)).byStandard())
            .as("bureau " + i + " by " + some)
            .isEqualTo(
                expected.get(i).byStandard().stream()
                    .filter(finding -> some.contains(finding.standard().id().replaceFirst("~.*", "")))
                    .toList());
      }
    }
  }

  private void compare(List<Integer> order) throws Exception {
    Checker checker = fresh();
    order.forEach(index -> compare(index, checker.check(bureaus.get(index))));
  }

  private void compare(int index, Report report) {
    assertThat(report.findings()).as("bureau " + index).isEqualTo(expected.get(index).findings());
    assertThat(report).as("bureau " + index).isEqualTo(expected.get(index));
  }

  private static void compare(Report report, Digest digest) {
    assertThat(List.of(digest.bureau())).isEqualTo(report.bureaus());
    assertThat(digest.findings())
        .isEqualTo(
            report.findings().stream().filter(PlanTest::isTold)
                .map(one -> one.over(one.under().stream().filter(PlanTest::isTold).toList()))
                .toList());
    assertThat(digest.totals()).as(report.bureaus().toString()).isEqualTo(Tally.byStandard(report.findings()));
    assertThat(digest.total(Level.MUST).tally()).isEqualTo(report.tally());
    assertThat(digest.unchecked()).containsExactlyInAnyOrderElementsOf(report.unchecked());
    assertThat(digest.problems()).isEqualTo(report.problems());
    for (Level level : Level.values()) {
      assertThat(digest.total(level).verdict()).isEqualTo(report.verdict(level));
    }
  }

  /** A book that nobody has used yet, so that what is built at first use is built by whoever comes first. */
  private static Checker fresh() throws Exception {
    return Checker.of(RuleBase.of(Shipped.FILES.rules(), Shipped.CODES), Shipped.LIMITS, Shipped.CALENDARS, Shipped.PROFILES);
  }

  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < bureaus.size(); i++) {
      order.add(i);
    }
    return order;
  }

  private static boolean isTold(Finding finding) {
    return finding.outcome() != Outcome.PASS || finding.isExplained();
  }

  private static List<Facts> institutions() throws IOException {
    try (Stream<Path> folders = Files.list(Shipped.FIXTURES.resolve("bureaus"))) {
      return folders.sorted().flatMap(folder -> Shipped.facts(folder.toString()).facts().stream()).toList();
    }
  }

  private static List<Facts> counties() {
    List<Facts> counties = new ArrayList<>();
    int[][] faults = {{0, 0}, {50, 10}, {300, 300}, {900, 50}, {50, 900}};
    for (int seed = 0; seed < faults.length; seed++) {
      Counties made =
          new Counties(
              new Counties.Size(1 + 4 * seed, 10 + 20 * seed, 30 + 20 * seed),
              new Counties.Faults(faults[seed][0], faults[seed][1]), seed);
      for (int number = 0; number < 3; number++) {
        counties.add(Shipped.facts(made.line(number).getBytes(StandardCharsets.UTF_8)));
      }
    }
    return counties;
  }
}
