package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.format.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reports go: whole or not at all, over nothing that is read, and told when they do not arrive. */
class OutputTest {
  private static final String COUNTY = "fixtures/bureaus/third-primary";
  private static final String OLD = "the report of yesterday";
  /** How often a program is killed while it writes; more by {@code -Ddudao.kills=500}. */
  private static final int KILLS = Integer.getInteger("dudao.kills", 20);
  private static final int LONGEST_WAIT_MILLIS = 120;
  private static final int REPORT_BYTES = 3_000_000;

  @TempDir private Path folder;
  private Path facts;

  @BeforeEach
  void write_facts() throws IOException {
    facts = Files.copy(Path.of(COUNTY, "facts.json"), folder.resolve("facts.json"));
  }

  // ---- over nothing that is read ----

  @ParameterizedTest
  @ValueSource(strings = {"facts.json", "./facts.json", "sub/../facts.json", "missing/../facts.json", "link", "hard",
      "link-of-link", "linked-folder/facts.json"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void an_output_that_is_an_input_by_any_name_is_refused(String name) throws IOException {
    links();
    byte[] before = Files.readAllBytes(facts);
    for (String input : List.of(facts.toString(), folder.toString(), folder + "/*.json")) {
      Run run = Run.of("check", input, "--format", "json=" + folder + "/" + name);
      assertThat(run.code()).as(input + run.err()).isEqualTo(2);
      assertThat(run.err()).contains("is read");
    }
    Run previous = Run.of("check", COUNTY, "--previous", facts.toString(), "--format", "json=" + folder + "/" + name);
    assertThat(previous.code()).isEqualTo(2);
    assertThat(Files.readAllBytes(facts)).isEqualTo(before);
  }

  @Test
  void an_output_at_the_place_of_a_folder_of_inputs_is_refused() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules/cn"));
    Path table = Files.copy(Path.of("rules/cn/class-size.csv"), rules.resolve("class-size.csv"));
    for (Path place : List.of(folder, rules.getParent(), table)) {
      Run run =
          Run.of("check", folder.toString(), "--rules", rules.getParent().toString(), "--format", "html=" + place);
      assertThat(run.code()).as(place.toString()).isEqualTo(2);
      assertThat(run.err()).contains("is read");
    }
    assertThat(table).hasSameBinaryContentAs(Path.of("rules/cn/class-size.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "./report", "link-to-report", "hard-report", "linked-folder/report"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void two_outputs_of_one_place_are_refused(String name) throws IOException {
    links();
    Run run =
        Run.of("check", COUNTY, "--format", "json=" + folder + "/report", "--format", "html=" + folder + "/" + name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("are the same place");
    assertThat(folder.resolve("report")).hasContent(OLD);
  }

  @Test
  void two_outputs_that_are_not_there_yet_are_told_apart_by_where_they_would_be() {
    String one = "json=" + folder.resolve("new/report");
    assertThat(Run.of("check", COUNTY, "--format", one, "--format", "html=" + folder.resolve("new/./report")).code())
        .isEqualTo(2);
    assertThat(Run.of("check", COUNTY, "--format", one, "--format", "html=" + folder.resolve("new/other")).code())
        .isOne();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void standard_output_by_another_name_is_standard_output() {
    for (String name : List.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
      assertThat(Run.of("check", COUNTY, "--format", "json", "--format", "html=" + name).err())
          .contains("only one format can go to standard output");
      Run run = Run.of("check", COUNTY, "--format", "json=" + name);
      assertThat(run.out()).isEqualTo(Run.of("check", COUNTY, "--format", "json").out());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_the_shell_redirects_over_an_input_is_refused() throws Exception {
    byte[] before = Files.readAllBytes(facts);
    assertThat(shell("$D check --stream " + facts + " >> " + facts).code()).isEqualTo(2);
    assertThat(shell("$D check - --format json=" + facts + " < " + facts).code()).isEqualTo(2);
    assertThat(Files.readAllBytes(facts)).isEqualTo(before);
  }

  private void links() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("report"), OLD);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("facts.json"));
    Files.createSymbolicLink(folder.resolve("link-of-link"), Path.of("sub/../link"));
    Files.createSymbolicLink(folder.resolve("link-to-report"), folder.resolve("report"));
    Files.createLink(folder.resolve("hard"), facts);
    Files.createLink(folder.resolve("hard-report"), folder.resolve("report"));
    Files.createSymbolicLink(folder.resolve("linked-folder"), Path.of("."));
  }

  // ---- whole or as it was ----

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_link_is_written_to_where_it_leads_and_stays_a_link() throws IOException {
    Path report = Files.writeString(folder.resolve("report"), OLD);
    Path link = Files.createSymbolicLink(folder.resolve("link"), report);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("sub/new"));
    assertThat(Run.of("check", COUNTY, "--format", "json=" + link, "--format", "html=" + dangling).code()).isOne();
    assertThat(link).isSymbolicLink();
    assertThat(dangling).isSymbolicLink();
    assertThat(Files.readString(report)).startsWith("{");
    assertThat(Files.readString(folder.resolve("sub/new"))).startsWith("<!DOCTYPE html>");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void who_could_read_the_old_report_can_read_the_new_one_and_nobody_else() throws IOException {
    Path report = Files.writeString(folder.resolve("report"), OLD);
    for (String permissions : List.of("rw-------", "rw-rw-r--")) {
      Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(permissions));
      Run.of("check", COUNTY, "--format", "json=" + report);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report))).isEqualTo(permissions);
    }
    Path other = folder.resolve("other");
    Path plain = Files.writeString(folder.resolve("plain"), OLD);
    Run.of("check", COUNTY, "--format", "json=" + other);
    assertThat(Files.getPosixFilePermissions(other)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @ParameterizedTest
  @EnumSource
  @EnabledOnOs(OS.LINUX)
  void what_cannot_be_written_is_told_and_the_others_are_written(Language language) throws IOException {
    Messages messages = Messages.of(language);
    Path file = Files.writeString(folder.resolve("file"), OLD);
    Path isFolder = Files.createDirectories(folder.resolve("is-folder"));
    Map<String, Unwritten> causes =
        Map.of(
            "/dev/full", Unwritten.NO_SPACE,
            isFolder.toString(), Unwritten.IS_FOLDER,
            file.resolve("report").toString(), Unwritten.NO_FOLDER,
            folder.resolve("督".repeat(90)).toString(), Unwritten.NAME_TOO_LONG);
    causes.forEach((place, cause) -> {
      Path html = folder.resolve("report-" + cause + ".html");
      Run run =
          Run.of(
              "check", COUNTY, "--lang", language.tag(), "--format", "json=" + place, "--format", "text",
              "--format", "html=" + html);
      assertThat(run.code()).as(place).isEqualTo(3);
      assertThat(run.err()).contains(
          messages.text("cli.unwritten.checked", place, messages.text("cli.unwritten." + name(cause))));
      assertThat(run.out()).contains("reconciliation.quotient");
      assertThat(html).content(StandardCharsets.UTF_8).endsWith("</html>\n");
    });
    assertThat(file).hasContent(OLD);
    assertThat(parts()).isEmpty();
  }

  private static String name(Unwritten cause) {
    return cause.name().toLowerCase().replace('_', '-');
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devices_and_pipes_are_written_through() throws Exception {
    assertThat(Run.of("check", COUNTY, "--format", "json=/dev/null", "--format", "html=/dev/null").code()).isOne();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    Run run =
        shell(
            "mkfifo " + folder + "/pipe; cat " + folder + "/pipe > " + folder + "/read & $D check " + COUNTY
                + " --format json=" + folder + "/pipe; code=$?; wait; exit $code");
    assertThat(run.code()).as(run.err()).isOne();
    assertThat(Files.readString(folder.resolve("read")))
        .isEqualTo(Run.of("check", COUNTY, "--format", "json").out());
    assertThat(Files.isRegularFile(folder.resolve("pipe"))).isFalse();
  }

  /** The disk is full in the middle of the report; of a limit on the size of files the system says something else. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_disk_that_fills_up_leaves_the_old_report() throws Exception {
    Path report = Files.writeString(folder.resolve("report"), OLD);
    Run limited = shell("ulimit -f 40; $D check " + COUNTY + " --format json=" + report);
    assertThat(limited.code()).as(limited.err()).isEqualTo(3);
    assertThat(limited.err()).contains("checked, but could not write " + report + ": it is larger than files may be");
    assertThat(report).hasContent(OLD);
    assertThat(parts()).isEmpty();

    Path disk = Files.createDirectories(folder.resolve("disk"));
    Path full = disk.resolve("report");
    Run mounted =
        shell(
            "unshare -rm sh -c 'mount -t tmpfs -o size=64k small " + disk + " || exit 77; echo " + OLD + " > " + full
                + "; $D check " + COUNTY + " --format json=" + full + "; code=$?; cat " + full + "; ls -A " + disk
                + "; exit $code' || exit $?");
    assumeTrue(mounted.code() == 3, "no small disk can be mounted here: " + mounted.err());
    assertThat(mounted.err()).contains("checked, but could not write " + full + ": no space left");
    assertThat(mounted.out()).isEqualTo(OLD + "\nreport\n");
  }

  /** Writes one of two reports over the other, over and over. */
  public static final class Writing {
    public static void main(String[] args) throws IOException {
      System.out.println("ready");
      for (byte sign = 'a'; true; sign = (byte) (sign == 'a' ? 'b' : 'a')) {
        byte[] report = report(sign);
        Destination.of(Path.of(args[0])).write(
            out -> {
              for (int i = 0; i < report.length; i += 1000) {
                out.write(report, i, 1000);
              }
            },
            null);
      }
    }
  }

  private static byte[] report(byte sign) {
    byte[] report = new byte[REPORT_BYTES];
    Arrays.fill(report, sign);
    return report;
  }

  @Test
  void whoever_is_killed_while_he_writes_leaves_one_report_or_the_other() throws Exception {
    Path report = Files.writeString(folder.resolve("report"), OLD);
    List<byte[]> whole = List.of(OLD.getBytes(StandardCharsets.UTF_8), report((byte) 'a'), report((byte) 'b'));
    Random random = new Random(15);
    for (int kill = 0; kill < KILLS; kill++) {
      Process writing =
          new ProcessBuilder(java(), "-cp", System.getProperty("java.class.path"), Writing.class.getName(),
              report.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream out = writing.getInputStream()) {
        assertThat(out.read()).isEqualTo('r');
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
      } finally {
        writing.destroyForcibly().waitFor();
      }
      byte[] left = Files.readAllBytes(report);
      assertThat(whole).as("after kill %d there are %d bytes", kill, left.length)
          .anyMatch(one -> Arrays.equals(one, left));
    }
  }

  // ---- what does not arrive ----

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "check --help", "standards", "standards --all --format json",
      "schema facts", "schema report", "generate-completion", "lint --explain L001", "lint rules",
      "lint --format json", "test --format json", "check " + COUNTY, "check --stream " + COUNTY})
  void a_full_disk_behind_standard_output_ends_with_3(String command) {
    for (int room : new int[] {0, 5}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console =
          new Console(InputStream.nullInputStream(), full(room), err, false, Map.of("LANG", "en_US.UTF-8"));
      assertThat(Main.run(console, command.split(" "))).as(command).isEqualTo(3);
      assertThat(err.toString(StandardCharsets.UTF_8)).containsOnlyOnce("could not write standard output: no space left")
          .doesNotContain("on device", "Exception");
    }
  }

  private static OutputStream full(int room) {
    return new OutputStream() {
      private int left = room;

      @Override
      public void write(int one) throws IOException {
        if (left-- <= 0) {
          throw new IOException("No space left on device");
        }
      }
    };
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_full_device_a_closed_pipe_and_closed_streams_are_what_they_are() throws Exception {
    Run full = shell("$D check " + COUNTY + " > /dev/full");
    assertThat(full.code()).isEqualTo(3);
    assertThat(full.err()).isEqualTo("error: checked, but could not write standard output: no space left\n");
    Run streamed = shell("$D check --stream " + COUNTY + " > /dev/full");
    assertThat(streamed.code()).isEqualTo(3);
    assertThat(streamed.err()).contains("could not write standard output: no space left");

    Path html = folder.resolve("report.html");
    Run piped =
        shell("{ $D check " + COUNTY + " --format json --show-passes --format html=" + html
            + "; echo $? >&2; } | head -1");
    assertThat(piped.err()).isEqualTo("1\n");
    assertThat(piped.out()).isEqualTo("{\n");
    assertThat(html).content(StandardCharsets.UTF_8).endsWith("</html>\n");
    assertThat(shell("{ $D check --stream " + COUNTY + "; echo $? >&2; } | head -c 1").err()).isEqualTo("1\n");

    Run closed = shell("$D check " + COUNTY + " --format json >&-");
    assertThat(closed.code()).isEqualTo(3);
    assertThat(closed.err()).isEqualTo("error: checked, but could not write standard output: it is closed\n");
    assertThat(shell("$D check " + COUNTY + " >&- 2>&-").code()).isEqualTo(3);
    assertThat(shell("$D check " + COUNTY + " 2>&-").code()).isOne();
    assertThat(shell("$D check " + COUNTY + " 2>/dev/full").code()).isOne();
  }

  /** A command of a shell, in which {@code $D} is the program. */
  private Run shell(String command) throws Exception {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put(
          "D", java() + " -XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp " + System.getProperty("java.class.path") + " "
              + Main.class.getName());
      builder.environment().put("LC_ALL", "en_US.UTF-8");
      return new Run(builder.start().waitFor(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What is left of files that were not written to their end. */
  private List<String> parts() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")).toList();
    }
  }
}
