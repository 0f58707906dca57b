package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dudao.fact.Language;
import org.dudao.report.Checked;
import org.dudao.report.Demand;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.SubjectReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlFormatTest {
  @ParameterizedTest
  @EnumSource
  void the_page_needs_nothing_from_elsewhere(Language language) throws IOException {
    assertThat(GoldenTest.written("html", SampleReport.report(), SampleReport.withPasses(language)))
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
  }

  @ParameterizedTest
  @EnumSource
  void the_page_is_well_formed_and_in_its_language(Language language) throws Exception {
    Document page = page(SampleReport.report(), SampleReport.withPasses(language));
    assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(language.tag());
    assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
  }

  /** The digests are those of what stands between the tags, byte by byte, as a browser reckons them. */
  @ParameterizedTest
  @EnumSource
  void the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(Language language) throws Exception {
    String html = GoldenTest.written("html", SampleReport.report(), SampleReport.withPasses(language));
    Document page = page(SampleReport.report(), SampleReport.withPasses(language));
    String policy = elements(page, "meta").get(1).getAttribute("content");
    assertThat(policy).isEqualTo(
        "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
            .formatted(digest(html, "style"), digest(html, "script")));
    assertThat(html.indexOf("Content-Security-Policy")).isLessThan(html.indexOf("<style>"));
    assertThat(html).doesNotContainPattern("<[^>]*\\s(style|on[a-z]+)=");
  }

  private static String digest(String html, String element) throws Exception {
    String content = html.split("</?" + element + ">", -1)[1];
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void every_link_leads_somewhere_on_the_page() throws Exception {
    Document page = page(SampleReport.report(), SampleReport.withPasses(Language.ZH));
    List<String> ids = elements(page, "section").stream().map(section -> section.getAttribute("id")).toList();
    assertThat(elements(page, "a"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ids).contains(link.getAttribute("href").substring(1)));
  }

  @Test
  void every_column_heading_says_what_it_heads() throws Exception {
    assertThat(elements(page(SampleReport.report(), SampleReport.withPasses(Language.ZH)), "th"))
        .isNotEmpty()
        .allSatisfy(heading -> assertThat(heading.getAttribute("scope")).isIn("col", "row"));
  }

  @Test
  void every_bar_has_a_title_and_fills_its_length() throws Exception {
    List<Element> bars =
        elements(page(SampleReport.report(), SampleReport.context(Language.ZH)), "svg").stream()
            .filter(svg -> svg.getAttribute("class").equals("bar"))
            .toList();
    assertThat(bars).hasSize(6);
    for (Element bar : bars) {
      assertThat(bar.getElementsByTagName("title").item(0).getTextContent()).contains("不符合");
      int length = 0;
      NodeList parts = bar.getElementsByTagName("rect");
      for (int i = 0; i < parts.getLength(); i++) {
        length += Integer.parseInt(((Element) parts.item(i)).getAttribute("width"));
      }
      assertThat(bar.getAttribute("viewBox")).isEqualTo("0 0 " + length + " 10");
    }
  }

  @Test
  void what_was_submitted_stays_text() throws Exception {
    String html = GoldenTest.written("html", SampleReport.report(), SampleReport.withPasses(Language.ZH));
    assertThat(html).contains("一年级1班 &lt;&amp;\"'&gt;").doesNotContain("五十\" <script>");
  }

  @Test
  void signs_that_are_no_text_do_not_break_the_page() throws Exception {
    Report report =
        new Report(
            List.of(new Checked("b", "a\u0000\u001b\ud800b", "CN", LocalDate.parse("2024-03-31"), 1)),
            List.of(SampleReport.CLASS_SIZE),
            List.of(
                SampleReport.finding(
                    SampleReport.CLASS_SIZE, Outcome.FAIL,
                    new SubjectReference("b", SampleReport.DAY, "class", "c", "\ufffe]]>\u000b"), "students",
                    Demand.AT_MOST, SampleReport.numeral("57", "students"), SampleReport.numeral("55", "students"),
                    SampleReport.numeral("2", ""), 1, 1)),
            List.of(), List.of(), List.of());
    assertThat(page(report, SampleReport.context(Language.ZH)).getElementsByTagName("h3").item(0).getTextContent())
        .isEqualTo("a\\u0000\\u001B\\uD800b");
  }

  @Test
  void a_large_report_starts_closed_and_is_complete() throws IOException {
    String html = GoldenTest.written("html", SampleReport.large(5000), SampleReport.context(Language.ZH));
    assertThat(html.split("<details class=\"subject\">", -1)).hasSize(5001);
  }

  private static Document page(Report report, Context context) throws Exception {
    String html = GoldenTest.written("html", report, context);
    // The page is written as XML would be, but for the document type and for attributes without a value.
    String xml = html.replaceFirst("(?i)<!DOCTYPE html>", "").replaceAll("<details([^>]*) open>", "<details$1 open=\"\">");
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml.strip())));
  }

  private static List<Element> elements(Document page, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = page.getElementsByTagName(name);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
