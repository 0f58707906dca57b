package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
  @Test
  void every_format_is_found_by_its_name() {
    assertThat(Format.names()).containsExactly("text", "json", "html");
    assertThat(Format.names()).allSatisfy(name -> assertThat(Format.named(name).word()).isEqualTo(name));
  }

  /** What the program writes in a format is held to a golden in every language by {@link GoldenTest}. */
  @ParameterizedTest
  @EnumSource
  void every_format_is_told_in_the_help_of_every_language_and_in_the_readme(Format format) throws IOException {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).text("dudao.check.format")).contains(format.word());
    }
    assertThat(Files.readString(Path.of("README.md")).lines().filter(line -> line.contains("`--format ")))
        .as("the command that takes a format")
        .anyMatch(line -> line.matches(".*[` ]" + format.word() + "`.*"));
  }

  @Test
  void an_unknown_name_is_refused_and_told_what_there_is() {
    assertThatThrownBy(() -> Format.named("pdf"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pdf is none of text, json, html");
  }

  @Test
  void options_are_sorted() {
    Context context = new Context(Language.ZH, Level.MUST, false, false, "1", Map.of("b", "2", "a", "1", "c", "3"));
    assertThat(context.options().keySet()).containsExactly("a", "b", "c");
  }
}
