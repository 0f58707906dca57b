package org.dudao.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.bench.Bench;

/**
 * A program that takes part: reads a file of counties, writes a file of violations, and prints its processor time.
 *
 * @param judgesRatios whether it can express the ratios of schools, or only the caps of classes
 * @param command without the two files, which are its last arguments
 */
record Contestant(String name, boolean judgesRatios, Path folder, List<String> command) {
  private static final Path HERE = Path.of("");
  private static final Path LAUNCHER = Path.of("target/dudao/bin/dudao");
  private static final Path CACHE = Path.of("target/peers/cache");
  /** Runs the launcher, whose code 1 stands for violations, and tells the processor time of the shell's children. */
  private static final String DELIVERED =
      "%s check --stream --standard %s \"$1\" >\"$2\" || [ $? -eq 1 ] || exit; times";
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** Wall-clock and processor time in seconds, from the start of the process to its end; nothing is subtracted. */
  record Time(double wall, double processor) {}

  static List<Contestant> all(Path npm) {
    return List.of(
        java("plain loops", "floor", true),
        java("Dudao", "dudao", true),
        new Contestant(
            "Dudao as delivered", true, HERE,
            List.of("sh", "-c", DELIVERED.formatted(LAUNCHER, String.join(",", DudaoPeer.STANDARDS)), "sh")),
        new Contestant("DuckDB " + jar("duckdb_jdbc"), true, HERE, javaCommand(DuckDbPeer.class.getName())),
        java("Easy Rules " + jar("easy-rules-core"), "easy-rules", true),
        java("Evrete " + jar("evrete-core"), "evrete", true),
        java("Drools " + jar("drools-core") + ", session per school", "drools", true),
        java("networknt " + jar("json-schema-validator") + ", caps only", "networknt", false),
        node("GoRules zen", "@gorules/zen-engine", npm, "zen.js"),
        node("json-rules-engine", "json-rules-engine", npm, "json-rules-engine.js"));
  }

  private static Contestant java(String name, String peer, boolean judgesRatios) {
    return new Contestant(name, judgesRatios, HERE, javaCommand(Peer.class.getName(), peer));
  }

  private static Contestant node(String name, String module, Path npm, String program) {
    String version = version(npm.resolve("node_modules").resolve(module));
    return new Contestant(name + " " + version, true, npm, List.of("node", program));
  }

  /** A program in Java on the class path of this one, with no option of the virtual machine. */
  static List<String> javaCommand(String... mainAndArguments) {
    String java = ProcessHandle.current().info().command().orElse("java");
    return Stream.concat(Stream.of(java, "-classpath", CLASS_PATH), Stream.of(mainAndArguments)).toList();
  }

  /** The version with which the jar stands on the class path. */
  private static String jar(String artifact) {
    return matched(Pattern.quote(artifact) + "-(\\d[^/\\\\]*)\\.jar", CLASS_PATH);
  }

  private static String version(Path module) {
    try {
      return matched("\"version\": *\"([^\"]+)\"", Files.readString(module.resolve("package.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String matched(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern);
    }
    return matcher.group(1);
  }

  /** Runs the program in a process of its own. */
  Time run(Path counties, Path violations) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.add(counties.toAbsolutePath().toString());
    whole.add(violations.toAbsolutePath().toString());
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(Bench.CACHE, CACHE.toAbsolutePath().toString());
    long start = System.nanoTime();
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(name + " failed: " + told);
    }
    return new Time((System.nanoTime() - start) / 1e9, processorTime(told));
  }

  /** Told in nanoseconds; or by a shell, as minutes and seconds of the user and the system, its own and its children's. */
  private static double processorTime(String told) {
    if (!told.contains("m")) {
      return Long.parseLong(told) / 1e9;
    }
    return Pattern.compile("(\\d+)m([\\d.]+)s").matcher(told).results()
        .mapToDouble(part -> 60 * Integer.parseInt(part.group(1)) + Double.parseDouble(part.group(2)))
        .sum();
  }

  /** Lets the launcher make a new archive of its classes: that of an older program would not be taken. */
  static void prepareLauncher() throws IOException, InterruptedException {
    Files.createDirectories(CACHE);
    try (Stream<Path> old = Files.list(CACHE)) {
      old.forEach(file -> file.toFile().delete());
    }
    Bench.makeArchive(LAUNCHER, CACHE.toAbsolutePath());
  }
}
