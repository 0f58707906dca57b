package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.report.Checked;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFormatTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @ParameterizedTest
  @EnumSource
  void what_is_written_keeps_the_schema(Language language) throws IOException {
    Report nothing = new Report(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    Schema schema = schema();
    for (Report report : List.of(SampleReport.report(), SampleReport.clean(), nothing)) {
      for (Context context : List.of(SampleReport.context(language), SampleReport.withPasses(language))) {
        assertThat(schema.validate(GoldenTest.written("json", report, context), InputFormat.JSON)).isEmpty();
      }
    }
  }

  @Test
  void the_schema_refuses_what_it_does_not_know() throws IOException {
    String json = GoldenTest.written("json", SampleReport.report(), SampleReport.context(Language.ZH));
    assertThat(schema().validate(json.replace("\"verdict\"", "\"verdikt\""), InputFormat.JSON)).isNotEmpty();
    assertThat(schema().validate(json.replace("\"UNKNOWN\",", "\"PERHAPS\","), InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "10", "-1", "0.5", "-0.50", "93.70", "123456789012345678901234567890"})
  void a_decimal_number_keeps_its_digits(String digits) {
    assertThat(found(SampleReport.numeral(digits, "%"))).containsExactly(digits, digits);
  }

  static List<Datum> texts() {
    return List.of(
        Datum.Numeral.undecimal("1/3"), Datum.Numeral.undecimal("120:0"), Datum.Numeral.undecimal("40..50"),
        new Datum.Numeral("055", false, "students"), new Datum.Verbatim("2024"), new Datum.Verbatim("1.50"),
        new Datum.Verbatim("no"), new Datum.Items(List.of("7")), new Datum.FieldName("capacity"),
        new Datum.Components(List.of("7")), SampleReport.date("2024-03-15"), new Datum.TimeOfDay(LocalTime.of(8, 30)),
        Datum.YesNo.YES);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everything_else_is_text(Datum datum) {
    String quoted = "\"" + datum.text() + "\"";
    assertThat(found(datum)).containsExactly(quoted, quoted);
  }

  /** How the report and the stream write what was found. */
  private static List<String> found(Datum datum) {
    Report report = SampleReport.clean();
    Finding one = report.findings().get(0);
    Finding finding =
        SampleReport.finding(
            one.standard(), Outcome.FAIL, one.subject(), one.measure(), one.demand(), datum, one.limit(), null, 1, 1);
    String line = new JsonStream(Messages.of(Language.ZH)).finding(finding);
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (JsonWriter json = JsonWriter.document(document, Messages.of(Language.ZH))) {
      json.finding(finding);
    }
    return Stream.of(document.toString(StandardCharsets.UTF_8), line).map(json -> after("\"found\":", json)).toList();
  }

  /** The value behind that name, up to the comma. */
  private static String after(String name, String json) {
    String rest = json.substring(json.indexOf(name) + name.length()).strip();
    return rest.substring(0, rest.indexOf(','));
  }

  @Test
  void plain_numbers_are_numbers_and_everything_else_is_text() throws IOException {
    String json = GoldenTest.written("json", SampleReport.report(), SampleReport.context(Language.ZH));
    assertThat(json).as("as printed").contains("\"found\": 93.70,");
    JsonNode findings = MAPPER.readTree(json).get("findings");
    assertThat(finding(findings, "c1").get("found").isNumber()).isTrue();
    assertThat(finding(findings, "k1").get("limit").asString()).isEqualTo("2024-03-15");
    assertThat(finding(findings, "k2").get("found").isNull()).isTrue();
  }

  @Test
  void passes_are_told_only_when_asked_for_but_always_counted() throws IOException {
    JsonNode without = json(SampleReport.report(), SampleReport.context(Language.ZH));
    JsonNode with = json(SampleReport.report(), SampleReport.withPasses(Language.ZH));
    assertThat(without.get("findings").size()).isEqualTo(8);
    assertThat(with.get("findings").size()).isEqualTo(11);
    assertThat(without.get("counts")).isEqualTo(with.get("counts"));
    assertThat(without.get("counts").get("unchecked").asInt()).isEqualTo(2);
  }

  @Test
  void a_date_is_told_for_the_whole_when_all_bureaus_share_it() throws IOException {
    Report report = SampleReport.clean();
    assertThat(json(report, SampleReport.context(Language.ZH)).get("asOf").asString()).isEqualTo("2024-03-31");
    List<Checked> two = new ArrayList<>(report.bureaus());
    two.add(new Checked("x", "x", "CN", LocalDate.parse("2023-03-31"), 0));
    Report later = new Report(two, report.standards(), report.findings(), List.of(), List.of(), List.of());
    assertThat(json(later, SampleReport.context(Language.ZH)).get("asOf").isNull()).isTrue();
  }

  private static JsonNode json(Report report, Context context) throws IOException {
    return MAPPER.readTree(GoldenTest.written("json", report, context));
  }

  private static JsonNode finding(JsonNode findings, String subject) {
    for (JsonNode finding : findings) {
      if (finding.get("subject").get("id").asString().equals(subject)) {
        return finding;
      }
    }
    throw new AssertionError(subject);
  }

  private static Schema schema() throws IOException {
    try (InputStream schema = JsonFormat.class.getResourceAsStream("report.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    }
  }

}
