package org.dudao.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dudao.fact.Words;
import org.dudao.report.Checked;
import org.dudao.report.Finding;
import org.dudao.report.InputFile;
import org.dudao.report.Report;

/** The report for machines: the contract {@code dudao-report/2}, described by report.schema.json beside this class. */
final class JsonFormat implements Format.Writer {
  private static final String FORMAT = "dudao-report/2";

  /** The contracts whose findings can still be read. */
  static final List<String> READABLE = List.of("dudao-report/1", FORMAT);

  @Override
  public void write(Report report, Context context, OutputStream out) throws IOException {
    try (JsonWriter json = JsonWriter.document(out, Messages.of(context.language()))) {
      json.object(() -> document(json, report, context));
    }
    out.write('\n');
    out.flush();
  }

  private static void document(JsonWriter json, Report report, Context context) {
    Outline outline = new Outline(report);
    json.text("format", FORMAT);
    json.object("tool", () -> {
      json.text("name", "dudao");
      json.text("version", context.version());
    });
    json.object("rules", () -> {
      json.text("sha256", InputFile.fingerprint(report.ruleInputs()));
      json.number("files", report.ruleInputs().size());
      json.ownRules(context.own());
    });
    json.text("asOf", commonDate(report));
    json.text("language", context.language().tag());
    json.texts("options", context.options());
    json.verdict(report.totals(context.failOn()));
    json.object("counts", () -> {
      json.number("pass", report.tally().pass());
      json.number("fail", report.tally().fail());
      json.number("unknown", report.tally().unknown());
      json.number("query", report.tally().query());
      json.number("unkept", report.tally().unkept());
      json.number("subjects", outline.facts());
      json.number("standards", outline.standards().size());
      json.number("unchecked", report.uncheckedForLackOfFacts().size());
    });
    json.intake(report.intake());
    json.array("bureaus", report.bureaus(), json::bureau);
    json.array(
        "findings",
        report.findings().stream().filter(context::tells).map(finding -> told(finding, context)).toList(),
        json::finding);
    json.array("unchecked", report.unchecked(), one -> json.object(() -> {
      json.text("bureau", one.bureau());
      json.text("standard", one.standard().id());
      json.text("reason", Words.of(one.reason()));
    }));
    if (report.unused() != null) {
      json.unused(report.unused());
    }
    json.array("standards", outline.versions(), one -> json.standard(one.standard(), one.tally()));
    json.array("problems", report.problems(), json::problem);
    json.array("inputs", report.inputs(), input -> json.object(() -> {
      json.text("role", Words.of(input.role()));
      json.text("file", input.file());
      json.text("sha256", input.sha256());
    }));
  }

  private static Finding told(Finding finding, Context context) {
    return finding.over(finding.under().stream().filter(context::tells).toList());
  }

  private static String commonDate(Report report) {
    List<LocalDate> dates = report.bureaus().stream().map(Checked::asOf).distinct().toList();
    return dates.size() == 1 && dates.get(0) != null ? dates.get(0).toString() : null;
  }
}
