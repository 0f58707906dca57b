package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.fact.Words;
import org.dudao.report.Report;

/** The ways to write a report down. */
public enum Format {
  TEXT,
  JSON,
  HTML;

  /** Writes reports in one format: the same report and context always give the same bytes. */
  interface Writer {
    /** Writes the whole report in UTF-8 and leaves the stream open. */
    void write(Report report, Context context, OutputStream out) throws IOException;
  }

  /** The names of every format there is. */
  public static List<String> names() {
    return Stream.of(values()).map(Format::word).toList();
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException when there is none; the message tells which there are
   */
  public static Format named(String name) {
    for (Format format : values()) {
      if (format.word().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(name + " is none of " + String.join(", ", names()));
  }

  /** As people name it on the command line. */
  public String word() {
    return Words.of(this);
  }

  /** Writes the whole report in UTF-8 and leaves the stream open. */
  public void write(Report report, Context context, OutputStream out) throws IOException {
    writer().write(report, context, out);
  }

  /** Made when it is asked for: the other formats, and the libraries that they lean on, are not even loaded. */
  private Writer writer() {
    return switch (this) {
      case TEXT -> new TextFormat();
      case JSON -> new JsonFormat();
      case HTML -> new HtmlFormat();
    };
  }
}
