package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema of facts accepts is what the reader reads. */
class FactSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(FactSchema.of(Shipped.CODES));

  @Test
  void accepts_the_facts_of_every_institution() throws IOException {
    try (Stream<Path> files = Files.walk(Shipped.FIXTURES.resolve("bureaus"))) {
      List<Path> documents = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(documents).isNotEmpty().allSatisfy(
          file -> assertThat(SCHEMA.validate(Files.readString(file), InputFormat.JSON)).as(file.toString()).isEmpty());
    }
  }

  @Test
  void refuses_what_the_reader_refuses() {
    assertThat(refused("{\"bureau\":{\"id\":\"b\"}}")).as("no region").isTrue();
    assertThat(refused(document("\"schools\":[{\"id\":\"s\",\"type\":\"999\"}]"))).as("no such type").isTrue();
    assertThat(refused(document("\"schools\":[{\"id\":\"s\",\"type\":\"211\",\"students\":\"57\"}]"))).as("text").isTrue();
    assertThat(refused(document("\"schools\":[{\"id\":\"s\",\"type\":\"211\",\"studnets\":57}]"))).as("name").isTrue();
    assertThat(refused(document("\"schools\":[{\"id\":\"s\",\"type\":\"211\",\"students\":57}]"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<5", "<=4", "≤4", ">95", ">=95", "1-9", "1~9", "5..9", "*", "＜５", "＞＝95", "1～9", "＊",
      " < 5 "})
  void accepts_numbers_that_are_told_as_an_interval(String text) {
    String students = ",\"students\":\"" + text + "\"}]";
    assertThat(refused(document("\"schools\":[{\"id\":\"s\",\"type\":\"211\"" + students))).isFalse();
    assertThat(refused(document("\"gradeGroups\":[{\"id\":\"g\",\"school\":\"s\",\"fromGrade\":\"" + text
        + "\",\"toGrade\":2}]"))).as("a number that is required").isTrue();
  }

  /** The order of a map of the platform changes from start to start, and the bytes with it. */
  @Test
  void tells_what_a_date_is_in_the_same_order_everywhere() {
    assertThat(FactSchema.of(Shipped.CODES).replaceAll("\\s", ""))
        .contains("\"asOf\":{\"type\":\"string\",\"format\":\"date\",\"pattern\"");
  }

  private static String document(String facts) {
    return "{\"bureau\":{\"id\":\"b\",\"region\":\"CN\"},\"asOf\":\"2024-06-30\"," + facts + "}";
  }

  private static boolean refused(String document) {
    return !SCHEMA.validate(document, InputFormat.JSON).isEmpty();
  }
}
