package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.EditedRules;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Slips that people make in a folder of their own over the shipped rules are told; what they may write there is not. */
class LimitLayerEditsTest {
  private static final String HEADER =
      "id,rule,applies_to,value,unit,level,from,title,document,clause,dated_by,checked_on,effect\n";
  private static final String RULE =
      """
      package dudao;

      import java.util.List;
      import org.dudao.fact.*;
      global org.dudao.engine.Check check;

      """;

  /** One layer: the texts of its files by their paths, and by what it is told; nothing for one that is lawful. */
  private record Layer(String name, Map<String, String> files, List<String> told) {
    static Layer of(String name, String path, String rows, String... told) {
      return new Layer(name, Map.of(path, HEADER + rows), List.of(told));
    }

    Layer beside(String path, String text) {
      Map<String, String> all = new HashMap<>(files);
      all.put(path, text);
      return new Layer(name, all, told);
    }
  }

  /** A row of a city, complete but for the days. */
  private static String row(String id, String rule, String scope, String value, String unit) {
    return String.join(",", id, rule, scope, value, unit, "should", "2026-09-01", "本市" + id, "市文件", "三", "", "", "\n");
  }

  private static String size(String id, String scope, String value) {
    return row("class-size." + id, "class-size.students", scope, value, "students");
  }

  private static String share(String scope, String value, String unit) {
    return row("quality.city", "indicators.at-least", scope, value, unit);
  }

  private static String transfer(String scope, String value, String unit, String datedBy) {
    return row("timeliness.city", "timeliness.case", scope, value, unit).replace(",三,,", ",三," + datedBy + ",");
  }

  private static String with(String effect, String row) {
    return row.replace(",\n", "," + effect + "\n");
  }

  private static String exempt(String scope) {
    return with("exempts", size("primary.design", scope, "")).replace(",students,should,", ",,,");
  }

  private static List<Layer> scopes() {
    String quality = "cn-4302/quality.csv";
    String time = "cn-4302/timeliness.csv";
    String sizes = "cn-4302/class-size.csv";
    String national = "cn/class-size.csv";
    return List.of(
        Layer.of("a rate of nothing", quality, share("", "90", "%"), "L051", "L031"),
        Layer.of("a rate of one", quality, share("county-preschool-enrolment", "90", "%")),
        Layer.of("a rate of two", quality, share("county-preschool-enrolment|province-preschool-enrolment", "90", "%")),
        Layer.of("a span of any case", time, transfer("", "8", "working days", "received"), "L051"),
        Layer.of("a span of a kind, or of another word", time,
            transfer("student-transfer|extended", "8", "working days", "received"), "L051"),
        Layer.of("a span of a kind with a word", time,
            transfer("student-transfer !extended", "8", "working days", "received")),
        Layer.of("a size of all classes", sizes, size("city", "", "42"), "L051"),
        Layer.of("all are exempt", sizes, exempt("students>=45|students<45"), "L052"),
        Layer.of("whoever breaks it is exempt", sizes, exempt("primary students>45"), "L052"),
        Layer.of("others are exempt", sizes, exempt("junior rural"), "L053"),
        Layer.of("some are exempt", sizes, exempt("primary rural")),
        Layer.of("replaced for fewer", national, with("replaces", size("primary.design", "primary rural", "50")), "L050"),
        Layer.of("replaced for all", national, with("replaces", size("primary.design", "primary", "50"))),
        Layer.of("a day forgotten", time, transfer("student-transfer", "8", "working days", ""), "L054"),
        Layer.of("another day", time, transfer("student-transfer", "8", "working days", "closed"), "L054"),
        Layer.of("the day from which a span is counted", time,
            transfer("petition !extended", "45", "days", "accepted").replace("timeliness.case", "timeliness.acceptance")),
        Layer.of("neither a day nor a beginning", "cn-4302/premises.csv",
            row("premises.city", "premises.teacher-office", "primary", "6", "m2/teacher").replace("2026-09-01", ""), "L054"),
        Layer.of("a beginning for all", "cn-4302/premises.csv",
            row("premises.city", "premises.land-per-student", "primary", "18", "m2/student")),
        Layer.of("the usual day", time, transfer("student-transfer", "8", "working days", "received")),
        span("received", "L054"), span("accepted"));
  }

  /** A rule of its own, from acceptance on, for which that day chooses the law. */
  private static Layer span(String datedBy, String... told) {
    String rule =
        RULE
            + """
            rule "timeliness.city"
                @title( "本市时限" )  @title_en( "Time in this city" )
            when
                $case : Case()
                $limit : Limit( rule == "timeliness.city", bearsOn( $case ) )
            then
                check.period( $case, "accepted", "closed" ).isWithin( $limit );
            end
            """;
    String row = transfer("student-transfer", "8", "working days", datedBy).replace("timeliness.case", "timeliness.city");
    return Layer.of("a rule dated by " + datedBy, "cn-4302/timeliness.csv", row, told)
        .beside("cn-4302/timeliness.drl", rule);
  }

  private static List<Layer> values() {
    String quality = "cn-4302/quality.csv";
    String time = "cn-4302/timeliness.csv";
    String sizes = "cn-4302/class-size.csv";
    String enrolment = "county-preschool-enrolment";
    return List.of(
        Layer.of("4.5 for 45", sizes, size("city", "primary", "4.5"), "L023"),
        Layer.of("140 for 40", sizes, size("city", "primary", "140"), "L023"),
        Layer.of("a pupil in halves", sizes, size("city", "primary", "42.5"), "L029"),
        Layer.of("few in the smallest schools", "cn-4302/staffing.csv",
            row("staffing.city", "staffing.students-per-staff", "teaching-point", "6", "students per staff")),
        Layer.of("few in special schools", sizes, size("city", "special", "6")),
        Layer.of("persons are students", sizes, size("city", "primary", "42").replace(",students,", ",人,")),
        Layer.of("pupils of kindergartens are children", "cn-4302/school-size.csv",
            row("school-size.city", "school-size.students", "kindergarten", "300", "children")),
        Layer.of("a mean in its unit", "cn-4302/class-size.csv",
            row("class-size.city", "class-size.mean", "junior !nine-year !twelve-year", "48", "students/class")),
        Layer.of("a ratio for a share", quality, share(enrolment, "0.9", "%"), "L023"),
        Layer.of("more than all", quality, share(enrolment, "250", "%"), "L025"),
        Layer.of("another unit", quality, share(enrolment, "90", "persons"), "L020"),
        Layer.of("200 for 20", time, transfer("information-publication", "200", "working days", "received"), "L023"),
        Layer.of("months for days", time, transfer("information-publication", "20", "months", "received"), "L023"),
        Layer.of("less than half the time", time,
            transfer("information-publication", "6", "working days", "received")),
        Layer.of("days for working days", time, transfer("information-publication", "20", "days", "received")),
        Layer.of("the same number of other days", "cn/timeliness.csv",
            with("replaces", transfer("information-publication", "20", "days", "received"))
                .replace("timeliness.city,", "timeliness.information.publication,"), "L030", "L035"),
        Layer.of("of two spans in one unit", time,
            transfer("student-transfer", "earliest(8 working days; 30 working days)", "period", "received"),
            "periods-alike"),
        Layer.of("of two spans in two units", time,
            transfer("student-transfer", "earliest(8 working days; 30 days)", "period", "received")),
        Layer.of("days of another country", time, transfer("student-transfer", "8", "school days", "received"), "L020"),
        Layer.of("an evening in the morning", "cn-4302/school-day.csv",
            row("school-day.city", "school-day.bedtime", "primary", "09:20", "time"), "L023"),
        Layer.of("an earlier evening", "cn-4302/school-day.csv",
            row("school-day.city", "school-day.bedtime", "primary", "20:30", "time")),
        Layer.of("more than none", sizes,
            row("class-size.city", "class-size.super-large-count", "city", "3", "classes")),
        Layer.of("a first storey", "cn-4302/premises.csv",
            row("premises.city", "premises.classroom-floor", "kindergarten", "1", "storey").replace(",三,,", ",三,built,")),
        Layer.of("a unit of a new code", "cn-4302/quality.csv", share("city-swimming", "8", "lessons/term"))
            .beside("cn-4302/codes-city.csv", "list,code,title,title_en\nindicator,CITY_SWIMMING,游泳课,Swimming\n"),
        Layer.of("a floor above a cap", sizes,
            row("class-size.city", "class-size.floor", "primary", "60", "students"), "L031"),
        Layer.of("a floor below a cap", sizes, row("class-size.city", "class-size.floor", "primary", "20", "students")),
        Layer.of("a norm that doubts", sizes, size("city", "primary", "42").replace("should", "query"), "L034"),
        Layer.of("a row twice", sizes,
            size("one", "primary", "42") + size("two", "primary", "42").replace("本市class-size.two", "本市class-size.one"),
            "L056"),
        Layer.of("two rows", sizes, size("one", "primary", "42") + size("two", "primary rural", "40")),
        Layer.of("a series", sizes,
            size("g1", "primary grade=1", "41") + size("g2", "primary grade=2", "42")
                + size("g3", "primary grade=3", "43") + size("g4", "primary grade=4", "44"), "L032"),
        Layer.of("steps", sizes,
            size("g1", "primary grade=1", "30") + size("g2", "primary grade=2", "35")
                + size("g3", "primary grade=3", "40") + size("g4", "primary grade=4", "45")),
        Layer.of("two items in one", "cn-4302/openness.csv",
            row("openness.city", "checklists.complete", "private-school-fee-notice", "收费项目 收费标准", "list"), "L033"),
        Layer.of("two items", "cn-4302/openness.csv",
            row("openness.city", "checklists.complete", "private-school-fee-notice", "收费项目; 收费标准", "list")));
  }

  @TestFactory
  Stream<DynamicTest> each_is_told_or_lawful(@TempDir Path folder) {
    return Stream.of(scopes(), values()).flatMap(List::stream)
        .map(layer -> DynamicTest.dynamicTest(layer.name(), () -> {
          RuleBook book = book(layer, Files.createTempDirectory(folder, "layer"));
          List<String> told =
              Stream.concat(
                      book.problems().stream().map(Problem::code).map(code -> code.text()),
                      Linter.warnings(book, EditedRules.SHIPPED).stream().map(Warning::lint)
                          .filter(lint -> !lint.isNote()).map(Lint::code))
                  .distinct()
                  .toList();
          assertThat(told).containsExactlyInAnyOrderElementsOf(layer.told());
        }));
  }

  private static RuleBook book(Layer layer, Path folder) throws IOException, InputException {
    for (Map.Entry<String, String> file : layer.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return RuleBook.read(RuleFiles.none().with(folder).overShipped(), List.of());
  }
}
