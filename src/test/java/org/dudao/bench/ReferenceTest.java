package org.dudao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.Checker;
import org.dudao.fact.Facts;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The program without an engine says what the engine says, finding by finding. */
class ReferenceTest {
  private static final Set<String> TOPICS = Set.of("class-size", "staffing", "premises", "timeliness");
  private static final Checker CHECKER = Shipped.CHECKER.only(limit -> TOPICS.contains(limit.topic()));
  private static final Counties.Size SMALL = new Counties.Size(120, 1_600, 2_000);
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest(name = "seed {0}: {1} schools, {2} classes, {3} cases, {4} and {5} of a thousand failing and absent")
  @CsvSource({
    "1, 20, 300, 400, 50, 10",
    "2, 20, 300, 400, 150, 150",
    "3, 60, 90, 400, 300, 400",
    "4, 1, 25, 50, 50, 10",
    "5, 1, 1, 1, 0, 1000",
    "6, 30, 7, 100, 500, 100",
    "8, 24, 500, 20, 500, 400",
    "104, 100, 60, 300, 800, 300",
    "139, 100, 60, 300, 800, 150"
  })
  void both_say_the_same(long seed, int schools, int classes, int cases, int failing, int absent) throws IOException {
    Counties counties =
        new Counties(new Counties.Size(schools, classes, cases), new Counties.Faults(failing, absent), seed);
    byte[] documents = documents(counties, 1);

    assertThat(reference(documents)).isEqualTo(engine(documents));
  }

  /** Figures of a sound county, ten times too large here and there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void both_say_the_same_of_what_contradicts_itself(int seed) throws IOException {
    Random random = new Random(seed);
    Counties counties = new Counties(new Counties.Size(20, 200, 200), new Counties.Faults(50, 30), seed);
    String slipped =
        Pattern.compile("(?<=[a-z]\":)(?<!rade\":)[1-9]\\d{0,5}(?=[,}])")
            .matcher(new String(documents(counties, 1), StandardCharsets.UTF_8))
            .replaceAll(figure -> figure.group() + (seed > 1 && random.nextInt(40) == 0 ? "0" : ""));
    byte[] document = slipped.getBytes(StandardCharsets.UTF_8);
    County county = new CountyReader(new ByteArrayInputStream(document)).next();
    PlainCheck plain = new ConsistencyCheck(county);
    Report report =
        Shipped.CHECKER.only(limit -> limit.isOfConsistency() && !limit.id().startsWith("consistency.rate."))
            .check(Shipped.facts(document));

    assertThat(plain.findings().stream().map(one -> one.id() + " " + one.standard() + " " + one.outcome()))
        .containsExactlyElementsOf(
            report.byStandard().stream()
                .filter(one -> one.outcome() != Outcome.PASS)
                .map(one -> one.subject().id() + " " + one.standard().id() + " " + one.outcome())
                .toList());
    assertThat(plain.pass()).isEqualTo(Tally.of(report.byStandard()).pass());
    assertThat(plain.fail() > 0).isEqualTo(seed > 1);
  }

  @Test
  void a_usual_county_fails_and_lacks_a_little_nearly_everywhere() throws IOException {
    Report report = CHECKER.check(Shipped.facts(documents(new Counties(SMALL, Counties.Faults.USUAL, 1), 1)));

    Tally tally = Tally.of(report.byStandard());
    assertThat(tally.fail() * 1_000L / tally.all()).isBetween(30L, 60L);
    assertThat(tally.unknown() * 1_000L / tally.all()).isBetween(8L, 30L);
    Set<String> silent = new TreeSet<>(ids(report.standards().stream()));
    silent.removeAll(ids(report.byStandard().stream().map(Finding::standard)));
    // Two shares are the nation's, two kinds of special schools are old, and a county has no university.
    assertThat(silent)
        .containsExactly(
            "class-size.large.share", "class-size.large.stated", "class-size.special.deaf", "class-size.special.intellectual",
            "staffing.counsellors.coverage", "staffing.politics");
  }

  @Test
  void both_know_the_same_working_days() {
    // The last day of 2026 may be set free by the notice of 2027.
    LocalDate end = LocalDate.of(2026, 12, 31);
    for (LocalDate day = LocalDate.of(2018, 1, 2); day.isBefore(end); day = day.plusDays(1)) {
      int number = (int) day.toEpochDay();
      assertThat(WorkingDays.between(number - 1, number) == 1)
          .as(day.toString())
          .isEqualTo(Shipped.CALENDARS.get("CN").isWorkingDay(day));
    }
  }

  @Test
  void a_county_is_the_same_whenever_it_is_made() {
    Counties counties = new Counties(Counties.Size.of(50), Counties.Faults.USUAL, 1);
    String third = counties.line(3);
    counties.line(4);

    assertThat(counties.line(3)).isEqualTo(third).isNotEqualTo(counties.line(4));
    assertThat(new Counties(Counties.Size.of(50), Counties.Faults.USUAL, 2).line(3)).isNotEqualTo(third);
  }

  private static Set<String> ids(Stream<Standard> standards) {
    return standards.map(Standard::id).collect(Collectors.toSet());
  }

  private static byte[] documents(Counties counties, int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int number = 0; number < count; number++) {
      counties.write(number, out);
    }
    return out.toByteArray();
  }

  private static List<String> reference(byte[] documents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Reference().run(new ByteArrayInputStream(documents), out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<String> engine(byte[] documents) {
    return new String(documents, StandardCharsets.UTF_8)
        .lines()
        .map(line -> Shipped.facts(line.getBytes(StandardCharsets.UTF_8)))
        .flatMap(ReferenceTest::lines)
        .toList();
  }

  /** What the engine finds, written as the reference program writes it. */
  private static Stream<String> lines(Facts facts) {
    Report report = CHECKER.check(facts);
    assertThat(report.problems()).isEmpty();
    return Stream.concat(
            report.byStandard().stream().filter(one -> one.outcome() != Outcome.PASS).map(ReferenceTest::properties),
            Stream.of(counts(report)))
        .map(JSON::writeValueAsString);
  }

  private static Map<String, Object> properties(Finding finding) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("standard", finding.standard().id());
    properties.put("outcome", finding.outcome().name());
    properties.put("bureau", finding.subject().bureau());
    properties.put("asOf", finding.subject().asOf().toString());
    properties.put("kind", finding.subject().kind());
    properties.put("id", finding.subject().id());
    properties.put("found", text(finding.found()));
    properties.put("limit", finding.limit().text());
    properties.put("unit", finding.unit());
    properties.put("difference", text(finding.difference()));
    properties.put("missing", finding.missing());
    return properties;
  }

  private static String text(Datum datum) {
    return datum == null ? null : datum.text();
  }

  private static Map<String, Object> counts(Report report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("bureau", report.bureaus().get(0).id());
    counts.put("asOf", report.bureaus().get(0).asOf().toString());
    counts.put("subjects", report.bureaus().get(0).subjects());
    counts.put("pass", Tally.of(report.byStandard()).pass());
    counts.put("fail", Tally.of(report.byStandard()).fail());
    counts.put("unknown", Tally.of(report.byStandard()).unknown());
    return counts;
  }
}
