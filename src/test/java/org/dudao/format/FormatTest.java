package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void every_format_is_found_by_its_name() {
    assertThat(Format.names()).containsExactly("text", "json", "html");
    assertThat(Format.names()).allSatisfy(name -> assertThat(Format.named(name).name()).isEqualTo(name));
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
