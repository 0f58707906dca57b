package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void text_without_hidden_signs_is_the_same_object() {
    for (String text : new String[] {"", "class 1", "一年级（1）班", "Ø é ñ €", "ཆུ", "\uD83D\uDE00 \uD840\uDC00"}) {
      assertThat(VisibleText.of(text)).isEqualTo(text);
    }
    String plain = "一年级1班";
    assertThat(VisibleText.of(plain)).isSameAs(plain);
  }

  @Test
  void what_steers_turns_or_breaks_is_told_by_its_number() {
    assertThat(VisibleText.of("a\u202Eb\u2066c\u200Fd\u061Ce")).isEqualTo("a\\u202Eb\\u2066c\\u200Fd\\u061Ce");
    assertThat(VisibleText.of("a\nb\rc\td\u2028e\u2029f\u0085")).isEqualTo("a\\u000Ab\\u000Dc\\u0009d\\u2028e\\u2029f\\u0085");
    assertThat(VisibleText.of("\u001B[31m\u009B\u007F\u0000")).isEqualTo("\\u001B[31m\\u009B\\u007F\\u0000");
    assertThat(VisibleText.of("\uD83D\uDE00\uD83D\uFEFF\uFFFE\uDB40\uDC41"))
        .isEqualTo("\uD83D\uDE00\\uD83D\\uFEFF\\uFFFE\\uDB40\\uDC41");
  }

  /** The short way past Chinese leads past nothing that is hidden. */
  @Test
  void every_character_that_unicode_calls_a_control_a_format_or_a_separator_of_lines_is_hidden() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
      int type = Character.getType(c);
      boolean isHidden =
          type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE || c % 0x10000 >= 0xFFFE;
      assertThat(VisibleText.isHidden(c)).as("U+%04X", c).isEqualTo(isHidden);
      assertThat(VisibleText.of("一" + Character.toString(c)).codePoints().noneMatch(VisibleText::isHidden)).isTrue();
    });
  }
}
