package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.fact.Authority;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.junit.jupiter.api.Test;

/** What came of comparing each limit with the words of its document is told in a table, and the limits are as it says. */
class VerifiedTest {
  private static final Path RULES = Path.of("rules");

  /** The tables that were compared as a whole, by the paths under {@code rules/}. */
  private static final Set<String> TABLES =
      Set.of(
          "cn-32/school-day.csv", "cn/admissions.csv", "cn/kindergarten.csv", "cn/openness.csv", "cn/quality.csv",
          "cn/safety.csv", "cn/school-day.csv", "cn/staffing.csv", "cn/timeliness.csv");

  private static final Set<Authority> WITHOUT_WORDS =
      Set.of(Authority.PROMISE, Authority.ARITHMETIC, Authority.EXPERIENCE);

  private static final Set<String> DONE =
      Set.of("kept", "corrected", "level", "scope", "dated", "note", "confidence", "removed");

  private static final Set<String> READINGS = Set.of("", "holds", "overstated", "cannot-tell");

  private static final List<NamedCsvRecord> VERIFIED = verified();
  private static final Map<Row, Limit> LIMITS = limits();

  /** Which row of which table; {@code from} is empty for always. */
  private record Row(String file, String id, String from) {
    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::file).thenComparing(Row::id).thenComparing(Row::from);

    static Row of(NamedCsvRecord line) {
      return new Row(line.getField("file"), line.getField("id"), line.getField("from"));
    }

    static Row of(Limit limit) {
      return new Row(
          tableOf(limit), limit.id(), limit.from() == null ? "" : limit.from().toString());
    }
  }

  @Test
  void every_limit_that_rests_on_words_was_compared_with_them_once() {
    assertThat(VERIFIED).extracting(Row::of).doesNotHaveDuplicates().isSortedAccordingTo(Row.ORDER);
    List<Row> compared = VERIFIED.stream().filter(line -> !isRemoved(line)).map(Row::of).toList();
    assertThat(compared).containsExactlyInAnyOrderElementsOf(LIMITS.keySet());
  }

  @Test
  void what_is_removed_is_in_no_table() {
    List<Row> removed = VERIFIED.stream().filter(VerifiedTest::isRemoved).map(Row::of).toList();
    assertThat(removed).isNotEmpty().doesNotContainAnyElementsOf(LIMITS.keySet());
  }

  @Test
  void answers_are_of_the_known_ones_and_a_change_says_why() {
    assertThat(VERIFIED).allSatisfy(line -> {
      assertThat(line.getField("verdict")).isIn("confirmed", "corrected", "doubtful", "knowledge", "not-found");
      assertThat(line.getField("second")).isIn(READINGS);
      assertThat(done(line)).as(line.toString()).isNotEmpty().isSubsetOf(DONE);
      if (!done(line).equals(Set.of("kept"))) {
        assertThat(line.getField("why")).as(line.toString()).isNotBlank();
      }
    });
  }

  /** Who only takes a level back answers a line that doubts or corrects it; what is confirmed keeps its level. */
  @Test
  void a_level_alone_is_lowered_only_where_it_was_asked_for() {
    assertThat(lines(line -> done(line).equals(Set.of("level"))))
        .allSatisfy((row, line) -> assertThat(line.getField("verdict")).as(row.toString()).isIn("corrected", "doubtful"));
  }

  @Test
  void nobody_must_what_nobody_saw() {
    assertThat(lines(line -> Set.of("knowledge", "not-found").contains(line.getField("verdict"))))
        .isNotEmpty()
        .allSatisfy((row, line) -> assertThat(LIMITS.get(row).bindingLevel()).as(row.toString()).isNotEqualTo(Level.MUST));
  }

  @Test
  void what_was_seen_says_when_and_where() {
    assertThat(lines(line -> Set.of("confirmed", "corrected").contains(line.getField("verdict"))))
        .isNotEmpty()
        .allSatisfy((row, line) -> {
          Limit limit = LIMITS.get(row);
          assertThat(limit.citation().checkedOn()).as(row.toString()).isNotNull();
          assertThat(limit.clause() + limit.citation().words()).as(row.toString()).isNotEmpty();
        });
  }

  @Test
  void a_doubt_is_told_and_does_not_bind() {
    assertThat(lines(line -> line.getField("verdict").equals("doubtful")))
        .isNotEmpty()
        .allSatisfy((row, line) -> {
          Limit limit = LIMITS.get(row);
          assertThat(limit.note().in(Language.EN)).as(row.toString()).isNotBlank();
          assertThat(limit.note().in(Language.ZH)).as(row.toString()).isNotBlank();
          if (limit.bindingLevel() == Level.MUST) {
            assertThat(done(line)).as(row.toString()).containsAnyOf("scope", "dated", "corrected", "confidence");
          }
        });
  }

  /** Those lines about rows that are still there. */
  private static Map<Row, NamedCsvRecord> lines(Predicate<NamedCsvRecord> wanted) {
    Map<Row, NamedCsvRecord> lines = new TreeMap<>(Row.ORDER);
    VERIFIED.stream().filter(line -> wanted.test(line) && !isRemoved(line)).forEach(line -> lines.put(Row.of(line), line));
    return lines;
  }

  private static Set<String> done(NamedCsvRecord line) {
    return Set.of(line.getField("done").split(" "));
  }

  private static boolean isRemoved(NamedCsvRecord line) {
    return done(line).contains("removed");
  }

  private static String tableOf(Limit limit) {
    return limit.origin().file().replaceFirst("^.*rules/", "");
  }

  private static Map<Row, Limit> limits() {
    return Shipped.LIMITS.stream()
        .filter(limit -> TABLES.contains(tableOf(limit)) && !WITHOUT_WORDS.contains(limit.citation().authority()))
        .collect(Collectors.toMap(Row::of, limit -> limit));
  }

  private static List<NamedCsvRecord> verified() {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(RULES.resolve("VERIFIED.csv"))) {
      List<NamedCsvRecord> lines = csv.stream().toList();
      assertThat(lines).isNotEmpty();
      assertThat(lines.get(0).getHeader())
          .containsExactly("file", "id", "from", "verdict", "second", "done", "why");
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
