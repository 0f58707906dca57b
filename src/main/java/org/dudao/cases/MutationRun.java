package org.dudao.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.engine.RuleSummary;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;

/**
 * Slips that were tried, and those that nobody would notice: with them every case comes out as it promises.
 *
 * @param tried how many of each kind were tried
 * @param equivalent how many of each kind no fact can tell from what stands there
 * @param survivors the others that no case notices, in the order of the tables
 */
public record MutationRun(
    Map<MutantKind, Integer> tried, Map<MutantKind, Integer> equivalent, List<Mutant> survivors) {

  /**
   * Tries each slip of those kinds in limits and rules, on all processors; the cases keep their promises without.
   *
   * @param law the tables of which the rules are
   * @param wanted the places of the limits and rules that are changed
   */
  public static MutationRun of(
      ReadyRules rules, LayeredLimits law, List<TestCase> cases, Set<MutantKind> kinds, Predicate<Origin> wanted) {
    return new Trial(rules, law, cases, kinds, wanted).run();
  }

  private enum Fate {
    NOTICED,
    EQUIVALENT,
    SURVIVES
  }

  /** One mutant, and what became of it. */
  private record Tried(Mutant mutant, Fate fate) {}

  private static final class Trial {
    private final Checker checker;
    private final LimitReader reader;
    private final Mutations mutations;
    private final Equivalence equivalence;
    private final Set<MutantKind> kinds;
    private final Predicate<Origin> wanted;
    private final LayeredLimits law;
    /** All rows of the tables, by their ids. */
    private final Map<String, List<Limit>> rows;
    private final Map<String, List<TestCase>> casesOf = new LinkedHashMap<>();
    /** How much each case says of the limits that it is judged by, by the places of their rows. */
    private final Map<TestCase, Map<Origin, Integer>> weights = new IdentityHashMap<>();

    Trial(
        ReadyRules rules, LayeredLimits law, List<TestCase> cases, Set<MutantKind> kinds, Predicate<Origin> wanted) {
      this.wanted = wanted;
      this.checker = rules.checker();
      this.reader = new LimitReader(rules.codes());
      this.mutations = new Mutations(rules.codes(), checker.limits());
      this.equivalence = new Equivalence(checker);
      this.kinds = kinds;
      this.law = law;
      this.rows =
          law.rows().stream()
              .collect(Collectors.groupingBy(Limit::id, LinkedHashMap::new, Collectors.toList()));
      for (TestCase one : cases) {
        one.expectations().stream().map(Expectation::limit).distinct()
            .forEach(id -> casesOf.computeIfAbsent(id, key -> new ArrayList<>()).add(one));
      }
      for (CaseRun.Judged one : CaseRun.judged(checker, cases)) {
        Map<Origin, Integer> weight = weights.computeIfAbsent(one.of(), key -> new HashMap<>());
        one.found().forEach((promised, found) -> found.forEach(finding ->
            weight.merge(finding.standard().origin(), 1 + promised.details().size(), Integer::sum)));
      }
    }

    MutationRun run() {
      List<Tried> tried =
          Stream.concat(
                  rows.values().parallelStream()
                      .filter(versions -> versions.stream().anyMatch(row -> wanted.test(row.origin())))
                      .flatMap(this::ofRows),
                  checker.rules().parallelStream().filter(rule -> wanted.test(rule.at())).flatMap(this::ofRule))
              .toList();
      Map<MutantKind, Integer> counts = new EnumMap<>(MutantKind.class);
      Map<MutantKind, Integer> equivalent = new EnumMap<>(MutantKind.class);
      for (Tried one : tried) {
        counts.merge(one.mutant.kind(), 1, Integer::sum);
        equivalent.merge(one.mutant.kind(), one.fate == Fate.EQUIVALENT ? 1 : 0, Integer::sum);
      }
      List<Mutant> survivors =
          tried.stream().filter(one -> one.fate == Fate.SURVIVES).map(Tried::mutant)
              .sorted(Comparator.comparing(Mutant::at).thenComparing(Mutant::kind).thenComparing(Mutant::is))
              .toList();
      return new MutationRun(counts, equivalent, survivors);
    }

    private Stream<Tried> ofRows(List<Limit> versions) {
      String id = versions.get(0).id();
      Checker affected = checker.affectedBy(id);
      Set<String> ids = affected.standards().stream().map(standard -> standard.id()).collect(Collectors.toSet());
      List<TestCase> naming = naming(ids);
      List<Tried> tried = new ArrayList<>();
      for (Limit row : versions) {
        // The cases that say most of it come first: they are the likeliest to notice.
        List<TestCase> there =
            naming.stream()
                .filter(one -> Region.covers(row.region(), one.region()))
                .sorted(Comparator.comparing(one -> -weights.get(one).getOrDefault(row.origin(), 0)))
                .toList();
        // A number that is only written down twice is not tried: outcomes must tell it from its neighbours.
        List<TestCase> unstated = there.stream().map(one -> one.without(ExpectedDetail.LIMIT)).toList();
        for (Mutant mutant : mutations.of(row)) {
          if (kinds.contains(mutant.kind()) && wanted.test(row.origin())) {
            List<TestCase> telling = mutant.kind() == MutantKind.VALUE ? unstated : there;
            tried.add(new Tried(mutant, fate(mutant, affected, ids, telling)));
          }
        }
      }
      return tried.stream();
    }

    private Fate fate(Mutant mutant, Checker affected, Set<String> ids, List<TestCase> cases) {
      try {
        Limit edited = reader.edited(mutant.limit(), mutant.cells());
        LayeredLimits mutated = law.with(mutant.limit(), edited);
        if (isNoticed(affected.with(edited, mutated), ids, cases)) {
          return Fate.NOTICED;
        }
        return equivalence.isBetween(mutant.limit(), mutated.row(edited.origin())) ? Fate.EQUIVALENT : Fate.SURVIVES;
      } catch (InputException e) {
        // Whoever makes this slip is told so.
        return Fate.NOTICED;
      }
    }

    private Stream<Tried> ofRule(RuleSummary rule) {
      Set<String> ids = new HashSet<>();
      checker.limits().stream().filter(limit -> limit.rule().equals(rule.rule()))
          .forEach(limit -> ids.addAll(checker.idsAffectedBy(limit.id())));
      Checker affected = checker.only(limit -> ids.contains(limit.id()));
      List<TestCase> naming = naming(ids);
      return Mutations.of(rule).stream()
          .filter(mutant -> kinds.contains(mutant.kind()))
          .map(mutant ->
              new Tried(
                  mutant, isNoticed(affected.with(mutant.rule()), ids, naming) ? Fate.NOTICED : Fate.SURVIVES));
    }

    private List<TestCase> naming(Set<String> ids) {
      return ids.stream().sorted().flatMap(id -> casesOf.getOrDefault(id, List.of()).stream()).distinct().toList();
    }

    /** Whether one of the cases comes out otherwise than it promises. */
    private static boolean isNoticed(Checker mutated, Set<String> ids, List<TestCase> cases) {
      return cases.stream()
          .anyMatch(one ->
              !one.mismatches(mutated.check(one.facts()), promised -> ids.contains(promised.limit())).isEmpty());
    }
  }
}
