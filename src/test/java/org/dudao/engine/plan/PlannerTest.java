package org.dudao.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.dudao.cases.TestCase;
import org.dudao.engine.Cases;
import org.dudao.engine.Checker;
import org.dudao.engine.Probe;
import org.dudao.engine.World;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.load.InputException;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;

/** What was learned from one bureau is not said of another that differs from it in anything that decides. */
class PlannerTest {
  private static final String ONE_CLASS =
      "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"grade\": 1, \"students\": 60}]";

  @Test
  void a_fact_is_told_apart_by_every_limit_that_is_asked_for_whom_it_is() throws InputException {
    compare(
        Probe.STUDENTS
            + """
            rule "probe.both"
                @title( "乙" )  @title_en( "B" )
            when
                $class : SchoolClass()
                $limit : Limit( rule == "probe.both", bearsOn( $class ) )
                $other : Limit( id == "probe.infant", bearsOn( $class ) )
            then
                check.that( $class, "students" ).isAtMost( $limit );
            end
            """,
        List.of(
            "cn: probe.both, probe.both, , 45, students, must", "cn: probe.infant, probe.students, infant, 50, students, must"),
        "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"infant\": true, \"students\": 46}]",
        "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"infant\": false, \"students\": 46}]",
        "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\", \"students\": 46}]");
  }

  @Test
  void numbers_that_are_shown_alike_are_told_apart() throws InputException {
    compare(
        Probe.STUDENTS,
        List.of(
            "cn: probe.a, probe.students, roomAreaPerStudent>=1.00001, 45, students, must",
            "cn: probe.b, probe.students, roomAreaPerStudent>=1.00002, 45, students, must"),
        "\"classes\": [" + room("c", "50000") + ", " + room("d", "100001.5") + ", " + room("e", "100002.5") + "]",
        "\"classes\": [" + room("c", "100002.5") + ", " + room("d", "100001.5") + "]");
  }

  @Test
  void where_nothing_of_the_facts_divides_them_their_schools_tell_them_apart() throws InputException {
    String schools =
        "\"schools\": [{\"id\": \"town\", \"type\": \"211\", \"setting\": \"111\"},"
            + " {\"id\": \"village\", \"type\": \"211\", \"setting\": \"220\"}], ";
    String inTown = "{\"id\": \"c\", \"school\": \"town\", \"stage\": \"PRIMARY\", \"students\": 60}";
    String inVillage = "{\"id\": \"d\", \"school\": \"village\", \"stage\": \"PRIMARY\", \"students\": 60}";
    compare(
        Probe.STUDENTS,
        List.of("cn: probe.rural, probe.students, rural, 45, students, must"),
        schools + "\"classes\": [" + inTown + ", " + inVillage + "]",
        schools + "\"classes\": [" + inVillage + ", " + inTown + "]");
  }

  private static String room(String id, String area) {
    return "{\"id\": \"" + id + "\", \"stage\": \"PRIMARY\", \"students\": 100000, \"roomArea\": " + area + "}";
  }

  @Test
  void a_rule_that_needs_some_facts_is_silent_where_there_are_none_though_it_counts_none_of_them() throws InputException {
    compare(
        """
        rule "probe.guarded"
            @title( "乙" )  @title_en( "B" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "probe.guarded", bearsOn( $bureau ) )
            $classes : List( size > 0 ) from collect( SchoolClass( stage == Stage.PRIMARY ) )
        then
            check.that( $bureau, "schoolCount" ).isAtMost( $limit );
        end
        """,
        List.of("cn: probe.guarded, probe.guarded, , 45, schools, must"), "", ONE_CLASS);
  }

  @Test
  void a_rule_speaks_where_there_are_the_facts_that_it_needs_and_none_of_those_that_it_counts() throws InputException {
    compare(
        """
        rule "probe.two"
            @title( "乙" )  @title_en( "B" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "probe.two", bearsOn( $bureau ) )
            $primary : List( size > 0 ) from collect( SchoolClass( stage == Stage.PRIMARY ) )
            $junior : List() from collect( SchoolClass( stage == Stage.JUNIOR ) )
        then
            check.that( $bureau, "mean", check.average( $junior, "students" ) ).isAtMost( $limit );
        end
        """,
        List.of("cn: probe.two, probe.two, , 45, students, must"),
        "", ONE_CLASS, ONE_CLASS.replace("PRIMARY", "JUNIOR"),
        "\"classes\": [{\"id\": \"c\", \"stage\": \"PRIMARY\"}, {\"id\": \"d\", \"stage\": \"JUNIOR\", \"students\": 50}]");
  }

  @Test
  void what_counts_nothing_in_one_bureau_counts_all_in_another() throws InputException {
    compare(
        """
        rule "probe.mean"
            @title( "乙" )  @title_en( "B" )
        when
            $bureau : Bureau()
            $limit : Limit( rule == "probe.mean", bearsOn( $bureau ) )
            $classes : List() from collect( SchoolClass( stage == Stage.PRIMARY ) )
        then
            check.that( $bureau, "mean", check.average( $classes, "students" ) ).isAtMost( $limit );
        end
        """,
        List.of("cn: probe.mean, probe.mean, , 45, students, must"),
        "", ONE_CLASS, ONE_CLASS.replace("PRIMARY", "SENIOR"), ONE_CLASS.replace("60", "45"));
  }

  @Test
  void a_rule_that_broke_for_one_bureau_is_not_told_to_another_that_has_no_such_facts() throws InputException {
    compare(
        Probe.FAILING + Probe.CASE,
        List.of(
            "cn: probe.mean, probe.mean, , 45, students, must",
            "cn: probe.case, probe.case, , 30, days, must, 2010-01-01, , received"),
        "", ONE_CLASS, "\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", \"received\": \"2024-01-02\"}]");
  }

  /** The day on which a fact falls decides, not the day on which the first such fact fell. */
  @Test
  void facts_of_the_days_around_a_change_of_the_law_are_told_apart() throws InputException {
    List<String> cases = new ArrayList<>();
    for (String day : List.of("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")) {
      cases.add(
          "\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", \"received\": \"" + day + "\", \"closed\": \"2021-01-20\"}]");
    }
    cases.add("\"cases\": [{\"id\": \"k\", \"kind\": \"COMPLAINT\", \"closed\": \"2021-01-20\"}]");
    compare(
        Probe.CASE,
        List.of(
            "cn: probe.case, probe.case, , 30, days, must, , 2020-01-01, received",
            "cn: probe.case, probe.case, , 25, days, must, 2020-01-01, 2021-01-01, received",
            "cn: probe.case, probe.case, , 10, days, must, 2021-01-01, , received"),
        cases.toArray(String[]::new));
  }

  /** The same limits bind on all three days; what will bind is known on the second alone, and judged from the third. */
  @Test
  void what_is_announced_is_told_on_its_days_whatever_day_came_before() throws InputException {
    String[] table = {
      "cn: class-size.t, class-size.students, primary, 50, students, must, 2012-01-01",
      "cn-43: class-size.t, class-size.students, primary, 45, students, must, 2020-01-01,,, 2019-06-01"
    };
    List<String> days = new ArrayList<>(List.of("2019-05-31", "2019-12-31", "2020-01-01"));
    List<String> expected = new ArrayList<>();
    for (String day : days) {
      expected.add(told(World.checker(table).check(World.facts("CN-43", day, ONE_CLASS))));
    }
    assertThat(expected).doesNotHaveDuplicates();
    Checker checker = World.checker(table);
    for (int i : new int[] {0, 1, 2, 1, 0}) {
      assertThat(told(checker.check(World.facts("CN-43", days.get(i), ONE_CLASS)))).as(days.get(i)).isEqualTo(expected.get(i));
    }
  }

  /** A rule that names other limits is silent without them. */
  @Test
  void what_depends_on_a_limit_is_judged_with_all_that_it_names() {
    Set<String> naming =
        Shipped.LIMITS.stream()
            .filter(limit -> !Shipped.RULES.rules().get(limit.rule()).limits().isEmpty())
            .map(Limit::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(naming).isNotEmpty();
    List<TestCase> cases = Cases.all();
    for (String id : naming) {
      Checker affected = Shipped.CHECKER.affectedBy(id);
      for (TestCase one : cases) {
        if (one.expectations().stream().anyMatch(promised -> promised.standard().equals(id))) {
          assertThat(one.mismatches(affected.check(one.facts()), promised -> promised.standard().equals(id))).as(id)
              .isEmpty();
        }
      }
    }
  }

  /** Each of these bureaus before and after each other, and all of them under one law that was learned already. */
  private static void compare(String rules, List<String> limits, String... arrays) throws InputException {
    RuleBase book = Probe.book(rules);
    List<Limit> table = World.limits(limits.toArray(String[]::new));
    List<Facts> bureaus = new ArrayList<>();
    for (String array : arrays) {
      bureaus.add(World.facts("CN", "2024-06-30", array));
    }
    Checker seeingAll = Checker.of(book.seeingAll(), table, Shipped.CALENDARS);
    List<String> expected = bureaus.stream().map(seeingAll::check).map(PlannerTest::told).toList();
    assertThat(String.join("", expected)).as("what is compared").contains("standard=");
    for (int first = 0; first < bureaus.size(); first++) {
      Checker learning = Checker.of(book, table, Shipped.CALENDARS);
      for (int i = 0; i < bureaus.size(); i++) {
        int index = (first + i) % bureaus.size();
        assertThat(told(learning.check(bureaus.get(index)))).as("bureau " + index + " after " + i).isEqualTo(expected.get(index));
      }
    }
    Collections.reverse(bureaus);
    Checker backwards = Checker.of(book, table, Shipped.CALENDARS);
    List<String> reversed = new ArrayList<>(bureaus.stream().map(backwards::check).map(PlannerTest::told).toList());
    Collections.reverse(reversed);
    assertThat(reversed).isEqualTo(expected);
  }

  private static String told(Report report) {
    return String.join("\n", report.byStandard().stream().map(Object::toString).toList())
        + "\n" + report.unchecked() + "\n" + report.problems();
  }
}
