package org.dudao.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many findings there are of each outcome: numbers of subjects, or what one standard came to. */
public record Tally(int pass, int fail, int unknown, int query, int unkept) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  public static Tally of(Collection<Finding> findings) {
    int[] counts = new int[Outcome.values().length];
    findings.forEach(finding -> counts[finding.outcome().ordinal()]++);
    return of(counts);
  }

  /** So many of each outcome, in the order of their declaration. */
  public static Tally of(int[] counts) {
    return new Tally(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  /** How each standard came out by itself, by its id. */
  public static Map<String, Tally> byStandard(Collection<Finding> findings) {
    Map<String, List<Finding>> ofStandards =
        findings.stream()
            .flatMap(Finding::byStandard)
            .collect(Collectors.groupingBy(finding -> finding.standard().id()));
    Map<String, Tally> tallies = new HashMap<>();
    ofStandards.forEach((id, all) -> tallies.put(id, of(all)));
    return tallies;
  }

  /** All of these together. */
  public static Tally sum(Collection<Tally> tallies) {
    return tallies.stream().reduce(NONE, Tally::plus);
  }

  Tally plus(Tally other) {
    return new Tally(
        pass + other.pass, fail + other.fail, unknown + other.unknown, query + other.query,
        unkept + other.unkept);
  }

  public int all() {
    return pass + fail + unknown + query + unkept;
  }
}
