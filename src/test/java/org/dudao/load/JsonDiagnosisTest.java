package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.fact.FactKind;
import org.dudao.fact.Language;
import org.dudao.fact.Measures;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.format.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/** What is no JSON is told in our own words, where it is wrong; the parser alone says that it is none. */
class JsonDiagnosisTest {
  private static final List<String> OF_LIBRARIES =
      List.of(
          "unexpected", "token", "redacted", "streamread", "expecting", "jsonread", "feature", "exceed", "maximum",
          "length (",
          "end-of-input", "(code", "0x", "unrecognized", "illegal", "allowed (", "root-level", "jackson", "exception",
          "java",
          "fastcsv", "record starting", "unclosed", "zlib", "gzip", "not in", "stream end", "getmax");

  /** Words of ours that stand in Chinese sentences as they are. */
  private static final Set<String> OURS =
      new TreeSet<>(List.of("JSON", "Lines", "jsonl", "CSV", "UTF", "u", "true", "false", "remark", "bureau", "asOf",
          "null", "GB", "ENG", "cn"));

  /** What a person writes in the files that we read. */
  private static final Set<String> THEIRS =
      words(
          FactSchema.of(Shipped.CODES)
              + Stream.of(FactKind.values()).map(kind -> Measures.names(kind.type()).toString())
                  .collect(Collectors.joining())
              + Stream.of(Shipped.FILES.limits(), Shipped.FILES.codes(), Shipped.FILES.calendars())
                  .flatMap(List::stream).map(table -> new String(table.bytes(), StandardCharsets.UTF_8))
                      .collect(Collectors.joining()));

  /** N stands for a line feed, R for a carriage return, T for a tabulator. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "", value = {
      "{                            | 1:2  | json-cut.object [f:1:1]",
      "{\"a\"                       | 1:5  | json-cut.object [f:1:1]",
      "{\"a\":                      | 1:6  | json-cut.object [f:1:1]",
      "{\"a\": 1                    | 1:8  | json-cut.object [f:1:1]",
      "{\"a\": 1,N                  | 1:9  | json-cut.object [f:1:1]",
      "{\"a\": 1,RN                 | 1:9  | json-cut.object [f:1:1]",
      "{\"a\": [1,                  | 1:10 | json-cut.array [f:1:7]",
      "{\"a\": tr                   | 1:9  | json-cut.object [f:1:1]",
      "{\"a\": -                    | 1:8  | json-cut.object [f:1:1]",
      "{\"a\": 1.                   | 1:9  | json-cut.object [f:1:1]",
      "{\"a\": \"株                 | 1:9  | json-cut.text [f:1:7]",
      "{\"a\": \"xR                 | 1:9  | json-cut.text [f:1:7]",
      "{\"a\": \"x\\                | 1:10 | json-cut.text [f:1:7]",
      "{\"a\": \"x\\u12             | 1:13 | json-cut.text [f:1:7]",
      "{\"ab                        | 1:5  | json-cut.text [f:1:2]",
      "{\"a\": \"xN, \"b\": 1}      | 1:9  | json-open-text [f:1:7]",
      "{\"a\": 1]                   | 1:8  | json-bracket [], }, f:1:1]",
      "[1}                          | 1:3  | json-bracket [}, ], f:1:1]",
      "{}}                          | 1:3  | json-unopened [}]",
      "{} x                         | 1:4  | json-more []",
      "{} ，                        | 1:4  | json-sign.near [，, ,]",
      "[1 2]                        | 1:4  | json-comma [2, ]]",
      "{\"a\": 1 \"b\": 2}          | 1:9  | json-comma [\", }]",
      "{\"a\": \"x\" \"b\": 2}      | 1:11 | json-after-text [\", }]",
      "{\"a\": \"第\"三\"小\"}      | 1:10 | json-after-text [三, }]",
      "[1,,2]                       | 1:4  | json-comma-extra []",
      "[,1]                         | 1:2  | json-comma-extra []",
      "[1, ]                        | 1:3  | json-comma-extra []",
      "{\"a\": 1,N }                | 1:8  | json-comma-extra []",
      "{, \"a\": 1}                 | 1:2  | json-comma-extra []",
      "{\"a\" 1}                    | 1:6  | json-colon [1]",
      "{\"a\"}                      | 1:5  | json-colon [}]",
      "{\"a\", \"b\": 1}            | 1:5  | json-colon [,]",
      "{\"a\"：1}                   | 1:5  | json-sign.near [：, :]",
      "{\"a\":: 1}                  | 1:6  | json-colon-extra []",
      "[\"a\": 1]                   | 1:5  | json-colon-extra []",
      "{\"a\": }                    | 1:7  | json-value [}]",
      "{\"a\": , \"b\": 1}          | 1:7  | json-value [,]",
      "{1: 2}                       | 1:2  | json-name [1]",
      "{\"a\": 1, {\"b\": 2}}       | 1:10 | json-name [{]",
      "{a: 2}                       | 1:2  | json-name-quotes [a]",
      "{学生: 2}                    | 1:2  | json-name-quotes [学生]",
      "{'a': 2}                     | 1:2  | json-sign.near [', \"]",
      "{“a”: 2}                     | 1:2  | json-sign.near [“, \"]",
      "｛\"a\": 2}                  | 1:1  | json-sign.near [｛, {]",
      "{\"a\": ［1]}                | 1:7  | json-sign.near [［, []",
      "{\"a\": 1，\"b\": 2}         | 1:8  | json-sign.near [，, ,]",
      "{\"a\": 1｝                  | 1:8  | json-sign.near [｝, }]",
      "{\"a\": １}                  | 1:7  | json-sign.near [１, 1]",
      "{\"a\": －1}                 | 1:7  | json-sign.near [－, -]",
      "{\"a\": 第三}                | 1:7  | json-word [第三]",
      "{\"a\": yes}                 | 1:7  | json-word [yes]",
      "{\"a\": True}                | 1:7  | json-word.near [True, true]",
      "{\"a\": flase}               | 1:7  | json-word.near [flase, false]",
      "{\"a\": None}                | 1:7  | json-no-value [None]",
      "{\"a\": NULL}                | 1:7  | json-no-value [NULL]",
      "{\"a\": undefined}           | 1:7  | json-no-value [undefined]",
      "{\"a\": NaN}                 | 1:7  | json-no-value [NaN]",
      "{\"a\": -Infinity}           | 1:7  | json-no-value [-Infinity]",
      "{\"a\": 007}                 | 1:7  | json-number-zero [007]",
      "{\"a\": -01.5}               | 1:7  | json-number-zero [-01.5]",
      "{\"a\": +5}                  | 1:7  | json-number-plus [+5]",
      "{\"a\": .5}                  | 1:7  | json-number-point [.5]",
      "{\"a\": 5.}                  | 1:7  | json-number-point [5.]",
      "{\"a\": 1.2.3}               | 1:7  | json-number [1.2.3]",
      "{\"a\": 45人}                | 1:7  | json-number [45人]",
      "{\"a\": 45%}                 | 1:7  | json-number [45%]",
      "{\"a\": 0x1F}                | 1:7  | json-number [0x1F]",
      "{\"a\": -x}                  | 1:7  | json-number [-x]",
      "{\"a\": 1e}                  | 1:7  | json-number [1e]",
      "{\"a\": 2024-06-30}          | 1:7  | json-number [2024-06-30]",
      "{\"a\": 1 // x}              | 1:9  | json-comment []",
      "{\"a\": # x}                 | 1:7  | json-comment []",
      "{ /* x */ \"a\": 1}          | 1:3  | json-comment []",
      "{\"a\": \"xTy\"}             | 1:9  | json-control [U+0009]",
      "{\"a\": \"x\\qy\"}           | 1:9  | json-escape [\\q]",
      "{\"a\": \"x\\株\"}           | 1:9  | json-escape [\\株]",
      "{\"a\": \"C:\\users\"}       | 1:10 | json-escape-hex [\\u]",
      "{\"a\": \"x\\u12g4\"}        | 1:9  | json-escape-hex [\\u12]",
      "{\u00A0\"a\": 1}             | 1:2  | json-invisible [U+00A0]",
      "{\u3000\"a\": 1}             | 1:2  | json-invisible [U+3000]",
      "{\"a\":\u200B 1}             | 1:6  | json-invisible [U+200B]",
      "{\"a\": $1}                  | 1:7  | json-sign [$]",
      "{\"a\": (1)}                 | 1:7  | json-sign [(]",
      "{\"a\": 1; \"b\": 2}         | 1:8  | json-comma [;, }]",
      "{\"a\": [[[[[[1]]]]]]}       | 1:12 | json-too-deep [6]",
      "{\"a\": 11111111111111111111111111111111111111111} | 1:7 | json-number-long [40]"})
  void the_first_fault_is_named_at_its_place(String text, String place, String fault) {
    String plain = text.replaceFirst("N$", "\n").replaceFirst("RN?$", "\r\n").replaceAll("(?<=[x,\"])N(?=,| })", "\n")
        .replace("xTy", "x\ty");
    assertThat(told(plain)).isEqualTo(place + " " + fault);
  }

  @Test
  void what_is_too_long_is_told_with_the_bound() {
    assertThat(told("{\"" + "n".repeat(1_000) + "\": 1}")).isEqualTo("1:2 json-name-long [400]");
    assertThat(told("{\"a\": \"" + "校".repeat(100_001) + "\"}")).isEqualTo("1:7 too-long [100001, 4000]");
    assertThat(told("{\"a\": " + "x".repeat(1_000) + "}")).isEqualTo("1:7 json-word [" + "x".repeat(40) + "...]");
  }

  @Test
  void every_broken_file_is_told_without_a_word_of_a_library() throws IOException {
    try (Stream<Path> files = Files.list(Shipped.FIXTURES.resolve("broken"))) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.(jsonl?|csv)")).sorted().toList()) {
        List<Problem> problems = file.toString().endsWith(".csv") ? table(file)
            : Shipped.facts(file.toString()).problems();
        assertThat(problems).as(file.toString()).isNotEmpty();
        assertOurs(problems, new String(Files.readAllBytes(file), StandardCharsets.UTF_8) + file);
      }
    }
  }

  /**
   * Slips of the pen without number: whatever the parser refuses is named, and what it does not refuse has no fault.
   */
  @Test
  void every_slip_is_named_and_told_without_a_word_of_a_library() {
    String sound =
        "{\"bureau\": {\"id\": \"zz\", \"name\": \"株洲\\u5e02𠮷\", \"region\": \"CN-430200\"},\n \"asOf\": \"2024-06-30\",\n"
            + " \"schools\": [{\"id\": \"s1\", \"type\": \"211\", \"students\": 1313, \"siteArea\": -1.5e3, \"pupilsOfMigrants\": true}, {}],\n"
            + " \"remark\": \"a\\\\b\\\"c\", \"x\": [null, false, [[0]]]}\n";
    String[] signs = {
      "\"", "{", "}", "[", "]", ",", ":", "\\", "\n", "\r\n", " ", "\t", "\u0000", "，", "：", "“", "”", "‘", "｛", "】",
          "、", "０", "－",
      "'", "/", "//", "/*", "#", "+", "-", ".", "0", "00", "e", "E5", "NaN", "True", "None", "nul", "u", "\\u12", "\\x",
      "株", "𠮷", "\u3000",
      "\uFEFF", "\u200B", "\u00A0", "%", "$", ";", "=", "_", "a", "人", "[[[[[["};
    Random random = new Random(11);
    Set<String> codes = new TreeSet<>();
    for (int round = 0; round < 6_000; round++) {
      String text = sound;
      for (int slip = random.nextInt(3); slip >= 0; slip--) {
        text = slipped(text, signs[random.nextInt(signs.length)], random);
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      List<Problem> problems =
          new FactReader(Shipped.CODES, null, null).readDocuments(List.of(new RawDocument("f", 0, bytes, null)))
              .problems();
      codes.addAll(problems.stream().map(problem -> problem.code().text()).toList());
      assertOurs(problems, text + " f");
      assertThat(problems).as(text).extracting(Problem::code)
          .doesNotContain(ProblemCode.JSON_SYNTAX, ProblemCode.JSON_CONSTRAINT);
      if (isJson(bytes)) {
        JacksonException none = new StreamReadException((JsonParser) null, "");
        assertThat(new JsonDiagnosis(bytes, places(bytes), DocumentReader.MAX_DEPTH).of(none).code()).as(text).isEqualTo(ProblemCode.JSON_SYNTAX);
      }
    }
    assertThat(codes.stream().filter(code -> code.startsWith("json-"))).hasSizeGreaterThan(25);
  }

  private static String slipped(String text, String sign, Random random) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
    int next = text.offsetByCodePoints(at, 1);
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(next);
      case 1 -> text.substring(0, at) + sign + text.substring(at);
      case 2 -> text.substring(0, at) + sign + text.substring(next);
      default -> text.substring(0, next);
    };
  }

  private static boolean isJson(byte[] bytes) {
    try (JsonParser json = DocumentReader.JSON.createParser(ObjectReadContext.empty(), bytes)) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** As a person reads it, in either language. */
  private static void assertOurs(List<Problem> problems, String document) {
    for (Problem problem : problems) {
      for (Language language : Language.values()) {
        String message = Messages.of(language).problem(problem);
        String ours = message;
        for (String argument : problem.arguments().stream().map(String::valueOf).toList()) {
          ours = document.contains(argument) ? ours.replace(argument, "") : ours;
        }
        assertThat(OF_LIBRARIES).as(message + "\n" + document).noneMatch(ours.toLowerCase(Locale.ROOT)::contains);
        assertThat(message).as(document).doesNotContainPattern("\\{\\d}");
        if (language == Language.ZH) {
          assertThat(words(message.replaceAll("U\\+[0-9A-F]+", ""))).as(message + "\n" + document)
              .allMatch(word -> OURS.contains(word) || THEIRS.contains(word) || document.contains(word));
        }
      }
    }
  }

  private static Set<String> words(String text) {
    return Pattern.compile("[A-Za-z]+").matcher(text).results().map(one -> one.group()).collect(Collectors.toSet());
  }

  private static List<Problem> table(Path file) {
    try {
      String name = file.getFileName().toString();
      if (name.startsWith("limits")) {
        new LimitReader(Shipped.CODES).read(List.of(Broken.source(file, "cn/class-size.csv")));
      } else if (name.startsWith("codes")) {
        new CodeReader().read(List.of(Broken.source(file, "cn/codes.csv")));
      } else {
        new CalendarReader().read(List.of(Broken.source(file, "calendars/cn.csv")));
      }
      return List.of();
    } catch (InputException e) {
      return e.problems();
    }
  }

  /** What the diagnosis says of a text that the parser refused. */
  private static String told(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonParser json = DocumentReader.JSON.createParser(ObjectReadContext.empty(), bytes)) {
      while (json.nextToken() != null) {
        // Numbers and texts are refused when they are looked at.
        json.getString();
      }
    } catch (JacksonException e) {
      Problem problem = new JsonDiagnosis(bytes, places(bytes), DocumentReader.MAX_DEPTH).of(e);
      return problem.at().toString().substring(2) + " " + problem.code().text() + " " + problem.arguments();
    }
    throw new AssertionError("sound: " + text);
  }

  private static TextPlaces places(byte[] bytes) {
    return new TextPlaces("f", bytes, 0, bytes.length, 0);
  }
}
