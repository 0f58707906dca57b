package org.dudao.cli;

import java.io.PrintStream;
import java.util.List;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.format.Messages;
import org.dudao.lint.Warning;

/** Tells problems and warnings as compilers do: what is wrong, where, the line with a mark under the place, what helps. */
final class Diagnostics {
  private final PrintStream out;
  private final Messages messages;

  Diagnostics(PrintStream out, Messages messages) {
    this.out = out;
    this.messages = messages;
  }

  void print(List<Problem> problems) {
    for (Problem problem : problems) {
      String gravity = problem.code().isNote() ? "cli.warning" : "cli.error";
      out.println(messages.text(gravity) + ": " + messages.problem(problem));
      show(problem.at());
      if (problem.count() > 1) {
        out.println("  " + messages.elsewhere(problem));
      }
    }
    out.flush();
  }

  void printWarnings(List<Warning> warnings) {
    for (Warning warning : warnings) {
      out.println(
          messages.text(warning.lint().isNote() ? "cli.note" : "cli.warning") + "[" + warning.lint().code() + "]: "
              + messages.text(warning.lint().messageId(), warning.arguments().toArray()));
      show(warning.at());
      out.println("  = " + messages.text(warning.lint().messageId() + ".help"));
    }
    out.flush();
  }

  private void show(Origin at) {
    out.println("  --> " + at + (at.pointer().isEmpty() ? "" : " (" + at.pointer() + ")"));
    Excerpt excerpt = Excerpt.of(at);
    if (excerpt != null) {
      String number = String.valueOf(at.line());
      out.println(number + " | " + excerpt.line());
      out.println(" ".repeat(number.length()) + " | " + " ".repeat(excerpt.before()) + "^".repeat(excerpt.width()));
    }
  }
}
