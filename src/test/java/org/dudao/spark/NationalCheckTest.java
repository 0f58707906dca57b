package org.dudao.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dudao.Shipped;
import org.dudao.StreamLines;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.format.Context;
import org.dudao.format.Format;
import org.dudao.load.FactReader;
import org.dudao.load.GzipFiles;
import org.dudao.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** On two threads of one machine the check of a country finds what the command line finds, and loses no line. */
class NationalCheckTest {
  @TempDir private static Path scratch;
  private static SparkSession spark;

  /** The same input, judged here and by Spark. */
  private static Path in;
  private static Path out;
  private static int code;
  private static String end;
  private static JsonNode expected;

  /** What the last run printed. */
  private static String told;

  private static int runs;

  @BeforeAll
  static void judge() throws IOException {
    spark = LocalSpark.session();
    in = Files.createDirectory(scratch.resolve("in"));
    out = scratch.resolve("out");
    writeInput();
    code = run(in.toString(), out.toString());
    end = told;
    expected = report(in);
  }

  @Test
  void findings_are_those_of_the_command_line() throws IOException {
    assertThat(expected.get("findings").size()).isGreaterThan(1_000);
    assertThat(StreamLines.sorted(lines("findings").stream()))
        .isEqualTo(StreamLines.sorted(expected.get("findings").valueStream().map(StreamLines::ofFinding)));
  }

  @Test
  void totals_are_those_of_the_command_line_in_its_order() throws IOException {
    // Only the newest version of a norm tells how it came out.
    assertThat(lines("totals").stream().filter(one -> type(one).equals("standard") && one.has("pass"))
            .map(NationalCheckTest::total))
        .containsExactlyElementsOf(
            expected.get("standards").valueStream()
                .filter(NationalCheckTest::judgedSomebody)
                .map(NationalCheckTest::total)
                .toList());
  }

  @Test
  void the_last_line_is_that_of_the_run() throws IOException {
    List<JsonNode> totals = lines("totals");
    JsonNode run = totals.get(totals.size() - 1);
    assertThat(type(run)).isEqualTo("run");
    assertThat(run.get("bureaus").asInt()).isEqualTo(expected.get("bureaus").size());
    assertThat(run.get("subjects")).isEqualTo(expected.get("counts").get("subjects"));
    assertThat(run.get("verdict")).isEqualTo(expected.get("verdict"));
    assertThat(run.get("problems").asInt()).isEqualTo(lines("problems").size());
    assertThat(run.get("read")).isEqualTo(expected.get("read"));
    assertThat(run.get("read").get("unread").valueStream().map(JsonNode::asString))
        .containsExactly(in.resolve("demo.ndjson.bak").toString());
    assertThat(run.get("read").get("broken").asInt()).isOne();
  }

  private static String type(JsonNode line) {
    return line.get("type").asString();
  }

  private static boolean judgedSomebody(JsonNode standard) {
    return Stream.of("pass", "fail", "unknown", "unkept").anyMatch(name -> standard.path(name).asInt(0) > 0);
  }

  private static String total(JsonNode standard) {
    return Stream.of("id", "title", "level", "pass", "fail", "unknown", "unkept").map(name -> standard.get(name).toString())
        .toList().toString();
  }

  @Test
  void every_bureau_is_told_with_its_counts() throws IOException {
    List<JsonNode> bureaus = lines("bureaus");
    assertThat(bureaus.stream().map(NationalCheckTest::heading))
        .containsExactlyInAnyOrderElementsOf(
            expected.get("bureaus").valueStream().map(NationalCheckTest::heading).toList());
    for (String count : List.of("pass", "fail", "unknown", "unchecked")) {
      assertThat(bureaus.stream().mapToInt(one -> one.get(count).asInt()).sum())
          .as(count)
          .isEqualTo(expected.get("counts").get(count).asInt());
    }
  }

  private static String heading(JsonNode bureau) {
    return Stream.of("id", "name", "region", "asOf", "subjects").map(name -> bureau.path(name).asString("")).toList()
        .toString();
  }

  @Test
  void problems_are_told_with_the_words_and_places_of_the_command_line() throws IOException {
    List<JsonNode> problems = lines("problems");
    assertThat(problems).hasSizeGreaterThan(5);
    assertThat(StreamLines.sorted(problems.stream()))
        .isEqualTo(StreamLines.sorted(expected.get("problems").valueStream().map(StreamLines::ofProblem)));
  }

  @Test
  void no_line_is_lost() throws IOException {
    List<String> raw = lines("unreadable").stream().map(line -> line.get("raw").asString().strip()).toList();
    assertThat(raw).contains("{\"bureau\":", "12", fragment("a"), fragment("b").replace("430200", "430203"));
    for (JsonNode line : lines("unreadable")) {
      Path file = Path.of(line.get("file").asString());
      if (file.toString().endsWith(".gz")) {
        continue;
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      String there = file.toString().endsWith(".json") ? text : text.split("\n", -1)[line.get("line").asInt() - 1];
      assertThat(line.get("raw").asString()).isEqualTo(there);
    }
  }

  @Test
  void tables_hold_the_same_as_the_lines() {
    List<Row> rows = spark.read().parquet(out.resolve("findings-parquet").toString()).collectAsList();
    assertThat(rows.stream().map(NationalCheckTest::flat).sorted().toList())
        .isEqualTo(expected.get("findings").valueStream().map(NationalCheckTest::flat).sorted().toList());
    List<Row> totals = spark.read().parquet(out.resolve("totals-parquet").toString()).collectAsList();
    assertThat(totals.stream().filter(row -> row.getAs("fail") != null)
            .map(row -> row.getAs("id") + " " + row.getAs("fail")))
        .containsExactlyElementsOf(
            expected.get("standards").valueStream()
                .filter(NationalCheckTest::judgedSomebody)
                .map(one -> one.get("id").asString() + " " + one.get("fail").asInt()).toList());
  }

  @Test
  void lines_that_could_not_be_used_end_the_run_like_the_command_line() {
    assertThat(code).isEqualTo(3);
    assertThat(end).contains("bureaus: " + expected.get("bureaus").size() + " (");
    assertThat(out.resolve("_SUCCESS")).exists();
  }

  @Test
  void violations_are_told_by_the_exit_code() throws IOException {
    Path file = Files.writeString(scratch.resolve("one.jsonl"), classes("c", "2024-06-30", 46));
    assertThat(run(file.toString(), fresh(), "--topic", "class-size", "--fail-on", "should")).isEqualTo(1);
    assertThat(run(file.toString(), fresh(), "--standard", "class-size.large", "--fail-on", "should")).isZero();
  }

  @Test
  void own_rules_are_laid_over_those_shipped_on_every_machine() throws IOException {
    Path file = Files.writeString(scratch.resolve("one.jsonl"), classes("c", "2024-06-30", 46));
    Path rules = scratch.resolve("layer");
    Path table = Files.createDirectories(rules.resolve("cn")).resolve("class-size.csv");
    List<String> shipped = Files.readAllLines(Path.of("rules/cn/class-size.csv"));
    String row =
        shipped.stream().filter(line -> line.startsWith("class-size.primary.design,")).findFirst().orElseThrow();
    Files.writeString(table, shipped.get(0) + ",effect\n" + row.replace(",45,", ",46,") + ",replaces\n");
    String[] check = {
        file.toString(), fresh(), "--standard", "class-size.primary.design", "--fail-on", "should", "--rules",
        rules.toString()};
    assertThat(run(check)).isZero();
    assertThat(told).contains("limits replaced (1): class-size.primary.design (CN)");
  }

  @Test
  void wrong_usage_and_what_cannot_be_done_is_told() throws IOException {
    assertThat(run(in.toString())).isEqualTo(2);
    assertThat(run(in.toString(), fresh(), "--topic", "class-sice")).isEqualTo(2);
    assertThat(told).contains("did you mean class-size?");
    assertThat(run(in.toString(), fresh(), "--standard", "class-size.larg")).isEqualTo(2);
    assertThat(told).contains("did you mean class-size.large?");
    assertThat(run(in.toString(), out.toString())).isEqualTo(3);
    assertThat(told).contains("there is something at this place already");
    assertThat(run(scratch.resolve("nowhere").toString(), fresh())).isEqualTo(3);
    assertThat(run(in.toString(), fresh(), "--rules", scratch.resolve("nowhere").toString())).isEqualTo(3);
  }

  @Test
  void a_damaged_archive_gives_the_lines_before_the_damage_and_a_day_of_judgement_joins_other_days() throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("damaged"));
    byte[] zipped = zipped(classes("c1", "2020-01-01", 40) + "\n" + noise());
    Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(zipped, zipped.length - 20));
    Files.writeString(folder.resolve("whole.jsonl"), classes("c2", "2021-01-01", 40));
    String result = fresh();
    assertThat(run(folder.toString(), result, "--topic", "class-size", "--as-of", "2024-06-30")).isEqualTo(3);
    assertThat(LocalSpark.lines(Path.of(result), "bureaus")).hasSize(1)
        // The bureau and a class of either file.
        .allSatisfy(one -> assertThat(one.get("subjects").asInt()).isEqualTo(3));
    assertThat(LocalSpark.lines(Path.of(result), "unreadable")).hasSize(1)
        .allSatisfy(line -> assertThat(line.get("line").asInt()).isEqualTo(2));
    assertThat(LocalSpark.lines(Path.of(result), "problems")).hasSize(1)
        .allSatisfy(line -> assertThat(line.get("code").asString()).isEqualTo("zip-cut"));
  }

  /** All institutions of the fixtures, one a line or in several, with all kinds of bad lines between them. */
  private static void writeInput() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Shipped.FIXTURES.resolve("bureaus"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        lines.add(LocalSpark.JSON.writeValueAsString(LocalSpark.JSON.readTree(Files.readAllBytes(file))));
      }
    }
    String demo = lines.stream().filter(line -> line.contains("\"cases\":") && line.contains("demo")).findFirst().orElseThrow();
    lines.remove(demo);
    lines.add(3, "{\"bureau\":");
    lines.add(4, " \t");
    lines.add(7, "12");
    lines.add(9, "{\"bureau\": {\"id\": \"x\", \"region\": \"CN\"}, \"asOf\": \"2020-01-01\", \"studnets\": 1}");
    lines.add(11, "{\"bureau\": {\"id\": \"没有日期\", \"region\": \"CN\"}}");
    lines.add(12, fragment("a"));
    lines.add(15, fragment("b").replace("430200", "430203"));
    Files.writeString(in.resolve("institutions.jsonl"), String.join("\r\n", lines));
    Files.write(in.resolve("demo.ndjson.gz"), zipped("\n" + demo + "\n"));
    Files.copy(Shipped.FIXTURES.resolve("broken/dates.json"), in.resolve("dates.json"));
    Files.copy(Shipped.FIXTURES.resolve("broken/lines.jsonl"), in.resolve("broken.jsonl"));
    Files.copy(Shipped.FIXTURES.resolve("broken/no-lines.jsonl"), in.resolve("empty.jsonl"));
    Files.write(in.resolve("gbk.jsonl"), "\n{\"bureau\": \"县\"}".getBytes("GBK"));
    String mixed = fragment("c").replace("both", "one\u00FF") + "\n" + fragment("d").replace("both", "another") + "\n";
    Files.write(in.resolve("mixed.jsonl"), mixed.getBytes(StandardCharsets.ISO_8859_1));
    // Cut into splits, none of which could tell that there is nothing in all of them.
    Files.writeString(in.resolve("blanks.jsonl"), "\n" + " ".repeat(3 * LocalSpark.SPLIT_SIZE));
    Files.writeString(in.resolve("marked.jsonl"), "\uFEFF\n" + fragment("e").replace("both", "marked") + "\n\u3000\n");
    Files.writeString(in.resolve("report.txt"), "not facts");
    Files.writeString(in.resolve("demo.ndjson.bak"), demo);
    byte[] strange = "what somebody put behind it\n".getBytes(StandardCharsets.UTF_8);
    Files.write(in.resolve("strange.jsonl.gz"), GzipFiles.joined(GzipFiles.member(fragment("f")), strange));
  }

  /** Sound by itself, but two of them say of one bureau where it is. */
  private static String fragment(String name) {
    return "{\"bureau\": {\"id\": \"both\", \"name\": \"" + name + "\", \"region\": \"CN-430200\"}, \"asOf\": \"2020-01-01\"}";
  }

  private static String classes(String id, String asOf, int students) {
    return "{\"bureau\": {\"id\": \"zz\", \"region\": \"CN-430200\", \"level\": \"COUNTY\"}, \"asOf\": \"" + asOf
        + "\", \"classes\": [{\"id\": \"" + id + "\", \"stage\": \"PRIMARY\", \"grade\": 1, \"students\": " + students + "}]}";
  }

  /** Much text that does not shrink. */
  private static String noise() {
    StringBuilder noise = new StringBuilder("{\"remark\": \"");
    new Random(1).ints(100_000, 'a', 'z').forEach(letter -> noise.append((char) letter));
    return noise + "\"}\n";
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String flat(Row row) {
    return row.getAs("id") + " " + row.getAs("outcome") + " " + row.getAs("limit") + " " + row.getAs("file") + ":"
        + row.getAs("line");
  }

  private static String flat(JsonNode finding) {
    JsonNode limit = finding.get("limit");
    return finding.get("id").asString() + " " + finding.get("outcome").asString() + " "
        + (limit.isNull() ? null : limit.asString()) + " " + finding.get("at").get("file").asString() + ":"
        + finding.get("at").get("line").asInt();
  }

  private static JsonNode report(Path folder) throws IOException {
    FactReader.Result read = Shipped.facts(folder.toString());
    Report report =
        Report.merged(read.facts().stream().map(Shipped.CHECKER::check).toList()).with(read.others(), List.of())
            .with(read.intake());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Format.named("json").write(report, new Context(Language.EN, Level.MUST, false, false, "", Map.of()), bytes);
    return LocalSpark.JSON.readTree(bytes.toByteArray());
  }

  @ParameterizedTest
  @EnumSource
  void every_option_is_told_in_every_language(Language language) {
    CommandLine.Model.CommandSpec spec = NationalCheck.commandLine(System.out, System.err, language).getCommandSpec();
    assertThat(spec.usageMessage().header()).isNotEmpty();
    assertThat(Stream.concat(spec.options().stream(), spec.positionalParameters().stream()))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(String.join("", one.description())).as(one.toString()).isNotBlank());
  }

  private static int run(String... args) {
    LocalSpark.End run = LocalSpark.run(Stream.concat(Stream.of("--lang", "en"), Stream.of(args)).toList());
    told = run.told();
    return run.code();
  }

  private static String fresh() {
    return scratch.resolve("out-" + runs++).toString();
  }

  private static List<JsonNode> lines(String output) throws IOException {
    return LocalSpark.lines(out, output);
  }
}
