package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and columns are those that a person counts in an editor. */
class TextPlacesTest {
  /** A character beyond the basic plane: one for people, two in a string. */
  private static final String RARE = "𠮷";

  /** N stands for a line feed, R for a carriage return, X for a rare character; the asterisk is looked for. */
  @ParameterizedTest
  @CsvSource({
      "*, 1:1", "a*, 1:2", "aN*, 2:1", "aNb*, 2:2", "NN*, 3:1", "aN*N, 2:1",
      "aRNb*, 2:2", "aRN*RN, 2:1", "aRb*, 2:2", "aRRNb*, 3:2", "aNRb*, 3:2", "aR*, 2:1", "aRN*, 2:1", "R*a, 2:1",
      "株洲*, 1:3", "X*, 1:2", "XaX*b, 1:4", "XNX*, 2:2", "XXRNaX*X, 2:3", "X株RX*X, 2:2", "aN*X, 2:1"})
  void a_place_is_told_in_lines_and_characters(String text, String place) {
    String plain = text.replace("N", "\n").replace("R", "\r").replace("X", RARE);
    int offset = plain.indexOf('*');
    assertThat(place(plain.replace("*", ""), offset)).isEqualTo(place);
  }

  @Test
  void lines_of_the_file_before_the_text_are_counted() {
    assertThat(places("a\nb", 41).at(2, "/x")).hasToString("f:43:1").extracting("pointer").isEqualTo("/x");
  }

  @Test
  void a_place_outside_of_the_text_is_its_nearest_end() {
    assertThat(place("ab\ncd", 5)).isEqualTo("2:3");
    assertThat(place("ab\ncd", 99)).isEqualTo("2:3");
    assertThat(place("ab\ncd", -1)).isEqualTo("1:1");
    assertThat(place("", 0)).isEqualTo("1:1");
  }

  /** The counts are kept for blocks of 256: rare characters and line ends on, before and after their borders. */
  @ParameterizedTest
  @ValueSource(ints = {254, 255, 256, 257, 511, 512, 4_096, 8_191, 8_192})
  void borders_of_blocks_are_no_borders_of_counting(int length) {
    for (String end : new String[] {"", "\n", "\r\n", "\r", RARE, RARE + RARE, RARE + "\n" + RARE}) {
      for (String start : new String[] {"", RARE, "\n", "株" + RARE}) {
        String text = start + "x".repeat(length - start.length()) + end;
        for (int offset = length - 3; offset <= text.length(); offset++) {
          assertThat(place(text, offset)).isEqualTo(counted(text, offset));
        }
      }
    }
  }

  @Test
  void every_place_of_any_text_is_the_one_that_is_counted_by_hand() {
    String[] parts = {"a", "株", RARE, "\n", "\r", "\r\n", "0123456789".repeat(300), RARE.repeat(700), ("株" + RARE).repeat(1_500)};
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(12); part >= 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      TextPlaces places = places(text.toString(), 0);
      for (int look = 0; look < 20; look++) {
        int offset = random.nextInt(text.length() + 1);
        if (isPlace(text.toString(), offset)) {
          assertThat(places.at(bytesBefore(text.toString(), offset), "")).hasToString("f:" + counted(text.toString(), offset));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void a_long_text_of_many_lines_is_counted_once(String end) {
    String text = ("x".repeat(40) + end).repeat(500_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(place(text, text.length())).isEqualTo("500001:1"));
  }

  private static String place(String text, int offset) {
    return places(text, 0).at(bytesBefore(text, offset), "").toString().substring("f:".length());
  }

  private static TextPlaces places(String text, int linesBefore) {
    // Something before and after it, which must not be counted.
    byte[] bytes = ("\n株" + text + "\n株").getBytes(StandardCharsets.UTF_8);
    int around = "\n株".getBytes(StandardCharsets.UTF_8).length;
    return new TextPlaces("f", bytes, around, bytes.length - around, linesBefore);
  }

  private static int bytesBefore(String text, int offset) {
    return offset <= 0 || offset > text.length() ? offset : text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Between the two halves of a rare character there is no place. */
  private static boolean isPlace(String text, int offset) {
    return offset == text.length() || !Character.isLowSurrogate(text.charAt(offset));
  }

  /** The same, one character after the other. */
  private static String counted(String text, int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
    }
    return line + ":" + column;
  }
}
