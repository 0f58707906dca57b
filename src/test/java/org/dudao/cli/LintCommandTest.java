package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dudao.EditedRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        .startsWith("L023\nLimits of one rule in one unit lie close together.");
    assertThat(Run.of("lint", "--explain", "L023", "--lang", "zh").out()).startsWith("L023\n同一规则");
    Run unknown = Run.of("lint", "--explain", "L999", "--lang", "en");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no warning L999");
  }
}
