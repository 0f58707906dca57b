package org.dudao.bench.peers;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where a peer writes what it found: a line each with standard, bureau, subject and what was found. */
public final class Violations implements Closeable {
  private final BufferedWriter out;

  Violations(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  public void add(String standard, SchoolClass found) {
    add(standard, found.bureau(), found.id(), found.students().toString());
  }

  public void add(String standard, School found) {
    add(standard, found.bureau(), found.id(), ratio(found.students(), found.staff()));
  }

  void add(String standard, String bureau, String subject, String found) {
    try {
      out.append(standard).append('\t').append(bureau).append('\t').append(subject).append('\t').append(found).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a peer wrote, a line each; of a report as JSON Lines, which says more, the violations. */
  static List<String> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).startsWith("{")) {
      return lines;
    }
    JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    return lines.stream()
        .map(json::readTree)
        .filter(line -> line.path("outcome").asString("").equals("FAIL"))
        .map(line -> Stream.of("standard", "bureau", "id", "found").map(name -> line.get(name).asString())
            .collect(Collectors.joining("\t")))
        .toList();
  }

  /** Students to staff as reports print it: half up to four decimals; {@code 120:0} where there is no staff. */
  private static String ratio(int students, int staff) {
    if (staff == 0) {
      return students + ":0";
    }
    BigDecimal ratio = BigDecimal.valueOf(students).divide(BigDecimal.valueOf(staff), 4, RoundingMode.HALF_UP);
    return ratio.stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
