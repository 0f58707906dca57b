package org.dudao.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Origin;
import org.dudao.report.Checked;
import org.dudao.report.Finding;
import org.dudao.report.InputFile;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;
import org.dudao.report.Tally;
import org.dudao.report.Totals;
import org.dudao.report.Unchecked;
import org.dudao.report.Unused;

/** A report arranged for readers: findings by bureau and subject, totals by topic and standard, what was left unchecked. */
public final class Outline {
  /**
   * A bureau with those of its findings that are told.
   *
   * @param label the name, or where it has none the id
   */
  public record BureauPart(
      String id, String label, String region, List<LocalDate> dates, int facts, Tally tally, List<SubjectPart> subjects) {

    public int findings() {
      return subjects.stream().mapToInt(subject -> subject.findings().size()).sum();
    }
  }

  /** A subject with those of its findings that are told. */
  public record SubjectPart(SubjectReference subject, List<Finding> findings) {}

  /**
   * Findings of one bureau that cannot be told for one reason: the same standard, the same components missing.
   *
   * @param bureau the label of the bureau
   */
  public record Lack(String bureau, List<Finding> findings) {
    public Finding first() {
      return findings.get(0);
    }
  }

  /** How the numbers came out for which standards of one topic asked, each by the gravest of them. */
  public record TopicTotal(String topic, int standards, Tally tally) {
    public Bar bar() {
      return Bar.of(tally);
    }
  }

  /** A tally drawn to a length of about a thousand; what exists can be seen however rare it is. */
  public record Bar(int fail, int unkept, int query, int unknown, int pass) {
    private static final int LEAST = 12;

    static Bar of(Tally tally) {
      return new Bar(
          length(tally.fail(), tally), length(tally.unkept(), tally), length(tally.query(), tally),
          length(tally.unknown(), tally), length(tally.pass(), tally));
    }

    public int all() {
      return fail + unkept + query + unknown + pass;
    }

    private static int length(int count, Tally tally) {
      return count == 0 ? 0 : Math.max(LEAST, (int) (1000L * count / tally.all()));
    }
  }

  /** How one standard came out by itself, over all its versions in force. */
  public record StandardTotal(String id, List<Standard> versions, Tally tally) {
    public Standard newest() {
      return versions.stream().reduce(Totals::newer).orElseThrow();
    }
  }

  /**
   * One version of a standard.
   *
   * @param tally how the standard came out, with the newest of its versions; null with the others
   */
  public record CitedVersion(Standard standard, Tally tally) {}

  /** Standards of one topic and kind of fact that judged nobody in these bureaus for the same reason. */
  public record Gap(List<String> bureaus, String kind, String topic, List<String> standards) {}

  /**
   * Figures of one name, of facts of one kind and code, that decided nothing.
   *
   * @param component empty for facts of which nothing at all was decided, and that report no figure
   */
  public record UnusedPart(String kind, String code, String component, List<Origin> places) {
    private UnusedPart of(String other) {
      return new UnusedPart(kind, code, other, places);
    }

    private UnusedPart at(List<Origin> all) {
      return new UnusedPart(kind, code, component, all);
    }
  }

  private final Report report;
  private final List<StandardTotal> standards;

  Outline(Report report) {
    this.report = report;
    Map<String, Tally> tallies = Tally.byStandard(report.findings());
    this.standards =
        grouped(report.standards(), Standard::id).entrySet().stream()
            .map(
                standard ->
                    new StandardTotal(
                        standard.getKey(),
                        standard.getValue(),
                        tallies.getOrDefault(standard.getKey(), Tally.NONE)))
            .toList();
  }

  /** All bureaus, each with those of its findings that have one of these outcomes. */
  public List<BureauPart> bureaus(Outcome... told) {
    Set<Outcome> outcomes = Set.of(told);
    return bureaus(finding -> outcomes.contains(finding.outcome()));
  }

  /** All bureaus, each with those of its findings that pass only because their figures are explained. */
  public List<BureauPart> explained() {
    return bureaus(Finding::isExplained);
  }

  /** How many findings pass only because their figures are explained. */
  public int explanations() {
    return (int) report.findings().stream().filter(Finding::isExplained).count();
  }

  private List<BureauPart> bureaus(Predicate<Finding> told) {
    Map<String, List<Checked>> checked = grouped(report.bureaus(), Checked::id);
    Map<String, List<Finding>> findings = grouped(report.findings(), finding -> finding.subject().bureau());
    findings.keySet().forEach(id -> checked.putIfAbsent(id, List.of()));
    List<BureauPart> parts = new ArrayList<>();
    checked.forEach(
        (id, documents) -> {
          List<Finding> all = findings.getOrDefault(id, List.of());
          List<SubjectPart> subjects = new ArrayList<>();
          grouped(all.stream().filter(told).toList(), Finding::subject)
              .forEach((subject, some) -> subjects.add(new SubjectPart(subject, some)));
          parts.add(
              new BureauPart(
                  id,
                  label(id, documents),
                  documents.isEmpty() ? "" : documents.get(0).region(),
                  documents.stream().map(Checked::asOf).distinct().toList(),
                  documents.stream().mapToInt(Checked::subjects).sum(),
                  Tally.of(all),
                  subjects));
        });
    return parts;
  }

  /** What cannot be told, one reason after the other: a county that reports no room of any class is told so once. */
  public List<Lack> lacks() {
    List<Lack> lacks = new ArrayList<>();
    for (BureauPart bureau : bureaus(Outcome.UNKNOWN)) {
      List<Finding> findings = bureau.subjects().stream().flatMap(subject -> subject.findings().stream()).toList();
      grouped(findings, finding -> List.of(finding.standard().id(), finding.subject().kind(), finding.allMissing(), finding.remarks(), said(finding.under())))
          .values()
          .forEach(some -> lacks.add(new Lack(bureau.label(), some)));
    }
    return lacks;
  }

  /** What is told of those under a finding: which standards they are of, and what they came to. */
  private static List<String> said(List<Finding> under) {
    return under.stream().map(one -> one.standard().id() + " " + one.outcome()).toList();
  }

  public List<TopicTotal> topics() {
    Map<String, List<StandardTotal>> topics =
        standards.stream()
            .collect(Collectors.groupingBy(total -> total.newest().topic(), TreeMap::new, Collectors.toList()));
    Map<String, List<Finding>> findings = grouped(report.findings(), finding -> finding.standard().topic());
    return topics.entrySet().stream()
        .map(topic ->
            new TopicTotal(
                topic.getKey(), topic.getValue().size(),
                Tally.of(findings.getOrDefault(topic.getKey(), List.of()))))
        .toList();
  }

  /** The standards in force in the order of their ids; versions of one norm share an id and a line. */
  public List<StandardTotal> standards() {
    return standards;
  }

  /** Every version of every standard in force, in the order of their ids, the newest last. */
  List<CitedVersion> versions() {
    return standards.stream()
        .flatMap(total -> total.versions().stream()
            .sorted(Standard.BY_VERSION)
            .map(version -> new CitedVersion(version, version.equals(total.newest()) ? total.tally() : null)))
        .toList();
  }

  /** What judged nobody for that reason, bureaus that lack the same told once. */
  public List<Gap> gaps(Unchecked.Reason reason) {
    Map<String, List<Unchecked>> unchecked =
        grouped(
            report.unchecked().stream().filter(one -> one.reason() == reason).toList(), one -> one.standard().id());
    Map<Gap, List<String>> gaps = new LinkedHashMap<>();
    unchecked.forEach(
        (id, all) -> {
          List<String> bureaus = all.stream().map(Unchecked::bureau).distinct().toList();
          Standard standard = all.get(0).standard();
          gaps.computeIfAbsent(
                  new Gap(bureaus, standard.subjectKind(), standard.topic(), List.of()), key -> new ArrayList<>())
              .add(id);
        });
    return gaps.entrySet().stream()
        .map(gap -> new Gap(gap.getKey().bureaus(), gap.getKey().kind(), gap.getKey().topic(), gap.getValue()))
        .sorted(Comparator.comparing(gap -> String.join(" ", gap.bureaus())))
        .toList();
  }

  /** What decided nothing, that of one name together; none where nobody asked. */
  public List<UnusedPart> unused() {
    Map<UnusedPart, List<Origin>> places = new LinkedHashMap<>();
    for (Unused.Fact fact : report.unused() == null ? List.<Unused.Fact>of() : report.unused().facts()) {
      UnusedPart whole = new UnusedPart(fact.subject().kind(), fact.code(), "", List.of());
      if (fact.figures().isEmpty()) {
        places.computeIfAbsent(whole, key -> new ArrayList<>()).add(fact.at());
      }
      for (Unused.Figure figure : fact.figures()) {
        places.computeIfAbsent(whole.of(figure.component()), key -> new ArrayList<>()).add(figure.at());
      }
    }
    return places.entrySet().stream()
        .map(one -> one.getKey().at(one.getValue()))
        .sorted(
            Comparator.comparing((UnusedPart one) -> FactKind.ofWord(one.kind()))
                .thenComparing(UnusedPart::code)
                .thenComparing(UnusedPart::component))
        .toList();
  }

  public int unchecked(Unchecked.Reason reason) {
    return (int) report.unchecked().stream().filter(one -> one.reason() == reason).count();
  }

  /** The names of these bureaus; empty when they are all there are. */
  public List<String> labels(List<String> bureaus) {
    Map<String, List<Checked>> all = grouped(report.bureaus(), Checked::id);
    return all.keySet().equals(Set.copyOf(bureaus))
        ? List.of()
        : bureaus.stream().map(id -> label(id, all.getOrDefault(id, List.of()))).toList();
  }

  /** How many facts were judged. */
  public int facts() {
    return report.bureaus().stream().mapToInt(Checked::subjects).sum();
  }

  /** The inputs of each role. */
  public Map<InputFile.Role, List<InputFile>> inputs() {
    return grouped(report.inputs(), InputFile::role);
  }

  private static String label(String id, List<Checked> documents) {
    return documents.stream().map(Checked::name).filter(name -> name != null && !name.isBlank()).findFirst().orElse(id);
  }

  private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
