package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published text is told as it stands, in every language and format, whatever it looks like. */
class PublishedTextTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @ValueSource(strings = {"no", "yes", "true", "=capacity", "2024", "1.50", "1/3", "2024-05-01", "08:30"})
  void text_is_neither_translated_nor_looked_up(String text) {
    assertThat(of(text, "x", "--lang", "zh").out()).contains("违反  x  等于 " + text + " ");
    assertThat(of("x", text, "--lang", "zh").out()).contains("违反  " + text + "  等于 x ");
    assertThat(of(text, "x", "--lang", "en").out()).contains("FAIL  x  equal to " + text + " ");
    assertThat(of("x", text, "--lang", "en").out()).contains("FAIL  " + text + "  equal to x ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "2024", "1.50", "-3"})
  void json_says_text_as_text(String text) {
    for (String language : List.of("zh", "en")) {
      assertTexts(only(of(text, text + "!", "--format", "json", "--lang", language)), text + "!", text);
      Run streamed = of(text, text + "!", "--stream", "--lang", language);
      assertTexts(JSON.readTree(streamed.out().lines().findFirst().orElseThrow()), text + "!", text);
    }
  }

  /** Beside it a figure that is a number, or a day, is still one. */
  @Test
  void json_says_figures_as_numbers_and_days() {
    JsonNode number = json("\"value\":1.50,\"unit\":\"%\"", "\"value\":3,\"unit\":\"%\"");
    assertThat(number.get("found").isNumber()).isTrue();
    assertThat(number.get("limit").isNumber()).isTrue();
    assertThat(number.get("message").asString())
        .isEqualTo("stated figure is 3%, it should equal 1.5%, off by 1.5 percentage points");

    JsonNode day = json("\"date\":\"2024-05-01\"", "\"date\":\"2024-05-03\"");
    assertThat(day.get("found").asString()).isEqualTo("2024-05-03");
    assertThat(day.get("difference").isNumber()).isTrue();
    assertThat(day.get("message").asString())
        .isEqualTo("stated figure is 2024-05-03, it should equal 2024-05-01, off by 2 days");
  }

  private static void assertTexts(JsonNode finding, String found, String limit) {
    assertThat(finding.get("found").isString()).isTrue();
    assertThat(finding.get("found").asString()).isEqualTo(found);
    assertThat(finding.get("limit").isString()).isTrue();
    assertThat(finding.get("limit").asString()).isEqualTo(limit);
  }

  private static JsonNode json(String stated, String other) {
    return only(check(stated, other, "--format", "json", "--lang", "en"));
  }

  private static JsonNode only(Run run) {
    return JSON.readTree(run.out()).get("findings").get(0);
  }

  private static Run of(String stated, String other, String... options) {
    return check("\"text\":\"" + stated + "\"", "\"text\":\"" + other + "\"", options);
  }

  /** A bureau that says one thing in two places. */
  private static Run check(String stated, String other, String... options) {
    String facts =
        "{\"bureau\":{\"id\":\"b\",\"region\":\"CN\"},\"asOf\":\"2024-06-30\","
            + "\"claims\":[{\"id\":\"c\",\"name\":\"n\",\"relation\":\"EQUAL\",\"stated\":\"i\",\"operands\":[\"j\"]}],"
            + "\"indicators\":[{\"id\":\"i\",\"name\":\"i\"," + stated + "},"
            + "{\"id\":\"j\",\"name\":\"j\"," + other + "}]}";
    String[] all =
        Stream.concat(Stream.of("check", "-", "--topic", "reconciliation"), Stream.of(options)).toArray(String[]::new);
    Run run = Run.withInput(facts, all);
    assertThat(run.code()).as(run.err()).isOne();
    return run;
  }
}
