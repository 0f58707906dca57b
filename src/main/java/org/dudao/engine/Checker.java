package org.dudao.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Problem;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.InputException;
import org.dudao.report.Checked;
import org.dudao.report.Finding;
import org.dudao.report.Judged;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import org.dudao.report.Unchecked;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules, limits and calendars together: holds facts against them, and reports. The same facts give the same report. */
public final class Checker {
  private static final String CHECK = "check";
  private static final Comparator<Limit> LATEST =
      Comparator.comparing((Limit limit) -> limit.region().length())
          .thenComparing(Limit::from, Comparator.nullsFirst(Comparator.naturalOrder()));
  private static final int MAX_FIRINGS = 50_000_000;

  private final RuleBook rules;
  private final List<Limit> limits;
  private final Set<String> regions;
  private final Map<String, WorkCalendar> calendars;

  private Checker(RuleBook rules, List<Limit> limits, Set<String> regions, Map<String, WorkCalendar> calendars) {
    this.rules = rules;
    this.limits = limits;
    this.regions = regions;
    this.calendars = calendars;
  }

  /**
   * Joins rules and limits.
   *
   * @throws InputException when a limit names no rule, or says what its rule cannot use, or a rule has no limits
   */
  public static Checker of(RuleBook rules, List<Limit> limits, Map<String, WorkCalendar> calendars)
      throws InputException {
    List<Problem> problems = new Linker(rules.rules(), limits).problems();
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    Set<String> regions = limits.stream().map(Limit::region).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    return new Checker(rules, List.copyOf(limits), regions, Map.copyOf(calendars));
  }

  /** The same, restricted to the limits of some topics or ids. */
  public Checker only(Predicate<Limit> wanted) {
    return new Checker(rules, limits.stream().filter(wanted).toList(), regions, calendars);
  }

  public List<Limit> limits() {
    return limits;
  }

  /** Every limit as a standard, in the order of the tables. */
  public List<Standard> standards() {
    return limits.stream().map(this::standard).toList();
  }

  /** The standards that are law in the region on that day. */
  public List<Standard> standardsFor(String region, LocalDate asOf) {
    return nearest(limits.stream().filter(limit -> limit.isInForce(asOf) != Truth.NO), region)
        .map(this::standard)
        .toList();
  }

  /** Those that are law in the region on that day, or may be on the days of the facts. */
  private List<Limit> limitsFor(Facts facts) {
    Stream<Limit> inForce =
        limits.stream().filter(limit -> limit.datedBy().isEmpty()
            ? limit.isInForce(facts.asOf()) != Truth.NO
            // An old fact may fall under a law that has ended; one of a later day, or a slip in the day of judgement,
            // brings in what begins after it.
            : limit.from() == null || !limit.from().isAfter(facts.asOf()) || isDatedSince(limit, facts));
    Stream<Limit> scheduled = limits.stream().filter(limit -> limit.isScheduled(facts.asOf())).map(Limit::scheduled);
    String region = facts.bureau().region();
    // What will bind does not yet take the place of what binds.
    return Stream.concat(nearest(inForce, region), nearest(scheduled, region)).toList();
  }

  private boolean isDatedSince(Limit limit, Facts facts) {
    return facts.of(rules.rules().get(limit.rule()).subject()).stream()
        .anyMatch(fact -> Measures.value(fact, limit.datedBy()) instanceof LocalDate day && !day.isBefore(limit.from()));
  }

  /**
   * Those of the region and of all that cover it, without those that a nearer region replaces for everybody. One that is
   * replaced only for some, or only for some days, stays: which of the two bears on a fact is known with the fact.
   */
  private static Stream<Limit> nearest(Stream<Limit> inForce, String region) {
    List<Limit> covering = inForce.filter(limit -> covers(limit.region(), region)).toList();
    return covering.stream()
        .filter(limit -> covering.stream().noneMatch(other ->
            other.id().equals(limit.id())
                && other.region().length() > limit.region().length()
                && other.appliesTo().equals(limit.appliesTo())
                && other.datedBy().isEmpty()));
  }

  public Report check(Facts facts) {
    List<Limit> inForce = limitsFor(facts);
    WorkCalendar calendar = calendar(facts.bureau().region());
    List<Problem> problems = new ArrayList<>();
    Set<Finding> unsure = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Finding> findings =
        settled(run(facts, inForce, calendar, problems, unsure), unsure).stream()
            // What does not bind yet and cannot be judged yet makes nobody's report incomplete: it is listed as not yet due.
            .filter(finding -> !finding.isScheduled() || finding.outcome() != Outcome.UNKNOWN)
            .toList();
    if (regions.stream().noneMatch(wider -> covers(wider, facts.bureau().region()))) {
      problems.add(
          new Problem("no-standards", List.of(facts.bureau().region()), facts.places().of(facts.bureau(), "region")));
    }
    int subjects = facts.subjects().values().stream().mapToInt(List::size).sum();
    return new Report(
        List.of(
            new Checked(
                facts.bureau().id(), facts.bureau().name(), facts.bureau().region(), facts.asOf(), subjects)),
        inForce.stream().map(this::standard).toList(),
        findings,
        unchecked(facts, inForce, findings),
        problems,
        List.of());
  }

  private List<Finding> run(
      Facts facts, List<Limit> inForce, WorkCalendar calendar, List<Problem> problems, Set<Finding> unsure) {
    try {
      Check check = new Check(facts, calendar, rules.rules());
      fire(rules.kieBase(), check, facts, inForce);
      problems.addAll(check.problems());
      unsure.addAll(check.unsure());
      return check.findings();
    } catch (RuntimeException e) {
      return runOneByOne(facts, inForce, calendar, problems, unsure);
    }
  }

  /** A rule that breaks in its conditions takes the whole session with it: then each rule runs in a session of its own. */
  private List<Finding> runOneByOne(
      Facts facts, List<Limit> inForce, WorkCalendar calendar, List<Problem> problems, Set<Finding> unsure) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules.rules().values()) {
      KieBase base = rules.newKieBase();
      base.getKiePackages().forEach(one -> List.copyOf(one.getRules()).forEach(other -> {
        if (!other.getName().equals(rule.id())) {
          base.removeRule(other.getPackageName(), other.getName());
        }
      }));
      Check check = new Check(facts, calendar, rules.rules());
      try {
        fire(base, check, facts, inForce);
        findings.addAll(check.findings());
        unsure.addAll(check.unsure());
        problems.addAll(check.problems());
      } catch (RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        problems.add(new Problem("rule-failed", List.of(rule.id(), String.valueOf(cause)), rule.origin()));
        inForce.stream()
            .filter(limit -> limit.rule().equals(rule.id()))
            .forEach(limit -> findings.add(failed(facts, limit, rule, cause)));
      }
    }
    return findings;
  }

  private Finding failed(Facts facts, Limit limit, Rule rule, Throwable cause) {
    Judged judged =
        new Judged(facts.bureau().id(), facts.asOf(), FactKind.BUREAU.word(), facts.bureau().id(), facts.bureau().name());
    return new Finding(
        standard(limit), Outcome.UNKNOWN, judged, null, rule.demand(), null, limit.valueText(), limit.unit(), null,
        List.of(), List.of(Remark.of("rule-failed", String.valueOf(cause))),
        facts.places().of(facts.bureau(), null), Fingerprint.of(judged, limit.id()));
  }

  private static void fire(KieBase base, Check check, Facts facts, List<Limit> inForce) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal(CHECK, check);
      inForce.forEach(session::insert);
      facts.subjects().values().forEach(list -> list.forEach(session::insert));
      if (session.fireAllRules(MAX_FIRINGS) == MAX_FIRINGS) {
        throw new IllegalStateException("more than " + MAX_FIRINGS + " firings");
      }
    } finally {
      session.dispose();
    }
  }

  /** One finding for each subject and standard: of several versions of a norm the one that surely applies, of the nearest region. */
  private static Collection<Finding> settled(List<Finding> findings, Set<Finding> unsure) {
    Map<String, List<Finding>> bySubject = new LinkedHashMap<>();
    findings.forEach(finding -> bySubject.computeIfAbsent(finding.id(), id -> new ArrayList<>()).add(finding));
    return bySubject.values().stream().map(versions -> settledOne(versions, unsure)).toList();
  }

  private static Finding settledOne(List<Finding> versions, Set<Finding> unsure) {
    // A nearer region's limit takes the place of a wider one's only if it is surely for this subject.
    int nearest =
        versions.stream()
            .filter(version -> !unsure.contains(version))
            .mapToInt(version -> version.standard().region().length())
            .max()
            .orElse(0);
    List<Finding> candidates =
        versions.stream()
            .filter(version -> version.standard().region().length() >= nearest)
            .sorted(Comparator.comparing(
                    (Finding version) -> version.standard().region().length())
                .thenComparing(version -> version.standard().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    Finding last = candidates.get(candidates.size() - 1);
    Set<Outcome> outcomes = new HashSet<>();
    Set<String> missing = new LinkedHashSet<>();
    Set<Remark> remarks = new LinkedHashSet<>();
    for (Finding candidate : candidates) {
      outcomes.add(candidate.outcome());
      missing.addAll(candidate.missing());
      remarks.addAll(candidate.remarks());
    }
    if (outcomes.size() == 1 && !outcomes.contains(Outcome.UNKNOWN)) {
      return last;
    }
    return new Finding(
        last.standard(), Outcome.UNKNOWN, last.subject(), last.measure(), last.demand(), last.found(), last.limit(),
        last.unit(), null, List.copyOf(missing), List.copyOf(remarks), last.at(), last.fingerprint());
  }

  private List<Unchecked> unchecked(Facts facts, List<Limit> inForce, Collection<Finding> findings) {
    Set<String> spoken = new HashSet<>();
    findings.forEach(finding -> spoken.add(finding.standard().id()));
    Map<String, Limit> silent = new LinkedHashMap<>();
    inForce.stream()
        .filter(limit -> !spoken.contains(limit.id()))
        .forEach(limit -> silent.merge(limit.id(), limit, (one, other) -> LATEST.compare(one, other) >= 0 ? one : other));
    return silent.values().stream()
        .map(limit -> new Unchecked(facts.bureau().id(), standard(limit), reason(facts, limit)))
        .toList();
  }

  private Unchecked.Reason reason(Facts facts, Limit limit) {
    if (limit.isScheduled(facts.asOf())) {
      return Unchecked.Reason.NOT_YET_DUE;
    }
    boolean allThere =
        rules.rules().get(limit.rule()).types().stream()
            .filter(Subject.class::isAssignableFrom)
            .allMatch(type -> !facts.of(FactKind.of(type)).isEmpty());
    return allThere ? Unchecked.Reason.NOT_APPLICABLE : Unchecked.Reason.NO_FACTS;
  }

  private Standard standard(Limit limit) {
    Rule rule = rules.rules().get(limit.rule());
    return Standard.of(limit, rule.title(), FactKind.of(rule.subject()).word());
  }

  private WorkCalendar calendar(String region) {
    String country = region.length() < 2 ? region : region.substring(0, 2);
    return calendars.getOrDefault(country, WorkCalendar.unknown(country));
  }

  /** A folder's region covers itself and all whose code begins with it: cn-4302 covers CN-430203. */
  static boolean covers(String wider, String region) {
    return wider.isEmpty()
        || region.equals(wider)
        || region.startsWith(wider)
            && (region.charAt(wider.length()) == '-' || Character.isDigit(wider.charAt(wider.length() - 1)));
  }
}
