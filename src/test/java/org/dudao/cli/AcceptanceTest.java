package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a check must have seen to be accepted, and what those who receive facts can hold against them. */
class AcceptanceTest {
  /** A class that keeps its limit beside a school of which much is unknown. */
  private static final String KEPT =
      "{\"bureau\":{\"id\":\"r\",\"region\":\"%s\",\"level\":\"COUNTY\"},\"asOf\":\"2024-06-30\","
          + "\"schools\":[{\"id\":\"s\",\"type\":\"211\"}],"
          + "\"classes\":[{\"id\":\"c\",\"school\":\"s\",\"stage\":\"PRIMARY\",\"grade\":1,\"students\":40},"
          + "{\"id\":\"d\",\"school\":\"s\",\"stage\":\"PRIMARY\",\"grade\":1}]}";

  private static Run check(String region, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "-", "--topic", "class-size"));
    args.addAll(List.of(options));
    return Run.withInput(KEPT.formatted(region), args.toArray(String[]::new));
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void what_is_unknown_is_accepted_where_somebody_allows_it() {
    assertThat(check("CN-430203").code()).isEqualTo(4);
    assertThat(check("CN-430203", "--allow-unknown").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "CN-430299 | no table knows the region CN-430299; by its code it lies in CN-430200 株洲市",
    "CN-430302 | ",
    "CN-430205 | no table knows the region CN-430205; did you mean CN-43020",
    "CN-99 | no table knows the region CN-99; by its code it lies in CN,",
    "CN-X-SHIDUNHA | no table knows the region CN-X-SHIDUNHA; did you mean CN-X-SHIDUNHE?",
    "CN-X-ELSEWHERE | ",
    "US-NY | there are no standards for the region US-NY: nothing was held against any; there are some for US-CA, US-FL, US-TX",
    "US-FLA | there are no standards for the region US-FLA: nothing was held against any; did you mean US-FL?",
    "FR | there are some for CN, "
  })
  void a_region_that_no_table_knows_is_told_and_accepted_by_nobody(String region, String told) {
    for (String form : List.of("--format=json", "--stream")) {
      Run run = check(region, "--allow-unknown", form);
      if (told == null) {
        assertThat(run.code()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("no table knows");
      } else {
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains(told).contains("\"unknown-region\"");
        assertThat(run.err()).contains("--allow-unknown: ").contains("no table knows the region of a bureau");
      }
    }
  }

  @Test
  void a_code_that_ended_is_told_with_what_came_after_it_from_the_next_year() {
    Run run = check("CN-430221", "--allow-unknown", "--format=json");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("CN-430221 株洲县 was the code of a region until 2018; today it is CN-430211 天元区, CN-430212 渌口区");
    assertThat(check("CN-430221", "--as-of=2018-12-31", "--format=json").out()).doesNotContain("was the code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=json", "--stream"})
  void a_bureau_of_which_nothing_was_judged_is_accepted_by_nobody(String form) {
    Run run =
        Run.withInput(
            "{\"bureau\":{\"id\":\"r\",\"region\":\"CN-430203\",\"level\":\"COUNTY\"},\"asOf\":\"2024-06-30\"}",
            "check", "-", "--topic=class-size", "--allow-unknown", form);
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).contains("\"nothing-judged\"");
    assertThat(run.err()).contains("nothing was judged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=json", "--stream"})
  void files_that_were_not_read_are_accepted_by_nobody(String form, @TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.json"), KEPT.formatted("CN-430203").replace("\"grade\":1}", "\"grade\":1,\"students\":40}"));
    assertThat(Run.of("check", folder.toString(), "--standard=class-size.large", form).code()).isZero();
    Files.writeString(folder.resolve("b.json.bak"), "{}");
    for (List<String> allowing : List.of(List.<String>of(), List.of("--allow-unknown"))) {
      List<String> args = new ArrayList<>(List.of("check", folder.toString(), "--standard=class-size.large", form));
      args.addAll(allowing);
      Run run = Run.of(args.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.out()).contains("\"unread-files\"");
    }
    assertThat(Run.of("check", folder.toString(), "--standard=class-size.large").out())
        .contains("files not read: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "CN-43, CN-430203, true",
    "CN-430000, CN-430203, true",
    "CN-430200, CN-430203, true",
    "cn-4302, CN-430203, true",
    "CN-430203, CN-430203, true",
    "'CN-31,CN-43', CN-430203, true",
    "CN, CN-430203, true",
    "CN-31, CN-430203, false",
    "CN-430203, CN-43, false",
    "CN-430203, CN-430200, false",
    "CN-4303, CN-430203, false",
    "GB, GB-ENG, true",
    "GB-ENG, CN-430203, false"
  })
  void nothing_is_judged_of_a_bureau_from_elsewhere(String expected, String region, boolean isAccepted) {
    for (String form : List.of("--format=json", "--stream")) {
      Run run = check(region, "--expect-region", expected, form);
      assertThat(run.code()).isEqualTo(isAccepted ? 4 : 3);
      assertThat(run.out().contains("nothing of them was judged")).isEqualTo(!isAccepted);
      assertThat(run.out().contains("\"outcome\":\"UNKNOWN\"") || run.out().contains("\"outcome\": \"UNKNOWN\""))
          .isEqualTo(isAccepted && run.out().contains("class-size"));
    }
    if (!isAccepted) {
      JsonNode problem = json(check(region, "--expect-region", expected, "--format=json")).get("problems").get(0);
      assertThat(problem.get("code").asString()).isEqualTo("region-unexpected");
      assertThat(problem.get("at").get("pointer").asString()).isEqualTo("/bureau/region");
    }
  }

  @Test
  void of_several_bureaus_those_from_elsewhere_are_left_out() {
    String two = KEPT.formatted("CN-430203") + "\n" + KEPT.formatted("CN-310101").replace("\"r\"", "\"q\"");
    Run run = Run.withInput(two, "check", "-", "--stream", "--topic=class-size", "--expect-region=CN-43");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out().lines().filter(line -> line.contains("\"finding\"") && line.contains("\"bureau\":\"r\""))).isNotEmpty();
    assertThat(run.out().lines().filter(line -> line.contains("\"finding\"") && line.contains("\"bureau\":\"q\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "CN-430205 | did you mean CN-43020",
    "Hunan | HUNAN is no region code",
    "CN-4302x | CN-4302X is no region code",
    "CN-99 | no table knows the region CN-99"
  })
  void a_region_that_nobody_can_be_from_is_wrong_usage(String expected, String told) {
    Run run = check("CN-430203", "--expect-region", expected);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "--max-size, 0, 2047", "--max-size, 2048, 2047", "--max-facts, 0, 2147483647", "--max-faults, -1, 2147483647"
  })
  void a_bound_of_input_that_cannot_be_is_told_with_those_that_can(String option, String given, String most) {
    for (String form : List.of("--format=json", "--stream")) {
      Run run = check("CN-430203", form, option + "=" + given);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith(option + " " + given + " is not possible; 1 to " + most + " are");
    }
  }

  @Test
  void other_rules_than_those_expected_judge_nothing(@TempDir Path folder) throws IOException {
    String fingerprint = json(check("CN-430203", "--format=json")).get("rules").get("sha256").asString();
    assertThat(check("CN-430203", "--expect-rules", fingerprint).code()).isEqualTo(4);
    assertThat(check("CN-430203", "--expect-rules", fingerprint.substring(0, 12).toUpperCase()).code()).isEqualTo(4);
    Path own = Files.createDirectories(folder.resolve("cn")).resolve("class-size.csv");
    Files.writeString(
        own,
        "id,rule,applies_to,value,unit,level,from,title,document,clause\n"
            + "class-size.own,class-size.students,primary,39,students,must,2020-01-01,班额,文件,1\n");
    for (String form : List.of("--format=json", "--stream")) {
      Run run = check("CN-430203", "--rules", folder.toString(), "--expect-rules", fingerprint, form);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("and expected is " + fingerprint + ": nothing was judged");
    }
    for (String wrong : List.of("abc", "0123456789xy", fingerprint + "0")) {
      assertThat(check("CN-430203", "--expect-rules", wrong).code()).isEqualTo(2);
    }
    Run text = check("CN-430203", "--rules", folder.toString());
    assertThat(text.out().lines().skip(1).findFirst().orElseThrow())
        .startsWith("Not judged by the shipped rules alone: ").contains("fingerprint ");
    assertThat(check("CN-430203").out()).doesNotContain("shipped rules alone");
    String page = check("CN-430203", "--rules", folder.toString(), "--format=html").out();
    assertThat(page.indexOf("Not judged by the shipped rules alone")).isBetween(0, page.indexOf("<main>"));
  }
}
