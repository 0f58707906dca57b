package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dudao.format.SampleReport.date;
import static org.dudao.format.SampleReport.finding;
import static org.dudao.format.SampleReport.numeral;
import static org.dudao.format.SampleReport.unknown;
import static org.dudao.format.SampleReport.with;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dudao.fact.Language;
import org.dudao.fact.Origin;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.SubjectReference;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Wording ZH = new Wording(Messages.of(Language.ZH));
  private static final Wording EN = new Wording(Messages.of(Language.EN));
  private static final SubjectReference CLASS = new SubjectReference("zz", SampleReport.DAY, "class", "c1", "一年级1班");
  private static final SubjectReference CASE = new SubjectReference("zz", SampleReport.DAY, "case", "k1", null);

  @Test
  void a_number_stands_beside_its_limit() {
    Finding finding =
        finding(SampleReport.CLASS_SIZE, Outcome.FAIL, CLASS, "students", Demand.AT_MOST, numeral("57", "students"),
            numeral("55", "students"), numeral("2", ""), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("学生数 57，标准为不超过 55 人，超出 2");
    assertThat(EN.message(finding)).isEqualTo("students is 57, the limit is at most 55 students, over by 2");
  }

  @Test
  void what_passes_has_no_difference() {
    Finding finding =
        finding(SampleReport.CLASS_SIZE, Outcome.PASS, CLASS, "students", Demand.AT_MOST, numeral("55", "students"),
            numeral("55", "students"), null, 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("学生数 55，标准为不超过 55 人");
    assertThat(ZH.difference(finding)).isEmpty();
  }

  @Test
  void a_late_case_is_told_by_its_dates() {
    Finding finding =
        finding(
            SampleReport.COMPLAINT, Outcome.FAIL, CASE, "closed", Demand.WITHIN, date("2024-03-21"), date("2024-03-15"),
            numeral("4", "working days"), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("2024-03-21 办结，期限为 2024-03-15，逾期 4 个工作日");
    assertThat(EN.message(finding)).isEqualTo("closed on 2024-03-21, due by 2024-03-15, late by 4 working days");
    assertThat(ZH.bound(finding)).isEqualTo("不迟于 2024-03-15");
    assertThat(ZH.boundAndSpan(finding)).isEqualTo("不迟于 2024-03-15（15 个工作日）");
  }

  @Test
  void a_date_that_is_no_end_of_a_case_bears_its_label() {
    Finding finding =
        finding(
            SampleReport.COMPLAINT, Outcome.FAIL, CASE, "lastInspected", Demand.WITHIN, date("2019-05-01"),
            date("2022-05-01"),
            numeral("700", "working days"), 1, 1);
    assertThat(ZH.message(finding)).startsWith("最近一次接受督导的日期 2019-05-01，期限为 2022-05-01");
  }

  @Test
  void an_open_case_is_told_as_open() {
    Finding finding =
        with(
            finding(SampleReport.COMPLAINT, Outcome.FAIL, CASE, "closed", Demand.WITHIN, null, date("2024-03-15"),
                numeral("4", "working days"), 1, 1),
            Remark.of(RemarkCode.OPEN, date("2024-03-15")));
    assertThat(ZH.message(finding)).isEqualTo("尚未办结，期限为 2024-03-15，逾期 4 个工作日");
    assertThat(ZH.remarks(finding)).as("it would say the same again").isEmpty();
  }

  @Test
  void what_is_missing_is_told_by_name_and_label() {
    Finding finding =
        unknown(SampleReport.CLASS_SIZE, CLASS, "students", Demand.AT_MOST, List.of("students"), List.of(), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("缺少 students（学生数），无法判断");
    assertThat(EN.message(finding)).isEqualTo("missing students, cannot be judged");
  }

  @Test
  void a_period_without_a_beginning_is_told_as_a_span() {
    Finding finding =
        unknown(SampleReport.COMPLAINT, CASE, "closed", Demand.WITHIN, List.of("received"), List.of(), 1, 1);
    assertThat(ZH.bound(finding)).isEqualTo("15 个工作日 之内");
  }

  @Test
  void the_fields_that_decide_the_scope_are_told_with_their_labels() {
    assertThat(ZH.remark(Remark.of(RemarkCode.SCOPE_UNKNOWN, new Datum.Components(List.of("type", "setting")))))
        .isEqualTo("未报送 type（学校类型）、setting（城乡类别），无法确定本标准是否适用");
  }

  @Test
  void a_due_date_that_is_not_certain_is_told_with_both_its_days() {
    LocalDate earliest = LocalDate.of(2027, 1, 6);
    assertThat(EN.remark(Remark.of(RemarkCode.CALENDAR_UNKNOWN, earliest, LocalDate.of(2027, 1, 11))))
        .isEqualTo("the days off that count here are not all announced: the last day may be any from 2027-01-06 to 2027-01-11");
    assertThat(ZH.remark(Remark.of(RemarkCode.HOLIDAYS_UNKNOWN, earliest)))
        .isEqualTo("其间的节假日未知，期限届满之日不早于 2027-01-06");
  }

  @Test
  void what_was_counted_bears_the_title_of_its_rule() {
    Finding finding =
        finding(SampleReport.CLASS_SIZE, Outcome.FAIL, CLASS, "drills", Demand.AT_LEAST, numeral("0", "students"),
            numeral("1", "students"), numeral("1", ""), 1, 1);
    assertThat(ZH.message(finding)).startsWith("班额 0，");
  }

  @Test
  void a_component_that_holds_anything_bears_the_title_of_the_standard() {
    Finding finding =
        finding(
            SampleReport.COMPLETION, Outcome.FAIL, CLASS, "value", Demand.AT_LEAST, numeral("93.70", "%"),
            numeral("95", "%"),
            numeral("1.3", "percentage points"), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("初中三年巩固率 93.70%，标准为不少于 95%，不足 1.3 个百分点");
  }

  @Test
  void a_figure_that_is_too_high_is_told_even_when_its_scope_is_unknown() {
    Finding finding =
        new Finding(
            SampleReport.CLASS_SIZE, Outcome.UNKNOWN, CLASS, "", "students", Demand.AT_MOST, numeral("57", "students"),
            numeral("55", "students"), "students", null,
            List.of("type"), List.of(), Origin.of("a.json"), "f");
    assertThat(ZH.message(finding)).isEqualTo("学生数 57，标准为不超过 55 人，缺少 type（学校类型），无法判断");
  }

  @Test
  void a_limit_that_is_another_figure_of_the_subject_bears_its_label() {
    Finding finding =
        unknown(
            SampleReport.PROJECTS, CLASS, "startedArea", Demand.AT_LEAST, List.of("plannedArea"), List.of(), 1, 1);
    assertThat(ZH.bound(finding)).isEqualTo("不少于 计划面积");
  }

  @Test
  void what_must_not_be_so_should_be_no() {
    Finding finding =
        finding(SampleReport.CLASS_TEACHER, Outcome.FAIL, CASE, "acceptedOutside", Demand.DIFFERENT, Datum.YesNo.YES,
            Datum.YesNo.NO, null, 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("在窗口外受理：是，应为否");
    assertThat(ZH.bound(finding)).isEqualTo("否");
  }

  @Test
  void two_days_are_apart_by_days() {
    Finding finding =
        finding(
            SampleReport.PROJECTS, Outcome.FAIL, CASE, "completed", Demand.AT_MOST, date("2024-03-03"),
            date("2024-03-01"), numeral("2", "days"), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("完成日期 2024-03-03，标准为不超过 2024-03-01，超出 2 日");
  }

  @Test
  void what_follows_from_other_figures_stands_beside_what_was_printed() {
    Finding finding =
        finding(
            SampleReport.SUM, Outcome.FAIL, new SubjectReference("zz", SampleReport.DAY, "claim", "q1", "合计"), "stated",
            Demand.FOLLOWS, numeral("1312", ""),
            numeral("1313", ""), numeral("1", ""), 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("按所列数据计算为 1312，公布为 1313，相差 1");
    assertThat(EN.message(finding)).isEqualTo("the operands give 1312, what was stated is 1313, off by 1");
  }

  @Test
  void each_value_is_told_by_its_kind_and_not_by_its_looks() {
    Finding text =
        finding(
            SampleReport.SUM, Outcome.FAIL, CLASS, "stated", Demand.EQUAL, new Datum.Verbatim("no"),
            new Datum.Verbatim("=capacity"),
            null, 1, 1);
    assertThat(ZH.found(text)).isEqualTo("no");
    assertThat(ZH.bound(text)).isEqualTo("等于 =capacity");
    Finding beyond =
        finding(
            SampleReport.COMPLETION, Outcome.FAIL, CLASS, "value", Demand.AT_LEAST, Datum.Numeral.undecimal("300:0"),
            new Datum.Numeral("1/3", false, "students"), Datum.Numeral.undecimal("300:0"), 1, 1);
    assertThat(ZH.message(beyond))
        .as("no unit fits what is beyond every number")
        .isEqualTo("初中三年巩固率 300:0，标准为不少于 1/3 人，不足 300:0");
    Finding late =
        finding(
            SampleReport.SUM, Outcome.FAIL, CLASS, "stated", Demand.AT_MOST, new Datum.TimeOfDay(LocalTime.of(8, 30)),
            new Datum.TimeOfDay(LocalTime.of(8, 0)), numeral("30", "minutes"), 1, 1);
    assertThat(EN.message(late)).isEqualTo("stated figure is 08:30, the limit is at most 08:00, over by 30 minutes");
  }

  @Test
  void yes_and_no_are_words() {
    Finding finding =
        finding(
            SampleReport.CLASS_TEACHER, Outcome.FAIL, CLASS, "qualifiedTeacher", Demand.YES, Datum.YesNo.NO,
            Datum.YesNo.YES, null, 1, 1);
    assertThat(ZH.message(finding)).isEqualTo("配有合格教师：否，应为是");
  }
}
