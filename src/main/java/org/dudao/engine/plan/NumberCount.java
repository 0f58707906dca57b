package org.dudao.engine.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Tally;

/**
 * How many numbers of subjects were judged. Each subject of a plan has one for each family of its norms; what is told
 * of it otherwise is set right, so that what passes need not be told at all.
 */
final class NumberCount {
  private long judged;
  /** Of the subject that is being judged: how many norms of a family said nothing of its one number. */
  private final Map<String, Integer> silent = new HashMap<>();
  /** What else was told of it, by family. */
  private final Map<String, Set<String>> others = new HashMap<>();
  /** Numbers of subjects that are told by several others, or by none. */
  private final Set<String> apart = new HashSet<>();

  /** So many subjects are judged by the plan. */
  void add(Plan plan, int subjects) {
    judged += (long) plan.families().size() * subjects;
  }

  /** A norm of the plan said that of the subject that is being judged: nothing is due, or it told several numbers. */
  void told(Plan plan, String family, List<Finding> findings) {
    if (findings.size() == 1 && findings.get(0).facet().isEmpty()) {
      return;
    }
    if (plan.families().get(family) == 1) {
      judged += findings.size() - 1;
      return;
    }
    silent.merge(family, 1, Integer::sum);
    findings.forEach(one -> others.computeIfAbsent(family, key -> new HashSet<>()).add(one.fingerprint()));
  }

  /** All was said of the subject. */
  void close(Plan plan) {
    if (silent.isEmpty()) {
      return;
    }
    silent.forEach((family, norms) -> {
      judged += others.getOrDefault(family, Set.of()).size();
      if (norms.equals(plan.families().get(family))) {
        judged--;
      }
    });
    silent.clear();
    others.clear();
  }

  /** The subject only stands for another, of which others tell too. */
  void withdraw(Plan plan) {
    judged -= plan.families().size();
  }

  /** What is told of a subject apart from its plan. */
  void addApart(Collection<Finding> findings) {
    findings.forEach(one -> apart.add(one.fingerprint()));
  }

  /**
   * How many numbers came to each outcome.
   *
   * @param gravest the one finding for each number, of those there are; who has none passes
   */
  Tally tally(List<Finding> gravest) {
    int[] counts = new int[Outcome.values().length];
    gravest.forEach(one -> counts[one.outcome().ordinal()]++);
    counts[Outcome.PASS.ordinal()] = 0;
    int told = 0;
    for (int count : counts) {
      told += count;
    }
    counts[Outcome.PASS.ordinal()] = Math.toIntExact(judged + apart.size() - told);
    return Tally.of(counts);
  }
}
