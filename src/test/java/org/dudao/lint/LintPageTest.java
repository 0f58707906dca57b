package org.dudao.lint;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Golden;
import org.dudao.fact.Language;
import org.dudao.format.Messages;
import org.junit.jupiter.api.Test;

/** The page of lint tells every warning that there is. */
class LintPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/lint.md");
  private static final Messages WORDS = Messages.of(Language.EN);
  private static final String HEAD =
      """
      # Lint

      For those who edit rules and tables. `dudao lint DIR` reads a folder of rules and tells all mistakes at once, and beside
      them what can be read and is probably meant otherwise.

      ```console
      $ dudao lint my-rules
      warning[L023]: 450 is far from what limits of class-size.students are: 30 to 50
        --> my-rules/cn/class-size.csv:2:4 (D2)
      2 | …mary.design,class-size.students,primary,450,students,should,2012-01-01,,小学班额(设计),Primary class size (des…
        |                                          ^^^
        = a digit too many or too few, or a point in the wrong place?
      ```

      | word | what |
      |---|---|
      | `dudao lint` | the rules that travel with the program |
      | `dudao lint DIR` | an edited copy of the shipped rules, or a folder of your own |
      | `--format text`, `json`, `github` | for people, for programs, for the lines of a change on GitHub |
      | `--explain L023` | why a warning is told |
      | `--watch` | look again whenever a file of the folder changes |

      It ends with 0 where there is nothing to mend, with 1 where there are warnings, with 3 where something is refused. A note,
      from L080 on, is only worth knowing. Faults of the [cases](cases.md) in `DIR/cases` are told, too.

      ## How law changes

      A folder that holds at least half of the shipped files is an edited copy of the book, and is held against the shipped one;
      any other folder is a [layer](rules.md#layers) over it, which says by words what it changes. A norm that changes gets a new row with its `from`, and the old row
      `until` the same day: that is no warning. A row that says something else of the same days is one, unless it was compared
      with its document since: who corrects a row writes the day of that into `checked_on`. A day that has not come signs
      nothing, nor does one that was filled down a table. Titles, remedies, notes and comments change freely, new rows, rules
      and regions are welcome. Of a norm that ends, or of a gap between two versions, a row with `withdraws` says that it is meant.

      ## Warnings

      | code | what | what helps | why |
      |---|---|---|---|
      """;

  @Test
  void the_page_is_up_to_date() {
    Golden.check(
        PAGE,
        HEAD + Arrays.stream(Lint.values()).map(LintPageTest::row).collect(Collectors.joining("\n", "", "\n")));
  }

  private static String row(Lint lint) {
    Object[] dots = IntStream.range(0, lint.arguments()).mapToObj(one -> "…").toArray();
    return "| " + lint.code() + " | " + WORDS.text(lint.messageId(), dots) + " | "
        + WORDS.text(lint.messageId() + ".help") + " | " + WORDS.text(lint.messageId() + ".why") + " |";
  }
}
