package org.dudao.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dudao.engine.Checker;
import org.dudao.report.Finding;

/**
 * A standard that says nothing any more of facts which it judged.
 *
 * @param standard its id
 * @param judged how many facts of the cases it judged
 * @param lost the cases of those among them of which it says nothing now, one for each
 */
public record Silence(String standard, int judged, List<TestCase> lost) {

  /**
   * What other rules leave unsaid, in the order of the ids.
   *
   * @param cases of which the facts are judged by both; what they expect does not matter
   * @param ids of the limits that are looked at
   */
  public static List<Silence> between(Checker before, Checker after, List<TestCase> cases, Set<String> ids) {
    List<TestCase> naming =
        cases.stream().filter(one -> one.expectations().stream().anyMatch(said -> ids.contains(said.limit()))).toList();
    List<CaseRun.Judged> then = CaseRun.judged(before, naming);
    List<CaseRun.Judged> now = CaseRun.judged(after, naming);
    Map<String, Integer> judged = new TreeMap<>();
    Map<String, List<TestCase>> lost = new TreeMap<>();
    for (int i = 0; i < naming.size(); i++) {
      for (Map.Entry<Expectation, List<Finding>> one : then.get(i).found().entrySet()) {
        String id = one.getKey().limit();
        if (ids.contains(id) && !one.getValue().isEmpty()) {
          judged.merge(id, 1, Integer::sum);
          if (now.get(i).found().get(one.getKey()).isEmpty()) {
            lost.computeIfAbsent(id, key -> new ArrayList<>()).add(naming.get(i));
          }
        }
      }
    }
    return lost.entrySet().stream()
        .map(one -> new Silence(one.getKey(), judged.get(one.getKey()), List.copyOf(one.getValue())))
        .toList();
  }

  /** Whether it says nothing at all any more. */
  public boolean isWhole() {
    return lost.size() == judged;
  }
}
