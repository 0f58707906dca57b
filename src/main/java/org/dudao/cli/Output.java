package org.dudao.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.VisibleText;
import org.dudao.format.Context;
import org.dudao.format.Format;
import org.dudao.format.Messages;
import org.dudao.report.Report;
import picocli.CommandLine;

/**
 * One report to write: in which format, and where to.
 *
 * @param name as a person called the file; empty for standard output
 */
record Output(Format format, String name, Destination destination) {

  /** Reads {@code FORMAT} and {@code FORMAT=FILE}; only one can go to standard output. */
  static List<Output> parse(List<String> texts, CommandLine line, Messages messages) {
    List<Output> outputs = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      if (!Format.names().contains(name)) {
        throw new UsageException(
            line, messages.text("cli.format", name, String.join(", ", Format.names())));
      }
      String file = equals < 0 ? "" : text.substring(equals + 1);
      outputs.add(new Output(Format.named(name), file, destination(text, file, line, messages)));
    }
    if (outputs.stream().filter(Output::isStandard).count() > 1) {
      throw new UsageException(line, messages.text("cli.stdout-twice"));
    }
    return outputs;
  }

  /** What is printed as it comes, without a choice of the person's. */
  static Output printed() {
    return new Output(Format.JSON, "", Destination.standardOutput());
  }

  private static Destination destination(String text, String file, CommandLine line, Messages messages) {
    try {
      if (file.isEmpty() && text.endsWith("=")) {
        throw new InvalidPathException(file, text);
      }
      return file.isEmpty() ? Destination.standardOutput() : Destination.of(Path.of(file));
    } catch (InvalidPathException e) {
      throw new UsageException(line, messages.text("cli.output-name", text));
    }
  }

  /**
   * Refuses what would be written over what is read, or over another output.
   *
   * @param inputs the files that are read, and the folders in which they are looked for
   * @param readsStandardInput whether that is read, too
   */
  static void refuseOverwriting(
      List<Output> outputs, List<Path> inputs, boolean readsStandardInput, CommandLine line, Messages messages) {
    for (int i = 0; i < outputs.size(); i++) {
      Output one = outputs.get(i);
      for (Path input : inputs) {
        if (one.destination.isSameAs(input)) {
          throw new UsageException(
              line, messages.text("cli.output-is-input", one.called(messages), input));
        }
      }
      if (readsStandardInput && one.destination.isStandardInput()) {
        throw new UsageException(line, messages.text("cli.output-is-input", one.called(messages), "-"));
      }
      for (Output other : outputs.subList(0, i)) {
        if (one.destination.isSameAs(other.destination)) {
          throw new UsageException(
              line, messages.text("cli.output-twice", other.called(messages), one.called(messages)));
        }
      }
    }
  }

  /** Whether a person at the terminal reads the problems there already. */
  boolean showsProblems() {
    return isStandard() && format == Format.TEXT;
  }

  private boolean isStandard() {
    return destination.way() == Destination.Way.STANDARD_OUTPUT;
  }

  private String called(Messages messages) {
    return name.isEmpty() ? messages.text("cli.standard-output") : name;
  }

  /** Writes it; where that is not possible, tells why, and returns false. */
  boolean write(Report report, Context context, Console console, Messages messages) {
    Context plain =
        new Context(
            context.language(), context.failOn(), context.showPasses(), false, context.version(), context.options(),
            context.own());
    try {
      destination.write(out -> format.write(report, isStandard() ? context : plain, out), console);
      return true;
    } catch (IOException e) {
      if (Unwritten.isUnread(e)) {
        return true;
      }
      String cause = messages.text(Unwritten.of(e, isStandard() ? null : destination.place()).messageId());
      String told = messages.text("cli.unwritten.checked", called(messages), cause);
      console.err().println(VisibleText.of(messages.text("cli.error") + ": " + told));
      return false;
    }
  }
}
