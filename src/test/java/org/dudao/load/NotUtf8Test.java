package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.Test;

/** One byte that begins no character, anywhere in a table, a text of rules or one of cases: told with its place. */
class NotUtf8Test {
  private static final int ROUNDS = 60;
  private static final byte NO_CHARACTER = (byte) 0xFF;

  private final Random random = new Random(31);

  /** A text with a byte in it, and what stands before that. */
  private record Spoiled(Source source, String before) {
    int line() {
      return (int) before.chars().filter(c -> c == '\n').count() + 1;
    }

    String line(int number) {
      return before.split("\n", -1)[number - 1];
    }
  }

  private Spoiled spoiled(String path, String text, boolean isMarked) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
    byte[] start = ((isMarked ? "\uFEFF" : "") + text.substring(0, at)).getBytes(StandardCharsets.UTF_8);
    byte[] rest = text.substring(at).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(start, start.length + 1 + rest.length);
    bytes[start.length] = NO_CHARACTER;
    System.arraycopy(rest, 0, bytes, start.length + 1, rest.length);
    return new Spoiled(new Source("rules/" + path, path, bytes), text.substring(0, at));
  }

  @Test
  void in_a_table_with_its_cell() {
    List<String> columns = List.of("a", "b", "c");
    for (int round = 0; round < ROUNDS; round++) {
      Spoiled table = spoiled("cn/x.csv", "a,b,c\n班额,45,\"x, y\"\n\"two\nlines\",,督导\n", random.nextBoolean());
      List<Problem> problems = new ArrayList<>();
      CsvTable.read(table.source(), columns, List.of(), problems);
      // The last row begins where its quotes do.
      int row = Math.min(table.line(), 3);
      String cells = String.join("\n", Arrays.asList(table.before().split("\n", -1)).subList(row - 1, table.line()));
      int column = 1 + (int) cells.replaceAll("\"[^\"]*(\"|$)", "").chars().filter(c -> c == ',').count();
      assertThat(problems).as(table.before())
          .containsExactly(Problem.of(ProblemCode.NOT_UTF8, CsvTable.place(table.source(), column - 1, row)));
    }
  }

  @Test
  void in_rules_and_cases_with_its_line_and_column() throws Exception {
    Source rules = Shipped.FILES.rules().get(0);
    for (int round = 0; round < ROUNDS; round++) {
      Spoiled text = spoiled(rules.path(), rules.utf8(), random.nextBoolean());
      String line = text.line(text.line());
      Problem told =
          Problem.of(
              ProblemCode.NOT_UTF8,
              new Origin(text.source().name(), "", text.line(), line.codePointCount(0, line.length()) + 1));
      assertThatThrownBy(() -> RuleBase.of(List.of(text.source()), Shipped.CODES))
          .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems()).containsExactly(told));
      assertThatThrownBy(() -> PlacedJson.read(text.source(), new ArrayList<>()))
          .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems()).containsExactly(told));
    }
  }
}
