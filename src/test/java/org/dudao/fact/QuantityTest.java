package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Numbers are exact to the last digit: a verdict turns on the boundary itself. */
class QuantityTest {
  private static final Quantity THIRD = Quantity.ratio(1, 3);

  @Test
  void ratios_are_compared_without_rounding() {
    assertThat(Quantity.ratio(3, 9)).isEqualByComparingTo(THIRD).isEqualTo(THIRD).hasSameHashCodeAs(THIRD);
    assertThat(decimal("0.3333333333333333333333333333333333")).isLessThan(THIRD);
    assertThat(decimal("0.3333333333333333333333333333333334")).isGreaterThan(THIRD);
    assertThat(Quantity.ratio(1_900_001, 100_000)).isGreaterThan(Quantity.of(19));
    assertThat(decimal("1.50")).isEqualTo(Quantity.ratio(3, 2)).hasSameHashCodeAs(Quantity.ratio(3, 2));
  }

  @Test
  void sums_products_and_quotients_lose_nothing() {
    assertThat(decimal("0.1").plus(decimal("0.2"))).isEqualTo(decimal("0.3"));
    assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Quantity.of(1));
    assertThat(THIRD.times(Quantity.of(3)).minus(Quantity.of(1)).signum()).isZero();
    assertThat(Quantity.of(1).dividedBy(THIRD)).isEqualTo(Quantity.of(3));
    assertThat(Quantity.percent(1, 3)).isGreaterThan(decimal("33.33")).isLessThan(decimal("33.34"));
    assertThat(Quantity.of(1).dividedBy(Quantity.of(-4))).isEqualTo(decimal("-0.25"));
  }

  @Test
  void a_ratio_with_nothing_below_the_line_lies_beyond_every_number() {
    Quantity pupilsWithoutTeacher = Quantity.ratio(1, 0);
    assertThat(pupilsWithoutTeacher).isGreaterThan(Quantity.of(Long.MAX_VALUE)).isNotEqualTo(Quantity.of(1));
    assertThat(Quantity.of(Long.MAX_VALUE)).isLessThan(pupilsWithoutTeacher);
    assertThat(pupilsWithoutTeacher.isFinite()).isFalse();
    assertThat(pupilsWithoutTeacher).hasToString("1:0");
  }

  @Test
  void nothing_to_nothing_is_no_number_and_neither_is_what_was_not_reported() {
    assertThat(Quantity.ratio(0, 0)).isNull();
    assertThat(Quantity.ratio(null, 5)).isNull();
    assertThat(Quantity.percent(5, null)).isNull();
    assertThat(Quantity.ratio(0, 5)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void published_figures_are_rounded_half_up() {
    assertThat(decimal("3.15").rounded(1)).isEqualTo(new BigDecimal("3.2"));
    assertThat(decimal("-3.15").rounded(1)).isEqualTo(new BigDecimal("-3.2"));
    assertThat(Quantity.ratio(2, 3)).hasToString("0.6667");
    assertThat(Quantity.of(1_000)).hasToString("1000");
  }

  private static Quantity decimal(String text) {
    return Quantity.of(new BigDecimal(text));
  }
}
