package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Words;
import org.dudao.load.JsonKind;
import org.dudao.report.Demand;
import org.dudao.report.InputFile;
import org.dudao.report.RemarkCode;
import org.dudao.report.Unchecked;
import org.dudao.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Messages ZH = Messages.of(Language.ZH);
  private static final Messages EN = Messages.of(Language.EN);

  /** Some languages, such as English, tell one from many. */
  @ParameterizedTest
  @EnumSource
  void every_catalogue_has_the_same_ids(Language language) {
    assertThat(idsOfMany(Messages.of(language))).isEqualTo(idsOfMany(ZH));
  }

  @ParameterizedTest
  @EnumSource
  void every_catalogue_uses_the_same_arguments(Language language) {
    Messages other = Messages.of(language);
    List<String> different =
        ZH.ids().stream().filter(id -> !holes(ZH.text(id)).equals(holes(other.text(id)))).toList();
    assertThat(different).isEmpty();
  }

  @Test
  void no_chinese_text_holds_a_sign_of_uncertain_width() {
    List<String> uncertain =
        ZH.ids().stream()
            .filter(
                id ->
                    ZH.text(id).codePoints().anyMatch(sign -> sign > 127 && Cells.width(Character.toString(sign)) != 2))
            .toList();
    assertThat(uncertain).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_component_and_measure_of_a_fact_has_a_label(Language language) {
    List<String> without = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      Measures.names(kind.type()).stream()
          .filter(name -> !Messages.of(language).has("field." + name))
          .forEach(name -> without.add(kind.word() + "." + name));
    }
    assertThat(without).as("add field.<name> to messages_%s.properties", language.tag()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_word_of_a_report_has_a_text(Language language) {
    Stream<String> demands =
        Stream.of("found.", "bound.", "limit.", "difference.")
            .flatMap(part -> Stream.of(Demand.values()).map(demand -> part + Words.of(demand)));
    Stream<String> levels =
        Stream.of("level.", "level.up-to.")
            .flatMap(part -> Stream.of(Level.values()).map(level -> part + Words.of(level)));
    Stream<String> marks = Stream.of("pass", "fail.must", "fail.should", "fail.note", "unknown", "query", "unkept").map(id -> "mark." + id);
    Stream<String> words =
        Stream.of(
                ids("kind.", FactKind.values()), ids("verdict.", Verdict.values()),
                ids("role.", InputFile.Role.values()),
                ids("unchecked.", Unchecked.Reason.values()), Stream.of(JsonKind.values()).map(JsonKind::messageId))
            .flatMap(ids -> ids);
    assertThat(Stream.of(demands, levels, marks, words).flatMap(ids -> ids)).allMatch(Messages.of(language)::has);
  }

  @Test
  void the_problems_and_remarks_of_the_catalogue_are_those_that_have_a_code() {
    Set<String> told =
        ZH.ids().stream()
            .filter(id -> id.matches("(problem|remark)\\..*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(argumentsById().keySet());
  }

  @ParameterizedTest
  @EnumSource
  void a_problem_or_remark_tells_each_argument_of_its_code_and_no_other(Language language) {
    Messages messages = Messages.of(language);
    argumentsById().forEach((id, arguments) -> {
      Set<String> places = IntStream.range(0, arguments).mapToObj(i -> "{" + i + "}").collect(Collectors.toSet());
      assertThat(holes(messages.text(id))).as(id).isEqualTo(places);
    });
  }

  @Test
  void a_missing_id_is_refused() {
    assertThatThrownBy(() -> ZH.text("no.such.text")).hasMessageContaining("no.such.text");
  }

  @Test
  void apostrophes_braces_and_dollars_are_plain_text() {
    assertThat(EN.text("remark.note", "it's ${0} {1} \\ 'here'")).isEqualTo("it's ${0} {1} \\ 'here'");
  }

  @Test
  void a_problem_is_told_by_its_code_and_arguments() {
    Problem problem = Problem.of(ProblemCode.RULE_QUOTE, Origin.of("a.drl"));
    assertThat(EN.problem(problem)).isEqualTo("the quoted text does not end on its line");
    Problem zero = Problem.of(ProblemCode.JSON_NUMBER_ZERO, Origin.of("a.json"), "007");
    assertThat(EN.problem(zero)).isEqualTo("007 has a zero too many in front");
  }

  @Test
  void a_word_of_the_catalogue_is_told_in_its_language_and_a_text_like_its_id_as_it_was_written() {
    Origin at = Origin.of("a.json");
    assertThat(EN.problem(Problem.of(ProblemCode.WRONG_TYPE_ARRAY, at, JsonKind.NUMBER))).endsWith("not a number");
    for (String text : List.of("@json.number", "json.number", "NUMBER")) {
      assertThat(EN.problem(Problem.of(ProblemCode.DUPLICATE_KEY, at, text))).startsWith(text + " stands here twice");
    }
  }

  @Test
  void other_libraries_can_look_texts_up() {
    assertThat(ZH.bundle().getString("mark.pass")).isEqualTo("符合");
    assertThat(ZH.bundle().containsKey("no.such.text")).isFalse();
  }

  @Test
  void a_field_without_a_label_keeps_its_name() {
    assertThat(ZH.field("students")).isEqualTo("学生数");
    assertThat(ZH.field("drills")).isEqualTo("drills");
  }

  @Test
  void a_number_bears_its_unit() {
    assertThat(ZH.quantity("55", "students")).isEqualTo("55 人");
    assertThat(ZH.quantity("4", "working days")).isEqualTo("4 个工作日");
    assertThat(ZH.quantity("95", "%")).isEqualTo("95%");
    assertThat(ZH.quantity("0.65", "ratio")).isEqualTo("0.65");
    assertThat(EN.quantity("1", "working days")).isEqualTo("1 working day");
    assertThat(EN.quantity("2", "elephants")).isEqualTo("2 elephants");
  }

  /** For the id of each problem and remark how many arguments its code takes. */
  private static SortedMap<String, Integer> argumentsById() {
    SortedMap<String, Integer> arguments = new TreeMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      arguments.put("problem." + code.text(), code.arguments());
    }
    for (RemarkCode code : RemarkCode.values()) {
      arguments.put("remark." + code.text(), code.arguments());
    }
    return arguments;
  }

  private static Set<String> idsOfMany(Messages messages) {
    return messages.ids().stream().filter(id -> !id.endsWith(".one")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ids(String prefix, Enum<?>[] constants) {
    return Stream.of(constants).map(constant -> prefix + Words.of(constant));
  }

  private static Set<String> holes(String text) {
    return Pattern.compile("\\{\\d}").matcher(text).results().map(hole -> hole.group()).collect(Collectors.toSet());
  }
}
