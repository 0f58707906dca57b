package org.dudao.engine.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.dudao.fact.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which units mean the same, and how many of the other one of each is. */
class UnitOfMeasureTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock =
      """
      ratio                  | %                     | 100
      share                  | %                     | 100
      ‰                      | %                     | 0.1
      ％                     | per cent              | 1
      pp                     | percentage points     | 1
      个百分点               | pp                    | 1
      points                 | pp                    | 1
      分                     | points                | 1
      persons                | students              | 1
      students               | persons               | 1
      pupils                 | students              | 1
      人                     | teachers              | 1
      万人                   | students              | 10000
      10k persons            | 人                    | 10000
      千人                   | persons               | 1000
      10k yuan               | yuan                  | 10000
      万元                   | CNY                   | 10000
      亿元                   | 万元                  | 10000
      100m yuan              | 亿元                  | 1
      100 million yuan       | 亿元                  | 1
      10,000 yuan            | 万元                  | 1
      ten thousand yuan      | 万元                  | 1
      百万元                 | million yuan          | 1
      千万元                 | 10 million yuan       | 1
      万亿元                 | 1000 billion yuan     | 1
      thousand yuan          | 千元                  | 1
      亿                     | 万                    | 10000
      万平方米               | m²                    | 10000
      万册                   | books                 | 10000
      万人次                 | 10k person-times      | 1
      10k widgets            | Widgets               | 10000
      万件衬衫               | 件衬衫                | 10000
      公顷                   | m2                    | 10000
      mu                     | 平方米                | 666.6667
      15 mu                  | hectare               | 1
      hours                  | 分钟                  | 60
      千米                   | m                     | 1000
      千克                   | g                     | 1000
      years                  | months                | 12
      weeks                  | days                  | 7
      个工作日               | working days          | 1
      个班                   | classes               | 1
      所                     | kindergartens         | 1
      次                     | inspections           | 1
      件                     | cases                 | 1
      项                     | items                 | 1
      per month              | times/month           | 1
      次/月                  | per month             | 1
      hours/day              | minutes/day           | 60
      小时/日                | hours/day             | 1
      元/生                  | CNY/student           | 1
      万元/人                | yuan/student          | 10000
      yuan/student/year      | 元/生·年              | 1
      CNY/student/yr         | yuan/student/year     | 1
      students per teacher   | persons/teacher       | 1
      teachers/100 students  | teachers/student      | 0.01
      名教师/百名学生        | teachers/100 students | 1
      """)
  void units_that_mean_the_same_are_converted(String unit, String other, String times) {
    assertThat(UnitOfMeasure.of(unit).in(UnitOfMeasure.of(other))).hasToString(times);
    Quantity back = UnitOfMeasure.of(other).in(UnitOfMeasure.of(unit));
    if (!unit.equals("points")) {
      assertThat(back.times(UnitOfMeasure.of(unit).in(UnitOfMeasure.of(other)))).isEqualTo(Quantity.of(1));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      students       | teachers
      students       | children
      schools        | kindergartens
      schools        | classes
      persons        | person-times
      %              | pp
      %              | points
      %              |
      %              | -
      yuan           |
      万             | 万元
      days           | working days
      year           | years
      months         | days
      times/month    | times/year
      yuan/student   | yuan
      yuan/student   | yuan/teacher
      yuan/student   | yuan/student/year
      m              | m2
      m/s            | m/minute
      grade          | grades
      """)
  void others_are_not(String unit, String other) {
    assertThat(UnitOfMeasure.of(unit).in(UnitOfMeasure.of(other))).isNull();
    assertThat(UnitOfMeasure.of(other).in(UnitOfMeasure.of(unit))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10k yuan, true", "万人, true", "亿, true", "千册, true", "yuan, false", "km, false", "公顷, false", "千克, false",
    "%, false", "teachers/100 students, false", "万元/人, true"
  })
  void a_unit_with_a_power_of_ten_is_round(String unit, boolean isRound) {
    assertThat(UnitOfMeasure.of(unit).isRound()).isEqualTo(isRound);
  }

  /** A figure in the unit of its limit, however that is written, can be held against it. */
  @Test
  void every_unit_of_the_tables_is_itself() {
    List<String> strange = new ArrayList<>();
    for (Limit limit : Shipped.LIMITS) {
      String unit = limit.unit();
      for (String written : List.of(unit, " " + unit + " ", unit.toUpperCase(), unit.replace(" ", "  "))) {
        if (!Quantity.of(1).equals(UnitOfMeasure.of(written).in(UnitOfMeasure.of(unit)))) {
          strange.add(written);
        }
      }
      if (!unit.startsWith("per ")
          && !Quantity.of(10_000).equals(UnitOfMeasure.of("万" + unit).in(UnitOfMeasure.of(unit)))) {
        strange.add("万" + unit);
      }
    }
    assertThat(strange).isEmpty();
  }
}
