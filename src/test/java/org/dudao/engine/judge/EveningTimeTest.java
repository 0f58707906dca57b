package org.dudao.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveningTimeTest {
  @ParameterizedTest
  @CsvSource({"00:30, 21:20, 190", "00:00, 23:00, 60", "21:19, 21:20, -1", "05:59, 06:00, 1439", "20:30, 00:00, -210"})
  void minutes_run_on_over_midnight(LocalTime time, LocalTime other, long minutes) {
    assertThat(new EveningTime(time).minutesAfter(new EveningTime(other))).isEqualTo(minutes);
  }

  /** From six in the morning on, minute by minute, each time is later than the one before. */
  @Test
  void an_evening_ends_in_the_morning() {
    LocalTime first = LocalTime.of(6, 0);
    for (int minute = 0; minute < 24 * 60 - 1; minute++) {
      EveningTime time = new EveningTime(first.plusMinutes(minute));
      assertThat(new EveningTime(first.plusMinutes(minute + 1)).minutesAfter(time)).isOne();
    }
  }
}
