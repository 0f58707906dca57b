package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number of which only an interval is told is judged as all numbers of the interval are, or not at all. */
class CensoredFiguresTest {
  private static final int TIMES = 120;
  private static final Set<Demand> ONE_SIDED = Set.of(Demand.AT_MOST, Demand.AT_LEAST, Demand.BELOW, Demand.ABOVE);

  @ParameterizedTest
  @EnumSource(names = {"BUREAU", "SCHOOL", "CLASS", "GRADE_GROUP", "INSPECTION"})
  void an_interval_is_judged_as_all_its_numbers_are(FactKind kind) {
    Random random = new Random(kind.ordinal());
    List<String> counts =
        Arrays.stream(kind.type().getRecordComponents())
            .filter(one -> SoundFact.isWhole(one) && !one.getName().matches("\\w*[gG]rade"))
            .map(RecordComponent::getName)
            .toList();
    int decided = 0;
    for (int i = 0; i < TIMES; i++) {
      SoundFact sound = SoundFact.of(kind, random);
      List<String> judged = counts.stream().filter(sound.verdicts()::measures).toList();
      String count = SoundFact.pick(judged.isEmpty() || random.nextBoolean() ? counts : judged, random);
      int low = near(sound, count, random);
      int high = low + random.nextInt(4);
      SoundFact censored = sound.with(count, low == 0 ? "<" + (high + 1) : low + "-" + high);
      Verdicts verdicts = censored.verdicts();
      List<Verdicts> numbers =
          IntStream.rangeClosed(low, high)
              .mapToObj(number -> sound.with(count, BigDecimal.valueOf(number)).verdicts())
              // A number that is not plausible is no number of the interval.
              .filter(number -> number.doubts().isEmpty())
              .toList();
      for (Verdicts number : numbers) {
        assertThat(notForSomeOnly(verdicts, kind.type(), count).otherwiseIn(number)).as("%s of %s", count, censored).isEmpty();
      }
      if (numbers.size() > high - low) {
        decided += decidedAlike(numbers, count, verdicts);
      }
    }
    assertThat(decided).isPositive();
  }

  /** Without the norms that are kept whether they are for the subject, as the count decides, or not. */
  private static Verdicts notForSomeOnly(Verdicts verdicts, Class<?> type, String count) {
    Set<String> ids =
        Shipped.LIMITS.stream()
            .filter(limit ->
                limit.scope().leaves().anyMatch(leaf -> leaf.isToldBy(type) && leaf.components(type).contains(count)))
            .map(Limit::id)
            .collect(Collectors.toSet());
    Map<String, Finding> others = new LinkedHashMap<>(verdicts.findings());
    others.values().removeIf(finding -> finding.outcome() == Outcome.PASS && ids.contains(finding.standard().id()));
    return new Verdicts(others);
  }

  /** Holds what is found of the interval against what is found of all its numbers alike, and tells how much that is. */
  private static int decidedAlike(List<Verdicts> numbers, String count, Verdicts interval) {
    int decided = 0;
    for (Finding finding : numbers.get(0).ofNorms(Outcome.PASS, Outcome.FAIL)) {
      boolean isAlike = numbers.stream().allMatch(one -> one.outcome(finding.id()) == finding.outcome());
      if (isAlike && finding.measure().equals(count) && ONE_SIDED.contains(finding.demand())) {
        assertThat(interval.outcome(finding.id())).as("%s by %s", count, finding.id()).isEqualTo(finding.outcome());
        decided++;
      }
    }
    return decided;
  }

  /** Around a number by which the count is judged, as far as one is found. */
  private static int near(SoundFact fact, String count, Random random) {
    List<Integer> limits = new ArrayList<>(List.of(0, fact.figure(count).intValue()));
    for (Finding finding : fact.verdicts().findings().values()) {
      if (count.equals(finding.measure()) && finding.limit() instanceof Datum.Numeral limit) {
        limits.add(new BigDecimal(limit.text()).intValue());
        limits.add(new BigDecimal(limit.text()).intValue());
      }
    }
    return Math.max(0, SoundFact.pick(limits, random) - 2 + random.nextInt(5));
  }
}
