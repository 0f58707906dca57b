package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dudao.Broken;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no CSV is told in our own words, at its cell; the parser alone says that it is none. */
class CsvDiagnosisTest {
  /** N stands for a line feed, R for a carriage return. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "a,bN1,\"2                  | f:2:2 csv-quote-open []",
      "a,bN1,2N\"3\"\"            | f:3:1 csv-quote-open []",
      "a,bRN1,\"x\"y              | f:2:2 csv-after-quote [y]",
      "a,bR\"1\",\"2\" ,3         | f:2:2 csv-after-quote [ ]",
      "a,bN\"1N1\",2N3,\"4\"𠮷    | f:4:2 csv-after-quote [𠮷]",
      "a,bN\"1RN1\",2RN3,\"4\"\"5 | f:4:2 csv-quote-open []"})
  void the_first_fault_is_named_at_its_cell(String text, String told) {
    List<Problem> problems = problems(text.replace("N", "\n").replace("R", "\r"));
    assertThat(Broken.told(problems).strip()).isEqualTo(told);
  }

  @Test
  void whatever_the_parser_refuses_is_named() {
    String[] parts = {"\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "株", " "};
    Random random = new Random(3);
    List<ProblemCode> codes = new ArrayList<>();
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder("a,b\n");
      for (int part = random.nextInt(12); part >= 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      problems(text.toString()).forEach(problem -> codes.add(problem.code()));
    }
    assertThat(codes).contains(ProblemCode.CSV_QUOTE_OPEN, ProblemCode.CSV_AFTER_QUOTE)
        .doesNotContain(ProblemCode.CSV_SYNTAX);
  }

  @Test
  void what_no_quote_explains_is_refused_in_general_terms() {
    assertThat(problems("a,b\n" + "x".repeat(17 << 20))).extracting(Problem::code)
        .containsExactly(ProblemCode.CSV_SYNTAX);
  }

  private static List<Problem> problems(String text) {
    List<Problem> problems = new ArrayList<>();
    Source source = new Source("f", "cn/f.csv", text.getBytes(StandardCharsets.UTF_8));
    CsvTable.read(source, List.of("a", "b"), List.of(), problems);
    problems.removeIf(problem -> problem.code() == ProblemCode.ROW_WIDTH);
    return problems;
  }
}
