package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dudao.StreamLines;
import org.dudao.bench.Counties;
import org.dudao.load.GzipFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code check --stream}: what is larger than memory is judged as all else is, and nothing of it is lost in silence. */
class StreamCheckTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int COUNTIES = 9;
  /** A published sum of which the second part is one more than the first: 3 is right. */
  private static final String DOCUMENT =
      "{\"bureau\":{\"id\":\"%s\",\"region\":\"CN\"},\"asOf\":\"2024-06-30\","
          + "\"schools\":[{\"id\":\"s\",\"type\":\"211\",\"students\":900}],"
          + "\"claims\":[{\"id\":\"c\",\"name\":\"合计\",\"relation\":\"SUM\",\"stated\":\"i3\",\"operands\":[\"i1\",\"i2\"]}],"
          + "\"indicators\":[{\"id\":\"i1\",\"name\":\"甲\",\"value\":1},{\"id\":\"i2\",\"name\":\"乙\"%s},"
          + "{\"id\":\"i3\",\"name\":\"计\",\"value\":%d}]}";

  @TempDir private Path folder;

  // ---- the same findings as without ----

  @Test
  void findings_are_those_of_a_check_that_holds_all_in_memory() throws IOException {
    Path lines = counties();
    List<String> streamed = StreamLines.sorted(of(Run.of("check", "--stream", lines.toString()), "finding"));
    JsonNode report = JSON.readTree(Run.of("check", lines.toString(), "--format", "json").out());

    assertThat(streamed)
        .isNotEmpty()
        .isEqualTo(StreamLines.sorted(report.get("findings").valueStream().map(StreamLines::ofFinding)));
  }

  @Test
  void bureaus_have_the_verdicts_and_counts_of_a_check_of_each_alone() throws IOException {
    for (JsonNode bureau : of(Run.of("check", "--stream", counties().toString()), "bureau").toList()) {
      String id = bureau.get("id").asString();
      String alone = Files.readAllLines(counties()).stream().filter(line -> line.contains("\"" + id + "\"")).findFirst().orElseThrow();
      JsonNode report = JSON.readTree(Run.withInput(alone, "check", "-", "--format", "json").out());
      assertThat(bureau.get("verdict")).isEqualTo(report.get("verdict"));
      for (String count : List.of("pass", "fail", "unknown")) {
        assertThat(bureau.get(count).asInt()).as(id + " " + count).isEqualTo(report.get("counts").get(count).asInt());
      }
    }
  }

  @Test
  void any_number_of_threads_writes_the_same_bytes() throws IOException {
    Path lines = counties();
    Files.writeString(lines, Files.readString(lines) + "{\"bureau\": 1}\n" + bureau("z", 3) + "\n" + bureau("z", 3) + "\n");
    Run one = Run.of("check", "--stream", "--threads", "1", lines.toString());
    assertThat(of(one, "bureau")).hasSize(COUNTIES + 1);
    for (String threads : List.of("2", "5")) {
      Run more = Run.of("check", "--stream", "--threads", threads, lines.toString());
      assertThat(more.out()).isEqualTo(one.out());
      assertThat(more.code()).isEqualTo(one.code());
    }
    assertThat(Run.of("check", "--stream", lines.toString()).out()).isEqualTo(one.out());
  }

  @Test
  void the_last_lines_add_up() throws IOException {
    Path lines = counties();
    Files.writeString(lines, Files.readString(lines) + "{\n");
    Run run = Run.of("check", "--stream", lines.toString());
    List<JsonNode> bureaus = of(run, "bureau").toList();
    JsonNode last = lines(run).reduce((one, other) -> other).orElseThrow();

    assertThat(last.get("type").asString()).isEqualTo("run");
    assertThat(of(run, "run")).hasSize(1);
    assertThat(last.get("bureaus").asInt()).isEqualTo(bureaus.size()).isEqualTo(COUNTIES);
    assertThat(last.get("subjects").asInt()).isEqualTo(
        bureaus.stream().mapToInt(one -> one.get("subjects").asInt()).sum());
    assertThat(last.get("problems").asLong()).isEqualTo(of(run, "problem").count()).isPositive();
    for (String outcome : List.of("FAIL", "UNKNOWN")) {
      String count = outcome.toLowerCase(Locale.ROOT);
      assertThat(of(run, "finding").filter(one -> one.get("outcome").asString().equals(outcome)).count())
          .as(count)
          .isEqualTo(bureaus.stream().mapToLong(one -> one.get(count).asInt()).sum())
          .isPositive();
    }
    for (String outcome : List.of("FAIL", "UNKNOWN")) {
      Map<String, Integer> found =
          of(run, "finding")
              .flatMap(one -> Stream.concat(Stream.of(one), one.get("under").valueStream()))
              .filter(one -> one.get("outcome").asString().equals(outcome))
              .collect(Collectors.groupingBy(one -> one.get("standard").asString(), TreeMap::new, Collectors.summingInt(one -> 1)));
      Map<String, Integer> told =
          of(run, "standard").filter(one -> one.path(outcome.toLowerCase(Locale.ROOT)).asInt(0) > 0)
              .collect(Collectors.toMap(
                  one -> one.get("id").asString(), one -> one.get(outcome.toLowerCase(Locale.ROOT)).asInt(),
                  Integer::sum, TreeMap::new));
      assertThat(told).as(outcome).isEqualTo(found);
    }
    assertThat(of(run, "standard").filter(one -> one.has("pass")).map(one -> one.get("id").asString()))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  // ---- what cannot be read ----

  @Test
  void a_bad_line_is_told_with_its_place_and_hides_no_other() {
    String input =
        bureau("a", 3) + "\n"
            + "{\"bureau\": {\"id\": \"株\", \"regoin\": \"CN\"}, \"asOf\": \"2024-06-30\"}\n"
            + bureau("c", 4) + "\n"
            + "{\"bureau\": \n"
            + "{\"bureau\":{\"id\":\"𠮷𠮷\",\"region\":\"CN\",\"x\":1},\"asOf\":\"2024-06-30\"}\n"
            + "[]\n"
            + bureau("g", 3) + "\n";
    Run run = stream(input);

    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "problem").map(StreamCheckTest::place).distinct())
        .containsExactly("-:2:12", "-:2:24", "-:4:12", "-:5:36", "-:6:1");
    assertThat(of(run, "bureau").map(one -> one.get("id").asString())).containsExactly("a", "c", "𠮷𠮷", "g");
    assertThat(of(run, "finding").map(one -> one.get("bureau").asString()).distinct()).contains("c");
    assertThat(types(run)).startsWith("bureau", "problem").endsWith("run");
  }

  @Test
  void what_could_not_be_read_leaves_no_run_clean() {
    Run run = stream(bureau("a", 3) + "\n{}\n");
    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "bureau").map(one -> one.get("verdict").asString())).containsExactly("clean");
    assertThat(last(run).get("verdict").asString()).isEqualTo("unreadable");
    assertThat(last(run).get("problems").asInt()).isOne();
  }

  @Test
  void a_missing_file_beside_a_good_one_leaves_no_run_clean() throws IOException {
    Path good = write("good.jsonl", bureau("a", 3));
    Run run = run(good.toString(), folder.resolve("none.jsonl").toString());
    assertThat(last(run).get("verdict").asString()).isEqualTo("unreadable");
    assertThat(run.code()).isEqualTo(3);
  }

  @Test
  void a_bureau_that_comes_twice_for_a_day_is_refused_where_it_comes_again() {
    String again = bureau("a", 4);
    Run run = stream(bureau("a", 3) + "\n" + bureau("b", 3) + "\n" + again.replace("2024-06-30", "2023-06-30") + "\n  " + again + "\n");

    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "problem")).singleElement().satisfies(problem -> {
      assertThat(problem.get("code").asString()).isEqualTo("bureau-twice");
      assertThat(place(problem)).isEqualTo("-:4:19");
      assertThat(problem.get("at").get("pointer").asString()).isEqualTo("/bureau/id");
    });
    assertThat(of(run, "bureau").map(one -> one.get("id").asString() + " " + one.get("asOf").asString()))
        .containsExactly("a 2024-06-30", "b 2024-06-30", "a 2023-06-30");
    assertThat(of(run, "finding").map(one -> one.get("id").asString())).isNotEmpty()
        .allMatch(id -> id.contains("@a/2023-06-30/"));
  }

  @Test
  void a_bureau_that_comes_twice_in_two_files_is_refused_too() throws IOException {
    Path one = write("one.jsonl", bureau("a", 3));
    Path other = write("other.json", bureau("a", 3));
    Run run = run(one.toString(), other.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "problem").map(StreamCheckTest::place)).containsExactly(cited(other) + ":1:17");
  }

  @Test
  void one_line_of_another_encoding_hides_no_other() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((bureau("a", 3) + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("{\"remark\": \"株".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xD6, (byte) 0xEA});
    bytes.writeBytes(("洲\"}\n" + bureau("c", 3) + "\n").getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("mixed.jsonl");
    Files.write(file, bytes.toByteArray());

    Run run = run(file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "problem")).singleElement().satisfies(problem -> {
      assertThat(problem.get("code").asString()).isEqualTo("not-utf8");
      assertThat(place(problem)).isEqualTo(cited(file) + ":2:14");
    });
    assertThat(of(run, "bureau").map(one -> one.get("id").asString())).containsExactly("a", "c");
  }

  @Test
  void a_zip_that_breaks_off_is_told_after_the_lines_that_were_whole() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append(bureau("b" + i + "-" + Integer.toHexString(i * 0x9E3779B1), 3)).append('\n');
    }
    byte[] whole = zipped(text.toString());
    Path file = folder.resolve("broken.jsonl.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length * 9 / 10));

    Run run = run(file.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(of(run, "problem").map(one -> one.get("code").asString())).containsExactly("zip-cut");
    assertThat(of(run, "bureau").count()).isBetween(1L, 2_999L);
  }

  /** In each program, and of what was submitted before too. */
  @Test
  void what_is_behind_damage_in_a_zip_is_not_missed_in_silence() throws IOException {
    byte[] first = GzipFiles.member(bureau("a", 3) + "\n");
    byte[] second = GzipFiles.member(bureau("b", 4) + "\n");
    Path whole = Files.write(folder.resolve("whole.jsonl.gz"), GzipFiles.joined(first, second));
    assertThat(run(whole.toString()).code()).isOne();
    List<byte[]> damaged = new ArrayList<>();
    second[0] ^= 1;
    damaged.add(GzipFiles.joined(first, second));
    second[0] ^= 1;
    GzipFiles.strange().forEach(strange -> damaged.add(GzipFiles.joined(first, strange.bytes(), second)));
    Path file = folder.resolve("damaged.jsonl.gz");
    for (byte[] bytes : damaged) {
      Files.write(file, bytes);
      Run streamed = run(file.toString());
      assertThat(streamed.code()).isEqualTo(3);
      assertThat(of(streamed, "bureau").map(one -> one.get("id").asString())).containsExactly("a");
      assertThat(of(streamed, "problem").map(one -> one.get("message").asString()))
          .singleElement().asString().contains("byte offset");
      List<String> plain = List.of("check", "--topic", "reconciliation", "--allow-unknown");
      assertThat(Run.of(with(plain, file.toString())).code()).isEqualTo(3);
      assertThat(Run.of(with(plain, "--lang", "zh", file.toString())).out()).contains("偏移");
      // Of a bureau that submits nothing now.
      byte[] other = GzipFiles.member(bureau("z", 3) + "\n");
      Files.write(file, GzipFiles.joined(other, Arrays.copyOfRange(bytes, first.length, bytes.length)));
      assertThat(Run.of(with(plain, whole.toString(), "--previous", file.toString())).code()).isEqualTo(3);
      assertThat(Run.of(with(plain, whole.toString(), "--stream", "--previous", file.toString())).code()).isEqualTo(3);
    }
  }

  /** By whatever program: how much was read, and what was not. */
  @Test
  void a_run_says_what_it_read_and_what_it_did_not() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    byte[] strange = "what somebody put behind it\n".getBytes(StandardCharsets.UTF_8);
    Files.write(in.resolve("1.jsonl.gz"), GzipFiles.joined(GzipFiles.member(bureau("a", 3) + "\n"), strange));
    Files.writeString(in.resolve("2.JSONL"), bureau("b", 3) + "\n12\n" + bureau("c", 3).replace("900", "-9") + "\n");
    for (String name : List.of("3.json.bak", "4.txt", "5.geojson", "6.csv", "7", "8.zip", "README.md", "report.txt")) {
      Files.writeString(in.resolve(name), bureau("z", 3));
    }
    List<String> line = List.of("check", "--topic", "reconciliation", "--lang", "en", in.toString());
    Run streamed = Run.of(with(line, "--stream"));
    JsonNode read = last(streamed).get("read");
    assertThat(read).isEqualTo(JSON.readTree(Run.of(with(line, "--format", "json")).out()).get("read"));
    assertThat(read.get("files").asInt()).isOne();
    assertThat(read.get("broken").asInt()).isOne();
    assertThat(read.get("documents").asInt()).isEqualTo(3);
    assertThat(read.get("skipped").asInt()).isOne();
    // Each of the three has a bureau, a school, a claim and three figures; a school of the third is set aside.
    assertThat(read.get("facts").asInt()).isEqualTo(3 * 6 - 1);
    assertThat(read.get("setAside").asInt()).isOne();
    assertThat(read.get("unread").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(
            Stream.of("3.json.bak", "4.txt", "5.geojson", "6.csv", "7", "8.zip")
                .map(one -> cited(in.resolve(one)))
                .toList());

    Run text = Run.of(line.toArray(String[]::new));
    assertThat(text.out())
        .contains("Read: files 1, documents 3, facts 17; set aside: facts 1; skipped: documents 1, files 7")
        .contains("Not read: " + cited(in.resolve("3.json.bak")));
    for (Run run : List.of(streamed, text)) {
      assertThat(run.err()).contains("warning: files in the folders given that were not read")
          .contains(cited(in.resolve("7")) + " and 1 more").doesNotContain("README");
    }
    assertThat(Run.of(with(List.of("check", "--previous", in.toString()), whole().toString())).err()).contains("4.txt");
    assertThat(Run.of("check", whole().toString()).err()).isEmpty();
  }

  private Path whole() throws IOException {
    return write("whole.json", bureau("y", 3));
  }

  private static String[] with(List<String> line, String... more) {
    List<String> all = new ArrayList<>(line);
    Collections.addAll(all, more);
    return all.toArray(String[]::new);
  }

  @Test
  void nothing_at_all_is_not_clean() throws IOException {
    Path empty = write("empty.jsonl", "");
    Path blank = write("blank.jsonl", "\n \r\n\n");
    for (Path file : List.of(empty, blank)) {
      Run run = run(file.toString());
      assertThat(run.code()).isEqualTo(3);
      assertThat(of(run, "problem").map(StreamCheckTest::place)).containsExactly(cited(file) + ":1:1");
      assertThat(last(run).get("verdict").asString()).isEqualTo("unreadable");
    }
    Path none = folder.resolve("none.jsonl");
    Run missing = run(none.toString());
    assertThat(missing.code()).isEqualTo(3);
    assertThat(of(missing, "problem").map(one -> one.get("code").asString())).containsExactly("no-such-file");
    assertThat(stream("").code()).isEqualTo(3);
    assertThat(run(Files.createDirectories(folder.resolve("nothing")).toString()).code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--stream", "--allow-unknown"})
  void what_cannot_be_written_is_no_success(String option) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("no space left");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(bureau("a", 3).getBytes(StandardCharsets.UTF_8)), full,
            new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of("LANG", "en_US.UTF-8"));
    assertThat(Main.run(console, "check", option, "--topic", "reconciliation", "-")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not write standard output");
  }

  // ---- how it may come ----

  @ParameterizedTest
  @ValueSource(strings = {"%s\n%s\n", "%s\n%s", "\n\n%s\n\n  \n%s\n\n", "%s\r\n\r\n%s\r\n", "\uFEFF%s\n%s\n", "  %s  \n\t%s\t\n", "\r\n%s\n%s\r"})
  void lines_may_end_and_be_parted_in_any_usual_way(String form) throws IOException {
    String text = form.formatted(bureau("a", 3), bureau("b", 4));
    Path file = write("lines.jsonl", text);
    Run run = run(file.toString());
    assertThat(of(run, "bureau").map(one -> one.get("id").asString())).as(run.out()).containsExactly("a", "b");
    assertThat(run.code()).isOne();
    int line = 1 + (int) text.substring(0, text.indexOf("\"b\"")).chars().filter(c -> c == '\n').count();
    assertThat(of(run, "finding").map(one -> one.get("at").get("line").asInt()).distinct()).containsExactly(line);
    assertThat(withoutPlaces(of(stream(text), "finding"))).isEqualTo(withoutPlaces(of(run, "finding")));
  }

  @Test
  void files_folders_zips_and_standard_input_are_read_in_their_order() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    write("in/1.jsonl", bureau("a", 3) + "\n" + bureau("b", 3) + "\n");
    write("in/2.json", bureau("c", 3).replace(",\"asOf\"", ",\n\"asOf\""));
    Files.write(folder.resolve("in/3.jsonl.gz"), zipped(bureau("d", 3) + "\n\n" + bureau("e", 3)));
    Path last = write("last.ndjson", bureau("f", 3));
    Run run = Run.withInput(bureau("g", 3) + "\n" + bureau("h", 3), "check", "--stream", "--topic", "reconciliation",
        folder.resolve("in").toString(), "-", last.toString());
    assertThat(of(run, "bureau").map(one -> one.get("id").asString())).as(run.out()).containsExactly("a", "b", "c", "d", "e", "g", "h", "f");
    assertThat(run.code()).isZero();
  }

  /** Nobody says what comes on standard input, and it is the same for both. */
  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s\n", "\uFEFF%s\n%s", "\n\n%s\n%s\n", "PRETTY", "\r\nPRETTY", "%s\n{", "PRETTY%s",
      "{\n%s\n%s", "{\"a\n%s"})
  void standard_input_is_read_as_a_check_that_holds_all_reads_it(String form) {
    String pretty = JSON.readTree(bureau("p", 4)).toPrettyString() + "\n";
    String input = form.replace("PRETTY", pretty).formatted(bureau("a", 4), bureau("b", 3));
    Run streamed = stream(input);
    Run held = Run.withInput(input, "check", "--topic", "reconciliation", "-", "--format", "json");
    JsonNode report = JSON.readTree(held.out());

    assertThat(streamed.code()).isEqualTo(held.code()).isIn(1, 3);
    assertThat(StreamLines.sorted(of(streamed, "finding")))
        .isEqualTo(StreamLines.sorted(report.get("findings").valueStream().map(StreamLines::ofFinding)));
    assertThat(of(streamed, "problem").map(one -> one.get("code").asString() + one.get("at").get("line") + ":"
        + one.get("at").get("column")))
        .containsExactlyInAnyOrderElementsOf(
            report.get("problems").valueStream()
                .map(one -> one.get("code").asString() + one.get("at").get("line") + ":" + one.get("at").get("column"))
                .toList());
  }

  @Test
  void standard_input_may_be_zipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(zipped(bureau("a", 4))), new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream()), false, Map.of());
    assertThat(Main.run(console, "check", "--stream", "--topic", "reconciliation", "-")).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"FAIL\"");
  }

  // ---- exit codes ----

  @Test
  void the_exit_code_is_that_of_the_worst_bureau() {
    assertThat(stream(bureau("a", 3)).code()).isZero();
    assertThat(stream(bureau("a", 3) + "\n" + bureau("b", 4)).code()).isOne();
    assertThat(stream(bureau("a", 4) + "\n" + bureau("b", 3)).code()).isOne();
    String unknown = DOCUMENT.formatted("c", "", 3);
    assertThat(stream(unknown + "\n" + bureau("b", 3)).code()).isEqualTo(4);
    assertThat(stream(bureau("b", 3) + "\n" + unknown).code()).isEqualTo(4);
    assertThat(stream(unknown + "\n" + bureau("b", 4)).code()).isOne();
    assertThat(stream(bureau("b", 4) + "\n" + unknown).code()).isOne();
    assertThat(stream(unknown + "\n{").code()).isEqualTo(3);
    assertThat(Run.withInput(unknown, "check", "--stream", "--topic", "reconciliation", "--allow-unknown", "-").code()).isZero();
  }

  @Test
  void options_that_mean_nothing_here_are_refused() throws IOException {
    String file = write("a.jsonl", bureau("a", 3)).toString();
    for (List<String> options :
        List.of(
            List.of("--stream", "--format", "json"), List.of("--stream", "--show-passes"), List.of("--threads", "2"),
            List.of("--stream", "--threads", "0"), List.of("--stream", "--threads", "257"), List.of("--stream", "--threads", "-1"),
            List.of("--stream", "--threads", "two"))) {
      List<String> line = new ArrayList<>(List.of("check", file));
      line.addAll(options);
      Run run = Run.of(line.toArray(String[]::new));
      assertThat(run.code()).as(options.toString()).isEqualTo(2);
      assertThat(run.out()).as(options.toString()).isEmpty();
      assertThat(run.err()).as(options.toString()).contains(options.contains("two") ? "two" : options.get(options.size() == 2 ? 0 : 1));
    }
  }

  private static String bureau(String id, int sum) {
    return DOCUMENT.formatted(id, ",\"value\":2", sum);
  }

  private static Run stream(String input) {
    return Run.withInput(input, "check", "--stream", "--topic", "reconciliation", "-");
  }

  private static Run run(String... files) {
    List<String> line = new ArrayList<>(List.of("check", "--stream", "--topic", "reconciliation"));
    Collections.addAll(line, files);
    return Run.of(line.toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Counties that fail and lack something nearly everywhere, one of them for a day long ago. */
  private Path counties() throws IOException {
    Counties made = new Counties(new Counties.Size(6, 40, 60), new Counties.Faults(200, 100), 7);
    StringBuilder text = new StringBuilder();
    for (int number = 0; number < COUNTIES; number++) {
      String line = made.line(number);
      text.append(number == 2 ? line.replace("\"asOf\":\"2025-12-31\"", "\"asOf\":\"2016-12-31\"") : line).append('\n');
    }
    return write("counties.jsonl", text.toString());
  }

  private static Stream<JsonNode> lines(Run run) {
    return run.out().lines().map(JSON::readTree);
  }

  private static Stream<JsonNode> of(Run run, String type) {
    return lines(run).filter(one -> one.get("type").asString().equals(type));
  }

  private static List<String> types(Run run) {
    return lines(run).map(one -> one.get("type").asString()).toList();
  }

  private static JsonNode last(Run run) {
    return lines(run).reduce((one, other) -> other).orElseThrow();
  }

  private static String place(JsonNode line) {
    JsonNode at = line.get("at");
    return at.get("file").asString() + ":" + at.get("line").asInt() + ":" + at.get("column").asInt();
  }

  private static String cited(Path file) {
    return file.toString().replace('\\', '/');
  }

  /** Standard input is no file. */
  private static List<String> withoutPlaces(Stream<JsonNode> findings) {
    return StreamLines.sorted(findings.map(finding -> ((ObjectNode) finding).without("at")));
  }
}
