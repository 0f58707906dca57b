package org.dudao.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * Where an output goes, by whatever name it was called.
 *
 * @param place without links; of what is not there yet, its folder without links and its name
 */
record Destination(Path place, Way way) {
  /** How it is written to. */
  enum Way {
    STANDARD_OUTPUT,
    /** A device, a pipe, or a file that somebody holds open for the program. */
    THROUGH,
    /** A file, which is there whole or as it was. */
    WHOLE
  }

  /** The folder in whose files the system shows what a process holds open; its links lead to no path. */
  private static final Path PROCESSES = Path.of("/proc");
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");
  private static final Path NOWHERE = Path.of("/dev/null");
  private static final int MOST_LINKS = 40;

  /** What writes an output. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  static Destination standardOutput() {
    return new Destination(Path.of("/dev/stdout"), Way.STANDARD_OUTPUT);
  }

  /** Where that path leads, through all links. */
  static Destination of(Path file) {
    try {
      Path place = file.toAbsolutePath();
      for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(place); links++) {
        Path folder = real(place.getParent());
        if (folder.startsWith(PROCESSES)) {
          boolean isOut = folder.equals(real(OPEN_FILES)) && place.endsWith("1");
          return isOut ? standardOutput() : new Destination(place, Way.THROUGH);
        }
        place = folder.resolve(Files.readSymbolicLink(place));
      }
      boolean isThrough = Files.exists(place) && !Files.isRegularFile(place) && !Files.isDirectory(place);
      return new Destination(real(place), isThrough ? Way.THROUGH : Way.WHOLE);
    } catch (IOException e) {
      // What cannot be looked at is told when it is written to.
      return new Destination(file.toAbsolutePath(), Way.WHOLE);
    }
  }

  /** The path without links, as far as it is there; folders that are yet to be made lead nowhere else. */
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    return Files.exists(path) || parent == null
        ? path.toRealPath()
        : real(parent).resolve(path.getFileName()).normalize();
  }

  /** Whether what goes to both would mix, or be lost; a device that swallows everything takes it from all. */
  boolean isSameAs(Destination other) {
    return way == Way.STANDARD_OUTPUT && other.way == way || isSameFile(other.place, path -> true);
  }

  /** Whether it is that file or folder, of which something is read. */
  boolean isSameAs(Path input) {
    return isSameFile(input, path -> true);
  }

  /** Whether it is the file that standard input was taken from; a terminal is both, and may be. */
  boolean isStandardInput() {
    return isSameFile(STANDARD_INPUT, Files::isRegularFile);
  }

  private boolean isSameFile(Path other, Predicate<Path> isMeant) {
    Predicate<Path> wanted = way == Way.STANDARD_OUTPUT ? Files::isRegularFile : isMeant;
    try {
      boolean areThere = Files.exists(place) && Files.exists(other);
      return areThere
          ? wanted.test(place) && isMeant.test(other) && Files.isSameFile(place, other)
              && !Files.isSameFile(place, NOWHERE)
          : place.equals(real(other.toAbsolutePath()));
    } catch (IOException e) {
      // What cannot be looked at can neither be read nor written.
      return false;
    }
  }

  /** Writes all of the body, or throws why it could not; what was there of a file is then still there. */
  void write(Body body, Console console) throws IOException {
    switch (way) {
      case STANDARD_OUTPUT -> {
        body.write(console.out());
        IOException failure = console.takeFailure();
        if (failure != null) {
          throw failure;
        }
      }
      case THROUGH -> {
        OpenOption[] options =
            Files.isRegularFile(place)
                ? new OpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.APPEND}
                : new OpenOption[] {StandardOpenOption.WRITE};
        try (OutputStream file = Files.newOutputStream(place, options)) {
          writeTo(file, body);
        }
      }
      case WHOLE -> new WholeFile(place).write(file -> writeTo(file, body));
    }
  }

  /** Libraries make other exceptions of a failure: what they write goes through, and the failure is asked for. */
  private static void writeTo(OutputStream file, Body body) throws IOException {
    Outlet outlet = new Outlet(new BufferedOutputStream(file));
    body.write(outlet);
    outlet.check();
  }
}
