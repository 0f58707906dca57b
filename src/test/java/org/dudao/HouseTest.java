package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.format.Messages;
import org.dudao.load.LimitReader;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;

/** What holds for the house as a whole: its top level, its tables, its words. */
class HouseTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern REMARK = Pattern.compile("Remark\\.of\\(\\s*\"([a-z.-]+)\"");
  private static final Pattern PROBLEM =
      Pattern.compile("(?:new Problem\\(|(?<![A-Za-z])fault\\((?:\\w+(?:\\(\\d?\\))?, )*(?:\"[a-z_]+\", (?=\"))?|note\\(\\w+, |faultAt\\(e, |unknownValue\\(json, pointer, |unknown\\(\\w+, )\\s*\"([a-z0-9.-]+)\"");

  @Test
  void the_top_level_holds_only_what_belongs_there() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("."))) {
      List<String> names =
          entries.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")).toList();
      assertThat(names).isSubsetOf("pom.xml", "src", "rules", "fixtures", "README.md", "target");
    }
  }

  @Test
  void every_remark_that_a_finding_can_bear_has_its_words_in_every_language() throws IOException {
    assertThat(withoutWords(REMARK, "remark.")).isEmpty();
  }

  @Test
  void every_problem_that_can_be_told_has_its_words_in_every_language() throws IOException {
    assertThat(withoutWords(PROBLEM, "problem.")).isEmpty();
  }

  @Test
  void tables_of_limits_have_the_columns_in_the_one_order() throws Exception {
    for (Source source : Shipped.FILES.limits()) {
      assertThat(source.utf8().lines().findFirst()).as(source.name()).contains(String.join(",", LimitReader.COLUMNS));
    }
  }

  @Test
  void every_limit_has_a_title_in_both_languages_and_cites_where_it_comes_from() {
    assertThat(Shipped.LIMITS).allSatisfy(limit -> {
      assertThat(limit.title().zh()).as(limit.origin().toString()).isNotBlank();
      assertThat(limit.title().en()).as(limit.origin().toString()).isNotBlank();
      assertThat(limit.document()).as(limit.origin().toString()).isNotBlank();
    });
  }

  @Test
  void no_number_of_the_law_stands_in_a_rule() throws Exception {
    for (Source source : Shipped.FILES.rules()) {
      String text = source.utf8().replaceAll("//.*", "").replaceAll("\"[^\"]*\"", "").replace("size > 0", "");
      assertThat(text).as(source.name()).doesNotContainPattern("(?<![A-Za-z_])\\d");
    }
  }

  /** Codes of the catalogue that stand in the source and have no text; a near name is a text of its own. */
  private static Set<String> withoutWords(Pattern code, String prefix) throws IOException {
    Set<String> without = new TreeSet<>();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = code.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    assertThat(found).isNotEmpty();
    for (Language language : Language.values()) {
      for (String one : found) {
        boolean family = one.endsWith(".");
        if (!family && !Messages.of(language).has(prefix + one)) {
          without.add(language.tag() + " " + prefix + one);
        }
      }
    }
    return without;
  }
}
