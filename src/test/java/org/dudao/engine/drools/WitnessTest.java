package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.judge.Check;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two parsers read each rule file, and must have read the same. */
class WitnessTest {
  private static final String PACKAGE = "dudao.rules1";

  private static final String TEXT =
      """
      package dudao;
      import java.util.List;
      import org.dudao.fact.*;
      global org.dudao.engine.Check check;

      // rule "no" when then end
      rule "class-size.count"  /* with end; and "quotes */
          @title( "then, when; end // no /* comment */" )
          @title_en( "rule 'x' #$ { } ( ， \uD83D\uDE00" )
      when
          $bureau : Bureau()
          $limit : Limit( rule == "class-size.count", bearsOn( $bureau ) )
          $large : Limit( id == "class-size.large" ) // end
          $classes : List( size > /* none */ 0 ) from collect(
              SchoolClass( stage == Stage.PRIMARY || ( stage == /* , */ Stage.JUNIOR && id != "c1, ) end" ) ) )
      then
          // check.that( $bureau );
          check.that( $bureau, "largeClasses", /* ; */ check.count( $classes, "students", $large ) ).isAtMost( $limit );
          // end
      end

      rule "class-size.mean"
          @title( "甲" )  @title_en( "A" )
      when
          $school : School()
          $limit : Limit( rule == "class-size.mean", bearsOn( $school ) )
          $cap : Limit( id == "class-size.students" )
          not SchoolClass( school == $school, stage == Stage.SENIOR )
          exists( Case( kind == "COMPLAINT", school == $school ) )
          $held : Number() from accumulate( Case( school == $school ), count() )
          $all : List() from collect( SchoolClass( school == $school, $cap.bearsOn( this ) ) )
      then
          check.that( $school, "mean", $held ).isBelow( $limit );
      end
      """;

  @Test
  void both_have_read_the_same_of_all_that_rules_may_use() {
    assertThat(differences(TEXT, TEXT)).isEmpty();
    assertThat(differences(TEXT.replace("\n", "\r\n"), TEXT)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> both_have_read_the_same_of_every_shipped_file() {
    return Shipped.FILES.rules().stream()
        .map(source -> DynamicTest.dynamicTest(source.name(), () ->
            assertThat(differences(source.utf8(), source.utf8())).isEmpty()));
  }

  /** One part of the text, what we would have had to read in its place, and whose difference it is. */
  private record Other(String part, String other, String told) {}

  private static final String COUNT = "class-size.count at 7:6";
  private static final String MEAN = "class-size.mean at 22:6";

  private static final List<Other> OTHERS =
      List.of(
          new Other("rule \"class-size.count\"", "rule \"class-size.counts\"", "class-size.counts at 7:6"),
          new Other("then, when; end", "then, when, end", COUNT),
          new Other("@title( \"甲\" )", "", MEAN),
          new Other("@title_en( \"A\" )", "@title_en( \"B\" )", MEAN),
          new Other("$bureau : Bureau()", "$bureau : Bureau() Inspection()", COUNT),
          new Other("$cap : Limit( id == \"class-size.students\" )", "", MEAN),
          new Other("$school : School()", "School()", MEAN),
          new Other("$school : School()", "$schools : School()", MEAN),
          new Other("$bureau : Bureau()", "$bureau : School()", COUNT),
          new Other("rule == \"class-size.count\", bearsOn", "bearsOn", COUNT),
          new Other(
              "rule == \"class-size.count\", ", "rule == \"class-size.count\", rule == \"class-size.count\", ", COUNT),
          new Other("bearsOn( $bureau )", "bearsOn( $limit )", COUNT),
          new Other("|| (", "&& (", COUNT),
          new Other(
              "Stage.PRIMARY || ( stage == /* , */ Stage.JUNIOR &&", "Stage.PRIMARY || stage == Stage.JUNIOR || (",
              COUNT),
          new Other("Stage.JUNIOR", "Stage.SENIOR", COUNT),
          new Other("id != ", "id == ", COUNT),
          new Other("c1, ) end", "c1, ) End", COUNT),
          new Other("( size > /* none */ 0 )", "()", COUNT),
          new Other("$all : List()", "$all : List( size > 0 )", MEAN),
          new Other("SchoolClass( stage", "GradeGroup( stage", COUNT),
          new Other("not SchoolClass", "exists SchoolClass", MEAN),
          new Other("not SchoolClass( school == $school, ", "not SchoolClass( ", MEAN),
          new Other("exists( Case", "not( Case", MEAN),
          new Other(
              "exists( Case( kind == \"COMPLAINT\", school == $school ) )",
              "Case( kind == \"COMPLAINT\", school == $school )", MEAN),
          new Other("school == $school ) )\n    $held", "school != $school ) )\n    $held", MEAN),
          new Other("$held : Number()", "$count : Number()", MEAN),
          new Other("accumulate( Case( school == $school )", "accumulate( Case()", MEAN),
          new Other("$cap.bearsOn( this )", "$limit.bearsOn( this )", MEAN),
          new Other("\"largeClasses\"", "\"large\"", COUNT),
          new Other("check.count", "check.share", COUNT),
          new Other("$large )", "$limit )", COUNT),
          new Other("\"mean\", $held", "\"mean\"", MEAN),
          new Other("isBelow", "isAtMost", MEAN),
          new Other("isBelow( $limit )", "isBelow( $cap )", MEAN));

  @TestFactory
  Stream<DynamicTest> what_one_has_read_otherwise_is_told_with_the_rule() {
    return OTHERS.stream()
        .map(one -> DynamicTest.dynamicTest(one.part + " / " + one.other, () -> {
          assertThat(TEXT).contains(one.part);
          String other = TEXT.replaceFirst(Pattern.quote(one.part), Matcher.quoteReplacement(one.other));
          assertThat(differences(other, TEXT))
              .singleElement()
              .satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.RULE_WITNESS);
                assertThat(problem.arguments()).hasSize(3);
                assertThat(problem.arguments().get(1)).isNotEqualTo(problem.arguments().get(2));
                assertThat(problem.arguments().get(0) + " at " + problem.at().line() + ":" + problem.at().column())
                    .isEqualTo(one.told);
              });
        }));
  }

  @Test
  void rules_in_another_order_and_rules_that_only_one_has_read_are_told() {
    int second = TEXT.indexOf("rule \"class-size.mean\"");
    int first = TEXT.indexOf("rule \"class-size.count\"");
    String head = TEXT.substring(0, first);
    String swapped = head + TEXT.substring(second) + TEXT.substring(first, second);
    assertThat(differences(swapped, TEXT)).hasSize(2);
    assertThat(differences(TEXT.substring(0, second), TEXT))
        .extracting(problem -> problem.arguments().get(1).toString()).containsExactly("-");
    assertThat(differences(TEXT, TEXT.substring(0, second)))
        .extracting(problem -> problem.arguments().get(2).toString()).containsExactly("-");
  }

  /** What our grammar has no word for. */
  @Test
  void what_only_the_engine_can_read_is_told() {
    for (String more : List.of(
        "\ndialect \"mvel\"\n", "\nfunction void f() {}\n", "\ndeclare Person name : String end\n",
        "\nquery \"q\" School() end\n",
        "\nimport java.util.Map;\n",
        "\nimport function java.lang.Math.abs;\n", "\nglobal java.util.List list;\n")) {
      String text = TEXT.replace("Check check;\n", "Check check;\n" + more);
      assertThat(differences(TEXT, text)).as(more).isNotEmpty();
    }
    for (String[] other : List.<String[]>of(
        new String[] {"@title( \"甲\" )", "salience 5 @title( \"甲\" )"},
        new String[] {"@title( \"甲\" )", "extends \"class-size.count\" @title( \"甲\" )"},
        new String[] {"@title( \"甲\" )", "@title( \"甲\" ) @Watch( \"x\" )"},
        new String[] {"$bureau : Bureau()", "$bureau : Bureau() from $x"},
        new String[] {"$bureau : Bureau()", "$bureau := Bureau()"},
        new String[] {"$bureau : Bureau()", "( Bureau() or School() )"},
        new String[] {"$bureau : Bureau()", "$bureau : Bureau() eval( true )"},
        new String[] {"$bureau : Bureau()", "$bureau : Bureau( residents > 5 )"},
        new String[] {"$bureau : Bureau()", "$bureau : Bureau( $r : residents )"},
        new String[] {"$bureau : Bureau()", "$bureau : Bureau() over window:length( 5 )"},
        new String[] {"$bureau : Bureau()", "forall( School() Bureau() )"},
        new String[] {"count() )", "sum( 1 ) )"},
        new String[] {"isBelow( $limit );", "isBelow( $limit ); System.exit( 1 );"})) {
      String text = TEXT.replace(other[0], other[1]);
      assertThat(text).isNotEqualTo(TEXT);
      assertThat(differences(TEXT, text)).as(other[1]).isNotEmpty();
    }
  }

  @Test
  void what_the_engine_cannot_read_is_told_without_its_words() {
    assertThat(differences(TEXT, TEXT.replace("when", "whenever")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.arguments()).hasToString("[dudao, -, ?]");
          assertThat(problem.at()).hasToString("class-size.drl:1:9");
        });
  }

  /** As the witness sees it when we have read one text, and the engine another. */
  private static List<Problem> differences(String ours, String theirs) {
    RuleFile file = DrlParser.file("class-size.drl", ours);
    assertThat(file.faults()).isEmpty();
    String compiled =
        theirs
            .replaceFirst("package dudao", "package " + PACKAGE)
            .replace(DrlParser.GLOBAL_TYPE, Check.class.getName());
    return new Witness(file, PACKAGE).differences(compiled);
  }
}
