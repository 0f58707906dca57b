package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.dudao.EditedRules;
import org.dudao.fact.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who does what the job asks for is not warned: a hundred lawful edits of a copy of the shipped rules. */
class LawfulEditsTest {
  private static final int OF_EACH_KIND = 20;
  private static final int MOST_WARNINGS = 2;

  private static final LocalDate RAISED_FROM = LocalDate.of(2027, 9, 1);

  @Test
  void a_hundred_lawful_edits_give_hardly_a_warning(@TempDir Path folder) throws Exception {
    EditedRules rules = EditedRules.copiedTo(folder);
    Random random = new Random(31);
    // Each norm is touched once; one of a single open version with a plain number.
    Map<String, Long> versions =
        EditedRules.SHIPPED.limits().stream().collect(Collectors.groupingBy(Limit::id, Collectors.counting()));
    List<Limit> plain =
        new ArrayList<>(
            EditedRules.SHIPPED.limits().stream()
                .filter(limit -> versions.get(limit.id()) == 1 && limit.from() != null && limit.until() == null)
                .filter(limit -> limit.from().isBefore(RAISED_FROM))
                .filter(limit -> !limit.isOfConsistency() && limit.sameAs().isEmpty() && limit.valueText().matches("[1-9]\\d*"))
                .toList());
    Collections.shuffle(plain, random);
    Iterator<Limit> next = plain.iterator();
    for (int i = 0; i < OF_EACH_KIND; i++) {
      edit(rules, next.next(), LawfulEditsTest::raisedFromADay);
      edit(rules, next.next(), LawfulEditsTest::retitled);
      edit(rules, next.next(), LawfulEditsTest::addedBeside);
      inNewRegion(rules, next.next(), i);
      newRule(rules, i);
    }

    RuleBook book = rules.read();

    assertThat(book.problems()).isEmpty();
    assertThat(Linter.warnings(book, EditedRules.SHIPPED)).filteredOn(one -> !one.lint().isNote()).hasSizeLessThanOrEqualTo(MOST_WARNINGS);
  }

  private static void edit(EditedRules rules, Limit limit, BiConsumer<List<String[]>, Integer> change) {
    String path = limit.origin().file().substring("rules/".length());
    List<String[]> rows = new ArrayList<>(rules.text(path).lines().map(LawfulEditsTest::cells).toList());
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i)[0].equals(limit.id()) && rows.get(i)[7].isEmpty()) {
        change.accept(rows, i);
        break;
      }
    }
    rules.write(path, rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n")));
  }

  /** The old row ends on the day on which a new one with a greater value begins. */
  private static void raisedFromADay(List<String[]> rows, int number) {
    String[] old = rows.get(number);
    String[] raised = old.clone();
    raised[3] = String.valueOf(Integer.parseInt(old[3]) + Math.max(1, Integer.parseInt(old[3]) / 10));
    raised[6] = RAISED_FROM.toString();
    raised[19] = "";
    raised[21] = "";
    old[7] = RAISED_FROM.toString();
    rows.add(number + 1, raised);
  }

  private static void retitled(List<String[]> rows, int number) {
    rows.get(number)[8] = rows.get(number)[8].replaceAll("\"", "") + "（修订）";
    rows.get(number)[9] = rows.get(number)[9].replaceAll("\"", "").replace(",", "") + " (revised)";
  }

  /** Another standard of the same rule. */
  private static void addedBeside(List<String[]> rows, int number) {
    String[] added = rows.get(number).clone();
    added[0] = added[0] + ".model-schools" + number;
    added[1] = rows.get(number)[1];
    added[8] = "示范学校标准" + number;
    added[9] = "Model schools " + number;
    rows.add(added);
  }

  private static void inNewRegion(EditedRules rules, Limit limit, int number) {
    String path = limit.origin().file().substring("rules/".length());
    String header = rules.text(path).lines().findFirst().orElseThrow();
    String[] row =
        cells(rules.text(path).lines().filter(line -> line.startsWith(limit.id() + ",")).findFirst().orElseThrow());
    row[0] = limit.topic() + ".local-standard-" + number;
    row[7] = "";
    row[10] = "某省办学标准";
    String file = path.substring(path.indexOf('/') + 1);
    String folder = "cn-" + (number % 2 == 0 ? "61" : "62") + "%02d".formatted(10 + number);
    rules.write(folder + "/" + file, header + "\n" + String.join(",", row) + "\n");
  }

  private static void newRule(EditedRules rules, int number) {
    String id = "class-size.visited-" + number;
    String path = "cn/class-size.drl";
    rules.write(
        path,
        rules.text(path)
            + """

            rule "%s"
                @title( "走班人数%d" )  @title_en( "Visited class %d" )
            when
                $class : SchoolClass()
                $limit : Limit( rule == "%s", bearsOn( $class ) )
            then
                check.that( $class, "students" ).isAtMost( $limit );
            end
            """.formatted(id, number, number, id));
    String table = "cn/class-size.csv";
    int columns = cells(rules.text(table).lines().findFirst().orElseThrow()).length;
    String[] row = new String[columns];
    Arrays.fill(row, "");
    List<String> filled =
        List.of(id, id, "senior", "5" + number % 10, "students", "should", LocalDate.of(2024, 9, 1).toString());
    for (int i = 0; i < filled.size(); i++) {
      row[i] = filled.get(i);
    }
    row[8] = "走班人数" + number;
    row[10] = "普通高中选课走班办法";
    row[11] = "三";
    row[12] = "policy";
    rules.write(table, rules.text(table) + String.join(",", row) + "\n");
  }

  private static String[] cells(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }
}
