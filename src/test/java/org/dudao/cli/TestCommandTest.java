package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dudao.EditedRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dudao test}: what comes out otherwise than a case promises is told, and nothing is promised by silence. */
class TestCommandTest {
  private static final String LIMITS =
      """
      id,rule,applies_to,value,unit,level,from,until,title,title_en,document,clause,remedy,dated_by,ref
      class-size.own,class-size.students,primary,45,students,must,2020-09-01,,班额,Class size,办法,1,分班,,
      """;
  private static final String CASE =
      """
      [
        {"case": "班额", "region": "CN-99", "asOf": "2024-06-30",
         "facts": {
           "schools": [{"id": "x", "name": "甲小学", "type": "211"}],
           "classes": [
             {"id": "a", "school": "x", "stage": "PRIMARY", "students": 45},
             {"id": "b", "school": "x", "stage": "PRIMARY", "students": 46}
           ]
         },
         "expect": {
           "class-size.own": {"a": "PASS", "b": %s}
         }}
      ]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write_rules() throws IOException {
    write("cn-99/class-size.csv", LIMITS);
  }

  @Test
  void the_shipped_rules_keep_the_shipped_cases() {
    Run run = Run.of("test");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).matches("cases \\d{4,}, expectations \\d{4,}, otherwise than expected 0\n");
  }

  @Test
  void what_comes_out_as_promised_ends_with_0() throws IOException {
    write("cases/a.json", CASE.formatted("\"FAIL\""));
    Run run = test();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).isEqualTo("cases 1, expectations 2, otherwise than expected 0\n");
  }

  @Test
  void what_comes_out_otherwise_is_told_with_facts_limit_and_places() throws IOException {
    write("cases/a.json", CASE.formatted("{\"outcome\": \"FAIL\", \"limit\": \"44\", \"level\": \"should\"}"));
    Run run = test();
    assertThat(run.code()).as(run.err()).isOne();
    assertThat(run.out().replace(folder.toString(), "DIR")).isEqualTo(
        """
        DIR/cases/a.json:11:38  "班额": class-size.own for b
          expected  FAIL, level should, limit 44
          found     FAIL, level must, limit 45, found 46
          fact      class b: school x, stage PRIMARY, students 46 (DIR/cases/a.json:7:8)
          fact      school x: name 甲小学, school type 211 (DIR/cases/a.json:4:18)
          limit     45 students, {primary}, must, CN-99, from 2020-09-01 (DIR/cn-99/class-size.csv:2:1)

        cases 1, expectations 2, otherwise than expected 1
        """);
  }

  @Test
  void a_silent_standard_is_told_with_the_limits_that_there_are() throws IOException {
    write("cases/a.json", CASE.formatted("\"FAIL\"").replace("2024-06-30", "2019-06-30"));
    Run run = test("--lang", "zh");
    assertThat(run.code()).isOne();
    assertThat(run.out())
        .contains("预期  符合（PASS）", "预期  不符合（FAIL）", "实际  不适用（NONE）", "2020-09-01", "数据  班级 b")
        .endsWith("用例 1 个，预期结果 2 条，与预期不符 2 条\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level   | must     | should",
        "limit   | 45       | 46",
        "unit    | students | persons",
        "found   | 46       | 45",
      })
  void every_detail_decides(String detail, String right, String wrong) throws IOException {
    String promised = "{\"outcome\": \"FAIL\", \"%s\": \"%s\"}";
    write("cases/a.json", CASE.formatted(promised.formatted(detail, right)));
    assertThat(test().code()).isZero();
    write("cases/a.json", CASE.formatted(promised.formatted(detail, wrong)));
    assertThat(test().code()).isOne();
  }

  @Test
  void programs_read_the_same_as_json() throws IOException {
    write("cases/a.json", CASE.formatted("\"PASS\""));
    Run run = test("--format", "json");
    assertThat(run.code()).isOne();
    JsonNode mismatch = JsonMapper.builder().build().readTree(run.out()).get("mismatches").get(0);
    assertThat(mismatch.get("expected").get("outcome").asString()).isEqualTo("PASS");
    assertThat(mismatch.get("found").get(0).get("outcome").asString()).isEqualTo("FAIL");
    assertThat(mismatch.get("found").get(0).get("found").asString()).isEqualTo("46");
    assertThat(mismatch.get("facts").get(0).get("said").get("students").asString()).isEqualTo("46");
    assertThat(mismatch.get("limits").get(0).get("value").asString()).isEqualTo("45");
    assertThat(mismatch.get("limits").get(0).get("at").asString()).endsWith("class-size.csv:2:1");
  }

  @Test
  void servers_read_the_same_as_well_formed_xml() throws Exception {
    write("cases/a.json", CASE.formatted("\"PASS\"").replace("班额", "a < b & \\\"c\\\" \\u0001 ]]>"));
    write("cases/b.json", CASE.formatted("\"FAIL\""));
    Run run = test("--format", "junit");
    assertThat(run.code()).isOne();
    Document xml =
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(run.out().getBytes(StandardCharsets.UTF_8)));
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("2");
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    Element failed = (Element) xml.getElementsByTagName("failure").item(0).getParentNode();
    assertThat(failed.getAttribute("name")).isEqualTo("a < b & \"c\" \\u0001 ]]> (2)");
    assertThat(failed.getTextContent()).contains("expected  PASS").contains("found     FAIL");
  }

  @Test
  void cases_of_another_folder_can_be_named() throws IOException {
    write("other/a.json", CASE.formatted("\"FAIL\""));
    Run run = test("--cases", folder.resolve("other").toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void what_lacks_a_case_is_listed(String format) throws IOException {
    write("cases/a.json", CASE.formatted("\"FAIL\""));
    Run run = test("--coverage", "--format", format);
    assertThat(run.code()).as(run.err()).isOne();
    if (format.equals("text")) {
      assertThat(run.out())
          .contains("cn-99/class-size.csv:2:1  class-size.own (45 students,", "no case for UNKNOWN, NONE\n")
          .endsWith("versions of standards 1, with gaps 1\n");
    } else {
      JsonNode gap = JsonMapper.builder().build().readTree(run.out()).get("gaps").get(0);
      assertThat(gap.get("lacking").valueStream().map(JsonNode::asString)).containsExactly("UNKNOWN", "NONE");
      assertThat(gap.get("metExactly").asBoolean()).isTrue();
      assertThat(gap.get("missedByOneStep").asBoolean()).isTrue();
    }
  }

  @Test
  void a_slip_that_no_case_notices_is_listed() throws IOException {
    write("cases/a.json", CASE.formatted("\"FAIL\""));
    Run run = test("--mutate");
    assertThat(run.code()).as(run.err()).isOne();
    assertThat(run.out().lines().map(line -> line.replaceFirst(".*class-size.own @CN-99 from 2020-09-01 +", "")))
        .startsWith(
            "level: must -> should", "unit: students -> students per guard", "from: 2020-09-01 -> 2020-08-31",
            "from: 2020-09-01 -> 2020-09-02", "applies_to: primary -> (nothing)")
        .contains("value: 2 tried, 0 survive, 0 change nothing");
    assertThat(test("--mutate", "--lang", "zh").out()).contains("级别：must -> should", "处没有被用例发现");
    JsonNode survivors =
        JsonMapper.builder().build().readTree(test("--mutate", "--format", "json").out()).get("survivors");
    assertThat(survivors).hasSize(5);
    assertThat(survivors.get(0).get("kind").asString()).isEqualTo("level");
    assertThat(survivors.get(0).get("at").asString()).endsWith("cn-99/class-size.csv:2:1");
  }

  @Test
  void sheets_stand_beside_the_rules_and_are_none() throws IOException {
    write(
        "cases/a.csv",
        "case,region,day,fact,id,stage,students,standard,expected\n"
            + "one,CN-99,2024-06-30,class,c,PRIMARY,46,class-size.own,FAIL\n");
    Run run = test();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("cases 1, expectations 1,");
  }

  @Test
  void what_does_not_go_together_is_wrong_usage() {
    assertThat(test("--coverage", "--mutate").code()).isEqualTo(2);
    assertThat(test("--mutate", "--format", "junit").err()).contains("--mutate does not go with --format junit");
  }

  @Test
  void no_cases_are_no_test() throws IOException {
    assertThat(test().code()).isEqualTo(3);
    assertThat(test().err()).contains("is no folder that holds cases");
    write("cases/a.json", "[]");
    assertThat(test().code()).isEqualTo(3);
    assertThat(test().err()).contains("there is no case in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"expect\"            | \"expected\"              | 10:4  | there is no property expected; did you mean expect?",
        "class-size.own        | class-size.owm            | 11:6  | no standard class-size.owm; did you mean",
        "\"b\": X              | \"bb\": \"FAIL\"          | 11:38 | no class bb among the facts of the case; did you mean",
        "\"b\": X              | \"x\": \"FAIL\"           | 11:38 | there is no class x among the facts of the case",
        "X                     | \"FIAL\"                  | 11:43 | there is no value FIAL; did you mean FAIL?",
        "X                     | {\"outcome\": \"FAIL\", \"limt\": \"45\"} | 11:63 | there is no property limt; did you mean limit?",
        "X                     | {\"outcome\": \"FAIL\", \"level\": \"shall\"} | 11:72 | there is no value shall",
        "X                     | {\"level\": \"must\"}     | 11:43 | outcome is required and absent",
        "X                     | 1                         | 11:43 | text in quotes is needed here, not a number",
        "\"students\": 46      | \"studnets\": 46          | 7:55  | there is no property studnets; did you mean students?",
        "\"2024-06-30\"        | \"2024-06-31\"            | 2:45  | 2024-06-31 is no date",
        "\"CN-99\"             | \"China\"                 | 2:28  | China",
        "\"CN-99\"             | 99                        | 2:28  | text in quotes is needed here, not a number",
        "\"case\": \"班额\",   | ''                        | 2:3   | case is required and absent",
        "\"b\": X              | \"a\": \"FAIL\"           | 11:38 | a stands here twice",
        "\"CN-99\",             | \"CN-99\"                  | 2:36  | cannot follow a text",
      })
  void a_slip_is_told_with_its_place(String right, String wrong, String place, String message) throws IOException {
    String text = CASE.replace("%s", "X");
    assertThat(text).contains(right);
    write("cases/a.json", text.replace(right, wrong).replace("X", "\"FAIL\""));
    Run run = test();
    assertThat(run.code()).as(run.out()).isEqualTo(3);
    assertThat(run.err()).contains("a.json:" + place).contains(message);
    assertThat(run.err().split("error: ")).as("nothing follows from it").hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void a_case_that_promises_nothing_is_refused() throws IOException {
    write("cases/a.json", CASE.replace("\"class-size.own\": {\"a\": \"PASS\", \"b\": %s}", ""));
    assertThat(test().code()).isEqualTo(3);
    assertThat(test().err()).contains("expects nothing");
  }

  @Test
  void a_bureau_elsewhere_is_refused() throws IOException {
    write(
        "cases/a.json",
        CASE.formatted("\"FAIL\"")
            .replace("\"facts\": {", "\"facts\": {\"bureau\": {\"id\": \"b\", \"region\": \"CN-98\"},"));
    assertThat(test().code()).isEqualTo(3);
    assertThat(test().err()).contains("the bureau is in CN-98, the case in CN-99");
  }

  @Test
  void an_edition_without_cases_is_held_to_those_shipped() {
    Path edition = folder.resolve("edition");
    EditedRules rules = EditedRules.copiedTo(edition);
    assertThat(Run.of("test", edition.toString()).code()).isZero();
    rules.replace("cn/class-size.csv", "class-size.primary.design,class-size.students,primary,45,", "class-size.primary.design,class-size.students,primary,44,");
    Run run = Run.of("test", edition.toString());
    assertThat(run.code()).as(run.err()).isOne();
    assertThat(run.out()).contains("class-size.primary.design").contains("limit 44");
  }

  /** Each row is tried as it is laid over those below it, and what it frees or withdraws is tried, too. */
  @Test
  void slips_in_rows_that_change_others_are_tried() throws IOException {
    write(
        "cn-99/class-size.csv",
        """
        id,rule,applies_to,value,unit,level,from,until,title,document,clause,effect
        class-size.primary.design,class-size.students,primary rural,,,,2020-09-01,2023-09-01,班额,办法,1,exempts
        class-size.junior.design,class-size.students,junior,49,students,should,2020-09-01,,班额,办法,2,replaces
        """);
    write("cases/a.csv",
        """
        case,region,day,fact,id,school,type,setting,stage,students,standard,expected
        小学,CN-99,2024-06-30,class,a,x,,,PRIMARY,46,class-size.primary.design,FAIL
        ,,,school,x,,211,RURAL,,,,
        """);
    Run run = test("--mutate", "--format", "json");
    assertThat(run.code()).as(run.err()).isOne();
    JsonNode survivors = JsonMapper.builder().build().readTree(run.out()).get("survivors");
    assertThat(survivors.valueStream().map(one -> one.get("kind").asString() + " " + one.get("is").asString()))
        .contains("until 2023-08-31", "value 48", "value 50");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run test(String... options) {
    return Run.of(Stream.concat(Stream.of("test", folder.toString()), Stream.of(options)).toArray(String[]::new));
  }
}
