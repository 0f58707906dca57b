package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dudao.EditedRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dudao lint} as those who edit rules meet it. */
class LintCommandTest {
  private static final String CAP = "class-size.primary.design,class-size.students,primary,45,";

  @TempDir private Path folder;

  @BeforeEach
  void copy_the_shipped_rules() {
    EditedRules.copiedTo(folder);
  }

  private Path sizes() {
    return folder.resolve("cn/class-size.csv");
  }

  private void edit(String old, String other) throws IOException {
    String text = Files.readString(sizes());
    assertThat(text).contains(old);
    Files.writeString(sizes(), text.replace(old, other));
  }

  @Test
  void the_shipped_rules_are_clean() {
    Run run = Run.of("lint", "--lang", "en");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("errors: 0, warnings: 0 (rules: ");
  }

  @Test
  void a_warning_has_its_code_place_cell_and_what_helps() throws IOException {
    edit(CAP, CAP.replace("45", "450"));

    Run run = Run.of("lint", folder.toString(), "--lang", "en");

    assertThat(run.code()).isOne();
    assertThat(run.out())
        .contains("warning[L001]: value of class-size.primary.design was 45 and is 450\n  --> " + sizes() + ":2:4 (D2)\n")
        .contains("warning[L023]: 450 is far from what limits of class-size.students are: ")
        .contains("\n  = a digit too many or too few, or a point in the wrong place?\n")
        .contains("more about a warning: dudao lint --explain L001\n");
    String[] lines = run.out().split("\n");
    int row = Stream.iterate(0, i -> i + 1).filter(i -> lines[i].startsWith("2 | ")).findFirst().orElseThrow();
    assertThat(lines[row].substring(lines[row + 1].indexOf('^'))).startsWith("450,");
    assertThat(lines[row + 1].strip()).isEqualTo("| " + " ".repeat(lines[row + 1].indexOf('^') - 4) + "^^^");
  }

  @Test
  void columns_bear_their_chinese_names_for_readers_of_chinese() throws IOException {
    edit(CAP, CAP.replace("45", "450"));
    assertThat(Run.of("lint", folder.toString(), "--lang", "zh").out())
        .contains("警告[L001]: class-size.primary.design 的 value（限值） 原为 45，现为 450");
  }

  @Test
  void what_is_only_worth_knowing_is_a_note_and_ends_with_0(@TempDir Path own) throws IOException {
    Path table = own.resolve("cn-4302/class-size.csv");
    Files.createDirectories(table.getParent());
    Files.writeString(
        table,
        """
        id,rule,applies_to,value,unit,level,from,title,document
        class-size.mine,class-size.students,primary,44,students,should,2026-09-01,班额,办法
        """);
    Run run = Run.of("lint", own.toString(), "--lang", "en");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("note[L080]: new rows that no case holds: 1 (class-size.mine)\n  --> " + table + ":2:1 (A2)")
        .contains("note[L081]: the table has no columns until, title_en, clause")
        .contains("errors: 0, warnings: 0");
    assertThat(Run.of("lint", own.toString(), "--format", "github", "--lang", "en").out()).startsWith("::notice file=");

    Files.createDirectories(own.resolve("cases"));
    Files.writeString(
        own.resolve("cases/class-size.csv"),
        """
        case,region,day,fact,id,stage,students,standard,expected
        小学,CN-4302,2026-09-01,class,a,PRIMARY,45,class-size.mine,FAIL
        """);
    assertThat(Run.of("lint", own.toString(), "--lang", "en").out()).doesNotContain("L080");
    Files.writeString(own.resolve("cases/class-size.csv"), "case,region\n");
    assertThat(Run.of("lint", own.toString(), "--lang", "en").out()).contains("the column standard is missing");
  }

  @Test
  void errors_and_warnings_are_told_at_once_and_end_with_3() throws IOException {
    edit(CAP, CAP.replace("45", "450"));
    Files.writeString(
        folder.resolve("cn/class-size.drl"),
        Files.readString(folder.resolve("cn/class-size.drl")).replace("\"students\" ).isAtMost", "\"studnets\" ).isAtMost"));

    Run run = Run.of("lint", folder.toString(), "--lang", "en");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("did you mean students?").contains("warning[L001]: value of class-size.primary.design");
  }

  @Test
  void json_says_the_same() throws IOException {
    edit(CAP, CAP.replace("45", "450"));

    Run run = Run.of("lint", folder.toString(), "--format", "json", "--lang", "en");

    JsonNode json = JsonMapper.builder().build().readTree(run.out());
    assertThat(json.get("errors").asInt()).isZero();
    assertThat(json.get("warnings").asInt()).isEqualTo(2);
    JsonNode first = json.get("findings").get(0);
    assertThat(first.get("code").asString()).isEqualTo("L001");
    assertThat(first.get("severity").asString()).isEqualTo("warning");
    assertThat(first.get("line").asInt()).isEqualTo(2);
    assertThat(first.get("place").asString()).isEqualTo("D2");
  }

  @Test
  void lines_of_a_change_are_marked_on_github() throws IOException {
    edit(CAP, CAP.replace("45", "450"));

    Run run = Run.of("lint", folder.toString(), "--format", "github", "--lang", "en");

    assertThat(run.out())
        .startsWith(
            "::warning file=" + sizes() + ",line=2,col=4,title=L001::value of class-size.primary.design was 45 and is 450\n");
  }

  @Test
  void each_warning_is_explained_in_both_languages() {
    assertThat(Run.of("lint", "--explain", "l023", "--lang", "en").out())
        .startsWith("L023\nLimits for the same facts lie close together.");
    assertThat(Run.of("lint", "--explain", "L023", "--lang", "zh").out()).startsWith("L023\n适用于同类对象的限值");
    Run unknown = Run.of("lint", "--explain", "L999", "--lang", "en");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no warning L999");
  }

  @Test
  void a_folder_that_is_not_there_cannot_be_watched() {
    Path none = folder.resolve("none");

    Run run = Run.of("lint", none.toString(), "--watch", "--lang", "zh");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("错误: 没有 " + none + " 这个文件").doesNotContain("Exception");
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void a_watched_folder_is_looked_at_again_when_it_changes() throws Exception {
    PipedInputStream told = new PipedInputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(), new PrintStream(new PipedOutputStream(told), true, StandardCharsets.UTF_8),
            System.err, false, Map.of());
    Thread watching =
        new Thread(() -> Main.run(console, "lint", folder.toString(), "--watch", "--lang", "en"), "watching");
    watching.start();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(told, StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith("errors: 0, warnings: 0");
      edit(CAP, CAP.replace("45", "450"));
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).startsWith("warning[L001]: value of class-size.primary.design was 45 and is 450");
    } finally {
      watching.interrupt();
      watching.join();
    }
  }
}
