package org.dudao.report;

import java.util.Collection;

/** How many findings there are of each outcome. */
public record Tally(int pass, int fail, int unknown) {
  public static final Tally NONE = new Tally(0, 0, 0);

  public static Tally of(Collection<Finding> findings) {
    int[] counts = new int[Outcome.values().length];
    findings.forEach(finding -> counts[finding.outcome().ordinal()]++);
    return new Tally(counts[0], counts[1], counts[2]);
  }

  public Tally plus(Tally other) {
    return new Tally(pass + other.pass, fail + other.fail, unknown + other.unknown);
  }

  public int all() {
    return pass + fail + unknown;
  }
}
