package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;

/** What a fact says under a name is the same however often it is asked. */
class MeasuresTest {
  private static final int OFTEN = 10_100;

  @Test
  void what_is_read_often_is_read_like_what_is_read_once() throws Exception {
    Set<Class<?>> types = new HashSet<>();
    for (Facts facts : Shipped.facts("fixtures/bureaus").facts()) {
      for (FactKind kind : FactKind.values()) {
        for (Subject fact : facts.of(kind)) {
          if (types.add(fact.getClass())) {
            isTheSame(fact);
          }
        }
      }
    }
    assertThat(types).contains(School.class, SchoolClass.class, Case.class, Indicator.class, Bureau.class);
  }

  private static void isTheSame(Subject fact) throws ReflectiveOperationException {
    for (String name : Measures.names(fact.getClass())) {
      Object expected = fact.getClass().getMethod(name).invoke(fact);
      Measures.Reader reader = Measures.reader(fact.getClass(), name);
      for (int i = 0; i < OFTEN; i++) {
        Object found = reader.read(fact);
        if (found == null ? expected != null : !found.equals(expected)) {
          assertThat(found).as("%s after %d", name, i).isEqualTo(expected);
        }
      }
    }
  }
}
