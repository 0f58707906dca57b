package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.dudao.Shipped;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table or a rule file with faults in every row tells some of them, and how many there are in all. */
class ProblemListTest {
  private static final int MOST = InputBounds.USUAL.faults();
  private static final int MANY = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void each_file_tells_its_first_and_counts_the_others_whatever_way_they_come(long seed) {
    Random random = new Random(seed);
    ProblemList parts = new ProblemList();
    ProblemList problems = new ProblemList();
    Map<String, Long> all = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      Origin at = new Origin("f" + random.nextInt(1 + random.nextInt(9)), "", i, 1);
      all.merge(at.file(), 1L, Long::sum);
      switch (random.nextInt(3)) {
        case 0 -> problems.add(ProblemCode.BLANK, at);
        case 1 -> problems.add(Problem.of(ProblemCode.BLANK, at));
        default -> parts.add(ProblemCode.NULL, at);
      }
    }
    problems.addAll(List.copyOf(parts));
    all.forEach((file, count) -> {
      List<Problem> of = problems.stream().filter(problem -> problem.at().file().equals(file)).toList();
      assertThat(of.stream().mapToLong(Problem::places).sum()).isEqualTo(count);
      assertThat(of).hasSizeLessThanOrEqualTo(MOST + 1);
    });
  }

  @Test
  void rows_without_a_day_are_counted() {
    requireCounted(
        MANY,
        () -> new LimitReader(Shipped.CODES).read(
            limits(i -> row("x" + i, "class-size.students", "2012-13-" + i))));
  }

  /** Compared with each other they would be two hundred million pairs. */
  @Test
  void rows_that_are_all_the_same_are_counted() {
    requireCounted(
        MANY - 1, () -> new LimitReader(Shipped.CODES).read(limits(i -> row("x", "class-size.students", "2012-01-01"))));
  }

  @Test
  void codes_are_counted() {
    // Of each its list, its code and its title.
    requireCounted(
        3 * MANY,
        () -> new CodeReader().read(
            table("cn/x.csv", "list,code,title,title_en", i -> "nolist" + i + ",bad " + i % 2 + ",,")));
  }

  @Test
  void days_of_a_calendar_are_counted() {
    requireCounted(
        MANY - 1,
        () -> new CalendarReader().read(
            table(
                "calendars/cn.csv", "kind,from,to,name,document",
                i -> i == 0 ? "weekend,2000-01-01,,Sunday,D" : "holiday,2024-13-0" + i + ",2024-01-01,,D")));
  }

  @Test
  void rules_are_counted() {
    String rules = IntStream.range(0, 2_000)
        .mapToObj(i ->
            "rule \"x.r" + i + "\"\nwhen\n $c : SchoolClas()\nthen\n check.that( $c, \"students\" );\nend\n")
        .collect(Collectors.joining());
    String text = "package dudao;\nimport org.dudao.fact.*;\nglobal org.dudao.engine.Check check;\n" + rules;
    // Of each its name, its fact and its sentence.
    requireCounted(
        3 * 2_000,
        () -> RuleBase.of(
            List.of(new Source("x.drl", "cn/x.drl", text.getBytes(StandardCharsets.UTF_8))), Shipped.CODES));
  }

  private static void requireCounted(long places, ThrowableAssert.ThrowingCallable reading) {
    List<Problem> problems = catchThrowableOfType(InputException.class, reading).problems();
    assertThat(problems).hasSizeLessThanOrEqualTo(MOST + 1);
    assertThat(problems.stream().mapToLong(Problem::places).sum()).isEqualTo(places);
  }

  private static List<Source> limits(IntFunction<String> row) {
    return table("cn/x.csv", "id,rule,applies_to,value,unit,level,from,title,document,clause,authority", row);
  }

  private static String row(String id, String rule, String from) {
    return "x." + id + "," + rule + ",primary,45,students,should," + from + ",T,D,1,standard";
  }

  private static List<Source> table(String path, String header, IntFunction<String> row) {
    String rows = IntStream.range(0, MANY).mapToObj(row).collect(Collectors.joining("\n"));
    return List.of(new Source("x.csv", path, (header + "\n" + rows).getBytes(StandardCharsets.UTF_8)));
  }
}
