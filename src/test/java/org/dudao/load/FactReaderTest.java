package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.fact.BureauLevel;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Indicator;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact comes in whole or not at all, and nothing that was submitted is passed over in silence. */
class FactReaderTest {
  private static final String DOCUMENT =
      """
      {"bureau": {"id": "zz", "name": "株洲市教育局", "region": "CN-430200"}, "asOf": "2024-06-30", \
      "schools": [{"id": "s1", "type": "211", "name": "第三小学", "students": 1313}]}
      """;

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> every_broken_document_is_refused_where_it_is_broken() {
    return Broken.tests("broken", ".*\\.jsonl?", file -> {
      List<Problem> problems = Shipped.facts(file.toString()).problems();
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
    });
  }

  @Test
  void the_same_facts_are_read_from_file_folder_glob_lines_gzip_and_standard_input() throws IOException {
    Path whole = write("a/whole.json", DOCUMENT.replace(", \"", ",\n  \""));
    Path lines = write("b/lines.jsonl", "\r\n" + DOCUMENT.strip() + "\r\n\r\n");
    Path zipped = folder.resolve("c.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(("\uFEFF" + DOCUMENT).getBytes(StandardCharsets.UTF_8));
    }
    for (String argument :
        List.of(whole.toString(), whole.getParent().toString(), folder + "/*/*.json", lines.toString(), zipped.toString(), "-")) {
      FactReader.Result result =
          new FactReader(Shipped.CODES, null, new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8)))
              .read(List.of(argument));
      assertThat(result.problems()).as(argument).isEmpty();
      assertThat(result.facts()).as(argument).hasSize(1);
      assertThat(result.facts().get(0).of(School.class)).as(argument).extracting(School::students).containsExactly(1313);
    }
  }

  @Test
  void facts_of_one_bureau_and_date_are_joined_over_files_whatever_their_order() throws IOException {
    Path schools = write("schools.json", DOCUMENT);
    Path classes =
        write(
            "classes.json",
            """
            {"bureau": {"id": "zz", "region": "CN-430200", "residents": 5}, "asOf": "2024-06-30",
             "classes": [{"id": "c1", "school": "s1", "stage": "PRIMARY", "students": 47}]}
            """);
    for (List<String> order :
        List.of(List.of(schools.toString(), classes.toString()), List.of(classes.toString(), schools.toString()))) {
      FactReader.Result result = new FactReader(Shipped.CODES, null, null).read(order);
      assertThat(result.problems()).isEmpty();
      Facts facts = result.facts().get(0);
      assertThat(facts.bureau().residents()).isEqualTo(5);
      SchoolClass one = facts.of(SchoolClass.class).get(0);
      assertThat(one.school().name()).isEqualTo("第三小学");
      assertThat(facts.places().of(FactKind.CLASS, 0, "students")).hasToString(classes + ":2:75");
      assertThat(facts.places().of(FactKind.CLASS, 0, "teachers")).as("not reported: the fact itself").hasToString(classes + ":2:14");
    }
  }

  @Test
  void the_facts_of_a_file_given_twice_are_set_aside_and_count_once_nowhere() throws IOException {
    String file = write("twice.json", DOCUMENT).toString();
    FactReader.Result result = Shipped.facts(file, folder.toString());
    assertThat(result.facts()).singleElement().satisfies(facts -> {
      assertThat(facts.of(School.class)).isEmpty();
      assertThat(facts.setAside()).isEqualTo(Map.of(FactKind.SCHOOL, 2));
    });
    assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.DUPLICATE_ID);
  }

  /** Two documents judged for one day speak of that day: a class that stands in both stands there twice. */
  @ParameterizedTest
  @CsvSource({
    "'\"level\": \"STATE\",', '', STATE",
    "'\"level\": \"COUNTY\",', '', COUNTY",
    "'\"level\": \"COUNTY\",', '\"level\": \"PROVINCE\",', PROVINCE",
    "'', '\"level\": \"PROVINCE\",', PROVINCE",
    "'', '', "
  })
  void a_figure_is_of_the_level_of_its_bureau_unless_it_says_another(String ofBureau, String own, BureauLevel level)
      throws IOException {
    Path document =
        write(
            "figure.json",
            "{\"bureau\": {" + ofBureau + "\"id\": \"zz\", \"region\": \"CN\"}, \"asOf\": \"2024-06-30\","
                + " \"indicators\": [{" + own + "\"id\": \"i\", \"name\": \"巩固率\"}]}");
    assertThat(Shipped.facts(document.toString()).facts().get(0).of(Indicator.class))
        .extracting(Indicator::level)
        .containsExactly(level);
  }

  @Test
  void documents_judged_on_one_day_are_joined_by_that_day() throws IOException {
    write("a.json", DOCUMENT.replace("2024-06-30", "2023-06-30"));
    write("b.json", DOCUMENT);
    FactReader.Result result =
        new FactReader(Shipped.CODES, LocalDate.parse("2024-12-31"), null).read(List.of(folder.toString()));
    assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.DUPLICATE_ID);
  }

  @Test
  void one_bad_line_hides_no_other() throws IOException {
    Path file = write("lines.jsonl", DOCUMENT + "{\"bureau\": \n\n" + DOCUMENT.replace("zz", "yy"));
    FactReader.Result result = Shipped.facts(file.toString());
    assertThat(result.facts()).extracting(facts -> facts.bureau().id()).containsExactly("zz", "yy");
    assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.at().line()).isEqualTo(2));
  }

  @Test
  void one_unreadable_file_of_a_folder_hides_no_other() throws IOException {
    write("a.json", DOCUMENT);
    Path broken = folder.resolve("b.json.gz");
    Files.write(broken, new byte[] {0x1F, (byte) 0x8B, 'x', 'x'});
    FactReader.Result result = Shipped.facts(folder.toString());
    assertThat(result.facts()).hasSize(1);
    assertThat(result.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.ZIP_HEADER);
      assertThat(problem.at().file()).isEqualTo(broken.toString());
    });
  }

  /** A small zip must not fill the memory; what was read of it before is judged. */
  @Test
  void files_that_are_too_large_to_be_held_together_are_told_where_reading_ends() throws IOException {
    String padded = DOCUMENT.replace("\n", " ") + " ".repeat(20_000);
    Path file = write("lines.jsonl", padded + "\n" + padded.replace("zz", "yy"));
    int length = padded.getBytes(StandardCharsets.UTF_8).length;
    InputBounds bounds = new InputBounds(length, 100, 100, 16L * length, 1);
    write("more.jsonl", padded.replace("zz", "xx"));
    FactReader.Result result =
        new FactReader(Shipped.CODES, null, null, bounds)
            .read(List.of(file.toString(), folder.resolve("more.jsonl").toString()));
    assertThat(result.facts()).extracting(facts -> facts.bureau().id()).containsExactly("zz", "yy");
    assertThat(result.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.FILE_TOO_LARGE);
      assertThat(problem.at()).hasToString(folder.resolve("more.jsonl") + ":1:1");
    });
    assertThat(result.files()).as("what was not read to its end has no hash").hasSize(1);
  }

  @Test
  void a_file_that_was_read_to_its_end_is_cited_with_the_hash_of_its_bytes() throws IOException {
    Path file = write("lines.jsonl", "\uFEFF" + DOCUMENT + "{\n");
    assertThat(Shipped.facts(file.toString()).files())
        .containsExactly(new FactReader.ReadFile(
            file.toString(), new Source("", "", Files.readAllBytes(file)).sha256()));
  }

  /** The keys of a Chinese keyboard are the commonest slip of all. */
  @ParameterizedTest
  @CsvSource({"“, 2:11, \"", "，, 2:11, ','", "：, 2:11, :", "１, 2:11, 1", "｛, 2:11, {"})
  void signs_that_are_no_json_are_cited_whole(String sign, String place, String meant) throws IOException {
    Path file = write("x.json", "{\"bureau\":\n {\"id株𠮷\": " + sign + "b" + sign + "}}");
    assertThat(Shipped.facts(file.toString()).problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(ProblemCode.JSON_SIGN_NEAR);
          assertThat(problem.arguments()).map(String::valueOf).containsExactly(sign, meant);
          assertThat(problem.at()).hasToString(file + ":" + place);
        });
  }

  @Test
  void a_long_name_in_chinese_is_told_like_any_other_and_hides_nothing() throws IOException {
    String name = "校".repeat(90);
    Path file = write("x.json", DOCUMENT.replaceFirst("\"id\"", "\"" + name + "\": 1, \"id\"").replace("1313", "-1"));
    assertThat(Shipped.facts(file.toString()).problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(ProblemCode.UNKNOWN_PROPERTY, ProblemCode.OUT_OF_DOMAIN);
  }

  @Test
  void a_byte_order_mark_stands_at_the_start_of_a_file_and_nowhere_else() throws IOException {
    Path file = write("x.jsonl", "\uFEFF" + DOCUMENT + "\n\uFEFF" + DOCUMENT.replace("zz", "yy"));
    assertThat(Shipped.facts(file.toString()).problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.JSON_INVISIBLE);
      assertThat(problem.at().column()).isEqualTo(1);
    });
  }

  /** Else what belongs to one bureau would be judged apart by who finds it by its heading. */
  @Test
  void a_heading_is_found_after_a_byte_order_mark_too() throws IOException {
    byte[] plain = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    byte[] marked = ("\uFEFF" + DOCUMENT).getBytes(StandardCharsets.UTF_8);
    RawDocument document =
        new DocumentSplitter("x", new ByteArrayInputStream(marked), DocumentSplitter.Framing.LINES,
            InputBounds.USUAL).next();
    assertThat(Heading.of(document.bytes())).isPresent().isEqualTo(Heading.of(plain));
    assertThat(Heading.of(DOCUMENT.getBytes(StandardCharsets.UTF_16))).isEmpty();
  }

  /** Else a county's worst school needs only a capital letter in its file's name. */
  @Test
  void nothing_that_looks_like_facts_is_passed_over_in_a_folder() throws IOException {
    write("in/good.json", DOCUMENT);
    write("in/CAPITALS.JSON", DOCUMENT.replace("zz", "capitals"));
    write("elsewhere/linked.json", DOCUMENT.replace("zz", "linked"));
    Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("in/broken.json"), folder.resolve("gone.json"));
    FactReader.Result result = Shipped.facts(folder.resolve("in").toString());
    assertThat(result.facts()).extracting(facts -> facts.bureau().id()).containsExactlyInAnyOrder("zz", "capitals", "linked");
    assertThat(result.problems()).singleElement()
        .satisfies(problem -> assertThat(problem.at().file()).endsWith("broken.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a", "facts/*[.json", "facts/{a,b/*.json", "nul\0.json", "", "no/such/folder", "no/such/*.json"})
  void an_argument_that_names_nothing_is_a_problem_and_no_crash(String argument) {
    FactReader.Result result = Shipped.facts(argument);
    assertThat(result.facts()).isEmpty();
    assertThat(result.problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, not-utf8, 1:1", "UTF-16BE, not-utf8, 1:75", "GB18030, not-utf8, 1:34"})
  void other_encodings_are_refused_at_the_first_strange_character(String charset, String code, String place)
      throws IOException {
    Path file = folder.resolve("facts.json");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (charset.equals("UTF-16LE")) {
      bytes.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
    }
    bytes.write(DOCUMENT.getBytes(Charset.forName(charset)));
    Files.write(file, bytes.toByteArray());
    assertThat(Broken.told(Shipped.facts(file.toString()).problems())).startsWith(file + ":" + place + " " + code);
  }

  @Test
  void places_are_counted_in_characters_whatever_the_line_ends_and_after_a_byte_order_mark() throws IOException {
    String bad = DOCUMENT.replace(", \"", ",\n\"").replace("1313", "-1");
    for (String text : List.of(bad, bad.replace("\n", "\r\n"), "\uFEFF" + bad)) {
      Path file = write("x.json", text);
      assertThat(Shipped.facts(file.toString()).problems()).singleElement().hasToString(
          "Problem[code=OUT_OF_DOMAIN, arguments=[-1, 0, 2147483647], at=" + file + ":8:13, count=1, samples=[]]");
    }
    Path malformed = folder.resolve("y.json");
    Files.write(malformed, "\uFEFF{\"bureau\": {\"id\": \"𠮷\u0001".getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Files.readAllBytes(malformed);
    bytes[bytes.length - 1] = (byte) 0xFF;
    Files.write(malformed, bytes);
    assertThat(Shipped.facts(malformed.toString()).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.at()).hasToString(malformed + ":1:21"));
  }

  @Test
  void strange_ids_are_kept_as_they_are_and_referred_to() throws IOException {
    Path file =
        write(
            "x.json",
            """
            {"bureau": {"id": "甲/乙", "region": "CN"}, "asOf": "2024-06-30",
             "schools": [{"id": " s/1~\\"#@ ", "type": "211"}],
             "classes": [{"id": "c 1", "school": " s/1~\\"#@ ", "stage": "PRIMARY"}]}
            """);
    FactReader.Result result = Shipped.facts(file.toString());
    assertThat(result.problems()).isEmpty();
    assertThat(result.facts().get(0).of(SchoolClass.class).get(0).school().id()).isEqualTo(" s/1~\"#@ ");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
