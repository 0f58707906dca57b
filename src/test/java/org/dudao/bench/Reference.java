package org.dudao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.dudao.fact.Limit;

/**
 * What the work costs without an engine: reads counties as {@link Counties} makes them, judges them and writes what it
 * finds, one after the other on one thread.
 */
public final class Reference {
  private static final String STANDARD_STREAM = "-";

  private final Function<County, PlainCheck> checks;
  private long classes;
  private long reading;
  private long judging;
  private long writing;

  /** One that holds counties against the law. */
  Reference() {
    this("");
  }

  /** One that holds them against that topic: {@link Limit#CONSISTENCY}, or any other for the law. */
  Reference(String topic) {
    checks = topic.equals(Limit.CONSISTENCY) ? ConsistencyCheck::new : CountyCheck::new;
  }

  /** {@code Reference IN|- [OUT|- [consistency]]}; how long it took goes to the error stream. */
  public static void main(String[] arguments) throws IOException {
    Reference reference = new Reference(arguments.length > 2 ? arguments[2] : "");
    try (InputStream in = in(arguments[0]); OutputStream out = out(arguments.length > 1 ? arguments[1] : STANDARD_STREAM)) {
      reference.run(in, out);
    }
    System.err.println(reference.stages());
  }

  /** Judges all counties of the stream. */
  void run(InputStream in, OutputStream out) {
    try (CountyReader reader = new CountyReader(in);
        PlainWriter writer = new PlainWriter(out)) {
      long start = System.nanoTime();
      for (County county = reader.next(); county != null; county = reader.next()) {
        long read = System.nanoTime();
        PlainCheck check = checks.apply(county);
        List<PlainFinding> findings = check.findings();
        long judged = System.nanoTime();
        writer.write(county, check, findings);
        long written = System.nanoTime();
        classes += county.classes.size();
        reading += read - start;
        judging += judged - read;
        writing += written - judged;
        start = written;
      }
    }
  }

  /** How long it took a class, in nanoseconds. */
  record Stages(long reading, long judging, long writing) {}

  Stages stages() {
    long all = Math.max(1, classes);
    return new Stages(reading / all, judging / all, writing / all);
  }

  private static InputStream in(String name) throws IOException {
    return name.equals(STANDARD_STREAM) ? System.in : Files.newInputStream(Path.of(name));
  }

  private static OutputStream out(String name) throws IOException {
    return name.equals(STANDARD_STREAM) ? System.out : Files.newOutputStream(Path.of(name));
  }
}
