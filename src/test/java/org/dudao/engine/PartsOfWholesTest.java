package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dudao.fact.Composition;
import org.dudao.fact.FactKind;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For whatever a record declares to be part of something else: a part above its whole is told, and nothing is decided
 * that would not be whichever of the two is right.
 */
class PartsOfWholesTest {
  private static final int TIMES = 8;

  static Stream<Arguments> declared() {
    return Stream.of(FactKind.values())
        .flatMap(kind -> Composition.of(kind.type()).stream()
            .map(one -> Arguments.of(kind, String.join(Datum.Components.PLUS, one.parts()) + "/" + one.whole(), one)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("declared")
  void a_part_above_its_whole_decides_nothing(FactKind kind, String facet, Composition composition) {
    Random random = new Random((kind + facet).hashCode());
    for (int i = 0; i < TIMES; i++) {
      SoundFact sound = SoundFact.of(kind, random);
      Verdicts truth = sound.verdicts();
      assertThat(truth.doubts()).as(sound.toString()).isEmpty();
      String part = SoundFact.pick(composition.parts(), random);
      SoundFact full = sound.with(part, rest(sound, composition, part));
      assertThat(told(full.verdicts(), full, facet)).as("%s is all that is left in %s", part, full).isEmpty();

      BigDecimal excess = BigDecimal.valueOf(1 + random.nextInt(1 + sound.figure(composition.whole()).intValue() / 10));
      SoundFact broken = full.with(part, full.figure(part).add(excess));
      Verdicts verdicts = broken.verdicts();
      assertThat(told(verdicts, broken, facet)).as("%s is too much in %s", part, broken).hasSize(1);
      assertThat(verdicts.otherwiseIn(truth)).as("%s was less in %s", part, broken).isEmpty();
      Verdicts raised = broken.with(composition.whole(), broken.figure(composition.whole()).add(excess)).verdicts();
      if (raised.doubts().isEmpty()) {
        assertThat(verdicts.otherwiseIn(raised)).as("%s is more in %s", composition.whole(), broken).isEmpty();
      }
      for (String one : List.of(part, composition.whole())) {
        assertThat(verdicts.keptOtherwiseThanIn(broken.without(one).verdicts())).as("without %s of %s", one, broken)
            .isEmpty();
      }
    }
  }

  /** As much as the whole leaves for that part. */
  private static BigDecimal rest(SoundFact fact, Composition composition, String part) {
    BigDecimal rest = fact.figure(composition.whole());
    for (String other : composition.parts()) {
      rest = other.equals(part) ? rest : rest.subtract(fact.figure(other));
    }
    return SoundFact.isWhole(fact.component(part)) ? rest.setScale(0, RoundingMode.FLOOR) : rest;
  }

  private static List<Finding> told(Verdicts verdicts, SoundFact fact, String facet) {
    return verdicts.contradictions().stream()
        .filter(finding -> finding.facet().equals(facet) && finding.subject().id().equals(fact.id()))
        .toList();
  }
}
