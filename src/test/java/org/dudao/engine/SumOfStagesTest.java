package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.fact.Quantity;
import org.dudao.fact.Stage;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A school of several stages owes what all its stages owe together, however its pupils are told. */
class SumOfStagesTest {
  private static final int TIMES = 60;
  private static final String REGION = "US-XX";
  private static final Map<String, List<Stage>> TYPES =
      Map.of(
          "211", List.of(Stage.PRIMARY), "342", List.of(Stage.SENIOR),
          "312", List.of(Stage.PRIMARY, Stage.JUNIOR), "341", List.of(Stage.JUNIOR, Stage.SENIOR),
          "345", List.of(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR));

  static IntStream seeds() {
    return IntStream.range(0, TIMES);
  }

  /** What is owed: pupils for each of something, or something for each pupil. */
  private enum Kind {
    STAFF("staffing.students-per-staff", "students per staff", "staff", true),
    BOOKS("premises.books-per-student", "books/student", "books", false);

    private final String rule;
    private final String unit;
    private final String thing;
    private final boolean isOfPupils;

    Kind(String rule, String unit, String thing, boolean isOfPupils) {
      this.rule = rule;
      this.unit = unit;
      this.thing = thing;
      this.isOfPupils = isOfPupils;
    }

    private String row(String stage, String value) {
      return "us-xx: %s.%s, %s, %s, %s, %s, must, 2020-01-01"
          .formatted(rule.substring(0, rule.indexOf('.')), stage, rule, stage, value, unit);
    }

    /** Whether so much is enough for so many pupils of each stage. */
    private boolean isEnough(int has, Map<Stage, Integer> pupils, Map<Stage, String> limits) {
      Quantity owed = Quantity.ZERO;
      for (Map.Entry<Stage, Integer> one : pupils.entrySet()) {
        if (limits.containsKey(one.getKey())) {
          Quantity limit = Quantity.of(new BigDecimal(limits.get(one.getKey())));
          Quantity many = Quantity.of(one.getValue());
          owed = owed.plus(isOfPupils ? many.dividedBy(limit) : many.times(limit));
        }
      }
      return Quantity.of(has).compareTo(owed) >= 0;
    }
  }

  private static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  private static Outcome outcome(Kind kind, Map<Stage, String> limits, String school) {
    String[] rows =
        limits.entrySet().stream().map(one -> kind.row(word(one.getKey()), one.getValue())).toArray(String[]::new);
    List<Finding> findings =
        World.checker(rows).check(World.facts(REGION, "2024-06-30", "\"schools\": [" + school + "]")).findings();
    Set<Outcome> outcomes = findings.stream().map(Finding::outcome).collect(Collectors.toSet());
    assertThat(outcomes).as(school).hasSizeLessThanOrEqualTo(1);
    return outcomes.stream().findFirst().orElse(null);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_division_of_the_pupils_that_may_be_is_judged(int seed) {
    Random random = new Random(seed);
    Kind kind = Kind.values()[seed % 2];
    String type = new ArrayList<>(new TreeSet<>(TYPES.keySet())).get(random.nextInt(TYPES.size()));
    List<Stage> stages = TYPES.get(type);
    Map<Stage, String> limits = new EnumMap<>(Stage.class);
    for (Stage stage : stages) {
      if (random.nextInt(5) > 0) {
        limits.put(stage, String.valueOf(2 + random.nextInt(8)));
      }
    }
    if (limits.isEmpty()) {
      limits.put(stages.get(0), "4");
    }
    Map<Stage, Integer> pupils = new LinkedHashMap<>();
    stages.forEach(stage -> pupils.put(stage, 1 + random.nextInt(12)));
    int all = pupils.values().stream().mapToInt(Integer::intValue).sum();
    int has = kind.isOfPupils ? 1 + random.nextInt(8) : random.nextInt(9 * all);
    Set<Stage> told = stages.stream().filter(stage -> random.nextBoolean()).collect(Collectors.toSet());
    if (stages.size() == 1) {
      told.clear();
    }
    String school =
        "{\"id\": \"s\", \"type\": \"%s\", \"students\": %d, \"%s\": %d%s}".formatted(
            type, all, kind.thing, has,
            told.stream().map(stage -> ", \"" + word(stage) + "Students\": " + pupils.get(stage)).sorted()
                .collect(Collectors.joining()));
    Set<Boolean> enough = new HashSet<>();
    divisions(stages, told, pupils, all).forEach(one -> enough.add(kind.isEnough(has, one, limits)));
    Outcome expected = enough.size() > 1 ? Outcome.UNKNOWN : enough.contains(true) ? Outcome.PASS : Outcome.FAIL;
    assertThat(outcome(kind, limits, school)).as("%s by %s", school, limits).isEqualTo(expected);
  }

  /** All ways in which the pupils may be of these stages. */
  private static Stream<Map<Stage, Integer>> divisions(
      List<Stage> stages, Set<Stage> told, Map<Stage, Integer> pupils, int all) {
    if (stages.isEmpty()) {
      return all == 0 ? Stream.of(new EnumMap<>(Stage.class)) : Stream.of();
    }
    Stage first = stages.get(0);
    IntStream sizes = told.contains(first) ? IntStream.of(pupils.get(first)) : IntStream.rangeClosed(0, all);
    return sizes.filter(size -> size <= all).boxed().flatMap(size ->
        divisions(stages.subList(1, stages.size()), told, pupils, all - size).map(rest -> {
          Map<Stage, Integer> one = new EnumMap<>(rest.isEmpty() ? new EnumMap<>(Stage.class) : rest);
          one.put(first, size);
          return one;
        }));
  }

  @Test
  void the_sum_is_told_as_the_limit_of_the_mean_pupil() {
    Finding finding =
        World.checker(Kind.STAFF.row("primary", "19"), Kind.STAFF.row("junior", "13.5"))
            .check(World.facts(
                REGION, "2024-06-30",
                "\"schools\": [{\"id\": \"s\", \"type\": \"312\", \"students\": 1000, \"primaryStudents\": 500,"
                    + " \"juniorStudents\": 500, \"staff\": 63}]"))
            .findings().get(0);
    // 500/19 + 500/13.5 = 63.35 members of staff.
    assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(finding.limit().text()).startsWith("15.78");
    assertThat(finding.remarks()).hasSize(2);
  }
}
