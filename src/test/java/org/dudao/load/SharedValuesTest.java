package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that several limits share stands in one of them; where and while that one changes, all do. */
class SharedValuesTest {
  private static final String HEADER =
      "id,rule,applies_to,value,unit,level,from,until,title,document,clause,dated_by,effect\n";
  private static final List<String> FOLDERS = List.of("cn", "cn-43", "cn-4302", "cn-44");
  private static final List<String> REGIONS = List.of("CN", "CN-43", "CN-4302", "CN-430203", "CN-4403");
  private static final List<String> DAYS = List.of("", "2010-01-01", "2015-01-01", "2020-01-01", "2025-01-01", "");

  /** One row that replaces the number from one of the days up to another one. */
  private record NumberChange(String folder, int from, int until, int number) {
    boolean meets(NumberChange other) {
      return folder.equals(other.folder) && from < other.until && other.from < until;
    }

    String line() {
      return row("a", String.valueOf(number), DAYS.get(from), DAYS.get(until), "replaces", "文件" + number);
    }

    boolean isInForce(String region, LocalDate day) {
      return Region.covers(folder.toUpperCase(Locale.ROOT), region)
          && (from == 0 || !day.isBefore(LocalDate.parse(DAYS.get(from))))
          && (until == DAYS.size() - 1 || day.isBefore(LocalDate.parse(DAYS.get(until))));
    }
  }

  @Test
  void a_shared_value_is_everywhere_and_always_that_of_the_limit_that_has_it() {
    Random random = new Random(17);
    int changed = 0;
    for (int round = 0; round < 400; round++) {
      List<NumberChange> changes = changes(random);
      String sharer = FOLDERS.get(random.nextInt(2));
      List<Source> sources = new ArrayList<>();
      sources.add(source("cn", row("a", "45", "", "", "", "国标"), 0));
      sources.add(source(sharer, row("b", "=class-size.a", "", "", "", "国标"), 0));
      changes.stream().collect(Collectors.groupingBy(NumberChange::folder, TreeMap::new, Collectors.toList()))
          .forEach((folder, rows) ->
              sources.add(source(folder, rows.stream().map(NumberChange::line).collect(Collectors.joining()), 1)));
      LayeredLimits law = law(sources);
      assertThat(law.problems()).as("%s", changes).isEmpty();
      for (String region : REGIONS) {
        for (int year = 2008; year < 2030; year += 3) {
          LocalDate day = LocalDate.of(year, 6, 1);
          if (!Region.covers(sharer.toUpperCase(Locale.ROOT), region)) {
            continue;
          }
          NumberChange expected = inForce(changes, region, day);
          List<Limit> found =
              law.limits().stream()
                  .filter(one -> one.id().equals("class-size.b") && one.isLawIn(region) && one.isInForce(day) == Truth.YES)
                  .toList();
          assertThat(found).as("%s in %s on %s", changes, region, day).hasSize(1);
          assertThat(found.get(0).valueText()).as("%s in %s on %s", changes, region, day)
              .isEqualTo(expected == null ? "45" : String.valueOf(expected.number()));
          assertThat(found.get(0).document()).as("whoever says the number is cited")
              .isEqualTo(expected == null ? "国标" : "文件" + expected.number());
          changed += expected == null ? 0 : 1;
        }
      }
    }
    assertThat(changed).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          =class-size.aa, students, '', '', UNKNOWN_STANDARD_NEAR
          =class-size.z.quite-another, students, '', '', UNKNOWN_STANDARD
          =class-size.a, pupils/room, '', '', VALUE_IN_OTHER_UNIT
          =class-size.n, students, 2012-01-01, 2014-01-01, VALUE_IS_NO_LAW
          =class-size.c, students, 2012-01-01, 2014-01-01, VALUE_OF_BORROWER
          """)
  void what_has_no_value_to_share_is_refused(String value, String unit, String from, String until, ProblemCode code) {
    String table =
        row("a", "45", "2010-01-01", "2020-01-01", "", "国标")
            + row("c", "=class-size.a", "2012-01-01", "2014-01-01", "", "国标")
            + row("b", value, from, until, "", "国标").replace(",students,", "," + unit + ",");
    LayeredLimits law =
        law(List.of(source("cn", table, 0), source("cn-43", row("n", "40", "2010-01-01", "2020-01-01", "", "省标"), 0)));
    assertThat(law.problems()).extracting(one -> one.code()).containsExactly(code);
    assertThat(law.problems().get(0).at().line()).isEqualTo(4);
    assertThat(law.limits()).extracting(Limit::id).containsExactlyInAnyOrder("class-size.a", "class-size.c", "class-size.n");
    assertThat(law.rows()).as("what is left can be judged by").allMatch(row -> row.value() != null);
  }

  /** The number of a norm does not end with the other norm that has it. */
  @Test
  void on_days_on_which_the_other_is_no_law_its_last_or_first_number_stays() {
    LayeredLimits law =
        law(
            List.of(
                source(
                    "cn",
                    row("a", "45", "2010-01-01", "2015-01-01", "", "国标") + row("a", "40", "2020-01-01", "2025-01-01", "", "国标")
                        + row("b", "=class-size.a", "2008-01-01", "", "", "国标"),
                    0)));
    assertThat(law.problems()).isEmpty();
    Map<Integer, String> byYear =
        Map.of(2009, "45", 2012, "45", 2017, "45", 2022, "40", 2026, "40");
    byYear.forEach((year, number) ->
        assertThat(law.limits())
            .filteredOn(one -> one.id().equals("class-size.b") && one.isInForce(LocalDate.of(year, 6, 1)) == Truth.YES)
            .as("%s", year).extracting(Limit::valueText).containsExactly(number));
  }

  /** Who looks what a row came in place of finds it, with its number. */
  @Test
  void a_row_that_is_no_longer_law_is_still_a_row_with_its_value() {
    LayeredLimits law =
        law(
            List.of(
                source(
                    "cn",
                    row("a", "45", "", "", "", "国标") + row("b", "=class-size.a", "", "", "", "国标")
                        + row("c", "=class-size.a", "", "", "", "国标"),
                    0),
                source("cn", row("b", "40", "", "", "replaces", "新标"), 1)));
    assertThat(law.problems()).isEmpty();
    assertThat(law.limits()).extracting(Limit::valueText).containsExactly("45", "45", "40");
    assertThat(law.rows()).extracting(Limit::valueText).containsExactly("45", "45", "45", "40");
  }

  @Test
  void a_shared_value_is_written_with_or_without_a_blank() {
    for (String value : List.of("=class-size.a", "= class-size.a")) {
      LayeredLimits law =
          law(List.of(source("cn", row("a", "45", "", "", "", "国标") + row("b", value, "", "", "", "国标"), 0)));
      assertThat(law.problems()).isEmpty();
      assertThat(law.limits()).extracting(Limit::valueText).containsExactly("45", "45");
      assertThat(law.limits().get(1).decisiveCells()).containsEntry("value", "=class-size.a");
    }
  }

  private static NumberChange inForce(List<NumberChange> changes, String region, LocalDate day) {
    return changes.stream()
        .filter(one -> one.isInForce(region, day))
        .max(Comparator.comparing(one -> one.folder().length()))
        .orElse(null);
  }

  private static List<NumberChange> changes(Random random) {
    List<NumberChange> changes = new ArrayList<>();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int from = random.nextInt(DAYS.size() - 1);
      NumberChange one =
          new NumberChange(
              FOLDERS.get(random.nextInt(FOLDERS.size())), from, from + 1 + random.nextInt(DAYS.size() - 1 - from),
              30 + left);
      if (changes.stream().noneMatch(one::meets)) {
        changes.add(one);
      }
    }
    return changes;
  }

  private static String row(String name, String value, String from, String until, String effect, String document) {
    return String.join(
        ",", "class-size." + name, "class-size.students", "primary", value, "students", "must", from, until, "班额",
        document, "一", "", effect) + "\n";
  }

  private static Source source(String folder, String rows, int layer) {
    String path = folder + "/class-size.csv";
    return new Source(layer + "/" + path, path, (HEADER + rows).getBytes(StandardCharsets.UTF_8), layer);
  }

  private static LayeredLimits law(List<Source> sources) {
    return Shipped.read(() -> new LimitReader(Shipped.CODES).law(sources));
  }
}
