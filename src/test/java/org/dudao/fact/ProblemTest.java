package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Origin AT = Origin.of("a.json");

  @Test
  void a_problem_without_exactly_the_arguments_of_its_code_is_refused() {
    for (Object[] arguments : List.of(new Object[] {}, new Object[] {"a", "b"})) {
      assertThatThrownBy(() -> Problem.of(ProblemCode.DUPLICATE_KEY, AT, arguments))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("DUPLICATE_KEY");
    }
  }

  @Test
  void an_unknown_name_is_told_with_the_near_one_or_with_what_is_known() {
    List<String> known = List.of("students", "staff");
    assertThat(told(ProblemCode.UNKNOWN_PROPERTY, new UnknownName("studnets", known)))
        .isEqualTo("unknown-property.near [studnets, students]");
    assertThat(told(ProblemCode.UNKNOWN_PROPERTY, new UnknownName("area", known)))
        .isEqualTo("unknown-property [area, students, staff]");
  }

  @Test
  void what_is_known_is_told_only_where_the_sentence_has_a_place_for_it() {
    List<String> known = List.of("s1");
    assertThat(told(ProblemCode.UNKNOWN_REFERENCE, "schools", new UnknownName("s2", known)))
        .isEqualTo("unknown-reference.near [schools, s2, s1]");
    assertThat(told(ProblemCode.UNKNOWN_REFERENCE, "schools", new UnknownName("other", known)))
        .isEqualTo("unknown-reference [schools, other]");
  }

  @Test
  void what_stands_after_an_unknown_name_stands_after_what_is_known() {
    List<String> known = List.of("id", "name");
    assertThat(told(ProblemCode.RULE_COMPONENT, new UnknownName("nmae", known), "School"))
        .isEqualTo("rule-component.near [nmae, name, School]");
    assertThat(told(ProblemCode.RULE_COMPONENT, new UnknownName("students", known), "School"))
        .isEqualTo("rule-component [students, id, name, School]");
  }

  @Test
  void a_code_without_a_near_form_takes_no_unknown_name() {
    assertThatThrownBy(() -> Problem.of(ProblemCode.DUPLICATE_KEY, AT, new UnknownName("a", List.of("b"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String told(ProblemCode code, Object... arguments) {
    Problem problem = Problem.of(code, AT, arguments);
    return problem.code().text() + " " + problem.arguments();
  }
}
