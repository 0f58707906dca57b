package org.dudao.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.engine.World;
import org.dudao.engine.drools.RuleBase;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sentence makes of a measure and a limit: a pass is certain, a failure is certain, and all else is unknown. */
class CheckTest {
  private static final Checker PER_STAFF = World.checker("cn: staffing.t, staffing.students-per-staff, , 19, students per staff, must");

  @ParameterizedTest
  @CsvSource({
      "19, 1, PASS", "38, 2, PASS", "1900001, 100000, FAIL", "1899999, 100000, PASS", "1, 0, FAIL",
      "19, , UNKNOWN", ", 1, UNKNOWN", "237, 12.5, PASS", "238, 12.5, FAIL", "19, 1.00, PASS",
      "1, 0.05, FAIL", "1, 0.06, PASS"})
  void a_ratio_is_judged_at_the_boundary_itself(Integer students, BigDecimal staff, Outcome outcome) {
    assertThat(perStaff(students, staff).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void without_pupils_nothing_is_due_for_each_of_them(int staff) {
    String school = "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"students\": 0, \"staff\": %d}]";
    assertThat(PER_STAFF.check(World.facts("CN", "2024-06-30", school.formatted(staff))).byStandard()).isEmpty();
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(perStaff(19, null).missing()).containsExactly("staff");
    assertThat(perStaff(null, null).missing()).containsExactly("students", "staff");
  }

  @Test
  void a_breach_by_a_hair_does_not_read_like_the_limit_itself() {
    Finding hair = perStaff(1_900_001, BigDecimal.valueOf(100_000));
    assertThat(hair.found().text()).isNotEqualTo(hair.limit().text());
    assertThat(hair.difference().text()).isNotEqualTo("0");
  }

  @Test
  void a_third_is_a_third() {
    Checker third = World.checker("cn: staffing.t, staffing.board-experience, , 1/3, ratio, must");
    Report report =
        third.check(World.facts("CN", "2024-06-30",
            """
            "schools": [{"id": "s1", "type": "211", "boardMembers": 9, "experiencedBoardMembers": 3},
                        {"id": "s2", "type": "211", "boardMembers": 100000, "experiencedBoardMembers": 33333}]"""));
    assertThat(World.outcome(report, "s1")).startsWith("PASS");
    assertThat(World.outcome(report, "s2")).startsWith("FAIL");
  }

  @Test
  void sums_of_what_was_reported_do_not_overflow_into_a_pass() {
    Report pupils =
        World.checker("cn: school-size.t, school-size.compulsory, , 1500, students, must")
            .check(World.facts("CN", "2024-06-30",
                "\"schools\": [{\"id\": \"s\", \"type\": \"312\", \"primaryStudents\": 2147483647, \"juniorStudents\": 1}]"));
    assertThat(World.outcome(pupils, "s")).isEqualTo("FAIL 2147483648");
  }

  // ---- time ----

  private static final String COMPLAINT = "\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", %s}]";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      # closed on the last day, a day late, still open, open too long, closed after the day of judgement: a slip
      "received": "2024-01-02", "closed": "2024-01-31" | 2024-06-30 | PASS
      "received": "2024-01-02", "closed": "2024-02-01" | 2024-06-30 | PASS
      "received": "2024-01-02", "closed": "2024-02-02" | 2024-06-30 | FAIL
      "received": "2024-01-02"                         | 2024-02-01 | PASS
      "received": "2024-01-02"                         | 2024-02-02 | FAIL
      "received": "2024-01-02", "closed": "2024-02-02" | 2024-02-01 | UNKNOWN
      "received": "2024-01-02", "closed": "2024-02-02" | 2024-02-02 | FAIL
      "closed": "2024-02-02"                           | 2024-06-30 | UNKNOWN
      # received after the day of judgement: that day is a slip, or the case is
      "received": "2024-01-02", "closed": "2024-05-02" | 2014-06-30 | UNKNOWN
      """)
  void a_case_is_closed_in_time_or_not(String dates, String asOf, Outcome outcome) {
    Report report =
        World.checker("cn: timeliness.t, timeliness.case, complaint, 30, days, must")
            .check(World.facts("CN", asOf, COMPLAINT.formatted(dates)));
    assertThat(World.only(report).outcome()).isEqualTo(outcome);
  }

  @Test
  void an_open_case_says_until_when() {
    Report report =
        World.checker("cn: timeliness.t, timeliness.case, complaint, 30, days, must")
            .check(World.facts("CN", "2024-01-20", COMPLAINT.formatted("\"received\": \"2024-01-02\"")));
    assertThat(World.only(report).remarks()).containsExactly(Remark.of(RemarkCode.OPEN, LocalDate.parse("2024-02-01")));
  }

  /** An expiry that nobody reported is no licence that runs for ever. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      "received": "2024-01-01", "expires": "2024-01-31" | PASS
      "received": "2024-01-01", "expires": "2024-01-30" | FAIL
      "received": "2024-01-01"                          | UNKNOWN
      "expires": "2024-01-31"                           | UNKNOWN
      """)
  void what_must_last_is_not_taken_to_last_because_its_end_is_absent(String dates, Outcome outcome) {
    Report report =
        World.checker("cn: timeliness.t, timeliness.renewal, complaint, 30, days, must")
            .check(World.facts("CN", "2024-06-30", COMPLAINT.formatted(dates)));
    assertThat(World.only(report).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"2019-06-30, PASS", "2019-06-29, FAIL", "2024-06-30, PASS", ", UNKNOWN", "2042-01-01, UNKNOWN"})
  void the_time_since_a_day_is_judged_on_the_day_of_judgement(String last, Outcome outcome) {
    String inspected = last == null ? "" : ", \"lastComprehensiveInspection\": \"" + last + "\"";
    Report report =
        World.checker("cn: staffing.t, staffing.comprehensive-inspection, , 5, years, must")
            .check(World.facts("CN", "2024-06-30", "\"schools\": [{\"id\": \"s\", \"type\": \"211\"" + inspected + "}]"));
    assertThat(World.only(report).outcome()).isEqualTo(outcome);
  }

  // ---- scope ----

  /** Whoever keeps the stricter limit keeps it whether it was meant for him or not. */
  @ParameterizedTest
  @CsvSource({"true, 29, NONE, PASS", "false, 29, FAIL, NONE", ", 20, PASS, PASS", ", 29, UNKNOWN, PASS", ", 31, UNKNOWN, FAIL"})
  void what_decides_the_scope_may_be_missing(Boolean extended, int days, String short_, String long_) {
    Checker checker =
        World.checker(
            "cn: timeliness.short, timeliness.case, complaint !extended, 20, days, must",
            "cn: timeliness.long, timeliness.case, complaint extended, 30, days, must");
    String dates =
        "\"received\": \"2024-05-06\", \"closed\": \"" + java.time.LocalDate.parse("2024-05-06").plusDays(days) + "\""
            + (extended == null ? "" : ", \"extended\": " + extended);
    Report report = checker.check(World.facts("CN", "2024-06-30", COMPLAINT.formatted(dates)));
    assertThat(outcome(report, "timeliness.short")).isEqualTo(short_);
    assertThat(outcome(report, "timeliness.long")).isEqualTo(long_);
  }

  private static final String VERSIONS =
      """
      cn: school-size.t, school-size.students, , 2000, students, must, , 2015-01-01, built
      cn: school-size.t, school-size.students, , 1500, students, must, 2015-01-01, , built""";

  @ParameterizedTest
  @CsvSource({
      "2014-12-31, 1800, PASS", "2015-01-01, 1800, FAIL", "2014-12-31, 2001, FAIL", ", 1500, PASS", ", 1800, UNKNOWN",
      ", 2001, FAIL"})
  void the_law_of_the_day_that_the_limit_names_is_the_law(String built, int students, Outcome outcome) {
    Report report =
        World.checker(VERSIONS.split("\n"))
            .check(World.facts("CN", "2024-06-30",
                "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"students\": " + students
                    + (built == null ? "" : ", \"built\": \"" + built + "\"") + "}]"));
    assertThat(World.only(report).outcome()).isEqualTo(outcome);
  }

  // ---- printed figures and several facts ----

  private static final Checker PROBE = probe();

  /** A figure with a word beside it keeps a limit when all that it may mean keeps it, and breaks it when none does. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      "value": 50                     | PASS    | PASS    | PASS    | FAIL
      "value": 49.99                  | PASS    | FAIL    | FAIL    | PASS
      "value": 50, "approx": "OVER"   | UNKNOWN | PASS    | UNKNOWN | UNKNOWN
      "value": 60, "approx": "MIN"    | FAIL    | PASS    | UNKNOWN | UNKNOWN
      "value": 40, "approx": "MIN"    | UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
      "value": 40, "approx": "MAX"    | PASS    | FAIL    | UNKNOWN | UNKNOWN
      "value": 60, "approx": "MAX"    | UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
      "value": 40, "approx": "NEAR"   | PASS    | FAIL    | FAIL    | PASS
      "value": 50, "approx": "ABOUT"  | UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
      "value": 50, "unit": "persons"  | UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
      "text": "半数"                   | UNKNOWN | UNKNOWN | UNKNOWN | UNKNOWN
      """)
  void a_printed_figure_is_judged_by_all_that_it_may_mean(String figure, String most, String least, String is, String isNot) {
    String unit = figure.contains("unit") ? "" : ", \"unit\": \"%\"";
    Report report =
        PROBE.check(World.facts("CN", "2024-06-30", "\"indicators\": [{\"id\": \"i\", \"name\": \"比例\", " + figure + unit + "}]"));
    assertThat(
            List.of(
                outcome(report, "probe.most"), outcome(report, "probe.least"), outcome(report, "probe.is"),
                outcome(report, "probe.is-not")))
        .containsExactly(most, least, is, isNot);
  }

  @Test
  void what_is_counted_over_facts_is_unknown_while_one_of_them_lacks_the_measure() {
    String classes = "\"classes\": [{\"id\": \"a\", \"stage\": \"PRIMARY\", \"students\": 46}, {\"id\": \"b\", \"stage\": \"PRIMARY\"%s}]";
    Report whole = PROBE.check(World.facts("CN", "2024-06-30", classes.formatted(", \"students\": 45")));
    assertThat(List.of(outcome(whole, "probe.large"), found(whole, "probe.large"))).containsExactly("FAIL", "1");
    Report lacking = PROBE.check(World.facts("CN", "2024-06-30", classes.replace("46", "45").formatted("")));
    assertThat(outcome(lacking, "probe.large")).isEqualTo("UNKNOWN");
    Report two = PROBE.check(World.facts("CN", "2024-06-30", classes.replace(", \"students\": 46", "").formatted("")));
    assertThat(List.of(outcome(two, "probe.one-large"), outcome(two, "probe.not-one-large")))
        .as("none, one or both may be large").containsOnly("UNKNOWN");
    Report none = PROBE.check(World.facts("CN", "2024-06-30", ""));
    assertThat(outcome(none, "probe.large")).as("no class is no proof that none is large").isNotEqualTo("PASS");
  }

  private static Checker probe() {
    String header = "package dudao;\nimport java.util.List;\nimport org.dudao.fact.*;\nglobal org.dudao.engine.Check check;\n";
    String rule =
        """
        rule "probe.%1$s"
            @title( "甲" )  @title_en( "A" )
        when
            $indicator : Indicator()
            $limit : Limit( rule == "probe.%1$s", bearsOn( $indicator ) )
        then
            check.that( $indicator, "value" ).%2$s( $limit );
        end
        """;
    String classes =
        """
        rule "probe.class"
            @title( "甲" )  @title_en( "A" )
        when
            $class : SchoolClass()
            $limit : Limit( rule == "probe.class", bearsOn( $class ) )
        then
            check.that( $class, "students" ).isAtMost( $limit );
        end
        """;
    String counted =
        """
        rule "probe.%1$s"
            @title( "甲" )  @title_en( "A" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "probe.%1$s", bearsOn( $bureau ) )
            $large : Limit( id == "probe.class" )
            $classes : List() from collect( SchoolClass() )
        then
            check.that( $bureau, "large", check.count( $classes, "students", $large ) ).%2$s( $limit );
        end
        """;
    String text =
        header + rule.formatted("most", "isAtMost") + rule.formatted("least", "isAtLeast") + rule.formatted("is", "is")
            + rule.formatted("is-not", "isNot") + classes
            + counted.formatted("large", "isAtMost") + counted.formatted("one-large", "is") + counted.formatted("not-one-large", "isNot");
    try {
      RuleBase book =
          RuleBase.of(
              List.of(new Source("probe.drl", "cn/probe.drl", text.getBytes(StandardCharsets.UTF_8))), Shipped.CODES);
      return Checker.of(
          book,
          World.limits(
              "cn: probe.most, probe.most, , 50, %, must", "cn: probe.least, probe.least, , 50, %, must",
              "cn: probe.is, probe.is, , 50, %, must", "cn: probe.is-not, probe.is-not, , 50, %, must",
              "cn: probe.class, probe.class, , 45, students, must", "cn: probe.large, probe.large, , 0, classes, must",
              "cn: probe.one-large, probe.one-large, , 1, classes, must", "cn: probe.not-one-large, probe.not-one-large, , 1, classes, must"),
          Shipped.CALENDARS);
    } catch (InputException e) {
      throw new AssertionError(e.problems().toString());
    }
  }

  private static Finding perStaff(Integer students, BigDecimal staff) {
    return World.only(
        PER_STAFF.check(World.facts("CN", "2024-06-30",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\"" + (students == null ? "" : ", \"students\": " + students)
                + (staff == null ? "" : ", \"staff\": " + staff) + "}]")));
  }

  /** The outcome of that standard; {@code NONE} when it judged nobody. */
  private static String outcome(Report report, String standard) {
    return report.byStandard().stream().filter(finding -> finding.standard().id().equals(standard))
        .map(finding -> finding.outcome().name()).findFirst().orElse("NONE");
  }

  private static String found(Report report, String standard) {
    return report.byStandard().stream().filter(finding -> finding.standard().id().equals(standard))
        .map(finding -> finding.found().text()).findFirst().orElse("NONE");
  }
}
