package org.dudao.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dudao.JoinedDocuments;
import org.dudao.Shipped;
import org.dudao.SpoiledCounty;
import org.dudao.StreamLines;
import org.dudao.cli.Run;
import org.dudao.engine.Cases;
import org.dudao.engine.Checker;
import org.dudao.engine.Selection;
import org.dudao.fact.Facts;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Words;
import org.dudao.report.ExitCode;
import org.dudao.report.Report;
import org.dudao.report.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Of the same bytes a check, a check by stream and the check by Spark find the same, count the same and end alike. */
class ProgramsAgreeTest {
  private static final int EVERY = 10;

  @TempDir private Path scratch;

  /** What is asked of all programs. */
  private record Options(Language language, List<String> standards, Level failOn) {
    static Options in(Language language) {
      return new Options(language, List.of(), Level.MUST);
    }

    /** That command line with these options. */
    String[] with(String... line) {
      List<String> all = new ArrayList<>(List.of(line));
      standards.forEach(one -> all.addAll(List.of("--standard", one)));
      all.addAll(List.of("--lang", language.tag(), "--fail-on", Words.of(failOn)));
      return all.toArray(String[]::new);
    }
  }

  /**
   * What a program says, as far as all say it.
   *
   * @param standards those that judged somebody, each with its newest title and level and its counts, in their order
   * @param bureaus each with its counts and verdict
   * @param run how many bureaus, facts and problems there are, the verdict, and the fingerprint of the rules
   */
  private record Answer(
      List<String> findings, List<String> problems, List<String> standards, List<String> bureaus, List<Object> run,
      int code) {}

  /** What is picked of the folder of the input. */
  private String glob = "";

  @ParameterizedTest
  @EnumSource
  void on_institutions(Language language) throws IOException {
    try (Stream<Path> folders = Files.list(Shipped.FIXTURES.resolve("bureaus"))) {
      for (Path folder : folders.toList()) {
        write(folder.getFileName() + ".jsonl", JoinedDocuments.of(folder));
      }
    }
    Answer answer = agreed(Options.in(language));
    assertThat(answer.code()).isOne();
    assertThat(answer.bureaus()).hasSizeGreaterThan(10);
    assertThat(answer.findings()).hasSizeGreaterThan(90);
  }

  /** Some of them, for nearly each is under a law of its own, which every program has to plan. */
  @Test
  void on_cases_of_all_kinds() throws IOException {
    List<ObjectNode> all = Cases.documents();
    List<ObjectNode> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      ((ObjectNode) all.get(i).get("bureau")).put("id", "b" + i);
      some.add(all.get(i));
    }
    write("cases.jsonl", some);
    Answer answer = agreed(Options.in(Language.EN));
    assertThat(answer.code()).isOne();
    assertThat(answer.bureaus()).hasSize(some.size()).hasSizeGreaterThan(50);
  }

  /** Each document is of a bureau of its own, for a stream joins none. */
  @Test
  void on_what_cannot_be_read() throws IOException {
    int own = 0;
    try (Stream<Path> files = Files.list(Shipped.FIXTURES.resolve("broken"))) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.jsonl?")).sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.contains("of-one-bureau")) {
          Files.writeString(input().resolve(name), Files.readString(file).replace("\"zz\"", "\"z" + own++ + "\""));
        }
      }
    }
    Answer answer = agreed(Options.in(Language.ZH));
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.problems()).hasSizeGreaterThan(70);
    assertThat(answer.bureaus()).isNotEmpty();
  }

  /** A county with one bad fact, each time another one, bad in another way. */
  @Test
  void on_facts_with_faults() throws IOException {
    ObjectNode county = JoinedDocuments.of(Shipped.FIXTURES.resolve("bureaus/demo-county")).get(0);
    Random random = new Random(23);
    List<ObjectNode> spoiled = new ArrayList<>();
    for (SpoiledCounty.Way way : SpoiledCounty.Way.values()) {
      ObjectNode document = SpoiledCounty.of(county, way, random).document();
      ((ObjectNode) document.get("bureau")).put("id", "county-" + way);
      spoiled.add(document);
    }
    write("spoiled.jsonl", spoiled);
    Answer answer = agreed(Options.in(Language.ZH));
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.bureaus()).hasSize(spoiled.size()).allMatch(bureau -> bureau.endsWith("unreadable]"));
    assertThat(answer.problems()).hasSizeBetween(spoiled.size(), 2 * spoiled.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/*.json*", "/*e*.json*"})
  void on_a_link_to_nothing_beside_what_is_clean(String glob) throws IOException {
    write("one.jsonl", stated("jyg", "CN-620200", "2018-06-30", "3"));
    Files.createSymbolicLink(input().resolve("gone.json"), scratch.resolve("nowhere"));
    Files.createSymbolicLink(input().resolve("other.txt"), scratch.resolve("nowhere"));
    this.glob = glob;
    Answer answer = agreed(new Options(Language.EN, List.of("class-size.large.stated"), Level.MUST));
    assertThat(answer.problems()).hasSize(1);
    assertThat(answer.code()).isEqualTo(3);
  }

  /** The city's own version ended when the nation's began, which binds otherwise and has another title. */
  @Test
  void on_versions_of_a_standard() throws IOException {
    String city = stated("jyg", "CN-620200", "2018-06-30", "20");
    String nation = stated("zz", "CN-430200", "2021-06-30", "20");
    write("city-first.jsonl", city + nation);
    write("city-last.jsonl", nation.replace("zz", "zz2") + city.replace("jyg", "jyg2"));
    write("two-days.jsonl", city.replace("jyg", "both") + city.replace("jyg", "both").replace("2018", "2021"));
    Answer answer = agreed(Options.in(Language.EN));
    assertThat(answer.standards())
        .contains("[class-size.large.stated, CN@2020-12-31, Stated share of large classes, should, 0, 3, 0, 0, 3]");
    assertThat(answer.code()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"3, MUST, CLEAN", "'', MUST, INCOMPLETE", "20, SHOULD, VIOLATIONS", "20, MUST, CLEAN"})
  void on_how_it_ends(String share, Level failOn, ExitCode end) throws IOException {
    write("one.jsonl", stated("jyg", "CN-620200", "2018-06-30", share));
    Options options = new Options(Language.EN, List.of("class-size.large.stated"), failOn);
    assertThat(agreed(options).code()).isEqualTo(end.code());
  }

  private static String stated(String bureau, String region, String asOf, String share) {
    String value = share.isEmpty() ? "" : "\"value\":" + share + ",\"unit\":\"%\",";
    return "{\"bureau\":{\"id\":\"" + bureau + "\",\"region\":\"" + region + "\"},\"asOf\":\"" + asOf
        + "\",\"indicators\":[{" + value + "\"id\":\"i\",\"name\":\"share\",\"level\":\"STATE\",\"code\":\"LARGE_CLASS_SHARE\"}]}\n";
  }

  // ---- what goes in ----

  private void write(String name, List<ObjectNode> documents) throws IOException {
    write(name, String.join("\n", documents.stream().map(LocalSpark.JSON::writeValueAsString).toList()));
  }

  private void write(String name, String lines) throws IOException {
    Files.writeString(input().resolve(name), lines);
  }

  /** The folder of the input, or what is picked of it. */
  private String named() throws IOException {
    return input() + glob;
  }

  private Path input() throws IOException {
    return Files.createDirectories(scratch.resolve("in"));
  }

  // ---- what comes out ----

  /** What all programs say of the input. */
  private Answer agreed(Options options) throws IOException {
    Answer held = held(options);
    assertThat(streamed(options)).as("stream").usingRecursiveComparison().isEqualTo(held);
    assertThat(bySpark(options)).as("Spark").usingRecursiveComparison().isEqualTo(held);
    return held;
  }

  private Answer held(Options options) throws IOException {
    Run run = Run.of(options.with("check", named(), "--format", "json"));
    JsonNode report = LocalSpark.JSON.readTree(run.out());
    return new Answer(
        StreamLines.sorted(report.get("findings").valueStream().map(StreamLines::ofFinding)),
        StreamLines.sorted(report.get("problems").valueStream().map(StreamLines::ofProblem)),
        report.get("standards").valueStream()
            .filter(one ->
                Stream.of("pass", "fail", "unknown", "query", "unkept").anyMatch(name -> one.path(name).asInt(0) > 0))
            .map(ProgramsAgreeTest::standard)
            .toList(),
        bureausAlone(options),
        List.of(
            report.get("bureaus").size(), report.at("/counts/subjects").asInt(), report.get("problems").size(),
            report.get("verdict").asString(), report.at("/rules/sha256").asString()),
        run.code());
  }

  /** What a report says of each bureau that is checked alone. */
  private List<String> bureausAlone(Options options) throws IOException {
    Checker checker = new Selection(null, List.of(), options.standards()).of(Shipped.CHECKER);
    List<String> bureaus = new ArrayList<>();
    for (Facts facts : Shipped.facts(named()).facts()) {
      Report report = checker.check(facts);
      Tally tally = report.tally();
      bureaus.add(
          List.of(
              facts.bureau().id(), facts.bureau().name() == null ? "" : facts.bureau().name(), facts.bureau().region(),
              facts.asOf().toString(), facts.size(), tally.pass(), tally.fail(), tally.unknown(),
              report.uncheckedForLackOfFacts().size(), Words.of(report.verdict(options.failOn()))).toString());
    }
    return bureaus.stream().sorted().toList();
  }

  private Answer streamed(Options options) throws IOException {
    Run run = Run.of(options.with("check", named(), "--stream"));
    return answer(run.out().lines().map(LocalSpark.JSON::readTree).toList(), run.code());
  }

  private Answer bySpark(Options options) throws IOException {
    Path out = scratch.resolve("out");
    LocalSpark.End end = LocalSpark.run(List.of(options.with(named(), out.toString())));
    List<JsonNode> lines = new ArrayList<>();
    for (String output : List.of("findings", "problems", "bureaus", "totals")) {
      lines.addAll(LocalSpark.lines(out, output));
    }
    return answer(lines, end.code());
  }

  private static Answer answer(List<JsonNode> lines, int code) {
    JsonNode run = lines.get(lines.size() - 1);
    return new Answer(
        StreamLines.sorted(of(lines, "finding")),
        StreamLines.sorted(of(lines, "problem")),
        // Only the newest version of a norm tells how it came out.
        of(lines, "standard").filter(line -> line.has("pass")).map(ProgramsAgreeTest::standard).toList(),
        of(lines, "bureau").map(ProgramsAgreeTest::bureau).sorted().toList(),
        List.of(
            run.get("bureaus").asInt(), run.get("subjects").asInt(), run.get("problems").asInt(),
            run.get("verdict").asString(), run.get("rules").asString()),
        code);
  }

  private static Stream<JsonNode> of(List<JsonNode> lines, String type) {
    return lines.stream().filter(line -> line.get("type").asString().equals(type));
  }

  private static String standard(JsonNode line) {
    return values(line, "id", "version", "title", "level", "pass", "fail", "unknown", "query", "unkept");
  }

  private static String bureau(JsonNode line) {
    return values(
        line, "id", "name", "region", "asOf", "subjects", "pass", "fail", "unknown", "unchecked", "verdict");
  }

  private static String values(JsonNode line, String... names) {
    return Stream.of(names).map(name -> line.path(name).asString("")).toList().toString();
  }
}
