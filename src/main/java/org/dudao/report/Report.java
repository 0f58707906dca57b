package org.dudao.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Intake;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;

/**
 * All findings of one check in a fixed order, the worst first, with what was not checked and where everything came from.
 *
 * @param findings one for each number of a subject
 * @param standards the standards that were in force for at least one of the bureaus
 * @param intake what was read of the facts given, and what was not
 * @param unused what decided nothing; null when nobody asked
 */
public record Report(
    List<Checked> bureaus,
    List<Standard> standards,
    List<Finding> findings,
    List<Unchecked> unchecked,
    List<Problem> problems,
    List<InputFile> inputs,
    Intake intake,
    Unused unused) {

  private static final Map<String, Integer> KINDS =
      Arrays.stream(FactKind.values()).collect(Collectors.toUnmodifiableMap(FactKind::word, FactKind::ordinal));

  /** Of the findings of one bureau and day. */
  static final Comparator<Finding> WITHIN_BUREAU =
      Severity.WORST_FIRST
          .thenComparing(Report::compareSubjects)
          .thenComparing(finding -> finding.standard().id())
          .thenComparing(finding -> finding.standard().region())
          .thenComparing(Finding::at)
          .thenComparing(Finding::facet);

  private static final Comparator<Finding> BY_STANDARD =
      Comparator.comparing((Finding finding) -> finding.subject().bureau())
          .thenComparing(finding -> finding.subject().asOf())
          .thenComparing(finding -> KINDS.get(finding.subject().kind()))
          .thenComparing(finding -> finding.subject().id())
          .thenComparing(finding -> finding.standard().id())
          .thenComparing(finding -> finding.standard().region())
          .thenComparing(Finding::at)
          .thenComparing(Finding::facet);

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.subject().bureau())
          .thenComparing(finding -> finding.subject().asOf())
          .thenComparing(WITHIN_BUREAU);

  public Report {
    bureaus = sorted(bureaus, Comparator.comparing(Checked::id).thenComparing(Checked::asOf));
    standards = sorted(standards, byId());
    findings = sorted(findings, ORDER);
    unchecked = sorted(unchecked, Comparator.comparing(Unchecked::bureau).thenComparing(Unchecked::standard, byId()));
    problems = sorted(problems, Problem.ORDER);
    inputs = sorted(inputs, Comparator.comparing(InputFile::role).thenComparing(InputFile::file));
  }

  /** What was found in facts that no file held. */
  public Report(
      List<Checked> bureaus, List<Standard> standards, List<Finding> findings, List<Unchecked> unchecked,
      List<Problem> problems, List<InputFile> inputs) {
    this(bureaus, standards, findings, unchecked, problems, inputs, Intake.NONE, null);
  }

  /** Bureau and townships, then the schools in the order submitted, each before what belongs to it. */
  private static int compareSubjects(Finding one, Finding other) {
    SubjectReference first = one.subject();
    SubjectReference second = other.subject();
    int order = Integer.compare(schoolNumber(first), schoolNumber(second));
    if (order == 0 && !first.kind().equals(second.kind())) {
      return KINDS.get(first.kind()) - KINDS.get(second.kind());
    }
    return order == 0 && !first.id().equals(second.id()) ? one.at().compareTo(other.at()) : order;
  }

  private static int schoolNumber(SubjectReference subject) {
    return subject.school() == null ? -1 : subject.school().number();
  }

  private static <T> List<T> sorted(List<T> list, Comparator<? super T> order) {
    return list.stream().sorted(order).toList();
  }

  private static Comparator<Standard> byId() {
    return Comparator.comparing(Standard::id)
        .thenComparing(Standard::region)
        .thenComparing(Standard::from, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /** One report of several, as of one check. */
  public static Report merged(List<Report> reports) {
    List<Checked> bureaus = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Unchecked> unchecked = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    TreeSet<Standard> standards = new TreeSet<>(byId());
    Intake intake = Intake.NONE;
    Unused unused = null;
    TreeSet<InputFile> inputs = new TreeSet<>(Comparator.comparing(InputFile::role).thenComparing(InputFile::file));
    for (Report report : reports) {
      bureaus.addAll(report.bureaus);
      findings.addAll(report.findings);
      unchecked.addAll(report.unchecked);
      problems.addAll(report.problems);
      standards.addAll(report.standards);
      inputs.addAll(report.inputs);
      intake = intake.plus(report.intake);
      unused = unused == null ? report.unused : report.unused == null ? unused : unused.plus(report.unused);
    }
    return new Report(
        bureaus, List.copyOf(standards), findings, unchecked, problems, List.copyOf(inputs), intake, unused);
  }

  /** The same report with problems and inputs that were met outside of the check. */
  public Report with(List<Problem> moreProblems, List<InputFile> moreInputs) {
    return merged(List.of(this, new Report(List.of(), List.of(), List.of(), List.of(), moreProblems, moreInputs)));
  }

  /** The same report of facts that were read so. */
  public Report with(Intake more) {
    return new Report(bureaus, standards, findings, unchecked, problems, inputs, intake.plus(more), unused);
  }

  /** The same report, in which that decided nothing. */
  public Report with(Unused found) {
    return new Report(bureaus, standards, findings, unchecked, problems, inputs, intake, found);
  }

  /** The files of rules, limits, codes and calendars: everything but the facts of now and of before. */
  public List<InputFile> ruleInputs() {
    return inputs.stream()
        .filter(input -> input.role() != InputFile.Role.FACTS && input.role() != InputFile.Role.PREVIOUS)
        .toList();
  }

  /** How many numbers of subjects came to each outcome. */
  public Tally tally() {
    return Tally.of(findings);
  }

  /** What each standard came to by itself, for one subject after the other. */
  public List<Finding> byStandard() {
    return findings.stream().flatMap(Finding::byStandard).sorted(BY_STANDARD).toList();
  }

  /** How many findings cannot be told by one of their standards at least. */
  public int undecided() {
    return (int) findings.stream().filter(finding -> finding.has(Outcome.UNKNOWN)).count();
  }

  /** Findings that fail standards that bind at least so much; with doubts, where those count. */
  public List<Finding> violations(Level failOn) {
    return findings.stream()
        .filter(finding -> finding.isViolation(failOn))
        .toList();
  }

  /** Standards that could not be checked because facts of their kind are absent altogether. */
  public List<Unchecked> uncheckedForLackOfFacts() {
    return Unchecked.forLackOfFacts(unchecked);
  }

  /**
   * What all bureaus together come to.
   *
   * @param failOn the least binding level whose breach is a violation
   */
  public Totals totals(Level failOn) {
    Map<String, List<Finding>> ofBureaus =
        findings.stream().collect(Collectors.groupingBy(one -> key(one.subject().bureau(), one.subject().asOf())));
    Map<String, Long> uncheckedOf =
        uncheckedForLackOfFacts().stream().collect(Collectors.groupingBy(Unchecked::bureau, Collectors.counting()));
    Totals totals = new Totals();
    totals.addProblems(problems);
    totals.add(intake);
    for (Checked bureau : bureaus) {
      List<Finding> own = ofBureaus.getOrDefault(key(bureau.id(), bureau.asOf()), List.of());
      totals.add(
          new BureauTotal(
              bureau, standards, Tally.of(own), Tally.byStandard(own), uncheckedOf.getOrDefault(bureau.id(), 0L), List.of(),
              own.stream().anyMatch(one -> one.isViolation(failOn))));
    }
    return totals;
  }

  private static String key(String bureau, LocalDate asOf) {
    return bureau + " " + asOf;
  }

  /** Whether something kept facts from being read. */
  public boolean isUnreadable() {
    return Verdict.of(problems) == Verdict.UNREADABLE;
  }

  /** The one verdict; violations are those of that level or a more binding one. */
  public Verdict verdict(Level failOn) {
    return totals(failOn).verdict();
  }
}
