package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.dudao.fact.DayOrder;
import org.dudao.fact.FactKind;
import org.dudao.fact.Required;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For whatever a record declares of the order of its days, and of days that are over: a day out of order is told, and
 * nothing is decided that would not be whatever the day was.
 */
class OrderOfDaysTest {
  private static final int TIMES = 30;

  static Stream<Arguments> declared() {
    return Stream.of(FactKind.values())
        .flatMap(kind -> DayOrder.of(kind.type()).stream()
            .map(one -> Arguments.of(kind, String.join(" ", one.components()), one)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("declared")
  void a_day_out_of_order_decides_nothing(FactKind kind, String days, DayOrder order) {
    Random random = new Random((kind + days).hashCode());
    String wrong = order.later() == null ? order.earlier() : SoundFact.pick(order.components(), random);
    for (int i = 0; i < TIMES; i++) {
      SoundFact sound = SoundFact.of(kind, random);
      Verdicts truth = sound.verdicts();
      assertThat(truth.contradictions()).as(sound.toString()).isEmpty();

      SoundFact broken = sound.with(wrong, outOfOrder(sound, order, wrong, random).toString());
      Verdicts verdicts = broken.verdicts();
      assertThat(verdicts.contradictions()).as("%s of %s", wrong, broken)
          .anySatisfy(finding -> {
            assertThat(finding.standard().rule()).endsWith(".days");
            assertThat(finding.subject().id()).isEqualTo(broken.id());
            assertThat(finding.facet()).isEqualTo(facet(order));
          });
      assertThat(verdicts.otherwiseIn(truth)).as("%s was another in %s", wrong, broken).isEmpty();
      if (!broken.component(wrong).isAnnotationPresent(Required.class)) {
        assertThat(verdicts.keptOtherwiseThanIn(broken.without(wrong).verdicts())).as("without %s of %s", wrong, broken)
            .isEmpty();
      }
    }
  }

  private static String facet(DayOrder order) {
    return order.earlier() + "/" + (order.later() == null ? "" : order.later());
  }

  private static LocalDate outOfOrder(SoundFact fact, DayOrder order, String wrong, Random random) {
    int days = 1 + random.nextInt(random.nextBoolean() ? 5 : 4_000);
    if (order.later() == null) {
      return SoundFact.AS_OF.plusDays(days);
    }
    return wrong.equals(order.later())
        ? day(fact, order.earlier()).minusDays(days)
        : day(fact, order.later()).plusDays(days);
  }

  private static LocalDate day(SoundFact fact, String component) {
    return LocalDate.parse(fact.fact().get(component).asString());
  }
}
