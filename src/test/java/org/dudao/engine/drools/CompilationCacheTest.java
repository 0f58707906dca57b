package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.engine.Probe;
import org.dudao.engine.World;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept from start to start is either what was compiled, or nothing. */
class CompilationCacheTest {
  private static final String PATH = "cn/a.drl";
  private static final String TEXT = "text";
  private static final Source SOURCE = Probe.file(Probe.STUDENTS);
  private static final String DRL = new String(SOURCE.bytes(), StandardCharsets.UTF_8);
  private static final boolean HAS_PERMISSIONS = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final byte[] COMPILED = "compiled".getBytes(StandardCharsets.UTF_8);

  /** What another person would like to have run. */
  public static final class Planted {
    private static final AtomicInteger RUNS = new AtomicInteger();

    public Planted() {
      RUNS.incrementAndGet();
    }
  }

  @TempDir private Path folder;

  @Test
  void what_was_kept_is_found_again_by_the_same_texts_alone() {
    CompilationCache cache = new CompilationCache(folder);
    assertThat(cache.find(PATH, TEXT)).isNull();
    cache.keep(PATH, TEXT, COMPILED);
    assertThat(cache.find(PATH, TEXT)).isEqualTo(COMPILED);
    assertThat(cache.find(PATH, "texts")).isNull();
    assertThat(cache.find("cn/b.drl", TEXT)).isNull();
  }

  @Test
  void a_torn_or_altered_file_is_as_good_as_none_and_is_written_anew() throws IOException {
    CompilationCache cache = new CompilationCache(folder);
    cache.keep(PATH, TEXT, COMPILED);
    Path file = folder.resolve(CompilationCache.name(PATH, TEXT));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache.find(PATH, TEXT)).as("cut to " + length).isNull();
      assertThat(cache.note().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] altered = whole.clone();
      altered[i] ^= 1;
      Files.write(file, altered);
      assertThat(cache.find(PATH, TEXT)).as("byte " + i).isNull();
    }
    cache.keep(PATH, TEXT, COMPILED);
    assertThat(cache.find(PATH, TEXT)).isEqualTo(COMPILED);
  }

  @Test
  void a_folder_that_cannot_be_made_costs_nothing_but_time() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CompilationCache cache = new CompilationCache(file);
    cache.keep(PATH, TEXT, COMPILED);
    assertThat(cache.find(PATH, TEXT)).isNull();
    CompilationCache none = CompilationCache.of(Map.of("DUDAO_CACHE", "", "HOME", folder.toString()));
    none.keep(PATH, TEXT, COMPILED);
    assertThat(none.find(PATH, TEXT)).isNull();
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void many_who_keep_at_once_leave_one_sound_file() throws Exception {
    CompilationCache cache = new CompilationCache(folder);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> found = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        found.add(threads.submit(() -> {
          cache.keep(PATH, TEXT, COMPILED);
          return cache.find(PATH, TEXT);
        }));
      }
      for (Future<byte[]> one : found) {
        assertThat(one.get()).isEqualTo(COMPILED);
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void edited_rules_are_compiled_once_and_loaded_from_then_on() throws InputException, IOException {
    Source rule = Probe.file(Probe.STUDENTS);
    CompilationCache cache = new CompilationCache(folder);
    for (int start = 0; start < 2; start++) {
      RuleBase book = RuleBase.of(List.of(rule), Shipped.CODES, cache);
      Checker checker =
          Checker.of(book, World.limits("cn: probe.students, probe.students, , 45, students, must"), Shipped.CALENDARS);
      assertThat(World.outcome(
              checker.check(World.facts("CN", "2024-06-30", "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": 46}]")),
              "c"))
          .isEqualTo("FAIL 46");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).hasSize(1);
      }
    }
  }

  @Test
  void a_file_under_the_name_of_another_is_none() throws IOException {
    CompilationCache cache = new CompilationCache(folder);
    cache.keep(PATH, TEXT, COMPILED);
    Files.copy(
        folder.resolve(CompilationCache.name(PATH, TEXT)), folder.resolve(CompilationCache.name(PATH, "other text")));
    assertThat(cache.find(PATH, "other text")).isNull();
  }

  @Test
  void a_folder_is_made_for_the_user_alone() throws IOException {
    Path made = folder.resolve("a/b");
    CompilationCache cache = new CompilationCache(made);
    cache.keep(PATH, TEXT, COMPILED);
    assertThat(cache.find(PATH, TEXT)).isEqualTo(COMPILED);
    assumeTrue(HAS_PERMISSIONS, "this system knows no permissions");
    assertThat(permissions(made)).isEqualTo("rwx------");
    assertThat(permissions(made.getParent())).isEqualTo("rwx------");
    assertThat(permissions(made.resolve(CompilationCache.name(PATH, TEXT)))).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx----w-", "rwxr-x-wx"})
  void a_folder_in_which_others_may_write_is_neither_read_nor_written(String permissions) throws Exception {
    assumeTrue(HAS_PERMISSIONS, "this system knows no permissions");
    plant(folder);
    set(folder, permissions);
    assertIsPassedOver(folder);
  }

  @Test
  void a_folder_of_another_is_neither_read_nor_written() throws Exception {
    plant(folder);
    giveAway(folder);
    assertIsPassedOver(folder);
  }

  @Test
  void a_link_to_a_folder_is_neither_read_nor_written() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    plant(own);
    assertIsPassedOver(Files.createSymbolicLink(folder.resolve("link"), own));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw-rw-", "rw--w----", "r--r---w-"})
  void a_file_that_others_may_write_is_passed_over_and_made_again(String permissions) throws Exception {
    assumeTrue(HAS_PERMISSIONS, "this system knows no permissions");
    Path file = plant(folder);
    set(file, permissions);
    assertIsMadeAgain(file);
  }

  @Test
  void a_file_of_another_is_passed_over_and_made_again() throws Exception {
    Path file = plant(folder);
    giveAway(file);
    assertIsMadeAgain(file);
  }

  @Test
  void a_link_to_a_file_is_passed_over_and_made_again() throws Exception {
    Path file = plant(folder);
    Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    assertIsMadeAgain(file);
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "which has no such files in folders")
  void a_pipe_is_passed_over_and_not_opened() throws Exception {
    Path file = plant(folder);
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertTimeoutPreemptively(PATIENCE, () -> assertIsMadeAgain(file));
  }

  /** It is what it says it is, but nothing in it can be loaded; and the files of the user himself are run. */
  @Test
  void a_file_that_cannot_be_loaded_is_told_and_made_again() throws Exception {
    Path file = plant(folder);
    int before = Planted.RUNS.get();
    assertThat(compile(folder).cacheNote().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
    assertThat(Planted.RUNS.get()).as("the test sees what is run").isGreaterThan(before);
    assertThat(compile(folder).cacheNote()).isEmpty();
    for (byte[] content : List.of(new byte[0], new byte[1000], zip("x.txt", new byte[10]))) {
      new CompilationCache(folder).keep(SOURCE.path(), DRL, content);
      assertThat(compile(folder).cacheNote().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
      assertThat(compile(folder).cacheNote()).isEmpty();
    }
    assertThat(file).exists();
  }

  @Test
  void a_file_that_unpacks_to_very_much_or_is_very_long_is_told_and_made_again() throws Exception {
    byte[] bomb = zip("dudao/X.class", new byte[100 << 20]);
    assertThat(bomb.length).isLessThan(200_000);
    new CompilationCache(folder).keep(SOURCE.path(), DRL, bomb);
    assertThat(compile(folder).cacheNote().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve(CompilationCache.name(SOURCE.path(), DRL)).toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertThat(compile(folder).cacheNote().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
    assertThat(compile(folder).cacheNote()).isEmpty();
  }

  @Test
  void relative_folders_of_the_system_are_ignored_and_so_are_names_that_it_cannot_write() {
    assertThat(CompilationCache.of(Map.of("XDG_CACHE_HOME", "cache", "HOME", folder.toString())).folder())
        .contains(folder.resolve(".cache/dudao"));
    assertThat(CompilationCache.of(Map.of("XDG_CACHE_HOME", "./cache", "HOME", "home")).folder()).isEmpty();
    assertThat(CompilationCache.of(Map.of("XDG_CACHE_HOME", folder.toString(), "HOME", "/x")).folder())
        .contains(folder.resolve("dudao"));
    assertThat(CompilationCache.of(Map.of("DUDAO_CACHE", "nul\0")).folder()).isEmpty();
  }

  /** The file that an earlier start would have kept for the rule, with foreign code in it. */
  private static Path plant(Path where) throws IOException {
    new CompilationCache(where)
        .keep(
            SOURCE.path(), DRL,
            zip("META-INF/kie/dudao/drools-model", ("1\n" + Planted.class.getName() + "\n").getBytes(StandardCharsets.UTF_8)));
    return where.resolve(CompilationCache.name(SOURCE.path(), DRL));
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static RuleBase compile(Path where) throws InputException {
    RuleBase base = RuleBase.of(List.of(SOURCE), Shipped.CODES, new CompilationCache(where));
    assertThat(base.rules()).isNotEmpty();
    assertThat(base.keys()).isNotEmpty();
    return base;
  }

  private static void assertIsPassedOver(Path where) throws Exception {
    Map<String, byte[]> before = contents(where);
    int runs = Planted.RUNS.get();
    Problem note = compile(where).cacheNote().orElseThrow();
    assertThat(note.code()).isEqualTo(ProblemCode.CACHE_FOLDER);
    assertThat(note.arguments()).hasToString("[" + where + "]");
    assertThat(Planted.RUNS.get()).isEqualTo(runs);
    assertThat(contents(where)).usingRecursiveComparison().isEqualTo(before);
  }

  private static void assertIsMadeAgain(Path file) throws Exception {
    int runs = Planted.RUNS.get();
    assertThat(compile(file.getParent()).cacheNote().map(Problem::code)).contains(ProblemCode.CACHE_FILE);
    assertThat(compile(file.getParent()).cacheNote()).isEmpty();
    assertThat(Planted.RUNS.get()).isEqualTo(runs);
    assertThat(file).isRegularFile();
  }

  private static Map<String, byte[]> contents(Path where) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(where)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static void giveAway(Path path) throws IOException {
    try {
      Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      abort("only root can give a file away: " + e);
    }
  }

  private static void set(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
