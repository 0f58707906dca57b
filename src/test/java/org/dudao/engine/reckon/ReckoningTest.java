package org.dudao.engine.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dudao.fact.Approximation;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Relation;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a published figure follows from its operands, at the precision at which it was printed. */
class ReckoningTest {

  /** Stated, operands, whether the relation holds, and how far what follows is from what was printed. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM          | 100 p          | 40 p; 60 p                    | true  | 0
      SUM          | 100 p          | 40 p; 61 p                    | false | 1
      SUM          | 10.1 10k p     | 50000 p; 51234 p              | true  | 0.0234
      SUM          | 100.0 p        | 40.04 p; 60 p                 | true  | 0.04
      SUM          | 100.0 p        | 40.06 p; 60 p                 | false | 0.06
      SUM          | 100 p          | OVER 40 p; 55 p               | true  | 0
      SUM          | 100 p          | OVER 40 p; 49 p               | false | 1
      WEIGHTED_SUM | 70 yuan        | 2 p; 5 yuan; 3 p; 20 yuan     | true  | 0
      DIFFERENCE   | -5 p           | 5 p; 10 p                     | true  | 0
      PRODUCT      | 75 m2          | 2.5 m; 30 m                   | true  | 0
      QUOTIENT     | 46.9 p         | 1313 p; 28 classes            | true  | 0.0071
      QUOTIENT     | 46.8 p         | 1313 p; 28 classes            | false | 0.0929
      SHARE        | 33.3 %         | 1 p; 3 p                      | true  | 0.0333
      SHARE        | 0.33 ratio     | 1 p; 3 p                      | true  | 0.0033
      GROWTH       | 50 %           | 6 p; 4 p                      | true  | 0
      GROWTH       | -50 %          | 5 p; 10 p                     | true  | 0
      GROWTH_BY    | 50 %           | 6 p; 2 p                      | true  | 0
      ORDER        |                | 5 p; 5 p; 7 p                 | true  | 0
      ORDER        |                | 5 p; 3 p; 7 p                 | false | 2
      ORDER        |                | 2018-03-26; 2018-05-03        | true  | 0
      ORDER        |                | 2018-05-03; 2018-03-26        | false | 38
      EQUAL        | 5 p            | 5.0 p                         | true  | 0
      EQUAL        | 5 p            | 6 p                           | false | 1
      PARTS        | 10 p           | 5 p; 5 p                      | true  | 0
      PARTS        | 10 p           | 5 p; 6 p                      | false | 1
      COMPLETE     |                | 60 %; 40 %                    | true  | 0
      COMPLETE     |                | 60 %; 41 %                    | false | 1
      WHOLE        | 100 %          |                               | true  | 0
      WHOLE        | 100.01 %       |                               | false | 0.01
      WHOLE        | 1.5 ratio      |                               | false | 0.5
      WHOLE        | 999 ‰          |                               | true  | 1
      # nothing below the line lies beyond every number
      SHARE        | 50 %           | 5 p; 0 p                      | false |
      QUOTIENT     | 50 p           | 5 p; 0 classes                | false |
      """)
  void a_figure_follows_or_does_not(Relation relation, String stated, String operands, boolean holds, String difference) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isEqualTo(holds);
    if (difference != null) {
      assertThat(reckoning.difference().text()).isEqualTo(difference);
    }
  }

  /** 3.25 is printed 3.3 by one usage and 3.2 by another; 3.2501 is printed 3.3 by all. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SHARE    | 3.3 %   | 65 p; 2000 p      | true
      SHARE    | 3.2 %   | 65 p; 2000 p      | true
      SHARE    | 3.4 %   | 65 p; 2000 p      | false
      SHARE    | 3.2 %   | 65002 p; 2000000 p | false
      SHARE    | 62 %    | 5 p; 8 p          | true
      SHARE    | 63 %    | 5 p; 8 p          | true
      QUOTIENT | 0.12 p  | 1 p; 8 classes    | true
      QUOTIENT | 0.13 p  | 1 p; 8 classes    | true
      GROWTH   | 0 %     | 199 p; 200 p      | true
      GROWTH   | -1 %    | 199 p; 200 p      | true
      """)
  void a_number_halfway_is_rounded_either_way(Relation relation, String stated, String operands, boolean holds) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isEqualTo(holds);
    assertThat(reckoning.remarks()).isEmpty();
  }

  /** What has no value follows from nothing: the claim cannot be told, and certainly does not hold. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM          | 50 p  | 20 p; -
      SUM          | -     | 20 p; 30 p
      SUM          |       | 20 p; 30 p
      EQUAL        | -     | -
      EQUAL        | 5 p   | -
      EQUAL        |       | 5 p
      ORDER        |       | 5 p; -
      ORDER        |       | 2018-05-03; 5 p
      """)
  void what_has_no_value_is_unknown(Relation relation, String stated, String operands) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isNull();
    assertThat(reckoning.missing()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SHARE     | 50 %   | 0 p; 0 p
      QUOTIENT  | 1 p    | 0 p; 0 classes
      GROWTH    | 50 %   | 0 p; 0 p
      GROWTH    | 100 %  | 5 p; 0 p
      GROWTH    | 100 %  | 5 10k p; 0 10k p
      GROWTH_BY | 100 %  | 5 p; 5 p
      GROWTH_BY | 100 %  | 0 p; 0 p
      """)
  void growth_from_nothing_is_undefined(Relation relation, String stated, String operands) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isNull();
    assertThat(reckoning.remarks()).extracting(Remark::code).containsExactly(RemarkCode.UNDEFINED);
  }

  @Test
  void a_part_of_nothing_is_told_as_it_is() {
    Reckoning reckoning = reckoning(Relation.SHARE, "100 %", "93 p; 0 p");
    assertThat(reckoning.found().text()).isEqualTo("93:0");
    assertThat(reckoning.difference()).isNull();
  }

  /** Operands that no formula would read are a slip of the pen. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      WEIGHTED_SUM | 6 yuan | 2 p; 3 yuan; 999 p
      QUOTIENT     | 2 p    | 4 p; 2 classes; 999 p
      SHARE        | 50 %   | 2 p; 4 p; 999 p
      GROWTH       | 50 %   | 6 p; 4 p; 999 p
      """)
  void operands_that_do_not_count_are_not_passed_over(Relation relation, String stated, String operands) {
    assertThat(reckoning(relation, stated, operands).missing()).containsExactly("operands");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM          | 5 p     | 2 p; 3 classes      | 5 p (p), 3 classes (classes)
      DIFFERENCE   | 5 p     | 8 p; 3 classes      | 8 p (p), 3 classes (classes)
      DIFFERENCE   | 5 books | 8 p; 3 p            | 8 p (p), 5 books (books)
      PARTS        | 5 p     | 2 p; 3 classes      | 5 p (p), 3 classes (classes)
      ORDER        |         | 2 p; 3 classes      | 2 p (p), 3 classes (classes)
      EQUAL        | 3 p     | 3 classes           | 3 p (p), 3 classes (classes)
      WEIGHTED_SUM | 6 yuan  | 2 p; 3 hours        | 6 yuan (yuan), 3 hours (hours)
      COMPLETE     |         | 50 %; 50 p          | 50 % (%), 50 p (p)
      COMPLETE     |         | -; 50 %; 50 p       | 50 % (%), 50 p (p)
      DIFFERENCE   | 5 p     | -; 3 p; 3 classes   | 5 p (p), 3 classes (classes)
      COMPLETE     |         | 50 %; 50 points     | 50 % (%), 50 points (points)
      SUM          | 5 p     | 2 p; 3              | 5 p (p), 3
      SHARE        | 50 %    | 2 p; 4 classes      | 4 classes (classes), 2 p (p)
      GROWTH       | 50 %    | 6 students; 4 staff | 4 staff (staff), 6 students (students)
      """)
  void unlike_units_are_told_and_not_reckoned(Relation relation, String stated, String operands, String told) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isNull();
    assertThat(reckoning.missing()).isEmpty();
    assertThat(reckoning.remarks()).containsExactly(Remark.of(RemarkCode.UNLIKE_UNITS, told));
    assertThat(told).contains(", " + reckoning.misfit().id());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SHARE    | 50 books  | 2 p; 4 p | 50 books (books)
      GROWTH   | 50        | 6 p; 4 p | 50
      WHOLE    | 50 p      |          | 50 p (p)
      COMPLETE |           | 50; 50   | 50
      """)
  void a_share_must_be_told_as_one(Relation relation, String stated, String operands, String told) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isNull();
    assertThat(reckoning.remarks()).containsExactly(Remark.of(RemarkCode.UNIT_OF_SHARE, told));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM          | 1.2 亿元             | 5000 万元; 7000 万元                 | true
      SUM          | 1.2 亿               | 5000 万; 7000 万                     | true
      SUM          | 12000 10k yuan       | 5000 万元; 0.7 100m CNY              | true
      SUM          | 13000 10k yuan       | 5000 万元; 0.7 100m CNY              | false
      SUM          | 1000 persons         | 900 students; 100 teachers           | true
      SUM          | 900 students         | 500 persons; 400 人                  | true
      SUM          | 95.2 %               | 93.1 %; 2.1 percentage points        | true
      SUM          | 952 ‰                | 93.1 %; 2.1 points                   | true
      DIFFERENCE   | 2.1 百分点           | 95.2 %; 93.1 %                       | true
      DIFFERENCE   | 2.3 points           | 95.2 %; 93.1 %                       | false
      DIFFERENCE   | 100 teachers         | 1000 persons; 900 students           | true
      SHARE        | 40 %                 | 2 hectare; 5 hectare                 | true
      SHARE        | 40 %                 | 2 hectare; 75 mu                     | true
      SHARE        | 0.4 ratio            | 20000 平方米; 5 公顷                 | true
      EQUAL        | 94 %                 | 0.94 ratio; 940 ‰                    | true
      EQUAL        | 90 minutes           | 1.5 小时                             | true
      EQUAL        | 3 次                 | 3 meetings                           | true
      EQUAL        | 1000 元/生           | 0.1 10k yuan/student                 | true
      EQUAL        | 1000 元/生·年        | 1000 yuan per person per year        | true
      QUOTIENT     | 2 yuan               | 120 yuan; 60 hours                   | true
      QUOTIENT     | 50 km/h              | 100000 m; 2 hours                    | true
      QUOTIENT     | 20 minutes           | 40 hours; 120 lessons                | true
      QUOTIENT     | 22.4 %               | 147 persons; 655 persons             | true
      QUOTIENT     | 5 teachers/100 students | 50 teachers; 1000 students        | true
      PRODUCT      | 50 yuan              | 1000 yuan; 5 %                       | true
      PRODUCT      | 10 hours             | 2 hours; 5 days                      | true
      COMPLETE     |                      | 0.6 ratio; 40 %                      | true
      COMPLETE     |                      | 60 分; 40 points                     | true
      """)
  void units_that_mean_the_same_are_converted(Relation relation, String stated, String operands, boolean holds) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.remarks()).isEmpty();
    assertThat(reckoning.holds()).isEqualTo(holds);
  }

  /** Only what no rounding explains contradicts; what rounding of the operands would explain is told so. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM        | 9.3 p      | 4.6 p; 4.6 p             | 9.1..9.3
      SUM        | 9.9 p      | 4.6 p; 4.6 p             |
      SUM        | 17.0 10k p | 12.3 10k p; 4.6 10k p    | 16.8..17
      SUM        | 10.05 km   | 3.3 km; 6.7 km           | 9.9..10.1
      SUM        | 7 10k p    | 3 10k p; 3 10k p         | 5..7
      SUM        | 7 p        | 3 p; 3 p                 |
      COMPLETE   |            | 33.3 %; 33.3 %; 33.3 %   | 99.75..100.05
      COMPLETE   |            | 33 %; 33 %; 33 %         |
      PARTS      | 10.0 yuan  | 3.4 yuan; 3.3 yuan; 3.4 yuan | 9.95..10.25
      GROWTH_BY  | 85.15 %    | 30.5 100m yuan; 14.05 100m yuan | 85.0954..85.7274
      """)
  void rounding_of_the_operands_is_told_where_it_would_explain_the_difference(
      Relation relation, String stated, String operands, String between) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isEqualTo(between != null);
    assertThat(reckoning.remarks())
        .isEqualTo(between == null ? List.of() : List.of(Remark.of(RemarkCode.ROUNDED_OPERANDS, between)));
  }

  /** Of two numbers that were rounded alike the greater one was never the less. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      12.3 p; 12.4 p         | AGREES
      12.4 p; 12.3 p         | CONTRADICTS
      12.34 p; 12.3 p        | POSSIBLE
      12.36 p; 12.3 p        | CONTRADICTS
      36304 m2; 3.6 10k m2   | POSSIBLE
      36304 m2; 3 10k m2     | CONTRADICTS
      5 p; 4.9 p             | CONTRADICTS
      """)
  void an_order_that_rounding_hides_is_possible(String operands, String outcome) {
    Reckoning reckoning = reckoning(Relation.ORDER, "", operands);
    assertThat(reckoning.holds()).isEqualTo(!outcome.equals("CONTRADICTS"));
    assertThat(reckoning.remarks())
        .isEqualTo(outcome.equals("POSSIBLE") ? List.of(Remark.of(RemarkCode.ROUNDED_ORDER)) : List.of());
  }

  /** Whatever is not given, the others already contradict what was stated. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SUM          | 50 p   | 40 p; 20 p; -          | false
      SUM          | 60 p   | 40 p; 20 p; -          |
      SUM          | 50 p   | 40 p; 20 p; - classes  |
      SUM          | 50 %   | 40 %; 20 %; - %        |
      SUM          | 50 p   | 70 p; -5 p; -          |
      PARTS        | 50 %   | 40 %; 20 %; - %        | false
      PARTS        | 50.0 p | 40.04 p; 10 p; -       |
      COMPLETE     |        | 60 %; -; 41 %          | false
      COMPLETE     |        | 60 %; -; 39 %          |
      DIFFERENCE   | 50 p   | 40 p; -                | false
      DIFFERENCE   | 30 p   | 40 p; -                |
      PRODUCT      | 5 p    | 0 p; -                 | false
      WEIGHTED_SUM | 5 yuan | 2 p; 3 yuan; - p; - yuan | false
      ORDER        |        | 5 p; -; 4 p            | false
      ORDER        |        | 4 p; -; 5 p            |
      ORDER        |        | 2018-05-03; -; 2018-03-26 | false
      EQUAL        | 5 p    | -; 6 p                 | false
      EQUAL        | 5 p    | -; 5 p                 |
      """)
  void what_is_masked_hides_no_contradiction(Relation relation, String stated, String operands, Boolean holds) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isEqualTo(holds);
    if (holds != null) {
      assertThat(reckoning.remarks()).extracting(Remark::code).containsExactly(RemarkCode.MASKED_OPERANDS);
    }
  }

  @Test
  void nothing_remains_open_of_what_is_taken_no_times() {
    String operands = "10 classes; 50 p; 0 classes; OVER 40 p";
    assertThat(reckoning(Relation.WEIGHTED_SUM, "MIN 500 p", operands).holds()).isTrue();
    assertThat(reckoning(Relation.WEIGHTED_SUM, "MIN 501 p", operands).holds()).isFalse();
    assertThat(reckoning(Relation.PRODUCT, "0 p", "0 classes; MIN 40 p").holds()).isTrue();
  }

  @Test
  void more_than_a_whole_is_no_rate_of_it() {
    assertThat(reckoning(Relation.WHOLE, "OVER 100 %", "").holds()).isFalse();
    assertThat(reckoning(Relation.WHOLE, "MAX 100 %", "").holds()).isTrue();
  }

  private static Reckoning reckoning(Relation relation, String stated, String operands) {
    List<Indicator> list =
        operands == null || operands.isEmpty() ? null : Arrays.stream(operands.split(";")).map(one -> figure(one.strip())).toList();
    return Reckoning.of(
        new Claim("c", "c", relation, stated == null || stated.isEmpty() ? null : figure(stated), list, null));
  }

  /** {@code 5 p}, {@code 5}, {@code OVER 40 %}, {@code 2018-03-26}, or {@code - %} for a figure without a value. */
  private static Indicator figure(String text) {
    if (text.matches("\\d{4}-.*")) {
      return new Indicator(text, text, null, null, null, null, LocalDate.parse(text), null, null, null, null, null);
    }
    String[] words = text.split(" ", 2);
    Approximation approximation = words[0].matches("[A-Z]+") ? Approximation.valueOf(words[0]) : null;
    String[] number = approximation == null ? words : words[1].split(" ", 2);
    return new Indicator(
        text, text, null, null, null, number[0].equals("-") ? null : new BigDecimal(number[0]), null, null,
        number.length == 1 ? null : number[1], approximation, null, null);
  }
}
