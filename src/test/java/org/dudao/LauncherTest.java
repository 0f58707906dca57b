package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher of shells, laid out in a folder of its own around a program that only tells what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the launcher is a batch file, which no shell runs")
class LauncherTest {
  private static final Path SOURCES = Path.of("src/main/launcher");
  private static final String JAVA = System.getProperty("java.home");
  private static final List<String> ODD =
      List.of("check", "a b", "*.json", "it's", "\"quoted\"", "$HOME", "`ls`", "", "-", "事实 文件.json", "back\\slash", "--x=1;2&3");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The program in place of ours. */
  public static final class Echo {
    public static void main(String[] args) {
      StringBuilder told = new StringBuilder();
      for (String arg : args) {
        told.append('[').append(arg).append("]\n");
      }
      if (args.length > 0 && args[0].equals("crash")) {
        crash();
      }
      if (args.length > 0 && args[0].equals("read")) {
        told.append(read()).append('\n');
      }
      System.out.writeBytes(told.toString().getBytes(StandardCharsets.UTF_8));
      System.exit(args.length > 1 && args[0].equals("exit") ? Integer.parseInt(args[1]) : 0);
    }

    private static String read() {
      try {
        return String.valueOf(System.in.read());
      } catch (IOException e) {
        return "unreadable";
      }
    }

    /** What the processor does to a program that reads where nothing is. */
    private static void crash() {
      try {
        new ProcessBuilder("kill", "-SEGV", String.valueOf(ProcessHandle.current().pid())).start().waitFor();
        Thread.sleep(PATIENCE.toMillis());
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Run(int code, String out, String err) {}

  private final Map<String, String> environment = new HashMap<>();
  private String shell = "sh";

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void lay_out() throws IOException {
    environment.put("JAVA_HOME", JAVA);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("DUDAO_CACHE", "");
    home = laidOut(folder.resolve("督导 program (1)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash", "bash", "busybox sh"})
  void arguments_arrive_as_they_were_given(String other) throws Exception {
    shell = isThere(other.split(" ")[0]) ? other : shell;
    Run run = start(home.resolve("bin/dudao"), ODD.toArray(String[]::new));
    assertThat(run.out()).as(run.err()).isEqualTo(told(ODD));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void the_exit_code_is_that_of_the_program() throws Exception {
    for (int code : List.of(0, 1, 2, 3, 4)) {
      assertThat(start(home.resolve("bin/dudao"), "exit", String.valueOf(code)).code()).isEqualTo(code);
    }
  }

  @Test
  void it_is_found_through_symbolic_links() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links of 链接"));
    Path first = Files.createSymbolicLink(links.resolve("first"), home.resolve("bin/dudao"));
    Path second = Files.createSymbolicLink(links.resolve("second"), links.relativize(first));
    Path whole = Files.createSymbolicLink(folder.resolve("whole"), home);
    assertThat(start(second, "x").out()).isEqualTo("[x]\n");
    assertThat(start(whole.resolve("bin/dudao"), "x").out()).isEqualTo("[x]\n");
  }

  @Test
  void it_is_found_on_the_path_and_finds_java_there() throws Exception {
    environment.remove("JAVA_HOME");
    Path bin = Files.createDirectories(folder.resolve("only java"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of(JAVA, "bin/java"));
    environment.put("PATH", home.resolve("bin") + ":" + bin + ":" + environment.get("PATH"));
    assertThat(run(folder, "sh", "-c", "dudao 'x  y'").out()).isEqualTo("[x  y]\n");
  }

  @Test
  void options_for_java_are_divided_at_blanks_and_win() throws Exception {
    environment.put("JAVA_OPTS", "-XX:+UseSerialGC -Dglob=* -XX:+PrintCommandLineFlags");
    environment.put("DUDAO_OPTS", "-XX:Tier4InvocationThreshold=7");
    Run run = start(home.resolve("bin/dudao"), "x");
    assertThat(run.out()).isEqualTo("[x]\n");
    assertThat(run.err()).contains("-XX:+UseSerialGC", "-XX:Tier4InvocationThreshold=7 ").doesNotContain("UseParallelGC");
  }

  @Test
  void without_java_it_says_so_in_two_languages_and_ends_with_3() throws Exception {
    environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
    Run run = start(home.resolve("bin/dudao"), "x");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Java 17 or newer is needed", "需要 Java 17 或更高版本", "nowhere/bin/java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_292", "11.0.2", "16.0.1"})
  void an_old_java_is_refused_by_the_file_beside_it_or_by_what_it_says(String version) throws Exception {
    Path old = folder.resolve("old java");
    Path java = script(old.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2021-04-20' >&2");
    environment.put("JAVA_HOME", old.toString());
    Run asked = start(home.resolve("bin/dudao"), "x");
    assertThat(asked.code()).isEqualTo(3);
    assertThat(asked.err()).contains("需要 Java 17", java + ": " + version);
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    assertThat(start(home.resolve("bin/dudao"), "x").err()).isEqualTo(asked.err());
  }

  @Test
  void a_new_java_without_such_a_file_is_asked_and_taken() throws Exception {
    Path other = folder.resolve("other");
    script(other.resolve("bin/java"), "exec \"" + JAVA + "/bin/java\" \"$@\"");
    environment.put("JAVA_HOME", other.toString());
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
  }

  /** Up to 18 Java keeps no classes of a jar whose path has blanks or Chinese; then the archive is made, and of little use. */
  @Test
  void the_first_start_makes_an_archive_and_the_second_takes_it() throws Exception {
    environment.remove("DUDAO_CACHE");
    Path plain = laidOut(folder.resolve("plain"));
    for (Path one : List.of(home, plain)) {
      assertThat(start(one.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
      archive(one.resolve("cache"));
      assertThat(start(one.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    }
    environment.put("DUDAO_OPTS", "-Xlog:class+load:stdout");
    assertThat(start(plain.resolve("bin/dudao"), "x").out())
        .contains("LauncherTest$Echo source: shared objects file")
        .contains("[x]\n");
  }

  @Test
  void a_torn_archive_breaks_nothing_and_is_made_again() throws Exception {
    environment.remove("DUDAO_CACHE");
    start(home.resolve("bin/dudao"), "x");
    Path archive = archive(home.resolve("cache"));
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 3));
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    assertThat(Files.size(archive(home.resolve("cache")))).isGreaterThan(whole.length / 2);
  }

  @Test
  void an_archive_with_wrong_bytes_is_not_given_to_java_and_is_made_again() throws Exception {
    Path archive = made();
    byte[] whole = Files.readAllBytes(archive);
    for (int at : new int[] {0, 20, whole.length / 3, whole.length / 2, whole.length - 1}) {
      byte[] rotten = whole.clone();
      rotten[at] ^= 0x40;
      replace(archive, rotten);
      assertThat(start(home.resolve("bin/dudao"), "x")).as("byte " + at).isEqualTo(new Run(0, "[x]\n", ""));
      assertThat(Files.mismatch(archive(home.resolve("cache")), Files.write(folder.resolve("rotten"), rotten)))
          .as("byte " + at).isNotEqualTo(-1);
      whole = Files.readAllBytes(archive);
    }
  }

  /** Where checksums are slow the size is all that the launcher compares, and Java looks at the rest. */
  @Test
  void without_a_checksum_java_itself_finds_wrong_bytes() throws Exception {
    Path archive = made();
    byte[] rotten = Files.readAllBytes(archive);
    for (int at = rotten.length / 4; at < rotten.length; at += rotten.length / 8) {
      rotten[at] ^= 0x40;
    }
    replace(archive, rotten);
    Files.writeString(beside(archive, ".sum"), rotten.length + "\n");
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
  }

  @Test
  void after_a_crash_the_archive_is_gone_and_is_not_made_again_at_once() throws Exception {
    Path archive = made();
    Run crashed = start(home.resolve("bin/dudao"), "crash");
    assertThat(crashed.code()).as(crashed.out() + crashed.err()).isNotZero();
    assertThat(archive).doesNotExist();
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    assertThat(beside(archive, ".lock")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwx----w-"})
  void a_cache_in_which_others_may_write_is_not_used_and_told_in_one_line(String permissions) throws Exception {
    Path archive = made();
    Path cache = archive.getParent();
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
    assertIsPassedOver(cache);
    Files.delete(archive);
    assertIsPassedOver(cache);
    assertThat(archive).doesNotExist();
  }

  @Test
  void a_cache_of_another_is_not_used_and_told_in_one_line() throws Exception {
    Path cache = made().getParent();
    environment.put("DUDAO_CACHE", cache.toString());
    giveAway(cache);
    assertIsPassedOver(cache);
  }

  /** That in the folder of the program is left to its owner: the person's own is taken. */
  @Test
  void a_cache_of_the_owner_of_the_program_leaves_the_archive_to_the_persons_own() throws Exception {
    Path cache = made().getParent();
    giveAway(cache);
    environment.put("XDG_CACHE_HOME", folder.resolve("own cache").toString());
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    archive(folder.resolve("own cache/dudao"));
  }

  @Test
  void a_link_to_a_cache_is_not_used_and_told_in_one_line() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), made().getParent());
    environment.put("DUDAO_CACHE", link.toString());
    assertIsPassedOver(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".sum"})
  void an_archive_that_others_may_write_is_not_used_and_made_again(String suffix) throws Exception {
    Path file = beside(made(), suffix);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertIsMadeAgain(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).endsWith("------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".sum"})
  void an_archive_of_another_is_not_used_and_made_again(String suffix) throws Exception {
    Path file = beside(made(), suffix);
    giveAway(file);
    assertIsMadeAgain(file);
    assertThat(Files.getOwner(file)).isEqualTo(Files.getOwner(file.getParent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".sum"})
  void a_link_or_a_pipe_in_place_of_an_archive_is_not_opened_and_made_again(String suffix) throws Exception {
    Path file = beside(made(), suffix);
    Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));
    assertIsMadeAgain(file);
    Files.delete(file);
    assertThat(run(folder, "mkfifo", file.toString()).code()).isZero();
    assertTimeoutPreemptively(PATIENCE, () -> assertIsMadeAgain(file));
  }

  @Test
  void a_relative_folder_of_the_system_is_ignored() throws Exception {
    environment.remove("DUDAO_CACHE");
    environment.put("XDG_CACHE_HOME", "relative");
    environment.put("HOME", folder.resolve("person").toString());
    Path launcher = readOnlyHome();
    assertThat(start(launcher, "x")).isEqualTo(new Run(0, "[x]\n", ""));
    Path cache = archive(folder.resolve("person/.cache/dudao")).getParent();
    assertThat(folder.resolve("relative")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache))).isEqualTo("rwx------");
  }

  @Test
  void several_first_starts_at_once_make_one_archive() throws Exception {
    environment.remove("DUDAO_CACHE");
    Path starts = script(folder.resolve("starts"), "for i in 1 2 3 4; do \"$1\" x & done; wait");
    assertThat(run(folder, starts.toString(), home.resolve("bin/dudao").toString()).out()).isEqualTo("[x]\n".repeat(4));
    archive(home.resolve("cache"));
    try (Stream<Path> files = Files.list(home.resolve("cache"))) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void where_nothing_can_be_written_it_starts_all_the_same() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    environment.put("DUDAO_CACHE", file.resolve("cache").toString());
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    environment.put("DUDAO_CACHE", "/with:colon");
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    environment.remove("DUDAO_CACHE");
    assertIsPassedOver(Files.writeString(home.resolve("cache"), "no folder"));
  }

  @Test
  void a_closed_standard_input_is_one_that_cannot_be_read() throws Exception {
    Path closed = script(folder.resolve("closed"), "\"$@\" <&-");
    String launcher = home.resolve("bin/dudao").toString();
    assertThat(run(folder, closed.toString(), "sh", launcher, "read").out()).isEqualTo("[read]\nunreadable\n");
    Path nothing = script(folder.resolve("nothing"), "\"$@\" </dev/null");
    assertThat(run(folder, nothing.toString(), "sh", launcher, "read").out()).isEqualTo("[read]\n-1\n");
  }

  /** Without the launcher, too. */
  @Test
  void the_program_does_not_read_what_java_has_opened_in_place_of_a_standard_input() throws Exception {
    Path closed = script(folder.resolve("closed"), "\"$@\" <&-");
    for (String how : List.of("--format", "--stream")) {
      List<String> command =
          new ArrayList<>(
              List.of(closed.toString(), JAVA + "/bin/java", "-cp", System.getProperty("java.class.path"),
                  "org.dudao.cli.Main", "check", "-", how));
      if (how.equals("--format")) {
        command.add("text");
      }
      Run run = run(folder, command.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isEqualTo(3);
      assertThat(run.out()).contains("cannot be read");
    }
  }

  @Test
  void without_a_locale_names_of_files_may_be_chinese() throws Exception {
    environment.remove("LC_ALL");
    assertThat(start(home.resolve("bin/dudao"), "事实")).isEqualTo(new Run(0, "[事实]\n", ""));
  }

  /** Root may write anywhere, so the launcher under test takes the folder for read-only. */
  @Test
  void a_folder_that_may_not_be_written_leaves_the_archive_to_the_persons_own() throws Exception {
    environment.remove("DUDAO_CACHE");
    environment.put("XDG_CACHE_HOME", folder.resolve("own cache").toString());
    Path launcher = readOnlyHome();
    assertThat(start(launcher, "x")).isEqualTo(new Run(0, "[x]\n", ""));
    archive(folder.resolve("own cache/dudao"));
    assertThat(home.resolve("cache")).doesNotExist();
    environment.remove("XDG_CACHE_HOME");
    environment.remove("HOME");
    assertThat(start(launcher, "x")).isEqualTo(new Run(0, "[x]\n", ""));
  }

  private Path readOnlyHome() throws IOException {
    Path launcher = home.resolve("bin/dudao");
    Files.writeString(launcher, Files.readString(launcher).replace("[ ! -w \"$home\" ]", "true"));
    return launcher;
  }

  /** The archive of the program, made by a first start. */
  private Path made() throws Exception {
    environment.remove("DUDAO_CACHE");
    start(home.resolve("bin/dudao"), "x");
    return archive(home.resolve("cache"));
  }

  private void assertIsPassedOver(Path cache) throws Exception {
    Run run = start(home.resolve("bin/dudao"), "x");
    assertThat(run.out()).isEqualTo("[x]\n");
    assertThat(run.code()).isZero();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("cache folder", "缓存文件夹", cache.toString());
  }

  private void assertIsMadeAgain(Path file) throws Exception {
    assertThat(start(home.resolve("bin/dudao"), "x")).isEqualTo(new Run(0, "[x]\n", ""));
    archive(home.resolve("cache"));
    assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  private static Path beside(Path archive, String suffix) {
    return archive.resolveSibling(archive.getFileName() + suffix);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }

  private static void giveAway(Path path) throws IOException {
    try {
      Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      abort("only root can give a file away: " + e);
    }
  }

  private static Path laidOut(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(SOURCES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    executable(home.resolve("bin/dudao"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String name = Echo.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(home.resolve("lib/dudao.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(Echo.class.getClassLoader().getResourceAsStream(name).readAllBytes());
    }
    return home;
  }

  private Run start(Path launcher, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(shell.split(" ")));
    command.add(launcher.toString());
    command.addAll(List.of(args));
    return run(folder, command.toArray(String[]::new));
  }

  private Run run(Path where, String... command) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Run(builder.start().waitFor(), Files.readString(out), Files.readString(err));
  }

  /** Waits for the archive that is being made. */
  private static Path archive(Path cache) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      List<String> names = List.of();
      if (Files.isDirectory(cache)) {
        try (Stream<Path> files = Files.list(cache)) {
          names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
      }
      if (names.size() == 2 && names.get(1).equals(names.get(0) + ".sum") && isWhole(cache.resolve(names.get(0)))) {
        return cache.resolve(names.get(0));
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no archive appeared in " + cache);
  }

  private static boolean isWhole(Path archive) throws IOException {
    String sum = Files.readString(beside(archive, ".sum")).strip();
    return sum.substring(sum.lastIndexOf(' ') + 1).equals(String.valueOf(Files.size(archive)));
  }

  private static Path script(Path file, String commands) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    return executable(file);
  }

  private static Path executable(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(one -> Files.isExecutable(Path.of(one, program)));
  }

  private static String told(List<String> args) {
    StringBuilder told = new StringBuilder();
    args.forEach(arg -> told.append('[').append(arg).append("]\n"));
    return told.toString();
  }
}
