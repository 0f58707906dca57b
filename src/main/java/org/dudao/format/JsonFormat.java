package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Origin;
import org.dudao.fact.Words;
import org.dudao.report.Checked;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report for machines: the contract {@code dudao-report/1}, described by report.schema.json beside this class. */
final class JsonFormat implements Format.Writer {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      PrettyPrinter.DEFAULT_SEPARATORS
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENT).withArrayIndenter(INDENT))
          .build();

  record Document(
      String format, Tool tool, Rules rules, String asOf, String language, Map<String, String> options, String verdict,
      Counts counts, List<Bureau> bureaus, List<Finding> findings, List<Unchecked> unchecked, List<Standard> standards,
      List<Problem> problems, List<Input> inputs) {}

  record Tool(String name, String version) {}

  record Rules(String sha256, int files) {}

  record Counts(int pass, int fail, int unknown, int subjects, int standards, int unchecked) {}

  record Bureau(String id, String name, String region, String asOf, int subjects) {}

  record Finding(
      String id, String standard, String rule, String topic, String title, String outcome, String level, String bureau,
      Subject subject, String measure, String demand, Object found, Object limit, String unit, Object difference,
      String message, List<String> missing, List<Remark> remarks, Origin at, Authority authority, String remedy,
      String fingerprint) {}

  record Subject(String kind, String id, String name) {}

  record Remark(String code, String message) {}

  record Authority(String document, String clause, String confidence) {}

  record Unchecked(String bureau, String standard, String reason) {}

  record Standard(String id, String title, String level, int pass, int fail, int unknown) {}

  record Problem(String code, String message, Origin at) {}

  record Input(String role, String file, String sha256) {}

  @Override
  public void write(Report report, Context context, OutputStream out) throws IOException {
    String json = MAPPER.writeValueAsString(document(report, context)) + "\n";
    out.write(json.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static Document document(Report report, Context context) {
    Messages messages = Messages.of(context.language());
    Wording wording = new Wording(messages);
    Outline outline = new Outline(report);
    return new Document(
        "dudao-report/1",
        new Tool("dudao", context.version()),
        new Rules(Outline.fingerprint(outline.ruleInputs()), outline.ruleInputs().size()),
        commonDate(report),
        context.language().tag(),
        context.options(),
        Words.of(report.verdict(context.failOn())),
        counts(report, outline),
        report.bureaus().stream().map(JsonFormat::bureau).toList(),
        report.findings().stream()
            .filter(finding -> context.showPasses() || finding.outcome() != Outcome.PASS)
            .map(finding -> finding(finding, wording))
            .toList(),
        unchecked(report),
        outline.standards().stream().map(total -> standard(total, wording)).toList(),
        report.problems().stream().map(problem -> problem(problem, messages)).toList(),
        report.inputs().stream()
            .map(input -> new Input(Words.of(input.role()), input.file(), input.sha256()))
            .toList());
  }

  static Counts counts(Report report, Outline outline) {
    return new Counts(
        report.tally().pass(),
        report.tally().fail(),
        report.tally().unknown(),
        outline.facts(),
        outline.standards().size(),
        report.uncheckedForLackOfFacts().size());
  }

  static Bureau bureau(Checked one) {
    return new Bureau(one.id(), one.name(), one.region(), text(one.asOf()), one.subjects());
  }

  static List<Unchecked> unchecked(Report report) {
    return report.unchecked().stream()
        .map(one -> new Unchecked(one.bureau(), one.standard().id(), Words.of(one.reason())))
        .toList();
  }

  static Problem problem(org.dudao.fact.Problem problem, Messages messages) {
    return new Problem(problem.code(), messages.problem(problem), problem.at());
  }

  static Finding finding(org.dudao.report.Finding finding, Wording wording) {
    org.dudao.report.Standard standard = finding.standard();
    return new Finding(
        finding.id(),
        standard.id(),
        standard.rule(),
        standard.topic(),
        wording.title(standard),
        finding.outcome().name(),
        Words.of(standard.level()),
        finding.subject().bureau(),
        new Subject(finding.subject().kind(), finding.subject().id(), finding.subject().name()),
        finding.measure(),
        Words.of(finding.demand()),
        numberOrText(finding.found()),
        numberOrText(finding.limit()),
        finding.unit(),
        numberOrText(finding.difference()),
        wording.message(finding),
        finding.missing(),
        wording.remarksAndNote(finding).stream().map(remark -> new Remark(remark.code(), wording.remark(remark))).toList(),
        finding.at(),
        new Authority(standard.document(), standard.clause(), standard.confidence()),
        wording.remedy(standard),
        finding.fingerprint());
  }

  private static Standard standard(Outline.StandardTotal total, Wording wording) {
    return new Standard(
        total.id(),
        wording.title(total.newest()),
        Words.of(total.newest().level()),
        total.tally().pass(),
        total.tally().fail(),
        total.tally().unknown());
  }

  private static String commonDate(Report report) {
    List<LocalDate> dates = report.bureaus().stream().map(Checked::asOf).distinct().toList();
    return dates.size() == 1 ? text(dates.get(0)) : null;
  }

  private static Object numberOrText(String text) {
    return text != null && isNumber(text) ? new BigDecimal(text) : text;
  }

  /** Whether JSON can say it as a number, without an exponent. */
  static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = digitsEnd(text, start);
    boolean isWhole = point > start && (text.charAt(start) != '0' || point == start + 1);
    return isWhole && (point == text.length() || text.charAt(point) == '.' && isAllDigits(text, point + 1));
  }

  private static boolean isAllDigits(String text, int start) {
    return start < text.length() && digitsEnd(text, start) == text.length();
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
