package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a submission states is held against what it lists: what fits is never told, what cannot fit always is. */
class StatedAgainstRecordsTest {
  private static final String REGION = "CN-X-EFFICIENCY-YEAR";
  private static final String LATE_CASE =
      "{\"id\": \"k\", \"kind\": \"ADMINISTRATIVE_LICENCE\", \"received\": \"2024-01-05\", \"closed\": \"2024-05-30\","
          + " \"accepted\": \"2024-01-05\", \"extended\": false}";
  private static final String ALL_IN_TIME = "\"indicators\": [" + indicator("ON_TIME_RATE", "100", "") + "]";

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  // ---- rates and cases ----

  /** How much is said of cases that are not in the document. */
  private enum Listing {
    DECLARED_COMPLETE,
    COUNTED_COMPLETE,
    COUNTED,
    UNCOUNTED
  }

  /**
   * Cases of an office, some of which are listed.
   *
   * @param late how many of those that are listed are late
   */
  private record Office(Listing listing, int listed, int late, int unlisted) {
    static Office any(int seed, Random random) {
      Listing listing = Listing.values()[seed % Listing.values().length];
      int listed = 1 + random.nextInt(12);
      int unlisted =
          listing == Listing.COUNTED || listing == Listing.UNCOUNTED ? 1 + random.nextInt(20) : 0;
      return new Office(listing, listed, random.nextInt(listed + 1), unlisted);
    }

    Report stating(BigDecimal rate) {
      List<String> cases = new ArrayList<>();
      for (int i = 0; i < listed; i++) {
        cases.add(
            "{\"id\": \"k%d\", \"kind\": \"%s\", \"received\": \"2024-03-01\", \"accepted\": \"2024-03-01\", %s}"
                .formatted(
                    i, i % 2 == 0 ? "ADMINISTRATIVE_LICENCE" : "TEACHER_CERTIFICATE",
                    "\"extended\": false, \"closed\": \"" + (i < late ? "2024-06-20" : "2024-03-08") + "\""));
      }
      String ofBureau =
          switch (listing) {
            case DECLARED_COMPLETE -> ", \"complete\": [\"cases\"]";
            case COUNTED_COMPLETE, COUNTED -> ", \"caseCount\": " + (listed + unlisted);
            case UNCOUNTED -> "";
          };
      return report(
          ofBureau, "\"cases\": [" + String.join(", ", cases) + "]",
          "\"indicators\": [" + indicator("ON_TIME_RATE", rate.toPlainString(), "") + "]");
    }

    /** What may be the rate when so many of those that are not listed are in time. */
    BigDecimal rate(int inTime, int decimals, RoundingMode mode) {
      return BigDecimal.valueOf(100L * (listed - late + inTime))
          .divide(BigDecimal.valueOf(listed + unlisted), decimals, mode);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rate_that_the_cases_leave_possible_is_not_told(int seed) {
    Random random = new Random(seed);
    Office office = Office.any(seed, random);
    BigDecimal rate =
        office.rate(random.nextInt(office.unlisted() + 1), random.nextInt(3), RoundingMode.HALF_UP);

    assertThat(told(office.stating(rate), "i")).as(office + " stating " + rate).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_rate_that_the_cases_rule_out_is_told_and_nothing_passes_by_it(int seed) {
    Random random = new Random(seed);
    Office office = Office.any(seed, random);
    int decimals = random.nextInt(3);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    BigDecimal more = office.rate(office.unlisted(), decimals, RoundingMode.CEILING).add(unit);
    BigDecimal less = office.rate(0, decimals, RoundingMode.FLOOR).subtract(unit);
    boolean isCounted = office.listing() != Listing.UNCOUNTED;
    List<BigDecimal> impossible = new ArrayList<>(isCounted ? List.of(more, less) : List.of());
    if (office.late() > 0) {
      impossible.add(BigDecimal.valueOf(100).setScale(decimals));
    }
    if (office.late() < office.listed()) {
      impossible.add(BigDecimal.ZERO.setScale(decimals));
    }
    for (BigDecimal rate : impossible) {
      if (rate.signum() >= 0 && rate.compareTo(BigDecimal.valueOf(100)) <= 0) {
        Report report = office.stating(rate);
        assertThat(told(report, "i")).as(office + " stating " + rate).isNotEmpty();
        assertThat(passed(report, "i")).as(office + " stating " + rate).isEmpty();
      }
    }
  }

  @Test
  void a_late_case_is_known_whatever_is_judged() {
    String document = ofPromisedYear(document("", "\"cases\": [" + LATE_CASE + "]", ALL_IN_TIME));
    Finding rate =
        World.only(
            Shipped.CHECKER.only(limit -> limit.id().equals("timeliness.rate.on-time"))
                .check(Shipped.facts(document.getBytes(StandardCharsets.UTF_8))));
    assertThat(rate.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rate.remarks()).anyMatch(remark -> remark.code() == RemarkCode.RULED_OUT);

    Report consistency =
        Shipped.CHECKER.only(limit -> limit.isOfConsistency())
            .check(Shipped.facts(document.getBytes(StandardCharsets.UTF_8)));
    assertThat(told(consistency, "i")).containsOnlyKeys("consistency.rate.approvals");
  }

  @Test
  void classes_that_a_group_tells_by_their_sizes_stand_beside_it() {
    Report report =
        report(
            "",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\"}], \"gradeGroups\": [{\"id\": \"g\", \"school\": \"s\","
                + " \"fromGrade\": 1, \"toGrade\": 1, \"classesBySize\": {\"41-45\": 3, \"56-60\": 1}}], \"cases\": ["
                + LATE_CASE + "]",
            ALL_IN_TIME);
    assertThat(told(report, "i")).containsKey("consistency.rate.approvals");
    assertThat(report.byStandard()).anyMatch(one -> one.subject().id().equals("g") && one.outcome() == Outcome.FAIL);
  }

  @Test
  void what_stands_in_the_way_of_judging_a_case_is_not_held_against_the_rate() {
    String slip = LATE_CASE.replace("\"accepted\": \"2024-01-05\"", "\"accepted\": \"2024-06-05\"");
    // In time if it was extended, and late if not.
    String unknown =
        LATE_CASE.replace(", \"extended\": false", "").replace("\"closed\": \"2024-05-30\"", "\"closed\": \"2024-02-08\"");
    for (String open : List.of(slip, unknown)) {
      Report report = report("", "\"cases\": [" + open + "]", ALL_IN_TIME);
      assertThat(told(report, "i")).as(open).isEmpty();
    }
  }

  @Test
  void what_is_only_doubted_can_be_explained() {
    String supervised = "\"indicators\": [" + indicator("SUPERVISED_MATTER_ON_TIME_RATE", "100", "") + "]";
    String explained =
        "\"explanations\": [{\"id\": \"e\", \"standard\": \"consistency.rate.cases.doubted\", \"subject\": \"i\","
            + " \"text\": \"the late case was not supervised\"}]";
    Report doubted = reportOfPromisedYear("\"cases\": [" + LATE_CASE + "]", supervised);
    assertThat(told(doubted, "i")).containsEntry("consistency.rate.cases.doubted", Outcome.QUERY);
    assertThat(passed(doubted, "i")).isEmpty();

    Report relied = reportOfPromisedYear("\"cases\": [" + LATE_CASE + "]", supervised, explained);
    assertThat(told(relied, "i")).isEmpty();
    assertThat(passed(relied, "i")).contains("timeliness.rate.supervised");
  }

  // ---- numbers of a bureau and its schools ----

  private static final Map<String, String> NUMBERS =
      new TreeMap<>(
          Map.of(
              "seniorHighSchools", "consistency.bureau.senior-highs",
              "specialSchools", "consistency.bureau.special-schools",
              "schoolsWithCounsellor", "consistency.bureau.counsellors",
              "schoolCount", "consistency.bureau.schools"));

  @ParameterizedTest
  @MethodSource("seeds")
  void numbers_of_schools_are_held_against_those_listed(int seed) {
    Random random = new Random(seed);
    Map<String, Integer> listed = new TreeMap<>();
    NUMBERS.keySet().forEach(number -> listed.put(number, 0));
    List<String> schools = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      String type = List.of("211", "342", "341", "511", "514", "111").get(random.nextInt(6));
      int counsellors = random.nextInt(2);
      listed.merge("schoolCount", 1, Integer::sum);
      listed.merge("seniorHighSchools", type.startsWith("34") ? 1 : 0, Integer::sum);
      listed.merge("specialSchools", type.startsWith("51") ? 1 : 0, Integer::sum);
      listed.merge("schoolsWithCounsellor", counsellors, Integer::sum);
      schools.add("{\"id\": \"s%d\", \"type\": \"%s\", \"counsellors\": %d}".formatted(i, type, counsellors));
    }
    String list = "\"schools\": [" + String.join(", ", schools) + "]";
    String complete = ", \"complete\": [\"schools\"]";

    assertThat(told(report(numbers(listed) + complete, list), "b")).as(list).isEmpty();
    NUMBERS.forEach((number, standard) -> {
      String less = numbers(with(listed, number, -1));
      String more = numbers(Map.of(number, listed.get(number) + 1));
      if (listed.get(number) > 0) {
        assertThat(told(report(less, list), "b")).as(less + list).containsEntry(standard, Outcome.FAIL);
      }
      assertThat(told(report(more + complete, list), "b")).as(more + list).containsEntry(standard, Outcome.FAIL);
      assertThat(told(report(more, list), "b")).as("not all are listed: " + more + list).isEmpty();
    });
  }

  private static Map<String, Integer> with(Map<String, Integer> numbers, String number, int more) {
    Map<String, Integer> others = new TreeMap<>(numbers);
    others.merge(number, more, Integer::sum);
    return others;
  }

  private static String numbers(Map<String, Integer> numbers) {
    return numbers.entrySet().stream()
        .map(number -> ", \"%s\": %d".formatted(number.getKey(), number.getValue()))
        .collect(Collectors.joining());
  }

  // ---- the roll of a school and its classes ----

  /** A primary school with its classes; what it reports beside them may differ by so much from what they come to. */
  private static Report school(Random random, String ofBureau, int moreClasses, int morePupils, boolean isCounted) {
    List<String> classes = new ArrayList<>();
    int pupils = 0;
    int listed = 2 + random.nextInt(6);
    for (int i = 0; i < listed; i++) {
      int students = 20 + random.nextInt(25);
      pupils += students;
      classes.add(
          "{\"id\": \"c%d\", \"school\": \"s\", \"stage\": \"PRIMARY\", \"grade\": %d, \"students\": %d}"
              .formatted(i, 1 + i % 6, students));
    }
    String school =
        "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"students\": %d, \"primaryStudents\": %d%s}]"
            .formatted(
                pupils + morePupils, pupils + morePupils,
                isCounted ? ", \"classes\": " + (listed + moreClasses) : "");
    return report(ofBureau, school, "\"classes\": [" + String.join(", ", classes) + "]");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_roll_of_a_school_is_held_against_its_classes(int seed) {
    String complete = ", \"complete\": [\"classes\"]";
    for (boolean isCounted : new boolean[] {true, false}) {
      assertThat(told(school(new Random(seed), complete, 0, 0, isCounted), "s")).isEmpty();
      assertThat(told(school(new Random(seed), complete, 0, 1, isCounted), "s"))
          .containsEntry("consistency.school.class-roll", Outcome.FAIL)
          .containsEntry("consistency.school.primary-roll", Outcome.FAIL);
      assertThat(told(school(new Random(seed), "", 0, -1, isCounted), "s"))
          .containsEntry("consistency.school.class-roll", Outcome.FAIL);
    }
    Report oneIsMissing = school(new Random(seed), complete, 1, 0, true);
    assertThat(told(oneIsMissing, "s")).containsEntry("consistency.school.classes", Outcome.FAIL);
    assertThat(passed(oneIsMissing, "s")).noneMatch(id -> id.contains(".mean"));
    assertThat(told(school(new Random(seed), "", -1, 0, true), "s"))
        .containsEntry("consistency.school.classes", Outcome.FAIL);
    assertThat(told(school(new Random(seed), "", 1, 30, true), "s")).as("one class is not listed").isEmpty();
    assertThat(told(school(new Random(seed), "", 0, 30, false), "s")).as("nobody counts the classes").isEmpty();
  }

  // ---- documents and what is told of them ----

  private static String indicator(String code, String value, String more) {
    return "{\"id\": \"i\", \"name\": \"i\", \"code\": \"%s\", \"value\": %s, \"unit\": \"%%\"%s}"
        .formatted(code, value, more);
  }

  private static String document(String ofBureau, String... arrays) {
    return "{\"bureau\": {\"id\": \"b\", \"region\": \"%s\", \"level\": \"CITY\"%s}, \"asOf\": \"2024-06-30\", %s}"
        .formatted(REGION, ofBureau, String.join(", ", arrays));
  }

  private static Report report(String ofBureau, String... arrays) {
    return Shipped.CHECKER.check(Shipped.facts(document(ofBureau, arrays).getBytes(StandardCharsets.UTF_8)));
  }

  /** The same in the year for which the bureau promised rates. */
  private static String ofPromisedYear(String document) {
    return document.replace("2024-", "2008-");
  }

  private static Report reportOfPromisedYear(String... arrays) {
    return Shipped.CHECKER.check(
        Shipped.facts(ofPromisedYear(document("", arrays)).getBytes(StandardCharsets.UTF_8)));
  }

  /** What is told against the figures of that fact, by the ids of the standards. */
  private static Map<String, Outcome> told(Report report, String subject) {
    return report.byStandard().stream()
        .filter(finding -> finding.subject().id().equals(subject) && finding.standard().isOfConsistency())
        .filter(finding -> finding.outcome() != Outcome.PASS)
        .collect(Collectors.toMap(finding -> finding.standard().id(), Finding::outcome));
  }

  /** The standards of any other topic that the fact keeps. */
  private static List<String> passed(Report report, String subject) {
    return report.byStandard().stream()
        .filter(finding -> finding.subject().id().equals(subject) && !finding.standard().isOfConsistency())
        .filter(finding -> finding.outcome() == Outcome.PASS)
        .map(finding -> finding.standard().id())
        .toList();
  }
}
