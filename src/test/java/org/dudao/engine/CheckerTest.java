package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.cases.TestCase;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Unchecked;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limits are law where and when, and that a report depends on the facts alone. */
class CheckerTest {
  private static final String CLASS = "\"classes\": [{\"id\": \"c\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"students\": %d}], ";
  private static final String SCHOOL = "\"schools\": [{\"id\": \"s\", \"type\": \"211\"%s}]";

  @TestFactory
  List<DynamicTest> limits_that_do_not_fit_their_rules_are_refused_with_their_row() {
    return Broken.tests(
        "broken-rules", ".*\\.csv",
        file -> {
          List<Limit> limits = new ArrayList<>(Shipped.LIMITS);
          limits.addAll(new LimitReader(Shipped.CODES).read(List.of(Broken.source(file, "cn/" + file.getFileName()))));
          Checker.of(Shipped.RULES, limits, Shipped.CALENDARS);
        });
  }

  // ---- announced, not yet in force ----

  private static final Checker ANNOUNCED =
      World.checker(
          "cn: class-size.t, class-size.students, primary, 50, students, must, 2012-01-01, 2020-01-01",
          "cn: class-size.t, class-size.students, primary, 45, students, must, 2020-01-01,,, 2019-06-01");

  @Test
  void what_is_announced_warns_with_the_days_left_beside_what_binds() {
    Report report = check(ANNOUNCED, "CN", "2019-12-30", 47, "");
    assertThat(report.byStandard())
        .extracting(finding -> finding.standard().id(), Finding::outcome, finding -> finding.standard().level())
        .containsExactly(
            tuple("class-size.t", Outcome.PASS, Level.MUST),
            tuple("class-size.t~2020-01-01", Outcome.FAIL, Level.SHOULD));
    assertThat(report.byStandard().get(1).remarks())
        .contains(Remark.of(RemarkCode.SCHEDULED, LocalDate.parse("2020-01-01"), 2));
    assertThat(report.verdict(Level.MUST)).isEqualTo(Verdict.CLEAN);
    assertThat(report.byStandard()).extracting(Finding::id).doesNotHaveDuplicates();
    assertThat(report.findings()).extracting(one -> one.standard().id()).containsExactly("class-size.t~2020-01-01");
  }

  @Test
  void nobody_is_warned_before_the_day_of_announcement_and_on_the_day_it_binds() {
    assertThat(check(ANNOUNCED, "CN", "2019-05-31", 47, "").byStandard()).extracting(Finding::outcome).containsExactly(Outcome.PASS);
    assertThat(check(ANNOUNCED, "CN", "2020-01-01", 47, "").byStandard()).extracting(Finding::outcome).containsExactly(Outcome.FAIL);
    assertThat(check(ANNOUNCED, "CN", "2020-01-01", 47, "").verdict(Level.MUST)).isEqualTo(Verdict.VIOLATIONS);
  }

  @Test
  void what_is_announced_and_cannot_be_judged_yet_is_listed_and_makes_no_report_incomplete() {
    Checker later = World.checker("cn: class-size.t, class-size.planned, , 45, students, must, 2020-01-01,,, 2019-06-01",
        "cn: class-size.u, class-size.students, , 45, students, must");
    Report report = check(later, "CN", "2019-12-30", 40, "");
    assertThat(report.unchecked()).extracting(Unchecked::reason).containsExactly(Unchecked.Reason.NOT_YET_DUE);
    assertThat(report.verdict(Level.MUST)).isEqualTo(Verdict.CLEAN);
    assertThat(check(later, "CN", "2020-01-01", 40, "").verdict(Level.MUST)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void what_is_announced_for_a_nearer_region_does_not_yet_take_the_place_of_what_binds() {
    Checker nearer = World.checker(
        "cn: class-size.t, class-size.students, primary, 45, students, must",
        "cn-43: class-size.t, class-size.students, primary, 50, students, must, 2020-01-01,,, 2019-06-01");
    assertThat(check(nearer, "CN-430000", "2019-12-30", 47, "").byStandard())
        .extracting(Finding::outcome).containsExactly(Outcome.FAIL, Outcome.PASS);
    assertThat(check(nearer, "CN-430000", "2020-01-01", 47, "").byStandard())
        .extracting(Finding::outcome).containsExactly(Outcome.PASS);
  }

  // ---- where ----

  @ParameterizedTest
  @CsvSource({
      "any,     CN-430203 CN GB-ENG,                        ''",
      "cn,      CN CN-430203 CN-X-EFFICIENCY-YEAR,          GB-ENG US-FL",
      "cn-43,   CN-430000 CN-430200 CN-430203,              CN CN-440000 CN-340200",
      "cn-4302, CN-430200 CN-430203,                        CN-430000 CN-430100 CN-420200",
      "cn-430203, CN-430203,                                CN-430200 CN-430204",
      "us-fl,   US-FL,                                      US US-TX CN-430203"})
  void a_folder_is_law_in_its_region_and_below(String folder, String inside, String outside) {
    Checker checker = World.checker(folder + ": class-size.t, class-size.students, , 45, students, must");
    for (String region : words(inside)) {
      assertThat(check(checker, region, 46, "").byStandard()).as(region).hasSize(1);
    }
    for (String region : words(outside)) {
      assertThat(check(checker, region, 46, "").byStandard()).as(region).isEmpty();
    }
  }

  private static final Checker NEARER =
      World.checker(
          "cn: class-size.t, class-size.students, primary, 45, students, must",
          "cn-43: class-size.t, class-size.students, primary city, 50, students, must",
          "cn-4302: class-size.t, class-size.students, primary, 40, students, must, 2025-01-01");

  /** What a nearer region says replaces a wider one's only for those whom it is surely said for, and from its day on. */
  @ParameterizedTest
  @CsvSource({
      "CN-440000, CITY,  46, FAIL 46",
      "CN-430203, CITY,  46, PASS 46", "CN-430203, CITY, 51, FAIL 51",
      "CN-430203, RURAL, 45, PASS 45", "CN-430203, RURAL, 46, FAIL 46",
      "CN-430203, ,      45, PASS 45", "CN-430203, ,      46, UNKNOWN 46", "CN-430203, ,      51, FAIL 51"})
  void a_nearer_region_replaces_a_wider_one_for_those_it_speaks_of(String region, String setting, int students, String outcome) {
    String settled = setting == null ? "" : ", \"setting\": \"" + setting + "\"";
    assertThat(World.outcome(check(NEARER, region, students, settled), "c")).isEqualTo(outcome);
  }

  @Test
  void a_region_without_any_standard_of_its_own_country_is_never_clean() {
    Checker checker = World.checker(
        "cn: class-size.t, class-size.students, , 45, students, must",
        "any: school-size.t, school-size.students, , 5000, students, must");
    Report misspelt = check(checker, "CH-430203", 60, ", \"students\": 60");
    assertThat(misspelt.verdict(Level.MUST)).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void a_bureau_of_which_nothing_was_judged_is_not_hidden_by_a_clean_one() {
    Report clean = ONE_LIMIT.check(facts("CN-430203", "2024-06-30", 40, ""));
    Report nothing = ONE_LIMIT.check(facts("US-FL", "2024-06-29", 60, ""));
    assertThat(clean.verdict(Level.MUST)).isEqualTo(Verdict.CLEAN);
    assertThat(Report.merged(List.of(clean, nothing)).verdict(Level.MUST)).isEqualTo(Verdict.INCOMPLETE);
  }

  // ---- when ----

  @ParameterizedTest
  @CsvSource({"2009-12-31, NONE", "2010-01-01, FAIL 46", "2014-12-31, FAIL 46", "2015-01-01, PASS 46", "2020-12-31, PASS 46", "2021-01-01, NONE"})
  void a_limit_is_law_from_its_first_day_until_the_day_before_its_last(String asOf, String outcome) {
    Checker checker =
        World.checker(
            "cn: class-size.t, class-size.students, primary, 45, students, must, 2010-01-01, 2015-01-01",
            "cn: class-size.t, class-size.students, primary, 50, students, must, 2015-01-01, 2021-01-01");
    assertThat(World.outcome(checker.check(facts("CN", asOf, 46, "")), "c")).isEqualTo(outcome);
  }

  /** A day of judgement with a slip in its year must not take later cases out of the law that they fall under. */
  @Test
  void a_fact_dated_after_the_day_of_judgement_does_not_vanish() {
    Checker checker =
        World.checker(
            "cn: timeliness.t, timeliness.case, complaint, 60, days, must, 2005-05-01, 2022-05-01, received",
            "cn: timeliness.t, timeliness.case, complaint, 60, days, must, 2022-05-01, , received");
    Report report =
        checker.check(World.facts("CN", "2014-06-30",
            "\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", \"received\": \"2024-01-02\", \"closed\": \"2024-05-30\"}]"));
    assertThat(World.outcome(report, "k")).startsWith("UNKNOWN");
  }

  // ---- the same facts, the same report ----

  @Test
  void the_order_of_facts_and_of_limits_changes_nothing() {
    Map<String, Facts> largestOfEachFile = new TreeMap<>();
    Cases.all().forEach(one -> largestOfEachFile.merge(one.at().file(), one.facts(), (a, b) -> size(a) >= size(b) ? a : b));
    Random random = new Random(20240630);
    List<Limit> limits = new ArrayList<>(Shipped.LIMITS);
    Collections.shuffle(limits, random);
    Checker shuffled = Shipped.checker(limits);
    for (Facts facts : largestOfEachFile.values()) {
      assertThat(text(shuffled.check(shuffled(facts, random)))).isEqualTo(text(Shipped.CHECKER.check(facts)));
    }
  }

  @Test
  void the_order_of_files_changes_nothing(@TempDir Path folder) throws IOException {
    List<String> files = oneBureauOnTwoDays(folder);
    assertThat(text(merged(ONE_LIMIT, files.get(0), files.get(1)))).isEqualTo(text(merged(ONE_LIMIT, files.get(1), files.get(0))));
  }

  @Test
  void every_finding_of_a_report_has_an_id_of_its_own(@TempDir Path folder) throws IOException {
    List<String> files = oneBureauOnTwoDays(folder);
    assertThat(merged(ONE_LIMIT, files.get(0), files.get(1)).byStandard()).extracting(Finding::id).hasSize(2).doesNotHaveDuplicates();
  }

  private static final Checker ONE_LIMIT = World.checker("cn: class-size.t, class-size.students, , 45, students, must");

  private static List<String> oneBureauOnTwoDays(Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (String year : List.of("2023", "2024")) {
      Path file = folder.resolve(year + ".json");
      Files.writeString(
          file,
          "{\"bureau\": {\"id\": \"b\", \"region\": \"CN\"}, \"asOf\": \"" + year + "-12-31\", \"classes\": "
              + "[{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": " + (year.equals("2023") ? 40 : 60) + "}]}");
      files.add(file.toString());
    }
    return files;
  }

  @Test
  void one_checker_serves_many_threads_at_once() throws Exception {
    Facts facts =
        Cases.all().stream().map(TestCase::facts)
            .max((a, b) -> Integer.compare(size(a), size(b))).orElseThrow();
    // A book of rules that nobody has used yet, so that what is built at first use is built by many.
    Checker fresh = Checker.of(RuleBase.of(Shipped.FILES.rules(), Shipped.CODES), Shipped.LIMITS, Shipped.CALENDARS, Shipped.PROFILES);
    String expected = text(Shipped.CHECKER.check(facts));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> reports = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        Facts shuffled = shuffled(facts, new Random(i));
        reports.add(threads.submit(() -> text(fresh.check(shuffled))));
      }
      for (Future<String> report : reports) {
        assertThat(report.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  // ---- units that do not fit ----

  @Test
  void a_unit_that_cannot_be_converted_is_told_at_its_place() {
    Facts facts =
        World.facts("CN-430200", "2024-06-30",
            """
            "indicators": [
            {"id": "pupils", "name": "pupils", "value": 3, "unit": "students"},
            {"id": "staff", "name": "staff", "value": 2, "unit": "教职工"},
            {"id": "choice", "name": "choice", "code": "CHOICE_STUDENT_COUNT", "value": 1, "unit": "schools"}],
            "claims": [
            {"id": "sum", "name": "sum", "relation": "SUM", "stated": "pupils", "operands": ["pupils", "staff"]}]""");
    List<Finding> findings = Shipped.CHECKER.check(facts).byStandard();
    assertThat(findings)
        .filteredOn(finding -> !finding.subject().id().equals("b"))
        .extracting(
            finding -> finding.subject().id(), Finding::outcome, Finding::missing, Finding::remarks,
            finding -> finding.at().pointer() + ":" + finding.at().line())
        .contains(
            tuple(
                "choice", Outcome.UNKNOWN, List.of(),
                List.of(Remark.of(RemarkCode.UNIT_DIFFERS, "schools", "students")), "/indicators/2/unit:4"),
            tuple(
                "sum", Outcome.UNKNOWN, List.of(),
                List.of(Remark.of(RemarkCode.UNLIKE_UNITS, "pupils (students), staff (教职工)")),
                "/indicators/1/unit:3"));
  }

  // ---- rules that fail ----

  @Test
  void a_rule_that_fails_is_told_and_takes_no_other_with_it() throws InputException {
    String[] limits = {
      "cn: probe.mean, probe.mean, , 45, students, must", "cn: probe.students, probe.students, , 45, students, must",
      "cn: probe.case, probe.case, , 30, days, must, 2010-01-01, , received"
    };
    Facts facts =
        World.facts("CN", "2024-06-30",
            """
            "classes": [{"id": "c", "stage": "PRIMARY", "students": 40}, {"id": "d", "stage": "PRIMARY", "students": 46}],
            "cases": [{"id": "k", "kind": "COMPLAINT", "received": "2024-01-02", "closed": "2024-01-03"}]""");
    Report report = probe(Probe.FAILING + Probe.CASE + Probe.STUDENTS, limits).check(facts);
    assertThat(report.byStandard()).extracting(finding -> finding.standard().id() + " " + finding.subject().id() + " " + finding.outcome())
        .containsExactly("probe.mean b UNKNOWN", "probe.students c PASS", "probe.students d FAIL", "probe.case k PASS");
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.RULE_FAILED);
      assertThat(problem.arguments().get(0)).hasToString("probe.mean");
      assertThat(problem.arguments().get(1).toString()).matches("\\w+Exception \\(\\w+\\.java:\\d+\\)");
      assertThat(problem.at()).hasToString("probe.drl:5:6");
    });
    assertThat(report.verdict(Level.MUST)).isNotEqualTo(Verdict.CLEAN);
  }

  private static Checker probe(String rules, String... limits) throws InputException {
    return Checker.of(Probe.book(rules), World.limits(limits), Shipped.CALENDARS);
  }

  private static Report check(Checker checker, String region, int students, String school) {
    return check(checker, region, "2024-06-30", students, school);
  }

  private static Report check(Checker checker, String region, String asOf, int students, String school) {
    return checker.check(facts(region, asOf, students, school));
  }

  private static Facts facts(String region, String asOf, int students, String school) {
    return World.facts(region, asOf, CLASS.formatted(students) + SCHOOL.formatted(school));
  }

  private static Report merged(Checker checker, String... files) {
    return Report.merged(Shipped.facts(files).facts().stream().map(checker::check).toList());
  }

  private static Facts shuffled(Facts facts, Random random) {
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(FactKind.class);
    facts.subjects().forEach((kind, list) -> {
      List<Subject> copy = new ArrayList<>(list);
      Collections.shuffle(copy, random);
      subjects.put(kind, copy);
    });
    return new Facts(
        facts.bureau(), facts.asOf(), subjects,
        (kind, number, component) ->
            facts.places().of(kind, facts.of(kind).indexOf(subjects.get(kind).get(number)), component),
        facts.setAside(), facts.censored());
  }

  private static int size(Facts facts) {
    return facts.subjects().values().stream().mapToInt(List::size).sum();
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** All but the order, which is that of the schools. */
  private static String text(Report report) {
    String text =
        report.bureaus() + "\n" + report.standards() + "\n" + report.byStandard() + "\n" + report.unchecked() + "\n"
            + report.problems();
    return text.replaceAll("(SchoolReference\\[.*?), number=\\d+]", "$1]");
  }
}
