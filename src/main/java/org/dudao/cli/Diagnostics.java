package org.dudao.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Language;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.VisibleText;
import org.dudao.format.Messages;
import org.dudao.lint.Warning;
import org.dudao.load.Glossary;

/** Tells problems and warnings as compilers do: what is wrong, where, the line with a mark under the place, what helps. */
final class Diagnostics {
  private final PrintStream out;
  private final Messages messages;
  private final CitedLines lines = new CitedLines();

  Diagnostics(PrintStream out, Messages messages) {
    this.out = out;
    this.messages = messages;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems) {
      String gravity = problem.code().isNote() ? "cli.warning" : "cli.error";
      line(messages.text(gravity) + ": " + messages.problem(problem));
      show(problem.at());
      if (problem.count() > 1) {
        line("  " + messages.elsewhere(problem));
      }
    }
    out.flush();
  }

  /** What has no place in a file that a person wrote is one line. */
  void printLine(Optional<Problem> problem) {
    problem.ifPresent(one -> line(messages.text("cli.warning") + ": " + messages.problem(one)));
  }

  void printWarnings(List<Warning> warnings) {
    for (Warning warning : warnings) {
      line(
          messages.text(warning.lint().isNote() ? "cli.note" : "cli.warning") + "[" + warning.lint().code() + "]: "
              + sentence(warning, messages));
      show(warning.at());
      line("  = " + messages.text(warning.lint().messageId() + ".help"));
    }
    out.flush();
  }

  /** What the warning says; columns bear the names of the reader's language beside those of the tables. */
  static String sentence(Warning warning, Messages messages) {
    List<String> arguments = new ArrayList<>(warning.arguments());
    if (warning.lint().namesColumns()) {
      arguments.set(
          0,
          Stream.of(arguments.get(0).split(", ")).map(column -> called(column, messages)).collect(Collectors.joining(", ")));
    }
    return messages.text(warning.lint().messageId(), arguments.toArray());
  }

  private static String called(String column, Messages messages) {
    List<String> chinese = Glossary.COLUMNS.names(column);
    return messages.language() != Language.ZH || chinese.isEmpty() ? column : column + "（" + chinese.get(0) + "）";
  }

  /** Texts of others cannot make a line of their own. */
  private void line(String text) {
    out.println(VisibleText.of(text));
  }

  private void show(Origin at) {
    line("  --> " + at + (at.pointer().isEmpty() ? "" : " (" + at.pointer() + ")"));
    String cited = lines.line(at);
    if (cited != null) {
      Excerpt excerpt = Excerpt.of(at, cited);
      String number = String.valueOf(at.line());
      line(number + " | " + excerpt.line());
      line(" ".repeat(number.length()) + " | " + " ".repeat(excerpt.before()) + "^".repeat(excerpt.width()));
    }
  }
}
