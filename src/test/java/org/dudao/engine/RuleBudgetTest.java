package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.fact.Level;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule costs is known before it is run, and a rule that costs too much is told and not run. */
class RuleBudgetTest {
  private static final String LIMIT = "cn: probe.students, probe.students, , 45, students, must";

  /** Each class with all classes of its school, as often as said. */
  private static String joined(int times, String constraint) {
    return joined(IntStream.range(0, times).mapToObj(i -> "    $c" + i + " : SchoolClass( " + constraint + " )\n")
        .collect(Collectors.joining()));
  }

  private static String joined(String patterns) {
    return """
        rule "probe.students"
            @title( "甲" )  @title_en( "A" )
        when
            $class : SchoolClass()
            $limit : Limit( rule == "probe.students", bearsOn( $class ) )
        %sthen
            check.that( $class, "students" ).isAtMost( $limit );
        end
        """.formatted(patterns);
  }

  /** So many schools with so many classes each. */
  private static Report check(Checker checker, int schools, int classes) {
    String facts =
        "\"schools\": ["
            + IntStream.range(0, schools).mapToObj("{\"id\": \"s%d\", \"type\": \"211\"}"::formatted)
                .collect(Collectors.joining(","))
            + "], \"classes\": ["
            + IntStream.range(0, schools * classes)
                .mapToObj(i -> "{\"id\": \"c%d\", \"school\": \"s%d\", \"stage\": \"PRIMARY\", \"students\": 40}".formatted(i, i % schools))
                .collect(Collectors.joining(","))
            + "]";
    return checker.check(World.facts("CN-430200", "2024-06-30", facts));
  }

  private static Checker checker(String rule) throws InputException {
    return Checker.of(Probe.book(rule), World.limits(LIMIT), Shipped.CALENDARS);
  }

  /** 12 classes, each with all 12 of its school: 12 and 12 times 12. */
  @ParameterizedTest
  @CsvSource({"school == $class.school, 1, 12, 156", "id == $class.id, 1, 12, 24", "id != $class.id, 2, 6, 156",
      "school == $class.school, 2, 6, 84", "$class.school == school && stage == Stage.PRIMARY, 2, 6, 84"})
  void pairs_are_counted_by_what_must_agree(String constraint, int schools, int classes, long pairs) throws InputException {
    Checker checker = checker(joined(1, constraint));
    assertThat(check(checker.within(pairs), schools, classes).problems()).isEmpty();
    assertThat(check(checker.within(pairs - 1), schools, classes).problems())
        .extracting(one -> one.code()).containsExactly(ProblemCode.RULE_BUDGET);
  }

  @Test
  void a_rule_beyond_its_budget_is_unknown_with_its_cause_and_never_clean() throws InputException {
    Report report = check(checker(joined(6, "school == $class.school")), 1, 12);
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.RULE_BUDGET);
      assertThat(problem.arguments().get(1)).hasToString("39089244");
      assertThat(problem.at()).hasToString("probe.drl:5:6");
    });
    Finding finding = report.byStandard().get(0);
    assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(finding.remarks()).extracting(one -> one.code()).contains(RemarkCode.RULE_BUDGET);
    assertThat(report.verdict(Level.MUST)).isNotEqualTo(Verdict.CLEAN);
  }

  @Test
  void what_is_only_looked_at_does_not_multiply_and_numbers_beyond_all_measure_are_not_lost() throws InputException {
    String looking = "    not SchoolClass( id != $class.id )\n".repeat(20);
    assertThat(check(checker(joined(looking)).within(12 + 20 * 144), 1, 12).problems()).isEmpty();
    assertThat(check(checker(joined(looking)).within(12 + 20 * 144 - 1), 1, 12).problems()).hasSize(1);
    assertThat(check(checker(joined(40, "id != $class.id")), 1, 12).problems()).hasSize(1);
  }

  @Test
  void conditions_beyond_all_measure_are_refused_where_they_stand() {
    InputException many =
        catchThrowableOfType(InputException.class, () -> Probe.book(joined(60, "school == $class.school")));
    assertThat(many.problems()).extracting(one -> one.code()).containsExactly(ProblemCode.RULE_TOO_LONG);
    String alternatives = "stage == Stage.PRIMARY" + " || stage == Stage.JUNIOR".repeat(300);
    InputException wide = catchThrowableOfType(InputException.class, () -> Probe.book(joined(1, alternatives)));
    assertThat(wide.problems()).extracting(one -> one.code()).containsExactly(ProblemCode.RULE_TOO_MANY_COMPARISONS);
  }
}
