package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.dudao.report.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would not fit into the memory that there is, is refused with a sentence and a place, before the memory is full. */
class SmallHeapTest {
  private static final String HEAP = "-Xmx160m";
  private static final String HEAD =
      "{\"bureau\": {\"id\": \"zz\", \"region\": \"CN\", \"level\": \"COUNTY\"}, \"asOf\": \"2024-06-30\"";
  /** A document of that many bytes is the largest that such a heap has room for, or nearly. */
  private static final int LARGE = 9 << 20;

  @TempDir private Path folder;
  private int bureaus;

  @BeforeEach
  void writeAll() throws IOException {
    write("blanks", HEAD, i -> " ".repeat(1000), 300_000, "}");
    write("zeros", "", i -> "\0".repeat(1000), 300_000, "");
    write("empty-facts", HEAD + ", \"schools\": [{}", i -> ",{}", LARGE / 3, "]}");
    write("facts", HEAD + ", \"schools\": [{}", i -> ",{\"id\":\"s" + i + "\",\"type\":\"211\"}", LARGE / 29, "]}");
    write("cells", HEAD + ", \"forms\": [{\"cells\": {\"a\": 1", i -> ",\"" + i + "\":1", LARGE / 11, "}}]}");
    write("items", HEAD + ", \"checklists\": [{\"items\": [\"a\"", i -> ",\"b\"", LARGE / 4, "]}]}");
    write("names", HEAD, i -> ",\"n" + i + "\":1", LARGE / 12, "}");
    write("names-of-fact", HEAD + ", \"classes\": [{\"id\": \"a\"", i -> ",\"n" + i + "\":1", LARGE / 12, "}]}");
    write("number", HEAD + ", \"classes\": [1", i -> "1", LARGE - 1000, "]}");
  }

  @Test
  void a_stream_of_them_tells_each_and_goes_on() throws Exception {
    Result result = run("--stream", "--threads", "3", folder.toString());
    assertThat(result.text).doesNotContain("out-of-memory").doesNotContain("not enough memory");
    assertThat(result.text).contains("\"type\":\"run\"");
    for (String name : List.of("blanks", "zeros")) {
      assertThat(lines(result, name)).as(name).contains("too-large-for-heap");
    }
    for (String name : List.of("empty-facts", "facts", "cells", "items")) {
      assertThat(lines(result, name)).as(name).contains("facts-beyond-heap");
    }
    for (String name : List.of("names", "names-of-fact")) {
      assertThat(lines(result, name)).as(name).contains("more-faults");
    }
    assertThat(lines(result, "number")).contains("json-number-long");
    assertThat(result.code).isEqualTo(ExitCode.FAILED.code());
  }

  @Test
  void files_of_one_folder_are_bounded_together() throws Exception {
    for (int i = 0; i < 5; i++) {
      write("more" + i, HEAD, j -> " ".repeat(1000), LARGE / 1000, "}");
    }
    Result result = run(folder.toString());
    assertThat(result.text).doesNotContain("not enough memory");
    assertThat(result.text).contains("all files together have more than");
    assertThat(result.code).isEqualTo(ExitCode.FAILED.code());
  }

  /** What was said of that file. */
  private static String lines(Result result, String name) {
    return String.join(
        "\n", result.text.lines().filter(line -> line.contains("/" + name + ".json.gz")).toList());
  }

  /** Writes a zipped document: of its own bureau, so that each is judged by itself. */
  private void write(String name, String head, IntFunction<String> part, int parts, String end) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".json.gz")), 1 << 16)) {
      out.write(head.replace("zz", "zz" + bureaus++).getBytes(StandardCharsets.UTF_8));
      StringBuilder some = new StringBuilder();
      for (int i = 0; i < parts; i++) {
        some.append(part.apply(i));
        if (some.length() > 1 << 16 || i == parts - 1) {
          out.write(some.toString().getBytes(StandardCharsets.UTF_8));
          some.setLength(0);
        }
      }
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Result(int code, String text) {}

  private Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "check", "--lang", "en"));
    command.addAll(List.of(arguments));
    Path out = folder.resolveSibling(folder.getFileName() + ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = process.waitFor();
    String text = Files.readString(out);
    Files.delete(out);
    return new Result(code, text);
  }
}
