package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dudao.fact.Language;
import org.dudao.format.Format;
import org.dudao.format.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The program as its users meet it: exit codes, streams, files, the same bytes every time. */
class MainTest {
  // Figures keep the precision in which they are printed.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final String SCHOOL =
      """
      {"bureau":{"id":"b","region":"CN"},"asOf":"2024-06-30","schools":[{"id":"s","type":"211","students":%s}],
       "classes":[],"claims":[{"id":"c","name":"合计","relation":"SUM","stated":"i3","operands":["i1","i2"]}],
       "indicators":[{"id":"i1","name":"甲","value":1},{"id":"i2","name":"乙","value":2},{"id":"i3","name":"计","value":%s}]}
      """;

  @TempDir private Path folder;

  @Test
  void clean_facts_end_with_0() {
    Run run = Run.withInput(SCHOOL.formatted("900", "3"), "check", "-", "--topic", "reconciliation");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("reconciliation");
  }

  @Test
  void a_violation_ends_with_1() {
    assertThat(Run.withInput(SCHOOL.formatted("900", "4"), "check", "-", "--topic", "reconciliation").code()).isOne();
  }

  @Test
  void a_warning_ends_with_1_only_when_asked() {
    String facts = SCHOOL.formatted("46", "3").replace("\"students\":46", "\"students\":46,\"classes\":1");
    assertThat(Run.withInput(facts, "check", "-", "--topic", "class-size", "--allow-unknown").code()).isZero();
    assertThat(
            Run.withInput(facts, "check", "-", "--topic", "class-size", "--allow-unknown", "--fail-on", "should").code())
        .isOne();
  }

  /** Everything else is clean, which no program may say of facts of which one could not be read. */
  @ParameterizedTest
  @EnumSource
  void a_fact_that_cannot_be_read_ends_with_3_and_all_words_say_so(Language language) throws IOException {
    Messages messages = Messages.of(language);
    String facts = SCHOOL.formatted("\"900\"", "3");
    Path html = folder.resolve("report.html");
    Path json = folder.resolve("report.json");
    Run run = Run.withInput(facts, "check", "-", "--topic", "reconciliation", "--lang", language.tag(), "--allow-unknown",
        "--format", "text", "--format", "html=" + html, "--format", "json=" + json);
    assertThat(run.code()).isEqualTo(3);
    for (String page : List.of(run.out(), Files.readString(html))) {
      assertThat(page).contains(messages.text("verdict.unreadable"), messages.text("report.no-failures.read"))
          .doesNotContain(
              "  " + messages.text("report.no-failures") + "\n", ">" + messages.text("report.no-failures") + "<",
              messages.text("unchecked.no-facts"));
    }
    JsonNode report = JSON.readTree(Files.readString(json));
    assertThat(report.get("verdict").asString()).isEqualTo("unreadable");
    assertThat(report.at("/problems/0/at/pointer").asString()).isEqualTo("/schools/0/students");
    assertThat(report.at("/counts/pass").asInt()).as("the claim is judged").isOne();
    assertThat(JSON.readTree(Run.withInput(facts, "check", "-", "--stream").out().lines().reduce((one, last) -> last)
        .orElseThrow()).get("verdict").asString()).isEqualTo("unreadable");
  }

  @Test
  void a_wrong_command_line_ends_with_2() {
    assertThat(Run.of().code()).isEqualTo(2);
    assertThat(Run.of("chekc").code()).isEqualTo(2);
    assertThat(Run.of("check").code()).isEqualTo(2);
    assertThat(Run.of("check", "-", "--format", "pdf").err()).contains("pdf").contains("text, json, html");
    assertThat(Run.of("check", "-", "--format", "text", "--format", "json").code()).isEqualTo(2);
    assertThat(Run.of("check", "-", "--as-of", "2024-02-30").code()).isEqualTo(2);
    Run topic = Run.of("check", "-", "--topic", "clas-size");
    assertThat(topic.code()).isEqualTo(2);
    assertThat(topic.err()).contains("did you mean class-size?");
    Run standard = Run.of("check", "-", "--standard", "class-size.larg");
    assertThat(standard.code()).isEqualTo(2);
    assertThat(standard.err()).contains("did you mean class-size.large?");
    assertThat(Run.of("check", "-", "--standard", "nonsense").err()).contains("dudao standards --all");
    assertThat(Run.of("check", "-", "--topic", "staffing", "--standard", "class-size.large").err())
        .contains("standard class-size.large is of none of the topics staffing");
  }

  @Test
  void a_check_of_some_standards_judges_them_by_what_defines_them() {
    String facts =
        "{\"bureau\":{\"id\":\"b\",\"region\":\"CN\",\"level\":\"STATE\"},\"asOf\":\"2024-06-30\","
            + "\"classes\":[{\"id\":\"1\",\"stage\":\"PRIMARY\",\"students\":60}]}";
    Run design = Run.withInput(facts, "check", "-", "--stream", "--standard", "class-size.primary.design");
    assertThat(standards(design)).containsExactly("class-size.primary.design");

    Run share = Run.withInput(facts, "check", "-", "--stream", "--standard", "class-size.large.share");
    assertThat(standards(share)).containsExactly("class-size.large.share");

    Run elsewhere = Run.withInput(facts, "check", "-", "--lang", "en", "--standard", "class-size.prek-3");
    assertThat(elsewhere.code()).isEqualTo(4);
    Run both = Run.withInput(facts.replace("60", "40"), "check", "-", "--show-passes", "--standard", "class-size.large,class-size.prek-3");
    assertThat(both.code()).isZero();
    assertThat(both.out()).contains("class-size.prek-3");
    assertThat(Run.withInput(facts, "check", "-", "--fail-on", "should", "--standard", "class-size.large~2030-01-01").code()).isOne();
  }

  private static Set<String> standards(Run run) {
    Matcher ids = Pattern.compile("\"type\":\"finding\",\"id\":\"[^\"]+\",\"standard\":\"([^\"]+)\"")
        .matcher(run.out());
    return ids.results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void unreadable_facts_end_with_3_and_hide_no_others() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"bureau\": {\"id\": \"x\", \"regoin\": \"CN\"}}");
    Files.writeString(folder.resolve("good.json"), SCHOOL.formatted("900", "4"));
    Run run = Run.of("check", folder.toString(), "--topic", "reconciliation");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("bad.json:1:24").contains("did you mean region?").contains("[reconciliation.sum]");
  }

  @Test
  void an_unknown_property_is_named_as_it_was_written() {
    Run run = Run.of("check", "fixtures/broken/property-like-a-word.json", "--lang", "en");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("property-like-a-word.json:4:3").contains("there is no property @json.number;");
  }

  @Test
  void a_document_that_breaks_off_is_told_in_the_language_of_the_reader() throws IOException {
    Path file = Files.writeString(folder.resolve("cut.json"),
        "{\"bureau\":{\"id\":\"b\",\"region\":\"CN\"},\"schools\":[{\"id\":\"s");
    Run run = Run.of("check", file.toString(), "--lang", "zh");
    assertThat(run.code()).isEqualTo(3);
    String place = file.toString().replace('\\', '/');
    assertThat(run.out().replaceAll("\\s+", "")).contains(place + ":1:55")
        .contains("文档到这里就断了：" + place + ":1:53处开始的文字还没有写完");
  }

  @Test
  void a_line_that_is_no_utf_8_hides_no_other() throws IOException {
    String text = SCHOOL.formatted("900", "4").replace("\n", "") + "\n{\"bureau\":{\"id\":\"\u00FF\"}}\n";
    Path file = Files.write(folder.resolve("mixed.jsonl"), text.getBytes(StandardCharsets.ISO_8859_1));
    Run held = Run.of("check", file.toString(), "--topic", "reconciliation");
    assertThat(held.code()).isEqualTo(3);
    assertThat(held.out()).contains("mixed.jsonl:2:18").contains("[reconciliation.sum]");
  }

  @Test
  void faulty_rules_end_with_3_and_tell_the_cell() throws IOException {
    Path limits = Files.createDirectories(folder.resolve("cn")).resolve("class-size.csv");
    Files.writeString(
        limits, Files.readString(Path.of("rules/cn/class-size.csv")).replaceFirst(",should,", ",shuold,"));
    Run run = Run.of("check", "fixtures/bureaus/third-primary", "--rules", folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("did you mean should?").contains("class-size.csv:2:6").contains("(F2)");
  }

  @Test
  void facts_that_cannot_be_judged_end_with_4() {
    String facts = SCHOOL.formatted("900", "3").replace("\"students\":900", "\"name\":\"x\"");
    assertThat(Run.withInput(facts, "check", "-", "--topic", "school-size").code()).isEqualTo(4);
    assertThat(Run.withInput(facts, "check", "-", "--topic", "school-size", "--allow-unknown").code()).isZero();
  }

  @Test
  void an_edited_cap_replaces_the_shipped_one() throws IOException {
    Path limits = Files.createDirectories(folder.resolve("cn")).resolve("class-size.csv");
    String shipped = Files.readString(Path.of("rules/cn/class-size.csv"));
    String id = "class-size.primary.mean";
    String row = shipped.lines().filter(line -> line.startsWith(id + ",")).findFirst().orElseThrow();
    Files.writeString(
        limits,
        shipped.lines().findFirst().orElseThrow() + ",effect\n"
            + row.replace("=class-size.primary.design", "47") + ",replaces\n");
    assertThat(ids(Run.of("check", "fixtures/bureaus/third-primary", "--format", "json"))).contains(id);
    assertThat(
            ids(Run.of("check", "fixtures/bureaus/third-primary", "--format", "json", "--rules", folder.toString())))
        .doesNotContain(id);
  }

  /** After Wednesday the 3rd come Thursday, Sunday, Monday, Tuesday, and on Wednesday the 10th five days are over. */
  @Test
  void a_weekend_of_friday_and_saturday_is_written_in_the_calendar() throws IOException {
    Path calendar = Files.createDirectories(folder.resolve("calendars")).resolve("sa.csv");
    Files.writeString(
        Files.createDirectories(folder.resolve("sa")).resolve("timeliness.csv"),
        Files.readAllLines(Path.of("rules/cn/timeliness.csv")).get(0)
            + "\ntimeliness.x,timeliness.case,complaint,5,working days,must,2020-01-01,,x,x,doc,,law,,,,,,,,,,,\n");
    String facts =
        "{\"bureau\":{\"id\":\"r\",\"region\":\"SA-01\"},\"asOf\":\"2024-06-30\",\"cases\":["
            + "{\"id\":\"k\",\"kind\":\"COMPLAINT\",\"received\":\"2024-01-03\",\"closed\":\"2024-01-11\"}]}";
    String[] check = {"check", "-", "--rules", folder.toString(), "--topic", "timeliness"};

    Files.writeString(calendar, "kind,from,to,name,document\nknown,2024-01-01,2024-12-31,2024,x\n");
    assertThat(Run.withInput(facts, check).code()).isEqualTo(3);

    Files.writeString(
        calendar,
        "kind,from,to,name,document\nweekend,2013-06-29,,Friday Saturday,x\nknown,2024-01-01,2024-12-31,2024,x\n");
    Run late = Run.withInput(facts, check);
    assertThat(late.code()).as(late.err()).isOne();
    assertThat(late.out()).contains("by 2024-01-10").contains("late by 1 working day").doesNotContain("remark");
    assertThat(Run.withInput(facts.replace("01-11", "01-10"), check).code()).isZero();

    Files.writeString(calendar, "kind,from,to,name,document\nweekend,2013-06-29,,Friday Saturday,x\n");
    Run unknown = Run.withInput(facts, check);
    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.out()).contains("cannot be judged").contains("2024-01-10 or later");
    assertThat(Run.withInput(facts.replace("01-11", "01-10"), check).code()).isZero();
  }

  /** The notice of 2027 is not here yet; who has it adds it in a file beside the shipped ones. */
  @Test
  void a_year_of_the_calendar_is_added_by_a_file_of_the_user() throws IOException {
    Path calendars = Files.createDirectories(folder.resolve("calendars"));
    String facts =
        "{\"bureau\":{\"id\":\"r\",\"region\":\"CN-430200\"},\"asOf\":\"2027-06-30\",\"cases\":["
            + "{\"id\":\"k\",\"kind\":\"INFORMATION_REQUEST\",\"extended\":false,"
            + "\"received\":\"2026-12-10\",\"closed\":\"2027-01-08\"}]}";
    String[] shipped = {"check", "-", "--standard", "timeliness.information.reply", "--lang", "en"};
    String[] added = {
        "check", "-", "--standard", "timeliness.information.reply", "--lang", "en", "--rules", folder.toString()};
    assertThat(oneLine(Run.withInput(facts, shipped))).contains("any from 2027-01-06 to 2027-01-11");

    String year = "kind,from,to,name,document\nknown,2027-01-01,2027-12-31,2027,x\nholiday,2027-01-01,2027-01-03,元旦,x\n";
    Files.writeString(calendars.resolve("cn.2027.csv"), year);
    assertThat(Run.withInput(facts, added).code()).isZero();
    assertThat(Run.withInput(facts.replace("01-08", "01-09"), added).out()).contains("by 2027-01-08");

    Files.writeString(calendars.resolve("cn.2027.csv"), year + "workday,2027-01-02,2027-01-02,元旦,x\n");
    Run contradiction = Run.withInput(facts, added);
    assertThat(contradiction.code()).isEqualTo(3);
    assertThat(contradiction.err()).contains("cn.2027.csv:4:2");
    Files.delete(calendars.resolve("cn.2027.csv"));

    Files.writeString(calendars.resolve("cn-43.csv"), "kind,from,to,name,document\nholiday,2027-01-07,2027-01-12,x,x\n");
    assertThat(Run.withInput(facts, added).code()).as("a region adds to its country").isEqualTo(4);
    assertThat(oneLine(Run.withInput(facts, added))).contains("any from 2027-01-06 to 2027-01-15");
    Files.delete(calendars.resolve("cn-43.csv"));

    Files.writeString(calendars.resolve("cn-2027.csv"), year);
    assertThat(Run.withInput(facts, added).err()).contains("such as cn.2027.csv");
  }

  private static String oneLine(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  @Test
  void a_limit_counts_by_calendars_that_there_are() throws IOException {
    String table = Files.readString(Path.of("rules/gb-eng/timeliness.csv"));
    Path edited = Files.createDirectories(folder.resolve("gb-eng")).resolve("timeliness.csv");
    String[] check = {"check", "fixtures/bureaus/third-primary", "--lang", "en", "--rules", folder.toString()};
    Files.writeString(edited, table.replaceFirst("gb-sct", "gb-sot"));
    assertThat(Run.of(check).err()).contains("there is no calendar of gb-sot; did you mean gb-sct?");
    Files.writeString(edited, table.replaceFirst("2020-05-01\\.\\.2020-09-25", "2020-05-01..2020-09-31"));
    assertThat(Run.of(check).err()).contains("2020-05-01..2020-09-31 is no span of days");
    Files.writeString(edited, table.replaceFirst("days beginning with the first", "days begining with the first"));
    assertThat(Run.of(check).code()).isEqualTo(3);
  }

  @Test
  void the_law_of_another_day_is_applied_when_asked() {
    Run then = Run.of("check", "fixtures/bureaus/third-primary", "--format", "json", "--as-of", "2011-12-31");
    assertThat(ids(then)).doesNotContain("class-size.primary.mean");
    assertThat(JSON.readTree(then.out()).get("asOf").asString()).isEqualTo("2011-12-31");
  }

  @Test
  void several_formats_are_written_at_once() throws IOException {
    Path json = folder.resolve("out/report.json");
    Path html = folder.resolve("out/report.html");
    Run run =
        Run.of("check", "fixtures/bureaus/third-primary", "--format", "text", "--format", "json=" + json, "--format", "html=" + html);
    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("[reconciliation.quotient]");
    assertThat(JSON.readTree(Files.readString(json)).get("format").asString()).isEqualTo("dudao-report/2");
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void the_same_facts_give_the_same_findings_however_they_come() throws IOException {
    Path county = Path.of("fixtures/bureaus/demo-county");
    ObjectNode one = joined(county);
    Path file = folder.resolve("one.json");
    Files.writeString(file, JSON.writeValueAsString(one));
    Path lines = folder.resolve("county.jsonl");
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(county)) {
      for (Path path : files.filter(MainTest::isFacts).sorted(Collections.reverseOrder()).toList()) {
        documents.add(JSON.writeValueAsString(JSON.readTree(Files.readString(path))));
      }
    }
    Files.writeString(lines, String.join("\n", documents) + "\n");
    Path zipped = folder.resolve("county.jsonl.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(Files.readAllBytes(lines));
    }
    String expected = findings(Run.of("check", county.toString(), "--format", "json", "--show-passes"));
    assertThat(expected).contains("FAIL").contains("UNKNOWN").contains("PASS");
    assertThat(findings(Run.of("check", county + "/*.json", "--format", "json", "--show-passes"))).isEqualTo(expected);
    assertThat(findings(Run.of("check", file.toString(), "--format", "json", "--show-passes"))).isEqualTo(expected);
    assertThat(findings(Run.of("check", lines.toString(), "--format", "json", "--show-passes"))).isEqualTo(expected);
    assertThat(findings(Run.of("check", zipped.toString(), "--format", "json", "--show-passes"))).isEqualTo(expected);
    assertThat(findings(Run.withInput(Files.readString(file), "check", "-", "--format", "json", "--show-passes")))
        .isEqualTo(expected);
    assertThat(findings(Run.withInput(Files.readString(lines), "check", "-", "--format", "json", "--show-passes")))
        .isEqualTo(expected);
  }

  @Test
  void shuffled_facts_give_the_same_findings() throws IOException {
    ObjectNode facts = joined(Path.of("fixtures/bureaus/demo-county"));
    Path file = folder.resolve("shuffled.json");
    String expected = null;
    for (int seed = 0; seed < 3; seed++) {
      Files.writeString(file, JSON.writeValueAsString(shuffled(facts, new Random(seed))));
      String findings = findings(Run.of("check", file.toString(), "--format", "json", "--show-passes"));
      assertThat(expected == null ? findings : expected).isEqualTo(findings);
      expected = findings;
    }
  }

  @Test
  void a_rerun_writes_the_same_bytes_in_every_format() {
    for (String format : Format.names()) {
      String first = Run.of("check", "fixtures/bureaus/zhuzhou", "--format", format).out();
      assertThat(Run.of("check", "fixtures/bureaus/zhuzhou", "--format", format).out()).isEqualTo(first);
    }
  }

  @Test
  void standards_are_listed_as_others_may_rely_on() {
    JsonNode all = JSON.readTree(Run.of("standards", "--all", "--format", "json").out());
    assertThat(all.size()).isGreaterThan(200);
    JsonNode design = all.valueStream().filter(one -> one.get("id").asString().equals("class-size.primary.design")).findFirst().orElseThrow();
    assertThat(design.get("value").asString()).isEqualTo("45");
    assertThat(design.get("ref").get(0).asString()).isEqualTo("CN-CLS-001");
    assertThat(design.propertyNames())
        .contains("id", "rule", "topic", "title", "value", "unit", "level", "region", "from", "until", "document", "clause", "ref");
    JsonNode then = JSON.readTree(Run.of("standards", "--as-of", "2011-12-31", "--format", "json").out());
    assertThat(then.valueStream().map(one -> one.get("id").asString())).doesNotContain("class-size.primary.design");
  }

  @Test
  void schemas_version_help_and_completion_are_printed() {
    assertThat(Run.of("schema", "facts").out()).contains("urn:dudao:schema:facts:1");
    assertThat(Run.of("schema", "report").out()).contains("urn:dudao:schema:report:2");
    assertThat(Run.of("schema", "report", "--format-version", "1").out()).contains("urn:dudao:schema:report:1");
    assertThat(Run.of("schema", "report", "--format-version", "3").code()).isEqualTo(2);
    assertThat(Run.of("schema", "facts", "--format-version", "1").code()).isEqualTo(2);
    assertThat(Run.of("--version").out()).startsWith("dudao ");
    assertThat(Run.of("check", "--help", "--lang", "zh").out()).contains("事实文件");
    assertThat(Run.of("generate-completion").out()).contains("complete");
  }

  private static List<String> ids(Run run) {
    return JSON.readTree(run.out()).get("findings").valueStream().map(one -> one.get("standard").asString()).toList();
  }

  /** The findings without their places and their order, which move with the facts. */
  private static String findings(Run run) {
    ArrayNode findings = (ArrayNode) JSON.readTree(run.out()).get("findings");
    findings.forEach(one -> ((ObjectNode) one).remove("at"));
    return findings.valueStream().map(JSON::writeValueAsString).sorted().toList().toString();
  }

  private static boolean isFacts(Path file) {
    return file.toString().endsWith(".json");
  }

  private static ObjectNode joined(Path county) throws IOException {
    ObjectNode one = JSON.createObjectNode();
    try (Stream<Path> files = Files.list(county)) {
      for (Path path : files.filter(MainTest::isFacts).sorted().toList()) {
        JSON.readTree(Files.readString(path)).propertyStream().forEach(property -> {
          if (property.getValue() instanceof ArrayNode array) {
            one.withArray(property.getKey()).addAll(array);
          } else if (property.getValue() instanceof ObjectNode object) {
            one.withObject(property.getKey()).setAll(object);
          } else {
            one.set(property.getKey(), property.getValue());
          }
        });
      }
    }
    return one;
  }

  private static ObjectNode shuffled(ObjectNode facts, Random random) {
    ObjectNode shuffled = JSON.createObjectNode();
    List<String> names = new ArrayList<>(facts.propertyNames());
    Collections.shuffle(names, random);
    for (String name : names) {
      JsonNode value = facts.get(name);
      if (value instanceof ArrayNode array) {
        List<JsonNode> items = new ArrayList<>(array.valueStream().toList());
        Collections.shuffle(items, random);
        shuffled.putArray(name).addAll(items);
      } else {
        shuffled.set(name, value);
      }
    }
    return shuffled;
  }
}
