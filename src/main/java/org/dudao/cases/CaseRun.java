package org.dudao.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.Checker;
import org.dudao.report.Finding;
import org.dudao.report.Report;

/** Cases that were held against rules, and what came out otherwise than they promise, in the order of the cases. */
public record CaseRun(List<TestCase> cases, List<Mismatch> mismatches) {

  /** Holds those cases against those rules, on all processors. */
  public static CaseRun of(Checker checker, List<TestCase> cases) {
    List<Judged> judged = judged(checker, cases);
    List<Mismatch> mismatches =
        judged.stream()
            .flatMap(one -> one.found.entrySet().stream()
                .map(found -> new Mismatch(one.of, found.getKey(), found.getValue())))
            .filter(one -> !one.expected().isKeptBy(one.found()))
            .toList();
    return new CaseRun(cases, mismatches);
  }

  /** What came of each expectation of a case. */
  record Judged(TestCase of, Map<Expectation, List<Finding>> found) {}

  /** What came of each case; those of a file are held against what is promised in the file. */
  static List<Judged> judged(Checker checker, List<TestCase> cases) {
    Map<String, Set<String>> promised = new HashMap<>();
    for (TestCase one : cases) {
      Set<String> ids = promised.computeIfAbsent(one.at().file(), file -> new HashSet<>());
      one.expectations().forEach(expectation -> ids.add(expectation.limit()));
    }
    Map<String, Checker> checkers = new HashMap<>();
    promised.forEach((file, ids) -> checkers.put(file, checker.only(limit -> ids.contains(limit.id()))));
    return cases.parallelStream().map(one -> judged(checkers.get(one.at().file()), one)).toList();
  }

  private static Judged judged(Checker checker, TestCase one) {
    Report report = checker.check(one.facts());
    Map<Expectation, List<Finding>> found = new LinkedHashMap<>();
    one.expectations().forEach(expectation -> found.put(expectation, expectation.found(report)));
    return new Judged(one, found);
  }

  /** How many outcomes are promised. */
  public int expectations() {
    return cases.stream().mapToInt(one -> one.expectations().size()).sum();
  }
}
