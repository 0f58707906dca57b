package org.dudao.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Facts;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;
import org.dudao.format.JsonStream;
import org.dudao.format.Messages;
import org.dudao.load.FactStream;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import org.dudao.load.RuleFiles;
import org.dudao.report.Digest;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures start, throughput, growth and many values of one limit beside the reference program, each in processes of its
 * own and in turn, and prints a Markdown table of medians beside what they should be. Arguments: rounds, the folder that
 * {@code mvn package} made, and what to measure of {@code start,throughput,stages,growth,values}.
 */
public final class Bench {
  private static final String TOPICS = "class-size,staffing,premises,timeliness";
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  /** For all programs alike; so much must be enough for input without end. */
  private static final String MEMORY = "-Xmx512m";
  /** What the launcher chooses for streams. */
  private static final List<String> COLLECTOR = List.of("-XX:+UseParallelGC", "-XX:GCTimeRatio=19", "-XX:NewRatio=1");
  /** The variable that names the folder in which the launcher keeps things. */
  public static final String CACHE = "DUDAO_CACHE";
  private static final int CLASSES = Counties.Size.USUAL.classes();
  private static final int FEW = 100;
  /** A country has five million classes. */
  private static final int COUNTRY = 1_000;
  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;
  private static final int[] GROWTH = {THOUSAND, 10 * THOUSAND, 100 * THOUSAND, MILLION, 2 * MILLION, 10 * MILLION};
  private static final int LARGE_COUNTY = 20 * THOUSAND;
  private static final int STAGED = 30;
  private static final int WARM_ROUNDS = 6;
  private static final int VALUES = 16;
  private static final String CAP = "class-size.primary.design";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final int rounds;
  private final Path launcher;
  private final Path folder;

  private Bench(int rounds, Path target) throws IOException {
    this.rounds = rounds;
    this.launcher = target.resolve("dudao").resolve("bin").resolve(File.separatorChar == '/' ? "dudao" : "dudao.bat");
    this.folder = Files.createTempDirectory("dudao-bench");
  }

  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    try {
      System.out.println("| what | median | beside | ratio | should be |");
      System.out.println("|---|--:|--:|--:|--:|");
      for (String part : arguments[2].split(",")) {
        switch (part) {
          case "start" -> bench.start();
          case "throughput" -> bench.throughput();
          case "stages" -> bench.stages();
          case "growth" -> bench.growth();
          case "values" -> bench.manyValues();
          default -> throw new IllegalArgumentException(part);
        }
      }
    } finally {
      try (Stream<Path> files = Files.walk(bench.folder)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
      }
    }
  }

  // ---- start ----

  private void start() throws Exception {
    Path school = counties("school.jsonl", 1, Counties.Size.of(25));
    Path edited = edited();
    Map<String, String> kept = Map.of(CACHE, cache().toString());
    List<String> reference = reference(school, List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    List<String> unedited = List.of(launcher.toString(), "check", school.toString());
    List<String> changed = List.of(launcher.toString(), "check", "--rules", edited.toString(), school.toString());
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      note(times, "reference", () -> run(reference, kept));
      note(times, "unedited", () -> run(unedited, kept));
      forgetRules();
      note(times, "edited, first", () -> run(changed, kept));
      note(times, "edited, second", () -> run(changed, kept));
    }
    row("start on one school, launcher, s", times, "unedited", "reference", "<= 4");
    row("start with an edited rule file, first time, s", times, "edited, first", "unedited", "<= 2.5 s");
    row("start with it, second time, s", times, "edited, second", "unedited", "<= 1.5");
  }

  private Path edited() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules").resolve("cn"));
    for (var source : RuleFiles.shipped().rules()) {
      if (source.path().equals("cn/class-size.drl")) {
        Files.writeString(rules.resolve("class-size.drl"), source.utf8() + "\n// edited\n");
      }
    }
    return rules.getParent();
  }

  private void forgetRules() throws Exception {
    try (Stream<Path> files = Files.list(cache())) {
      files.filter(file -> file.getFileName().toString().startsWith("rules-")).forEach(file -> file.toFile().delete());
    }
  }

  // ---- throughput ----

  private void throughput() throws Exception {
    Path few = counties("few.jsonl", FEW, Counties.Size.USUAL);
    Path many = counties("many.jsonl", COUNTRY, Counties.Size.USUAL);
    Path floor = folder.resolve("reference.out");
    Path one = folder.resolve("one.out");
    Path two = folder.resolve("two.out");
    Map<String, String> settings = settings();
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      note(times, "reference", () -> run(reference(few, streaming()), settings, floor));
      note(times, "1 thread", () -> run(stream(few, 1), settings, one));
      note(times, "reference, consistency", () -> run(reference(few, streaming(), Limit.CONSISTENCY), settings));
      note(times, "consistency", () -> run(stream(few, 1, Limit.CONSISTENCY), settings));
      note(times, "2 threads", () -> run(stream(few, 2), settings, two));
      note(times, "reference, many", () -> run(reference(many, streaming()), settings));
      note(times, "1 thread, many", () -> run(stream(many, 1), settings));
      note(times, "2 threads, many", () -> run(stream(many, 2), settings));
    }
    if (Files.mismatch(one, two) >= 0) {
      throw new IllegalStateException("two threads do not write what one writes");
    }
    long findings = sameFindings(floor, one);
    row("%,d classes end to end, one thread, s (%,d findings, the same)".formatted(FEW * CLASSES, findings),
        times, "1 thread", "reference", "<= 1.25");
    row("the same, one thread beside two", times, "1 thread", "2 threads", ">= 1.8");
    row("the same classes held against themselves alone (topic consistency), s", times, "consistency",
        "reference, consistency", "<= 1.25");
    row("%,d classes end to end, one thread, s".formatted(COUNTRY * CLASSES), times, "1 thread, many", "reference, many", "<= 1.25");
    row("the same, one thread beside two", times, "1 thread, many", "2 threads, many", ">= 1.8");
    for (String who : List.of("reference", "1 thread", "2 threads")) {
      times.put(who + ", warm", further(times.get(who), times.get(who + ", many")));
    }
    row("each further class, when warm, one thread, ns", times, "1 thread, warm", "reference, warm", "<= 1.25");
    row("the same, one thread beside two", times, "1 thread, warm", "2 threads, warm", ">= 1.8");
  }

  /** What each class more took, in nanoseconds. */
  private static List<Double> further(List<Double> few, List<Double> many) {
    List<Double> further = new ArrayList<>();
    for (int i = 0; i < few.size(); i++) {
      further.add((many.get(i) - few.get(i)) * 1e9 / ((COUNTRY - FEW) * (double) CLASSES));
    }
    return further;
  }

  /** Compares the findings line by line, and tells how many there are. */
  private static long sameFindings(Path reference, Path ours) throws IOException {
    try (BufferedReader expected = Files.newBufferedReader(reference); BufferedReader found = Files.newBufferedReader(ours)) {
      long findings = 0;
      for (JsonNode one = next(expected, "standard"); one != null; one = next(expected, "standard")) {
        JsonNode other = next(found, "finding");
        String wanted = told(one);
        if (other == null || !wanted.equals(told(other))) {
          throw new IllegalStateException("the reference found\n" + wanted + "\nand here was\n" + (other == null ? null : told(other)));
        }
        findings++;
      }
      return findings;
    }
  }

  /** The next finding: the reference's lines have a standard, ours a type. */
  private static JsonNode next(BufferedReader lines, String mark) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode node = JSON.readTree(line);
      if (mark.equals("standard") ? node.has("standard") : node.get("type").asString().equals(mark)) {
        return node;
      }
    }
    return null;
  }

  private static String told(JsonNode finding) {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("standard", "outcome", "bureau", "asOf", "kind", "id", "found", "limit", "unit", "difference")) {
      JsonNode value = finding.get(name);
      text.append(name).append('=').append(value == null || value.isNull() ? "" : plain(value)).append(' ');
    }
    return text.append(finding.get("missing")).toString();
  }

  /** Numbers and texts of numbers alike. */
  private static String plain(JsonNode value) {
    String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
  }

  // ---- stages ----

  /** Where the time goes once both are warm: in this process, one county after the other. */
  private void stages() throws Exception {
    Path input = counties("stages.jsonl", STAGED, Counties.Size.USUAL);
    ReadyRules rules = ReadyRules.shipped();
    Checker checker = rules.checker().only(limit -> Arrays.asList(TOPICS.split(",")).contains(limit.topic()));
    FactStream stream = new FactStream(rules.codes(), null, InputStream.nullInputStream());
    List<RawDocument> lines = new ArrayList<>();
    stream.forEach(List.of(input.toString()), new ArrayList<>(), lines::add);
    byte[] bytes = Files.readAllBytes(input);
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < WARM_ROUNDS + rounds; round++) {
      Map<String, List<Double>> to = round < WARM_ROUNDS ? new LinkedHashMap<>() : times;
      note(to, stages(lines, stream, checker), "");
      Reference reference = new Reference();
      reference.run(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
      note(to, reference.stages(), "reference ");
    }
    for (String stage : List.of("reading", "judging", "writing", "all")) {
      row(stage + " when warm, ns a class", times, stage, "reference " + stage, "");
    }
  }

  private static Reference.Stages stages(List<RawDocument> lines, FactStream stream, Checker checker)
      throws InputException {
    JsonStream json = new JsonStream(Messages.of(Language.EN));
    long reading = 0;
    long judging = 0;
    long writing = 0;
    for (RawDocument document : lines) {
      long start = System.nanoTime();
      Facts facts = stream.read(document);
      long read = System.nanoTime();
      Digest digest = checker.digest(facts);
      long judged = System.nanoTime();
      json.bureau(digest, digest.total(Level.MUST));
      reading += read - start;
      judging += judged - read;
      writing += System.nanoTime() - judged;
    }
    long classes = (long) lines.size() * CLASSES;
    return new Reference.Stages(reading / classes, judging / classes, writing / classes);
  }

  private static void note(Map<String, List<Double>> times, Reference.Stages stages, String who) {
    note(times, who + "reading", stages.reading());
    note(times, who + "judging", stages.judging());
    note(times, who + "writing", stages.writing());
    note(times, who + "all", stages.reading() + stages.judging() + stages.writing());
  }

  // ---- growth ----

  private void growth() throws Exception {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    Map<Integer, Long> memory = new TreeMap<>();
    Map<Integer, Path> inputs = new TreeMap<>();
    for (int classes : GROWTH) {
      inputs.put(classes, counties(classes + ".jsonl", Math.max(1, classes / CLASSES), Counties.Size.of(Math.min(classes, CLASSES))));
    }
    Path large = counties("large.jsonl", 2 * MILLION / LARGE_COUNTY, Counties.Size.of(LARGE_COUNTY));
    Map<String, String> settings = settings();
    for (int round = 0; round < rounds; round++) {
      for (int classes : GROWTH) {
        note(times, String.valueOf(classes), () -> memory.merge(classes, watched(stream(inputs.get(classes), 1), settings), Math::max));
      }
      note(times, "large", () -> memory.merge(LARGE_COUNTY, watched(stream(large, 1), settings), Math::max));
    }
    for (int classes : GROWTH) {
      double seconds = median(times.get(String.valueOf(classes)));
      System.out.printf("| %,d classes in 512 MB of heap, s | %.4g | %d MB resident | | |%n", classes, seconds, memory.get(classes) / 1024);
    }
    row("%,d classes in counties of %,d, beside counties of %,d, s (%d MB resident)".formatted(
            2 * MILLION, LARGE_COUNTY, CLASSES, memory.get(LARGE_COUNTY) / 1024),
        times, "large", String.valueOf(2 * MILLION), "0.9 to 1.1");
    double first = median(times.get(String.valueOf(MILLION)));
    double second = median(times.get(String.valueOf(2 * MILLION)));
    double last = median(times.get(String.valueOf(10 * MILLION)));
    double late = (last - second) * 1e9 / (8.0 * MILLION);
    double early = (second - first) * 1e9 / MILLION;
    row("ns a class, the third to the tenth million beside the second", late, early, late / early, "0.9 to 1.1");
  }

  // ---- many values ----

  private void manyValues() throws Exception {
    Checker all = ReadyRules.shipped().checker()
        .only(limit -> Arrays.asList(TOPICS.split(",")).contains(limit.topic()));
    List<Facts> province = province();
    Limit cap = all.limits().stream().filter(limit -> limit.id().equals(CAP)).findFirst().orElseThrow();
    Checker affected = all.affectedBy(CAP);
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds + 1; round++) {
      // The first round warms up.
      Map<String, List<Double>> to = round == 0 ? new LinkedHashMap<>() : times;
      note(to, "all", () -> province.forEach(all::digest));
      note(to, "one", () -> province.forEach(affected::digest));
      note(to, "values", () -> {
        for (int value = 0; value < VALUES; value++) {
          Quantity number = Quantity.of(40 + value);
          Checker other = affected.with(cap, new Value.Number(number), number.toString());
          province.forEach(other::digest);
        }
      });
    }
    row("16 values of one cap over 100,000 classes beside one check, s", times, "values", "all", "<= 3");
    row("the same beside one check of that cap alone, s", times, "values", "one", "");
  }

  private List<Facts> province() throws IOException, InputException {
    Path input = counties("province.jsonl", 20, Counties.Size.USUAL);
    FactStream stream = new FactStream(ReadyRules.shipped().codes(), null, InputStream.nullInputStream());
    List<Facts> province = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    stream.forEach(List.of(input.toString()), problems, county -> {
      try {
        province.add(stream.read(county));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return province;
  }

  // ---- processes and tables ----

  private Path counties(String name, int count, Counties.Size size) throws IOException {
    Path file = folder.resolve(name);
    Counties counties = new Counties(size, Counties.Faults.USUAL, 1);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int number = 0; number < count; number++) {
        counties.write(number, out);
      }
    }
    return file;
  }

  private List<String> reference(Path input, List<String> flags, String... topic) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Reference.class.getName(), input.toString(), "-"));
    command.addAll(List.of(topic));
    return command;
  }

  private List<String> stream(Path input, int threads) {
    return stream(input, threads, TOPICS);
  }

  private List<String> stream(Path input, int threads, String topics) {
    return List.of(
        launcher.toString(), "check", "--stream", "--threads", String.valueOf(threads), "--topic", topics,
        input.toString());
  }

  /** What the reference is told, where the launcher tells itself. */
  private static List<String> streaming() {
    return Stream.concat(COLLECTOR.stream(), Stream.of(MEMORY)).toList();
  }

  private Map<String, String> settings() throws Exception {
    return Map.of(CACHE, cache().toString(), "JAVA_OPTS", MEMORY);
  }

  /** Where the launcher keeps the archive of the classes. */
  private Path cache() throws Exception {
    Path cache = folder.resolve("cache");
    if (!Files.exists(cache)) {
      makeArchive(launcher, cache);
    }
    return cache;
  }

  /** Lets the launcher make its archive of the classes in that folder, as its first start does in the background, and waits. */
  public static void makeArchive(Path launcher, Path cache) throws IOException, InterruptedException {
    run(List.of(launcher.toString(), "--version"), Map.of(CACHE, cache.toString()));
    for (int i = 0; i < 300; i++) {
      try (Stream<Path> files = Files.exists(cache) ? Files.list(cache) : Stream.empty()) {
        // The size of an archive is written when the archive is whole.
        if (files.anyMatch(file -> file.getFileName().toString().endsWith(".size"))) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("no archive in " + cache);
  }

  private static void run(List<String> command, Map<String, String> settings) {
    run(command, settings, null);
  }

  private static void run(List<String> command, Map<String, String> settings, Path output) {
    ended(started(command, settings, output), command);
  }

  private static Process started(List<String> command, Map<String, String> settings, Path output) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.redirectOutput(output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
      builder.environment().putAll(settings);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void ended(Process process, List<String> command) {
    try {
      int code = process.waitFor();
      if (code != 0 && code != 1 && code != 4) {
        throw new IllegalStateException(command + " ended with " + code);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs it and tells the most memory that was resident, in KB; 0 where the system does not tell. */
  private static long watched(List<String> command, Map<String, String> settings) {
    Process process = started(command, settings, null);
    long most = 0;
    try {
      while (process.isAlive()) {
        most = Math.max(most, resident(process.pid()));
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    ended(process, command);
    return most;
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines.filter(line -> line.startsWith("VmHWM:")).findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .orElse(0L);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static void note(Map<String, List<Double>> times, String name, Runnable work) {
    long start = System.nanoTime();
    work.run();
    note(times, name, (System.nanoTime() - start) / 1e9);
  }

  private static void note(Map<String, List<Double>> times, String name, double time) {
    times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
  }

  private static void row(String what, Map<String, List<Double>> times, String name, String beside, String target) {
    List<Double> own = times.get(name);
    List<Double> other = times.get(beside);
    row(what, median(own), median(other), median(ratios(own, other)), target);
  }

  private static void row(String what, double median, double beside, double ratio, String target) {
    System.out.printf("| %s | %.4g | %.4g | %.2f | %s |%n", what, median, beside, ratio, target);
  }

  /** Of each round, so that a slow minute of the machine slows both. */
  private static List<Double> ratios(List<Double> own, List<Double> other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i) / other.get(i));
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
