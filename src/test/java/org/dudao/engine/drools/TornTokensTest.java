package org.dudao.engine.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.Shipped;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.fact.Problem;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;

/**
 * Rule files in which parts of the head, or of a rule, were torn, glued, written twice, left out or changed over. Our
 * grammar refuses each with its place, or the engine runs it: none is refused by the engine alone.
 */
class TornTokensTest {
  private static final String PACKAGE = "dudao.rules1";
  private static final int SEED = 20_240_630;
  private static final int TRIES = 2_000;
  /** To compile takes its time: of so many accepted files one. */
  private static final int COMPILED_OF = 40;
  private static final Pattern PART = Pattern.compile("\"[^\"\n]*\"|[\\w$]+|\\s+|.");
  private static final List<String> INSIDE =
      List.of(
          " ", "\n", "\r\n", "\t", "/**/", "/* x */", "// x\n", ";", ".", "*", "@", "\uFEFF", "\u3000", "package ", "import ");

  @Test
  void no_torn_file_gets_an_answer_of_the_engine() {
    Random random = new Random(SEED);
    List<Source> files = Shipped.FILES.rules();
    Set<String> accepted = new LinkedHashSet<>();
    for (int i = 0; i < TRIES; i++) {
      Source file = files.get(random.nextInt(files.size()));
      String text = torn(beginning(file), random);
      List<Problem> problems = new ArrayList<>();
      RuleFile read = DrlParser.file(file.name(), text);
      new SemanticAnalyzer(Shipped.CODES, file.fileName().replace(".drl", "")).rules(read, problems);
      assertThat(problems).as(text).allMatch(one -> one.at().line() > 0 && one.at().column() > 0);
      if (problems.isEmpty() && accepted.add(text)) {
        String inPackage = CompiledRules.inPackage(PACKAGE, read, text);
        assertThat(new Witness(read, PACKAGE).differences(inPackage)).as(text).isEmpty();
        if (accepted.size() % COMPILED_OF == 0) {
          Source torn = new Source(file.name(), file.path(), text.getBytes(StandardCharsets.UTF_8));
          assertThatCode(() -> CompiledRules.compiled(torn, text)).as(text).doesNotThrowAnyException();
        }
      }
    }
    assertThat(accepted.size()).as("accepted of " + TRIES).isBetween(TRIES / 10, TRIES / 2);
  }

  /** The head of the file and its first rule. */
  private static String beginning(Source file) {
    try {
      String text = file.utf8();
      return text.substring(0, text.indexOf("\nend", text.indexOf("\nrule ")) + "\nend\n".length());
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String torn(String text, Random random) {
    List<String> parts = new ArrayList<>(PART.matcher(text).results().map(one -> one.group()).toList());
    int last = random.nextBoolean() ? parts.size() : parts.indexOf("rule") + 3;
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      int at = random.nextInt(Math.min(last, parts.size() - 1));
      String part = parts.get(at);
      switch (random.nextInt(5)) {
        case 0 -> parts.set(at, "");
        case 1 -> parts.set(at, part + part);
        case 2 -> parts.set(at, part + " " + part);
        case 3 -> parts.add(at, parts.remove(at + 1));
        default -> {
          int cut = random.nextInt(part.length() + 1);
          parts.set(at, part.substring(0, cut) + INSIDE.get(random.nextInt(INSIDE.size())) + part.substring(cut));
        }
      }
    }
    return String.join("", parts);
  }
}
