package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Region;
import org.dudao.fact.Truth;
import org.junit.jupiter.api.Test;

/** A layer takes law away only where a row of it says so, and there all of it. */
class LayeredLimitsTest {
  private static final String HEADER =
      "id,rule,applies_to,value,unit,level,from,until,title,title_en,document,clause,remedy,dated_by,ref,effect\n";
  private static final List<String> FOLDERS = List.of("any", "cn", "cn-43", "cn-4302", "cn-44", "us-tx");
  private static final List<String> REGIONS =
      List.of("CN", "CN-43", "CN-4302", "CN-430203", "CN-4403", "US-TX", "US-FL");
  private static final List<String> DAYS = List.of("", "2010-01-01", "2015-01-01", "2020-01-01", "2025-01-01", "");
  private static final List<String> WORDS = List.of("", "replaces", "withdraws", "exempts");

  /** A row before it is read: from one of the days up to another one. */
  private record Draft(String id, String folder, int from, int until, String effect, String document) {
    String line() {
      return String.join(
          ",", id, "class-size.students", effect.equals("exempts") ? "rural" : "", "45", "students", "must",
          DAYS.get(from), DAYS.get(until), "班额", "Size", document, "一", "", "", "", effect) + "\n";
    }

    boolean isLimit() {
      return effect.isEmpty() || effect.equals("replaces");
    }

    String region() {
      return folder.equals("any") ? "" : folder.toUpperCase(Locale.ROOT);
    }

    boolean isInForce(LocalDate day) {
      return (from == 0 || !day.isBefore(LocalDate.parse(DAYS.get(from))))
          && (until == DAYS.size() - 1 || day.isBefore(LocalDate.parse(DAYS.get(until))));
    }

    /** Whether both are about one norm on some day. */
    boolean meets(Draft other) {
      return id.equals(other.id) && from < other.until && other.from < until;
    }
  }

  @Test
  void what_was_law_is_law_or_was_taken_by_a_row_that_says_so() {
    Random random = new Random(29);
    int sound = 0;
    Set<Effect> taken = new TreeSet<>();
    for (int round = 0; round < 2000; round++) {
      List<Draft> below = drafts(random, 4, List.of(""), "shipped");
      List<Draft> above = drafts(random, 3, WORDS, "own");
      LayeredLimits law = law(below, above);
      if (!law.problems().isEmpty() || hasClash(below)) {
        continue;
      }
      sound++;
      law.upper().forEach(row -> taken.add(row.effect()));
      for (String region : REGIONS) {
        for (int year = 2008; year < 2030; year += 3) {
          LocalDate day = LocalDate.of(year, 6, 1);
          assertThat(inForce(law, region, day)).as(below + " under " + above + " in " + region + " on " + day)
              .isEqualTo(expected(below, above, region, day));
        }
      }
    }
    assertThat(sound).isGreaterThan(200);
    assertThat(taken).containsExactlyInAnyOrder(Effect.values());
  }

  /** What a row without a word would take, or a row with one does not meet, is refused. */
  @Test
  void a_row_that_clashes_with_one_below_or_meets_none_is_refused() {
    Random random = new Random(31);
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      List<Draft> below = drafts(random, 3, List.of(""), "shipped");
      Draft own = drafts(random, 1, WORDS, "own").get(0);
      boolean isMet =
          below.stream().anyMatch(one -> one.meets(own) && Region.covers(one.region(), own.region()));
      boolean clashes = below.stream().anyMatch(one -> one.meets(own) && one.folder().equals(own.folder()));
      if (!hasClash(below)) {
        boolean isRefused = own.effect().isEmpty() ? clashes : !isMet;
        assertThat(law(below, List.of(own)).problems().isEmpty()).as(own + " over " + below).isEqualTo(!isRefused);
        refused += isRefused ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(150);
  }

  @Test
  void a_copy_of_a_row_is_that_row_with_other_words_around_it() {
    Draft one = new Draft("class-size.a", "cn", 0, 3, "", "文件");
    LayeredLimits law = law(List.of(one), List.of(one));
    assertThat(law.problems()).isEmpty();
    assertThat(law.upper()).isEmpty();
    assertThat(law.limits()).hasSize(1).allMatch(limit -> limit.origin().file().startsWith("1/"));
  }

  /** By the documents of the rows, which are as many as the rows; behind it what they free. */
  private static Map<String, String> inForce(LayeredLimits law, String region, LocalDate day) {
    Map<String, String> inForce = new TreeMap<>();
    for (Limit limit : law.limits()) {
      if (limit.isLawIn(region) && limit.isInForce(day) == Truth.YES) {
        assertThat(inForce.put(limit.document(), limit.appliesTo().contains("!(rural)") ? "exempt" : "all"))
            .as("one part of a row is in force on a day").isNull();
      }
    }
    return inForce;
  }

  private static Map<String, String> expected(List<Draft> below, List<Draft> above, String region, LocalDate day) {
    Map<String, String> expected = new TreeMap<>();
    List<Draft> all = new ArrayList<>(below);
    all.addAll(above);
    List<Draft> words =
        above.stream().filter(row -> row.isInForce(day) && Region.covers(row.region(), region)).toList();
    for (Draft one : all) {
      if (!one.isLimit() || !one.isInForce(day) || !Region.covers(one.region(), region)) {
        continue;
      }
      List<Draft> of =
          words.stream().filter(row -> row.id().equals(one.id()) && Region.covers(one.region(), row.region())).toList();
      boolean isBelow = below.contains(one);
      boolean isTaken =
          of.stream().anyMatch(row -> {
            boolean sameRegion = row.folder().equals(one.folder());
            return row.effect().equals("replaces") && isBelow && sameRegion
                || row.effect().equals("withdraws") && (isBelow || !sameRegion);
          });
      if (!isTaken) {
        boolean frees = of.stream().anyMatch(row -> row.effect().equals("exempts"));
        expected.put(one.document(), frees ? "exempt" : "all");
      }
    }
    return expected;
  }

  private static List<Draft> drafts(Random random, int most, List<String> effects, String document) {
    List<Draft> drafts = new ArrayList<>();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      int from = random.nextInt(DAYS.size() - 1);
      drafts.add(
          new Draft(
              "class-size." + "ab".charAt(random.nextInt(2)), FOLDERS.get(random.nextInt(FOLDERS.size())), from,
              from + 1 + random.nextInt(DAYS.size() - 1 - from), effects.get(random.nextInt(effects.size())),
              document + left));
    }
    return drafts;
  }

  private static boolean hasClash(List<Draft> drafts) {
    return drafts.stream()
        .anyMatch(one ->
            drafts.stream().anyMatch(other -> one != other && one.meets(other) && one.folder().equals(other.folder())));
  }

  private static LayeredLimits law(List<Draft> below, List<Draft> above) {
    List<Source> sources = new ArrayList<>(sources(below, 0));
    sources.addAll(sources(above, 1));
    return Shipped.read(() -> new LimitReader(Shipped.CODES).law(sources));
  }

  private static List<Source> sources(List<Draft> drafts, int layer) {
    Map<String, String> tables =
        drafts.stream().collect(Collectors.toMap(Draft::folder, Draft::line, String::concat, TreeMap::new));
    return tables.entrySet().stream()
        .map(table -> {
          String path = table.getKey() + "/class-size.csv";
          return new Source(
              layer + "/" + path, path, (HEADER + table.getValue()).getBytes(StandardCharsets.UTF_8), layer);
        })
        .toList();
  }
}
