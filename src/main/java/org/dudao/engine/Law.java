package org.dudao.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Subject;
import org.dudao.report.Standard;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The limits that are law for a bureau on a day, and what the rules say with them: found once for each scope of facts by
 * the engine, and kept. May be shared by threads and by all bureaus under the same law.
 */
final class Law {
  private static final String CHECK = "check";
  private static final int MAX_FIRINGS = 50_000_000;

  private final RuleBook rules;
  private final List<Limit> limits;
  private final List<Standard> standards;
  private final Map<FactKind, Scope> scopes;
  private final boolean hasJoining;
  private final Map<Scope.Key, Subject> representatives = new LinkedHashMap<>();
  private volatile Known known = new Known(Map.of(), Map.of());

  Law(RuleBook rules, List<Limit> limits) {
    this.rules = rules;
    this.limits = limits;
    this.standards = limits.stream().map(limit -> rules.rules().get(limit.rule()).standard(limit)).toList();
    this.scopes = scopes();
    this.hasJoining = limits.stream().anyMatch(limit -> rules.rules().get(limit.rule()).joins());
  }

  List<Limit> limits() {
    return limits;
  }

  /** The limits as reports cite them, in the same order. */
  List<Standard> standards() {
    return standards;
  }

  /** What the rules say of facts of that scope; a rule that broke said nothing, and why is told. */
  record Known(Map<Scope.Key, Plan> plans, Map<Rule, Throwable> broken) {}

  /**
   * What the rules say of facts of all these scopes.
   *
   * @param example gives a fact of a scope that was not met before
   */
  Known of(Set<Scope.Key> keys, Function<Scope.Key, Subject> example) {
    Known before = known;
    return before.plans.keySet().containsAll(keys) ? before : learn(keys, example);
  }

  private synchronized Known learn(Set<Scope.Key> keys, Function<Scope.Key, Subject> example) {
    keys.forEach(key -> representatives.computeIfAbsent(key, example));
    if (known.plans.keySet().containsAll(representatives.keySet())) {
      return known;
    }
    Map<Rule, Throwable> broken = new LinkedHashMap<>();
    List<Check.Said> said = said(rules.scoped(), rule -> !rule.joins(), representatives.values(), broken);
    Map<Scope.Key, List<Judgement>> judgements = new HashMap<>();
    representatives.keySet().forEach(key -> judgements.put(key, new ArrayList<>()));
    said.forEach(one -> judgements.get(scopeOf(one.subject())).add(one.judgement()));
    Map<Scope.Key, Plan> plans = new HashMap<>();
    judgements.forEach((key, all) -> plans.put(key, Plan.of(all)));
    known = new Known(plans, broken);
    return known;
  }

  /** What the rules that look at how facts hang together say of these facts. */
  List<Check.Said> ofJoined(Facts facts, Map<Rule, Throwable> broken) {
    if (!hasJoining) {
      return List.of();
    }
    List<Subject> all = facts.subjects().values().stream().flatMap(List::stream).toList();
    return said(rules.joining(), Rule::joins, all, broken);
  }

  /** The scope of that fact; null when no rule looks at facts of its kind. */
  Scope.Key scopeOf(Subject subject) {
    Scope scope = scopes.get(FactKind.of(subject));
    return scope == null ? null : scope.of(subject);
  }

  /** A rule that breaks in its conditions takes the whole session with it: then each rule runs in a session of its own. */
  private List<Check.Said> said(
      KieBase base, Predicate<Rule> which, Collection<Subject> facts, Map<Rule, Throwable> broken) {
    try {
      return fire(base, facts);
    } catch (RuntimeException e) {
      List<Check.Said> said = new ArrayList<>();
      for (Rule rule : rules.rules().values().stream().filter(which).toList()) {
        try {
          said.addAll(fire(rules.only(rule), facts));
        } catch (RuntimeException cause) {
          broken.put(rule, cause.getCause() == null ? cause : cause.getCause());
        }
      }
      return said;
    }
  }

  private List<Check.Said> fire(KieBase base, Collection<Subject> facts) {
    KieSession session = base.newKieSession();
    try {
      Check check = new Check(rules.rules());
      session.setGlobal(CHECK, check);
      limits.forEach(session::insert);
      facts.forEach(session::insert);
      if (session.fireAllRules(MAX_FIRINGS) == MAX_FIRINGS) {
        throw new IllegalStateException("more than " + MAX_FIRINGS + " firings");
      }
      return check.said();
    } finally {
      session.dispose();
    }
  }

  /** What decides for each kind of fact at which a rule with a limit in force looks. */
  private Map<FactKind, Scope> scopes() {
    Map<FactKind, Scope.Builder> builders = new EnumMap<>(FactKind.class);
    Map<String, List<Limit>> byRule = limits.stream().collect(Collectors.groupingBy(Limit::rule));
    Map<String, List<Limit>> byId = limits.stream().collect(Collectors.groupingBy(Limit::id));
    for (Rule rule : rules.rules().values()) {
      if (rule.joins() || !byRule.containsKey(rule.id())) {
        continue;
      }
      List<Limit> named =
          rule.limits().stream().flatMap(one -> byId.getOrDefault(one.id(), List.of()).stream()).toList();
      for (Class<?> type : rule.types()) {
        if (Subject.class.isAssignableFrom(type)) {
          Scope.Builder builder = builders.computeIfAbsent(FactKind.of(type), kind -> new Scope.Builder(kind.type()));
          rule.looksAt().getOrDefault(type, Set.of()).forEach(builder::lookAt);
          (type == rule.subject() ? byRule.get(rule.id()) : named).forEach(builder::bear);
        }
      }
    }
    Map<FactKind, Scope> all = new EnumMap<>(FactKind.class);
    builders.forEach((kind, builder) -> all.put(kind, builder.build()));
    return all;
  }
}
