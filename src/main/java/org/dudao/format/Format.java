package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.dudao.report.Report;

/** A way to write a report down: the same report and context always give the same bytes. */
public interface Format {
  /** As people name it on the command line. */
  String name();

  /** Writes the whole report in UTF-8 and leaves the stream open. */
  void write(Report report, Context context, OutputStream out) throws IOException;

  /** Every format there is; a new one is a class and its place in this list. */
  static List<Format> all() {
    return List.of(new TextFormat(), new JsonFormat(), new HtmlFormat());
  }

  /** The format of that name. */
  static Format named(String name) {
    return all().stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is none of " + all().stream().map(Format::name).collect(Collectors.joining(", "))));
  }
}
