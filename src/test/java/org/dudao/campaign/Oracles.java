package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.StreamLines;
import org.dudao.cli.Run;
import org.dudao.fact.Language;
import org.dudao.format.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of an answer, whatever the input was. */
final class Oracles {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_CODE = 4;
  static final int FAILED = 3;

  /** Names of exceptions and of what throws them, and the words with which libraries begin. */
  private static final Pattern OF_LIBRARIES =
      Pattern.compile(
          "\\w(Exception|Error)\\b|\\bat [\\w.$]+\\([\\w.]*(java|Native Method|Unknown Source)"
              + "|\\b(java\\.(?!util\\.List)|javax\\.|jdk\\.|sun\\.|tools\\.jackson|com\\.fasterxml|picocli"
              + "|org\\.(drools|kie|mvel|antlr)|de\\.siegmar)"
              + "|Index \\d+ out of|Unmatched arg|Missing required|Invalid value for|Unrecognized"
              + "|was expecting|Cannot invoke|Malformed|Illegal char|Text '.*' could not be parsed|Invalid value for \\w+ \\(valid");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  /** A file and a place in it, as messages cite them. */
  private static final Pattern PLACE =
      Pattern.compile("(?:target/campaign/[\\w-]+/(?:apart/doc-(\\d+)\\.json|lines\\.jsonl(?:\\.gz)?)|-):(\\d+):(\\d+)");
  private static final Pattern DOCUMENT = Pattern.compile("doc-(\\d+)\\.json$");

  private Oracles() {}

  /** An exit code of those that are promised, no stack trace, no crash, and no word of a library where messages stand. */
  static void endsInOrder(Run run, Language language) {
    assertThat(run.code()).as("exit code, %s", run.err()).isBetween(0, MOST_CODE);
    run.err().lines().filter(line -> !isExcerpt(line)).forEach(line -> speaksPlainly(line, language));
    speaksPlainly(run.err().lines().findFirst().orElse(""), language);
  }

  /** No crash, and no word of a library. */
  static void speaksPlainly(String message, Language language) {
    assertThat(message).as("crash").doesNotContain(crash(language, "cli.crash"), crash(language, "problem.document-failed"));
    assertThat(message).as("words of a library").doesNotContainPattern(OF_LIBRARIES);
  }

  private static String crash(Language language, String id) {
    return Messages.of(language).text(id, "");
  }

  /** The line of a file that is shown, and the mark below it: these are words of who wrote the file. */
  private static boolean isExcerpt(String line) {
    return line.matches("\\s*\\d* \\| .*");
  }

  /** Each fault of a file has its line and column, and a sentence in the language of the reader. */
  static void placesEachFault(List<JsonNode> problems, Language language) {
    for (JsonNode problem : problems) {
      String message = problem.get("message").asString();
      speaksPlainly(message, language);
      if (language == Language.ZH) {
        assertThat(message).as("Chinese").containsPattern(HAN);
      }
      // A report tells the place as one property, lint as several.
      JsonNode at = problem.has("at") ? problem.get("at") : problem;
      assertThat(at.path("line").asInt(0)).as("line of %s", problem).isPositive();
      assertThat(at.path("column").asInt(0)).as("column of %s", problem).isPositive();
    }
  }

  /** Facts that could not be read never end as if all had been read. */
  static void tellsWhatWasNotRead(int code, List<JsonNode> problems, JsonNode read) {
    boolean isAllRead = problems.isEmpty() && read.get("skipped").asInt() == 0 && read.get("setAside").asInt() == 0
        && read.get("broken").asInt() == 0;
    assertThat(code == FAILED).as("exit code %d of %s %s", code, read, problems).isEqualTo(!isAllRead);
  }

  /** What a check or a stream says of documents, by whatever way these came. */
  record Answer(List<String> findings, List<String> problems, Map<String, String> read, String verdict, int code) {}

  /** Of a report in JSON. */
  static Answer ofReport(Run run) {
    JsonNode report = JSON.readTree(run.out());
    return new Answer(
        placed(report.get("findings").valueStream().map(StreamLines::ofFinding)),
        placed(report.get("problems").valueStream().map(StreamLines::ofProblem)),
        read(report.get("read")), report.get("verdict").asString(), run.code());
  }

  /** Of the lines of a stream. */
  static Answer ofStream(Run run) {
    List<JsonNode> lines = run.out().lines().map(JSON::readTree).toList();
    JsonNode end = lines.get(lines.size() - 1);
    return new Answer(
        placed(lines.stream().filter(line -> line.get("type").asString().equals("finding"))),
        placed(lines.stream().filter(line -> line.get("type").asString().equals("problem"))),
        read(end.get("read")), end.get("verdict").asString(), run.code());
  }

  /** The same documents get the same answer, by whatever way they come. */
  static void agree(String way, Answer other, Answer answer) {
    assertThat(less(other.findings(), answer.findings())).as("findings of %s alone", way).isEmpty();
    assertThat(less(answer.findings(), other.findings())).as("findings that %s lacks", way).isEmpty();
    assertThat(less(other.problems(), answer.problems())).as("problems of %s alone", way).isEmpty();
    assertThat(less(answer.problems(), other.problems())).as("problems that %s lacks", way).isEmpty();
    assertThat(other).as(way).isEqualTo(answer);
  }

  private static List<String> less(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(some);
    others.forEach(rest::remove);
    return rest;
  }

  /** Files are counted otherwise when each document has its own. */
  private static Map<String, String> read(JsonNode read) {
    Map<String, String> counts = new TreeMap<>();
    for (String name : Set.of("documents", "skipped", "facts", "setAside", "broken")) {
      counts.put(name, read.get(name).toString());
    }
    return counts;
  }

  /** Each with the number of its document in place of file and line. */
  private static List<String> placed(Stream<JsonNode> lines) {
    return StreamLines.sorted(lines.map(Oracles::withDocument));
  }

  private static JsonNode withDocument(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(item -> items.add(withDocument(item)));
      return items;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode other = object.objectNode();
      object.propertyStream().forEach(one -> other.set(one.getKey(), withDocument(one.getValue())));
      if (object.path("file").isString() && object.has("line")) {
        Matcher own = DOCUMENT.matcher(object.get("file").asString());
        other.put("line", own.find() ? Integer.parseInt(own.group(1)) : object.get("line").asInt());
        other.remove("file");
      }
      return other;
    }
    return node.isString() ? JSON.getNodeFactory().stringNode(cited(node.asString())) : node;
  }

  private static String cited(String message) {
    return PLACE.matcher(message).replaceAll(
        place -> "#" + (place.group(1) == null ? place.group(2) : String.valueOf(Integer.parseInt(place.group(1))))
            + ":" + place.group(3));
  }
}
