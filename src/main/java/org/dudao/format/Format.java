package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dudao.report.Report;

/** A way to write a report down: the same report and context always give the same bytes. */
public interface Format {
  /** As people name it on the command line. */
  String name();

  /** Writes the whole report in UTF-8 and leaves the stream open. */
  void write(Report report, Context context, OutputStream out) throws IOException;

  /** The names of every format there is; a new one is a class, its name here, and its line below. */
  static List<String> names() {
    return List.of("text", "json", "html");
  }

  /** The format of that name; the others, and the libraries that they lean on, are not even loaded. */
  static Format named(String name) {
    return switch (name) {
      case "text" -> new TextFormat();
      case "json" -> new JsonFormat();
      case "html" -> new HtmlFormat();
      default -> throw new IllegalArgumentException(name + " is none of " + String.join(", ", names()));
    };
  }
}
