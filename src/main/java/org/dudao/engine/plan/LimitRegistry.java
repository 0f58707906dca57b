package org.dudao.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.engine.drools.LruCache;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Case;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Profile;
import org.dudao.fact.Region;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** All limits there are; tells which of them are law where and when. Shared by threads. */
public final class LimitRegistry {
  /** Enough for every region on the days of a year of reports; what was found before is dropped. */
  private static final int MAX_PLANNERS = 256;

  private final RuleBase rules;
  private final List<Limit> limits;
  private final List<Limit> scheduled;
  /** The indexes of those that are judged; others are there because rules name them. */
  private final BitSet judged;
  /** The indexes of those that are judged, and of those that only decide what can be said of others. */
  private final BitSet heeded;
  /** The indexes of those that only the rules of these name. */
  private final BitSet named;
  private final Map<BitSet, Planner> planners = new LruCache<>(MAX_PLANNERS);

  /** The ids of all there ever were, whatever is judged; with the kind of fact for those that doubt its figures. */
  private final Map<String, Optional<FactKind>> ids;

  /** Ids that stand in the tables of more than one region: a nearer one may take the place of a wider one. */
  private final Set<String> contested;

  /** The same limits, of which only the times that bind a case are judged; made when first asked. */
  private LimitRegistry deadlines;

  /** What can be asked for by one name. */
  private final Map<String, Profile> profiles;

  /** The same limits, of which only those of a profile are judged; made when first asked. */
  private final Map<String, LimitRegistry> ofProfiles = new HashMap<>();

  /** All of them are judged. */
  public LimitRegistry(RuleBase rules, List<Limit> limits, Map<String, Profile> profiles) {
    this(
        rules, limits, IntStream.range(0, limits.size()).collect(BitSet::new, BitSet::set, BitSet::or),
        ids(rules, limits), profiles);
  }

  /**
   * @param judged the indexes of limits of which findings tell; the others are only named by rules
   */
  private LimitRegistry(
      RuleBase rules, List<Limit> limits, BitSet judged, Map<String, Optional<FactKind>> ids,
      Map<String, Profile> profiles) {
    this.profiles = profiles;
    this.rules = rules;
    this.judged = judged;
    this.ids = ids;
    this.limits = List.copyOf(limits);
    this.heeded = heeded(judged);
    this.named = namedBy(heeded);
    this.scheduled = limits.stream().map(limit -> limit.announced() == null ? null : limit.scheduled()).collect(Collectors.toList());
    Map<String, Set<String>> regions = new HashMap<>();
    limits.forEach(limit -> regions.computeIfAbsent(limit.id(), id -> new HashSet<>()).add(limit.region()));
    this.contested = regions.keySet().stream().filter(id -> regions.get(id).size() > 1).collect(Collectors.toSet());
  }

  private static Map<String, Optional<FactKind>> ids(RuleBase rules, List<Limit> limits) {
    Map<String, Optional<FactKind>> ids = new HashMap<>();
    for (Limit limit : limits) {
      boolean doubts = limit.isOfConsistency() && limit.level() == Level.QUERY;
      FactKind kind = FactKind.of(rules.rules().get(limit.rule()).subject());
      ids.merge(limit.id(), Optional.of(kind).filter(one -> doubts), (one, other) -> one.or(() -> other));
    }
    return Map.copyOf(ids);
  }

  /** Those that are judged, and those that rules name. */
  public List<Limit> limits() {
    return limits;
  }

  /** Those that are judged, in the order of the tables. */
  public List<Limit> judged() {
    return judged.stream().mapToObj(limits::get).toList();
  }

  /** Those that are judged, and the announced among them as long as they are only scheduled. */
  public List<Limit> judgedOrScheduled() {
    return Stream.concat(judged().stream(), judged.stream().mapToObj(scheduled::get).filter(Objects::nonNull)).toList();
  }

  /** Those that are judged where they are law in the region on that day. */
  public List<Limit> inForce(String region, LocalDate day) {
    return nearest(covering(region, limit -> limit.isInForce(day) != Truth.NO)).stream()
        .filter(judged::get)
        .mapToObj(limits::get)
        .toList();
  }

  /** The same, in which the limits at the same places are others. */
  public LimitRegistry with(List<Limit> others) {
    return new LimitRegistry(rules, others, judged, ids, profiles);
  }

  /** The same, in which the limits of that id are others; they are judged if one of that id was. */
  public LimitRegistry with(String id, List<Limit> others) {
    boolean isJudged = judged.stream().anyMatch(index -> limits.get(index).id().equals(id));
    List<Limit> all = new ArrayList<>();
    BitSet judging = new BitSet();
    for (int i = 0; i < limits.size(); i++) {
      if (!limits.get(i).id().equals(id)) {
        judging.set(all.size(), judged.get(i));
        all.add(limits.get(i));
      }
    }
    judging.set(all.size(), all.size() + others.size(), isJudged);
    all.addAll(others);
    return new LimitRegistry(rules, all, judging, ids, profiles);
  }

  /** The same limits, held by other rules of the same ids. */
  public LimitRegistry of(RuleBase others) {
    return new LimitRegistry(others, limits, judged, ids, profiles);
  }

  /** The same, in which only those of the judged ones are judged; what their rules name stays. */
  public LimitRegistry only(Predicate<Limit> wanted) {
    BitSet chosen =
        judged.stream().filter(index -> wanted.test(limits.get(index))).collect(BitSet::new, BitSet::set, BitSet::or);
    BitSet needed = heeded(chosen);
    needed.or(namedBy(needed));
    needed.or(indexes(this::isDeadline));
    Set<String> conditions = conditionsOf(chosen);
    BitSet ofProfiles = indexes(limit -> conditions.contains(limit.id()));
    ofProfiles.or(heeded(ofProfiles));
    ofProfiles.or(namedBy(ofProfiles));
    needed.or(ofProfiles);
    List<Limit> kept = new ArrayList<>();
    BitSet keptAndJudged = new BitSet();
    for (int i = 0; i < limits.size(); i++) {
      if (needed.get(i)) {
        keptAndJudged.set(kept.size(), chosen.get(i));
        kept.add(limits.get(i));
      }
    }
    return new LimitRegistry(rules, kept, keptAndJudged, ids, profiles);
  }

  /**
   * What tells which figures can be relied on is asked whatever is judged, and so is what the rules of those that are
   * judged may demand instead of them.
   */
  private BitSet heeded(BitSet judging) {
    Set<String> rulesOfJudged =
        judging.stream().mapToObj(index -> limits.get(index).rule()).collect(Collectors.toSet());
    Set<String> allowing =
        rulesOfJudged.stream()
            .flatMap(rule -> rules.rules().get(rule).allowedBy().stream())
            .map(Rule.LimitReference::id)
            .collect(Collectors.toSet());
    return indexes(limit ->
        limit.isOfConsistency() || rulesOfJudged.contains(limit.rule()) || allowing.contains(limit.id()));
  }

  /** Those that the rules of these name beside them. */
  private BitSet namedBy(BitSet heeding) {
    Set<String> ids =
        heeding.stream()
            .mapToObj(index -> rules.rules().get(limits.get(index).rule()))
            .flatMap(rule -> rule.limits().stream())
            .map(Rule.LimitReference::id)
            .collect(Collectors.toSet());
    BitSet named = indexes(limit -> ids.contains(limit.id()));
    named.andNot(heeding);
    return named;
  }

  private BitSet indexes(Predicate<Limit> wanted) {
    return IntStream.range(0, limits.size())
        .filter(index -> wanted.test(limits.get(index)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  /** Whether it is a time within which a case must be over. */
  private boolean isDeadline(Limit limit) {
    Rule rule = rules.rules().get(limit.rule());
    return rule.subject() == Case.class && rule.demand() == Demand.WITHIN;
  }

  /** The standards of the profiles that those limits ask for. */
  private Set<String> conditionsOf(BitSet chosen) {
    return chosen.stream().mapToObj(limits::get)
        .filter(this::isOfProfiles)
        .flatMap(limit -> ((Value.Names) limit.value()).names().stream())
        .flatMap(name -> profiles.get(name).standards().stream())
        .collect(Collectors.toSet());
  }

  private boolean isOfProfiles(Limit limit) {
    return rules.rules().get(limit.rule()).measured() == Rule.Measured.PROFILES;
  }

  private synchronized LimitRegistry profile(String name) {
    return ofProfiles.computeIfAbsent(name, one -> {
      Set<String> standards = profiles.get(one).standards();
      BitSet conditions = indexes(limit -> standards.contains(limit.id()) && !isOfProfiles(limit));
      return new LimitRegistry(rules, limits, conditions, ids, profiles);
    });
  }

  private synchronized LimitRegistry deadlines() {
    if (deadlines == null) {
      deadlines = new LimitRegistry(rules, limits, indexes(this::isDeadline), ids, profiles);
    }
    return deadlines;
  }

  /** Those that are law for the bureau on that day, may be on the days of its facts, or are scheduled. */
  public Planner of(Facts facts) {
    String region = facts.bureau().region();
    LocalDate asOf = facts.asOf();
    Map<String, LocalDate> latest = new HashMap<>();
    BitSet inForce =
        nearest(covering(region, limit -> limit.datedBy().isEmpty()
            ? limit.isInForce(asOf) != Truth.NO
            // An old fact may fall under a law that has ended; one of a later day, or a slip in the day of judgement,
            // brings in what begins after it.
            : limit.from() == null || !limit.from().isAfter(asOf) || isDatedSince(limit, facts, latest)));
    // What will bind does not yet take the place of what binds.
    BitSet coming = nearest(covering(region, limit -> limit.isScheduled(asOf)));
    BitSet key = BitSet.valueOf(inForce.toLongArray());
    coming.stream().forEach(index -> key.set(limits.size() + index));
    synchronized (planners) {
      return planners.computeIfAbsent(
          key,
          one -> new Planner(
              rules, select(inForce, coming, judged::get),
              select(inForce, coming, index -> !judged.get(index) && heeded.get(index)),
              select(inForce, coming, named::get), ids,
              others -> deadlines().of(others), (profile, others) -> profile(profile).of(others)));
    }
  }

  private List<Limit> select(BitSet inForce, BitSet coming, IntPredicate wanted) {
    return Stream.concat(
            inForce.stream().filter(wanted).mapToObj(limits::get), coming.stream().filter(wanted).mapToObj(scheduled::get))
        .toList();
  }

  private BitSet covering(String region, Predicate<Limit> wanted) {
    BitSet covering = new BitSet();
    Map<String, Boolean> covers = new HashMap<>();
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      if (covers.computeIfAbsent(limit.region(), wider -> Region.covers(wider, region))
          && (limit.territory() == null || limit.isLawIn(region)) && wanted.test(limit)) {
        covering.set(i);
      }
    }
    return covering;
  }

  /**
   * Without those that a nearer region replaces for everybody. One that is replaced only for some, or only for some days,
   * stays: which of the two bears on a fact is known with the fact.
   */
  private BitSet nearest(BitSet covering) {
    Map<String, List<Limit>> rivals = new HashMap<>();
    covering.stream().mapToObj(limits::get).filter(limit -> contested.contains(limit.id()))
        .forEach(limit -> rivals.computeIfAbsent(limit.id(), id -> new ArrayList<>()).add(limit));
    BitSet nearest = new BitSet();
    covering.stream()
        .filter(index -> rivals.getOrDefault(limits.get(index).id(), List.of()).stream()
            .noneMatch(rival -> replaces(rival, limits.get(index))))
        .forEach(nearest::set);
    return nearest;
  }

  private static boolean replaces(Limit nearer, Limit wider) {
    return nearer.region().length() > wider.region().length()
        && nearer.appliesTo().equals(wider.appliesTo())
        && nearer.datedBy().isEmpty();
  }

  private boolean isDatedSince(Limit limit, Facts facts, Map<String, LocalDate> latest) {
    Class<? extends Subject> type = rules.rules().get(limit.rule()).subject();
    LocalDate last =
        latest.computeIfAbsent(
            type.getSimpleName() + "." + limit.datedBy(),
            key -> facts.of(type).stream()
                .map(fact -> (LocalDate) Measures.value(fact, limit.datedBy()))
                .filter(day -> day != null)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN));
    return !last.isBefore(limit.from());
  }
}
