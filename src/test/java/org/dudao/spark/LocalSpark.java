package org.dudao.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The check by Spark on two threads of this machine: one session for all tests, which ends with the process. */
final class LocalSpark {
  /** Small enough to cut files in the middle of lines. */
  static final int SPLIT_SIZE = 9_973;

  /** Numbers keep the digits that were written. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private LocalSpark() {}

  /** What a run ended with. */
  record End(int code, String told) {}

  /** The session that every check of this process takes. */
  static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "3")
        // Little data is done before its code is compiled.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.files.maxPartitionBytes", SPLIT_SIZE + "b")
        .config("spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString())
        .getOrCreate();
  }

  /** Runs a command line of the check. */
  static End run(List<String> args) {
    session();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = NationalCheck.run(both, both, args.toArray(String[]::new));
    return new End(code, bytes.toString(StandardCharsets.UTF_8));
  }

  /** The lines of one output of a run, in the order of its files. */
  static List<JsonNode> lines(Path out, String output) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(out.resolve(output))) {
      for (Path file : files.filter(one -> one.getFileName().toString().startsWith("part-")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    return lines;
  }
}
