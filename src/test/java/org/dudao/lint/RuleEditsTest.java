package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.EditedRules;
import org.dudao.fact.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Slips that people made in a copy of the shipped rules are refused or warned of; what they may do is not. */
class RuleEditsTest {
  private static final String SIZES = "cn/class-size.csv";
  private static final String DESIGN = "class-size.primary.design,class-size.students,primary,45,students,should,2012-01-01,,";

  private static final String ROW =
      "小学班额(设计),Primary class size (design),中小学校设计规范(GB 50099-2011),3.0.1第1款,standard,"
          + "完全小学应为每班45人,http://www.qq94.com/fjx/13BjP2_2.html,分班或调控招生，降到设计班额以内,"
          + "Split the class or limit intake until it is within the design size,,CN-CLS-001,2010-12-24,"
          + "high,2026-11-30,设计标准，不是法定上限；46至55人只是统计上的“偏大班额”。,\"A design standard, not a statutory cap; 46 to 55 is only a statistical band.\"";
  private static final String LARGE = "class-size.large,class-size.large,primary|junior,56,students,should,2016-07-02,,";
  private static final String NONE = "class-size.super-large.count,";
  private static final String REPLY = "timeliness.information.reply,timeliness.case,information-request !extended,20,working days,must,2019-05-15,,";

  /** One edit, and by what it is told: codes of warnings or of faults; none for one that is harmless. */
  private record Edit(String name, Consumer<EditedRules> made, List<String> told) {}

  private static Edit cell(String name, String old, String other, String... told) {
    return in(SIZES, name, old, other, told);
  }

  private static Edit in(String path, String name, String old, String other, String... told) {
    return new Edit(name, rules -> rules.replace(path, old, other), List.of(told));
  }

  private static List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    edits.add(cell("4.5 for 45", DESIGN, DESIGN.replace("45", "4.5"), "L001", "L023", "L024"));
    edits.add(cell("0 for 45", DESIGN, DESIGN.replace("45", "0"), "limit-of-nothing", "L001", "L023", "L024"));
    edits.add(cell("54 for 45", DESIGN, DESIGN.replace("45", "54"), "L001"));
    edits.add(cell("another level", DESIGN, DESIGN.replace("should", "must"), "L001"));
    edits.add(cell("a unit misspelled", DESIGN, DESIGN.replace(",students,should", ",studnets,should"), "L001", "L020"));
    edits.add(cell("bananas", DESIGN, DESIGN.replace(",students,should", ",bananas,should"), "L001", "L020"));
    edits.add(cell("no unit", DESIGN, DESIGN.replace(",students,should", ",,should"), "L001", "L021"));
    edits.add(cell("another scope", DESIGN, DESIGN.replace("primary,45", "junior,45"), "L013", "L001", "L014"));
    edits.add(cell("a scope that nobody breaks", DESIGN, DESIGN.replace("primary,45", "primary students<=45,45"), "L013", "L001", "L040"));
    edits.add(cell("a scope that nobody keeps", DESIGN, DESIGN.replace("primary,45", "primary students>=200,45"), "L013", "L001", "L041"));
    edits.add(cell("an id misspelled", DESIGN, DESIGN.replace("design,", "desing,"), "unknown-standard.near", "L003", "L049", "L007"));
    edits.add(cell("another rule", DESIGN, DESIGN.replace("class-size.students", "class-size.floor"), "L001", "L031"));
    edits.add(cell("from 2032", DESIGN, DESIGN.replace("2012", "2032"), "L013", "L004", "L061", "announced-late"));
    edits.add(cell("no from", DESIGN, DESIGN.replace("2012-01-01", ""), "announced-late"));
    edits.add(cell("an end", DESIGN, DESIGN.replace("2012-01-01,,", "2012-01-01,2020-01-01,"), "L013", "L012"));
    edits.add(cell("an end in eternity", DESIGN, DESIGN.replace("2012-01-01,,", "2012-01-01,2099-12-31,")));
    edits.add(new Edit("a row deleted", rules -> withoutRow(rules, SIZES, "class-size.primary.design,"), List.of("unknown-standard.near", "L003")));
    edits.add(new Edit("a table deleted",
        rules -> rules.write("cn-4302/class-size.csv", String.join(",", header(rules, SIZES)) + "\n"), List.of("L003")));
    edits.add(new Edit("a column of values sorted", rules -> sorted(rules, SIZES, "value"), List.of("L013", "L002", "L023", "L024", "L031", "L035")));
    edits.add(new Edit("a column emptied", rules -> column(rules, SIZES, "announced", cells -> cells.replaceAll(one -> "")), List.of("L002")));
    edits.add(in("cn/class-size.drl", "the relation swapped",
        "check.that( $class, \"students\" ).isAtMost( $limit )", "check.that( $class, \"students\" ).isAtLeast( $limit )", "L005"));
    edits.add(in("any/practices.drl", "is not for is",
        "check.that( $practice, \"inPlace\" ).is( $limit )", "check.that( $practice, \"inPlace\" ).isNot( $limit )", "L005"));
    edits.add(new Edit("an indicator counted twice",
        rules -> rules.write("cn/balance.drl", rules.text("cn/balance.drl").replaceFirst("\\$f, \\$g \\)", "\\$f, \\$f )")),
        List.of("L005", "L045", "L047")));
    edits.add(in("cn/balance.drl", "two weights swapped",
        "check.perStudent( $school, \"classroomArea\", Stage.PRIMARY, $junior, $senior )",
        "check.perStudent( $school, \"classroomArea\", Stage.PRIMARY, $senior, $junior )", "L005", "L046"));
    edits.add(new Edit("one is exempted by name", rules -> firstRule(rules, "SchoolClass()", "SchoolClass( id != \"c1\" )"), List.of("L005", "L043")));
    edits.add(new Edit("the conditions narrowed", rules -> firstRule(rules, "SchoolClass()", "SchoolClass( stage == Stage.PRIMARY )"), List.of("L013", "L005", "L042")));
    edits.add(new Edit("a comment", rules -> firstRule(rules, "    $class : SchoolClass()", "    // 班额上限\n    $class : SchoolClass()"), List.of()));
    edits.add(new Edit("a tab", rules -> firstRule(rules, "    $class : SchoolClass()", "\t$class : SchoolClass()"), List.of()));
    edits.add(new Edit("a day of the calendar", rules -> calendarDay(rules), List.of("L010", "L063")));
    edits.add(year("the calendar of a year", "", ""));
    edits.add(new Edit("a holiday of a city", rules -> rules.write("calendars/cn-4302.csv",
        "kind,from,to,name,document\nholiday,2026-03-09,2026-03-09,本市假日,市通知\n"), List.of()));
    edits.add(year("a festival forgotten", "holiday,2027-10-01,2027-10-07,国庆节,通知\n", "", "L064", "L065"));
    edits.add(year("a workday in another month", "workday,2027-10-09,2027-10-09", "workday,2027-07-10,2027-07-10", "L077"));
    edits.add(year("a workday that is none", "workday,2027-10-09,2027-10-09", "workday,2027-10-12,2027-10-12", "L063", "L065"));
    edits.add(year("a workday of another year", "workday,2027-10-09,2027-10-09", "workday,2028-10-09,2028-10-09", "L010", "L063", "L065", "L066"));
    edits.add(version("a version that raises a cap", "46,students,should,2027-09-01,"));
    edits.add(version("a version of long ago", "40,students,should,2017-09-01,", "L067", "L002"));
    edits.add(version("a version for a day", "40,students,should,2027-09-01,2027-09-02", "L068", "L012"));
    edits.add(version("a version that ends", "40,students,should,2027-09-01,2028-09-01", "L012"));
    edits.add(cell("compared on a day to come", DESIGN + ROW, DESIGN.replace("45", "65") + ROW.replace(",high,2026-11-30,", ",high,2062-01-01,"), "L001", "L037"));
    edits.add(new Edit("a version for fewer", rules -> version(rules, LARGE, "primary|junior", "primary"), List.of("L055")));
    edits.add(new Edit("a version for all", rules -> version(rules, LARGE, ",56,", ",50,"), List.of()));
    edits.add(new Edit("a version for more than twice as many", rules -> version(rules, DESIGN, ",45,", ",100,"), List.of("L024")));
    edits.add(new Edit("a version in other days", rules -> version(rules, REPLY, ",working days,", ",days,"), List.of("L030")));
    edits.add(new Edit("a version in fewer days", rules -> version(rules, REPLY, ",20,working days,", ",15,working days,"), List.of()));
    edits.add(new Edit("one is allowed where none was", rules -> version(rules, NONE, "city,0,", "city,5,"), List.of()));
    edits.add(new Edit("a row copied", rules -> copied(rules, ".design,", ".copy,"), List.of("L007", "L056")));
    edits.add(in("cn/codes-class-size.csv", "a code misspelled", "LARGE_CLASS_SHARE", "LARGE_CLAS_SHARE", "L008", "L007", "L049", "unknown-scope.near"));
    edits.add(new Edit("a column of documents sorted", rules -> sorted(rules, SIZES, "document"), List.of("L015", "L035", "L069")));
    edits.add(new Edit("remedies filled down",
        rules -> column(rules, SIZES, "remedy", cells -> cells.replaceAll(one -> cells.get(0))), List.of("L015")));
    edits.add(new Edit("titles in a wrong encoding",
        rules -> column(rules, SIZES, "title", cells -> cells.replaceAll(RuleEditsTest::misread)), List.of("L016")));
    edits.add(new Edit("titles of question marks",
        rules -> column(rules, SIZES, "title", cells -> cells.replaceAll(one -> "?".repeat(one.length()))), List.of("L016")));
    edits.add(cell("headers of titles swapped", "title,title_en", "title_en,title", "L017"));
    edits.add(cell("the document of another", DESIGN + "小学班额(设计),Primary class size (design),中小学校设计规范(GB 50099-2011)",
        DESIGN + "小学班额(设计),Primary class size (design),义务教育法", "L018"));
    edits.add(cell("a document by its full name", DESIGN + "小学班额(设计),Primary class size (design),中小学校设计规范(GB 50099-2011)",
        DESIGN + "小学班额(设计),Primary class size (design),《中小学校设计规范》(GB 50099—2011)"));
    edits.add(cell("the English title of another", DESIGN + "小学班额(设计),Primary", DESIGN + "小学班额(设计),Junior", "L007", "L014"));
    edits.add(in("cn/class-size.drl", "the title of another rule", "@title( \"班额\" )", "@title( \"大班额\" )", "L007"));
    edits.add(in("cn/codes.csv", "titles of codes swapped",
        "BUS_SPEED_EXPRESSWAY,校车高速公路时速,School bus speed on expressways\nindicator,BUS_SPEED_ROAD,校车其他道路时速",
        "BUS_SPEED_EXPRESSWAY,校车其他道路时速,School bus speed on expressways\nindicator,BUS_SPEED_ROAD,校车高速公路时速", "L007"));
    edits.add(in("cn/codes.csv", "a title of a code said better", "BUS_SPEED_ROAD,校车其他道路时速", "BUS_SPEED_ROAD,校车在其他道路的时速"));
    edits.add(new Edit("a version with the title of another stage", rules -> succeeded(rules, "初中班额(设计)"), List.of("L014")));
    edits.add(twoVersions("a gap between versions", "2028-01-01", "", "L060"));
    edits.add(twoVersions("versions without a gap", "2027-01-01", ""));
    edits.add(twoVersions("a gap that is meant", "2028-01-01", "class-size.city,class-size.students,,,,,2027-01-01,2028-01-01,市班额,市文件,四,withdraws\n"));
    edits.add(new Edit("another encoding", RuleEditsTest::reencode, List.of()));
    edits.add(new Edit("all cells quoted", rules -> quoted(rules, SIZES), List.of()));
    return edits;
  }

  /** A table of a region that has none, with two versions of a limit. */
  private static Edit twoVersions(String name, String second, String more, String... told) {
    String rows =
        "id,rule,applies_to,value,unit,level,from,until,title,document,clause,effect\n"
            + "class-size.city,class-size.students,primary,42,students,should,2026-09-01,2027-01-01,市班额,市文件,三,\n"
            + "class-size.city,class-size.students,primary,40,students,should," + second + ",,市班额,市文件,四,\n" + more;
    return new Edit(name, rules -> rules.write("cn-4307/class-size.csv", rows), List.of(told));
  }

  /** The shipped calendar with one more year, in which one text stands for another. */
  private static Edit year(String name, String old, String other, String... told) {
    String rows =
        """
        known,2027-01-01,2027-12-31,2027年,通知
        holiday,2027-01-01,2027-01-03,元旦,通知
        holiday,2027-02-05,2027-02-13,春节,通知
        workday,2027-02-20,2027-02-20,春节（调休上班）,通知
        holiday,2027-04-03,2027-04-05,清明节,通知
        holiday,2027-05-01,2027-05-05,劳动节,通知
        workday,2027-05-08,2027-05-08,劳动节（调休上班）,通知
        holiday,2027-06-09,2027-06-09,端午节,通知
        holiday,2027-09-15,2027-09-15,中秋节,通知
        holiday,2027-10-01,2027-10-07,国庆节,通知
        workday,2027-10-09,2027-10-09,国庆节（调休上班）,通知
        """;
    String path = "calendars/cn.csv";
    return new Edit(name, rules -> rules.write(path, rules.text(path) + rows.replace(old, other)), List.of(told));
  }

  /** A new version of the first row of the table: its value, unit, level and days. */
  private static Edit version(String name, String cells, String... told) {
    String from = cells.split(",")[3];
    return new Edit(
        name,
        rules -> {
          rules.replace(SIZES, DESIGN, DESIGN.replace("2012-01-01,", "2012-01-01," + from));
          rules.write(
              SIZES,
              rules.text(SIZES) + "class-size.primary.design,class-size.students,primary," + cells + "," + ROW + "\n");
        },
        List.of(told));
  }

  @TestFactory
  Stream<DynamicTest> each_is_told_or_harmless(@TempDir Path folder) {
    return edits().stream()
        .map(edit -> DynamicTest.dynamicTest(edit.name(), () -> {
          EditedRules rules = EditedRules.copiedTo(Files.createTempDirectory(folder, "rules"));
          edit.made().accept(rules);
          RuleBook book = rules.read();
          List<String> told =
              Stream.concat(
                      book.problems().stream().map(Problem::code).map(code -> code.text()),
                      Linter.warnings(book, EditedRules.SHIPPED).stream().filter(one -> !one.lint().isNote())
                          .map(one -> one.lint().code()))
                  .distinct()
                  .toList();
          if (edit.told().isEmpty()) {
            assertThat(told).isEmpty();
          } else {
            assertThat(told).containsAnyElementsOf(edit.told());
            assertThat(edit.told()).containsAll(told.stream().filter(code -> code.startsWith("L")).toList());
          }
        }));
  }

  private static List<String> header(EditedRules rules, String path) {
    return List.of(cells(rules.text(path).lines().findFirst().orElseThrow()));
  }

  private static void withoutRow(EditedRules rules, String path, String start) {
    rules.write(
        path, rules.text(path).lines().filter(line -> !line.startsWith(start)).collect(Collectors.joining("\n", "", "\n")));
  }

  /** The row that begins so ends on a day on which a copy of it begins, with another text in it. */
  private static void version(EditedRules rules, String start, String old, String other) {
    String path = start.startsWith("timeliness") ? "cn/timeliness.csv" : SIZES;
    String row = rules.text(path).lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    List<String> header = header(rules, path);
    String[] cells = cells(row);
    cells[header.indexOf("until")] = "2027-09-01";
    String ended = String.join(",", cells);
    cells[header.indexOf("from")] = "2027-09-01";
    cells[header.indexOf("until")] = "";
    cells[header.indexOf("announced")] = "";
    rules.write(
        path, rules.text(path).replace(row, ended) + String.join(",", cells).replace(old, other) + "\n");
  }

  private static void copied(EditedRules rules, String old, String other) {
    String row = rules.text(SIZES).lines().filter(line -> line.startsWith(DESIGN)).findFirst().orElseThrow();
    rules.write(SIZES, rules.text(SIZES) + row.replace(old, other) + "\n");
  }

  private static void firstRule(EditedRules rules, String old, String other) {
    String path = "cn/class-size.drl";
    String text = rules.text(path);
    int at = text.indexOf(old, text.indexOf("rule \"class-size.students\""));
    rules.write(path, text.substring(0, at) + other + text.substring(at + old.length()));
  }

  private static void sorted(EditedRules rules, String path, String column) {
    column(rules, path, column, cells -> cells.sort(null));
  }

  private static void column(EditedRules rules, String path, String name, Consumer<List<String>> change) {
    int column = header(rules, path).indexOf(name);
    List<String[]> rows = rules.text(path).lines().map(RuleEditsTest::cells).toList();
    List<String> cells = new ArrayList<>(rows.stream().skip(1).map(row -> row[column]).toList());
    change.accept(cells);
    for (int i = 1; i < rows.size(); i++) {
      rows.get(i)[column] = cells.get(i - 1);
    }
    rules.write(path, rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n")));
  }

  private static String[] cells(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }

  /** UTF-8 that a program took for GBK. */
  private static String misread(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("GBK"));
  }

  /** A version from 2027 on, with another title. */
  private static void succeeded(EditedRules rules, String title) {
    String row = rules.text(SIZES).lines().filter(line -> line.startsWith(DESIGN)).findFirst().orElseThrow();
    String next =
        row.replace(",45,", ",40,").replace("2012-01-01", "2027-09-01").replace("小学班额(设计)", title)
            .replace("2010-12-24", "");
    rules.replace(SIZES, row, row.replace("2012-01-01,,", "2012-01-01,2027-09-01,") + "\n" + next);
  }

  private static void quoted(EditedRules rules, String path) {
    rules.write(
        path,
        rules.text(path).lines()
            .map(line ->
                Arrays.stream(cells(line))
                    .map(cell -> cell.startsWith("\"") ? cell : '"' + cell + '"')
                    .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n")));
  }

  private static void calendarDay(EditedRules rules) {
    String path = "calendars/cn.csv";
    String row = rules.text(path).lines().filter(line -> line.startsWith("holiday,2019")).findFirst().orElseThrow();
    rules.replace(path, row, row.replace("holiday", "workday"));
  }

  private static void reencode(EditedRules rules) {
    try {
      Files.write(
          rules.file(SIZES), rules.text(SIZES).replace("\n", "\r\n").getBytes(Charset.forName("GB18030")));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
