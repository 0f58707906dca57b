package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A group that is repeated without end costs Java a call for each repetition, and input of some thousand signs its stack:
 * such groups are possessive, which repeats them in a loop.
 */
class RegularExpressionsTest {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern REPEATED_GROUP =
      Pattern.compile("(?<!\\\\)\\)(?:\\*|\\+|\\{\\d+,\\})(?!\\+)");

  @Test
  void groups_that_repeat_without_end_are_possessive() throws IOException {
    List<String> greedy = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          for (Matcher literal = LITERAL.matcher(line); literal.find(); ) {
            if (REPEATED_GROUP.matcher(literal.group(1)).find()) {
              greedy.add(file.getFileName() + ": " + line.strip());
            }
          }
        }
      }
    }
    assertThat(greedy).isEmpty();
  }

  @Test
  void the_search_finds_such_groups() {
    assertThat(Stream.of("(-[A-Z]+)*", "(?:a|b)+c", "(ab){2,}")).allMatch(one -> REPEATED_GROUP.matcher(one).find());
    assertThat(Stream.of("(-[A-Z]++)*+", "(?:a|b)++c", "(ab){2,3}", "\\\\)*")).noneMatch(one -> REPEATED_GROUP.matcher(one).find());
  }
}
