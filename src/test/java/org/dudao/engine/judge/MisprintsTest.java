package org.dudao.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.engine.World;
import org.dudao.engine.reckon.TypingError;
import org.dudao.engine.reckon.TypingErrorTest;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.RemarkCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A figure outside of its band is told with the numbers that would fit, when a slip of typing explains it. */
class MisprintsTest {
  private static final String CLASS = "consistency.band.class-students";
  private static final int MOST_OF_A_CLASS = 150;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      470     | students 47
      1310    | students 131
      1144    | students 144, students 114
      0       | ''
      1000000 | ''
      """)
  void a_class_is_told_what_would_fit(int students, String fitting) {
    assertThat(String.join(", ", fitting(classOf(students)))).isEqualTo(fitting);
  }

  @Test
  void a_figure_that_follows_from_two_may_be_a_slip_of_either() {
    Finding finding =
        finding(
            "consistency.band.students-per-class",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"students\": 13130, \"classes\": 28}]");
    assertThat(fitting(finding)).containsExactly("students 1313", "classes 280", "classes 2800");
  }

  @Test
  void a_ratio_in_place_of_a_percentage_is_told() {
    Finding finding =
        finding(
            "consistency.band.rate",
            "\"indicators\": [{\"id\": \"i\", \"name\": \"i\", \"code\": \"NINE_YEAR_COMPLETION_RATE\", "
                + "\"value\": 0.95, \"unit\": \"%\"}]");
    assertThat(fitting(finding)).containsExactly("value 95");
  }

  /** As long as no more than three numbers fit, the good one is told among them. */
  @ParameterizedTest
  @EnumSource
  void a_good_number_that_slipped_is_among_those_that_would_fit(TypingError error) {
    Random random = new Random(error.ordinal());
    int doubted = 0;
    for (int students = 1; students <= MOST_OF_A_CLASS; students++) {
      BigDecimal typed = TypingErrorTest.slipped(error, BigDecimal.valueOf(students), random);
      if (typed == null || typed.scale() > 0 || typed.intValue() <= MOST_OF_A_CLASS) {
        continue;
      }
      Finding finding = classOf(typed.intValueExact());
      assertThat(finding.outcome()).isEqualTo(Outcome.QUERY);
      assertThat(fitting(finding)).as("%s for %s", typed, students).contains("students " + students);
      doubted++;
    }
    assertThat(doubted).isPositive();
  }

  private static Finding classOf(int students) {
    return finding(CLASS, "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": " + students + "}]");
  }

  private static Finding finding(String standard, String facts) {
    return Shipped.CHECKER.check(World.facts("CN", "2024-06-30", facts)).byStandard().stream()
        .filter(one -> one.standard().id().equals(standard)).findFirst().orElseThrow();
  }

  private static List<String> fitting(Finding finding) {
    return finding.remarks().stream()
        .filter(remark -> remark.code() == RemarkCode.WOULD_FIT)
        .map(remark -> remark.arguments().get(0).text() + " " + remark.arguments().get(1).text())
        .toList();
  }
}
