package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.report.Checked;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.InputFile;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.SubjectReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormatTest {
  @ParameterizedTest
  @EnumSource
  void the_limits_of_one_bureau_stand_below_each_other(Language language) throws IOException {
    String at =
        language == Language.ZH ? "不超过 55 人|不迟于|不少于 95%|对照 1313" : "at most 55|by 20|at least 95%|to agree with 1313";
    List<String> lines = lines(GoldenTest.written("text", SampleReport.report(), SampleReport.context(language)));
    Set<Integer> starts =
        lines.stream()
            .filter(line -> line.startsWith("    facts/") && line.matches(".*(" + at + ").*"))
            .map(line -> Cells.width(line.split(at, 2)[0]))
            .collect(Collectors.toSet());
    assertThat(starts).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void the_lines_of_the_totals_are_equally_wide(Language language) throws IOException {
    List<String> lines = lines(GoldenTest.written("text", SampleReport.report(), SampleReport.context(language)));
    int heading = lines.indexOf(Messages.of(language).text("heading.topics") + " (7)");
    assertThat(lines.subList(heading + 1, heading + 10).stream().map(Cells::width).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void no_line_is_wider_than_a_terminal(Language language) throws IOException {
    assertThat(lines(GoldenTest.written("text", SampleReport.report(), SampleReport.withPasses(language))))
        .allMatch(line -> Cells.width(line) <= 120);
  }

  @Test
  void a_long_path_has_a_line_of_its_own() throws IOException {
    Finding one = SampleReport.clean().findings().get(0);
    Origin deep = new Origin("a/very/long/path/".repeat(6) + "facts.json", "", 12, 40);
    Finding far =
        new Finding(
            one.standard(), Outcome.FAIL, one.subject(), "", one.measure(), one.demand(), SampleReport.numeral("57",
            "students"),
            SampleReport.numeral("55", "students"), one.unit(), SampleReport.numeral("2", ""),
            List.of(), List.of(), deep, one.fingerprint());
    Report report =
        new Report(SampleReport.clean().bureaus(), List.of(), List.of(far), List.of(), List.of(), List.of());
    assertThat(lines(GoldenTest.written("text", report, SampleReport.context(Language.ZH))))
        .contains("    " + deep, "        违反  57  不超过 55 人  超出 2  小学班额上限 [class-size.primary.max]");
  }

  @Test
  void colours_are_all_that_a_coloured_page_adds() throws IOException {
    String plain = GoldenTest.written("text", SampleReport.report(), SampleReport.context(Language.ZH));
    String coloured =
        GoldenTest.written(
            "text", SampleReport.report(), new Context(Language.ZH, Level.MUST, false, true, "0.1.0", Map.of()));
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[31m");
    assertThat(lines(coloured.replaceAll("\u001b\\[\\d+m", "")).stream().map(String::stripTrailing))
        .isEqualTo(lines(plain));
  }

  @Test
  void a_name_cannot_steer_the_terminal() throws IOException {
    Report report =
        new Report(
            List.of(new Checked("b", "\u001b[2J\u202egood\nOK", "CN", LocalDate.parse("2024-03-31"), 1)),
            List.of(SampleReport.CLASS_SIZE),
            List.of(
                SampleReport.finding(
                    SampleReport.CLASS_SIZE, Outcome.FAIL,
                    new SubjectReference("b", SampleReport.DAY, "class", "c", "a\r\nb\u001b[0m"), "students",
                    Demand.AT_MOST, SampleReport.numeral("57", "students"), SampleReport.numeral("55", "students"),
                    SampleReport.numeral("2", ""), 1, 1)),
            List.of(), List.of(), List.of());
    assertThat(GoldenTest.written("text", report, SampleReport.context(Language.ZH)))
        .doesNotContain("\u001b", "\u202e", "\r", "\nOK");
  }

  @Test
  void passes_are_told_only_when_asked_for() throws IOException {
    String name = "=1+1";
    assertThat(GoldenTest.written("text", SampleReport.report(), SampleReport.context(Language.ZH)))
        .doesNotContain(name);
    assertThat(GoldenTest.written("text", SampleReport.report(), SampleReport.withPasses(Language.ZH))).contains(name);
  }

  @Test
  void a_clean_run_says_what_was_checked() throws IOException {
    assertThat(GoldenTest.written("text", SampleReport.clean(), SampleReport.context(Language.ZH)))
        .contains("班额     1     1       0       0     0     0", "结论：合格，全部检查完毕，没有违反");
  }

  @Test
  void a_run_that_judged_nothing_is_not_clean() throws IOException {
    Report nothing = new Report(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(GoldenTest.written("text", nothing, SampleReport.context(Language.ZH))).contains("结论：检查不完整，没有任何事实可供判定");
  }

  @Test
  void many_inputs_are_told_as_one_line_a_role() throws IOException {
    List<InputFile> inputs =
        IntStream.range(0, 40)
            .mapToObj(
                index ->
                    new InputFile(
                        InputFile.Role.LIMITS, "rules/cn/" + index + ".csv", "%064d".formatted(index)))
            .toList();
    String text =
        GoldenTest.written("text", SampleReport.clean().with(List.of(), inputs), SampleReport.context(Language.ZH));
    assertThat(text).contains("41 个文件").doesNotContain("rules/cn/7.csv");
  }

  @Test
  void a_long_text_is_broken_between_chinese_characters() {
    assertThat(Cells.wrapped("中华人民共和国教育法", 8)).containsExactly("中华人民", "共和国教", "育法");
    assertThat(Cells.wrapped("one two", 5)).containsExactly("one", "two");
    assertThat(Cells.wrapped("class-size.max b", 5)).as("an id can be found again").containsExactly("class-size.max", "b");
    assertThat(Cells.wrapped("", 5)).containsExactly("");
  }

  @Test
  void a_place_of_which_only_the_file_is_known_has_no_line() throws IOException {
    Finding one = SampleReport.clean().findings().get(0);
    Finding somewhere =
        new Finding(
            one.standard(), Outcome.FAIL, one.subject(), "", one.measure(), one.demand(), SampleReport.numeral("57",
            "students"),
            SampleReport.numeral("55", "students"), one.unit(), SampleReport.numeral("2", ""),
            List.of(), List.of(), Origin.of("liling.json"), one.fingerprint());
    Report report =
        new Report(SampleReport.clean().bureaus(), List.of(), List.of(somewhere), List.of(), List.of(), List.of());
    assertThat(GoldenTest.written("text", report, SampleReport.context(Language.ZH))).contains("liling.json  违反");
    assertThat(GoldenTest.written("html", report, SampleReport.context(Language.ZH))).contains("liling.json</code>");
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
