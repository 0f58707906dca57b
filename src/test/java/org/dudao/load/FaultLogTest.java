package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of one kind are told once; however many there are, none goes uncounted. */
class FaultLogTest {

  @Test
  void many_faults_of_one_kind_are_one_problem_with_their_number() {
    Facts facts = classes(200, i -> "\"stage\": \"PRIMARY\", \"grade\": " + (14 + i));
    assertThat(facts.of(FactKind.CLASS)).isEmpty();
    assertThat(facts.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo(ProblemCode.OUT_OF_DOMAIN);
      assertThat(problem.at().pointer()).isEqualTo("/classes/0/grade");
      assertThat(problem.count()).isEqualTo(200);
      assertThat(problem.samples()).hasSize(Fault.FEW - 1);
    });
  }

  @Test
  void references_to_one_id_that_is_nowhere_hide_no_other() {
    Facts facts = classes(100, i -> "\"stage\": \"PRIMARY\", \"school\": \"" + (i < 99 ? "s9" : "elsewhere") + "\"");
    assertThat(facts.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.count()).isEqualTo(100);
      assertThat(problem.samples()).anyMatch(sample -> sample.arguments().toString().contains("elsewhere"));
    });
    assertThat(facts.setAside()).containsEntry(FactKind.CLASS, 100);
  }

  @Test
  void kinds_of_fault_beyond_those_told_are_counted() {
    Facts facts = classes(300, i -> "\"stage\": \"PRIMARY\", \"no such name " + i + "\": 1");
    Problem last = facts.problems().get(facts.problems().size() - 1);
    int told = facts.problems().size() - 1;
    assertThat(told).isLessThan(300);
    assertThat(last.code()).isEqualTo(ProblemCode.MORE_FAULTS);
    assertThat(last.arguments().get(0)).hasToString(String.valueOf(300 - told));
  }

  @Test
  void faults_of_several_documents_of_a_bureau_are_told_together() {
    List<RawDocument> documents = IntStream.range(0, 7)
        .mapToObj(i -> document("f" + i, "{\"id\": \"c" + i + "\", \"stage\": \"PRIMRY\"}"))
        .toList();
    FactReader.Result read = new FactReader(Shipped.CODES, null, null).readDocuments(documents);
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.at().file()).isEqualTo("f0");
      assertThat(problem.count()).isEqualTo(7);
    });
  }

  @Test
  void a_name_far_from_all_is_looked_up_only_where_it_is_told() {
    assertThat(classes(20_000, i -> "\"stage\": \"PRIMARY\", \"school\": \"x" + i + "\"").problems())
        .singleElement().satisfies(problem -> assertThat(problem.count()).isEqualTo(20_000));
  }

  /** However few are told, and of however many documents: what is told and what is not are together all that there is. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void counts_stay_true_whatever_is_told(long seed) {
    Random random = new Random(seed);
    int most = 1 + random.nextInt(40);
    int kinds = 1 + random.nextInt(80);
    int documents = 1 + random.nextInt(4);
    int faulty = 50 + random.nextInt(200);
    List<RawDocument> all = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      int number = i;
      all.add(document("f" + i, IntStream.range(0, faulty)
          .mapToObj(j -> "{\"id\": \"c" + number + "-" + j + "\", \"stage\": \"PRIMARY\", \"no such name "
              + random.nextInt(kinds) + "\": 1}")
          .collect(Collectors.joining(", "))));
    }
    InputBounds bounds = InputBounds.USUAL.with(null, null, most);
    List<Problem> problems = new FactReader(Shipped.CODES, null, null, bounds).readDocuments(all).problems();
    long told = 0;
    for (Problem problem : problems) {
      told += problem.code() == ProblemCode.MORE_FAULTS
          ? Long.parseLong(problem.arguments().get(0).toString())
          : problem.count();
    }
    assertThat(told).isEqualTo((long) documents * faulty);
    assertThat(problems).hasSizeLessThanOrEqualTo(most + 1);
  }

  @Test
  void what_is_not_told_is_not_made() {
    AtomicInteger made = new AtomicInteger();
    FaultLog log = new FaultLog(10);
    for (int i = 0; i < 200_000; i++) {
      String name = "p" + i;
      log.add(new FaultKind(ProblemCode.BLANK, FactKind.CLASS, name), name, () -> {
        made.incrementAndGet();
        return Problem.of(ProblemCode.BLANK, new Origin("f", "", 1, made.get()));
      });
      log.add(new FaultKind(ProblemCode.NULL, FactKind.CASE, null), name, () -> {
        made.incrementAndGet();
        return Problem.of(ProblemCode.NULL, new Origin("f", "", 1, made.get()));
      });
    }
    assertThat(made.get()).isLessThanOrEqualTo(10 + 1 + Fault.FEW);
    assertThat(log.tellsOf(FactKind.CLASS)).isTrue();
    assertThat(log.problems()).anySatisfy(problem -> assertThat(problem.count()).isEqualTo(200_000));
  }

  private static Facts classes(int count, IntFunction<String> says) {
    String classes = IntStream.range(0, count)
        .mapToObj(i -> "{\"id\": \"c" + i + "\", " + says.apply(i) + "}")
        .collect(Collectors.joining(", "));
    return new FactReader(Shipped.CODES, null, null).readDocuments(List.of(document("f", classes))).facts().get(0);
  }

  private static RawDocument document(String file, String classes) {
    String text = "{\"bureau\": {\"id\": \"zz\", \"region\": \"CN\"}, \"asOf\": \"2024-06-30\", \"schools\": "
        + (file.equals("f") ? "[{\"id\": \"s1\", \"type\": \"211\"}]" : "[]") + ", \"classes\": [" + classes + "]}";
    return new RawDocument(file, 0, text.getBytes(StandardCharsets.UTF_8), null);
  }
}
