package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.dudao.fact.Limit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the program prints; a line {@code ...} stands for any lines. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String PROGRAM = "java -jar target/dudao.jar ";
  private static final Pattern BLOCK = Pattern.compile("```console\n\\$ (.+)\n([^`]*)```");

  @TestFactory
  List<DynamicTest> console_blocks_are_what_the_program_prints() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(README));
    List<DynamicTest> tests = new ArrayList<>();
    while (blocks.find()) {
      String command = blocks.group(1);
      String shown = blocks.group(2);
      tests.add(DynamicTest.dynamicTest(command, () -> check(command, shown)));
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  @Test
  void commands_that_the_readme_names_exist() throws IOException {
    Matcher options = Pattern.compile("`(--[a-z-]+)").matcher(Files.readString(README));
    String help =
        Run.of("check", "--help").out() + Run.of("standards", "--help").out() + Run.of("test", "--help").out()
            + Run.of("schema", "--help").out();
    while (options.find()) {
      assertThat(help).contains(options.group(1));
    }
  }

  @Test
  void what_the_readme_says_is_encoded_is_encoded() throws IOException {
    assertThat(Files.readString(README))
        .contains(Shipped.LIMITS.size() + " limits")
        .contains(count(Limit::id) + " ids")
        .contains(count(Limit::document) + " documents");
    long checked = Shipped.LIMITS.stream().filter(limit -> limit.citation().checkedOn() != null).count();
    long consistency = Shipped.LIMITS.stream().filter(Limit::isOfConsistency).count();
    assertThat(Files.readString(README))
        .contains(checked + " rows were compared")
        .contains(consistency + " limits hold a submission against itself")
        .contains("other " + (Shipped.LIMITS.size() - consistency - checked) + " are knowledge still to be checked");
    for (String confidence : List.of("high", "medium", "low")) {
      long rows = Shipped.LIMITS.stream().filter(limit -> limit.citation().confidence().equals(confidence)).count();
      assertThat(Files.readString(README)).containsPattern(rows + "( rows carry the confidence)? " + confidence);
    }
  }

  private static long count(Function<Limit, String> part) {
    return Shipped.LIMITS.stream().map(part).distinct().count();
  }

  private static void check(String command, String shown) {
    assertThat(command).startsWith(PROGRAM);
    Run run = Run.of(command.substring(PROGRAM.length()).split(" "));
    String printed = run.out() + run.err();
    String pattern =
        Arrays.stream(shown.split("(?m)^\\.\\.\\.\n", -1)).map(Pattern::quote).collect(Collectors.joining("(?s:.*?)"));
    assertThat(shown).as("something is shown").isNotBlank();
    assertThat(Pattern.compile(pattern).matcher(printed).matches())
        .as("the README shows\n" + shown + "\nbut this is printed\n" + printed)
        .isTrue();
  }
}
