package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.fact.CensoredNumber;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that must not be told is the interval of all numbers that its text leaves possible, and of no others. */
class CensoredTextTest {
  private static final Shape.Property STUDENTS = Shape.of(FactKind.SCHOOL).property("students");
  private static final Shape.Property STAFF = Shape.of(FactKind.SCHOOL).property("staff");
  private static final Shape.Property FLOOR = Shape.of(FactKind.CLASS).property("floor");
  private static final Shape.Property SHARE = Shape.of(FactKind.GRADE_GROUP).property("screenShare");

  @ParameterizedTest
  @CsvSource({
      "<5, 0, 4", "<=4, 0, 4", "≤4, 0, 4", ">95, 96, 2147483647", ">=95, 95, 2147483647", "1-9, 1, 9", "1~9, 1, 9",
      "5..9, 5, 9", "*, 0, 2147483647", "**, 0, 2147483647", "＜５, 0, 4", "＜＝4, 0, 4", "≧95, 95, 2147483647",
      "1～9, 1, 9", "1－9, 1, 9", "＊, 0, 2147483647", "' < 5 ', 0, 4", "1 – 9, 1, 9", "<5.5, 0, 5",
      ">4.5, 5, 2147483647",
      "1.5-4.5, 2, 4", "5-5, 5, 5", "<1, 0, 0",
      ">=2147483647, 2147483647, 2147483647"})
  void a_whole_number_has_whole_ends(String text, BigDecimal low, BigDecimal high) {
    assertThat(CensoredText.of(text).orElseThrow().within(STUDENTS)).contains(new CensoredNumber(low, high, text));
  }

  @ParameterizedTest
  @CsvSource({"<5, 0, 5", "≤4.5, 0, 4.5", "1.5-2.5, 1.5, 2.5", ">95, 95, 2147483647"})
  void a_decimal_has_the_ends_that_are_told(String text, BigDecimal low, BigDecimal high) {
    assertThat(CensoredText.of(text).orElseThrow().within(STAFF)).contains(new CensoredNumber(low, high, text));
  }

  @ParameterizedTest
  @CsvSource({"<0, -3, -1", "-3--1, -3, -1", "-3..-1, -3, -1", ">=-1, -1, 100", "*, -3, 100"})
  void negative_numbers_have_signs(String text, BigDecimal low, BigDecimal high) {
    assertThat(CensoredText.of(text).orElseThrow().within(FLOOR)).contains(new CensoredNumber(low, high, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"45", "-5", "4.5", "", "=5", "<", "5<", "<<5", "<>5", "9-1", "1-", "-", "1-2-3", "<5人", "<5%",
      "<1e3", "06-30", "2024-06-30", "<05", "1*", "5 or so", "五", "<５.", "NaN",
      "<1111111111111111111111111111111111111111"})
  void nothing_else_is_a_censored_number(String text) {
    assertThat(CensoredText.of(text)).isEmpty();
  }

  static Stream<Arguments> beyond() {
    return Stream.of(
        Arguments.of("<0", STUDENTS), Arguments.of("<0", STAFF), Arguments.of(">2147483647", STUDENTS),
        Arguments.of("1-2147483648", STUDENTS), Arguments.of("-1-5", STUDENTS), Arguments.of(">100", SHARE),
        Arguments.of(">100.00", SHARE), Arguments.of(">=100.5", SHARE), Arguments.of("4.2-4.8", STUDENTS),
        Arguments.of(">100", FLOOR));
  }

  @ParameterizedTest
  @MethodSource("beyond")
  void an_interval_beyond_the_domain_is_none(String text, Shape.Property property) {
    assertThat(CensoredText.of(text).orElseThrow().within(property)).isEmpty();
  }

  @Test
  void facts_carry_the_intervals_beside_equal_facts_that_have_none() {
    Facts facts = facts(
        "\"schools\": [{\"id\": \"s1\", \"type\": \"211\", \"students\": \"<5\", \"staff\": \"1-2\", "
            + "\"classes\": 1}],"
            + "\"classes\": [{\"id\": \"c1\", \"school\": \"s1\", \"stage\": \"PRIMARY\", \"grade\": \"*\"}]");
    Subject school = facts.of(FactKind.SCHOOL).get(0);
    assertThat(facts.censored()).containsOnlyKeys(school, facts.of(FactKind.CLASS).get(0));
    assertThat(facts.censored().get(school))
        .isEqualTo(Map.of(
            "students", new CensoredNumber(BigDecimal.ZERO, BigDecimal.valueOf(4), "<5"),
            "staff", new CensoredNumber(BigDecimal.ONE, new BigDecimal("2"), "1-2")));
    Subject equal =
        facts("\"schools\": [{\"id\": \"s1\", \"type\": \"211\", \"classes\": 1}]").of(FactKind.SCHOOL).get(0);
    assertThat(equal).isEqualTo(school);
    assertThat(facts.censored()).doesNotContainKey(equal);
    assertThat(facts.places().of(FactKind.SCHOOL, 0, "students").pointer()).isEqualTo("/schools/0/students");
  }

  @Test
  void the_bureau_of_two_documents_may_be_censored_in_one_of_them() {
    List<RawDocument> documents = Stream.of("\"schoolCount\": 3", "\"residents\": \"<5\"")
        .map(one -> new RawDocument(one, 0, document("\"remark\": \"x\"").replace("\"CN\"", "\"CN\", " + one)
            .getBytes(StandardCharsets.UTF_8), null))
        .toList();
    Facts facts = new FactReader(Shipped.CODES, null, null).readDocuments(documents).facts().get(0);
    assertThat(facts.problems()).isEmpty();
    assertThat(facts.bureau().schoolCount()).isEqualTo(3);
    assertThat(facts.censored().get(facts.bureau())).containsOnlyKeys("residents");
  }

  private static Facts facts(String facts) {
    return Shipped.facts(document(facts).getBytes(StandardCharsets.UTF_8));
  }

  private static String document(String facts) {
    return "{\"bureau\": {\"id\": \"zz\", \"region\": \"CN\"}, \"asOf\": \"2024-06-30\", " + facts + "}";
  }
}
