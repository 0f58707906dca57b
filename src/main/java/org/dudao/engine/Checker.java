package org.dudao.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.drools.RuleBudget;
import org.dudao.engine.judge.Basis;
import org.dudao.engine.plan.Judging;
import org.dudao.engine.plan.LimitRegistry;
import org.dudao.engine.plan.Planner;
import org.dudao.engine.rule.Linker;
import org.dudao.engine.rule.Precedence;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Calendars;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Profile;
import org.dudao.fact.Value;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.report.Checked;
import org.dudao.report.Digest;
import org.dudao.report.Finding;
import org.dudao.report.Report;
import org.dudao.report.Severity;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Totals;
import org.dudao.report.Unchecked;
import org.dudao.report.Unused;

/** Rules, limits and calendars together: holds facts against them, and reports. The same facts give the same report. */
public final class Checker {
  private final RuleBase rules;
  private final LimitRegistry registry;
  /** The ids of standards for which somebody asked by name. */
  private final Set<String> asked;
  private final Regions regions;
  private final Calendars calendars;
  private final Map<String, Profile> profiles;
  private final RuleTimes times;

  private Checker(
      RuleBase rules, LimitRegistry registry, Set<String> asked, Regions regions,
      Calendars calendars, Map<String, Profile> profiles, RuleTimes times) {
    this.rules = rules;
    this.registry = registry;
    this.asked = asked;
    this.regions = regions;
    this.calendars = calendars;
    this.profiles = profiles;
    this.times = times;
  }

  /**
   * Joins rules and limits.
   *
   * @throws InputException when a limit names no rule, or says what its rule cannot use, or a rule has no limits
   */
  public static Checker of(RuleBase rules, List<Limit> limits, Map<String, WorkCalendar> calendars)
      throws InputException {
    return of(rules, limits, calendars, Map.of());
  }

  /** The same, with profiles of these limits. */
  public static Checker of(
      RuleBase rules, List<Limit> limits, Map<String, WorkCalendar> calendars, Map<String, Profile> profiles)
      throws InputException {
    Linker.link(rules.rules(), limits, calendars.keySet());
    Linker.requireProfiles(rules.rules(), limits, profiles.keySet());
    return linked(rules, limits, calendars, profiles);
  }

  /** Joins rules and limits that were found to fit, and profiles of these. */
  public static Checker linked(
      RuleBase rules, List<Limit> limits, Map<String, WorkCalendar> calendars, Map<String, Profile> profiles) {
    Set<String> lawful = limits.stream().map(Limit::region).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    Regions regions = Regions.of(lawful, calendars.keySet());
    LimitRegistry registry = new LimitRegistry(rules, limits, profiles);
    return new Checker(rules, registry, Set.of(), regions, new Calendars(calendars), profiles, null);
  }

  /** The same, which judges by some of its limits only; what their rules name beside them still defines what they judge. */
  public Checker only(Predicate<Limit> wanted) {
    return under(registry.only(wanted), asked);
  }

  /** What can be asked for by one name, by these names. */
  public Map<String, Profile> profiles() {
    return profiles;
  }

  /** The same, which judges by the standards of that profile only, and takes each of them for binding. */
  Checker of(Profile profile) {
    LimitRegistry binding = registry.with(limits().stream().map(Limit::binding).toList());
    return under(binding.only(limit -> profile.standards().contains(limit.id())), asked);
  }

  /** The same, which judges by those standards only; where one of them is no law, that is told as not applicable. */
  Checker onlyStandards(Collection<String> ids) {
    return under(registry.only(limit -> ids.contains(limit.id())), Set.copyOf(ids));
  }

  /**
   * The same, in which one limit has another value. Facts that were read are judged again without reading or compiling
   * anything.
   *
   * @param text the value as reports cite it
   * @throws IllegalArgumentException when the limit is none of these, or its value is of another kind
   */
  public Checker with(Limit limit, Value value, String text) {
    if (!limits().contains(limit) || limit.value().getClass() != value.getClass()) {
      throw new IllegalArgumentException(limit.id() + " cannot be " + text);
    }
    return under(
        registry.with(limits().stream().map(one -> one.equals(limit) ? limit.with(value, text) : one).toList()), asked);
  }

  /**
   * The same, in which the limits of one id are those that come of rows of which one was edited. Facts that were read
   * are judged again without reading or compiling anything.
   *
   * @param edited the row that was edited
   * @param law what becomes of it and all other rows of its id
   * @throws InputException when its rule cannot use what it says, or it cannot stand beside the others
   */
  public Checker with(Limit edited, LayeredLimits law) throws InputException {
    law.requireSound();
    List<Problem> misfits = Linker.misfits(rules.rules(), law.row(edited.origin()), calendars.regions());
    if (!misfits.isEmpty()) {
      throw new InputException(misfits);
    }
    Precedence.require(rules.rules(), law.limits(), law.rows());
    return under(registry.with(edited.id(), law.limits()), asked);
  }

  /** The same, in which the rule of that id demands what this one demands; nothing is compiled again. */
  public Checker with(RuleSummary other) {
    RuleBase others = rules.with(rules.rules().get(other.rule()).demanding(other.demand()));
    return new Checker(others, registry.of(others), asked, regions, calendars, profiles, times);
  }

  /** The same, in which each rule may look at so many pairs of facts of one bureau. */
  public Checker within(long pairs) {
    RuleBase others = rules.within(new RuleBudget(pairs));
    return new Checker(others, registry.of(others), asked, regions, calendars, profiles, times);
  }

  /** What the rules say, in the order of their ids. */
  public List<RuleSummary> rules() {
    return rules.rules().values().stream()
        .map(rule ->
            new RuleSummary(
                rule.id(), rule.subject(), rule.names(), rule.demand(),
                rule.limits().stream().map(Rule.LimitReference::id).collect(Collectors.toUnmodifiableSet()),
                rule.origin()))
        .toList();
  }

  /** The ids of what depends on that limit: its own, and those of which the rules name it. */
  public Set<String> idsAffectedBy(String id) {
    return affectedBy(id).standards().stream().map(Standard::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same, which judges only what depends on that limit: itself, and those whose rules name it. */
  public Checker affectedBy(String id) {
    return only(limit ->
        limit.id().equals(id)
            || rules.rules().get(limit.rule()).limits().stream().anyMatch(named -> named.id().equals(id)));
  }

  /** The same, which tells how long each rule took. */
  public Checker timed(RuleTimes rulesTimes) {
    return new Checker(rules, registry, asked, regions, calendars, profiles, rulesTimes);
  }

  /**
   * The same, which judges nothing of a bureau of another region than these or one in them, and tells so: the region is
   * the word of who submits.
   *
   * @param expected codes of regions; none for all
   */
  public Checker expecting(List<String> expected) {
    return new Checker(rules, registry, asked, regions.expecting(expected), calendars, profiles, times);
  }

  /** What is wrong with that code of a region, which somebody named to {@code at}; empty when there is such a region. */
  public Optional<Problem> unknownRegion(String region, Origin at) {
    return regions.wrong(region, at);
  }

  private Checker under(LimitRegistry other, Set<String> asked) {
    return new Checker(rules, other, asked, regions, calendars, profiles, times);
  }

  /** All limits by which it judges, and those that their rules name. */
  public List<Limit> limits() {
    return registry.limits();
  }

  /** Every limit by which it judges as a standard, in the order of the tables. */
  public List<Standard> standards() {
    return registry.judged().stream().map(this::standard).toList();
  }

  /** Every standard that its reports may cite, those that are only scheduled among them, in an order of its own. */
  public List<Standard> citable() {
    return registry.judgedOrScheduled().stream().map(this::standard).toList();
  }

  /** The standards that are law in the region on that day. */
  public List<Standard> standardsFor(String region, LocalDate asOf) {
    return registry.inForce(region, asOf).stream().map(this::standard).toList();
  }

  /** All findings of these facts, passes among them. */
  public Report check(Facts facts) {
    Digest digest = digest(facts, true);
    return new Report(
        List.of(digest.bureau()), digest.standards(), digest.findings(), digest.unchecked(), digest.problems(),
        List.of());
  }

  /** What of these facts decides nothing by the standards that judge here; judges all anew. */
  public Unused unused(Facts facts) {
    Basis basis = new Basis();
    if (regions.refusal(facts).isEmpty()) {
      new Judging(registry.of(facts), facts, calendars, basis);
    }
    return UnusedFigures.of(facts, basis);
  }

  /** What became of these facts without a word for each pass: many times faster, and as long as what is wrong. */
  public Digest digest(Facts facts) {
    return digest(facts, false);
  }

  /**
   * What became of these facts.
   *
   * @param wantsPasses whether there is a finding for each pass, too
   */
  public Digest digest(Facts facts, boolean wantsPasses) {
    Optional<Problem> refusal = regions.refusal(facts);
    if (refusal.isPresent()) {
      return Digest.refused(checked(facts, 0), refusal.get());
    }
    Planner planner = registry.of(facts);
    Judging judging = new Judging(planner, facts, calendars, wantsPasses, times);
    Map<String, Tally> totals = judging.totals();
    List<Finding> gravest = Severity.gravest(judging.findings());
    return new Digest(
        checked(facts, facts.size()), planner.standards(), gravest, judging.numbers(gravest), totals,
        unchecked(facts, planner, totals.keySet()), problems(facts, judging));
  }

  private static Checked checked(Facts facts, int judged) {
    return new Checked(facts.bureau().id(), facts.bureau().name(), facts.bureau().region(), facts.asOf(), judged);
  }

  private List<Problem> problems(Facts facts, Judging judging) {
    List<Problem> problems = new ArrayList<>(facts.problems());
    problems.addAll(judging.problems());
    regions.doubt(facts).ifPresent(problems::add);
    return problems;
  }

  private List<Unchecked> unchecked(Facts facts, Planner planner, Set<String> spoken) {
    Map<String, Standard> silent = new LinkedHashMap<>();
    planner.standards().stream()
        // What was not submitted contradicts nothing.
        .filter(standard -> !spoken.contains(standard.id()) && !standard.isOfConsistency())
        .forEach(standard -> silent.merge(standard.id(), standard, Totals::newer));
    List<Unchecked> unchecked = new ArrayList<>();
    silent.values().forEach(one ->
        unchecked.add(new Unchecked(facts.bureau().id(), one, planner.whyUnchecked(one, facts))));
    for (String id : asked) {
      if (planner.standards().stream().noneMatch(standard -> standard.id().equals(id))) {
        standards().stream()
            .filter(standard -> standard.id().equals(id))
            .reduce(Totals::newer)
            .ifPresent(newest ->
                unchecked.add(new Unchecked(facts.bureau().id(), newest, Unchecked.Reason.NOT_APPLICABLE)));
      }
    }
    return unchecked;
  }

  private Standard standard(Limit limit) {
    return rules.rules().get(limit.rule()).standard(limit);
  }
}
