package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.fact.Limit;
import org.junit.jupiter.api.Test;

/** Every row of the catalogue of norms that the topics at hand owe is a limit, or is left out for a reason that is told. */
class CoverageTest {
  private static final Path RULES = Path.of("rules");
  private static final List<NamedCsvRecord> REFS = read("REFS.csv", "ref", "source", "topic");
  private static final List<NamedCsvRecord> LEFT_OUT = read("LEFT-OUT.csv", "ref", "reason", "detail", "detail_en");

  private static final Set<String> REASONS =
      Set.of("reported-value", "not-checkable", "statistical-or-formula", "same-as", "personal");

  @Test
  void rows_of_the_catalogue_are_listed_once_and_come_from_one_of_its_two_sources() {
    assertThat(REFS).extracting(row -> row.getField("ref")).doesNotHaveDuplicates().doesNotContain("");
    assertThat(REFS).extracting(row -> row.getField("source")).containsOnly("official", "seeds");
    assertThat(where(row -> row.getField("source").equals("official") == row.getField("topic").isEmpty())).isEmpty();
  }

  @Test
  void every_row_that_a_limit_or_the_left_out_list_names_exists() {
    Set<String> known = where(row -> true);
    Map<String, Set<String>> unknown = limits();
    unknown.keySet().removeAll(known);
    assertThat(unknown).as("rows named by limits").isEmpty();
    assertThat(leftOut()).as("rows left out").isSubsetOf(known);
  }

  @Test
  void no_row_is_both_a_limit_and_left_out() {
    Map<String, Set<String>> both = limits();
    both.keySet().retainAll(leftOut());
    assertThat(both).isEmpty();
  }

  @Test
  void every_row_of_the_catalogue_is_a_limit_or_left_out() {
    Set<String> missing = new TreeSet<>(where(row -> true));
    missing.removeAll(limits().keySet());
    missing.removeAll(leftOut());
    assertThat(missing).as("write a limit, or a line in rules/LEFT-OUT.csv that says why not").isEmpty();
  }

  @Test
  void what_is_left_out_is_left_out_once_for_a_known_reason_that_is_told_in_both_languages() {
    assertThat(LEFT_OUT).extracting(row -> row.getField("ref")).doesNotHaveDuplicates();
    assertThat(LEFT_OUT).allSatisfy(row -> {
      assertThat(row.getField("reason")).as(row.toString()).isIn(REASONS);
      assertThat(row.getField("detail")).as(row.toString()).isNotBlank();
      assertThat(row.getField("detail_en")).as(row.toString()).isNotBlank();
    });
  }

  @Test
  void what_is_left_out_as_said_elsewhere_names_the_place() {
    Set<String> rules = Shipped.LIMITS.stream().map(Limit::rule).collect(Collectors.toSet());
    Set<String> limited = limits().keySet();
    assertThat(LEFT_OUT).allSatisfy(row -> {
      for (String language : List.of("detail", "detail_en")) {
        List<String> words = List.of(row.getField(language).split("[^A-Za-z0-9.-]+"));
        if (row.getField("reason").equals("statistical-or-formula")) {
          assertThat(words).as(row.toString()).containsAnyElementsOf(rules);
        } else if (row.getField("reason").equals("same-as")) {
          assertThat(words).as(row.toString()).containsAnyElementsOf(limited);
        }
      }
    });
  }

  /** The rows that the limits fulfil, each with those limits. */
  private static Map<String, Set<String>> limits() {
    Map<String, Set<String>> limits = new TreeMap<>();
    for (Limit limit : Shipped.LIMITS) {
      limit.citation().refs().forEach(ref -> limits.computeIfAbsent(ref, key -> new TreeSet<>()).add(limit.id() + " @" + limit.region()));
    }
    return limits;
  }

  private static Set<String> leftOut() {
    return LEFT_OUT.stream().map(row -> row.getField("ref")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> where(Predicate<NamedCsvRecord> wanted) {
    return REFS.stream().filter(wanted).map(row -> row.getField("ref")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<NamedCsvRecord> read(String name, String... columns) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(RULES.resolve(name))) {
      List<NamedCsvRecord> rows = csv.stream().toList();
      assertThat(rows).isNotEmpty();
      assertThat(rows.get(0).getHeader()).as(name).containsExactly(columns);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
