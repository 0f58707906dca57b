package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dudao.fact.FactKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Schools, classes and figures that are not submitted turn no verdict: it is the same of all of them, or unknown. */
class IncompleteSubmissionTest {
  private static final int TIMES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void what_is_not_submitted_turns_no_verdict(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TIMES; i++) {
      SoundCounty whole = SoundCounty.of(random);
      Verdicts truth = whole.verdicts();
      assertThat(truth.contradictions()).as(whole.toString()).isEmpty();
      SoundCounty part = part(whole, random);
      Verdicts verdicts = part.verdicts();
      assertThat(verdicts.contradictions()).as("%s of %s", part, whole).isEmpty();
      assertThat(verdicts.otherwiseIn(truth)).as("%s of %s", part, whole).isEmpty();
    }
  }

  private static SoundCounty part(SoundCounty whole, Random random) {
    SoundCounty part = whole.copy();
    int kept = 1 + random.nextInt(3);
    for (int i = part.facts(FactKind.SCHOOL).size() - 1; i >= 0; i--) {
      if (random.nextInt(4) == 0) {
        part.removeSchool(part.facts(FactKind.SCHOOL).get(i).get("id").asString());
      }
    }
    for (int i = part.facts(FactKind.CLASS).size() - 1; i >= 0; i--) {
      if (random.nextInt(4) >= kept) {
        part.facts(FactKind.CLASS).remove(i);
      }
    }
    if (random.nextInt(3) == 0) {
      part.bureau().remove("schoolCount");
    }
    part.facts(FactKind.SCHOOL).forEach(school -> {
      List<String> numbers =
          school.propertyStream().filter(one -> one.getValue().isNumber()).map(one -> one.getKey()).toList();
      numbers.stream().filter(one -> random.nextInt(12) == 0).forEach(((ObjectNode) school)::remove);
    });
    return part;
  }
}
