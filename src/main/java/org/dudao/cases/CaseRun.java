package org.dudao.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.Checker;

/** Cases that were held against rules, and what came out otherwise than they promise, in the order of the cases. */
public record CaseRun(List<TestCase> cases, List<Deviation> deviations) {

  /** Holds those cases against those rules, on all processors; those of a file by what is promised in the file. */
  public static CaseRun of(Checker checker, List<TestCase> cases) {
    Map<String, Set<String>> promised = new HashMap<>();
    for (TestCase one : cases) {
      Set<String> ids = promised.computeIfAbsent(one.at().file(), file -> new HashSet<>());
      one.expectations().forEach(expectation -> ids.add(expectation.limit()));
    }
    Map<String, Checker> checkers = new HashMap<>();
    promised.forEach((file, ids) -> checkers.put(file, checker.only(limit -> ids.contains(limit.id()))));
    List<Deviation> deviations =
        cases.parallelStream()
            .flatMap(one -> one.deviations(checkers.get(one.at().file()).check(one.facts())).stream())
            .toList();
    return new CaseRun(cases, deviations);
  }

  /** How many outcomes are promised. */
  public int expectations() {
    return cases.stream().mapToInt(one -> one.expectations().size()).sum();
  }
}
