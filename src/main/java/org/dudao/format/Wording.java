package org.dudao.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import org.dudao.fact.Level;
import org.dudao.fact.Words;
import org.dudao.report.Checked;
import org.dudao.report.Datum;
import org.dudao.report.DatumVisitor;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.SourceFigure;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;
import org.dudao.report.Tally;
import org.dudao.report.Unused;
import org.dudao.report.Verdict;

/** What findings say to people in one language: each sentence follows from the demand, the outcome and the catalogue. */
public final class Wording {
  /** Components of the facts that hold anything: only the standard's title says what they are about. */
  private static final Set<String> SAYING_NOTHING = Set.of("value", "date", "inPlace", "items");

  private static final int FEW = 3;

  private final Messages messages;
  private final Saying saying = new Saying();

  Wording(Messages messages) {
    this.messages = messages;
  }

  /** One sentence: what is, what should be, by how much it is missed; and what is missing to judge it. */
  public String message(Finding finding) {
    if (finding.outcome() == Outcome.UNKNOWN) {
      String unknown =
          finding.allMissing().isEmpty()
              ? messages.text("sentence.unknown.otherwise")
              : messages.text("sentence.unknown", named(finding.allMissing()));
      return finding.found() == null ? unknown : messages.text("sentence", whatIsAndShouldBe(finding), unknown);
    }
    String difference = difference(finding);
    return difference.isEmpty()
        ? whatIsAndShouldBe(finding)
        : messages.text("sentence", whatIsAndShouldBe(finding), difference);
  }

  /** What was found, for a cell of a table. */
  public String found(Finding finding) {
    if (finding.found() == null) {
      boolean open = isDated(finding) && finding.outcome() != Outcome.UNKNOWN;
      return messages.text(open ? "found.open" : "found.none");
    }
    return isCountOrMeasure(finding.found()) ? finding.found().text() : said(finding.found());
  }

  /** What is required, for a cell of a table. */
  public String bound(Finding finding) {
    String bound = "bound." + demand(finding);
    if (isDated(finding) && !isDay(finding.limit())) {
      return messages.text(bound + ".open", value(finding.standard()));
    }
    return finding.demand() == Demand.FOLLOWS && finding.found() == null
        ? value(finding.standard())
        : messages.text(bound, said(finding.limit()));
  }

  /** The same with the span of time from which a due date follows, where there is room for it. */
  public String boundAndSpan(Finding finding) {
    return isDated(finding) && isDay(finding.limit()) && finding.standard().written() instanceof Datum.Numeral
        ? messages.text("bound." + demand(finding) + ".span", said(finding.limit()), value(finding.standard()))
        : bound(finding);
  }

  /** What the found value was computed from: {@code students 563, staff 37}; empty when it was reported as it is. */
  public String operands(Finding finding) {
    return messages.list(
        finding.operands().stream()
            .map(one -> messages.text("report.operand", messages.field(one.name()), operand(one)))
            .toList());
  }

  /** What counts what its name says needs no unit. */
  private String operand(SourceFigure operand) {
    boolean isNamed =
        operand.value() instanceof Datum.Numeral numeral
            && (numeral.unit().equals(operand.name()) || numeral.unit().equals("students"));
    return isNamed ? operand.value().text() : said(operand.value());
  }

  /** What the other standards of the family demand that came to that outcome; empty where none did. */
  public String also(Finding finding, Outcome outcome) {
    return messages.list(
        finding.under().stream()
            .filter(one -> one.outcome() == outcome)
            .map(one -> messages.text("report.also", title(one.standard()), bound(one), one.standard().id()))
            .toList());
  }

  /** By how much the limit is missed; empty when it is kept. */
  public String difference(Finding finding) {
    return finding.difference() == null
        ? ""
        : messages.text("difference." + demand(finding), said(finding.difference()));
  }

  /** What is missing, each component by its name and by what people call it; for a cell of a table. */
  public String missing(Finding finding) {
    return finding.remarks().stream()
        .map(remark -> "sentence.unknown." + remark.code().text())
        .filter(messages::has)
        .findFirst()
        .map(messages::text)
        .orElseGet(() -> finding.allMissing().isEmpty()
            ? messages.text("sentence.unknown.otherwise")
            : messages.text("sentence.missing", named(finding.allMissing())));
  }

  /** The remarks, less those that only repeat the due date beside which they would stand. */
  public List<String> remarks(Finding finding) {
    return remarksAndNote(finding).stream()
        .filter(
            remark ->
                remark.code() != RemarkCode.OPEN
                    || finding.found() != null
                    || !remark.arguments().equals(List.of(finding.limit())))
        .map(this::remark)
        .toList();
  }

  /** What the finding adds to its verdict, and where it is not kept what the limit's own note says of its meaning. */
  List<Remark> remarksAndNote(Finding finding) {
    List<Remark> remarks = new ArrayList<>(finding.remarks());
    if (finding.outcome() != Outcome.PASS && !finding.standard().note().isEmpty()) {
      remarks.add(Remark.of(RemarkCode.NOTE, note(finding.standard())));
    }
    return remarks;
  }

  public String remark(Remark remark) {
    return messages.text("remark." + remark.code().text(), remark.arguments().stream().map(this::said).toArray());
  }

  /** The outcome and how binding the standard is, in one word. */
  public String mark(Finding finding) {
    return messages.text("mark." + markId(finding));
  }

  /** The same without a language: {@code pass}, {@code unknown}, {@code fail.must} ... */
  public String markId(Finding finding) {
    return finding.outcome() == Outcome.FAIL
        ? "fail." + Words.of(finding.standard().level())
        : Words.of(finding.outcome());
  }

  /** How many of the findings bear each mark, by its id, the gravest first. */
  public Map<String, Integer> marks(List<Finding> findings) {
    Map<String, Integer> marks = new LinkedHashMap<>();
    List.of("fail.must", "fail.should", "fail.note", "unkept", "query", "unknown", "pass").forEach(mark -> marks.put(mark, 0));
    findings.forEach(finding -> marks.merge(markId(finding), 1, Integer::sum));
    return marks;
  }

  /** The classes under which a page shows the mark of that id. */
  public String markClass(String id) {
    return "mark m-" + id.substring(id.indexOf('.') + 1);
  }

  public String counts(Tally tally) {
    return messages.text("counts", tally.fail(), tally.unkept(), tally.query(), tally.unknown(), tally.pass());
  }

  public String dates(List<LocalDate> dates) {
    return messages.list(dates.stream().map(String::valueOf).toList());
  }

  public String title(Standard standard) {
    return standard.title().in(messages.language());
  }

  /** The document and its clause. */
  public String authority(Standard standard) {
    return (text(standard.citation().document()) + " " + text(standard.citation().clause())).strip();
  }

  /** The addresses under which the words of the document can be read. */
  public List<String> sources(Standard standard) {
    return standard.citation().source().lines()
        .flatMap(line -> Stream.of(line.strip().split("\\s+")))
        .filter(one -> one.startsWith("http://") || one.startsWith("https://"))
        .toList();
  }

  public String remedy(Standard standard) {
    return standard.remedy().in(messages.language());
  }

  String note(Standard standard) {
    return standard.note().in(messages.language());
  }

  /** The value of the limit with its unit, as it was written. */
  public String value(Standard standard) {
    return said(standard.written());
  }

  /** Since when and until when the standard is law. */
  public String inForce(Standard standard) {
    List<String> ends = new ArrayList<>();
    if (standard.from() != null) {
      ends.add(messages.text("in-force.from", standard.from()));
    }
    if (standard.until() != null) {
      ends.add(messages.text("in-force.until", standard.until()));
    }
    return ends.isEmpty() ? messages.text("in-force.always") : messages.list(ends);
  }

  public String level(Level level) {
    return messages.text("level." + Words.of(level));
  }

  public String confidence(Standard standard) {
    String confidence = standard.citation().confidence();
    String id = "confidence." + confidence;
    return messages.has(id) ? messages.text(id) : text(confidence);
  }

  /** The name of the bureau, or where it has none the id. */
  public String name(Checked bureau) {
    return bureau.name() == null || bureau.name().isBlank() ? bureau.id() : bureau.name();
  }

  /** The kind, the name and, where it says more, the id; and the school of what belongs to one. */
  public String subject(SubjectReference subject) {
    String label = subject.label();
    String kind = messages.kind(subject.kind());
    String named = label.equals(subject.id()) ? kind + " " + label : kind + " " + label + " (" + subject.id() + ")";
    return subject.school() == null || subject.kind().equals(FactKind.SCHOOL.word())
        ? named
        : messages.text("report.subject-of", named, subject.school().label());
  }

  /** The subject of a lack; of several their kind, how many they are, and the names of all or of the first few. */
  public String subjects(Outline.Lack lack, boolean all) {
    List<Finding> findings = lack.findings();
    if (findings.size() == 1) {
      return subject(lack.first().subject());
    }
    List<String> names =
        new ArrayList<>(findings.stream().limit(all ? findings.size() : FEW).map(one -> one.subject().label()).toList());
    if (names.size() < findings.size()) {
      names.add("...");
    }
    return messages.text("report.many", messages.kind(lack.first().subject().kind()), findings.size(), messages.list(names));
  }

  /** These bureaus by name, or a word for all of them. */
  public String bureaus(List<String> labels) {
    return labels.isEmpty() ? messages.text("bureaus.all") : messages.list(labels);
  }

  public String verdict(Report report, Level failOn) {
    return messages.text("verdict." + Words.of(report.verdict(failOn)));
  }

  /** How much decided nothing. */
  public String unused(Unused unused) {
    return messages.text(
        "unused.why", unused.figures(), unused.allFigures(), unused.wholeFacts(), unused.allFacts());
  }

  /** Of which facts which figures decided nothing. */
  public String unused(Outline.UnusedPart part) {
    String kind = messages.kind(part.kind());
    String facts = part.code().isEmpty() ? kind : messages.text("unused.of-code", kind, part.code());
    return part.component().isEmpty() ? facts : messages.text("unused.figure", facts, messages.field(part.component()));
  }

  /** That nothing fails, as far as it could be read. */
  public String noFailures(Report report) {
    return messages.text(report.isUnreadable() ? "report.no-failures.read" : "report.no-failures");
  }

  /** What the verdict rests on. */
  public String why(Report report, Level failOn) {
    if (report.findings().isEmpty()) {
      return messages.text("report.nothing-judged");
    }
    Verdict verdict = report.verdict(failOn);
    if (verdict == Verdict.UNREADABLE) {
      return messages.text(
          "verdict.unreadable.why",
          messages.text("level.up-to." + Words.of(failOn)), report.violations(failOn).size(),
          report.problems().size());
    }
    if (verdict == Verdict.INCOMPLETE) {
      String why =
          messages.text(
              "verdict.incomplete.why",
              report.undecided(), report.uncheckedForLackOfFacts().size(), report.problems().size(),
              report.tally().query());
      int unread = report.intake().unread().size();
      return unread == 0 ? why : messages.text("verdict.incomplete.unread", why, unread);
    }
    return messages.text(
        "verdict." + Words.of(verdict) + ".why",
        messages.text("level.up-to." + Words.of(failOn)), report.violations(failOn).size());
  }

  private String whatIsAndShouldBe(Finding finding) {
    return messages.text("sentence", whatIs(finding), messages.text("limit." + demand(finding), said(finding.limit())));
  }

  private String whatIs(Finding finding) {
    if (finding.found() == null) {
      return found(finding);
    }
    String done = "done." + finding.measure();
    return isDated(finding) && messages.has(done)
        ? messages.text(done, found(finding))
        : messages.text("found." + demand(finding), measure(finding), found(finding));
  }

  private String measure(Finding finding) {
    String measure = finding.measure();
    if (measure == null || SAYING_NOTHING.contains(measure)) {
      return title(finding.standard());
    }
    return messages.knows(measure)
        ? messages.field(measure)
        : finding.standard().ruleTitle().in(messages.language());
  }

  private String named(List<String> components) {
    return messages.list(
        components.stream()
            .map(
                name ->
                    messages.field(name).equals(name)
                        ? name
                        : messages.text("field.named", name, messages.field(name)))
            .toList());
  }

  private String said(Datum datum) {
    return datum.accept(saying);
  }

  /** What must not be so must be no. */
  private static String demand(Finding finding) {
    boolean mustNot = finding.demand() == Demand.DIFFERENT && finding.limit() == Datum.YesNo.NO;
    return Words.of(mustNot ? Demand.YES : finding.demand());
  }

  private static boolean isDated(Finding finding) {
    return finding.demand() == Demand.WITHIN || finding.demand() == Demand.LASTING;
  }

  private static boolean isDay(Datum datum) {
    return datum instanceof Datum.Date;
  }

  /** What was found is told in the unit of its limit, which is said once; percentages always bear theirs. */
  private static boolean isCountOrMeasure(Datum found) {
    return found instanceof Datum.Numeral numeral && !numeral.unit().equals("%");
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  /** One value in the words of the language. */
  private final class Saying implements DatumVisitor<String> {
    @Override
    public String numeral(Datum.Numeral numeral) {
      return messages.quantity(numeral.text(), numeral.unit());
    }

    @Override
    public String range(Datum.NumeralRange range) {
      return messages.text("range", range.low(), messages.quantity(range.high(), range.unit()));
    }

    @Override
    public String date(Datum.Date date) {
      return date.text();
    }

    @Override
    public String timeOfDay(Datum.TimeOfDay time) {
      return time.text();
    }

    @Override
    public String yesNo(Datum.YesNo truth) {
      return messages.text(truth.text());
    }

    @Override
    public String verbatim(Datum.Verbatim verbatim) {
      return verbatim.text();
    }

    @Override
    public String items(Datum.Items items) {
      return items.text();
    }

    @Override
    public String fieldName(Datum.FieldName field) {
      return messages.field(field.name());
    }

    @Override
    public String components(Datum.Components components) {
      return named(components.names());
    }
  }
}
