package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.cases.Coverage;
import org.dudao.cases.Mutant;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.cases.MutationRun;
import org.dudao.cases.TestCase;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
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
            () -> assertThat(one.mismatches(Shipped.CHECKER.check(one.facts()))).isEmpty()));
  }

  @Test
  void every_version_of_a_standard_has_a_case_for_each_outcome_and_at_its_limit() {
    Coverage coverage = Coverage.of(Shipped.CHECKER, CASES, row -> true);
    assertThat(coverage.versions()).isEqualTo(Shipped.LIMITS.size());
    assertThat(coverage.gaps()).as("add cases to fixtures/cases").isEmpty();
  }

  /** A limit or a rule that could be another without a case turning red is one that nobody has checked. */
  @Test
  void every_slip_in_a_limit_or_a_rule_turns_a_case_red() {
    MutationRun run = MutationRun.of(Cases.rules(), law(), CASES, EnumSet.allOf(MutantKind.class), at -> true);
    assertThat(run.tried().keySet()).containsExactlyInAnyOrder(MutantKind.values());
    assertThat(run.survivors()).as("add cases to fixtures/cases").isEmpty();
  }

  private static LayeredLimits law() {
    return Shipped.read(() -> new LimitReader(Shipped.CODES).law(RuleFiles.shipped().limits()));
  }

  /** The same trial without the cases of one standard finds all that they hold. */
  @Test
  void a_slip_that_no_case_notices_is_told() {
    String id = "class-size.primary.design";
    List<TestCase> others =
        CASES.stream()
            .filter(one -> one.expectations().stream().noneMatch(promised -> promised.standard().equals(id)))
            .toList();
    List<Mutant> survivors =
        MutationRun.of(
                Cases.rules(), law(), others, Set.of(MutantKind.VALUE), row -> row.file().endsWith("cn/class-size.csv"))
            .survivors();
    assertThat(survivors).filteredOn(one -> one.limit().id().equals(id)).extracting(Mutant::is)
        .containsExactly("44", "46");
    assertThat(Coverage.of(Shipped.CHECKER, others, row -> row.file().endsWith("cn/class-size.csv")).gaps())
        .filteredOn(gap -> gap.version().id().equals(id))
        .allSatisfy(gap -> assertThat(gap.outcomes()).hasSize(4));
  }
}
