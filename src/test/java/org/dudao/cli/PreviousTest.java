package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.engine.World;
import org.dudao.fact.Facts;
import org.dudao.fact.FactKind;
import org.dudao.fact.Level;
import org.dudao.format.Format;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --previous}: figures are held against those of an earlier day, and against nothing else. */
class PreviousTest {
  private static final String TEACHERS = "consistency.change.teachers";
  private static final String SCHOOL = "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"teachers\": %d}]";

  @TempDir private Path folder;

  @Test
  void a_jump_within_a_year_is_doubted_and_ends_with_4() throws IOException {
    Run run = check(file("b", "2024-06-30", 9), file("b", "2023-06-30", 26));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
    assertThat(run.out()).contains("26 on 2023-06-30, and now 34.6% of it", "13 to 52", "earlier facts");
  }

  @Test
  void a_jump_that_is_explained_ends_with_0_and_is_told() throws IOException {
    String explanation =
        ", \"explanations\": [{\"id\": \"e\", \"standard\": \"" + TEACHERS
            + "\", \"subject\": \"s\", \"text\": \"two campuses became schools of their own\"}]";
    Path now = written("b", "2024-06-30", SCHOOL.formatted(9) + explanation);
    for (String format : Format.names()) {
      Run run = check(now, file("b", "2023-06-30", 26), "--format", format);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("two campuses became schools of their own");
    }
    Run lines = check(now, file("b", "2023-06-30", 26), "--stream");
    assertThat(lines.code()).isZero();
    assertThat(lines.out()).contains("two campuses became schools of their own");
  }

  @Test
  void a_stream_tells_the_same() throws IOException {
    Run run = check(file("b", "2024-06-30", 9), file("b", "2023-06-30", 26), "--stream");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(4);
    assertThat(run.out()).contains("26 on 2023-06-30, and now 34.6% of it");
  }

  @ParameterizedTest
  @CsvSource({"2024-06-30", "2025-06-30"})
  void what_is_not_earlier_is_wrong_usage_and_a_problem_of_the_stream(String day) throws IOException {
    Run run = check(file("b", "2024-06-30", 9), file("b", day, 26));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--previous", day, "2024-06-30");
    Run stream = check(file("b", "2024-06-30", 9), file("b", day, 26), "--stream");
    assertThat(stream.code()).isEqualTo(3);
    assertThat(stream.out()).contains("\"not-earlier\"");
  }

  /** The day of judgement that is given on the command line is not that of what was submitted before. */
  @Test
  void the_earlier_submission_bears_its_own_day() throws IOException {
    Run run = check(file("b", "2024-06-30", 9), file("b", "2023-06-30", 26), "--as-of", "2024-07-31");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out()).contains("26 on 2023-06-30");
  }

  @Test
  void another_bureau_is_not_compared_and_that_is_noted() throws IOException {
    Run run = check(file("b", "2024-06-30", 9), file("other", "2023-06-30", 26));
    assertThat(run.out()).doesNotContain(TEACHERS).contains("nothing of b");
    assertThat(run.code()).isEqualTo(check(file("b", "2024-06-30", 9), null).code());
  }

  @Test
  void of_several_earlier_days_the_last_counts() throws IOException {
    Run run =
        check(
            file("b", "2024-06-30", 9), file("b", "2022-06-30", 26), "--previous",
            file("b", "2023-06-30", 10).toString());
    assertThat(run.out()).doesNotContain(TEACHERS);
  }

  @Test
  void an_earlier_file_that_cannot_be_read_is_told() throws IOException {
    Run run = check(file("b", "2024-06-30", 9), folder.resolve("nowhere.json"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("nowhere.json");
  }

  /** Whatever a school has now and had then: doubted is what lies beyond the band, and nothing else. */
  @Test
  void only_what_lies_beyond_the_band_is_doubted() {
    for (int before = 0; before <= 60; before += 4) {
      for (int now = 0; now <= 60; now += 3) {
        Report report =
            Shipped.CHECKER.only(limit -> limit.isOfConsistency() && limit.id().endsWith(".teachers")).check(
                facts("2024-06-30", now).after(facts("2023-06-30", before)));
        boolean isPlausible =
            now >= 5 ? now * 100 >= before * 50 && now * 100 <= before * 200 : now * 100 >= before * 15;
        List<Outcome> outcomes = report.findings().stream().map(Finding::outcome).toList();
        boolean isNothing = before == 0 && now == 0;
        assertThat(outcomes).as("%d, and before %d", now, before)
            .isEqualTo(isNothing ? List.of() : List.of(isPlausible ? Outcome.PASS : Outcome.QUERY));
      }
    }
  }

  /** Beside what was submitted before nothing else than changes and absences is told. */
  @Test
  void the_same_submission_a_year_later_is_doubted_in_nothing_more() {
    Facts county = Shipped.facts("fixtures/bureaus/demo-county").facts().get(0);
    Report alone = Shipped.CHECKER.check(county);
    Facts lastYear =
        new Facts(
            county.bureau(), county.asOf().minusYears(1), county.subjects(), county.places(), county.setAside(),
            county.censored());
    Report beside = Shipped.CHECKER.check(county.after(lastYear));
    assertThat(told(beside)).containsAll(told(alone));
    assertThat(beside.tally().query()).isEqualTo(alone.tally().query());
    assertThat(county.of(FactKind.SCHOOL)).isNotEmpty();
    assertThat(beside.tally().pass()).isGreaterThan(alone.tally().pass());
    assertThat(beside.verdict(Level.MUST)).isEqualTo(alone.verdict(Level.MUST)).isNotEqualTo(Verdict.CLEAN);
  }

  private static List<String> told(Report report) {
    return report.findings().stream().map(one -> one.id() + " " + one.outcome()).toList();
  }

  private static Facts facts(String asOf, int teachers) {
    return World.facts("CN-430200", asOf, SCHOOL.formatted(teachers));
  }

  private Path file(String bureau, String asOf, int teachers) throws IOException {
    return written(bureau, asOf, SCHOOL.formatted(teachers));
  }

  private Path written(String bureau, String asOf, String facts) throws IOException {
    String document = "{\"bureau\": {\"id\": \"%s\", \"region\": \"CN-430200\"}, \"asOf\": \"%s\", %s}";
    return Files.writeString(
        folder.resolve(bureau + "-" + asOf + "-" + Math.abs(facts.hashCode()) + ".json"),
        document.formatted(bureau, asOf, facts));
  }

  private static Run check(Path now, Path before, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("check", now.toString(), "--topic", "consistency"));
    if (before != null) {
      arguments.addAll(List.of("--previous", before.toString()));
    }
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }
}
