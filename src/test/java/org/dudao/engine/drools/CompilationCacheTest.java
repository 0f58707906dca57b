package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.engine.Probe;
import org.dudao.engine.World;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept from start to start is either what was compiled, or nothing. */
class CompilationCacheTest {
  private static final String PATH = "cn/a.drl";
  private static final String TEXT = "text";
  private static final byte[] COMPILED = "compiled".getBytes(StandardCharsets.UTF_8);

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
    Path file = cache.file(PATH, TEXT);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache.find(PATH, TEXT)).as("cut to " + length).isNull();
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
}
