package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.Source;
import org.dudao.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code isBetween}: a norm that gives a span is one limit with two bounds. */
class BetweenTest {
  private static final String RULES =
      Probe.ofClasses("probe.students", "isBetween") + Probe.ofClasses("probe.large", "isAtMost")
          + """
      rule "probe.count"
          @title( "丙" )  @title_en( "C" )
      when
          $bureau : Bureau()
          $limit : Limit( rule == "probe.count", bearsOn( $bureau ) )
          $large : Limit( id == "probe.large" )
          $classes : List( size > 0 ) from collect( SchoolClass( $large.bearsOn( this ) ) )
      then
          check.that( $bureau, "large", check.count( $classes, "students", $large ) ).isBetween( $limit );
      end
      """;

  private static final String SHARE =
      "\"indicators\": [{\"id\": \"i\", \"name\": \"语文\", \"code\": \"CHINESE_LESSON_SHARE\", %s}]";

  @ParameterizedTest
  @CsvSource({"20, PASS", "45, PASS", "30, PASS", "19, FAIL", "46, FAIL", ", UNKNOWN"})
  void both_bounds_are_included(Integer students, String outcome) throws InputException {
    String facts = students == null ? "" : ", \"students\": " + students;
    assertThat(judged("c", "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\"" + facts + "}]").outcome()).hasToString(outcome);
  }

  @ParameterizedTest
  @CsvSource({"17, 3", "50, 5"})
  void the_nearer_bound_tells_by_how_much_it_is_missed(int students, String difference) throws InputException {
    Finding finding = judged("c", "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": " + students + "}]");
    assertThat(finding.difference().text()).isEqualTo(difference);
    assertThat(finding.limit().text()).isEqualTo("20..45");
  }

  /** Of five classes so many are above 45, and so many do not say how many pupils they have. */
  @ParameterizedTest
  @CsvSource({"2, 0, PASS", "1, 0, FAIL", "4, 0, FAIL", "2, 1, PASS", "1, 1, UNKNOWN", "3, 1, UNKNOWN", "0, 1, FAIL", "1, 3, UNKNOWN", "4, 1, FAIL"})
  void what_was_counted_is_judged_only_where_all_that_it_may_be_agrees(int large, int silent, String outcome) throws InputException {
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String students = i < large ? ", \"students\": 50" : i < large + silent ? "" : ", \"students\": 30";
      classes.append(i == 0 ? "" : ",").append("{\"id\": \"c" + i + "\", \"school\": \"s\", \"stage\": \"PRIMARY\"" + students + "}");
    }
    String school = "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"classes\": 5}], ";
    assertThat(judged("r", school + "\"classes\": [" + classes + "]").outcome()).hasToString(outcome);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      "value": 20, "unit": "%"                       | PASS
      "value": 22, "unit": "%"                       | PASS
      "value": 19.9, "unit": "%"                     | FAIL
      "value": 22.1, "unit": "%"                     | FAIL
      "value": 21, "unit": "%", "approx": "ABOUT"    | PASS
      "value": 22, "unit": "%", "approx": "ABOUT"    | UNKNOWN
      "value": 22, "unit": "%", "approx": "OVER"     | FAIL
      "value": 20, "unit": "%", "approx": "MIN"      | UNKNOWN
      "value": 23, "unit": "%", "approx": "MIN"      | FAIL
      "value": 20, "unit": "%", "approx": "NEAR"     | UNKNOWN
      "value": 21, "unit": "persons"                 | UNKNOWN
      """)
  void a_printed_figure_keeps_the_range_only_when_all_that_it_may_mean_does(String figure, String outcome) {
    Finding finding =
        Shipped.CHECKER.check(World.facts("CN", "2024-06-30", SHARE.formatted(figure))).byStandard().stream()
            .filter(one -> one.standard().id().equals("school-day.share.chinese")).findFirst().orElseThrow();
    assertThat(finding.outcome()).hasToString(outcome);
  }

  @Test
  void a_range_fits_no_other_comparison_and_no_other_value_fits_it() {
    refused("20..45", "20..45", ProblemCode.LIMIT_VALUE);
    refused("45", "45", ProblemCode.LIMIT_VALUE);
    refused("45..20", "45", ProblemCode.RANGE);
    refused("45..45", "45", ProblemCode.RANGE);
    refused("20...45", "45", ProblemCode.VALUE);
  }

  private static void refused(String range, String cap, ProblemCode code) {
    assertThatThrownBy(() -> checker(range, cap)).isInstanceOfSatisfying(
        InputException.class, e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(code));
  }

  private static Finding judged(String subject, String facts) throws InputException {
    String id = subject.equals("c") ? "probe.students.cap" : "probe.count.cap";
    return checker("20..45", "45").check(World.factsOf(1, "CN", "2024-06-30", facts)).byStandard().stream()
        .filter(one -> one.standard().id().equals(id)).findFirst().orElseThrow();
  }

  private static Checker checker(String range, String cap) throws InputException {
    return Checker.of(Probe.book(RULES), limits(range, cap), Map.of());
  }

  private static List<Limit> limits(String range, String cap) throws InputException {
    String table =
        String.join(",", LimitReader.COLUMNS) + "\n" + row("probe.students.cap", "probe.students", range)
            + row("probe.large", "probe.large", cap) + row("probe.count.cap", "probe.count", "2..3");
    return new LimitReader(Shipped.CODES)
        .read(List.of(new Source("probe.csv", "cn/probe.csv", table.getBytes(StandardCharsets.UTF_8))));
  }

  private static String row(String id, String rule, String value) {
    return id + "," + rule + ",," + value + ",students,must,,,甲,A,doc,,arithmetic,,,,,,,,,,,\n";
  }
}
