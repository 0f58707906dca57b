package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drools.RuleBudget;
import org.dudao.engine.judge.Alternatives;
import org.dudao.engine.judge.Assessment;
import org.dudao.engine.judge.EvaluationContext;
import org.dudao.engine.judge.Basis;
import org.dudao.engine.judge.Evidence;
import org.dudao.engine.judge.Explanations;
import org.dudao.engine.judge.Fingerprint;
import org.dudao.engine.judge.SubjectReferences;
import org.dudao.engine.judge.Unlisted;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Calendars;
import org.dudao.fact.CrashSite;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;
import org.dudao.report.Tally;

/** One bureau's facts held against its law, once. */
public final class Judging {
  private final Planner planner;
  private final Facts submitted;
  private final Unlisted unlisted;
  /** Those submitted, and what stands for classes that groups of grades tell of. */
  private final Facts facts;
  private final boolean wantsPasses;
  private final RuleTimer timer;
  /** Learns on which facts and figures rests what is decided; null when nobody asked. */
  private final Basis basis;
  private final Calendars calendars;
  private final Explanations explanations;
  private final Partition groups;
  /** How far figures can be relied on, where somebody held them against each other before; else null. */
  private final Evidence known;
  private final Map<List<Subject>, List<Subject>> rosters = new IdentityHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  /** How many subjects each standard judged, by its id, for each outcome. */
  private final Map<String, int[]> judged = new HashMap<>();
  private final NumberCount numbers = new NumberCount();

  /**
   * @param wantsPasses whether passes become findings too, or are only counted
   * @param timer takes the time of each rule; null when nobody asked
   */
  public Judging(Planner planner, Facts facts, Calendars calendars, boolean wantsPasses, RuleTimer timer) {
    this(planner, facts, Unlisted.of(facts), null, calendars, wantsPasses, timer, null);
  }

  /**
   * The same, which notes on what rests what is decided.
   *
   * @param basis takes it
   */
  public Judging(Planner planner, Facts facts, Calendars calendars, Basis basis) {
    this(planner, facts, Unlisted.of(facts), null, calendars, false, null, basis);
  }

  /**
   * Of facts that were held against themselves before: what contradicts itself is the same whatever else is judged.
   *
   * @param unlisted of these facts
   * @param known how far their figures can be relied on
   * @param basis takes on what rests what is decided; null when nobody asked
   */
  Judging(Planner planner, Facts facts, Unlisted unlisted, Evidence known, Calendars calendars, Basis basis) {
    this(planner, facts, unlisted, known, calendars, false, null, basis);
  }

  private Judging(
      Planner planner, Facts facts, Unlisted unlisted, Evidence known, Calendars calendars, boolean wantsPasses,
      RuleTimer timer, Basis basis) {
    this.timer = timer;
    this.basis = basis;
    this.planner = planner;
    this.submitted = facts;
    this.unlisted = unlisted;
    this.known = known;
    this.facts = unlisted.among(facts);
    this.wantsPasses = wantsPasses;
    this.groups = new Partition(planner, this.facts);
    this.calendars = calendars;
    this.explanations = planner.explanations(facts);
    judge();
  }

  /** What each standard came to for each subject, in no order. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * How many numbers of subjects came to each outcome, passes among them.
   *
   * @param gravest the one finding for each number, of those there are
   */
  public Tally numbers(List<Finding> gravest) {
    return numbers.tally(gravest);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** How many findings of each outcome there are of each standard that judged somebody, by its id. */
  public Map<String, Tally> totals() {
    Map<String, Tally> totals = new TreeMap<>();
    judged.forEach((id, count) -> {
      Tally tally = Tally.of(count);
      if (tally.all() > 0) {
        totals.put(id, tally);
      }
    });
    return totals;
  }

  private void judge() {
    long start = timer == null ? 0 : System.nanoTime();
    Map<Rule, Throwable> broken = new LinkedHashMap<>(planner.plan(groups.all()));
    clock(RuleTimer.ENGINE, start, groups.all().size());
    JudgedProfiles profiles = new JudgedProfiles(planner, submitted, unlisted, calendars);
    EvaluationContext asSubmitted =
        EvaluationContext.of(facts, unlisted, calendars, this::roster, new CaseDeadlines(planner, submitted, calendars),
            planner::limitsOf, profiles);
    Map<Plan, Plan> here = new IdentityHashMap<>();
    Map<Plan, Integer> sizes = new IdentityHashMap<>();
    for (Partition.Group group : groups.all()) {
      group.judgeBy(here.computeIfAbsent(group.plan(), plan -> plan.in(asSubmitted, planner::judges)));
      sizes.merge(group.plan(), group.size(), Integer::sum);
    }
    sizes.forEach(this::count);
    // What broke over facts of another bureau would have been silent in this one, when it has none of the kind.
    broken.keySet().removeIf(rule -> !rule.hasFactsIn(facts));
    EvaluationContext allSubmitted = asSubmitted.collecting((rule, members) -> members);
    Map<Subject, Plan> joined = joined(broken, allSubmitted);
    joined.values().forEach(plan -> count(plan, 1));
    boolean isKnown = known != null && !planner.judgesConsistency();
    Evidence evidence = isKnown ? known : evidence(asSubmitted, allSubmitted, joined);
    EvaluationContext context = asSubmitted.relyingOn(evidence);
    groups.forEach((subject, number, group) -> judge(group.plan(), subject, number, context));
    EvaluationContext joinedContext = allSubmitted.relyingOn(evidence);
    forEach(joined, (subject, number, plan) -> judge(plan, subject, number, joinedContext));
    boolean isMoreToSay =
        Stream.concat(groups.all().stream().map(Partition.Group::plan), joined.values().stream())
            .anyMatch(plan -> !plan.last().isEmpty());
    if (isMoreToSay) {
      profiles.know(totals());
      groups.forEach((subject, number, group) -> judgeLast(group.plan(), subject, number, context));
      forEach(joined, (subject, number, plan) -> judgeLast(plan, subject, number, joinedContext));
    }
    broken.forEach(this::tell);
    problems.addAll(explanations.problems());
  }

  /** Holds the facts against themselves: what contradicts itself, or is doubted, must not decide anything else. */
  private Evidence evidence(
      EvaluationContext context, EvaluationContext joinedContext, Map<Subject, Plan> joined) {
    Evidence.Gathering evidence = new Evidence.Gathering(explanations, unlisted);
    groups.forEach((subject, number, group) ->
        question(group.plan(), subject, number, context, evidence));
    forEach(joined, (subject, number, plan) ->
        question(plan, subject, number, joinedContext, evidence));
    if (groups.all().stream().anyMatch(group -> !group.plan().records().isEmpty())) {
      groups.forEach((subject, number, group) ->
          questionStatements(group.plan(), subject, number, context, evidence));
    }
    forEach(joined, (subject, number, plan) ->
        questionStatements(plan, subject, number, joinedContext, evidence));
    return evidence.evidence();
  }

  private void question(
      Plan plan, Subject subject, int number, EvaluationContext context, Evidence.Gathering evidence) {
    for (Assessment assessment : plan.consistency()) {
      question(plan, assessment, subject, number, context, evidence);
    }
    numbers.close(plan);
  }

  private void note(Assessment assessment, Subject subject, EvaluationContext context) {
    if (planner.judges(assessment.bound().limit())) {
      assessment.noteBasis(subject, context, basis);
    }
  }

  /** What is stated of other facts is held against what is known of these by now. */
  private void questionStatements(
      Plan plan, Subject subject, int number, EvaluationContext context, Evidence.Gathering evidence) {
    for (Assessment assessment : plan.records()) {
      question(plan, assessment, subject, number, context.relyingOn(evidence.evidence()), evidence);
    }
    numbers.close(plan);
  }

  private void question(
      Plan plan, Assessment assessment, Subject subject, int number, EvaluationContext context,
      Evidence.Gathering evidence) {
    if (basis != null) {
      note(assessment, subject, context);
    }
    long start = timer == null ? 0 : System.nanoTime();
    if (wantsPasses || !assessment.isPlainlyKept(subject, context)) {
      List<Finding> findings =
          assessment.isTold(subject, context)
              ? assessment.findings(subject, number, context, this::failed, evidence)
              : List.of();
      if (planner.judges(assessment.bound().limit())) {
        addAll(plan, assessment, findings, unlisted.standsFor(subject));
      }
    }
    clock(assessment.rule(), start, 1);
  }

  /**
   * Each fact is counted once beforehand: untold it was not judged, and each further finding counts too. What does not
   * bind yet and cannot be judged yet makes nobody's report incomplete: it is listed as not yet due.
   *
   * @param isFace whether the subject only stands for the one that they are about
   */
  private void addAll(Plan plan, Assessment assessment, List<Finding> said, boolean isFace) {
    List<Finding> findings = due(said);
    if (findings.size() != 1) {
      count(assessment.standard().id(), findings.size() - 1);
    }
    if (isFace) {
      numbers.addApart(findings);
    } else {
      numbers.told(plan, assessment.standard().family(), findings);
    }
    findings.forEach(this::add);
  }

  private static List<Finding> due(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.outcome() == Outcome.UNKNOWN && finding.isScheduled()) {
        return findings.stream().filter(one -> one.outcome() != Outcome.UNKNOWN || !one.isScheduled()).toList();
      }
    }
    return findings;
  }

  /** What rules say that look at how facts hang together, by the facts of which they speak. */
  private Map<Subject, Plan> joined(Map<Rule, Throwable> broken, EvaluationContext context) {
    Map<Subject, List<Assessment>> said = new IdentityHashMap<>();
    planner.ofJoined(facts, broken)
        .forEach(one -> said.computeIfAbsent(one.subject(), subject -> new ArrayList<>()).add(one.assessment()));
    Map<Subject, Plan> plans = new IdentityHashMap<>();
    said.forEach((subject, assessments) -> plans.put(subject, Plan.of(assessments, planner::judges).in(context, planner::judges)));
    return plans;
  }

  /** Takes one fact after the other, with what is said of it. */
  @FunctionalInterface
  private interface PlanVisitor {
    void visit(Subject subject, int number, Plan plan);
  }

  private void forEach(Map<Subject, Plan> joined, PlanVisitor visitor) {
    int left = joined.size();
    for (List<Subject> subjects : facts.subjects().values()) {
      for (int number = 0; number < subjects.size() && left > 0; number++) {
        Plan plan = joined.get(subjects.get(number));
        if (plan != null) {
          left--;
          visitor.visit(subjects.get(number), number, plan);
        }
      }
    }
    if (left > 0) {
      throw new IllegalStateException("rules spoke of what is no fact of the bureau: " + joined.keySet());
    }
  }

  private void judge(Plan plan, Subject subject, int number, EvaluationContext context) {
    boolean isFace = unlisted.standsFor(subject);
    if (isFace) {
      numbers.withdraw(plan);
    }
    if (basis != null) {
      plan.assessments()
          .filter(one -> !one.bound().limit().isOfConsistency())
          .forEach(one -> note(one, subject, context));
    }
    plan.sole().forEach(assessment -> judge(assessment, plan, subject, number, context));
    for (List<Assessment> versions : plan.versions()) {
      long start = timer == null ? 0 : System.nanoTime();
      List<Finding> findings = settled(versions, subject, number, context);
      addAll(plan, versions.get(0), allowed(findings, plan, versions.get(0), subject, number, context), isFace);
      clock(versions.get(0).rule(), start, 1);
    }
    for (Alternatives alternatives : plan.alternatives()) {
      long start = timer == null ? 0 : System.nanoTime();
      told(alternatives, subject, number, context).forEach((one, findings) -> addAll(plan, one, findings, isFace));
      clock(alternatives.norms().get(0).get(0).rule(), start, 1);
    }
    numbers.close(plan);
  }

  /** What rests on what all else came to. */
  private void judgeLast(Plan plan, Subject subject, int number, EvaluationContext context) {
    plan.last().forEach(assessment -> judge(assessment, plan, subject, number, context));
  }

  private void judge(Assessment assessment, Plan plan, Subject subject, int number, EvaluationContext context) {
    long start = timer == null ? 0 : System.nanoTime();
    if (wantsPasses || !assessment.isPlainlyKept(subject, context)) {
      List<Finding> findings = assessment.findings(subject, number, context, this::failed);
      addAll(
          plan, assessment, allowed(findings, plan, assessment, subject, number, context),
          unlisted.standsFor(subject));
    }
    clock(assessment.rule(), start, 1);
  }

  /** A shortfall is none where the subject keeps what allows it; where that cannot be told, nobody can tell of either. */
  private List<Finding> allowed(
      List<Finding> findings, Plan plan, Assessment assessment, Subject subject, int number, EvaluationContext context) {
    if (assessment.allowedBy().isEmpty() || findings.stream().noneMatch(one -> one.outcome() == Outcome.FAIL)) {
      return findings;
    }
    List<Finding> allowing = new ArrayList<>();
    for (String id : assessment.allowedBy()) {
      List<Assessment> versions = plan.allowing().get(id);
      if (versions == null) {
        return findings;
      }
      allowing.addAll(settled(versions, subject, number, context));
    }
    Set<Outcome> outcomes = allowing.stream().map(Finding::outcome).collect(Collectors.toSet());
    if (outcomes.contains(Outcome.FAIL) || allowing.size() < assessment.allowedBy().size()) {
      return findings;
    }
    boolean isKept = outcomes.equals(Set.of(Outcome.PASS));
    Remark reason = Remark.of(RemarkCode.ALLOWED_BY, String.join(", ", assessment.allowedBy()));
    return findings.stream()
        .map(one -> one.outcome() == Outcome.FAIL
            ? one.with(reason).becoming(isKept ? Outcome.PASS : Outcome.UNKNOWN)
            : one)
        .toList();
  }

  /** What is not known to be for the subject does not accuse it, but that it keeps none of those that may be does. */
  private Map<Assessment, List<Finding>> told(
      Alternatives alternatives, Subject subject, int number, EvaluationContext context) {
    Map<Assessment, List<Finding>> told = new LinkedHashMap<>();
    for (List<Assessment> versions : alternatives.norms()) {
      if (planner.judges(versions.get(0).bound().limit())
          && (wantsPasses || versions.size() > 1 || !versions.get(0).isPlainlyKept(subject, context))) {
        told.put(
            versions.get(0),
            versions.size() > 1
                ? settled(versions, subject, number, context)
                : versions.get(0).findings(subject, number, context, this::failed));
      }
    }
    boolean isOpen =
        told.values().stream().flatMap(List::stream).anyMatch(finding -> finding.outcome() == Outcome.UNKNOWN);
    if (isOpen) {
      for (Finding broken : alternatives.broken(subject, number, context, this::failed)) {
        told.replaceAll((one, findings) ->
            one.standard().id().equals(broken.standard().id()) ? List.of(broken) : findings);
      }
    }
    return told;
  }

  private void clock(String rule, long start, int subjects) {
    if (timer != null) {
      timer.add(rule, System.nanoTime() - start, subjects);
    }
  }

  private void count(Plan plan, int subjects) {
    numbers.add(plan, subjects);
    Stream.concat(plan.consistency().stream(), plan.records().stream())
        .filter(assessment -> planner.judges(assessment.bound().limit()))
        .forEach(assessment -> count(assessment.standard().id(), subjects));
    Stream.concat(plan.sole().stream(), plan.last().stream())
        .forEach(assessment -> count(assessment.standard().id(), subjects));
    plan.norms()
        .map(versions -> versions.get(0))
        .filter(one -> planner.judges(one.bound().limit()))
        .forEach(one -> count(one.standard().id(), subjects));
  }

  /** Who is not found to do otherwise passes. */
  private void count(String standard, int more) {
    judged.computeIfAbsent(standard, id -> new int[Outcome.values().length])[Outcome.PASS.ordinal()] += more;
  }

  private void add(Finding finding) {
    if (finding.outcome() != Outcome.PASS) {
      addOther(finding);
    } else if (wantsPasses || finding.isExplained()) {
      findings.add(finding);
    }
  }

  /** A finding of somebody who was counted among those who pass, and does not. */
  private void addOther(Finding finding) {
    findings.add(finding);
    int[] counts = judged.get(finding.standard().id());
    counts[Outcome.PASS.ordinal()]--;
    counts[finding.outcome().ordinal()]++;
  }

  /** At most one finding for each subject and standard: of several versions of a norm the one that surely applies, of the nearest region. */
  private List<Finding> settled(List<Assessment> versions, Subject subject, int number, EvaluationContext context) {
    // A nearer region's limit takes the place of a wider one's only if it is surely for this subject.
    int nearest =
        versions.stream()
            .filter(version -> version.applies() == Truth.YES)
            .mapToInt(version -> version.standard().region().length())
            .max()
            .orElse(0);
    List<Finding> candidates =
        versions.stream()
            .filter(version -> version.standard().region().length() >= nearest)
            .flatMap(version -> version.findings(subject, number, context, this::failed).stream())
            .sorted(
                Comparator.comparing((Finding version) -> version.standard().region().length())
                    .thenComparing(version -> version.standard().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    if (candidates.isEmpty()) {
      return candidates;
    }
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
      return List.of(last);
    }
    return List.of(new Finding(
        last.standard(), Outcome.UNKNOWN, last.subject(), last.facet(), last.measure(), last.demand(), last.found(), last.limit(),
        last.unit(), null, List.copyOf(missing), List.copyOf(remarks), last.at(), last.fingerprint(), last.operands(),
        List.of()));
  }

  /** All facts of the scopes for which these stand; there is one list of representatives for each thing that is counted. */
  private List<Subject> roster(String rule, List<Subject> representatives) {
    return representatives.isEmpty()
        ? representatives
        : rosters.computeIfAbsent(
            representatives,
            those -> {
              Predicate<Subject> like = planner.like(rule, those);
              return groups.members(FactKind.of(those.get(0)), group -> like.test(group.example()));
            });
  }

  private void failed(Limit limit, RuntimeException cause) {
    problems.add(Problem.of(ProblemCode.RULE_FAILED, limit.origin(), limit.rule(), CrashSite.of(cause)));
  }

  /** A rule that broke in its conditions judged nobody: that is unknown, and told. */
  private void tell(Rule rule, Throwable cause) {
    problems.add(problem(rule, cause));
    SubjectReference judged = new SubjectReferences(facts).of(facts.bureau());
    for (Limit limit : planner.limits()) {
      if (limit.rule().equals(rule.id()) && planner.judges(limit)) {
        count(limit.id(), 1);
        Standard standard = rule.standard(limit);
        Finding finding =
            new Finding(
                standard, Outcome.UNKNOWN, judged, "", null, rule.demand(), null, standard.written(), limit.unit(), null,
                List.of(), List.of(remark(cause)), facts.placeOfBureau(null),
                Fingerprint.of(judged, standard.family(), ""));
        numbers.addApart(List.of(finding));
        addOther(finding);
      }
    }
  }

  private static Problem problem(Rule rule, Throwable cause) {
    return cause instanceof RuleBudget.ExceededException exceeded
        ? Problem.of(ProblemCode.RULE_BUDGET, rule.origin(), rule.id(), exceeded.needed(), exceeded.allowed())
        : Problem.of(ProblemCode.RULE_FAILED, rule.origin(), rule.id(), CrashSite.of(cause));
  }

  private static Remark remark(Throwable cause) {
    return cause instanceof RuleBudget.ExceededException exceeded
        ? Remark.of(RemarkCode.RULE_BUDGET, exceeded.needed(), exceeded.allowed())
        : Remark.of(RemarkCode.RULE_FAILED, CrashSite.of(cause).toString());
  }
}
