package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.dudao.report.Report;

/** The report for a terminal: one line for each finding, its authority below, aligned for Chinese. */
final class TextFormat implements Format.Writer {
  @Override
  public void write(Report report, Context context, OutputStream out) throws IOException {
    out.write(new TextPage(report, context).written().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
