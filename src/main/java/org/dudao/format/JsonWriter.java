package org.dudao.format;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dudao.fact.Citation;
import org.dudao.fact.Intake;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Words;
import org.dudao.load.VisibleJson;
import org.dudao.report.BureauTotal;
import org.dudao.report.Checked;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.SourceFigure;
import org.dudao.report.OwnRules;
import org.dudao.report.Remark;
import org.dudao.report.SchoolReference;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;
import org.dudao.report.Tally;
import org.dudao.report.Totals;
import org.dudao.report.Unused;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes what was found as JSON: the things of a report into one indented document, or each as a line of its own.
 *
 * <p>A line is what the document says of the same thing, with its {@code type} before it and without what is absent, which
 * the document shows as null. What a standard says is told once, in its own place. A line leaves out the sentence that
 * follows from the parts of a finding: to make one for each would take a fifth of a stream's time.
 */
final class JsonWriter implements AutoCloseable {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      PrettyPrinter.DEFAULT_SEPARATORS
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  private static final ObjectWriteContext INDENTED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private static final JsonFactory JSON =
      VisibleJson.factory().rootValueSeparator("\n").disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  // The names of properties, encoded once.
  private static final SerializedString ANNOUNCED = new SerializedString("announced");
  private static final SerializedString APPLIES_TO = new SerializedString("appliesTo");
  private static final SerializedString AS_OF = new SerializedString("asOf");
  private static final SerializedString AT = new SerializedString("at");
  private static final SerializedString AUTHORITY = new SerializedString("authority");
  private static final SerializedString BUREAU = new SerializedString("bureau");
  private static final SerializedString BUREAUS = new SerializedString("bureaus");
  private static final SerializedString CLAUSE = new SerializedString("clause");
  private static final SerializedString CODE = new SerializedString("code");
  private static final SerializedString COLUMN = new SerializedString("column");
  private static final SerializedString CONFIDENCE = new SerializedString("confidence");
  private static final SerializedString COUNT = new SerializedString("count");
  private static final SerializedString DEMAND = new SerializedString("demand");
  private static final SerializedString DIFFERENCE = new SerializedString("difference");
  private static final SerializedString DOCUMENT = new SerializedString("document");
  private static final SerializedString FAIL = new SerializedString("fail");
  private static final SerializedString FAMILY = new SerializedString("family");
  private static final SerializedString FILE = new SerializedString("file");
  private static final SerializedString FINGERPRINT = new SerializedString("fingerprint");
  private static final SerializedString FOUND = new SerializedString("found");
  private static final SerializedString FROM = new SerializedString("from");
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString LEVEL = new SerializedString("level");
  private static final SerializedString LIMIT = new SerializedString("limit");
  private static final SerializedString LINE = new SerializedString("line");
  private static final SerializedString MEASURE = new SerializedString("measure");
  private static final SerializedString MESSAGE = new SerializedString("message");
  private static final SerializedString MISSING = new SerializedString("missing");
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString NOTE = new SerializedString("note");
  private static final SerializedString OPERANDS = new SerializedString("operands");
  private static final SerializedString OUTCOME = new SerializedString("outcome");
  private static final SerializedString PASS = new SerializedString("pass");
  private static final SerializedString POINTER = new SerializedString("pointer");
  private static final SerializedString PROBLEMS = new SerializedString("problems");
  private static final SerializedString QUERY = new SerializedString("query");
  private static final SerializedString UNKEPT = new SerializedString("unkept");
  private static final SerializedString RAW = new SerializedString("raw");
  private static final SerializedString REGION = new SerializedString("region");
  private static final SerializedString REMARKS = new SerializedString("remarks");
  private static final SerializedString REMEDY = new SerializedString("remedy");
  private static final SerializedString RULE = new SerializedString("rule");
  private static final SerializedString RULES = new SerializedString("rules");
  private static final SerializedString SAMPLES = new SerializedString("samples");
  private static final SerializedString SCHOOL = new SerializedString("school");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString STANDARD = new SerializedString("standard");
  private static final SerializedString SUBJECT = new SerializedString("subject");
  private static final SerializedString SUBJECTS = new SerializedString("subjects");
  private static final SerializedString TITLE = new SerializedString("title");
  private static final SerializedString TOPIC = new SerializedString("topic");
  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString UNCHECKED = new SerializedString("unchecked");
  private static final SerializedString UNDER = new SerializedString("under");
  private static final SerializedString UNIT = new SerializedString("unit");
  private static final SerializedString UNKNOWN = new SerializedString("unknown");
  private static final SerializedString UNTIL = new SerializedString("until");
  private static final SerializedString VALUE = new SerializedString("value");
  private static final SerializedString VERDICT = new SerializedString("verdict");
  private static final SerializedString VERSION = new SerializedString("version");
  private static final SerializedString WORDS = new SerializedString("words");

  private final JsonGenerator json;
  private final Messages messages;
  private final Wording wording;
  /** Whether each thing is a line. */
  private final boolean lines;

  private JsonWriter(JsonGenerator json, Messages messages, boolean lines) {
    this.json = json;
    this.messages = messages;
    this.wording = new Wording(messages);
    this.lines = lines;
  }

  /** Writes one indented document; the stream stays open. */
  static JsonWriter document(OutputStream out, Messages messages) {
    return new JsonWriter(JSON.createGenerator(INDENTED, out), messages, false);
  }

  /** Writes lines, with line feeds between them and none after the last; the stream stays open. */
  static JsonWriter lines(OutputStream out, Messages messages) {
    return new JsonWriter(JSON.createGenerator(ObjectWriteContext.empty(), out), messages, true);
  }

  @Override
  public void close() {
    json.close();
  }

  // ---- what documents and lines hold ----

  void finding(Finding finding) {
    begin("finding");
    text(ID, finding.id());
    norm(finding);
    text(FAMILY, finding.standard().family());
    text(BUREAU, finding.subject().bureau());
    school(finding.subject().school());
    subject(finding.subject());
    text(MEASURE, finding.measure());
    value(FOUND, finding.found());
    array(OPERANDS, finding.operands(), this::operand);
    outcome(finding);
    if (!lines) {
      text(MESSAGE, wording.message(finding));
    }
    place(finding.at());
    array(UNDER, finding.under(), this::under);
    text(FINGERPRINT, finding.fingerprint());
    end();
  }

  /** What another standard of the family came to: what was found is told by the finding over it. */
  private void under(Finding other) {
    json.writeStartObject();
    norm(other);
    outcome(other);
    json.writeEndObject();
  }

  /** Which version of which standard, and what it came to. */
  private void norm(Finding finding) {
    text(STANDARD, finding.standard().id());
    text(VERSION, finding.standard().version());
    text(OUTCOME, finding.outcome().name());
    text(LEVEL, Words.of(finding.standard().level()));
  }

  private void outcome(Finding finding) {
    text(DEMAND, Words.of(finding.demand()));
    value(LIMIT, finding.limit());
    text(UNIT, finding.unit());
    value(DIFFERENCE, finding.difference());
    array(MISSING, finding.missing(), json::writeString);
    array(REMARKS, finding.remarks(), this::remark);
  }

  /**
   * What one version of a standard says, and how the standard came out by itself.
   *
   * @param tally over all its versions; null for one that is not the newest
   */
  void standard(Standard standard, Tally tally) {
    begin("standard");
    text(ID, standard.id());
    text(VERSION, standard.version());
    text(RULE, standard.rule());
    text(FAMILY, standard.family());
    text(TOPIC, standard.topic());
    text(KIND, standard.subjectKind());
    text(TITLE, wording.title(standard));
    text(VALUE, standard.value());
    text(UNIT, standard.unit());
    text(LEVEL, Words.of(standard.level()));
    text(REGION, standard.region());
    text(APPLIES_TO, written(standard.appliesTo()));
    text(FROM, day(standard.from()));
    text(UNTIL, day(standard.until()));
    text(ANNOUNCED, day(standard.announced()));
    authority(standard.citation());
    text(REMEDY, wording.remedy(standard));
    text(NOTE, written(wording.note(standard)));
    if (tally != null) {
      tally(tally);
    }
    end();
  }

  void problem(Problem problem) {
    begin("problem");
    text(CODE, problem.code().text());
    text(MESSAGE, messages.problem(problem));
    place(problem.at());
    number(COUNT, problem.count());
    array(SAMPLES, problem.samples(), this::sample);
    end();
  }

  void bureau(Checked bureau) {
    begin("bureau");
    said(bureau);
    end();
  }

  // ---- what only lines hold ----

  /** A bureau with what it came to. */
  void bureau(BureauTotal total) {
    begin("bureau");
    said(total.bureau());
    tally(total.tally());
    number(UNCHECKED, total.unchecked());
    text(VERDICT, Words.of(total.verdict()));
    end();
  }

  /** A line of the input that could not be used. */
  void unreadable(String file, long number, String raw) {
    begin("unreadable");
    text(FILE, file);
    number(LINE, number);
    text(RAW, raw);
    end();
  }

  /**
   * What all bureaus came to: each standard, and the run.
   *
   * @param rules the fingerprint of the rules that were applied
   * @param own what they make of the shipped ones; null when they are those
   */
  void run(Totals totals, String rules, OwnRules own) {
    totals.standards().forEach((versions, tally) -> {
      Standard newest = versions.get(versions.size() - 1);
      versions.forEach(version -> standard(version, version == newest ? tally : null));
    });
    begin("run");
    number(BUREAUS, totals.bureaus());
    number(SUBJECTS, totals.facts());
    number(PROBLEMS, totals.problems());
    verdict(totals);
    intake(totals.intake());
    text(RULES, rules);
    ownRules(own);
    end();
  }

  /** What decided nothing. */
  void unused(Unused unused) {
    object("unused", () -> {
      number("allFacts", unused.allFacts());
      number("allFigures", unused.allFigures());
      number("facts", unused.wholeFacts());
      number("figures", unused.figures());
      array("list", unused.facts(), one -> object(() -> {
        text(BUREAU, one.subject().bureau());
        school(one.subject().school());
        subject(one.subject());
        text(CODE, written(one.code()));
        json.writeName("isWhole");
        json.writeBoolean(one.isWhole());
        place(one.at());
        array("figures", one.figures(), figure -> object(() -> {
          text("component", figure.component());
          place(figure.at());
        }));
      }));
    });
  }

  /** What all comes to, and why that says nothing, if it does not. */
  void verdict(Totals totals) {
    text(VERDICT, Words.of(totals.verdict()));
    array("deficiencies", totals.deficiencies(), one -> json.writeString(Words.of(one)));
  }

  /** What was read of the facts given, and what was not. */
  void intake(Intake intake) {
    object("read", () -> {
      number("files", intake.files());
      number("broken", intake.broken());
      number("documents", intake.documents());
      number("skipped", intake.skipped());
      number("facts", intake.facts());
      number("setAside", intake.setAside());
      array("unread", intake.unread(), json::writeString);
    });
  }

  /** What rules of one's own make of the shipped ones; nothing where there are none. */
  void ownRules(OwnRules own) {
    if (own == null) {
      return;
    }
    object("own", () -> {
      json.writeName("edition");
      json.writeBoolean(own.isEdition());
      for (OwnRules.Deed deed : OwnRules.Deed.values()) {
        array(Words.of(deed), own.done().getOrDefault(deed, List.of()), json::writeString);
      }
      array("changes", own.altered(), altered -> object(() -> {
        text("id", altered.id());
        array("cells", altered.cells(), cell -> object(() -> {
          text("column", cell.column());
          text("before", cell.before());
          text("after", cell.after());
        }));
      }));
      array("moved", own.moved(), moved -> object(() -> {
        text("id", moved.id());
        array("rules", moved.rules(), json::writeString);
        array("standards", moved.standards(), json::writeString);
      }));
    });
  }

  // ---- what only documents hold ----

  /** An object, at the root or in an array. */
  void object(Runnable properties) {
    json.writeStartObject();
    properties.run();
    json.writeEndObject();
  }

  /** An object under a name. */
  void object(String name, Runnable properties) {
    json.writeName(name);
    object(properties);
  }

  <T> void array(String name, Collection<T> parts, Consumer<T> part) {
    array(new SerializedString(name), parts, part);
  }

  void text(String name, String text) {
    text(new SerializedString(name), text);
  }

  void number(String name, long number) {
    number(new SerializedString(name), number);
  }

  void texts(String name, Map<String, String> texts) {
    object(name, () -> texts.forEach(this::text));
  }

  // ---- parts ----

  private void begin(String type) {
    json.writeStartObject();
    if (lines) {
      text(TYPE, type);
    }
  }

  private void end() {
    json.writeEndObject();
  }

  private void said(Checked bureau) {
    text(ID, bureau.id());
    text(NAME, bureau.name());
    text(REGION, bureau.region());
    text(AS_OF, bureau.asOf() == null ? null : bureau.asOf().toString());
    number(SUBJECTS, bureau.subjects());
  }

  private void subject(SubjectReference subject) {
    json.writeName(SUBJECT);
    json.writeStartObject();
    text(KIND, subject.kind());
    text(ID, subject.id());
    text(NAME, subject.name());
    json.writeEndObject();
  }

  private void school(SchoolReference school) {
    if (school != null) {
      json.writeName(SCHOOL);
      json.writeStartObject();
      text(ID, school.id());
      text(NAME, school.name());
      json.writeEndObject();
    } else {
      text(SCHOOL, null);
    }
  }

  private void operand(SourceFigure operand) {
    json.writeStartObject();
    text(NAME, operand.name());
    value(VALUE, operand.value());
    text(UNIT, operand.value() instanceof Datum.Numeral numeral ? written(numeral.unit()) : null);
    json.writeEndObject();
  }

  private void sample(Problem problem) {
    json.writeStartObject();
    text(MESSAGE, messages.problem(problem));
    place(problem.at());
    json.writeEndObject();
  }

  private void remark(Remark remark) {
    json.writeStartObject();
    text(CODE, remark.code().text());
    text(MESSAGE, wording.remark(remark));
    json.writeEndObject();
  }

  private void authority(Citation citation) {
    json.writeName(AUTHORITY);
    json.writeStartObject();
    text(TYPE, citation.authority() == null ? null : Words.of(citation.authority()));
    text(DOCUMENT, citation.document());
    text(CLAUSE, citation.clause());
    text(WORDS, written(citation.words()));
    text(SOURCE, written(citation.source()));
    text(CONFIDENCE, citation.confidence());
    json.writeEndObject();
  }

  /** Null for what nobody wrote. */
  private static String written(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static String day(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private void place(Origin at) {
    json.writeName(AT);
    json.writeStartObject();
    text(FILE, at.file());
    text(POINTER, at.pointer());
    number(LINE, at.line());
    number(COLUMN, at.column());
    json.writeEndObject();
  }

  private void tally(Tally tally) {
    number(PASS, tally.pass());
    number(FAIL, tally.fail());
    number(UNKNOWN, tally.unknown());
    number(QUERY, tally.query());
    number(UNKEPT, tally.unkept());
  }

  private <T> void array(SerializedString name, Collection<T> parts, Consumer<T> part) {
    json.writeName(name);
    json.writeStartArray();
    parts.forEach(part);
    json.writeEndArray();
  }

  private void number(SerializedString name, long number) {
    json.writeName(name);
    json.writeNumber(number);
  }

  private void text(SerializedString name, String text) {
    if (text != null) {
      json.writeName(name);
      json.writeString(text);
    } else if (!lines) {
      json.writeName(name);
      json.writeNull();
    }
  }

  private void value(SerializedString name, Datum datum) {
    if (datum != null && datum.accept(JsonForm.OF) == JsonForm.NUMBER) {
      json.writeName(name);
      json.writeNumber(datum.text());
    } else {
      text(name, datum == null ? null : datum.text());
    }
  }
}
