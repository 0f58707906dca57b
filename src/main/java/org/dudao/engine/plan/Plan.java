package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.judge.Alternatives;
import org.dudao.engine.judge.Assessment;
import org.dudao.engine.judge.EvaluationContext;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Truth;

/**
 * All that the rules say of facts of one scope.
 *
 * @param consistency what holds the facts against themselves, before all else
 * @param records what holds stated figures against how other facts are found to be, when all other consistency is known:
 *     what accuses before what doubts
 * @param sole one sentence for each standard
 * @param last the same of what rests on how all other facts are found to be: what is said when all else is
 * @param versions where several versions of a norm may be law for these facts, the sentences with each
 * @param allowing the norms by which a shortfall of others may be allowed, by their ids
 * @param alternatives the norms of both kinds of which it is not known which of several is for these facts
 * @param families how many of the norms that findings tell of are of each family
 * @param gathers whether one of them is said only where there is something to count
 */
record Plan(
    List<Assessment> consistency, List<Assessment> records, List<Assessment> sole, List<Assessment> last,
    List<List<Assessment>> versions,
    Map<String, List<Assessment>> allowing, List<Alternatives> alternatives, Map<String, Integer> families,
    boolean gathers) {

  /**
   * @param isJudged whether findings tell of the limit; the others are only alternatives of those that are judged, or of
   *     consistency
   */
  static Plan of(List<Assessment> assessments, Predicate<Limit> isJudged) {
    // In the order of reports, which leaves them little to sort.
    Map<String, List<Assessment>> byStandard = new TreeMap<>();
    Map<Boolean, List<Assessment>> consistency =
        assessments.stream()
            .filter(one -> one.bound().limit().isOfConsistency())
            .sorted(Comparator.comparing(one -> one.bound().limit().level() == Level.QUERY))
            .collect(Collectors.partitioningBy(Assessment::followsOthers));
    assessments.stream().filter(one -> !one.bound().limit().isOfConsistency())
        .forEach(one -> byStandard.computeIfAbsent(one.standard().id(), id -> new ArrayList<>()).add(one));
    Map<String, List<Assessment>> allowing =
        byStandard.values().stream()
            .flatMap(norm -> norm.get(0).allowedBy().stream())
            .distinct()
            .filter(byStandard::containsKey)
            .collect(Collectors.toMap(id -> id, id -> List.copyOf(byStandard.get(id))));
    List<Alternatives> alternatives =
        alternatives(byStandard.values(), consistency.get(false)).stream()
            .filter(one -> one.norms().stream().anyMatch(norm -> isJudged.test(norm.get(0).bound().limit())))
            .toList();
    alternatives.stream().flatMap(one -> one.norms().stream()).forEach(byStandard.values()::remove);
    byStandard.values().removeIf(norm -> !isJudged.test(norm.get(0).bound().limit()));
    List<Assessment> sole = new ArrayList<>();
    List<Assessment> last = new ArrayList<>();
    List<List<Assessment>> versions = new ArrayList<>();
    byStandard.values().forEach(all -> {
      if (all.size() > 1) {
        versions.add(all);
      } else if (all.get(0).followsOthers()) {
        last.add(all.get(0));
      } else {
        sole.add(all.get(0));
      }
    });
    Map<String, Integer> families = new HashMap<>();
    Stream.of(
            consistency.get(false).stream(), consistency.get(true).stream(), sole.stream(), last.stream(),
            norms(versions, alternatives).map(norm -> norm.get(0)))
        .flatMap(norms -> norms)
        .filter(one -> isJudged.test(one.bound().limit()))
        .forEach(one -> families.merge(one.standard().family(), 1, Integer::sum));
    return new Plan(
        consistency.get(false), consistency.get(true), List.copyOf(sole), List.copyOf(last), List.copyOf(versions),
        allowing, alternatives, families,
        assessments.stream().anyMatch(Assessment::needsMembers));
  }

  private static List<Alternatives> alternatives(
      Collection<List<Assessment>> norms, List<Assessment> consistency) {
    List<List<List<Assessment>>> alike = new ArrayList<>();
    for (List<Assessment> norm : norms) {
      Assessment first = norm.get(0);
      if (norm.stream().anyMatch(version -> version.applies() == Truth.UNKNOWN)
          && norm.stream().allMatch(first::isLike)) {
        alike.stream()
            .filter(others -> others.get(0).get(0).isLike(first))
            .findFirst()
            .orElseGet(() -> {
              alike.add(new ArrayList<>());
              return alike.get(alike.size() - 1);
            })
            .add(norm);
      }
    }
    return alike.stream()
        .filter(others -> others.size() > 1 || others.get(0).size() > 1)
        .map(others -> new Alternatives(List.copyOf(others), consistency))
        .toList();
  }

  /** The versions of each norm of which there are several, or which is one of several that may be for these facts. */
  Stream<List<Assessment>> norms() {
    return norms(versions, alternatives);
  }

  private static Stream<List<Assessment>> norms(List<List<Assessment>> versions, List<Alternatives> alternatives) {
    return Stream.concat(versions.stream(), alternatives.stream().flatMap(one -> one.norms().stream()));
  }

  /** All sentences. */
  Stream<Assessment> assessments() {
    return Stream.of(
            consistency.stream(), records.stream(), sole.stream(), last.stream(), norms().flatMap(List::stream),
            allowing.values().stream().flatMap(List::stream))
        .flatMap(some -> some)
        .distinct();
  }

  /** What they say in that bureau. */
  Plan in(EvaluationContext context, Predicate<Limit> isJudged) {
    if (!gathers) {
      return this;
    }
    return of(assessments().filter(one -> one.speaksIn(context)).toList(), isJudged);
  }
}
