package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what the program is known to write; {@code -Dgolden=write} writes them anew. */
public final class Golden {
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  private Golden() {}

  /** The text must be what the file holds. */
  public static void check(Path file, String text) {
    try {
      if (WRITE) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(text).as(file + " (rewrite with -Dgolden=write and read the difference)").isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
