package org.dudao.format;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.dudao.report.Report;

/** The report as one page that needs nothing else: no network, no script, readable on a phone and on paper. */
final class HtmlFormat implements Format.Writer {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlFormat.class.getClassLoader(), "org.dudao.format.html");

  /** Signs that must not stand in a page even when escaped, and halves of signs, which are no text. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\ufffe\\uffff&&[^\\n\\t]]");

  @Override
  public void write(Report report, Context context, OutputStream out) throws IOException {
    Messages messages = Messages.of(context.language());
    StringOutput page = new StringOutput();
    TEMPLATES.render(
        "report.jte",
        Map.of(
            "report", report,
            "context", context,
            "messages", messages,
            "wording", new Wording(messages),
            "outline", new Outline(report)),
        page);
    out.write(FORBIDDEN.matcher(page.toString()).replaceAll("\ufffd").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
