package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.dudao.fact.WorkCalendar;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip of the pen in a table is a fault with its cell, never another standard, and never none. */
class LimitReaderTest {
  private static final String HEADER = String.join(",", LimitReader.COLUMNS) + "\n";
  private static final String ROW =
      "class-size.x,class-size.students,primary,45,students,must,2012-01-01,,班额,Class size,规范,,law,,,,,,,,,,,\n";

  @TestFactory
  List<DynamicTest> every_broken_table_of_limits_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken", "limits-.*\\.csv",
        file -> new LimitReader(Shipped.CODES).read(List.of(Broken.source(file, "cn/class-size.csv"))));
  }

  @TestFactory
  List<DynamicTest> every_broken_list_of_codes_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken", "codes.*\\.csv", file -> new CodeReader().read(List.of(Broken.source(file, "cn/codes.csv"))));
  }

  @TestFactory
  List<DynamicTest> every_broken_calendar_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken", "calendar.*\\.csv",
        file -> new CalendarReader().read(List.of(Broken.source(file, "calendars/cn.csv"))));
  }

  @Test
  void what_spreadsheet_programs_save_is_read_alike() throws InputException {
    String table = HEADER + ROW;
    List<byte[]> saved =
        List.of(
            table.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
            table.getBytes(Charset.forName("GB18030")),
            (HEADER + ",".repeat(LimitReader.COLUMNS.size() - 1) + "\n\n" + ROW.replace("45", " 45 ")).getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : saved) {
      Limit limit = read("cn/class-size.csv", bytes).get(0);
      assertThat(limit.title().zh()).isEqualTo("班额");
      assertThat(limit.valueText()).isEqualTo("45");
      assertThat(limit.region()).isEqualTo("CN");
    }
  }

  /** Each cell as people write it, beside what it is in the words of tables. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "45 人      |              | 45         | persons",
      "45人       | students     | 45         | students",
      "４５％     |              | 45         | %",
      "45 %       | %            | 45         | %",
      "20个工作日 |              | 20         | working days",
      "20 天      | 日           | 20         | days",
      "15         | 工作日（含首日） | 15     | working days beginning with the first",
      "20日       | days         | 20         | days",
      "20至22     | %            | 20..22     | %",
      "20..22%    |              | 20..22     | %",
      "１/３      | 比值         | 1/3        | ratio",
      "是         |              | yes        | ~~",
      "2012年1月1日 | 日期       | 2012-01-01 | day",
      "2012/1/1   | day          | 2012-01-01 | day",
      "1月31日    | date         | 01-31      | date",
      "8:00       | time         | 08:00      | time",
      "20：30：00 | 时刻         | 20:30      | time",
      "24:00      | time         | 24:00      | time",
      "甲；乙     | 列表         | 甲; 乙     | list",
      "甲、 乙    | list         | 甲; 乙     | list",
      "甲、乙;    | list         | 甲、乙     | list",
      "甲、乙; 丙 | list         | 甲、乙; 丙 | list",
      "＝计划学生数 | 人         | =plannedStudents | persons",
      "最早（20个上学日；60 工作日） | 期限 | earliest(20 school days; 60 working days) | period",
      "latest(30 days, 1月31日) | period | latest(30 days; 01-31) | period",
      "5          | 元/生/年     | 5          | yuan/student/year",
      "5          | 只           | 5          | 只"})
  void a_value_with_its_unit_is_read_as_a_person_reads_it(String value, String unit, String text, String read)
      throws InputException {
    String row = ROW.replace(",45,students,", ",\"" + value + "\"," + (unit == null ? "" : unit) + ",");
    Limit limit = read("cn/class-size.csv", (HEADER + row).getBytes(StandardCharsets.UTF_8)).get(0);
    assertThat(limit.valueText()).isEqualTo(text);
    assertThat(limit.unit()).isEqualTo(read);
    String plain = ROW.replace(",45,students,", ",\"" + text + (read.equals("list") ? ";" : "") + "\"," + read + ",");
    String reread = text.contains("; ") ? plain.replace(";\"", "\"") : plain;
    assertThat(read("cn/class-size.csv", (HEADER + reread).getBytes(StandardCharsets.UTF_8)).get(0).value())
        .isEqualTo(limit.value());
  }

  /** A wave stands for a bar. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "小学　农村              | primary rural",
      "primary 农村            | primary rural",
      "小学 ！ 教学点          | primary !teaching-point",
      "学生数不少于200         | students>=200",
      "学生数 ≥ 200 班级数超过9 | students>=200 classes>9",
      "信息公开申请            | information-request",
      "中心学校                | central",
      "小学｜初中 !教学点      | primary~junior !teaching-point",
      "小学 ～ 初中            | primary~junior",
      "小学 学生数少于50~!教学点 | primary students<50~!teaching-point"})
  void a_scope_is_read_as_a_person_reads_it(String cell, String words) throws InputException {
    String written = cell.replaceAll("[~～]", "|");
    String text = words.replace('~', '|');
    Limit limit =
        read("cn/class-size.csv", (HEADER + ROW.replace("primary", written)).getBytes(StandardCharsets.UTF_8)).get(0);
    Limit plain =
        read("cn/class-size.csv", (HEADER + ROW.replace("primary", text)).getBytes(StandardCharsets.UTF_8)).get(0);
    assertThat(limit.appliesTo()).isEqualTo(text);
    assertThat(limit.scope()).isEqualTo(plain.scope());
  }

  /** A title may be called like a column; it is told once, and the rows below it are read. */
  @ParameterizedTest
  @ValueSource(strings = {"班额标准", "限值", "限值,,,,", "标题\n\n某某市"})
  void a_title_above_the_header_is_one_fault(String title) {
    assertThat(faults("cn/class-size.csv", title + "\n" + HEADER + ROW + ROW.replace(".x", ".y")))
        .containsExactly("title-row");
  }

  @Test
  void one_id_keeps_to_one_rule_in_every_region() {
    assertThat(faults("cn-43/class-size.csv", HEADER + ROW.replace("class-size.students", "class-size.planned"), "cn/class-size.csv", HEADER + ROW))
        .containsExactly("other-rule");
  }

  /** A folder that no region can lie in would take its limits out of force without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"rules", "cn4302", "cn_4302", "cn-430", "cn-430200", "cn-43o2", "china", "calendar"})
  void a_folder_that_is_no_jurisdiction_is_refused(String folder) {
    assertThat(faults(folder + "/class-size.csv", HEADER + ROW)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "cn", "cn-43", "cn-4302", "cn-430203", "cn-x-efficiency-year", "gb-eng", "us-fl"})
  void a_folder_that_is_a_jurisdiction_is_taken(String folder) throws InputException {
    assertThat(read(folder + "/class-size.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_8))).hasSize(1);
  }

  /** {@code cn-2027.csv} would be the calendar of no country, and 2027 stay without holidays. */
  @Test
  void a_calendar_bears_the_name_of_a_region() {
    String sound = "kind,from,to,name,document\nweekend,1995-05-01,,星期六 星期日,规定\n";
    Source source = new Source("x", "calendars/cn-2027.csv", sound.getBytes(StandardCharsets.UTF_8));
    assertThat(faults(() -> new CalendarReader().read(List.of(source)))).containsExactly("calendar-name");
  }

  /** The United Arab Emirates moved their weekend by a day, so that three days of rest came together. */
  @Test
  void a_weekend_is_written_in_either_language_and_may_change() throws InputException {
    String table =
        """
        kind,from,to,name,document
        weekend,2006-09-01,2021-12-31,星期六 星期五,a
        weekend,2022-01-01,,Saturday Sunday,b
        known,2021-01-01,2022-12-31,2021 and 2022,c
        """;
    WorkCalendar calendar =
        new CalendarReader()
            .read(List.of(new Source("x", "calendars/ae.csv", table.getBytes(StandardCharsets.UTF_8))))
            .get("AE");
    assertThat(days("2021-12-26", "2021-12-30", "2022-01-03", "2022-01-07")).allMatch(calendar::isWorkingDay);
    assertThat(days("2021-12-24", "2021-12-25", "2021-12-31", "2022-01-01", "2022-01-02"))
        .noneMatch(calendar::isWorkingDay);
    assertThat(calendar.workingDaysBetween(LocalDate.parse("2021-12-25"), LocalDate.parse("2022-01-09"))).isEqualTo(10);
  }

  private static List<LocalDate> days(String... days) {
    return Stream.of(days).map(LocalDate::parse).toList();
  }

  @Test
  void cells_without_end_are_a_fault_and_no_crash() {
    assertThat(faults("cn/class-size.csv", HEADER + ROW.replace("primary", "!".repeat(100_000) + "primary"))).isNotEmpty();
    assertThat(faults("cn/class-size.csv", HEADER + ROW.replace("class-size.x", "class-size" + ".x".repeat(100_000)))).isNotEmpty();
    Source codes =
        new Source("x", "cn/codes.csv", ("list,code,title,title_en\ncase,A" + "_A".repeat(100_000) + ",甲,A\n").getBytes(StandardCharsets.UTF_8));
    assertThat(faults(() -> new CodeReader().read(List.of(codes)))).isNotEmpty();
  }

  private static List<Limit> read(String path, byte[] bytes) throws InputException {
    return new LimitReader(Shipped.CODES).read(List.of(new Source(path, path, bytes)));
  }

  /** The codes of the faults of tables given as path, text, path, text ... */
  private static List<String> faults(String... pathsAndTexts) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      sources.add(new Source(pathsAndTexts[i], pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
    }
    return faults(() -> new LimitReader(Shipped.CODES).read(sources));
  }

  private static List<String> faults(Shipped.Reading<?> reading) {
    try {
      reading.get();
      return List.of();
    } catch (InputException e) {
      return e.problems().stream().map(problem -> problem.code().text()).toList();
    }
  }
}
