package org.dudao.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.dudao.Shipped;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.DocumentSplitter;
import org.dudao.load.InputBounds;
import org.dudao.load.FactReader;
import org.dudao.load.GzipFiles;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import org.dudao.load.Readings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bytes are the same documents with the same faults, however they are read: held, streamed, or on many
 * machines.
 */
class ReadingTest {
  private static final int MAX_BYTES = 200;
  private static final int MUTANTS = 700;
  private static final Configuration HADOOP = new Configuration();
  private static final String PRETTY =
      "{\n  \"bureau\": {\"id\": \"a\", \"region\": \"CN\"},\n  \"asOf\": \"2024-06-30\"\n}\n";

  @TempDir private Path folder;

  /**
   * What comes, and what it is.
   *
   * @param name of the file; standard input has none
   * @param documents each as {@code linesBefore text fault}
   * @param told each bureau with the line where it stands, and the place and code of each problem
   */
  private record Input(String name, byte[] bytes, List<String> documents, List<String> told) {
    @Override
    public String toString() {
      return name + " " + new String(bytes, StandardCharsets.ISO_8859_1).replace("\n", "\\n").replace("\r", "\\r");
    }
  }

  static Stream<Input> inputs() {
    String a = bureau("a");
    String b = bureau("b");
    String c = bureau("c");
    List<Input> inputs = new ArrayList<>();
    lines(inputs, a + "\n" + b + "\n", List.of("0 " + a, "1 " + b), List.of("a 1", "b 2"));
    lines(inputs, a + "\n" + b, List.of("0 " + a, "1 " + b), List.of("a 1", "b 2"));
    lines(inputs, a, List.of("0 " + a), List.of("a 1"));
    lines(inputs, "\uFEFF" + a + "\n" + b + "\n", List.of("0 " + a, "1 " + b), List.of("a 1", "b 2"));
    lines(inputs, "\uFEFF\n" + a, List.of("1 " + a), List.of("a 2"));
    lines(inputs, a + "\n\uFEFF" + b, List.of("0 " + a, "1 \uFEFF" + b), List.of("a 1", "2:1 json-invisible"));
    lines(inputs, a + "\r\n" + b + "\r\n", List.of("0 " + a + "\r", "1 " + b + "\r"), List.of("a 1", "b 2"));
    lines(inputs, "\n \t\r\n" + a + "\n\n\r\n" + b + "\n \n", List.of("2 " + a, "5 " + b), List.of("a 3", "b 6"));
    lines(inputs, a + "\n12\n" + b, List.of("0 " + a, "1 12", "2 " + b), List.of("a 1", "2:1 document-object", "b 3"));
    lines(inputs, "{\"a\": \"x\n" + b, List.of("0 {\"a\": \"x", "1 " + b),
        List.of("1:2 unknown-property", "1:9 json-cut.text", "b 2"));
    lines(inputs, "", List.of("0 "), List.of("1:1 document-object"));
    lines(inputs, "\uFEFF", List.of("0 "), List.of("1:1 document-object"));
    lines(inputs, " \n\r\n\t", List.of("0 "), List.of("1:1 document-object"));
    lines(inputs, a + "\n\u3000\n", List.of("0 " + a, "1 \u3000"), List.of("a 1", "2:1 json-invisible"));
    String bad = c.replace("c", "c\u00FFc");
    byte[] mixed = (a + "\n" + bad + "\n" + b + "\n").getBytes(StandardCharsets.ISO_8859_1);
    lines(inputs, mixed, List.of("0 " + a, "1 " + bad, "2 " + b), List.of("a 1", "2:19 not-utf8", "b 3"));
    String longer = c.replace("}", " ".repeat(MAX_BYTES) + "}");
    String kept = longer.substring(0, MAX_BYTES);
    lines(
        inputs, a + "\n" + longer + "\n" + b + "\n", List.of("0 " + a, "1 " + kept + " too-large", "2 " + b),
        List.of("a 1", "2:1 too-large", "b 3"));
    lines(inputs, longer, List.of("0 " + kept + " too-large"), List.of("1:1 too-large"));
    byte[] text = (a + "\n\n" + b).getBytes(StandardCharsets.UTF_8);
    lines(inputs, zipped(text), List.of("0 " + a, "2 " + b), List.of("a 1", "b 3"));
    byte[] cut = zipped((a + "\n" + noise()).getBytes(StandardCharsets.UTF_8));
    inputs.add(new Input("x.json", PRETTY.getBytes(StandardCharsets.UTF_8), List.of("0 " + PRETTY), List.of("a 2")));
    inputs.add(new Input("x.txt", PRETTY.getBytes(StandardCharsets.UTF_8), List.of("0 " + PRETTY), List.of("a 2")));
    inputs.add(new Input(null, PRETTY.getBytes(StandardCharsets.UTF_8), List.of("0 " + PRETTY), List.of("a 2")));
    inputs.add(
        new Input(
            null, ("\n" + PRETTY + PRETTY).getBytes(StandardCharsets.UTF_8), List.of("1 " + PRETTY + PRETTY),
            List.of("6:1 json-more")));
    inputs.add(
        new Input(
            null, ("{\"bureau\":\n" + a + "\n" + b).getBytes(StandardCharsets.UTF_8),
            List.of("0 {\"bureau\":\n" + a + "\n" + b),
            List.of("2:2 unknown-property", "2:36 unknown-property", "2:1 required", "2:1 required",
            "3:1 json-comma")));
    inputs.add(
        new Input(
            "x.json", (a + "\n" + b).getBytes(StandardCharsets.UTF_8), List.of("0 " + a + "\n" + b),
            List.of("2:1 json-more")));
    inputs.add(new Input("x.json", " \n\n".getBytes(StandardCharsets.UTF_8), List.of("0 "),
        List.of("1:1 document-object")));
    inputs.add(
        new Input("x.jsonl.gz", new byte[] {0x1F, (byte) 0x8B, 'x', 'x'}, List.of("0  zip-header"),
        List.of("0:0 zip-header")));
    inputs.add(new Input("x.jsonl.gz", new byte[] {0x1F, (byte) 0x8B}, List.of("0  zip-cut"), List.of("0:0 zip-cut")));
    inputs.add(
        new Input(
            "x.jsonl.gz", Arrays.copyOf(cut, cut.length - 12), List.of("0 " + a, "1 ... zip-cut"),
            List.of("a 1", "2:1 zip-cut")));
    return inputs.stream();
  }

  /** Lines are the same from a file that says so by its name, from one that says nothing, and from standard input. */
  private static void lines(List<Input> inputs, String text, List<String> documents, List<String> told) {
    lines(inputs, text.getBytes(StandardCharsets.UTF_8), documents, told);
  }

  private static void lines(List<Input> inputs, byte[] bytes, List<String> documents, List<String> told) {
    for (String name : Arrays.asList("x.jsonl", "X.NDJSON", "facts", null)) {
      inputs.add(new Input(name, bytes, documents, told));
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void the_same_bytes_are_the_same_documents_however_they_are_read(Input input) throws IOException {
    Path file = input.name() == null ? null : Files.write(folder.resolve(input.name()), input.bytes());
    String argument = file == null ? "-" : file.toString();

    assertThat(told(Readings.held(argument, input.bytes(), MAX_BYTES))).as("held")
        .containsExactlyInAnyOrderElementsOf(input.told());
    Map<String, List<RawDocument>> ways = new LinkedHashMap<>();
    ways.put("streamed", Readings.streamed(argument, input.bytes(), MAX_BYTES));
    if (file != null) {
      if (DocumentSplitter.Framing.of(argument) != DocumentSplitter.Framing.BY_FIRST_LINE) {
        assertThat(told(Readings.held(folder.toString(), new byte[0], MAX_BYTES)))
            .as("held, of a folder").containsExactlyInAnyOrderElementsOf(input.told());
        ways.put("streamed, of a folder", Readings.streamed(folder.toString(), new byte[0], MAX_BYTES));
      }
      for (int size : new int[] {1, 7, 64, 1 << 20}) {
        ways.put("in splits of " + size, inSplits(file, size));
      }
    }
    ways.forEach((way, documents) -> {
      assertThat(documents.stream().map(ReadingTest::shown)).as(way).containsExactlyElementsOf(input.documents());
      FactReader.Result read = new FactReader(Shipped.CODES, null, null).readDocuments(documents);
      assertThat(told(read)).as(way).containsExactlyInAnyOrderElementsOf(input.told());
    });
  }

  /**
   * Whatever befalls a gzip file, all ways tell the same of it: what they tell of the whole one, or a fault of it.
   * Only where it ends between two members nobody can know that there was more.
   */
  @Test
  void a_damaged_zip_is_told_in_all_ways_alike_and_never_loses_a_document_in_silence() throws IOException {
    byte[] first = GzipFiles.member(bureau("a") + "\n" + bureau("b") + "\n");
    byte[] second = GzipFiles.memberWithAll(bureau("c") + "\n" + bureau("d") + "\n");
    byte[] whole = GzipFiles.joined(first, second);
    List<String> intact = toldOf(whole);
    assertThat(intact).containsExactlyInAnyOrder("a 1", "b 2", "c 3", "d 4");
    List<GzipFiles.Mutant> mutants = new ArrayList<>(GzipFiles.flipped(whole));
    mutants.addAll(GzipFiles.cut(whole));
    Collections.shuffle(mutants, new Random(15));
    mutants.subList(MUTANTS, mutants.size()).clear();
    for (GzipFiles.Mutant strange : GzipFiles.strange()) {
      mutants.add(new GzipFiles.Mutant(strange + " before", GzipFiles.joined(first, strange.bytes(), second)));
      mutants.add(new GzipFiles.Mutant(strange + " behind", GzipFiles.joined(whole, strange.bytes())));
    }
    for (int[] magic : new int[][] {{0x1F ^ 0xFF, 0x8B}, {0xFF, 0xFF}, {0, 0}, {0, 0x8B}, {0x1F, 0}}) {
      byte[] other = whole.clone();
      other[0] = (byte) magic[0];
      other[1] = (byte) magic[1];
      assertThat(toldOf(other)).containsExactly("0:0 zip-header");
    }
    for (GzipFiles.Mutant mutant : mutants) {
      List<String> told = toldOf(mutant.bytes());
      boolean isBetween = Arrays.equals(mutant.bytes(), first);
      assertThat(isBetween || told.equals(intact) || told.stream().anyMatch(one -> one.contains(" zip-")))
          .as(mutant.what() + ": " + told).isTrue();
    }
  }

  /** What is told of those bytes, which is the same in all ways. */
  private List<String> toldOf(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("x.jsonl.gz"), bytes);
    FactReader reader = new FactReader(Shipped.CODES, null, null);
    List<String> held = told(Readings.held(file.toString(), bytes, MAX_BYTES));
    List<String> input = told(Readings.held("-", bytes, MAX_BYTES));
    List<String> streamed = told(reader.readDocuments(Readings.streamed(file.toString(), bytes, MAX_BYTES)));
    List<String> piped = told(reader.readDocuments(Readings.streamed("-", bytes, MAX_BYTES)));
    List<String> inSplits = told(reader.readDocuments(inSplits(file, 64)));
    assertThat(List.of(input, streamed, piped, inSplits)).allSatisfy(one -> assertThat(one).isEqualTo(held));
    return held;
  }

  /** What is bad tells so by its sentence in all ways alike, not by its code alone. */
  @Test
  void a_line_that_is_no_utf_8_is_told_with_its_place_and_all_others_are_judged() throws IOException {
    byte[] bytes = (bureau("a") + "\n" + bureau("\u00FF") + "\n" + bureau("b")).getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("x.jsonl"), bytes);
    List<Problem> held = Readings.held(file.toString(), bytes, InputBounds.USUAL.bytes()).problems();
    assertThat(held).singleElement().hasToString("Problem[code=NOT_UTF8, arguments=[], at=" + file + ":2:18, count=1, samples=[]]");
    for (int size : new int[] {5, 1 << 20}) {
      assertThat(new FactReader(Shipped.CODES, null, null).readDocuments(inSplits(file, size)).problems())
          .isEqualTo(held);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1 << 16})
  void bytes_that_come_a_few_at_a_time_are_cut_alike(int atOnce) throws IOException {
    byte[] bytes = ("\uFEFF" + bureau("a") + "\r\n\n" + bureau("b")).getBytes(StandardCharsets.UTF_8);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(length, atOnce));
          }
        };
    DocumentSplitter documents =
        new DocumentSplitter("x", slow, DocumentSplitter.Framing.BY_FIRST_LINE, Readings.bounds(MAX_BYTES));
    assertThat(shown(documents.next())).isEqualTo("0 " + bureau("a") + "\r");
    assertThat(shown(documents.next())).isEqualTo("2 " + bureau("b"));
    assertThat(documents.next()).isNull();
    assertThat(documents.next()).isNull();
  }

  /** As the executors read it, one split after the other. */
  private static List<RawDocument> inSplits(Path file, long size) {
    List<RawDocument> documents = new ArrayList<>();
    try {
      byte[] bytes = Files.readAllBytes(file);
      for (Split split : new InputFiles(HADOOP, size, Readings.bounds(MAX_BYTES)).splits(file.toString())) {
        long before = 0;
        for (int i = 0; i < split.start(); i++) {
          before += bytes[i] == '\n' ? 1 : 0;
        }
        SplitReader.read(split.after(before), HADOOP, Readings.bounds(MAX_BYTES)).forEachRemaining(documents::add);
      }
    } catch (IOException | InputException e) {
      throw new AssertionError(e);
    }
    return documents;
  }

  private static String shown(RawDocument document) {
    // How much comes before the damage is the archive's affair.
    boolean isDamaged = document.fault() != null && document.fault().code() == ProblemCode.ZIP_CUT
        && document.bytes().length > 0;
    String text = isDamaged ? "..." : new String(
        document.bytes(), isLatin(document.bytes()) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return document.linesBefore() + " " + text + (document.fault() == null ? "" : " " + document.fault().code().text());
  }

  private static boolean isLatin(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') >= 0;
  }

  private static List<String> told(FactReader.Result read) {
    Stream<String> bureaus =
        read.facts().stream().map(facts -> facts.bureau().id() + " " + facts.placeOfBureau("id").line());
    Stream<String> problems =
        read.problems().stream().map(one -> one.at().line() + ":" + one.at().column() + " " + one.code().text());
    return Stream.concat(bureaus, problems).collect(Collectors.toList());
  }

  private static String bureau(String id) {
    return "{\"bureau\":{\"id\":\"" + id + "\",\"region\":\"CN\"},\"asOf\":\"2024-06-30\"}";
  }

  /** A line that does not shrink and is not too long. */
  private static String noise() {
    StringBuilder noise = new StringBuilder();
    new Random(1).ints(MAX_BYTES - 20, 'a', 'z').forEach(letter -> noise.append((char) letter));
    return noise.toString();
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
