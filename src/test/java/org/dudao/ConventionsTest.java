package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.load.LimitReader;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;

/** What holds for the project as a whole: its top level, its tables, its rules. */
class ConventionsTest {
  @Test
  void the_top_level_holds_only_what_belongs_there() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("."))) {
      List<String> names =
          entries.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")).toList();
      assertThat(names).isSubsetOf("pom.xml", "src", "rules", "fixtures", "README.md", "target");
    }
  }

  @Test
  void tables_of_limits_have_the_columns_in_the_one_order() throws Exception {
    for (Source source : Shipped.FILES.limits()) {
      List<String> header = List.of(source.utf8().lines().findFirst().orElseThrow().split(","));
      List<String> columns = new ArrayList<>(LimitReader.COLUMNS);
      LimitReader.RARE_COLUMNS.stream().filter(header::contains).forEach(columns::add);
      assertThat(header).as(source.name()).isEqualTo(columns);
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
}
