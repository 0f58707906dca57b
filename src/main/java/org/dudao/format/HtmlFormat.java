package org.dudao.format;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.dudao.fact.VisibleText;
import org.dudao.report.Report;

/**
 * The report as one page that needs nothing else: no network, readable on a phone and on paper. Its policy lets a browser
 * apply its own style, run its own script, and nothing more, whatever stands in the texts.
 */
final class HtmlFormat implements Format.Writer {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlFormat.class.getClassLoader(), "org.dudao.format.html");

  @Override
  public void write(Report report, Context context, OutputStream out) throws IOException {
    Messages messages = Messages.of(context.language());
    String page =
        rendered(
            "report.jte",
            Map.of(
                "report", report,
                "context", context,
                "messages", messages,
                "wording", new Wording(messages),
                "outline", new Outline(report),
                "policy", policy()));
    out.write(page.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String rendered(String template, Map<String, Object> values) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, values, new VisibleOutput(page));
    return page.toString();
  }

  /** Content security policy, level 3: style and script by the digests of what stands between their tags. */
  private static String policy() {
    return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
        .formatted(digest("style.jte"), digest("script.jte"));
  }

  private static String digest(String template) {
    String element = rendered(template, Map.of());
    String content = element.substring(element.indexOf('>') + 1, element.lastIndexOf("</"));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Escapes values for HTML, after every sign of them has been made visible. */
  private static final class VisibleOutput extends OwaspHtmlTemplateOutput {
    VisibleOutput(StringOutput page) {
      super(page);
    }

    @Override
    public void writeUserContent(String value) {
      super.writeUserContent(value == null ? null : VisibleText.of(value));
    }
  }
}
