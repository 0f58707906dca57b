package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dudao.fact.FactKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** A figure that others of the submission tell too is not mistaken without a word, and its slip turns no verdict. */
class SlipsTest {
  private static final int TIMES = 40;

  @ParameterizedTest
  @CsvSource({
    "SCHOOL, students", "SCHOOL, girls", "SCHOOL, boys", "SCHOOL, classes", "CLASS, students", "GRADE_GROUP, classes",
    "BUREAU, schoolCount"
  })
  void a_figure_that_others_tell_too_decides_nothing_when_it_is_wrong(FactKind kind, String figure) {
    Random random = new Random((kind + figure).hashCode());
    for (int i = 0; i < TIMES; i++) {
      SoundCounty sound = SoundCounty.of(random);
      Verdicts truth = sound.verdicts();
      SoundCounty slipped = sound.copy();
      ObjectNode fact = kind == FactKind.BUREAU ? slipped.bureau() : slipped.any(kind, random);
      int right = fact.get(figure).asInt();
      int wrong = isOfAllListed(figure) ? random.nextInt(right) : slip(right, random);
      fact.put(figure, wrong);
      Verdicts verdicts = slipped.verdicts();
      String what = "%s of %s is %d, not %d, in %s".formatted(figure, fact.get("id"), wrong, right, slipped);
      assertThat(verdicts.contradictions()).as(what).isNotEmpty();
      // What reconciles stated figures tells the same contradiction in words of its own.
      assertThat(verdicts.otherwiseIn(truth)).as(what).allMatch(one -> one.startsWith("reconciliation."));
    }
  }

  /** Where more are reported than are listed the rest was not submitted, and nothing is contradicted. */
  private static boolean isOfAllListed(String figure) {
    return figure.equals("classes") || figure.equals("schoolCount");
  }

  private static int slip(int right, Random random) {
    int reversed = Integer.parseInt(new StringBuilder().append(right).reverse().toString());
    int wrong = SoundFact.pick(List.of(right * 10, right / 10, right + 1, right - 1, reversed), random);
    return wrong == right || wrong < 0 ? right + 1 + random.nextInt(20) : wrong;
  }
}
