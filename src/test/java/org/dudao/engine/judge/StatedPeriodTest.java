package org.dudao.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A year says which days are meant; of other words only what speaks against them is known. */
class StatedPeriodTest {
  @ParameterizedTest
  @CsvSource({
      ", MEANT", "2024, MEANT", "2024年, MEANT", "' 2024 年度 ', MEANT", "2023, NOT_MEANT", "2023年度, NOT_MEANT",
      "2024年上半年, PERHAPS", "2023-2024, PERHAPS", "本年, PERHAPS", "Q1, PERHAPS", "2023年以来, HARDLY",
      "2022-2026, HARDLY", "12024, PERHAPS", "0024, PERHAPS"})
  void tells_whether_a_day_of_2024_is_meant(String text, StatedPeriod.Reach reach) {
    assertThat(new StatedPeriod(text).reach(LocalDate.of(2024, 5, 30))).isEqualTo(reach);
  }
}
