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
import org.junit.jupiter.params.provider.ValueSource;

/** A slip of the pen in a table is a fault with its cell, never another standard, and never none. */
class LimitReaderTest {
  private static final String HEADER = String.join(",", LimitReader.COLUMNS) + "\n";
  private static final String ROW =
      "class-size.x,class-size.students,primary,45,students,must,2012-01-01,,班额,Class size,规范,,,,,,,,,,\n";

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
