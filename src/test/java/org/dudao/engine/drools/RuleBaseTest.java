package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.Broken;
import org.dudao.Shipped;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.engine.rule.Sight;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kie.api.KieBase;

/** The grammar of rule files: all that it needs to hold, and nothing besides, told with its place. */
class RuleBaseTest {
  private static final String HEADER =
      """
      package dudao;

      import java.util.List;
      import org.dudao.fact.*;
      global org.dudao.engine.Check check;

      """;

  private static final String RULE =
      """
      rule "class-size.students"
          @title( "班额" )  @title_en( "Class size" )
      when
          $class : SchoolClass()
          $limit : Limit( rule == "class-size.students", bearsOn( $class ) )
      then
          check.that( $class, "students" ).isAtMost( $limit );
      end
      """;

  /** Also that none of them comes as far as the engine's own compiler, whose answers have no usable place. */
  @TestFactory
  List<DynamicTest> every_broken_rule_file_is_refused_where_it_is_broken() {
    return Broken.tests(
        "broken-rules", ".*\\.drl",
        file -> RuleBase.of(List.of(Broken.source(file, "cn/class-size.drl")), Shipped.CODES));
  }

  @Test
  void every_construct_that_rules_may_use_is_accepted_and_compiled() throws InputException {
    String text = HEADER + RULE
        + """
        // A comment with end, rule "x" and ， in it.
        rule "class-size.count"  /* and another */
            @title( "中文'“标题”" )
            @title_en( "then end { } #" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "class-size.count", bearsOn( $bureau ) )
            $large : Limit( id == "class-size.large" )
            $classes : List( size > 0 ) from collect(
                SchoolClass( stage == Stage.PRIMARY || ( stage == Stage.JUNIOR && id != "c1" ) ) )
        then
            check.that( $bureau, "largeClasses", check.count( $classes, "students", $large ) ).isAtMost( $limit );
        end

        rule "class-size.mean"
            @title( "甲" )  @title_en( "A" )
        when
            $school : School()
            $limit : Limit( rule == "class-size.mean", bearsOn( $school ) )
            $cap : Limit( id == "class-size.students" )
            not SchoolClass( school == $school, stage == Stage.SENIOR )
            exists( Case( kind == "COMPLAINT", school == $school, id != kind ) )
            $classes : List() from collect( SchoolClass( school == $school, $cap.bearsOn( this ) ) )
        then
            check.that( $school, "mean", check.average( $classes, "studentsPerStaff" ) ).isBelow( $limit );
        end

        rule "class-size.visits"
            @title( "乙" )  @title_en( "B" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "class-size.visits", bearsOn( $bureau ) )
            $held : Number() from accumulate( Inspection(), count() )
        then
            check.that( $bureau, "visits", $held ).isAtLeast( $limit );
        end

        rule "class-size.time"
            @title( "丙" )  @title_en( "C" )
        when
            $step : Step()
            $limit : Limit( rule == "class-size.time", bearsOn( $step ) )
        then
            check.period( $step, "started", "ended" ).lastsAtLeast( $limit );
        end

        rule "class-size.since"
            @title( "丁" )  @title_en( "D" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "class-size.since", bearsOn( $bureau ) )
        then
            check.since( $bureau, "lastInspected" ).isWithin( $limit );
        end

        rule "class-size.claim"
            @title( "戊" )  @title_en( "E" )
        when
            $claim : Claim( relation != Relation.ORDER )
            $limit : Limit( rule == "class-size.claim", bearsOn( $claim ) )
        then
            check.claim( $claim ).follows( $limit );
        end

        rule "class-size.items"
            @title( "己" )  @title_en( "F" )
        when
            $list : Checklist()
            $limit : Limit( rule == "class-size.items", bearsOn( $list ) )
        then
            check.that( $list, "items" ).hasAll( $limit );
        end
        """;
    RuleBase rules = rules(text);
    assertThat(rules.rules()).hasSize(8);
    assertThat(names(rules)).containsExactlyInAnyOrderElementsOf(rules.rules().keySet());
    assertThat(names(base(rules, Sight.ALL))).as("those that look at more than one fact at a time")
        .containsExactlyInAnyOrder("class-size.count", "class-size.mean", "class-size.visits");
  }

  @Test
  void byte_order_mark_and_windows_line_ends_change_nothing() throws InputException {
    assertThat(rules("\uFEFF" + (HEADER + RULE).replace("\n", "\r\n")).rules()).containsKey("class-size.students");
  }

  /** For Java a line ends with a lone carriage return, and with it a comment: what follows would be read by one and not by the other. */
  @Test
  void a_lone_carriage_return_is_refused_wherever_it_stands() {
    for (String place : List.of("// Comment\r\n", "@title( \"班额\" )", "check.that( $class, \"students\" )")) {
      String text = (HEADER + "// Comment\r\n" + RULE).replace(place, place.strip() + "\r System.exit( 1 );\n");
      assertThat(faults(text)).as(place).hasSize(1).allMatch(fault -> fault.code().text().startsWith("rule-sign"));
    }
    assertThat(faults((HEADER + RULE).replace("班额", "班\r额"))).hasSize(1);
  }

  @Test
  void a_control_character_is_refused() {
    assertThat(faults((HEADER + RULE).replace("when", "\0when")))
        .extracting(Problem::code)
        .containsExactly(ProblemCode.RULE_SIGN);
    assertThat(faults((HEADER + RULE).replace("班额", "班\0额"))).hasSize(1);
  }

  @Test
  void brackets_without_end_are_a_fault_and_no_crash() {
    String deep = "(".repeat(100_000) + "stage == Stage.PRIMARY" + ")".repeat(100_000);
    assertThat(faults((HEADER + RULE).replace("SchoolClass()", "SchoolClass( " + deep + " )"))).isNotEmpty();
  }

  @Test
  void a_fault_in_one_rule_hides_none_in_the_next() {
    String other = RULE.replace("class-size.students", "class-size.floor");
    assertThat(faults(HEADER + RULE.replace("Class()", "Clas()") + other.replace("isAtMost", "isAtmost")))
        .extracting(fault -> fault.code().text() + " " + fault.at().line())
        .containsExactly("rule-type.near 10", "rule-relation.near 21");
  }

  @Test
  void two_books_of_rules_do_not_see_each_other() throws InputException {
    RuleBase one = rules(HEADER + RULE);
    RuleBase other = rules(HEADER + RULE.replace("class-size.students", "class-size.floor"));
    assertThat(names(one)).containsExactly("class-size.students");
    assertThat(names(other)).containsExactly("class-size.floor");
  }

  @Test
  void a_file_that_is_not_utf8_is_refused() {
    assertThatThrownBy(() -> RuleBase.of(
            List.of(new Source("x.drl", "cn/class-size.drl", (HEADER + RULE).getBytes(Charset.forName("GB18030")))),
            Shipped.CODES))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(ProblemCode.NOT_UTF8));
  }

  /** The types of patterns are looked up before it comes to that. */
  @Test
  void what_only_the_engine_refuses_is_told_with_its_file_and_without_its_words() {
    String text = (HEADER + RULE).replace("SchoolClass()", "SchoolClas()");
    Source source = new Source("class-size.drl", "cn/class-size.drl", text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> CompiledRules.compiled(source, text))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(Broken.told(e.problems())).isEqualTo("class-size.drl:1:9 rule-compile []\n"));
  }

  private static List<String> names(RuleBase rules) {
    return Stream.of(Sight.values()).flatMap(sight -> names(base(rules, sight)).stream()).toList();
  }

  private static KieBase base(RuleBase rules, Sight sight) {
    return rules.executable(rules.rules().values().stream().filter(rule -> rule.sight() == sight).toList()).base();
  }

  private static List<String> names(KieBase base) {
    return base.getKiePackages().stream().flatMap(one -> one.getRules().stream()).map(rule -> rule.getName()).toList();
  }

  private static RuleBase rules(String text) throws InputException {
    return RuleBase.of(
        List.of(new Source("class-size.drl", "cn/class-size.drl", text.getBytes(StandardCharsets.UTF_8))), Shipped.CODES);
  }

  private static List<Problem> faults(String text) {
    List<Problem> problems = new ArrayList<>();
    new SemanticAnalyzer(Shipped.CODES, "class-size").rules(DrlParser.file("class-size.drl", text), problems);
    return problems;
  }
}
