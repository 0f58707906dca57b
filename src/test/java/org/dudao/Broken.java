package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Argument;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.junit.jupiter.api.DynamicTest;

/** Bad input of a folder of fixtures, each file beside the faults that must be told of it. */
public final class Broken {
  private Broken() {}

  /** Reads one file; sound input throws nothing. */
  @FunctionalInterface
  public interface Reading {
    void read(Path file) throws InputException;
  }

  /** One test for each file of the folder whose name matches. */
  public static List<DynamicTest> tests(String folder, String pattern, Reading reading) {
    try (Stream<Path> files = Files.list(Shipped.FIXTURES.resolve(folder))) {
      List<DynamicTest> tests =
          files.filter(file -> file.getFileName().toString().matches(pattern))
              .sorted()
              .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file, reading)))
              .toList();
      assertThat(tests).as(folder + "/" + pattern).isNotEmpty();
      return tests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path file, Reading reading) {
    List<Problem> problems = List.of();
    try {
      reading.read(file);
    } catch (InputException e) {
      problems = e.problems();
    }
    Golden.check(file.resolveSibling(file.getFileName() + ".expected"), told(problems));
    assertThat(problems).as("faults of " + file).isNotEmpty();
    assertThat(problems).as("every fault has its place").allMatch(problem -> problem.at().line() > 0 && problem.at().column() > 0);
  }

  /**
   * One line for each fault, {@code file:line:column code [arguments]}; of a word of the catalogue @ and its id. Behind a
   * fault that is met at several places how many there are, and below it the samples.
   */
  public static String told(List<Problem> problems) {
    return problems.stream()
        .map(problem -> line("", problem) + (problem.count() > 1 ? " x" + problem.count() : "") + "\n"
            + problem.samples().stream().map(sample -> line("  ", sample) + "\n").collect(Collectors.joining()))
        .collect(Collectors.joining());
  }

  private static String line(String indent, Problem problem) {
    return indent + problem.at() + " " + problem.code().text() + " " + arguments(problem);
  }

  private static List<String> arguments(Problem problem) {
    return problem.arguments().stream()
        .map(one -> one instanceof Argument.Translated word ? "@" + word.messageId() : one.toString())
        .toList();
  }

  /** The file as if it stood at that path of a folder of rules. */
  public static Source source(Path file, String path) {
    try {
      return new Source(file.toString().replace('\\', '/'), path, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
