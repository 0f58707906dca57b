package org.dudao.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dudao.fact.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in facts and rules steers no terminal, turns no line round and makes none: in every output of every command. */
class HiddenSignsTest {
  /** Formats that facts may hold; a control is a fault there. */
  private static final String FORMATS =
      "\u00AD\u061C\u200B\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u2028\u2029";
  private static final String CONTROLS = "\u0007\b\u001B[31m\u009B\u007F\u0085";
  private static final String FORGED = "\nerror:_forged\r\nclean";
  private static final List<String> HIDDEN = List.of(FORMATS, CONTROLS + FORGED);
  private static final String ALL = String.join("", HIDDEN);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void no_name_of_a_property_and_no_torn_line_shows_a_hidden_sign() throws IOException {
    for (String hidden : HIDDEN) {
      String escaped = JSON.writeValueAsString("x" + hidden);
      String document = "{\"bureau\":{\"id\":\"b\",\"region\":\"CN\"},%s:1,\"schools\":[{\"id\":\"s\",%s:2}]}";
      Path named = Files.writeString(folder.resolve("named.json"), document.formatted(escaped, escaped));
      Path torn = Files.writeString(folder.resolve("torn.json"), "{\"bureau\": {\"id\": \"x" + hidden + "\" \"y\": ]}");
      everyWay("check", named.toString());
      everyWay("check", torn.toString());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void no_name_of_a_file_shows_a_hidden_sign() throws IOException {
    for (String hidden : HIDDEN) {
      Path odd = Files.createDirectories(folder.resolve("x" + hidden));
      Files.copy(OddTexts.FACTS, odd.resolve("facts" + hidden + ".json"));
      everyWay("check", odd.toString());
      everyWay("lint", odd.toString());
      isVisible(Run.of("check", odd.resolve("none" + hidden).toString()));
      isVisible(Run.of("check", OddTexts.FACTS.toString(), "--rules", odd.toString()));
    }
    // Who types a line of his own deceives nobody else.
    for (String option : List.of("--topic=x", "--as-of=x", "--unknown")) {
      isVisible(Run.of("check", OddTexts.FACTS.toString(), option + FORMATS + CONTROLS));
    }
  }

  @Test
  void no_cell_for_people_shows_a_hidden_sign_in_a_finding() throws IOException {
    String rules = OddTexts.rules(folder.resolve("rules"), OddTexts.FOR_PEOPLE, text -> "x" + ALL + text).toString();
    Run run = Run.of("check", OddTexts.FACTS.toString(), "--rules", rules);
    assertThat(run.out()).as(run.err()).contains(OddTexts.LIMIT, "x\\u00AD");
    everyWay("check", OddTexts.FACTS.toString(), "--rules", rules);
    everyWay("standards", "--all", "--topic", "class-size", "--rules", rules);
    everyWay("lint", rules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "junit"})
  void no_case_shows_a_hidden_sign(String format) throws IOException {
    for (String hidden : HIDDEN) {
      String name = JSON.writeValueAsString("name" + hidden);
      Path cases = Files.createDirectories(folder.resolve("cases"));
      Files.writeString(
          cases.resolve("odd.json"),
          Files.readString(Path.of("fixtures/cases/class-size.json"))
              .replaceAll("\"name\": \"[^\"]*\"", "\"name\": " + name.replace("\\", "\\\\"))
              .replaceFirst("\"FAIL\"", "\"PASS\""));
      for (String language : List.of("zh", "en")) {
        isVisible(Run.of("test", "--cases", cases.toString(), "--format", format, "--lang", language));
      }
    }
  }

  @Test
  void json_keeps_the_exact_text() throws IOException {
    Path facts = Files.writeString(folder.resolve("facts.json"), OddTexts.facts("name", text -> text + FORMATS));
    Run run = Run.of("check", facts.toString(), "--format", "json");
    List<String> names = new ArrayList<>();
    JSON.readTree(run.out()).get("findings").valueStream()
        .map(one -> one.at("/subject/name")).filter(JsonNode::isString).forEach(one -> names.add(one.asString()));
    assertThat(names).isNotEmpty().allMatch(name -> name.endsWith(FORMATS));
    assertThat(run.out()).containsIgnoringCase("\\u202e");
  }

  @Test
  void no_text_of_any_kind_of_fact_shows_a_hidden_sign() throws IOException {
    OddTexts.facts(folder, text -> text + FORMATS);
    Run run = Run.of("check", folder.toString(), "--show-passes");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().split(Pattern.quote(VisibleText.of(FORMATS).substring(0, 6)))).hasSizeGreaterThan(100);
    everyWay("check", folder.toString(), "--show-passes");
    everyWay("check", folder.toString(), "--previous", folder.toString());
  }

  @Test
  void no_fault_of_any_property_of_any_kind_of_fact_shows_a_hidden_sign() throws IOException {
    // A control is told before all else that is wrong with a text.
    for (String hidden : HIDDEN) {
      OddTexts.faults(folder, "x" + hidden);
      assertThat(Run.of("check", folder.toString()).code()).isEqualTo(3);
      everyWay("check", folder.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cn/class-size.csv, cn/class-size.csv", "cn/codes.csv, cn/codes.csv", "cn/forms.csv, cn/forms.csv",
    "cn/profiles.csv, cn/profiles.csv", "calendars/cn.csv, calendars/cn.2027.csv"})
  void no_cell_of_any_table_shows_a_hidden_sign(String shipped, String path) throws IOException {
    OddTexts.table(folder, shipped, path, text -> "x" + ALL + text);
    everyWay("lint", folder.toString());
    everyWay("check", OddTexts.FACTS.toString(), "--rules", folder.toString());
    everyWay("standards", "--all", "--rules", folder.toString());
    isVisible(Run.of("test", folder.toString(), "--lang", "zh"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void no_name_of_a_file_of_rules_cases_or_reports_shows_a_hidden_sign() throws IOException {
    for (String hidden : HIDDEN) {
      Path rules = Files.createDirectories(folder.resolve("rules" + hidden));
      Path cn = Files.createDirectories(rules.resolve("cn"));
      Files.copy(Path.of("rules/cn/class-size.drl"), cn.resolve("x" + hidden + ".drl"), REPLACE_EXISTING);
      Files.copy(Path.of("rules/cn/class-size.csv"), cn.resolve("y" + hidden + ".csv"), REPLACE_EXISTING);
      Path cases = Files.createDirectories(rules.resolve("cases"));
      Files.writeString(cases.resolve("z" + hidden + ".json"), "{");
      everyWay("lint", rules.toString());
      everyWay("check", OddTexts.FACTS.toString(), "--rules", rules.toString());
      everyWay("standards", "--rules", rules.toString());
      isVisible(Run.of("test", rules.toString()));
      isVisible(Run.of("test", "--cases", cases.toString()));
      Path report = OddTexts.FACTS.resolve("report" + hidden + ".json");
      Run run = Run.of("check", OddTexts.FACTS.toString(), "--format", "json=" + report);
      assertThat(run.err()).contains("could not write");
      isVisible(run);
    }
  }

  /** In each language and format that the command has. */
  private void everyWay(String command, String... arguments) throws IOException {
    List<List<String>> formats =
        switch (command) {
          case "check" -> List.of(List.of("--stream"), List.of("--format", "html"), List.of());
          case "lint" -> List.of(List.of(), List.of("--format", "json"), List.of("--format", "github"));
          default -> List.of(List.of(), List.of("--format", "json"));
        };
    for (List<String> format : formats) {
      List<String> line = new ArrayList<>(List.of(command));
      line.addAll(List.of(arguments));
      line.addAll(format);
      if (format.contains("--stream")) {
        line.remove("--show-passes");
      }
      Path json = folder.resolve("report.json");
      if (command.equals("check") && format.isEmpty()) {
        line.addAll(List.of("--format", "text", "--format", "json=" + json, "--lang", "zh"));
      } else {
        line.addAll(List.of("--lang", "en"));
      }
      isVisible(Run.of(line.toArray(String[]::new)));
      if (Files.exists(json)) {
        isVisible(Files.readString(json));
        Files.delete(json);
      }
    }
  }

  private static void isVisible(Run run) {
    isVisible(run.out());
    isVisible(run.err());
    assertThat(run.err()).doesNotContain("the program failed", "程序出错", "\tat ");
  }

  private static void isVisible(String output) {
    assertThat(output.lines()).noneMatch(line -> line.startsWith("error:_forged") || line.equals("clean"));
    output.codePoints().filter(c -> c != '\n' && VisibleText.isHidden(c)).findFirst().ifPresent(c -> {
      int at = output.indexOf(Character.toString(c));
      throw new AssertionError("U+%04X is shown raw: %s".formatted(c, output.substring(Math.max(0, at - 100), at)));
    });
  }
}
