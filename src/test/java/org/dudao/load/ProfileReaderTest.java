package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.dudao.fact.Profile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A profile holds what its rows name, and nothing that is no standard. */
class ProfileReaderTest {
  private static final List<String> IDS = Shipped.LIMITS.stream().map(Limit::id).toList();

  private static Source table(String path, int layer, String... rows) {
    String text = "profile,standard,title,title_en,document,clause\n" + String.join("\n", rows) + "\n";
    return new Source(path, path, text.getBytes(StandardCharsets.UTF_8)).in(layer);
  }

  @TestFactory
  List<DynamicTest> every_broken_table_of_profiles_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken", "profiles.*\\.csv",
        file -> new ProfileReader(IDS).read(List.of(Broken.source(file, "cn/profiles.csv"))));
  }

  @Test
  void a_row_names_one_standard_or_all_that_begin_alike_and_an_upper_layer_adds() throws InputException {
    Map<String, Profile> profiles =
        new ProfileReader(IDS)
            .read(
                List.of(
                    table("cn/profiles.csv", 0, "opening,class-size.large,开学,Opening,文件,一", "opening,safety.*,,,,二"),
                    table("cn-43/profiles.csv", 1, "opening,class-size.super-large,,,,三")));
    Set<String> expected =
        IDS.stream()
            .filter(id -> id.startsWith("safety.") || id.equals("class-size.large") || id.equals("class-size.super-large"))
            .collect(Collectors.toSet());
    assertThat(profiles).containsOnlyKeys("opening");
    assertThat(profiles.get("opening").standards()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(profiles.get("opening").title().en()).isEqualTo("Opening");
  }
}
