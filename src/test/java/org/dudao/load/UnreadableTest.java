package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.fact.Language;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.format.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a file cannot be read is told in our own words, whatever the platform says of it. */
class UnreadableTest {
  @TempDir private Path folder;

  @Test
  void every_failure_has_words_of_ours() {
    Origin at = new Origin("a.jsonl.gz", "", 7, 1);
    assertThat(told(new AccessDeniedException("b\\c.json"), at)).isEqualTo("b/c.json 没有读取的权限");
    assertThat(told(new NoSuchFileException("b/c.json"), at)).isEqualTo("b/c.json 没有 b/c.json 这个文件或文件夹");
    assertThat(told(new FileSystemLoopException("b/link"), at)).isEqualTo("b/link 链接指回了自己所在的文件夹");
    assertThat(told(new FileNotFoundException("a (Permission denied)"), at))
        .isEqualTo("a.jsonl.gz:7:1 打不开：文件已经不在，或者没有读取的权限");
    assertThat(told(new IOException("Is a directory"), Origin.of(folder.toString()))).endsWith(" 这是文件夹，不是文件");
    assertThat(told(new IOException("Input/output error"), at)).isEqualTo("a.jsonl.gz:7:1 读不了");
    assertThat(told(new IOException("x"), Origin.of("nul\0"))).endsWith(" 读不了");
  }

  @Test
  void a_link_that_leads_back_is_told_and_hides_nothing() throws IOException {
    Files.copy(Path.of("fixtures/bureaus/third-primary/facts.json"), folder.resolve("facts.json"));
    Files.createSymbolicLink(folder.resolve("link"), folder);
    FactReader.Result result = Shipped.facts(folder.toString());
    assertThat(result.facts()).hasSize(1);
    assertThat(result.problems()).extracting(Problem::code).containsExactly(ProblemCode.LINK_LOOP);
  }

  private static String told(IOException e, Origin at) {
    Problem problem = Unreadable.problem(e, at);
    assertThat(Messages.of(Language.EN).problem(problem))
        .doesNotContain(List.of("ZLIB", "GZIP", "Permission", "directory", "Input/output"));
    return problem.at() + " " + Messages.of(Language.ZH).problem(problem);
  }
}
