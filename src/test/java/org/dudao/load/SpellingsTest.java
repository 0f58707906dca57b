package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts are found by their characters as a map finds them, and nothing else is. */
class SpellingsTest {
  @Test
  void texts_of_one_hash_are_told_apart() {
    Map<String, Integer> meanings = Map.of("AaAa", 1, "BBBB", 2, "AaBB", 3);
    assertThat(meanings.keySet().stream().map(String::hashCode).distinct()).hasSize(1);
    Spellings<Integer> spellings = new Spellings<>(meanings);

    meanings.forEach((text, meaning) -> assertThat(found(spellings, text)).isEqualTo(meaning));
    assertThat(found(spellings, "BBAa")).isNull();
  }

  @Test
  void every_text_of_many_is_found_and_no_part_or_neighbour_of_it() {
    for (int size : new int[] {0, 1, 2, 3, 4, 5, 31, 32, 33, 1_000}) {
      Map<String, String> meanings = new HashMap<>();
      for (int i = 0; i < size; i++) {
        meanings.put("代码_" + i + "_CODE", "meaning " + i);
      }
      Spellings<String> spellings = new Spellings<>(meanings);

      assertThat(spellings.all()).isEqualTo(meanings.keySet());
      for (int i = 0; i < size + 10; i++) {
        String text = "代码_" + i + "_CODE";
        assertThat(found(spellings, text)).isEqualTo(meanings.get(text));
        assertThat(found(spellings, text.substring(1))).isNull();
        assertThat(found(spellings, text.toLowerCase())).isNull();
      }
      assertThat(found(spellings, "")).isNull();
    }
  }

  @Test
  void a_code_is_one_object_for_all_who_say_it() {
    String listed = new String("PETITION");

    assertThat(found(Spellings.of(List.of("APPEAL", listed)), "PETITION")).isSameAs(listed);
  }

  /** Amid other characters, as in the buffer of a parser. */
  private static <T> T found(Spellings<T> spellings, String text) {
    return spellings.of(("\"" + text + "\",").toCharArray(), 1, text.length());
  }
}
