package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dudao.engine.judge.Assessment;
import org.dudao.engine.judge.EvaluationContext;
import org.dudao.fact.Level;

/**
 * All that the rules say of facts of one scope.
 *
 * @param consistency what holds the facts against themselves, before all else
 * @param records what holds stated figures against how other facts are found to be, when all other consistency is known:
 *     what accuses before what doubts
 * @param sole one sentence for each standard
 * @param versions where several versions of a norm may be law for these facts, the sentences with each
 * @param gathers whether one of them is said only where there is something to count
 */
record Plan(
    List<Assessment> consistency, List<Assessment> records, List<Assessment> sole, List<List<Assessment>> versions,
    boolean gathers) {

  static Plan of(List<Assessment> assessments) {
    // In the order of reports, which leaves them little to sort.
    Map<String, List<Assessment>> byStandard = new TreeMap<>();
    Map<Boolean, List<Assessment>> consistency =
        assessments.stream()
            .filter(one -> one.bound().limit().isOfConsistency())
            .sorted(Comparator.comparing(one -> one.bound().limit().level() == Level.QUERY))
            .collect(Collectors.partitioningBy(Assessment::followsOthers));
    assessments.stream().filter(one -> !one.bound().limit().isOfConsistency())
        .forEach(one -> byStandard.computeIfAbsent(one.standard().id(), id -> new ArrayList<>()).add(one));
    List<Assessment> sole = new ArrayList<>();
    List<List<Assessment>> versions = new ArrayList<>();
    byStandard.values().forEach(all -> {
      if (all.size() == 1) {
        sole.add(all.get(0));
      } else {
        versions.add(all);
      }
    });
    return new Plan(
        consistency.get(false), consistency.get(true), List.copyOf(sole), List.copyOf(versions), assessments.stream().anyMatch(Assessment::needsMembers));
  }

  /** What they say in that bureau. */
  Plan in(EvaluationContext context) {
    if (!gathers) {
      return this;
    }
    List<Assessment> said = new ArrayList<>(consistency);
    said.addAll(records);
    said.addAll(sole);
    versions.forEach(said::addAll);
    return of(said.stream().filter(one -> one.speaksIn(context)).toList());
  }
}
