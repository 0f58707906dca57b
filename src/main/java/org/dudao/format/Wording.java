package org.dudao.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.fact.Level;
import org.dudao.fact.Words;
import org.dudao.report.Checked;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.Judged;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Verdict;

/** What findings say to people in one language: each sentence follows from the demand, the outcome and the catalogue. */
public final class Wording {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern QUANTITY = Pattern.compile("-?\\d+(\\.\\d+)?(/\\d+)?");

  /** Components of the facts that hold anything: only the standard's title says what they are about. */
  private static final Set<String> SAYING_NOTHING = Set.of("value", "date", "inPlace", "items");

  private static final int FEW = 3;

  /** Remarks that begin with names of components. */
  private static final Set<RemarkCode> NAMING_COMPONENTS =
      Set.of(
          RemarkCode.SCOPE_UNKNOWN, RemarkCode.NOT_MET, RemarkCode.LOWEST, RemarkCode.VARIATION,
          RemarkCode.VARIATION_OF_NOTHING);

  private final Messages messages;

  Wording(Messages messages) {
    this.messages = messages;
  }

  /** One sentence: what is, what should be, by how much it is missed; and what is missing to judge it. */
  public String message(Finding finding) {
    if (finding.outcome() == Outcome.UNKNOWN) {
      String unknown =
          finding.missing().isEmpty()
              ? messages.text("sentence.unknown.otherwise")
              : messages.text("sentence.unknown", named(finding.missing()));
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
    return isPerCent(finding) && isNumber(finding.found())
        ? messages.quantity(finding.found(), finding.unit())
        : truth(finding.found());
  }

  /** What is required, for a cell of a table. */
  public String bound(Finding finding) {
    String bound = "bound." + demand(finding);
    if (isDated(finding) && !isDate(finding.limit())) {
      return messages.text(bound + ".open", value(finding.standard()));
    }
    return finding.demand() == Demand.FOLLOWS && finding.found() == null
        ? value(finding.standard())
        : messages.text(bound, limit(finding));
  }

  /** The same with the span of time from which a due date follows, where there is room for it. */
  public String boundAndSpan(Finding finding) {
    return isDated(finding) && isDate(finding.limit()) && isNumber(finding.standard().value())
        ? messages.text("bound." + demand(finding) + ".span", finding.limit(), value(finding.standard()))
        : bound(finding);
  }

  /** By how much the limit is missed; empty when it is kept. */
  public String difference(Finding finding) {
    if (finding.difference() == null || finding.difference().isEmpty()) {
      return "";
    }
    return messages.text("difference." + demand(finding), distance(finding));
  }

  /** What is missing, each component by its name and by what people call it; for a cell of a table. */
  public String missing(Finding finding) {
    if (finding.remarks().stream().anyMatch(remark -> remark.code() == RemarkCode.APPROXIMATE)) {
      return messages.text("sentence.unknown.approximate");
    }
    return finding.missing().isEmpty()
        ? messages.text("sentence.unknown.otherwise")
        : messages.text("sentence.missing", named(finding.missing()));
  }

  /** The remarks, less those that only repeat the due date beside which they would stand. */
  public List<String> remarks(Finding finding) {
    return remarksAndNote(finding).stream()
        .filter(
            remark ->
                remark.code() != RemarkCode.OPEN
                    || finding.found() != null
                    || !remark.arguments().equals(List.of(String.valueOf(finding.limit()))))
        .map(this::remark)
        .toList();
  }

  /** What the finding adds to its verdict, and where it is not kept what the limit's own note says of its meaning. */
  public List<Remark> remarksAndNote(Finding finding) {
    List<Remark> remarks = new ArrayList<>(finding.remarks());
    if (finding.outcome() != Outcome.PASS && !finding.standard().note().isEmpty()) {
      remarks.add(Remark.of(RemarkCode.NOTE, note(finding.standard())));
    }
    return remarks;
  }

  public String remark(Remark remark) {
    List<String> arguments = remark.arguments();
    if (NAMING_COMPONENTS.contains(remark.code())) {
      arguments = new ArrayList<>(arguments);
      arguments.set(0, named(Pattern.compile("\\s*,\\s*").splitAsStream(arguments.get(0)).toList()));
    }
    return messages.text("remark." + remark.code().text(), arguments.toArray());
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
    List.of("fail.must", "fail.should", "fail.note", "unknown", "pass").forEach(mark -> marks.put(mark, 0));
    findings.forEach(finding -> marks.merge(markId(finding), 1, Integer::sum));
    return marks;
  }

  /** The classes under which a page shows the mark of that id. */
  public String markClass(String id) {
    return "mark m-" + id.substring(id.indexOf('.') + 1);
  }

  public String counts(Tally tally) {
    return messages.text("counts", tally.fail(), tally.unknown(), tally.pass());
  }

  public String dates(List<LocalDate> dates) {
    return messages.list(dates.stream().map(String::valueOf).toList());
  }

  public String title(Standard standard) {
    return standard.title().in(messages.language());
  }

  /** The document and its clause. */
  public String authority(Standard standard) {
    return (text(standard.document()) + " " + text(standard.clause())).strip();
  }

  public String remedy(Standard standard) {
    return standard.remedy().in(messages.language());
  }

  public String note(Standard standard) {
    return standard.note().in(messages.language());
  }

  /** The value of the limit with its unit, as it was written. */
  public String value(Standard standard) {
    return demanded(standard.value(), standard.unit());
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
    String id = "confidence." + standard.confidence();
    return messages.has(id) ? messages.text(id) : text(standard.confidence());
  }

  /** The name of the bureau, or where it has none the id. */
  public String name(Checked bureau) {
    return bureau.name() == null || bureau.name().isBlank() ? bureau.id() : bureau.name();
  }

  /** The kind, the name and, where it says more, the id. */
  public String subject(Judged subject) {
    String label = subject.label();
    String kind = messages.kind(subject.kind());
    return label.equals(subject.id()) ? kind + " " + label : kind + " " + label + " (" + subject.id() + ")";
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

  /** What the verdict rests on. */
  public String why(Report report, Level failOn) {
    if (report.findings().isEmpty()) {
      return messages.text("report.nothing-judged");
    }
    Verdict verdict = report.verdict(failOn);
    if (verdict == Verdict.INCOMPLETE) {
      return messages.text(
          "verdict.incomplete.why",
          report.tally().unknown(), report.uncheckedForLackOfFacts().size(), report.problems().size());
    }
    return messages.text(
        "verdict." + Words.of(verdict) + ".why",
        messages.text("level.up-to." + Words.of(failOn)), report.violations(failOn).size());
  }

  private String whatIsAndShouldBe(Finding finding) {
    return messages.text("sentence", whatIs(finding), messages.text("limit." + demand(finding), limit(finding)));
  }

  private String whatIs(Finding finding) {
    if (finding.found() == null) {
      return found(finding);
    }
    String done = "done." + finding.measure();
    return isDated(finding) && messages.has(done)
        ? messages.text(done, finding.found())
        : messages.text("found." + demand(finding), measure(finding), found(finding));
  }

  private String limit(Finding finding) {
    return demanded(finding.limit(), finding.unit());
  }

  private String demanded(String value, String unit) {
    if (value.startsWith("=")) {
      return messages.field(value.substring(1));
    }
    return QUANTITY.matcher(value).matches() ? messages.quantity(value, unit) : truth(value);
  }

  /** Working days late are counted as the limit counts; every other distance of two days in days of the calendar. */
  private String distance(Finding finding) {
    String distance = finding.difference();
    if (!isNumber(distance)) {
      return distance;
    }
    if (isDated(finding) || isDate(finding.found())) {
      return messages.quantity(distance, "working days".equals(finding.unit()) ? finding.unit() : "days");
    }
    if (finding.found() != null && TIME.matcher(finding.found()).matches()) {
      return messages.quantity(distance, "minutes");
    }
    return isPerCent(finding) ? messages.quantity(distance, "percentage points") : distance;
  }

  private String measure(Finding finding) {
    String measure = finding.measure();
    if (measure == null || SAYING_NOTHING.contains(measure)) {
      return title(finding.standard());
    }
    return messages.has("field." + measure)
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

  private String truth(String text) {
    return switch (text) {
      case "yes", "true" -> messages.text("yes");
      case "no", "false" -> messages.text("no");
      default -> text;
    };
  }

  /** What must not be so must be no. */
  private static String demand(Finding finding) {
    boolean mustNot = finding.demand() == Demand.DIFFERENT && "no".equals(finding.limit());
    return Words.of(mustNot ? Demand.YES : finding.demand());
  }

  private static boolean isDated(Finding finding) {
    return finding.demand() == Demand.WITHIN || finding.demand() == Demand.LASTING;
  }

  private static boolean isDate(String text) {
    return text != null && DATE.matcher(text).matches();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static boolean isPerCent(Finding finding) {
    return "%".equals(finding.unit());
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
