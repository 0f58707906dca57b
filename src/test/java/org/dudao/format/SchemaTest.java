package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dudao.cli.StreamedLines;
import org.dudao.fact.Language;
import org.dudao.fact.Words;
import org.dudao.report.Demand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of what is written: they know all that can be written, and lines by the rule of lines. */
class SchemaTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(strings = {"report.schema.json", "stream.schema.json"})
  void every_property_is_described(String name) throws IOException {
    List<String> silent = new ArrayList<>();
    silentProperties(read(name), "", silent);
    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.schema.json", "stream.schema.json"})
  void every_demand_is_known(String name) throws IOException {
    JsonNode known = read(name).at("/$defs/finding/properties/demand/enum");
    assertThat(known.valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Demand.values()).map(Words::of).toList());
  }

  @Test
  void a_finding_of_a_line_is_that_of_the_report_without_its_sentence() throws IOException {
    Set<String> expected = names(read("report.schema.json").at("/$defs/finding/properties"));
    expected.remove("message");
    expected.add("type");
    assertThat(names(read("stream.schema.json").at("/$defs/finding/properties"))).isEqualTo(expected);
  }

  @Test
  void a_standard_of_a_line_is_that_of_the_report() throws IOException {
    Set<String> expected = names(read("report.schema.json").at("/properties/standards/items/properties"));
    expected.add("type");
    assertThat(names(read("stream.schema.json").at("/$defs/standard/properties"))).isEqualTo(expected);
  }

  @Test
  void all_lines_keep_the_schema() throws IOException {
    Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(open("stream.schema.json"));
    Set<String> types = new TreeSet<>();
    for (Language language : Language.values()) {
      for (String line : StreamedLines.of(language)) {
        assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
        types.add(MAPPER.readTree(line).get("type").asString());
      }
    }
    assertThat(types).containsExactly("bureau", "finding", "problem", "run", "standard");
    String unreadable = new JsonStream(Messages.of(Language.EN)).unreadable("a.jsonl", 3, "{");
    assertThat(schema.validate(unreadable, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{\"type\":\"run\"}", InputFormat.JSON)).isNotEmpty();
  }

  private static Set<String> names(JsonNode properties) {
    return new TreeSet<>(StreamSupport.stream(properties.propertyNames().spliterator(), false).toList());
  }

  private static JsonNode read(String name) throws IOException {
    try (InputStream schema = open(name)) {
      return MAPPER.readTree(schema);
    }
  }

  private static InputStream open(String name) {
    return JsonFormat.class.getResourceAsStream(name);
  }

  private static void silentProperties(JsonNode schema, String path, List<String> silent) {
    schema.propertyStream().forEach(entry -> {
      String here = path + "/" + entry.getKey();
      if (path.endsWith("/properties") && entry.getValue().path("description").asString("").isEmpty()) {
        silent.add(here);
      }
      silentProperties(entry.getValue(), here, silent);
    });
  }
}
