package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dudao.cli.Run;
import org.dudao.fact.Language;
import org.junit.jupiter.api.Test;

/** Command lines in which words are others, are missing, are there twice, or go together with what they do not go with. */
class CommandLineCampaignTest {
  private static final String FACTS = "fixtures/broken/misspelt-property.json";
  /** The words of options, each with a value where it takes one. */
  private static final List<List<String>> OPTIONS =
      List.of(
          List.of("--as-of", "2024-06-30"), List.of("--previous", FACTS), List.of("--format", "json"),
          List.of("--format", "text"),
          List.of("--fail-on", "should"), List.of("--allow-unknown"), List.of("--show-passes"),
          List.of("--colour", "always"),
          List.of("--color=never"), List.of("--stream"), List.of("--threads", "2"), List.of("--rule-budget", "1000"),
          List.of("--timings"), List.of("--profile", "quality-balance"), List.of("--topic", "safety,class-size"),
          List.of("--standard", "class-size.primary.mean"), List.of("--region", "CN-430200"), List.of("--all"),
          List.of("--explain", "L001"), List.of("--format-version", "1"), List.of("--help"), List.of("--version"),
          List.of("-h"),
          List.of("-V"));
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check", FACTS), List.of("check", "--stream", FACTS), List.of("check", "-"), List.of("standards"),
          List.of("schema", "facts"), List.of("schema", "report"), List.of("lint", "--explain", "L002"), List.of("help"),
          List.of("generate-completion"), List.of());
  private static final int MOST_OPTIONS = 3;
  private static final int USAGE = 2;

  @Test
  void any_command_line_is_carried_out_or_refused_in_a_sentence() throws IOException {
    Campaign.play("command-line", 80, List.of("exit 0", "exit 2", "exit 3"), (random, folder) -> {
      List<String> line = line(random, folder);
      Language language = OddValues.one(List.of(Language.values()), random);
      line.addAll(List.of("--lang", language.tag()));
      Files.writeString(folder.resolve("line.txt"), String.join("\n", line));
      Run run = Run.withInput("{\"bureau\": {\"id\": \"zz\"}}\n", line.toArray(String[]::new));
      try {
        Oracles.endsInOrder(run, language);
        if (run.code() == USAGE) {
          assertThat(run.err()).as("why it was refused").isNotBlank();
        }
      } catch (AssertionError e) {
        throw new AssertionError(line + " ends with " + run.code() + ": " + e.getMessage(), e);
      }
      return "exit " + run.code();
    });
  }

  private static List<String> line(Random random, Path folder) {
    List<String> line = new ArrayList<>(OddValues.one(COMMANDS, random));
    for (int options = random.nextInt(MOST_OPTIONS + 1); options > 0; options--) {
      line.addAll(OddValues.one(OPTIONS, random));
    }
    if (random.nextInt(4) == 0) {
      line.addAll(List.of("--format", "html=" + folder.resolve("page.html")));
    }
    for (int changes = random.nextInt(3); changes > 0 && !line.isEmpty(); changes--) {
      int at = random.nextInt(line.size());
      switch (random.nextInt(5)) {
        case 0 -> line.remove(at);
        case 1 -> line.add(at, line.get(at));
        case 2 -> line.add(at, OddValues.one(OddValues.ARGUMENTS, random));
        case 3 -> line.set(at, line.get(at) + "=" + OddValues.one(OddValues.ARGUMENTS, random));
        default -> line.set(at, OddValues.one(OddValues.ARGUMENTS, random));
      }
    }
    // A whole disk is no facts.
    line.removeIf(word -> List.of("/", "//", ".", "..", "test", "**/*.json").contains(word));
    return line;
  }
}
