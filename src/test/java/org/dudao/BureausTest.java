package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.format.Context;
import org.dudao.format.Format;
import org.dudao.load.FactReader;
import org.dudao.report.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every institution of {@code fixtures/bureaus} can be read, and its report is the one that was read against its source. */
class BureausTest {

  @TestFactory
  List<DynamicTest> institutions_have_the_reports_that_were_read_against_their_sources() throws IOException {
    try (Stream<Path> folders = Files.list(Shipped.FIXTURES.resolve("bureaus"))) {
      return folders.sorted()
          .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
          .toList();
    }
  }

  private static void check(Path folder) throws IOException {
    FactReader.Result read = Shipped.facts(folder.toString());
    assertThat(read.problems()).isEmpty();
    // Without the list of input files, whose hashes change with every edit of any rule.
    Report report =
        Report.merged(read.facts().stream().map(Shipped.CHECKER::check).toList()).with(read.intake());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.named("text").write(report, new Context(Language.ZH, Level.MUST, false, false, "golden", Map.of()), out);
    Golden.check(folder.resolve("report.txt"), out.toString(StandardCharsets.UTF_8));
  }
}
