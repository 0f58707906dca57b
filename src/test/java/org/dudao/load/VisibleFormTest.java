package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that a person cannot tell apart have one form; ids that differ to the eye have two. */
class VisibleFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"s1 ", " s1", "s 1", "ｓ1", "s１", "s\u200B1", "s1\uFEFF", "\u00ADs1",
      "s\u20601", "s\u30001", "s\u00A01",
      "s1\uFE0F", "s\u034F1", "s1\u3164", "s1\u115F", "s1\uFFA0", "s1\u2800", "s\u20281",
      "ｓ\u200D１ ", "s1\uDB40\uDC41"})
  void signs_that_nobody_sees_make_no_other_id(String id) {
    assertThat(VisibleForm.of(id)).isEqualTo("s1");
    assertThat(VisibleForm.of(VisibleForm.of(id))).isEqualTo("s1");
  }

  @ParameterizedTest
  @CsvSource({"A1, a1", "s1, sl", "第一小学, 第1小学", "s-1, s1", "s/1, s1", "甲, 乙"})
  void what_differs_to_the_eye_is_another_id(String one, String other) {
    assertThat(VisibleForm.of(one)).isNotEqualTo(VisibleForm.of(other));
  }

  @ParameterizedTest
  @CsvSource({"e\u0301, \u00E9", "e\u200B\u0301, \u00E9", "ﾊﾟ, パ", "①, 1"})
  void letters_are_one_however_they_are_composed(String one, String other) {
    assertThat(VisibleForm.of(one)).isEqualTo(VisibleForm.of(other));
  }

  @ParameterizedTest
  @CsvSource({"s1, '\"s1\"'", "'s1 ', '\"s1 \"'", "ｓ1, '\"<U+FF53>1\"'", "s\u200B1, '\"s<U+200B>1\"'", "第一, '\"第一\"'"})
  void what_nobody_sees_is_told_by_its_number(String id, String told) {
    assertThat(VisibleForm.told(id)).isEqualTo(told);
  }
}
