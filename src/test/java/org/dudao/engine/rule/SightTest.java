package org.dudao.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.RuleFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a rule must see before it may speak: decided by its text alone, and in doubt by all facts. */
class SightTest {
  private static final String THAT = "check.that( $class, \"students\" )";
  private static final String OF_CLASSES = "check.that( $bureau, \"mean\", check.average( $classes, \"students\" ) )";

  private record Row(Sight sight, String when, String then) {}

  private static final List<Row> TABLE =
      List.of(
          // One pattern of a fact, and limits.
          new Row(Sight.ONE, "$class : SchoolClass()", THAT),
          new Row(Sight.ONE, "$class : SchoolClass() $limit : Limit( rule == \"x\", bearsOn( $class ) )", THAT),
          new Row(Sight.ONE, "$class : SchoolClass() $cap : Limit( id == \"x\" )", THAT),
          new Row(Sight.ONE, "$class : SchoolClass() $cap : Limit( id == \"x\", bearsOn( $class ) )", THAT),
          new Row(Sight.ONE, "$cap : Limit( id == \"x\" ) $class : SchoolClass( $cap.bearsOn( this ) )", THAT),

          // Plain categories, whatever the shape.
          new Row(Sight.ONE, "$class : SchoolClass( stage == Stage.PRIMARY )", THAT),
          new Row(Sight.ONE, "$class : SchoolClass( Stage.PRIMARY == stage )", THAT),
          new Row(Sight.ONE, "$class : SchoolClass( stage != Stage.PRIMARY, stage != Stage.JUNIOR )", THAT),
          new Row(
              Sight.ONE,
              "$class : SchoolClass( stage == Stage.PRIMARY || ( stage != Stage.JUNIOR && stage != Stage.SENIOR ) )",
              THAT),
          new Row(Sight.ONE, "$case : Case( kind == \"COMPLAINT\" )", "check.that( $case, \"windows\" )"),
          new Row(Sight.ONE, "$case : Case( \"COMPLAINT\" != kind )", "check.that( $case, \"windows\" )"),

          // Ids, references and other facts tell single facts apart, on either side and however deep.
          new Row(Sight.ALL, "$class : SchoolClass( id == \"c1\" )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass( \"c1\" != id )", THAT),
          new Row(Sight.ALL, "$case : Case( kind == id )", "check.that( $case, \"windows\" )"),
          new Row(Sight.ALL, "$class : SchoolClass( school == school )", THAT),
          new Row(
              Sight.ALL,
              "$class : SchoolClass( stage == Stage.PRIMARY || ( stage == Stage.JUNIOR && id != \"c1\" ) )",
              THAT),
          new Row(Sight.ALL, "$bureau : Bureau() $class : SchoolClass( id == $bureau.id )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() $cap : Limit( id == \"x\", $class.stage == Stage.PRIMARY )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() $cap : Limit( $class == $class )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() $cap : Limit( id == rule )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass( $class.stage == Stage.PRIMARY )", THAT),
          new Row(
              Sight.ALL,
              "$bureau : Bureau() $classes : List() from collect( SchoolClass( id == \"c1\" ) )",
              OF_CLASSES),

          // A second fact beside the first: every one meets every other one.
          new Row(Sight.ALL, "$school : School() $class : SchoolClass( school == $school )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() $other : SchoolClass( stage == Stage.PRIMARY )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() Inspection()", THAT),
          new Row(Sight.ALL, "$classes : List() from collect( SchoolClass() ) $bureau : Bureau()", OF_CLASSES),

          // Whether there are facts, and how many.
          new Row(Sight.ALL, "$class : SchoolClass() not Case()", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() not( Case( kind == \"COMPLAINT\" ) )", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() exists Case()", THAT),
          new Row(Sight.ALL, "$class : SchoolClass() not Limit( id == \"x\" )", THAT),
          new Row(
              Sight.ALL,
              "$bureau : Bureau() $n : Number() from accumulate( SchoolClass(), count() )",
              "check.that( $bureau, \"n\", $n )"),

          // What is collected by categories is collected by scopes.
          new Row(Sight.SCOPES, "$bureau : Bureau() $classes : List() from collect( SchoolClass() )", OF_CLASSES),
          new Row(
              Sight.SCOPES,
              "$bureau : Bureau() $classes : List() from collect( SchoolClass( stage != Stage.PRIMARY ) )",
              OF_CLASSES),
          new Row(
              Sight.SCOPES,
              "$bureau : Bureau() $cap : Limit( id == \"x\" ) "
                  + "$classes : List() from collect( SchoolClass( $cap.bearsOn( this ) ) )",
              OF_CLASSES),
          new Row(
              Sight.SCOPES,
              "$bureau : Bureau() $classes : List( size > 0 ) from collect( SchoolClass() )",
              OF_CLASSES),
          new Row(
              Sight.SCOPES,
              "$bureau : Bureau() $classes : List() from collect( SchoolClass() ) "
                  + "$more : List() from collect( School() )",
              OF_CLASSES),
          new Row(
              Sight.ALL,
              "$school : School() $classes : List() from collect( SchoolClass( school == $school ) )",
              "check.that( $school, \"mean\", check.average( $classes, \"students\" ) )"),

          // That there are some is learned from those alone that the sentence counts.
          new Row(
              Sight.ALL,
              "$bureau : Bureau() $classes : List( size > 0 ) from collect( SchoolClass() )",
              "check.that( $bureau, \"schoolCount\" )"),
          new Row(
              Sight.ALL,
              "$bureau : Bureau() List( size > 0 ) from collect( SchoolClass() )",
              "check.that( $bureau, \"schoolCount\" )"),
          new Row(
              Sight.ALL,
              "$bureau : Bureau() $some : List( size > 0 ) from collect( School() ) "
                  + "$classes : List() from collect( SchoolClass() )",
              OF_CLASSES),
          new Row(
              Sight.ALL,
              "$bureau : Bureau() $some : List( size > 0 ) from collect( School() ) "
                  + "$classes : List( size > 0 ) from collect( SchoolClass() )",
              OF_CLASSES));

  @TestFactory
  Stream<DynamicTest> the_sight_of_a_rule_is_that_of_the_table() {
    return TABLE.stream()
        .map(row -> DynamicTest.dynamicTest(row.sight + ": " + row.when + " " + row.then, () -> {
          RuleDeclaration rule = rule(row);
          assertThat(rule.fault()).isNull();
          assertThat(Sight.of(rule.conditions(), rule.sentence())).isEqualTo(row.sight);
        }));
  }

  private static RuleDeclaration rule(Row row) {
    RuleFile file =
        DrlParser.file(
            "sight.drl",
            "package dudao import java.util.List import org.dudao.fact.* global " + DrlParser.GLOBAL_TYPE + " check\n"
                + "rule \"sight.x\" when " + row.when + " then " + row.then + ".isAtMost( $limit ); end");
    assertThat(file.faults()).isEmpty();
    return file.rules().get(0);
  }
}
