package org.dudao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs of others that some tests use where the machine has them. */
public final class Programs {
  private Programs() {}

  public static boolean isThere(String name) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
