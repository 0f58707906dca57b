package org.dudao.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.format.Messages;
import org.jline.utils.WCWidth;

/** Tells problems as compilers do: what is wrong, where, and the line with a mark under the place. */
final class Diagnostics {
  private static final int MAX_LINE = 160;

  private final PrintStream err;
  private final Messages messages;

  Diagnostics(PrintStream err, Messages messages) {
    this.err = err;
    this.messages = messages;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems) {
      Origin at = problem.at();
      String gravity = problem.code().isNote() ? "cli.warning" : "cli.error";
      err.println(messages.text(gravity) + ": " + messages.problem(problem));
      err.println("  --> " + at + (at.pointer().isEmpty() ? "" : " (" + at.pointer() + ")"));
      String line = line(at);
      if (line != null) {
        String number = String.valueOf(at.line());
        err.println(number + " | " + line);
        if (!at.file().endsWith(".csv")) {
          err.println(" ".repeat(number.length()) + " | " + " ".repeat(cells(line, at.column() - 1)) + "^");
        }
      }
      if (problem.count() > 1) {
        err.println("  " + messages.elsewhere(problem));
      }
    }
    err.flush();
  }

  /** The line itself; null where the file cannot be shown. */
  private static String line(Origin at) {
    try {
      Path file = Path.of(at.file());
      if (at.line() == 0 || at.file().endsWith(".gz") || !Files.isRegularFile(file)) {
        return null;
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      String line = at.line() <= lines.size() ? lines.get(at.line() - 1).replace('\t', ' ') : null;
      return line == null || line.length() > MAX_LINE ? null : line;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  /** How many cells of a terminal the first characters of the line take: a Chinese one takes two. */
  private static int cells(String line, int characters) {
    return line.codePoints().limit(Math.max(0, characters)).map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
