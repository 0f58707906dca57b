package org.dudao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the work costs without an engine: reads counties as {@link Counties} makes them, judges them and writes what it
 * finds, one after the other on one thread.
 */
public final class Reference {
  private static final String STANDARD_STREAM = "-";

  private long classes;
  private long reading;
  private long judging;
  private long writing;

  /** {@code Reference IN|- [OUT|-]}; how long it took goes to the error stream. */
  public static void main(String[] arguments) throws IOException {
    Reference reference = new Reference();
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
        CountyCheck check = new CountyCheck(county);
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
