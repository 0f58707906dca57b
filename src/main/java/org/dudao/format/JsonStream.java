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
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * What a check of many bureaus writes while it goes on, a JSON object a line, each with its {@code type}: after the
 * {@code finding}s and {@code problem}s of a bureau the {@code bureau}, at the end a {@code standard} each, and the {@code
 * run}.
 */
public final class JsonStream {
  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  // The names of properties, encoded once.
  private static final SerializedString ARGUMENTS = new SerializedString("arguments");
  private static final SerializedString AS_OF = new SerializedString("asOf");
  private static final SerializedString BUREAU = new SerializedString("bureau");
  private static final SerializedString BUREAUS = new SerializedString("bureaus");
  private static final SerializedString CLAUSE = new SerializedString("clause");
  private static final SerializedString CODE = new SerializedString("code");
  private static final SerializedString COLUMN = new SerializedString("column");
  private static final SerializedString DEMAND = new SerializedString("demand");
  private static final SerializedString DIFFERENCE = new SerializedString("difference");
  private static final SerializedString DOCUMENT = new SerializedString("document");
  private static final SerializedString FACTS = new SerializedString("facts");
  private static final SerializedString FAIL = new SerializedString("fail");
  private static final SerializedString FILE = new SerializedString("file");
  private static final SerializedString FINGERPRINT = new SerializedString("fingerprint");
  private static final SerializedString FOUND = new SerializedString("found");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString LEVEL = new SerializedString("level");
  private static final SerializedString LIMIT = new SerializedString("limit");
  private static final SerializedString LINE = new SerializedString("line");
  private static final SerializedString MEASURE = new SerializedString("measure");
  private static final SerializedString MESSAGE = new SerializedString("message");
  private static final SerializedString MISSING = new SerializedString("missing");
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString OUTCOME = new SerializedString("outcome");
  private static final SerializedString PASS = new SerializedString("pass");
  private static final SerializedString POINTER = new SerializedString("pointer");
  private static final SerializedString PROBLEMS = new SerializedString("problems");
  private static final SerializedString REGION = new SerializedString("region");
  private static final SerializedString REMARKS = new SerializedString("remarks");
  private static final SerializedString RULES = new SerializedString("rules");
  private static final SerializedString STANDARD = new SerializedString("standard");
  private static final SerializedString TITLE = new SerializedString("title");
  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString UNCHECKED = new SerializedString("unchecked");
  private static final SerializedString UNIT = new SerializedString("unit");
  private static final SerializedString UNKNOWN = new SerializedString("unknown");
  private static final SerializedString VERDICT = new SerializedString("verdict");

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
      text(json, ID, digest.bureau().id());
      text(json, NAME, digest.bureau().name());
      text(json, REGION, digest.bureau().region());
      date(json, AS_OF, digest.bureau().asOf());
      number(json, FACTS, digest.bureau().subjects());
      tally(json, digest.tally());
      number(json, UNCHECKED, digest.uncheckedForLackOfFacts());
      text(json, VERDICT, Words.of(digest.verdict(failOn)));
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
        text(json, ID, standard.id());
        text(json, TITLE, standard.title().in(messages.language()));
        text(json, LEVEL, Words.of(standard.level()));
        text(json, DOCUMENT, standard.document());
        text(json, CLAUSE, standard.clause());
        tally(json, tally);
        end(json);
      });
      begin(json, "run");
      number(json, BUREAUS, bureaus);
      number(json, FACTS, facts);
      number(json, PROBLEMS, problems);
      text(json, VERDICT, Words.of(verdict));
      text(json, RULES, rules);
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
    text(json, STANDARD, finding.standard().id());
    text(json, OUTCOME, finding.outcome().name());
    text(json, LEVEL, Words.of(finding.standard().level()));
    text(json, BUREAU, finding.subject().bureau());
    date(json, AS_OF, finding.subject().asOf());
    text(json, KIND, finding.subject().kind());
    text(json, ID, finding.subject().id());
    text(json, NAME, finding.subject().name());
    text(json, MEASURE, finding.measure());
    text(json, DEMAND, Words.of(finding.demand()));
    value(json, FOUND, finding.found());
    value(json, LIMIT, finding.limit());
    text(json, UNIT, finding.unit());
    value(json, DIFFERENCE, finding.difference());
    array(json, MISSING);
    finding.missing().forEach(json::writeString);
    json.writeEndArray();
    array(json, REMARKS);
    finding.remarks().forEach(remark -> remark(json, remark));
    json.writeEndArray();
    place(json, finding.at());
    text(json, FINGERPRINT, finding.fingerprint());
    end(json);
  }

  private static void remark(JsonGenerator json, Remark remark) {
    json.writeStartObject();
    text(json, CODE, remark.code().text());
    array(json, ARGUMENTS);
    remark.arguments().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void problem(JsonGenerator json, Problem problem) {
    begin(json, "problem");
    text(json, CODE, problem.code().text());
    text(json, MESSAGE, messages.problem(problem));
    place(json, problem.at());
    end(json);
  }

  private static void begin(JsonGenerator json, String type) {
    json.writeStartObject();
    text(json, TYPE, type);
  }

  private static void end(JsonGenerator json) {
    json.writeEndObject();
  }

  private static void tally(JsonGenerator json, Tally tally) {
    number(json, PASS, tally.pass());
    number(json, FAIL, tally.fail());
    number(json, UNKNOWN, tally.unknown());
  }

  private static void place(JsonGenerator json, Origin at) {
    text(json, FILE, at.file());
    number(json, LINE, at.line());
    number(json, COLUMN, at.column());
    text(json, POINTER, at.pointer());
  }

  private static void array(JsonGenerator json, SerializedString name) {
    json.writeName(name);
    json.writeStartArray();
  }

  private static void number(JsonGenerator json, SerializedString name, long number) {
    json.writeName(name);
    json.writeNumber(number);
  }

  private static void text(JsonGenerator json, SerializedString name, String text) {
    if (text != null) {
      json.writeName(name);
      json.writeString(text);
    }
  }

  private static void date(JsonGenerator json, SerializedString name, LocalDate date) {
    text(json, name, date.toString());
  }

  private static void value(JsonGenerator json, SerializedString name, String text) {
    if (text != null && JsonFormat.isNumber(text)) {
      json.writeName(name);
      json.writeNumber(text);
    } else {
      text(json, name, text);
    }
  }
}
