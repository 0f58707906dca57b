package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.engine.judge.Assessment;
import org.dudao.engine.judge.EvaluationContext;

/**
 * All that the rules say of facts of one scope.
 *
 * @param consistency what holds the facts against themselves, before all else
 * @param sole one sentence for each standard
 * @param versions where several versions of a norm may be law for these facts, the sentences with each
 * @param gathers whether one of them is said only where there is something to count
 */
record Plan(
    List<Assessment> consistency, List<Assessment> sole, List<List<Assessment>> versions, boolean gathers) {

  static Plan of(List<Assessment> assessments) {
    // In the order of reports, which leaves them little to sort.
    Map<String, List<Assessment>> byStandard = new TreeMap<>();
    List<Assessment> consistency =
        assessments.stream().filter(one -> one.bound().limit().isOfConsistency()).toList();
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
        consistency, List.copyOf(sole), List.copyOf(versions), assessments.stream().anyMatch(Assessment::needsMembers));
  }

  /** What they say in that bureau. */
  Plan in(EvaluationContext context) {
    if (!gathers) {
      return this;
    }
    List<Assessment> said = new ArrayList<>(consistency);
    said.addAll(sole);
    versions.forEach(said::addAll);
    return of(said.stream().filter(one -> one.speaksIn(context)).toList());
  }
}
