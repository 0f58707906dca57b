package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.EditedRules;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Slips in rules and rows that a city lays over the shipped ones are refused or warned of; what it may add is not. */
class RuleLayerEditsTest {
  private static final String CLASSES = "$classes : List( size > 0 ) from collect( SchoolClass( %s ) )";
  private static final String COMPULSORY = CLASSES.formatted("stage == Stage.PRIMARY || stage == Stage.JUNIOR");
  private static final String WEIGHTS =
      "$junior : Limit( id == \"balance.split.junior\" )\n    $senior : Limit( id == \"balance.split.senior\" )\n    ";
  private static final String SCHOOLS = "$schools : List( size > 0 ) from collect( School( $scope.bearsOn( this ) ) )";

  /** Where one layer writes: a region of its own. */
  private record City(EditedRules rules, int number) {
    String region() {
      return "cn-43%02d".formatted(number + 1);
    }

    /** A rule of its own. */
    String rule(String id) {
      return id.endsWith(".city") ? id + "-" + number : id;
    }

    void write(String file, String text) {
      rules.write(region() + "/" + file, text);
    }
  }

  /** A layer, and by what it is told: codes of warnings or of faults; none for one that is lawful. */
  private record Layer(String name, Consumer<City> made, List<String> told) {}

  private static Layer layer(String name, Consumer<City> made, String... told) {
    return new Layer(name, made, List.of(told));
  }

  private static List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    ofSentences(layers);
    ofStages(layers);
    ofTitles(layers);
    ofConditions(layers);
    ofCodes(layers);
    return layers;
  }

  private static void ofSentences(List<Layer> layers) {
    layers.add(layer("a share in per cent", large("share", "4,%", COMPULSORY, "class-size.large")));
    layers.add(layer("a number of classes", large("count", "0,classes", COMPULSORY, "class-size.large")));
    layers.add(layer("a number in per cent", large("count", "4,%", COMPULSORY, "class-size.large"), "L057"));
    layers.add(layer("a share in classes", large("share", "0,classes", COMPULSORY, "class-size.large"), "L057"));
    layers.add(layer("some sorted by a limit for others", large("share", "4,%", COMPULSORY, "class-size.primary.design"), "L071"));
    layers.add(layer("all sorted", large("share", "4,%", CLASSES.formatted(""), "class-size.large")));
    layers.add(layer("pupils in persons", students("primary,42,人", "本市小学班额", "isAtMost")));
    layers.add(layer("storeys in students",
        rule("class-size.city", "$class : SchoolClass()", "", "check.that( $class, \"floor\" ).isAtMost", "primary,42,students", "本市小学班额"),
        "L057"));
    layers.add(layer("an area in 平方米/生", perPupil("perStudent", "classroomArea", "PRIMARY", "primary,5,平方米/生")));
    layers.add(layer("for a hundred and not for one", perPupil("perHundred", "classroomArea", "PRIMARY", "primary,5,m2/student"), "L057"));
    layers.add(layer("for one and not for a hundred", perPupil("perStudent", "keyTeachers", "PRIMARY", "primary,1,teachers/100 students"), "L057"));
    layers.add(layer("two limits of two", met("PRIMARY", "primary", 2)));
    layers.add(layer("three limits of two", met("PRIMARY", "primary", 3), "L059"));
    layers.add(layer("the variation of what the scope is about", variation("PRIMARY", "keyTeachers", SCHOOLS)));
    layers.add(layer("the variation of another measure", variation("PRIMARY", "qualifiedTeachers", SCHOOLS), "L070"));
    layers.add(layer("schools collected by another limit",
        variation("PRIMARY", "keyTeachers", "$other : Limit( id == \"balance.junior.key-teachers\" )\n    " + SCHOOLS.replace("$scope", "$other")),
        "L071"));
    layers.add(layer("a measure twice", variation("PRIMARY", "keyTeachers\", \"keyTeachers", SCHOOLS), "L045"));
  }

  private static void ofStages(List<Layer> layers) {
    layers.add(layer("the sentence of another stage", perPupil("perStudent", "classroomArea", "JUNIOR", "primary,5,m2/student"), "L058"));
    layers.add(layer("limits of another stage", met("PRIMARY", "junior", 2), "L058"));
    layers.add(layer("the variation at another stage", variation("JUNIOR", "keyTeachers", SCHOOLS), "L058"));
    layers.add(layer("the figure of another stage", roll("=juniorStudents"), "L058"));
    layers.add(layer("the figure of its stage", roll("=primaryStudents")));
  }

  private static void ofTitles(List<Layer> layers) {
    layers.add(layer("a title of its stage", row("primary", "本市小学班额")));
    layers.add(layer("a title of several stages", row("primary|junior", "本市义务教育学校班额")));
    layers.add(layer("a title of another stage", row("junior", "本市小学班额"), "L014"));
    layers.add(layer("a stage excluded that the title names", row("junior !primary", "本市小学班额"), "L014"));
    layers.add(layer("all, and the title names a stage", row("", "本市小学班额"), "L014", "L051"));
    layers.add(layer("grades of another stage than the title", row("grade>6", "本市小学班额"), "L014"));
    layers.add(layer("grades of the stage of the title", row("primary grade<=3", "本市小学低年级班额")));
    layers.add(layer("the title of another code", indicator("county-public-kindergarten-share", "学前三年毛入园率"), "L007"));
    layers.add(layer("the title of its code", indicator("county-preschool-enrolment", "本市学前三年毛入园率")));
  }

  private static void ofConditions(List<Layer> layers) {
    layers.add(layer("a floor where others have caps", students("primary,42,students", "本市小学班额", "isAtLeast"), "L031", "L072"));
    layers.add(layer("a floor that says so", students("primary,20,students", "本市小学班额下限", "isAtLeast")));
    layers.add(layer("a ban where others demand", practice("教育收费公示", "isNot"), "L072"));
    layers.add(layer("a ban that says so", practice("不得有的教育收费公示", "isNot")));
    layers.add(layer("a cap by its title, a floor by its rule",
        rule("class-size.city", "$class : SchoolClass()", "", "check.that( $class, \"students\" ).isAtLeast", "primary,42,students", "班额", "本市班额上限"),
        "L028", "L031"));
    layers.add(layer("the name of a rule misspelt",
        rule("class-size.student", "$class : SchoolClass()", "", "check.that( $class, \"students\" ).isAtMost", "primary,42,students", "本市小学班额"),
        "L049"));
    layers.add(layer("no other class, itself among them", besides("not SchoolClass( school == $class.school )"), "L073"));
    layers.add(layer("no other class", besides("not SchoolClass( school == $class.school, id != $class.id )")));
    layers.add(layer("a class anywhere else", besides("exists( SchoolClass( school != $class.school, stage == $class.stage ) )"), "L044"));
  }

  private static List<Layer> forms() {
    List<Layer> layers = new ArrayList<>();
    layers.add(layer("an order turned", form("city,order,,,largest smallest"), "L074"));
    layers.add(layer("an order that agrees", form("city,order,,,smallest largest")));
    layers.add(layer("a sum that lacks a part", form("city,sum,,large-classes,61-65 66-and-more"), "L074"));
    layers.add(layer("a sum with a wrong part", form("city,sum,,large-classes,51-55 61-65 66-and-more"), "L074"));
    layers.add(layer("a sum with a sum among its parts",
        form("city,sum,,classes,up-to-25 26-30 31-35 36-40 41-45 46-50 51-55 large-classes")));
    layers.add(layer("a sum of other parts", form("city-private,cell,classes,,\ncity-public,cell,classes,,\ncity,sum,,classes,city-private city-public")));
    layers.add(layer("a quotient turned", form("city,quotient,,mean,classes students"), "L074"));
    layers.add(layer("a share turned", form("city,share,,large-class-share,classes large-classes"), "L074"));
    layers.add(layer("a whole that is its part", form("city,equal,,classes,large-classes"), "L074"));
    layers.add(layer("a cell one slip away", form("larg-classes,cell,classes,,"), "L049"));
    return layers;
  }

  private static void ofCodes(List<Layer> layers) {
    layers.add(layer("a code with the title of another", code("CITY_BUS_SPEED", "校车高速公路时速"), "L007"));
    layers.add(layer("a code one slip away", code("BUS_SPEED_ROADS", "本市校车时速"), "L049"));
    layers.add(layer("a code that nobody can read", code("CITY_BUS_DOORS", "????"), "L016"));
    layers.add(layer("a code of its own", code("CITY_BUS_CHECKS", "本市校车检查次数")));
  }

  /** Each in a region of its own, all read at once. */
  @TestFactory
  Stream<DynamicTest> each_is_told_or_lawful(@TempDir Path folder) {
    EditedRules rules = EditedRules.layerIn(folder);
    List<Layer> layers = layers();
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).made().accept(new City(rules, i));
    }
    RuleBook book = rules.read();
    assertThat(book.problems()).isEmpty();
    List<Warning> warnings = Linter.warnings(book, EditedRules.SHIPPED);
    return IntStream.range(0, layers.size())
        .mapToObj(i -> DynamicTest.dynamicTest(layers.get(i).name(), () -> {
          String region = new City(rules, i).region() + "/";
          assertThat(warnings)
              .filteredOn(one -> !one.lint().isNote() && one.at().file().contains(region))
              .extracting(one -> one.lint().code())
              .hasSameElementsAs(layers.get(i).told());
        }));
  }

  /** Relations of one form are held against each other, and each layer is read alone. */
  @TestFactory
  Stream<DynamicTest> each_relation_is_told_or_lawful(@TempDir Path folder) {
    return forms().stream()
        .map(layer -> DynamicTest.dynamicTest(layer.name(), () -> {
          EditedRules rules = EditedRules.layerIn(Files.createTempDirectory(folder, "layer"));
          layer.made().accept(new City(rules, 0));
          assertThat(rules.warnings()).extracting(one -> one.lint().code()).isEqualTo(layer.told());
        }));
  }

  @Test
  void a_grade_that_its_stage_does_not_have_is_refused(@TempDir Path folder) {
    EditedRules rules = EditedRules.layerIn(folder);
    row("primary grade=7", "本市小学班额").accept(new City(rules, 0));

    assertThat(rules.read().problems()).extracting(Problem::code).containsExactly(ProblemCode.LIMIT_SCOPE_CONTRADICTION);
  }

  /** A table of one row: whom it is for, value and unit. */
  private static void table(City city, String topic, String rule, String cells, String title) {
    city.write(
        topic + ".csv",
        "id,rule,applies_to,value,unit,level,from,title,document,clause\n"
            + topic + ".local-" + city.number() + "," + rule + "," + cells + ",should,2026-09-01," + title + ",某市办学标准,三\n");
  }

  private static Consumer<City> rule(String id, String judged, String when, String then, String cells, String title) {
    return rule(id, judged, when, then, cells, title, "本市标准");
  }

  private static Consumer<City> rule(
      String id, String judged, String when, String then, String cells, String title, String ruleTitle) {
    String topic = id.substring(0, id.indexOf('.'));
    String variable = judged.substring(0, judged.indexOf(' '));
    return city -> {
      String own = city.rule(id);
      city.write(
          topic + ".drl",
          """
          package dudao;

          import java.util.List;
          import org.dudao.fact.*;
          global org.dudao.engine.Check check;

          rule "%s"
              @title( "%s" )  @title_en( "Local standard" )
          when
              %s
              $limit : Limit( rule == "%s", bearsOn( %s ) )
              %s
          then
              %s( $limit );
          end
          """.formatted(own, ruleTitle, judged, own, variable, when, then));
      table(city, topic, own, cells, title);
    };
  }

  private static Consumer<City> large(String call, String cells, String collected, String definition) {
    return rule(
        "class-size.city", "$bureau : Bureau()", "$large : Limit( id == \"" + definition + "\" )\n    " + collected,
        "check.that( $bureau, \"cityLarge\", check." + call + "( $classes, \"students\", $large ) ).isAtMost",
        "city," + cells, "本市大班额");
  }

  private static Consumer<City> students(String cells, String title, String relation) {
    return rule(
        "class-size.city", "$class : SchoolClass()", "", "check.that( $class, \"students\" )." + relation, cells, title);
  }

  private static Consumer<City> besides(String condition) {
    return rule(
        "class-size.city", "$class : SchoolClass()", condition, "check.that( $class, \"students\" ).isAtMost",
        "primary,42,students", "本市小学班额");
  }

  private static Consumer<City> practice(String title, String relation) {
    return rule(
        "practices.city", "$practice : Practice()", "", "check.that( $practice, \"inPlace\" )." + relation,
        "education-fee-publication,yes,", title);
  }

  private static Consumer<City> perPupil(String call, String measure, String stage, String cells) {
    return rule(
        "balance.city", "$school : School()", WEIGHTS,
        "check." + call + "( $school, \"" + measure + "\", Stage." + stage + ", $junior, $senior ).isAtLeast", cells,
        "本市生均标准");
  }

  private static Consumer<City> met(String stage, String others, int least) {
    return rule(
        "balance.city", "$school : School()",
        WEIGHTS + "$a : Limit( id == \"balance." + others + ".key-teachers\" )\n    $b : Limit( id == \"balance."
            + others + ".sports-area\" )",
        "check.that( $school, \"cityMet\", check.met( $school, Stage." + stage + ", $junior, $senior, $a, $b ) ).isAtLeast",
        "primary," + least + ",indicators", "本市达标指标数");
  }

  private static Consumer<City> variation(String stage, String measures, String collected) {
    return rule(
        "balance.city", "$bureau : Bureau()",
        "$scope : Limit( id == \"balance.primary.key-teachers\" )\n    " + WEIGHTS + collected,
        "check.that( $bureau, \"cityVariation\", check.variation( $schools, $scope, Stage." + stage
            + ", $junior, $senior, \"" + measures + "\" ) ).isAtMost",
        "county,0.5,CV", "本市差异系数");
  }

  private static Consumer<City> roll(String field) {
    return rule(
        "consistency.city", "$school : School()", "",
        "check.that( $school, \"cityRoll\", check.members( $school, \"classes\", \"students\", Stage.PRIMARY ) ).is",
        "," + field + ",students", "各班人数之和");
  }

  private static Consumer<City> row(String scope, String title) {
    return city -> table(city, "class-size", "class-size.students", scope + ",42,students", title);
  }

  private static Consumer<City> indicator(String scope, String title) {
    return city -> table(city, "quality", "indicators.at-least", scope + ",90,%", title);
  }

  private static Consumer<City> form(String rows) {
    return city ->
        city.write(
            "forms-city.csv",
            "form,name,kind,unit,stated,operands,level,title,title_en,document,clause\n"
                + rows.lines()
                    .map(row ->
                        "CLASSES_BY_SIZE," + row
                            + (row.contains(",cell,") ? ",,本市单元格" + row.length() + ",,,\n" : ",must,本市关系,,某市报表制度,三\n"))
                    .reduce("", String::concat));
  }

  private static Consumer<City> code(String code, String title) {
    return city ->
        city.write("codes-city.csv", "list,code,title,title_en\nindicator," + code + "," + title + ",\n");
  }
}
