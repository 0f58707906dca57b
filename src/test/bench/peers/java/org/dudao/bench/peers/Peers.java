package org.dudao.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs all contestants on the same counties, round by round, compares what they find, and prints a table: {@code Peers
 * ROUNDS COUNTIES,...}, each a number of classes to make counties of, or a file of counties.
 */
public final class Peers {
  private static final Path TARGET = Path.of("target/peers");
  private static final String CAPS = "class-size.";
  private static final int CLASSES_OF_A_COUNTY = 5_000;

  private final List<Contestant> contestants;
  private final Map<Contestant, List<Contestant.Time>> times = new LinkedHashMap<>();
  private List<String> expected;

  private Peers(List<Contestant> contestants) {
    this.contestants = contestants;
    contestants.forEach(one -> times.put(one, new ArrayList<>()));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    List<Contestant> contestants = Contestant.all(installed());
    Contestant.prepareLauncher();
    for (String of : args[1].split(",")) {
      Path counties = of.matches("\\d+") ? made(Integer.parseInt(of)) : Path.of(of);
      Peers peers = new Peers(contestants);
      for (int round = 0; round < rounds; round++) {
        peers.round(counties);
      }
      peers.print(counties, rounds);
    }
  }

  /** Counties of the usual size with so many classes in all, and without cases, which none of the standards looks at. */
  private static Path made(int classes) throws IOException, InterruptedException {
    Path file = TARGET.resolve(classes + "-classes.jsonl");
    List<String> command =
        Contestant.javaCommand(
            "org.dudao.bench.Counties", String.valueOf(Math.max(1, classes / CLASSES_OF_A_COUNTY)),
            String.valueOf(Math.min(classes, CLASSES_OF_A_COUNTY)), "0");
    succeed(new ProcessBuilder(command).redirectOutput(file.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT));
    return file;
  }

  /** The programs for Node.js beside what they need, as their lock file says. */
  private static Path installed() throws IOException, InterruptedException {
    Path npm = Files.createDirectories(TARGET.resolve("npm"));
    try (Stream<Path> files = Files.list(Path.of("src/test/bench/peers/npm"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(npm.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    succeed(new ProcessBuilder("npm", "ci", "--silent", "--prefer-offline").directory(npm.toFile()).inheritIO());
    return npm;
  }

  private static void succeed(ProcessBuilder program) throws IOException, InterruptedException {
    if (program.start().waitFor() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", program.command()));
    }
  }

  /** Each contestant once, in turn, so that a slow minute of the machine meets all of them. */
  private void round(Path counties) throws IOException, InterruptedException {
    for (Contestant one : contestants) {
      Path violations = TARGET.resolve("violations.tsv");
      Files.deleteIfExists(violations);
      Contestant.Time time = one.run(counties, violations);
      System.err.printf(Locale.ROOT, "%s: %.2f s%n", one.name(), time.wall());
      times.get(one).add(time);
      compare(one, violations);
    }
  }

  /** The first contestant, plain loops, says what there is to find. */
  private void compare(Contestant one, Path violations) throws IOException {
    List<String> found = Violations.read(violations).stream().sorted().toList();
    if (expected == null) {
      expected = found;
    }
    List<String> due = one.judgesRatios() ? expected : expected.stream().filter(line -> line.startsWith(CAPS)).toList();
    if (due.isEmpty() || !found.equals(due)) {
      throw new IllegalStateException(
          one.name() + " found " + found.size() + " instead of " + due.size() + firstDifference(found, due));
    }
  }

  private static String firstDifference(List<String> found, List<String> due) {
    return IntStream.range(0, Math.min(found.size(), due.size()))
        .filter(i -> !found.get(i).equals(due.get(i)))
        .mapToObj(i -> ": " + found.get(i) + " instead of " + due.get(i))
        .findFirst()
        .orElse("");
  }

  private void print(Path counties, int rounds) throws IOException {
    System.out.printf(
        Locale.ROOT, "%n%s: %.1f MB, %d violations, found alike by all; medians of %d rounds, ratios within a round%n%n",
        counties.getFileName(), Files.size(counties) / 1e6, expected.size(), rounds);
    System.out.println("| | CPU s | x plain loops | x Dudao | wall s | x plain loops | x Dudao |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (Contestant one : contestants) {
      System.out.printf(
          "| %s | %s | %s |%n", one.name(), cells(one, Contestant.Time::processor), cells(one, Contestant.Time::wall));
    }
  }

  private String cells(Contestant one, ToDoubleFunction<Contestant.Time> measure) {
    return String.format(
        Locale.ROOT, "%.2f | %.2f | %.2f",
        median(times.get(one).stream().mapToDouble(measure).toArray()),
        ratio(one, contestants.get(0), measure),
        ratio(one, contestants.get(1), measure));
  }

  private double ratio(Contestant one, Contestant other, ToDoubleFunction<Contestant.Time> measure) {
    return median(
        IntStream.range(0, times.get(one).size())
            .mapToDouble(i -> measure.applyAsDouble(times.get(one).get(i)) / measure.applyAsDouble(times.get(other).get(i)))
            .toArray());
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
