package org.dudao.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dudao.cli.Run;
import org.dudao.fact.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Layers of rules that somebody or something spoiled: limits, rules, codes, calendars and profiles. */
class RulesCampaignTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path RULES = Path.of("rules");
  /** Sound facts, so that only faulty rules can end a check with 3. */
  private static final String FACTS = "fixtures/bureaus/third-primary";
  private static final int BYTES_ARE_SPOILED_OF = 5;

  /** A file of a layer, as it is before it is spoiled. */
  private record Sound(String path, String text) {}

  @Test
  void limits() throws IOException {
    List<Path> tables = files(".csv").stream().filter(RulesCampaignTest::isOfLimits).toList();
    play("limits", 10, TableMutant::of, random -> {
      Path table = OddValues.one(tables, random);
      List<List<String>> rows = TableMutant.rows(Files.readString(table));
      List<List<String>> some = new ArrayList<>();
      some.add(with(rows.get(0), "effect"));
      int first = 1 + random.nextInt(rows.size() - 1);
      int last = Math.min(rows.size(), first + 1 + random.nextInt(4));
      rows.subList(first, last).forEach(row -> some.add(with(row, "replaces")));
      return new Sound(RULES.relativize(table).toString(), TableMutant.text(some));
    });
  }

  @Test
  void rules() throws IOException {
    play("rules", 8, RuleTextMutant::of, oneOf(files(".drl")));
  }

  @Test
  void codes() throws IOException {
    play("codes", 6, TableMutant::of, random -> {
      List<List<String>> rows = TableMutant.rows(Files.readString(RULES.resolve("cn/codes.csv")));
      List<List<String>> own = new ArrayList<>(List.of(rows.get(0)));
      for (int i = 0; i < 4; i++) {
        List<String> row = new ArrayList<>(OddValues.one(rows.subList(1, rows.size()), random));
        row.set(1, "OWN_" + i + "_" + row.get(1));
        own.add(row);
      }
      return new Sound("cn/codes.csv", TableMutant.text(own));
    });
  }

  @Test
  void calendars() throws IOException {
    List<Path> tables = files(".csv").stream().filter(path -> path.getParent().endsWith("calendars")).toList();
    play("calendars", 6, TableMutant::of, oneOf(tables));
  }

  @Test
  void profiles() throws IOException {
    play("profiles", 5, TableMutant::of, random -> {
      List<List<String>> rows = TableMutant.rows(Files.readString(RULES.resolve("cn/profiles.csv")));
      List<List<String>> own = new ArrayList<>(rows.subList(0, 6));
      own.replaceAll(row -> row.get(0).equals("profile") ? row : with(row.subList(1, row.size()), 0, "own-profile"));
      return new Sound("cn/profiles.csv", TableMutant.text(own));
    });
  }

  @FunctionalInterface
  private interface Picking {
    Sound pick(Random random) throws IOException;
  }

  /** One of these, as it is shipped. */
  private static Picking oneOf(List<Path> files) {
    return random -> {
      Path file = OddValues.one(files, random);
      return new Sound(RULES.relativize(file).toString(), Files.readString(file));
    };
  }

  private static void play(
      String subject, int rounds, BiFunction<String, Random, byte[]> spoiling, Picking picking) throws IOException {
    Campaign.play(subject, rounds, List.of("refused"), (random, folder) -> {
      Sound sound = picking.pick(random);
      byte[] spoiled = spoiling.apply(sound.text(), random);
      if (random.nextInt(BYTES_ARE_SPOILED_OF) == 0) {
        spoiled = BytesMutant.of(spoiled, random);
      }
      Path file = folder.resolve(sound.path());
      Files.createDirectories(file.getParent());
      Files.write(file, spoiled);
      return judged(folder.toString(), OddValues.one(List.of(Language.values()), random));
    });
  }

  /** What lint and a check say of the layer; they must agree on whether it can be law. */
  private static String judged(String folder, Language language) {
    Run lint = Run.of("lint", folder, "--format", "json", "--lang", language.tag());
    Oracles.endsInOrder(lint, language);
    JsonNode told = JSON.readTree(lint.out());
    boolean isRefused = told.get("errors").asInt() > 0;
    List<JsonNode> findings = told.get("findings").valueStream().toList();
    Oracles.placesEachFault(
        findings.stream().filter(one -> one.get("severity").asString().equals("error")).toList(), language);
    findings.forEach(one -> Oracles.speaksPlainly(one.get("message").asString(), language));
    assertThat(lint.code() == Oracles.FAILED).as("lint ends with %d", lint.code()).isEqualTo(isRefused);

    Run check = Run.of("check", "--rules", folder, FACTS, "--format", "json", "--lang", language.tag());
    Oracles.endsInOrder(check, language);
    assertThat(check.code() == Oracles.FAILED)
        .as("check ends with %d, lint finds %s", check.code(), findings).isEqualTo(isRefused);
    return isRefused ? "refused" : check.code() == 1 ? "law" : "exit " + check.code();
  }

  private static boolean isOfLimits(Path table) {
    try (Stream<String> lines = Files.lines(table, StandardCharsets.UTF_8)) {
      return lines.findFirst().orElse("").startsWith("id,rule,");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<String> with(List<String> row, String last) {
    return with(row, row.size(), last);
  }

  private static List<String> with(List<String> row, int at, String cell) {
    List<String> longer = new ArrayList<>(row);
    longer.add(at, cell);
    return longer;
  }
}
