package org.dudao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenValueTest {
  @ParameterizedTest
  @CsvSource({"55, 55, true", "1.50, 1.50, true", "-2, -2, true", "0.0000001, 0.0000001, true", "055, 55, false"})
  void a_number_keeps_the_digits_of_its_cell(String text, BigDecimal number, boolean isDecimal) {
    assertThat(written(new Value.Number(Quantity.of(number)), text, "students"))
        .isEqualTo(new Datum.Numeral(text, isDecimal, "students"));
  }

  @Test
  void a_fraction_is_a_number_that_no_decimal_is() {
    Value third = new Value.Number(new Quantity(BigDecimal.ONE, BigDecimal.valueOf(3)));
    assertThat(written(third, "1/3", "share")).isEqualTo(new Datum.Numeral("1/3", false, "share"));
  }

  @Test
  void a_counted_span_is_a_number_of_its_unit_and_every_other_span_is_told_as_written() {
    assertThat(written(new Value.Time(new Period.Count(15, Period.Unit.WORKING_DAYS, false)), "15", "working days"))
        .isEqualTo(new Datum.Numeral("15", true, "working days"));
    assertThat(written(new Value.Time(new Period.Until(MonthDay.of(8, 31))), "08-31", "date"))
        .isEqualTo(new Datum.Verbatim("08-31"));
  }

  @Test
  void every_other_value_keeps_its_kind() {
    assertThat(written(new Value.Yes(), "yes", "")).isEqualTo(Datum.YesNo.YES);
    assertThat(written(new Value.Names(List.of("no", "=a")), "no; =a", "list")).isEqualTo(new Datum.Items(List.of("no",
        "=a")));
    assertThat(written(new Value.Day(LocalDate.of(2024, 3, 1)), "2024-03-01", "day"))
        .isEqualTo(new Datum.Date(LocalDate.of(2024, 3, 1)));
    assertThat(written(new Value.Clock(LocalTime.of(8, 0)), "08:00",
        "time")).isEqualTo(new Datum.TimeOfDay(LocalTime.of(8, 0)));
    assertThat(written(new Value.Field("capacity"), "=capacity", "")).isEqualTo(new Datum.FieldName("capacity"));
  }

  private static Datum written(Value value, String text, String unit) {
    return value.accept(new WrittenValue(text, unit));
  }
}
