package org.dudao.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.drl.DrlParser;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Problem;
import org.dudao.fact.Stage;
import org.dudao.fact.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What no fact meets and what every fact meets is refused, however it is written; all else is not. */
class EmptinessTest {
  private static final String ALL_STAGES =
      Stream.of(Stage.values()).map(stage -> "stage == Stage." + stage).collect(Collectors.joining(" || "));

  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry("stage == Stage.PRIMARY, Stage.JUNIOR == stage", "rule-contradiction [stage]"),
          Map.entry("stage == Stage.PRIMARY, stage != Stage.PRIMARY", "rule-contradiction [stage]"),
          Map.entry("stage != stage", "rule-contradiction [stage]"),
          Map.entry(
              "( stage == Stage.PRIMARY || stage == Stage.JUNIOR ) && stage == Stage.SENIOR",
              "rule-contradiction [stage]"),
          Map.entry(
              "stage == Stage.PRIMARY || stage == Stage.JUNIOR, stage == Stage.SENIOR", "rule-contradiction [stage]"),
          Map.entry(
              "stage == Stage.PRIMARY || ( stage == Stage.JUNIOR && stage == Stage.SENIOR )",
              "rule-contradiction [stage]"),
          Map.entry("stage == $other.stage, stage != $other.stage", "rule-contradiction [stage, $other.stage]"),
          Map.entry(
              "stage == $other.stage, stage == Stage.PRIMARY, $other.stage == Stage.JUNIOR",
              "rule-contradiction [$other.stage]"),
          Map.entry("school == $school, school != $school", "rule-contradiction [school, $school]"),
          Map.entry(
              "school == $school, $school == $other.school, $other.school != school",
              "rule-contradiction [$other.school, school]"),
          Map.entry("$fact.stage == Stage.PRIMARY, stage == Stage.JUNIOR", "rule-contradiction [stage]"),
          Map.entry("$fact.school != school", "rule-contradiction [$fact.school, school]"),
          Map.entry("id == \"c1\", id == \"c2\"", "rule-contradiction [id]"),
          Map.entry("id == \"c1\", \"c1\" != id", "rule-contradiction [id]"),
          Map.entry("$cap.bearsOn( this ), stage != stage", "rule-contradiction [stage]"),
          Map.entry("stage == stage", "rule-excludes-nothing [stage]"),
          Map.entry("school == school", "rule-excludes-nothing [school]"),
          Map.entry("stage != Stage.PRIMARY || Stage.JUNIOR != stage", "rule-excludes-nothing [stage]"),
          Map.entry("stage == Stage.PRIMARY || stage != Stage.PRIMARY", "rule-excludes-nothing [stage]"),
          Map.entry("stage == Stage.PRIMARY, ( id == \"c1\" || id != \"c1\" )", "rule-excludes-nothing [id]"),
          Map.entry("school == $school || school != $school", "rule-excludes-nothing [school, $school]"),
          Map.entry(ALL_STAGES, "rule-excludes-nothing [stage]"),

          Map.entry("", ""),
          Map.entry("stage == Stage.PRIMARY", ""),
          Map.entry("stage == Stage.PRIMARY, stage == Stage.PRIMARY", ""),
          Map.entry("stage == Stage.PRIMARY, stage != Stage.JUNIOR", ""),
          Map.entry("stage != Stage.PRIMARY, stage != Stage.JUNIOR", ""),
          Map.entry("( stage == Stage.PRIMARY || stage == Stage.JUNIOR ), stage == Stage.PRIMARY", ""),
          Map.entry("stage == Stage.PRIMARY && id == \"c1\" || stage == Stage.JUNIOR && id != \"c1\"", ""),
          Map.entry("id != \"c1\", id != \"c2\"", ""),
          Map.entry("id == \"c1\" || id == \"c2\"", ""),
          Map.entry("id == \"Other[of=id]\"", ""),
          Map.entry("id == $other.id, id != $school.id", ""),
          Map.entry("school == $school, $other.school == $school", ""),
          Map.entry("$other.school == school, school != $school", "rule-contradiction [school, $school]"),
          Map.entry("$cap.bearsOn( this ) || stage == Stage.PRIMARY", ""),
          Map.entry("$cap.bearsOn( this ), $second.bearsOn( this )", ""));

  @TestFactory
  Stream<DynamicTest> what_is_told_of_a_condition_is_that_of_the_table() {
    return TABLE.entrySet().stream()
        .map(row -> DynamicTest.dynamicTest("( " + row.getKey() + " )", () ->
            assertThat(told("SchoolClass( " + row.getKey() + " )", Shipped.CODES)).isEqualTo(row.getValue())));
  }

  private static final String PRIMARY = " $primary : SchoolClass( school == $school, stage == Stage.PRIMARY ) ";

  /** Patterns before, a pattern, and what is told of it beside them. */
  private static final List<List<String>> BESIDE =
      List.of(
          List.of(PRIMARY, "stage == $primary.stage, stage == Stage.JUNIOR", "rule-contradiction [stage]"),
          List.of(PRIMARY, "$primary.stage == Stage.JUNIOR, school == $school", "rule-contradiction [$primary.stage]"),
          List.of(
              PRIMARY + "SchoolClass( school == $school, stage == $primary.stage, stage != Stage.SENIOR )"
                  + " $next : SchoolClass( stage == $primary.stage )",
              "stage == $next.stage, stage != Stage.PRIMARY", "rule-contradiction [stage]"),
          List.of(
              PRIMARY + "$next : SchoolClass( stage == Stage.JUNIOR, school == $school )",
              "$next.stage == $primary.stage, school == $school", "rule-contradiction [$next.stage, $primary.stage]"),
          List.of(PRIMARY, "school == $primary.school, school != $school", "rule-contradiction [school, $school]"),
          List.of(PRIMARY + "exists SchoolClass( stage == $primary.stage, school == $school )",
              "stage == $primary.stage, stage == Stage.SENIOR", "rule-contradiction [stage]"),

          List.of(PRIMARY, "stage == $primary.stage, stage == Stage.PRIMARY", ""),
          // Classes whose school was not reported have the same one, which is none.
          List.of("$loose : SchoolClass( id == $school.id )", "school == $loose.school, school != $school", ""),
          List.of(PRIMARY, "school == $school, stage == Stage.JUNIOR", ""),
          List.of(PRIMARY, "school == $primary.school, ( stage == $primary.stage || stage == Stage.JUNIOR )", ""),
          List.of(PRIMARY, "school == $school, id != $primary.id", ""),
          List.of(
              "$any : SchoolClass( school == $school, stage == Stage.PRIMARY || id == \"c1\" )",
              "school == $school, stage == $any.stage, stage == Stage.JUNIOR", ""),
          List.of(
              "exists SchoolClass( school == $school, stage == Stage.PRIMARY )",
              "school == $school, stage == Stage.JUNIOR", ""),
          List.of(
              "$a : SchoolClass( school == $school ) SchoolClass( school == $school, stage == Stage.PRIMARY )",
              "school == $school, stage == $a.stage, stage == Stage.JUNIOR", ""));

  @TestFactory
  Stream<DynamicTest> patterns_are_judged_beside_those_before_them() {
    return BESIDE.stream()
        .map(row -> DynamicTest.dynamicTest(row.get(0) + "( " + row.get(1) + " )", () ->
            assertThat(told("SchoolClass( " + row.get(1) + " )", Shipped.CODES, row.get(0))).isEqualTo(row.get(2))));
  }

  @Test
  void codes_are_those_of_the_list() {
    Codes codes = new Codes(Map.of(CodeList.CASE, Map.of("A", new Text("甲", "A"), "B", new Text("乙", "B"))));
    assertThat(told("Case( kind == \"A\" )", codes)).isEmpty();
    assertThat(told("Case( kind != \"A\" )", codes)).isEmpty();
    assertThat(told("Case( kind != \"A\", kind != \"B\" )", codes)).isEqualTo("rule-contradiction [kind]");
    assertThat(told("Case( kind == \"A\" || kind == \"B\" )", codes)).isEqualTo("rule-excludes-nothing [kind]");
    assertThat(told("Case( id == kind, kind == \"A\", id == \"B\" )", codes)).isEqualTo("rule-contradiction [id]");
    assertThat(told("Case( id == kind, kind == \"A\", id == \"A\" )", codes)).isEmpty();
    assertThat(told("Case( id != kind )", Codes.NONE)).as("no case can be reported")
        .isEqualTo("rule-contradiction [id, kind]");
  }

  /** The types of nine schools, compared in a circle, have more combinations than are tried. */
  @Test
  void what_is_too_much_to_try_is_not_refused() {
    String circle =
        IntStream.range(0, 9)
            .mapToObj(i -> "id == \"c" + i + "\" || $s" + i + ".type == $s" + (i + 1) % 9 + ".type")
            .collect(Collectors.joining(", "));
    String schools = IntStream.range(0, 9).mapToObj(i -> "$s" + i + " : School()").collect(Collectors.joining(" "));
    assertThat(told("SchoolClass( " + circle + ", stage != stage )", Shipped.CODES, schools)).isEmpty();
  }

  private static String told(String pattern, Codes codes) {
    return told(pattern, codes, "");
  }

  /** The problem of these kinds that is told of a rule with that pattern. */
  private static String told(String pattern, Codes codes, String before) {
    String text =
        "package dudao import org.dudao.fact.* global " + DrlParser.GLOBAL_TYPE + " check\n"
            + "rule \"probe.x\" @title( \"甲\" ) @title_en( \"A\" )"
            + " when $school : School() $other : SchoolClass( school == $school )"
            + " $cap : Limit( id == \"x\" ) $second : Limit( id == \"y\" ) " + before + " $fact : " + pattern
            + " $limit : Limit( rule == \"probe.x\", bearsOn( $fact ) )"
            + " then check.that( $fact, \"students\" ).isAtMost( $limit ); end";
    List<Problem> problems = new ArrayList<>();
    new SemanticAnalyzer(codes, "probe").rules(DrlParser.file("probe.drl", text), problems);
    return problems.stream()
        .filter(problem -> List.of("rule-contradiction", "rule-excludes-nothing").contains(problem.code().text()))
        .map(problem -> problem.code().text() + " " + problem.arguments())
        .collect(Collectors.joining("\n"));
  }
}
