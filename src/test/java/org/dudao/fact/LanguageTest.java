package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What belongs to a language, so that nothing is forgotten; its catalogue and goldens are held to beside the formats.
 */
class LanguageTest {
  @Test
  void the_help_and_the_readme_name_every_tag() throws IOException {
    String tags = Stream.of(Language.values()).map(Language::tag).collect(Collectors.joining("|"));
    assertThat(Language.TAGS).isEqualTo(tags);
    assertThat(Files.readString(Path.of("README.md"))).contains("`--lang " + tags + "`");
  }

  @ParameterizedTest
  @EnumSource
  void every_language_is_found_by_its_tag_and_its_locales(Language language) {
    assertThat(Language.tagged(language.tag())).contains(language);
    assertThat(Language.ofLocale(language.tag() + "_XX.UTF-8")).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"zh_CN.UTF-8, ZH", "zh, ZH", "en_GB, EN", "fr_FR, EN", "C, EN"})
  void a_locale_of_no_language_of_ours_is_answered_in_english(String locale, Language language) {
    assertThat(Language.ofLocale(locale)).isEqualTo(language);
  }

  @Test
  void a_tag_of_no_language_finds_none() {
    assertThat(Language.tagged("fr")).isEmpty();
    assertThat(Language.tagged("ZH")).isEmpty();
  }

  /** Where only the Chinese name is known it stands in English texts, too. */
  @Test
  void a_text_is_picked_in_its_own_language() {
    assertThat(new Text("班额", "Class size").in(Language.ZH)).isEqualTo("班额");
    assertThat(new Text("班额", "Class size").in(Language.EN)).isEqualTo("Class size");
    assertThat(new Text("班额", "").in(Language.EN)).isEqualTo("班额");
  }

  @ParameterizedTest
  @EnumSource
  void every_language_has_a_column_of_texts(Language language) {
    Text text = new Text("zh", "en");
    assertThat(text.in(language)).isEqualTo(language.tag());
  }
}
