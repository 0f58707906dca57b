package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.FactReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids that a person cannot tell apart are told with both places, of whatever signs they are made; others are not. */
class AlikeIdsTest {
  private static final int TIMES = 40;
  private static final List<String> UNSEEN =
      List.of(" ", "\u00A0", "\u3000", "\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060", "\uFE0F", "\u3164");

  @ParameterizedTest
  @EnumSource(names = {
    "SCHOOL", "CLASS", "GRADE_GROUP", "CASE", "STEP", "TOWNSHIP", "INSPECTION", "TERM", "PROJECT", "INDICATOR"
  })
  void ids_that_look_alike_are_told_with_both_places(FactKind kind) {
    Random random = new Random(kind.ordinal());
    for (int i = 0; i < TIMES; i++) {
      SoundFact fact = SoundFact.of(kind, random);
      fact.fact().put("id", "Ab-第" + random.nextInt(1_000) + "校");
      String alike = alike(fact.id(), random);
      String document = with(fact, alike);
      Facts facts = read(document);
      assertThat(facts.problems()).as(alike).singleElement().satisfies(problem -> {
        assertThat(problem.code()).isEqualTo(ProblemCode.IDS_ALIKE);
        assertThat(problem.at().pointer()).isEqualTo("/" + kind.property() + "/0/id");
        assertThat(problem.arguments().get(1)).hasToString("-:1:" + (1 + document.lastIndexOf('"' + alike + '"')));
      });
      assertThat(facts.of(kind)).isEmpty();
      for (String other : List.of(fact.id().toLowerCase(), fact.id().toUpperCase(), fact.id() + "1")) {
        Facts both = read(with(fact, other));
        assertThat(both.problems()).as(other).extracting(Problem::code).doesNotContain(ProblemCode.IDS_ALIKE);
        assertThat(both.of(kind)).as(other).hasSize(2);
      }
    }
  }

  /** The document with an equal fact of that id beside the first. */
  private static String with(SoundFact fact, String id) {
    SoundFact both = fact.copy();
    both.document().withArray(fact.kind().property()).add(both.fact().deepCopy().put("id", id));
    return both.document().toString();
  }

  private static Facts read(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return new FactReader(Shipped.CODES, null, new ByteArrayInputStream(bytes)).read(List.of("-")).facts().get(0);
  }

  /** The id with one to three signs more that nobody sees, or in wide letters. */
  private static String alike(String id, Random random) {
    StringBuilder alike = new StringBuilder(id);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(alike.length());
      char sign = alike.charAt(at);
      if (sign > ' ' && sign <= '~' && random.nextBoolean()) {
        alike.setCharAt(at, (char) (sign - '!' + '\uFF01'));
      } else {
        alike.insert(random.nextInt(alike.length() + 1), SoundFact.pick(UNSEEN, random));
      }
    }
    return alike.toString();
  }
}
