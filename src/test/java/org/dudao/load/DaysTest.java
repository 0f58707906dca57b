package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @Test
  void every_day_of_two_centuries_is_read_and_is_one_object() {
    for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() <= 2100; day = day.plusDays(1)) {
      assertThat(of(day.toString())).isEqualTo(day).isSameAs(of(day.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1899-12-31", "2101-01-01", "2023-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-00-10", "2024-13-01",
        "2024-01-00", "2024-01-32", "2024-1-01", "2024-01-1", "2024/01/01", "20240101", "2024-01-01 ", " 2024-01-01",
        "2024-01-0１", "２024-01-01", "-024-01-01", "2024-+1-01", ""
      })
  void what_is_no_day_is_none(String text) {
    assertThat(of(text)).isNull();
  }

  @Test
  void a_day_is_read_where_it_stands() {
    char[] text = "2024-06-302025-01-01".toCharArray();

    assertThat(Days.of(text, 10, 10)).isEqualTo(LocalDate.of(2025, 1, 1));
  }

  private static LocalDate of(String text) {
    return Days.of(text.toCharArray(), 0, text.length());
  }
}
