package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.load.InputException;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.SchoolReference;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One number of a subject has one finding, by the gravest of the limits that ask for it. */
class FamiliesTest {
  private static final List<String> RULES =
      List.of("class-size.students", "class-size.large", "class-size.floor", "class-size.planned");
  private static final List<String> SCOPES = List.of("", "primary", "junior", "!incomplete", "grade<=3");

  static Stream<Random> seeds() {
    return IntStream.range(0, 40).mapToObj(Random::new);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_number_has_one_finding_and_no_outcome_of_a_norm_is_lost(Random random) {
    List<Limit> limits = Shipped.read(() -> World.limits(rows(random)));
    List<Limit> all = new ArrayList<>(Shipped.LIMITS);
    all.addAll(limits);
    Checker checker = Shipped.checker(all).only(limits::contains);
    Facts facts = World.facts("CN", "2024-06-30", classes(random));
    Report report = checker.check(facts);

    assertThat(report.findings()).extracting(FamiliesTest::number).doesNotHaveDuplicates();
    assertThat(report.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    assertThat(report.findings()).allSatisfy(head ->
        assertThat(head.under()).allSatisfy(one -> {
          assertThat(number(one)).isEqualTo(number(head));
          assertThat(one.under()).isEmpty();
        }));

    // Before there were families each limit was judged by itself.
    List<Finding> alone = new ArrayList<>();
    limits.forEach(limit -> alone.addAll(checker.only(limit::equals).check(facts).byStandard()));
    assertThat(report.byStandard()).containsExactlyInAnyOrderElementsOf(alone);
    for (Level failOn : Level.values()) {
      assertThat(report.verdict(failOn)).isEqualTo(verdict(alone, failOn));
      assertThat(checker.digest(facts).total(failOn).verdict()).isEqualTo(verdict(alone, failOn));
    }
    assertThat(checker.digest(facts).numbers()).isEqualTo(report.tally());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_stands_under_what_is_less_grave(Random random) {
    List<Limit> limits = Shipped.read(() -> World.limits(rows(random)));
    List<Limit> all = new ArrayList<>(Shipped.LIMITS);
    all.addAll(limits);
    Report report = Shipped.checker(all).only(limits::contains).check(World.facts("CN", "2024-06-30", classes(random)));
    Comparator<Finding> gravest =
        Comparator.comparingInt(FamiliesTest::rank).thenComparing(one -> one.standard().level());
    assertThat(report.findings()).allSatisfy(head ->
        assertThat(head.under()).filteredOn(one -> one.outcome() != Outcome.PASS)
            .allSatisfy(one -> assertThat(gravest.compare(head, one)).isLessThanOrEqualTo(0)));
  }

  /** What is only announced does not come before what binds, unless that is kept. */
  private static int rank(Finding one) {
    return switch (one.outcome()) {
      case FAIL -> one.isScheduled() ? 2 : 0;
      case UNKNOWN -> 1;
      default -> 3;
    };
  }

  @Test
  void the_gravest_threshold_is_the_finding_and_its_fingerprint_stays_when_another_becomes_it() {
    assertThat(students(50)).extracting(one -> one.standard().id()).containsExactly("class-size.t");
    assertThat(students(56)).extracting(one -> one.standard().id()).containsExactly("class-size.u");
    assertThat(students(67)).extracting(one -> one.standard().id()).containsExactly("class-size.v");
    assertThat(students(67).get(0).under()).extracting(one -> one.standard().id())
        .containsExactly("class-size.u", "class-size.t");
    assertThat(students(67).get(0).fingerprint())
        .isEqualTo(students(56).get(0).fingerprint())
        .isEqualTo(students(50).get(0).fingerprint());
  }

  private static List<Finding> students(int number) {
    Checker checker =
        World.checker(
            "cn: class-size.t, class-size.students, , 45, students, should",
            "cn: class-size.u, class-size.large, , 56, students, must",
            "cn: class-size.v, class-size.large, , 66, students, must");
    Facts facts =
        World.facts(
            "CN", "2024-06-30",
            "\"schools\": [{\"id\": \"s\", \"name\": \"甲\", \"type\": \"211\"}], \"classes\": "
                + "[{\"id\": \"c\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"students\": " + number + "}]");
    List<Finding> findings = checker.digest(facts).findings();
    assertThat(findings).extracting(one -> one.subject().school()).containsExactly(new SchoolReference("s", "甲", 0));
    return findings;
  }

  @Test
  void what_is_missing_for_any_of_them_is_missing_for_the_number() {
    Finding finding =
        World.checker(
                "cn: class-size.t, class-size.students, grade<=3, 45, students, must",
                "cn: class-size.u, class-size.large, incomplete, 40, students, must")
            .check(World.facts("CN", "2024-06-30", "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": 50}]"))
            .findings().get(0);
    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(finding.under()).hasSize(1);
    assertThat(finding.allMissing())
        .containsAll(finding.missing())
        .containsAll(finding.under().get(0).missing())
        .hasSizeGreaterThan(finding.missing().size());
  }

  @Test
  void violations_come_before_warnings_a_large_excess_before_a_small_one_and_schools_as_they_were_submitted() {
    Checker checker =
        World.checker(
            "cn: class-size.t, class-size.students, , 45, students, should",
            "cn: class-size.u, class-size.large, , 56, students, must");
    String classes =
        Stream.of("z 60", "a 60", "m 46", "b 70", "c 45")
            .map(one -> one.split(" "))
            .map(one ->
                "{\"id\": \"%1$s1\", \"school\": \"%1$s\", \"stage\": \"PRIMARY\", \"students\": %2$s}".formatted((Object[]) one))
            .toList().toString();
    String schools =
        Stream.of("z", "m", "c", "b", "a").map("{\"id\": \"%s\", \"type\": \"211\"}"::formatted).toList().toString();
    Report report =
        checker.check(World.facts("CN", "2024-06-30", "\"classes\": " + classes + ", \"schools\": " + schools));
    assertThat(report.findings()).extracting(one -> one.subject().id() + " " + one.outcome())
        .containsExactly("b1 FAIL", "z1 FAIL", "a1 FAIL", "m1 FAIL", "c1 PASS");
  }

  @Test
  void rules_that_measure_something_else_are_refused_in_a_family() {
    String rules =
        Probe.STUDENTS.replace("@title_en(", "@family( \"probe.size\" ) @title_en(")
            + Probe.STUDENTS.replace("probe.students", "probe.planned").replace("\"students\"", "\"plannedStudents\"")
                .replace("@title_en(", "@family( \"probe.size\" ) @title_en(");
    String[] limits = {
      "cn: probe.students, probe.students, , 45, students, must", "cn: probe.planned, probe.planned, , 45, students, must"
    };
    InputException refused =
        catchThrowableOfType(
            InputException.class,
            () -> Checker.of(Probe.book(rules), World.limits(limits), Shipped.CALENDARS));
    assertThat(refused.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code().text()).isEqualTo("rule-family");
      assertThat(problem.at().line()).isPositive();
      assertThat(problem.arguments()).extracting(Object::toString)
          .containsExactly("probe.students", "probe.size", "probe.planned");
    });
  }

  /** What is computed says from what. */
  @Test
  void a_finding_tells_its_operands() {
    Facts facts =
        World.factsOf(
            1, "CN", "2024-06-30",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"students\": 100, \"staff\": 7, \"classes\": 2}], "
                + "\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", \"received\": \"2024-01-02\"}], \"classes\": ["
                + "{\"id\": \"c\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"students\": 60},"
                + "{\"id\": \"d\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"students\": 40}]");
    Report ratio =
        World.checker("cn: staffing.t, staffing.students-per-staff, primary, 12, students/staff, must").check(facts);
    assertThat(operands(ratio)).containsExactly("students 100", "staff 7");
    Report span = World.checker("cn: timeliness.t, timeliness.case, complaint, 15, days, must").check(facts);
    assertThat(operands(span)).containsExactly("received 2024-01-02", "asOf 2024-06-30");
    Report share = World.checker("cn: class-size.t, class-size.large-share, , 10, %, must").check(facts);
    assertThat(operands(share)).containsExactly("part 1", "whole 2");
  }

  private static List<String> operands(Report report) {
    return report.findings().get(0).operands().stream().map(one -> one.name() + " " + one.value().text()).toList();
  }

  private static String number(Finding one) {
    return one.subject().kind() + " " + one.subject().id() + " " + one.facet() + " " + one.standard().family();
  }

  private static Verdict verdict(List<Finding> norms, Level failOn) {
    if (norms.stream().anyMatch(one -> one.outcome().isBreach() && one.standard().level().compareTo(failOn) <= 0)) {
      return Verdict.VIOLATIONS;
    }
    boolean isIncomplete =
        norms.isEmpty()
            || norms.stream().anyMatch(one -> one.outcome() == Outcome.UNKNOWN || one.outcome() == Outcome.QUERY);
    return isIncomplete ? Verdict.INCOMPLETE : Verdict.CLEAN;
  }

  /** Limits of several rules, some of them for some classes only, some of them announced. */
  private static String[] rows(Random random) {
    return IntStream.range(0, 2 + random.nextInt(7))
        .mapToObj(number -> {
          String rule = RULES.get(random.nextInt(RULES.size()));
          int value = rule.equals("class-size.floor") ? 10 + random.nextInt(20) : 40 + random.nextInt(30);
          boolean isAnnounced = random.nextInt(4) == 0;
          return "cn: class-size.t" + number + ", " + rule + ", " + SCOPES.get(random.nextInt(SCOPES.size())) + ", " + value
              + ", students, " + Level.values()[random.nextInt(3)].name().toLowerCase() + ", "
              + (isAnnounced ? "2025-01-01,,, 2024-01-01" : "2012-01-01");
        })
        .toArray(String[]::new);
  }

  private static String classes(Random random) {
    List<String> classes = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      List<String> parts = new ArrayList<>(List.of("\"id\": \"c" + number + "\""));
      parts.add("\"stage\": \"" + (random.nextBoolean() ? "PRIMARY" : "JUNIOR") + "\"");
      for (String component : Arrays.asList("students", "plannedStudents")) {
        if (random.nextInt(5) > 0) {
          parts.add("\"" + component + "\": " + (5 + random.nextInt(70)));
        }
      }
      classes.add("{" + String.join(", ", parts) + "}");
    }
    return "\"classes\": " + classes;
  }
}
