package org.dudao.format;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Words;
import org.dudao.report.Digest;
import org.dudao.report.Finding;
import org.dudao.report.Remark;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a check of many bureaus writes while it goes on, a JSON object a line, each with its {@code type}: after the
 * {@code finding}s and {@code problem}s of a bureau the {@code bureau}, at the end a {@code standard} each, and the {@code
 * run}.
 */
public final class JsonStream {
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  /** Bytes of a line. */
  private static final int USUAL_LENGTH = 500;
  /** Lines for which there is room from the start. */
  private static final int MANY = 10_000;

  private final Messages messages;
  private final Level failOn;

  public JsonStream(Messages messages, Level failOn) {
    this.messages = messages;
    this.failOn = failOn;
  }

  /** The lines of one bureau; may be called by several threads. */
  public byte[] bureau(Digest digest) {
    return lines(digest.findings().size() + 1, json -> {
      for (Finding finding : digest.findings()) {
        finding(json, finding);
      }
      for (Problem problem : digest.problems()) {
        problem(json, problem);
      }
      begin(json, "bureau");
      json.writeStringProperty("id", digest.bureau().id());
      text(json, "name", digest.bureau().name());
      json.writeStringProperty("region", digest.bureau().region());
      date(json, "asOf", digest.bureau().asOf());
      json.writeNumberProperty("facts", digest.bureau().subjects());
      tally(json, digest.tally());
      json.writeNumberProperty("unchecked", digest.uncheckedForLackOfFacts());
      json.writeStringProperty("verdict", Words.of(digest.verdict(failOn)));
      end(json);
    });
  }

  /** The lines of what could not be read. */
  public byte[] problems(List<Problem> problems) {
    return lines(problems.size(), json -> problems.forEach(problem -> problem(json, problem)));
  }

  /**
   * The last lines.
   *
   * @param standards what was found of each standard
   */
  public byte[] run(Map<Standard, Tally> standards, long bureaus, long facts, long problems, Verdict verdict, String rules) {
    return lines(standards.size() + 1, json -> {
      standards.forEach((standard, tally) -> {
        begin(json, "standard");
        json.writeStringProperty("id", standard.id());
        json.writeStringProperty("title", standard.title().in(messages.language()));
        json.writeStringProperty("level", Words.of(standard.level()));
        json.writeStringProperty("document", standard.document());
        json.writeStringProperty("clause", standard.clause());
        tally(json, tally);
        end(json);
      });
      begin(json, "run");
      json.writeNumberProperty("bureaus", bureaus);
      json.writeNumberProperty("facts", facts);
      json.writeNumberProperty("problems", problems);
      json.writeStringProperty("verdict", Words.of(verdict));
      json.writeStringProperty("rules", rules);
      end(json);
    });
  }

  private static byte[] lines(int count, Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(count, MANY) * USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      content.accept(json);
    }
    if (bytes.size() > 0) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static void finding(JsonGenerator json, Finding finding) {
    begin(json, "finding");
    json.writeStringProperty("standard", finding.standard().id());
    json.writeStringProperty("outcome", finding.outcome().name());
    json.writeStringProperty("level", Words.of(finding.standard().level()));
    json.writeStringProperty("bureau", finding.subject().bureau());
    date(json, "asOf", finding.subject().asOf());
    json.writeStringProperty("kind", finding.subject().kind());
    json.writeStringProperty("id", finding.subject().id());
    text(json, "name", finding.subject().name());
    text(json, "measure", finding.measure());
    json.writeStringProperty("demand", Words.of(finding.demand()));
    value(json, "found", finding.found());
    value(json, "limit", finding.limit());
    text(json, "unit", finding.unit());
    value(json, "difference", finding.difference());
    json.writeArrayPropertyStart("missing");
    finding.missing().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("remarks");
    finding.remarks().forEach(remark -> remark(json, remark));
    json.writeEndArray();
    place(json, finding.at());
    json.writeStringProperty("fingerprint", finding.fingerprint());
    end(json);
  }

  private static void remark(JsonGenerator json, Remark remark) {
    json.writeStartObject();
    json.writeStringProperty("code", remark.code());
    json.writeArrayPropertyStart("arguments");
    remark.arguments().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void problem(JsonGenerator json, Problem problem) {
    begin(json, "problem");
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("message", messages.problem(problem));
    place(json, problem.at());
    end(json);
  }

  private static void begin(JsonGenerator json, String type) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
  }

  private static void end(JsonGenerator json) {
    json.writeEndObject();
  }

  private static void tally(JsonGenerator json, Tally tally) {
    json.writeNumberProperty("pass", tally.pass());
    json.writeNumberProperty("fail", tally.fail());
    json.writeNumberProperty("unknown", tally.unknown());
  }

  private static void place(JsonGenerator json, Origin at) {
    json.writeStringProperty("file", at.file());
    json.writeNumberProperty("line", at.line());
    json.writeNumberProperty("column", at.column());
    json.writeStringProperty("pointer", at.pointer());
  }

  private static void text(JsonGenerator json, String name, String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }

  private static void date(JsonGenerator json, String name, LocalDate date) {
    json.writeStringProperty(name, date.toString());
  }

  private static void value(JsonGenerator json, String name, String text) {
    if (text != null && JsonFormat.isNumber(text)) {
      json.writeName(name);
      json.writeNumber(text);
    } else {
      text(json, name, text);
    }
  }
}
