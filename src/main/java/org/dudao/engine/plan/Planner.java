package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drools.ExecutableRules;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.drools.RuleBudget;
import org.dudao.engine.judge.Assessment;
import org.dudao.engine.judge.Check;
import org.dudao.engine.judge.Explanations;
import org.dudao.engine.judge.PlainSentence;
import org.dudao.engine.judge.Statement;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.Sight;
import org.dudao.fact.FactKind;
import org.dudao.fact.Categories;
import org.dudao.fact.Stage;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Subject;
import org.dudao.report.Standard;
import org.dudao.report.Unchecked;

/**
 * The limits that are law for a bureau on a day, and what the rules say with them: found by the engine once for each scope
 * of facts that a rule tells apart, and kept. Shared by threads and by all bureaus under the same law.
 */
public final class Planner {
  private final RuleBase rules;
  /** Those that are judged: findings tell of them, or they only tell which figures can be relied on. */
  private final List<Limit> limits;
  /** Those of which findings tell. */
  private final Set<Limit> judged;
  /** Those that rules only name. */
  private final List<Limit> named;
  private final List<Standard> standards;
  private final Map<String, Optional<FactKind>> ids;
  private final Function<Facts, Planner> deadlines;
  private final BiFunction<String, Facts, Planner> profiles;
  private final Map<Sight, List<Rule>> speaking;
  /** Those that are judged, by the rules that say them. */
  private final Map<String, List<Limit>> limitsOf;
  private final Map<FactKind, List<RuleScope>> ruleScopes = new EnumMap<>(FactKind.class);
  private final Map<FactKind, Scope> scopes = new EnumMap<>(FactKind.class);
  private final Map<Scope.Key, Subject> scopesSeen = new LinkedHashMap<>();
  private volatile Known known = Known.of(Map.of(), Map.of());

  /**
   * @param judged those of which findings tell
   * @param heeded those that only tell which figures can be relied on
   * @param named those that are not judged, and that rules name
   * @param ids of all standards; with the kind of fact for those that doubt its figures
   * @param deadlines the times that bind the cases of such facts, whatever is judged
   * @param profiles the standards of the profile of that name for such facts, whatever is judged
   */
  Planner(
      RuleBase rules, List<Limit> judged, List<Limit> heeded, List<Limit> named,
      Map<String, Optional<FactKind>> ids, Function<Facts, Planner> deadlines,
      BiFunction<String, Facts, Planner> profiles) {
    this.rules = rules;
    this.profiles = profiles;
    this.deadlines = deadlines;
    this.ids = ids;
    this.limits = Stream.concat(judged.stream(), heeded.stream()).toList();
    this.judged = Collections.newSetFromMap(new IdentityHashMap<>());
    this.judged.addAll(judged);
    this.named = named;
    this.standards = judged.stream().map(limit -> rules.rules().get(limit.rule()).standard(limit)).toList();
    this.speaking =
        limits.stream().map(Limit::rule).distinct().map(rules.rules()::get).collect(Collectors.groupingBy(Rule::sight));
    this.limitsOf = limits.stream().collect(Collectors.groupingBy(Limit::rule));
    findScopes();
  }

  /** Those that are judged. */
  List<Limit> limits() {
    return limits;
  }

  /** Those of that rule that are judged, or only tell which figures can be relied on. */
  List<Limit> limitsOf(String rule) {
    return limitsOf.getOrDefault(rule, List.of());
  }

  /** Whether findings tell of that limit. */
  boolean judges(Limit limit) {
    return judged.contains(limit);
  }

  /** Whether it judges all that the other judges, and that binds already. */
  boolean judgesAllOf(Planner other) {
    return other.judged.stream()
        .allMatch(limit -> judged.contains(limit) || !limit.id().equals(limit.unscheduledId()));
  }

  /** Whether some of those that are judged hold the submission against itself. */
  boolean judgesConsistency() {
    return standards.stream().anyMatch(Standard::isOfConsistency);
  }

  /** What holds cases against the times that bind, and nothing else, for these facts. */
  Planner deadlines(Facts facts) {
    return deadlines.apply(facts);
  }

  /** What holds these facts against the standards of that profile, and nothing else. */
  Planner profile(String name, Facts facts) {
    return profiles.apply(name, facts);
  }

  /** Why these facts were not held against one of the standards, of which nothing was found. */
  public Unchecked.Reason whyUnchecked(Standard standard, Facts facts) {
    if (standard.isScheduled(facts.asOf())) {
      return Unchecked.Reason.NOT_YET_DUE;
    }
    Rule rule = rules.rules().get(standard.rule());
    if (rule.lacksFactsOf(facts)) {
      return Unchecked.Reason.SET_ASIDE;
    }
    return rule.hasFactsIn(facts) && !isOfUntold(standard, rule, facts)
        ? Unchecked.Reason.NOT_APPLICABLE
        : Unchecked.Reason.NO_FACTS;
  }

  /**
   * The kinds of facts of which all must be there before it is known whether the standard is kept by each.
   *
   * @param isSilent whether nothing was found of it: then others of any kind that its rule looks at may make it speak
   */
  Set<FactKind> needs(Standard standard, boolean isSilent) {
    Rule rule = rules.rules().get(standard.rule());
    Stream<Class<?>> types =
        isSilent ? rule.types().stream().filter(Subject.class::isAssignableFrom) : Stream.of(rule.subject());
    return types.map(FactKind::of)
        // There is one bureau; and of what is told by name it is known whether it was told.
        .filter(kind -> kind != FactKind.BUREAU && !Categories.isToldByName(kind.type()))
        .collect(Collectors.toSet());
  }

  /** The stages of which classes may be that the standard judges. */
  Set<Stage> stages(Standard standard) {
    return Arrays.stream(Stage.values())
        .filter(stage -> versions(standard).anyMatch(limit -> limit.bearsOnClassesOf(stage)))
        .collect(Collectors.toSet());
  }

  private boolean isOfUntold(Standard standard, Rule rule, Facts facts) {
    return versions(standard).anyMatch(limit -> limit.isOfUntold(facts, FactKind.of(rule.subject())));
  }

  private Stream<Limit> versions(Standard standard) {
    return limitsOf(standard.rule()).stream().filter(limit -> limit.id().equals(standard.id()));
  }

  /** What these facts say of their figures that are right although they are doubted. */
  Explanations explanations(Facts facts) {
    return new Explanations(facts, ids);
  }

  /** The limits of which findings tell, as reports cite them. */
  public List<Standard> standards() {
    return standards;
  }

  /** What one rule tells apart among facts of one kind: no other rule has the same keys. */
  private record RuleScope(Rule rule, Scope scope) {
    Scope.Key of(Subject subject) {
      return scope.of(subject);
    }
  }

  /**
   * What the engine has found so far.
   *
   * @param said what each rule says of the facts that are alike for it
   * @param plans what all of them say of the facts that are alike for all, put together when first met
   * @param distinct one plan for all scopes of which they say the same
   * @param broken the rules that broke, and said nothing
   */
  private record Known(
      Map<Scope.Key, List<Assessment>> said, Map<Scope.Key, Plan> plans, Map<List<Assessment>, Plan> distinct,
      Map<Rule, Throwable> broken) {

    /** Without any plan yet. */
    static Known of(Map<Scope.Key, List<Assessment>> said, Map<Rule, Throwable> broken) {
      return new Known(said, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), broken);
    }
  }

  /**
   * Tells each group what the rules say of its facts.
   *
   * @return the rules that broke and said nothing, with why
   */
  Map<Rule, Throwable> plan(Collection<Partition.Group> groups) {
    Known now = known;
    List<Subject> unknown = new ArrayList<>();
    for (Partition.Group group : groups) {
      Plan met = now.plans.get(group.scope());
      if (met == null && !now.said.keySet().containsAll(keys(group.example()))) {
        unknown.add(group.example());
      }
      group.judgeBy(met);
    }
    Known all = unknown.isEmpty() ? now : learn(unknown);
    for (Partition.Group group : groups) {
      // What was learnt may change what is said of scopes that were met before.
      if (all != now || group.plan() == null) {
        group.judgeBy(plan(all, group.scope(), group.example()));
      }
    }
    return all.broken;
  }

  private Plan plan(Known all, Scope.Key key, Subject example) {
    return all.plans.computeIfAbsent(key, one -> plan(all, example));
  }

  private Plan plan(Known all, Subject example) {
    List<Assessment> said = new ArrayList<>();
    keys(example).forEach(key -> said.addAll(all.said.get(key)));
    return all.distinct.computeIfAbsent(said, one -> Plan.of(one, this::judges));
  }

  private List<Scope.Key> keys(Subject subject) {
    List<Scope.Key> keys = new ArrayList<>();
    ruleScopes.get(FactKind.of(subject)).forEach(rule -> keys.add(rule.of(subject)));
    return keys;
  }

  private synchronized Known learn(Collection<Subject> examples) {
    Map<Scope.Key, List<Assessment>> said = new HashMap<>(known.said);
    Map<Rule, Throwable> broken = new LinkedHashMap<>(known.broken);
    sayPlainly(examples, said, broken);
    Map<Scope.Key, Subject> fresh = unknown(examples, Sight.ONE, said.keySet());
    say(Sight.ONE, fresh, said, broken);
    Map<Scope.Key, Subject> freshScopes = unknown(examples, Sight.SCOPES, said.keySet());
    if (freshScopes.isEmpty()) {
      known = new Known(said, known.plans, known.distinct, broken);
    } else {
      // One scope more may be one more that others collect: what is said of all of them is said anew.
      scopesSeen.putAll(freshScopes);
      say(Sight.SCOPES, scopesSeen, said, broken);
      known = Known.of(said, broken);
    }
    return known;
  }

  /** Lets plain rules speak of each scope of which nothing is known yet: for them the engine has nothing to match. */
  private void sayPlainly(
      Collection<Subject> examples, Map<Scope.Key, List<Assessment>> said, Map<Rule, Throwable> broken) {
    for (Subject example : examples) {
      for (RuleScope scope : ruleScopes.get(FactKind.of(example))) {
        if (scope.rule.isPlain()) {
          said.computeIfAbsent(scope.of(example), key -> plainly(scope.rule, example, broken));
        }
      }
    }
  }

  private List<Assessment> plainly(Rule rule, Subject example, Map<Rule, Throwable> broken) {
    List<Assessment> said = new ArrayList<>();
    try {
      for (Limit limit : limitsOf.get(rule.id())) {
        if (rule.subject() == example.getClass() && limit.bearsOn(example)) {
          said.add(PlainSentence.said(rule, example, limit));
        }
      }
    } catch (RuntimeException e) {
      broken.put(rule, e);
    }
    return said;
  }

  /** An example for each scope that a rule of that sight tells apart, and of which nothing is known yet. */
  private Map<Scope.Key, Subject> unknown(Collection<Subject> examples, Sight sight, Set<Scope.Key> saidOf) {
    Map<Scope.Key, Subject> unknown = new LinkedHashMap<>();
    for (Subject example : examples) {
      for (RuleScope scope : ruleScopes.get(FactKind.of(example))) {
        Scope.Key key = scope.of(example);
        if (scope.rule.sight() == sight && !saidOf.contains(key)) {
          unknown.putIfAbsent(key, example);
        }
      }
    }
    return unknown;
  }

  /** Lets the rules of that sight speak of these facts, each for the scopes for which it stands. */
  private void say(
      Sight sight, Map<Scope.Key, Subject> facts, Map<Scope.Key, List<Assessment>> said, Map<Rule, Throwable> broken) {
    Set<Subject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.addAll(facts.values());
    facts.keySet().forEach(key -> said.put(key, new ArrayList<>()));
    for (Statement one : seen.isEmpty() ? List.<Statement>of() : said(sight, seen, broken)) {
      Scope.Key key = ruleScope(one.assessment().rule(), one.subject()).of(one.subject());
      if (facts.get(key) == one.subject()) {
        said.get(key).add(one.assessment());
      }
    }
  }

  private RuleScope ruleScope(String rule, Subject subject) {
    return ruleScopes.get(FactKind.of(subject)).stream().filter(one -> one.rule.id().equals(rule)).findFirst().orElseThrow();
  }

  /** What tells facts of that kind apart; null when no rule looks at them. */
  Scope scope(FactKind kind) {
    return scopes.get(kind);
  }

  /** What tells whether a fact is, for that rule, like one of these. */
  Predicate<Subject> like(String rule, Collection<? extends Subject> members) {
    Set<Scope.Key> keys = new HashSet<>();
    members.forEach(member -> keys.add(ruleScope(rule, member).of(member)));
    FactKind kind = members.isEmpty() ? null : FactKind.of(members.iterator().next());
    return subject -> FactKind.of(subject) == kind && keys.contains(ruleScope(rule, subject).of(subject));
  }

  /** What the rules that look at how facts hang together say of these facts. */
  List<Statement> ofJoined(Facts facts, Map<Rule, Throwable> broken) {
    if (!speaking.containsKey(Sight.ALL)) {
      return List.of();
    }
    List<Subject> all = facts.subjects().values().stream().flatMap(List::stream).toList();
    return said(Sight.ALL, all, broken);
  }

  /** A rule that breaks in its conditions takes the whole session with it: then each rule runs in a session of its own. */
  private List<Statement> said(Sight sight, Collection<Subject> facts, Map<Rule, Throwable> broken) {
    List<Statement> said = new ArrayList<>();
    List<Rule> wanted =
        speaking(sight, facts).stream()
            .filter(rule -> !rule.isPlain() && isWithinBudget(rule, facts, broken))
            .toList();
    if (wanted.isEmpty()) {
      return said;
    }
    try {
      said.addAll(fire(rules.executable(wanted), facts));
      return said;
    } catch (RuntimeException e) {
      for (Rule rule : wanted) {
        try {
          said.addAll(fire(rules.alone(rule), facts));
        } catch (RuntimeException cause) {
          broken.put(rule, cause.getCause() == null ? cause : cause.getCause());
        }
      }
      return said;
    }
  }

  private boolean isWithinBudget(Rule rule, Collection<Subject> facts, Map<Rule, Throwable> broken) {
    try {
      rules.budget().require(rule, facts);
      return true;
    } catch (RuleBudget.ExceededException e) {
      broken.put(rule, e);
      return false;
    }
  }

  /** The rules of that sight with a limit in force that judge facts like some of these; the others have nobody to speak of. */
  private List<Rule> speaking(Sight sight, Collection<Subject> facts) {
    Set<Class<?>> types = new HashSet<>();
    facts.forEach(fact -> types.add(fact.getClass()));
    return speaking.getOrDefault(sight, List.of()).stream().filter(rule -> types.contains(rule.subject())).toList();
  }

  private List<Statement> fire(ExecutableRules executable, Collection<Subject> facts) {
    List<Statement> said = new ArrayList<>();
    executable.fire(new Check(rules.rules(), said::add), limits, named, facts);
    return said.stream().filter(one -> !named.contains(one.assessment().bound().limit())).toList();
  }

  /** What decides for each kind of fact at which a rule with a limit in force looks. */
  private void findScopes() {
    Map<FactKind, Scope.Builder> all = new EnumMap<>(FactKind.class);
    Map<FactKind, Map<String, Scope.Builder>> parts = new EnumMap<>(FactKind.class);
    Map<String, List<Limit>> byId =
        Stream.concat(limits.stream(), named.stream()).collect(Collectors.groupingBy(Limit::id));
    for (Rule rule : rules.rules().values()) {
      if (rule.sight() == Sight.ALL || !limitsOf.containsKey(rule.id())) {
        continue;
      }
      List<Limit> asked = new ArrayList<>(limitsOf.get(rule.id()));
      rule.limits().forEach(named -> asked.addAll(byId.getOrDefault(named.id(), List.of())));
      for (Class<?> type : rule.types()) {
        if (Subject.class.isAssignableFrom(type)) {
          FactKind kind = FactKind.of(type);
          Scope.Builder own = new Scope.Builder(kind.type());
          for (Scope.Builder builder : List.of(own, all.computeIfAbsent(kind, one -> new Scope.Builder(one.type())))) {
            rule.looksAt().getOrDefault(type, Set.of()).forEach(builder::lookAt);
            asked.forEach(builder::bear);
          }
          parts.computeIfAbsent(kind, one -> new LinkedHashMap<>()).put(rule.id(), own);
        }
      }
    }
    all.forEach((kind, builder) -> scopes.put(kind, builder.build()));
    parts.forEach((kind, ofRules) ->
        ruleScopes.put(
            kind,
            ofRules.entrySet().stream()
                .map(part ->
                    new RuleScope(rules.rules().get(part.getKey()), part.getValue().buildWithin(scopes.get(kind))))
                .toList()));
  }
}
