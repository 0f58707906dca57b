package org.dudao.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.engine.World;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.FactReader;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A doubted figure that is explained passes with its explanation, and is relied on; nothing else is explained away. */
class ExplanationsTest {
  private static final String BAND = "consistency.band.class-students";
  private static final String CLASS =
      "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": %d}]";
  private static final String WHY = "全校合班上课";

  @Test
  void an_explained_figure_passes_with_its_explanation_and_is_relied_on() {
    Finding doubted = finding(BAND, report(470, ""));
    Finding explained = finding(BAND, report(470, explanation(BAND, "c")));
    assertThat(doubted.outcome()).isEqualTo(Outcome.QUERY);
    assertThat(explained.outcome()).isEqualTo(Outcome.PASS);
    assertThat(explained.isExplained()).isTrue();
    assertThat(explained.difference()).isNull();
    assertThat(explained.remarks()).contains(Remark.of(RemarkCode.EXPLAINED, WHY));
    assertThat(finding("class-size.large", report(470, "")).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(finding("class-size.large", report(470, explanation(BAND, "c"))).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void an_explained_report_is_complete_and_tells_it_even_where_no_pass_is_told() {
    Checker band = Shipped.CHECKER.only(limit -> limit.id().equals(BAND));
    assertThat(band.check(facts(470, "")).verdict(Level.MUST)).isEqualTo(Verdict.INCOMPLETE);
    assertThat(band.check(facts(470, explanation(BAND, "c"))).verdict(Level.QUERY)).isEqualTo(Verdict.CLEAN);
    assertThat(band.digest(facts(470, explanation(BAND, "c"))).findings()).singleElement()
        .matches(Finding::isExplained);
    assertThat(band.digest(facts(47, "")).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "consistency.band.class-student, c, UNKNOWN_STANDARD_NEAR, /explanations/0/standard",
      "class-size.large, c, EXPLAINS_NO_QUERY, /explanations/0/standard",
      "consistency.class.grade, c, EXPLAINS_NO_QUERY, /explanations/0/standard",
      "consistency.band.class-students, C, UNKNOWN_REFERENCE_NEAR, /explanations/0/subject",
      "consistency.band.class-students, another-one, UNKNOWN_REFERENCE, /explanations/0/subject"})
  void what_explains_nothing_that_can_be_explained_is_told_at_its_place(
      String standard, String subject, ProblemCode code, String pointer) {
    Report report = report(470, explanation(standard, subject));
    assertThat(report.problems()).singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .satisfies(problem -> assertThat(problem.at().pointer()).isEqualTo(pointer));
    assertThat(report.verdict(Level.MUST)).isEqualTo(Verdict.UNREADABLE);
    assertThat(finding(BAND, report).outcome()).isEqualTo(Outcome.QUERY);
  }

  @Test
  void what_explains_a_figure_that_nobody_doubts_is_noted_and_no_fault() {
    Checker band = Shipped.CHECKER.only(limit -> limit.id().equals(BAND));
    Report report = band.check(facts(47, explanation(BAND, "c")));
    assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.EXPLAINS_NOTHING);
    assertThat(report.verdict(Level.MUST)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void a_fact_that_could_not_be_used_is_not_said_to_be_unknown() {
    String document =
        "{\"bureau\": {\"id\": \"b\", \"region\": \"CN\"}, \"asOf\": \"2024-06-30\", "
            + CLASS.replace("%d", "\"many\"") + explanation(BAND, "c") + "}";
    FactReader reader =
        new FactReader(
            Shipped.CODES, null, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    Report report = Shipped.CHECKER.check(reader.read(List.of("-")).facts().get(0));
    assertThat(report.problems()).extracting(Problem::code).containsExactly(ProblemCode.WRONG_TYPE_NUMBER);
  }

  /** Whatever a norm demands, or a contradiction is: an explanation of it is a fault. */
  @Test
  void no_norm_and_no_contradiction_is_explained() {
    List<String> norms =
        Shipped.LIMITS.stream()
            .filter(limit -> limit.level() != Level.QUERY).map(Limit::id).distinct().sorted().toList();
    List<String> explanations = new ArrayList<>();
    for (String norm : norms) {
      explanations.add(
          "{\"id\": \"%s\", \"standard\": \"%s\", \"subject\": \"c\", \"text\": \"%s\"}"
              .formatted(norm, norm, WHY));
    }
    Report report = report(470, ", \"explanations\": [" + String.join(", ", explanations) + "]");
    assertThat(report.problems()).hasSameSizeAs(norms)
        .allMatch(problem -> problem.code() == ProblemCode.EXPLAINS_NO_QUERY);
    assertThat(told(report)).isEqualTo(told(report(470, "")));
  }

  private static List<String> told(Report report) {
    return report.byStandard().stream().map(one -> one.id() + " " + one.outcome()).toList();
  }

  private static String explanation(String standard, String subject) {
    return ", \"explanations\": [{\"id\": \"e\", \"standard\": \"%s\", \"subject\": \"%s\", \"text\": \"%s\"}]"
        .formatted(standard, subject, WHY);
  }

  private static Facts facts(int students, String explanation) {
    return World.facts("CN-430200", "2024-06-30", CLASS.formatted(students) + explanation);
  }

  private static Report report(int students, String explanation) {
    return Shipped.CHECKER.check(facts(students, explanation));
  }

  private static Finding finding(String standard, Report report) {
    List<Finding> all =
        report.byStandard().stream()
            .filter(one -> one.standard().id().startsWith(standard) && one.subject().kind().equals("class")).toList();
    assertThat(all).as(standard).isNotEmpty();
    return all.get(0);
  }
}
