package org.dudao.engine.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was meant is among the numbers for which a slip tells that another one was typed. */
public class TypingErrorTest {
  private static final int TIMES = 2_000;

  @ParameterizedTest
  @CsvSource({
      "TENFOLD, 13130, 1313 131300", "HUNDREDFOLD, 0.95, 0.0095 95", "DIGIT_TWICE, 1132, 132",
      "DIGIT_TWICE, 0.55, 0.5", "DIGITS_SWAPPED, 31, 13", "DIGITS_SWAPPED, 103, 130", "DIGITS_SWAPPED, 1.05, 0.15 1.50",
      "DIGIT_TWICE, 1212, ''", "DIGITS_SWAPPED, 7, ''"})
  void a_slip_tells_what_was_meant(TypingError error, BigDecimal typed, String meant) {
    List<BigDecimal> expected =
        meant.isEmpty() ? List.of() : List.of(meant.split(" ")).stream().map(BigDecimal::new).toList();
    assertThat(error.meant(typed)).usingElementComparator(BigDecimal::compareTo).containsAll(expected);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_meant_is_always_among_what_is_told(TypingError error) {
    Random random = new Random(error.ordinal());
    for (int i = 0; i < TIMES; i++) {
      BigDecimal good = new BigDecimal(BigInteger.valueOf(1 + random.nextInt(99_999)), random.nextInt(3));
      BigDecimal typed = slipped(error, good, random);
      if (typed != null) {
        assertThat(error.meant(typed)).as("%s for %s", typed, good).usingElementComparator(BigDecimal::compareTo)
            .contains(good);
      }
    }
  }

  @Test
  void nobody_means_a_number_with_a_zero_before_it() {
    assertThat(TypingError.DIGITS_SWAPPED.meant(BigDecimal.valueOf(105))).containsExactly(BigDecimal.valueOf(150));
  }

  /** The good number as a person mistypes it; null where that slip cannot be made with it. */
  public static BigDecimal slipped(TypingError error, BigDecimal good, Random random) {
    String text = good.toPlainString();
    int at = random.nextInt(text.length());
    boolean isLast = at + 1 == text.length();
    return switch (error) {
      case TENFOLD -> random.nextBoolean() ? good.movePointRight(1) : good.movePointLeft(1);
      case HUNDREDFOLD -> random.nextBoolean() ? good.movePointRight(2) : good.movePointLeft(2);
      case DIGIT_TWICE ->
          text.charAt(at) == '.' || at == 0 && text.charAt(0) == '0'
              ? null
              : new BigDecimal(text.substring(0, at) + text.charAt(at) + text.substring(at));
      case DIGITS_SWAPPED -> {
        boolean isPair = !isLast && text.charAt(at) != '.' && text.charAt(at + 1) != '.';
        boolean changesNothing = isPair && text.charAt(at) == text.charAt(at + 1);
        boolean leavesZeroInFront = at == 0 && isPair && text.charAt(1) == '0';
        yield !isPair || changesNothing || leavesZeroInFront
            ? null
            : new BigDecimal(
                text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2));
      }
    };
  }
}
