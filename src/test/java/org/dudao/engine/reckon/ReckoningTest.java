package org.dudao.engine.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dudao.fact.Approximation;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Relation;
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
      GROWTH       | 50 %           | 5 p; 0 p                      | false |
      GROWTH_BY    | 50 %           | 5 p; 5 p                      | false |
      """)
  void a_figure_follows_or_does_not(Relation relation, String stated, String operands, boolean holds, String difference) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).isEqualTo(holds);
    if (difference != null) {
      assertThat(reckoning.difference().text()).isEqualTo(difference);
    }
  }

  /** 3.15 is printed 3.2, and never 3.1. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SHARE | 3.2 % | 63 p; 2000 p | true
      SHARE | 3.1 % | 63 p; 2000 p | false
      SHARE | 3.3 % | 65 p; 2000 p | true
      SHARE | 3.2 % | 65 p; 2000 p | false
      """)
  void a_figure_is_rounded_half_up(Relation relation, String stated, String operands, boolean holds) {
    assertThat(reckoning(relation, stated, operands).holds()).isEqualTo(holds);
  }

  /** What has no value follows from nothing: the claim cannot be told, and certainly does not hold. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      SHARE        | 50 %  | 0 p; 0 p
      GROWTH       | 50 %  | 0 p; 0 p
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
      SUM          | 5 p     | 2 p; 3 classes
      DIFFERENCE   | 5 p     | 8 p; 3 classes
      PARTS        | 5 p     | 2 p; 3 classes
      ORDER        |         | 2 p; 3 classes
      EQUAL        | 3 p     | 3 classes
      WEIGHTED_SUM | 6 yuan  | 2 p; 3 hours
      COMPLETE     |         | 50 %; 50 p
      """)
  void unlike_units_are_told_and_not_reckoned(Relation relation, String stated, String operands) {
    assertThatThrownBy(() -> reckoning(relation, stated, operands)).isInstanceOf(Reckoning.UnlikeUnitsException.class);
  }

  @Test
  void rounding_of_the_operands_is_told_where_it_would_explain_the_difference() {
    assertThat(reckoning(Relation.SUM, "9.3 p", "4.6 p; 4.6 p").rounding()).isEqualTo("9.1..9.3");
    assertThat(reckoning(Relation.SUM, "9.9 p", "4.6 p; 4.6 p").rounding()).isNull();
    assertThat(reckoning(Relation.COMPLETE, "", "33.3 %; 33.3 %; 33.3 %").rounding()).isNotNull();
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

  /** {@code 5 p}, {@code OVER 40 %}, {@code 2018-03-26}, or {@code -} for a figure without a value. */
  private static Indicator figure(String text) {
    if (text.equals("-")) {
      return new Indicator(text, text, null, null, null, null, null, null, null, null, null);
    }
    if (text.matches("\\d{4}-.*")) {
      return new Indicator(text, text, null, null, null, LocalDate.parse(text), null, null, null, null, null);
    }
    String[] words = text.split(" ", 2);
    if (words[0].matches("[A-Z]+")) {
      String[] rest = words[1].split(" ", 2);
      return new Indicator(
          text, text, null, null, new BigDecimal(rest[0]), null, null, rest[1], Approximation.valueOf(words[0]), null, null);
    }
    return new Indicator(text, text, null, null, new BigDecimal(words[0]), null, null, words[1], null, null, null);
  }
}
