package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.fact.Language;
import tools.jackson.databind.json.JsonMapper;

/** What a stream of the institutions of the fixtures and of some bad lines prints. */
public final class StreamedLines {
  private StreamedLines() {}

  public static List<String> of(Language language) throws IOException {
    JsonMapper json = JsonMapper.shared();
    StringBuilder input = new StringBuilder("{\"bureau\": 1}\n");
    try (Stream<Path> files = Files.walk(Shipped.FIXTURES.resolve("bureaus"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        input.append(json.writeValueAsString(json.readTree(Files.readAllBytes(file)))).append('\n');
      }
    }
    return Run.withInput(input.toString(), "check", "--stream", "-", "--lang", language.tag()).out().lines().toList();
  }
}
