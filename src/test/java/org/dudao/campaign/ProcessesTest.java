package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the program: many that start at once, and some that are killed at any moment. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there is a process killed as it is told")
class ProcessesTest {
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String FACTS = Path.of("fixtures/bureaus/third-primary/facts.json").toAbsolutePath().toString();
  private static final int STARTS = 20;
  /** More by {@code -Dcampaign.kills=50}. */
  private static final int KILLS = Integer.getInteger("campaign.kills", 10);
  /** About as long as a start takes. */
  private static final int LONGEST_WAIT_MILLIS = 2500;
  private static final int VIOLATIONS = 1;
  private static final int PATIENCE_MINUTES = 5;

  @TempDir private Path folder;
  private Path cache;

  @BeforeEach
  void lay_out_rules() throws IOException {
    cache = folder.resolve("cache");
    // A rule of one's own, which is compiled and kept.
    Path rules = Files.createDirectories(folder.resolve("rules/cn"));
    String shipped = Files.readString(Path.of("rules/cn/safety.drl"));
    Files.writeString(rules.resolve("safety.drl"), shipped.replace("Guards", "Guards of one's own"));
  }

  @Test
  void many_starts_at_once_on_an_empty_cache_give_one_answer_and_leave_a_whole_cache() throws Exception {
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      starts.add(start(folder.resolve("out-" + i), folder.resolve("report-" + i)));
    }
    Set<String> reports = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (int i = 0; i < STARTS; i++) {
      assertThat(starts.get(i).waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("start %d ends", i).isTrue();
      told.add(Files.readString(folder.resolve("out-" + i)));
      assertThat(starts.get(i).exitValue()).as("start %d: %s", i, told).isEqualTo(VIOLATIONS);
      reports.add(Files.readString(folder.resolve("report-" + i)));
    }
    assertThat(reports).hasSize(1);
    assertThat(told).as("nothing is told of the cache").hasSize(1);
    assertCacheIsWhole();
  }

  @Test
  void a_start_that_is_killed_leaves_a_whole_report_and_a_cache_that_the_next_one_takes() throws Exception {
    Path report = folder.resolve("reports/report");
    Files.createDirectories(report.getParent());
    String first = report(report);
    String other = "the report of yesterday";
    Random random = new Random(50);
    for (int kill = 0; kill < KILLS; kill++) {
      Files.writeString(report, other);
      if (kill % 2 == 0) {
        Campaign.delete(cache);
      }
      Process start = start(folder.resolve("out"), report);
      start.waitFor(random.nextInt(LONGEST_WAIT_MILLIS), TimeUnit.MILLISECONDS);
      start.destroyForcibly().waitFor();
      assertThat(Files.readString(report)).as("after kill %d", kill).isIn(first, other);
      if (kill % 2 == 1) {
        assertThat(report(report)).as("the start after kill %d", kill).isEqualTo(first);
      }
      assertThat(names(report.getParent())).allMatch(name -> name.equals("report") || name.matches("\\.dudao-.*\\.part"));
    }
    assertCacheIsWhole();
  }

  /** What a start that nobody kills writes there. */
  private String report(Path report) throws Exception {
    Process start = start(folder.resolve("out"), report);
    assertThat(start.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(start.exitValue()).as(Files.readString(folder.resolve("out"))).isEqualTo(VIOLATIONS);
    return Files.readString(report);
  }

  /** The launcher hands itself over to Java, so that to kill the process is to kill the program. */
  private Process start(Path out, Path report) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                JAVA, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.dudao.cli.Main",
                "check", FACTS, "--rules", "rules", "--lang", "en", "--format", "json=" + report)
            .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("DUDAO_CACHE", cache.toString());
    return builder.start();
  }

  /** Compiled rules under their name, and beside them only what a killed start was about to write. */
  private void assertCacheIsWhole() throws Exception {
    List<String> kept = names(cache).stream().filter(name -> name.endsWith(".kjar")).toList();
    assertThat(kept).hasSize(1).allMatch(name -> name.matches("rules-[0-9a-f]{64}\\.kjar"));
    assertThat(names(cache)).allMatch(name -> name.matches("rules-.*\\.(kjar|part)"));
    // A damaged file would be told of in a line.
    Path out = folder.resolve("last-out");
    Process last = start(out, folder.resolve("last-report"));
    assertThat(last.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(out)).doesNotContain("cache");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
