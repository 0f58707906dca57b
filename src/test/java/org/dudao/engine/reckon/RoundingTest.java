package org.dudao.engine.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Relation;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Exact figures are printed at any precision, in any unit and by any usage: no claim that is true is contradicted. */
class RoundingTest {
  private static final int TIMES = 300;
  private static final MathContext PRECISE = new MathContext(60);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How a figure is printed: the power of ten before the unit, and the unit. */
  private enum Print {
    YUAN(0, "yuan"),
    YUAN_IN_CHINESE(0, "元"),
    TEN_THOUSANDS(4, "10k yuan"),
    TEN_THOUSANDS_IN_CHINESE(4, "万元"),
    MILLIONS(6, "million CNY"),
    HUNDRED_MILLIONS(8, "亿元");

    private final int power;
    private final String unit;

    Print(int power, String unit) {
      this.power = power;
      this.unit = unit;
    }
  }

  private final Random random;
  private List<RoundingMode> usages = List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

  RoundingTest(RepetitionInfo repetition) {
    this.random = new Random(repetition.getCurrentRepetition());
  }

  @RepeatedTest(TIMES)
  void a_sum_of_rounded_parts_is_never_contradicted() {
    List<BigDecimal> parts = amounts();
    List<Indicator> operands = printed(parts);
    Indicator total = printed(total(parts));
    assertHolds(Relation.SUM, total, operands);
    assertHolds(Relation.PARTS, total, operands.subList(0, 1 + random.nextInt(operands.size())));
    Collections.shuffle(operands, random);
    assertHolds(Relation.SUM, total, operands);
  }

  @RepeatedTest(TIMES)
  void more_than_all_roundings_together_is_contradicted() {
    List<BigDecimal> parts = amounts();
    List<Indicator> operands = printed(parts);
    Indicator total = printed(total(parts));
    BigDecimal halves = total(Stream.concat(operands.stream(), Stream.of(total)).map(RoundingTest::half).toList());
    // What was printed may lie anywhere within the roundings, so twice as far is surely beyond.
    BigDecimal step = halves.multiply(BigDecimal.valueOf(2)).add(ulp(total)).movePointLeft(power(total));
    BigDecimal far = step.setScale(total.value().scale(), RoundingMode.UP);
    assertThat(holds(Relation.SUM, moved(total, far), operands)).isFalse();
    assertThat(holds(Relation.SUM, moved(total, far.negate()), operands)).isFalse();
    assertThat(holds(Relation.PARTS, moved(total, far.negate()), operands)).isFalse();
    assertThat(holds(Relation.PARTS, moved(total, far), operands)).isTrue();
  }

  @RepeatedTest(TIMES)
  void the_order_of_the_operands_says_nothing() {
    List<Indicator> operands = printed(amounts());
    Indicator total = printed(total(amounts()));
    List<Indicator> shuffled = new ArrayList<>(operands);
    Collections.shuffle(shuffled, random);
    for (Relation relation : List.of(Relation.SUM, Relation.PARTS, Relation.PRODUCT)) {
      assertThat(reckoning(relation, total, shuffled)).isEqualTo(reckoning(relation, total, operands));
    }
  }

  @RepeatedTest(TIMES)
  void what_is_masked_turns_true_into_unknown_and_nothing_else() {
    List<BigDecimal> parts = amounts();
    List<Indicator> operands = parts.stream().map(this::printedAsSome).toList();
    List<Indicator> masked = new ArrayList<>(operands);
    masked.replaceAll(one -> random.nextBoolean() ? one : masked(one));
    if (masked.equals(operands)) {
      masked.set(0, masked(masked.get(0)));
    }
    boolean isTrue = random.nextBoolean();
    Indicator stated = printed(isTrue ? total(parts) : amount());
    for (Relation relation : List.of(Relation.SUM, Relation.PARTS, Relation.DIFFERENCE, Relation.PRODUCT)) {
      if (masked.size() < 2 && relation == Relation.DIFFERENCE) {
        continue;
      }
      Boolean holds = holds(relation, stated, masked);
      assertThat(holds).as("%s %s %s", relation, stated, masked).isNotEqualTo(true);
      if (Boolean.FALSE.equals(holds)) {
        assertThat(holds(relation, stated, operands)).isFalse();
      }
    }
    if (isTrue) {
      assertThat(holds(Relation.SUM, stated, masked)).isNull();
      assertThat(holds(Relation.PARTS, stated, masked)).isNull();
    }
  }

  @RepeatedTest(TIMES)
  void other_relations_of_rounded_figures_are_never_contradicted() {
    BigDecimal first = amount();
    BigDecimal second = amount();
    List<Indicator> both = List.of(printed(first), printedAsSome(second));
    BigDecimal ratio = first.divide(second, PRECISE);
    assertHolds(Relation.DIFFERENCE, printed(first.subtract(second)), both);
    assertHolds(Relation.SHARE, percent(ratio), both);
    assertHolds(Relation.GROWTH, percent(ratio.subtract(BigDecimal.ONE)), both);
    assertHolds(Relation.QUOTIENT, rounded(ratio, random.nextInt(4), "ratio"), both);
    // The more now, printed too coarsely, might be no more than the increase.
    assertHolds(
        Relation.GROWTH_BY, percent(second.divide(first, PRECISE)),
        List.of(rounded(first.add(second), 1, "yuan"), rounded(second, 1, "yuan")));
    Indicator count = rounded(BigDecimal.valueOf(random.nextInt(50)), 0, "persons");
    BigDecimal product = count.value().multiply(first);
    assertHolds(Relation.PRODUCT, printed(product), List.of(count, both.get(0)));
    assertHolds(Relation.WEIGHTED_SUM, printed(product.add(product)), List.of(count, both.get(0), count, both.get(0)));
  }

  @RepeatedTest(TIMES)
  void shares_of_one_whole_are_never_contradicted() {
    int scale = 1 + random.nextInt(3);
    List<Indicator> shares = new ArrayList<>();
    BigDecimal rest = HUNDRED;
    for (int i = random.nextInt(6); i > 0; i--) {
      BigDecimal share = rest.multiply(BigDecimal.valueOf(random.nextInt(1000), 3));
      shares.add(rounded(share, scale, "%"));
      rest = rest.subtract(share);
    }
    shares.add(rounded(rest, scale, "%"));
    assertHolds(Relation.COMPLETE, null, shares);
    shares.add(rounded(BigDecimal.valueOf(shares.size()), scale, "%"));
    assertThat(holds(Relation.COMPLETE, null, shares)).isFalse();
    shares.set(0, masked(shares.get(0)));
    assertThat(holds(Relation.COMPLETE, null, shares)).isNotEqualTo(true);
  }

  @RepeatedTest(TIMES)
  void one_number_printed_several_times_says_the_same_whichever_was_stated() {
    keepToOneUsage();
    BigDecimal number = amount();
    Indicator one = printed(number);
    Indicator other = printed(random.nextBoolean() ? number : number.multiply(BigDecimal.valueOf(1001, 3)));
    Boolean holds = holds(Relation.EQUAL, one, List.of(other));
    assertThat(holds(Relation.EQUAL, other, List.of(one))).isEqualTo(holds);
    assertThat(holds(Relation.EQUAL, null, List.of(one, other))).isEqualTo(holds);
    assertHolds(Relation.EQUAL, one, List.of(printed(number), printed(number)));
    Indicator moved = moved(one, one.value().ulp());
    assertThat(holds(Relation.EQUAL, one, List.of(moved))).isFalse();
    assertThat(holds(Relation.ORDER, null, List.of(moved, one))).isFalse();
  }

  @RepeatedTest(TIMES)
  void what_rises_never_seems_to_fall() {
    keepToOneUsage();
    List<BigDecimal> rising = amounts().stream().sorted().collect(Collectors.toCollection(ArrayList::new));
    rising.add(rising.get(rising.size() - 1));
    assertHolds(Relation.ORDER, null, printed(rising));
  }

  /** A number halfway would otherwise be printed alike and yet not the same. */
  private void keepToOneUsage() {
    usages = List.of(usages.get(random.nextInt(usages.size())));
  }

  private static void assertHolds(Relation relation, Indicator stated, List<Indicator> operands) {
    Reckoning reckoning = reckoning(relation, stated, operands);
    assertThat(reckoning.holds()).as("%s %s %s: %s", relation, stated, operands, reckoning).isTrue();
    assertThat(reckoning.remarks())
        .extracting(Remark::code)
        .isSubsetOf(RemarkCode.ROUNDED_OPERANDS, RemarkCode.ROUNDED_ORDER);
  }

  private static Boolean holds(Relation relation, Indicator stated, List<Indicator> operands) {
    return reckoning(relation, stated, operands).holds();
  }

  private static Reckoning reckoning(Relation relation, Indicator stated, List<Indicator> operands) {
    return Reckoning.of(new Claim("c", "c", relation, stated, operands, null));
  }

  private List<BigDecimal> amounts() {
    return Stream.generate(this::amount).limit(1 + random.nextInt(6)).toList();
  }

  /** Some yuan to some hundred millions, with fractions of a fen, often halfway. */
  private BigDecimal amount() {
    BigDecimal amount = BigDecimal.ONE.add(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(10) - 4));
    return random.nextBoolean() ? amount : amount.add(BigDecimal.valueOf(5, random.nextInt(5)));
  }

  private List<Indicator> printed(List<BigDecimal> amounts) {
    return new ArrayList<>(amounts.stream().map(this::printed).toList());
  }

  private Indicator printed(BigDecimal amount) {
    Print print = Print.values()[random.nextInt(Print.values().length)];
    // A whole number of yuan would be exact.
    int scale = (print.power == 0 ? 1 : 0) + random.nextInt(3);
    return rounded(amount.movePointLeft(print.power), scale, print.unit);
  }

  /** What is printed as nothing divides nothing, and may be a little less than nothing. */
  private Indicator printedAsSome(BigDecimal amount) {
    return Stream.generate(() -> printed(amount)).filter(one -> one.value().signum() > 0).findFirst().orElseThrow();
  }

  private Indicator percent(BigDecimal ratio) {
    return rounded(ratio.multiply(HUNDRED), random.nextInt(4), "%");
  }

  private Indicator rounded(BigDecimal exact, int scale, String unit) {
    BigDecimal value = exact.setScale(scale, usages.get(random.nextInt(usages.size())));
    return figure(value, unit);
  }

  private static Indicator masked(Indicator figure) {
    return figure(null, figure.unit());
  }

  private static Indicator moved(Indicator figure, BigDecimal step) {
    return figure(figure.value().add(step), figure.unit());
  }

  private static Indicator figure(BigDecimal value, String unit) {
    return new Indicator(value + " " + unit, "figure", null, null, null, value, null, null, unit, null, null, null);
  }

  private static int power(Indicator figure) {
    return Stream.of(Print.values()).filter(print -> print.unit.equals(figure.unit())).findFirst().orElseThrow().power;
  }

  private static BigDecimal total(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal::add).orElseThrow();
  }

  /** One of the last digit printed, in yuan. */
  private static BigDecimal ulp(Indicator figure) {
    return figure.value().ulp().movePointRight(power(figure));
  }

  private static BigDecimal half(Indicator figure) {
    return ulp(figure).divide(BigDecimal.valueOf(2));
  }
}
