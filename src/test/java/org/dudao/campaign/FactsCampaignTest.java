package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dudao.JoinedDocuments;
import org.dudao.Shipped;
import org.dudao.cli.Run;
import org.dudao.engine.Cases;
import org.dudao.fact.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts that somebody or something spoiled: single documents, many of them by all ways, and zipped. */
class FactsCampaignTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  /** Another reader of JSON, which knows nothing of facts. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int MOST_DOCUMENTS = 6;
  private static final List<ObjectNode> SOUND = sound();

  /** Documents of institutions and cases. */
  private static List<ObjectNode> sound() {
    List<ObjectNode> all = new ArrayList<>(Cases.documents());
    try (Stream<Path> folders = Files.list(Shipped.FIXTURES.resolve("bureaus"))) {
      for (Path folder : folders.sorted().toList()) {
        all.addAll(JoinedDocuments.of(folder));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  @Test
  void a_spoiled_document_is_refused_with_its_place_or_judged() throws IOException {
    Campaign.play("document", 40, List.of("exit 3", "exit 4"), (random, folder) -> {
      byte[] document = spoiled(random);
      Files.write(folder.resolve("facts.json"), document);
      Language language = OddValues.one(List.of(Language.values()), random);
      Run run = Run.of("check", folder.resolve("facts.json").toString(), "--format", "json", "--lang", language.tag());
      Oracles.endsInOrder(run, language);
      JsonNode report = JSON.readTree(run.out());
      List<JsonNode> problems = report.get("problems").valueStream().toList();
      Oracles.placesEachFault(problems, language);
      Oracles.tellsWhatWasNotRead(run.code(), problems, report.get("read"));
      if (!isJson(document)) {
        assertThat(run.code()).as("what is no JSON is refused").isEqualTo(Oracles.FAILED);
      }
      return "exit " + run.code();
    });
  }

  @Test
  void texts_and_pages_of_spoiled_documents_say_nothing_strange() throws IOException {
    Campaign.play("page", 12, List.of("exit 3"), (random, folder) -> {
      Files.write(folder.resolve("facts.json"), spoiled(random));
      Language language = OddValues.one(List.of(Language.values()), random);
      String facts = folder.resolve("facts.json").toString();
      String page = folder.resolve("page.html").toString();
      Run run = Run.of("check", facts, "--format", "text", "--format", "html=" + page, "--lang", language.tag());
      Oracles.endsInOrder(run, language);
      run.out().lines().forEach(line -> Oracles.speaksPlainly(line, language));
      assertThat(Files.readString(Path.of(page))).endsWith("</html>\n").doesNotContain("<script>alert");
      return "exit " + run.code();
    });
  }

  @Test
  void the_same_documents_by_all_ways_get_the_same_answer() throws IOException {
    Campaign.play("ways", 4, List.of("exit 3"), (random, folder) -> {
      List<byte[]> documents = new ArrayList<>();
      // The first line tells standard input that each line is a document, so it is left sound.
      ObjectNode sound = OddValues.one(SOUND, random);
      documents.add(JSON.writeValueAsBytes(named(sound, 0)));
      int count = 1 + random.nextInt(MOST_DOCUMENTS);
      for (int i = 1; i <= count; i++) {
        documents.add(onOneLine(spoiled(named(sound, i), random)));
      }
      Oracles.Answer held = agreed(documents, folder, OddValues.one(List.of(Language.values()), random));
      return "exit " + held.code();
    });
  }

  private static Oracles.Answer agreed(List<byte[]> documents, Path folder, Language language) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Path apart = Files.createDirectories(folder.resolve("apart"));
    for (int i = 0; i < documents.size(); i++) {
      Files.write(apart.resolve("doc-%04d.json".formatted(i + 1)), documents.get(i));
      all.writeBytes(documents.get(i));
      all.write('\n');
    }
    Path lines = Files.write(folder.resolve("lines.jsonl"), all.toByteArray());
    Path zipped = Files.write(folder.resolve("lines.jsonl.gz"), zipped(all.toByteArray()));
    Run run = Run.of("check", lines.toString(), "--format", "json", "--lang", language.tag());
    Oracles.endsInOrder(run, language);
    Oracles.Answer held = Oracles.ofReport(run);
    for (Path way : List.of(apart, zipped)) {
      Run other = Run.of("check", way.toString(), "--format", "json", "--lang", language.tag());
      Oracles.agree("file or folder " + way, Oracles.ofReport(other), held);
    }
    Run input = Run.withBytes(all.toByteArray(), "check", "-", "--format", "json", "--lang", language.tag());
    Oracles.agree("standard input", Oracles.ofReport(input), held);
    for (Path way : List.of(apart, lines, zipped)) {
      Run stream = Run.of("check", "--stream", way.toString(), "--lang", language.tag());
      Oracles.agree("stream of " + way, Oracles.ofStream(stream), held);
    }
    return held;
  }

  @Test
  void a_damaged_gzip_file_is_told_and_never_judged_as_if_it_were_whole() throws IOException {
    Campaign.play("gzip", 12, List.of("exit 3"), (random, folder) -> {
      List<byte[]> documents = new ArrayList<>();
      ObjectNode one = OddValues.one(SOUND, random);
      for (int i = 1; i <= 3; i++) {
        documents.add(JSON.writeValueAsBytes(named(one, i)));
      }
      ByteArrayOutputStream members = new ByteArrayOutputStream();
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      for (byte[] document : documents) {
        byte[] line = (new String(document, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
        members.writeBytes(zipped(line));
        plain.writeBytes(line);
      }
      byte[] sound = random.nextBoolean() ? members.toByteArray() : zipped(plain.toByteArray());
      byte[] damaged = BytesMutant.of(sound, random);
      Path file = Files.write(folder.resolve("facts.jsonl.gz"), damaged);
      Language language = OddValues.one(List.of(Language.values()), random);
      Run run = Run.of("check", file.toString(), "--format", "json", "--lang", language.tag());
      Oracles.endsInOrder(run, language);
      JsonNode report = JSON.readTree(run.out());
      assertThat(report.get("problems").valueStream()).allSatisfy(problem -> {
        Oracles.speaksPlainly(problem.get("message").asString(), language);
        assertThat(problem.at("/at/file").asString()).isEqualTo(file.toString());
      });
      boolean isAllRead = report.at("/read/documents").asInt() == documents.size();
      assertThat(isAllRead || run.code() == Oracles.FAILED)
          .as("exit code %d of %s", run.code(), report.get("read")).isTrue();
      Run streamed = Run.of("check", "--stream", file.toString(), "--lang", language.tag());
      Oracles.endsInOrder(streamed, language);
      assertThat(streamed.code() == Oracles.FAILED).as("the stream ends alike").isEqualTo(run.code() == Oracles.FAILED);
      return "exit " + run.code();
    });
  }

  private static byte[] spoiled(Random random) {
    return spoiled(OddValues.one(SOUND, random), random);
  }

  private static byte[] spoiled(ObjectNode sound, Random random) {
    byte[] document = DocumentMutant.of(sound, random);
    return random.nextInt(4) == 0 ? BytesMutant.of(document, random) : document;
  }

  /** One of another bureau, so that a stream takes it for another document. */
  private static ObjectNode named(ObjectNode sound, int number) {
    ObjectNode document = sound.deepCopy();
    ((ObjectNode) document.get("bureau")).put("id", "bureau-" + "abcdefgh".charAt(number % 8) + "-" + number * 7919);
    return document;
  }

  private static byte[] onOneLine(byte[] document) {
    byte[] line = document.clone();
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
    }
    return line;
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static boolean isJson(byte[] document) {
    try {
      return !STRICT.readTree(document).isMissingNode();
    } catch (JacksonException e) {
      return false;
    }
  }
}
