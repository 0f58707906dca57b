package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.cases.Expectation;
import org.dudao.cases.TestCase;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Region;
import org.dudao.fact.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every standard keeps what its cases promise, has a case of each kind, and is held by them where it stands. */
class CasesTest {
  private static final List<TestCase> CASES = Cases.all();

  @TestFactory
  Stream<DynamicTest> every_case_comes_out_as_promised() {
    return CASES.stream()
        .map(one -> DynamicTest.dynamicTest(
            one.at() + " " + one.name(),
            () -> assertThat(one.deviations(Shipped.CHECKER.check(one.facts()))).isEmpty()));
  }

  @Test
  void every_standard_has_cases_for_pass_fail_unknown_and_silence() {
    Map<String, Set<String>> outcomes = new HashMap<>();
    for (TestCase one : CASES) {
      for (Expectation expected : one.expectations()) {
        regions(one, expected.standard()).forEach(
            region ->
                outcomes.computeIfAbsent(expected.standard() + " @" + region, key -> new TreeSet<>())
                    .add(expected.outcome().name()));
      }
    }
    List<String> lacking = new ArrayList<>();
    for (Limit limit : Shipped.LIMITS) {
      // What was not reported contradicts nothing, and is silent; what is not plausible fails nobody.
      Set<String> wanted =
          new TreeSet<>(
              !limit.isOfConsistency() ? Set.of("PASS", "FAIL", "UNKNOWN", "NONE")
                  : limit.level() == Level.QUERY ? Set.of("PASS", "QUERY", "NONE")
                  : Set.of("PASS", "FAIL", "NONE"));
      // What binds everybody is silent about nobody of its kind.
      if (limit.appliesTo().isEmpty() && limit.from() == null && limit.until() == null) {
        wanted.remove("NONE");
      }
      wanted.removeAll(outcomes.getOrDefault(limit.id() + " @" + limit.region(), Set.of()));
      if (!wanted.isEmpty()) {
        lacking.add(limit.id() + " @" + limit.region() + " has no case for " + wanted + " (" + limit.origin() + ")");
      }
    }
    assertThat(lacking).as("add cases to fixtures/cases").isEmpty();
  }

  /** A number that could be another without a case turning red is a number nobody has checked. */
  @TestFactory
  Stream<DynamicTest> a_limit_changed_by_one_step_turns_a_case_red() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < Shipped.LIMITS.size(); i++) {
      Limit limit = Shipped.LIMITS.get(i);
      for (int step : new int[] {-1, 1}) {
        Value mutated = mutated(limit.value(), step);
        if (mutated != null) {
          int index = i;
          tests.add(DynamicTest.dynamicTest(
              limit.id() + " @" + limit.region() + " from " + limit.from() + (step < 0 ? " lowered" : " raised"),
              () -> {
                List<Limit> limits = new ArrayList<>(Shipped.LIMITS);
                limits.set(index, limit.with(mutated, limit.valueText()));
                Checker checker = Shipped.checker(limits);
                assertThat(
                        CASES.stream()
                            .filter(one -> one.expectations().stream().anyMatch(promised -> isOf(limit, promised)))
                            .anyMatch(one ->
                                !one.deviations(checker.check(one.facts()), promised -> isOf(limit, promised)).isEmpty()))
                    .as("a case turns red")
                    .isTrue();
              }));
        }
      }
    }
    // A limit is held from one side at least; both sides for those that are met exactly.
    return tests.stream();
  }

  private static boolean isOf(Limit limit, Expectation promised) {
    return promised.standard().equals(limit.id());
  }

  private static Set<String> regions(TestCase one, String standard) {
    Set<String> regions = new TreeSet<>();
    for (Limit limit : Shipped.LIMITS) {
      if (limit.id().equals(standard) && Region.covers(limit.region(), one.region())) {
        regions.add(limit.region());
      }
    }
    // A case outside of every region of the standard shows its silence there.
    if (regions.isEmpty()) {
      Shipped.LIMITS.stream().filter(limit -> limit.id().equals(standard)).forEach(limit -> regions.add(limit.region()));
    }
    return regions;
  }

  /** The value moved by a step; of a range one end for each direction. */
  private static Value mutated(Value value, int step) {
    if (value instanceof Value.Number number) {
      return new Value.Number(moved(number.quantity(), step));
    }
    if (value instanceof Value.Range range) {
      return step < 0
          ? new Value.Range(moved(range.low(), step), range.high())
          : new Value.Range(range.low(), moved(range.high(), step));
    }
    if (value instanceof Value.Time time && time.period() instanceof Period.Count count) {
      return new Value.Time(new Period.Count(count.number() + step, count.unit(), count.withFirst()));
    }
    return null;
  }

  private static Quantity moved(Quantity quantity, int step) {
    Quantity one = Quantity.of(quantity.numerator().ulp().multiply(BigDecimal.valueOf(step)));
    return new Quantity(quantity.numerator().add(one.numerator()), quantity.denominator());
  }
}
