package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.fact.CodeList;
import org.dudao.fact.Limit;
import org.dudao.fact.Words;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No share is more than its whole: such a figure is told and passes nothing, whichever standard looks at it. */
class SharesTest {
  private static final String RULE = "consistency.indicator.share";

  /** What grows, what is raised of what was planned, and what counts others than those of whom it is a rate. */
  private static final Set<String> NO_SHARES =
      Set.of(
          "ACTION_EARLY_PROJECTS_HALF_YEAR_SHARE", "ACTION_PROJECTS_HALF_YEAR_SHARE",
          "CITY_KINDERGARTEN_INVESTMENT_2012", "CITY_LEVEL_BUDGET_GROWTH", "CITY_WIDE_BUDGET_GROWTH",
          "COUNTY_PRESCHOOL_ENROLMENT", "DISABLED_FUND_USED_FOR_EDUCATION", "EDUCATION_APPROPRIATION_GROWTH",
          "EDUCATION_BUDGET_GROWTH", "EDUCATION_BUDGET_PER_STUDENT_GROWTH", "EDUCATION_COST_PER_STUDENT_GROWTH",
          "EDUCATION_SURCHARGE_COLLECTED", "FITTINGS_FUNDS_IN_PLACE", "FREE_SENIOR_FUNDS_RATE",
          "LAND_SHARE_USED_FOR_EDUCATION", "LIVELIHOOD_AID_TASK_DONE", "LOTTERY_FUND_USED_FOR_EDUCATION",
          "PRESCHOOL_RECRUITMENT_RATE", "PROJECT_FUNDS_GROWTH", "PROVINCE_PRESCHOOL_ENROLMENT",
          "PUBLIC_EXPENDITURE_PER_STUDENT_GROWTH", "REGION_SENIOR_ENROLMENT", "RURAL_PERFORMANCE_PAY_RISE",
          "RURAL_TAX_TRANSFER_USED_FOR_EDUCATION", "SCHOOL_SAFETY_PROJECT_DONE", "SENIOR_RECRUITMENT_RATE",
          "SURCHARGE_USED_FOR_EDUCATION", "TEACHER_PAY_GROWTH", "TEACHER_POSTS_FILLED_RATE", "TEXTBOOK_FUNDS_RATE",
          "URBAN_SCHOOL_INVESTMENT_2012", "WEAK_SCHOOL_BUILDINGS_COMPLETED", "WEAK_SCHOOL_EQUIPMENT_COMPLETED");

  static Stream<String> shares() {
    return Shipped.CODES.of(CodeList.INDICATOR).stream().filter(code -> isNamed(code, RULE)).sorted();
  }

  @ParameterizedTest
  @MethodSource("shares")
  void a_share_above_its_whole_passes_nothing(String code) {
    for (String region : regions(code)) {
      for (String value : List.of("100.01", "104", "1000")) {
        Verdicts verdicts = verdicts(region, code, value);
        assertThat(verdicts.contradictions()).as(value).extracting(one -> one.standard().rule()).containsExactly(RULE);
        assertThat(verdicts.ofNorms(Outcome.PASS)).as(region + " " + value).extracting(Finding::id).isEmpty();
      }
      for (String value : List.of("0", "50", "100")) {
        assertThat(verdicts(region, code, value).contradictions()).as(value).isEmpty();
      }
    }
  }

  @Test
  void every_per_cent_is_a_share_or_may_be_more_than_a_hundred() {
    Set<String> others = new TreeSet<>();
    for (String code : Shipped.CODES.of(CodeList.INDICATOR)) {
      if (!isNamed(code, RULE) && limits(code).stream().anyMatch(limit -> limit.unit().equals("%"))) {
        others.add(code);
      }
    }
    assertThat(others).containsExactlyInAnyOrderElementsOf(NO_SHARES);
  }

  private static List<Limit> limits(String code) {
    List<Limit> limits = new ArrayList<>();
    for (Limit limit : Shipped.LIMITS) {
      if (List.of(limit.appliesTo().split("[ |]")).contains(Words.ofConstant(code))) {
        limits.add(limit);
      }
    }
    return limits;
  }

  private static boolean isNamed(String code, String rule) {
    return limits(code).stream().anyMatch(limit -> limit.rule().equals(rule));
  }

  private static Set<String> regions(String code) {
    Set<String> regions = new TreeSet<>();
    limits(code).stream().filter(limit -> !limit.isOfConsistency())
        .forEach(limit -> regions.add(limit.region().isEmpty() ? "CN" : limit.region().toUpperCase(Locale.ROOT)));
    return regions;
  }

  private static Verdicts verdicts(String region, String code, String value) {
    String indicator =
        "\"indicators\": [{\"id\": \"i\", \"name\": \"i\", \"code\": \"%s\", \"value\": %s, \"unit\": \"%%\"}]";
    return Verdicts.of(World.facts(region, "2024-06-30", indicator.formatted(code, value)));
  }
}
