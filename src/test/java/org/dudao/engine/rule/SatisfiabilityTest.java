package org.dudao.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.fact.Condition;
import org.dudao.fact.Facts;
import org.dudao.fact.Measures;
import org.dudao.fact.Ownership;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.SchoolType;
import org.dudao.fact.Setting;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.junit.jupiter.api.Test;

/** What is said to be impossible is so for every fact that there can be, and nothing else is. */
class SatisfiabilityTest {
  private static final Map<String, Condition.Word> WORDS = Condition.Word.all(Shipped.CODES);
  private static final Facts FACTS =
      Shipped.facts(
          """
          {"bureau": {"id": "b", "region": "CN-430203", "level": "COUNTY"}, "asOf": "2024-06-30",
           "schools": [{"id": "s", "type": "211"}], "classes": [{"id": "c", "school": "s", "stage": "PRIMARY"}]}
          """
              .getBytes(StandardCharsets.UTF_8));
  private static final int[] NUMBERS = {0, 1, 2, 3, 4, 5};

  @Test
  void a_scope_is_possible_for_schools_where_one_of_them_all_is_in_it() {
    List<Subject> schools = schools();
    List<String> words =
        List.of(
            "primary", "junior", "senior", "nine-year", "teaching-point", "special", "rural", "town", "public",
            "central");
    compare(words, "students", School.class, schools, 600);
  }

  @Test
  void a_scope_is_possible_for_classes_where_one_of_them_all_is_in_it() {
    List<Subject> classes = new ArrayList<>();
    for (Subject school : schools()) {
      for (Stage stage : Stage.values()) {
        for (int students : NUMBERS) {
          classes.add(with(FACTS.of(SchoolClass.class).get(0), "school", school, "stage", stage, "students", students));
        }
      }
    }
    List<String> words =
        List.of("primary", "junior", "kindergarten", "special", "nine-year", "rural", "public", "central");
    compare(words, "students", SchoolClass.class, classes, 150);
  }

  private static void compare(
      List<String> words, String measure, Class<? extends Subject> type, List<Subject> all, int rounds) {
    Random random = new Random(7);
    int possible = 0;
    for (int round = 0; round < rounds; round++) {
      List<Condition> parts = new ArrayList<>();
      for (int part = random.nextInt(8); part >= 0; part--) {
        parts.add(part(words, measure, random));
      }
      Condition condition = new Condition.All(parts);
      boolean isPossible = all.stream().anyMatch(fact -> condition.on(fact) == Truth.YES);
      assertThat(Satisfiability.isPossible(condition, type)).as(condition::toString).isEqualTo(isPossible);
      possible += isPossible ? 1 : 0;
    }
    assertThat(possible).isBetween(rounds / 10, rounds * 9 / 10);
  }

  private static Condition part(List<String> words, String measure, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Condition.Not(leaf(words, measure, random));
      case 1, 2 -> new Condition.Any(
          List.of(leaf(words, measure, random), new Condition.Not(leaf(words, measure, random))));
      case 3 -> new Condition.Any(List.of(leaf(words, measure, random), leaf(words, measure, random)));
      default -> leaf(words, measure, random);
    };
  }

  private static Condition leaf(List<String> words, String measure, Random random) {
    if (random.nextInt(4) > 0) {
      return WORDS.get(words.get(random.nextInt(words.size())));
    }
    Condition.Operator[] operators = Condition.Operator.values();
    // No fact has fewer than none, and more than five is more than four.
    return new Condition.Comparison(
        measure, operators[random.nextInt(operators.length)], Quantity.of(random.nextInt(5)));
  }

  /** Schools of all types and settings, with few pupils, which say whatever a condition may ask of them. */
  private static List<Subject> schools() {
    List<Subject> schools = new ArrayList<>();
    for (SchoolType type : SchoolType.values()) {
      for (Setting setting : Setting.values()) {
        for (Ownership ownership : Ownership.values()) {
          for (boolean central : new boolean[] {true, false}) {
            for (int students : NUMBERS) {
              schools.add(
                  with(
                      FACTS.of(School.class).get(0), "type", type, "setting", setting, "ownership", ownership,
                      "central", central, "students", students));
            }
          }
        }
      }
    }
    return schools;
  }

  private static Subject with(Subject fact, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Measures.with(fact, values);
  }
}
