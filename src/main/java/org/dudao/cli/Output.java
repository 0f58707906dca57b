package org.dudao.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dudao.format.Context;
import org.dudao.format.Format;
import org.dudao.format.Messages;
import org.dudao.report.Report;
import picocli.CommandLine;

/**
 * One report to write: in which format, and where to.
 *
 * @param file null for standard output
 */
record Output(Format format, Path file) {

  /** Reads {@code FORMAT} and {@code FORMAT=FILE}; only one can go to standard output. */
  static List<Output> parse(List<String> texts, CommandLine line, Messages messages) {
    List<Output> outputs = new ArrayList<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      if (!Format.names().contains(name)) {
        throw new CommandLine.ParameterException(
            line, messages.text("cli.format", name, String.join(", ", Format.names())));
      }
      outputs.add(new Output(Format.named(name), equals < 0 ? null : Path.of(text.substring(equals + 1))));
    }
    if (outputs.stream().filter(output -> output.file == null).count() > 1) {
      throw new CommandLine.ParameterException(line, messages.text("cli.stdout-twice"));
    }
    return outputs;
  }

  /** Whether a person at the terminal reads the problems there already. */
  boolean showsProblems() {
    return file == null && format == Format.TEXT;
  }

  void write(Report report, Context context, Console console) throws IOException {
    if (file == null) {
      format.write(report, context, console.out());
      if (console.out().checkError()) {
        // A print stream keeps to itself that a disk is full: an exit code without its report would be believed.
        throw new IOException("standard output cannot be written");
      }
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Context plain =
        new Context(
            context.language(), context.failOn(), context.showPasses(), false, context.version(), context.options(),
            context.own());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      format.write(report, plain, out);
    }
  }
}
