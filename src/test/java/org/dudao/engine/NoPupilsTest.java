package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dudao.fact.FactKind;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Where there are no pupils nothing is due for each of them, and nobody passes by having it. */
class NoPupilsTest {
  private static final int TIMES = 40;
  private static final Set<String> OF_STAGES = Set.of("indicatorsMet", "indicatorsWorst");

  @ParameterizedTest
  @EnumSource(names = {"BUREAU", "SCHOOL", "CLASS"})
  void nobody_passes_by_what_is_due_for_each_pupil(FactKind kind) {
    Random random = new Random(kind.ordinal());
    for (int i = 0; i < TIMES; i++) {
      SoundFact empty = SoundFact.of(kind, random);
      ObjectNode fact = empty.fact();
      counts(kind).forEach(count -> fact.put(count, 0));
      if (random.nextBoolean() && fact.has("classes")) {
        fact.put("classes", 0);
      }
      List<String> passing =
          empty.verdicts().ofNorms(Outcome.PASS).stream()
              .filter(finding -> isPerPupil(finding, kind))
              .map(finding -> finding.standard().id() + " " + finding.measure() + " " + finding.found())
              .toList();
      assertThat(passing).as(empty.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"312, junior", "312, primary", "345, primary", "345, junior", "341, junior"})
  void a_stage_without_pupils_passes_nothing(String type, String stage) {
    Random random = new Random((type + stage).hashCode());
    for (int i = 0; i < TIMES; i++) {
      SoundFact empty = SoundFact.of(FactKind.SCHOOL, type, random);
      empty.fact().put(stage + "Students", 0);
      assertThat(empty.verdicts().ofNorms(Outcome.PASS))
          .filteredOn(finding -> finding.standard().id().startsWith("balance." + stage))
          .as(empty.toString())
          .isEmpty();
    }
  }

  /** All pupils are none, and so are those of whom nothing was told: it does not matter what they have. */
  @ParameterizedTest
  @CsvSource({"girls, boys, premises.girls-per-stall", "boys, girls, premises.boys-per-stall"})
  void nothing_is_due_for_a_part_of_nobody_whatever_else_is_missing(String some, String others, String rule) {
    Checker checker =
        World.checker("us-xx: premises.stalls, " + rule + ", primary, 15, students per stall, must, 2020-01-01");
    for (String stalls : List.of("", ", \"" + some + "Stalls\": 0", ", \"" + some + "Stalls\": 3")) {
      assertThat(ofStalls(checker, 0, stalls)).as(stalls).isEmpty();
      assertThat(ofStalls(checker, 20, ", \"" + others + "\": 20" + stalls)).as(stalls).isEmpty();
    }
    assertThat(ofStalls(checker, 20, "")).extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN);
  }

  private static List<Finding> ofStalls(Checker checker, int students, String told) {
    String school = "{\"id\": \"s\", \"type\": \"211\", \"students\": " + students + told + "}";
    return checker.check(World.facts("US-XX", "2024-06-30", "\"schools\": [" + school + "]")).findings();
  }

  /** The components that count pupils. */
  private static List<String> counts(FactKind kind) {
    return Measures.names(kind.type()).stream().filter(name -> isCount(name, kind)).toList();
  }

  private static boolean isCount(String name, FactKind kind) {
    return Measures.isReported(kind.type(), name)
        && Measures.type(kind.type(), name) == Integer.class
        && name.matches("students|\\w+Students|girls|boys|boarders|kindergartenChildren")
        && !name.equals("plannedStudents");
  }

  private static boolean isPerPupil(Finding finding, FactKind kind) {
    String measure = finding.measure();
    if (!finding.subject().kind().equals(kind.word())) {
      return false;
    }
    if (!Measures.has(kind.type(), measure)) {
      return OF_STAGES.contains(measure) || measure.matches("\\w+Per(Student|Hundred)");
    }
    return Measures.type(kind.type(), measure) == Quantity.class
        && Measures.from(kind.type(), measure).size() > 1
        && Measures.from(kind.type(), measure).stream().anyMatch(one -> isCount(one, kind))
        && !measure.equals("compulsoryStudents")
        && !measure.equals("studentsByStage");
  }
}
