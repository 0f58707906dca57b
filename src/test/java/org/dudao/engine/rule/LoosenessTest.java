package org.dudao.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.dudao.engine.World;
import org.dudao.fact.Limit;
import org.dudao.fact.Truth;
import org.dudao.load.InputException;
import org.dudao.report.Demand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A nearer limit is looser where somebody may keep it who does not keep the wider one. */
class LoosenessTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      AT_MOST   | 45 | students | 44 | students | NO
      AT_MOST   | 45 | students | 46 | students | YES
      BELOW     | 56 | students | 99 | students | YES
      AT_LEAST  | 5 | % | 8 | % | NO
      AT_LEAST  | 5 | % | 0.04 | ratio | YES
      AT_LEAST  | 5 | % | 0.06 | ratio | NO
      AT_LEAST  | 5 | % | 6 | schools | UNKNOWN
      ABOVE     | 5 | % | 4.9 | % | YES
      EQUAL     | 5 | % | 5 | % | NO
      EQUAL     | 5 | % | 6 | % | UNKNOWN
      DIFFERENT | 5 | % | 6 | % | UNKNOWN
      BETWEEN   | 10..20 | % | 12..18 | % | NO
      BETWEEN   | 10..20 | % | 12..21 | % | YES
      EQUAL     | yes | '' | yes | '' | NO
      ONE_OF    | 甲; 乙 | list | 甲 | list | NO
      ONE_OF    | 甲; 乙 | list | 甲; 丙 | list | YES
      ALL_OF    | 甲; 乙 | list | 乙; 甲; 丙 | list | NO
      ALL_OF    | 甲; 乙 | list | 甲 | list | YES
      AT_MOST   | 2025-12-31 | day | 2025-12-30 | day | NO
      AT_MOST   | 2025-12-31 | day | 2026-01-01 | day | YES
      AT_LEAST  | 08:20 | time | 08:00 | time | YES
      AT_LEAST  | 08:20 | time | 08:30 | time | NO
      WITHIN    | 20 | working days | 15 | working days | NO
      WITHIN    | 20 | working days | 25 | working days | YES
      WITHIN    | 20 | working days | 15 | days | UNKNOWN
      LASTING   | 5 | days | 7 | days | NO
      LASTING   | 5 | days | 3 | days | YES
      AT_MOST   | =planned | students | =planned | students | NO
      AT_MOST   | 45 | students | =planned | students | UNKNOWN
      """)
  void of_two_values(Demand demand, String wider, String unit, String nearer, String nearerUnit, Truth looser)
      throws InputException {
    assertThat(Looseness.of(limit(nearer, nearerUnit, "must"), limit(wider, unit, "must"), demand)).isEqualTo(looser);
  }

  @ParameterizedTest
  @CsvSource({"must,should,YES", "should,must,NO", "should,note,YES", "query,must,UNKNOWN", "must,must,NO"})
  void of_two_levels(String wider, String nearer, Truth looser) throws InputException {
    assertThat(Looseness.of(limit("45", "students", nearer), limit("45", "students", wider), Demand.AT_MOST))
        .isEqualTo(looser);
  }

  private static Limit limit(String value, String unit, String level) throws InputException {
    return World.limits("cn: class-size.t, class-size.students,, " + value + ", " + unit + ", " + level).get(0);
  }
}
