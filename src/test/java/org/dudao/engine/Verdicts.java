package org.dudao.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;

/**
 * What is found of a submission.
 *
 * @param findings by their ids, in the order of the report
 */
record Verdicts(Map<String, Finding> findings) {

  static Verdicts of(Facts facts) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    Shipped.CHECKER.check(facts).byStandard().forEach(finding -> findings.put(finding.id(), finding));
    return new Verdicts(findings);
  }

  /** What became of the finding with that id; null where there is none. */
  Outcome outcome(String id) {
    Finding finding = findings.get(id);
    return finding == null ? null : finding.outcome();
  }

  /** Whether a norm measures that. */
  boolean measures(String measure) {
    return findings.values().stream()
        .anyMatch(finding -> !finding.standard().isOfConsistency() && measure.equals(finding.measure()));
  }

  /** What the norms find. */
  List<Finding> ofNorms(Outcome... outcomes) {
    return findings.values().stream()
        .filter(finding -> !finding.standard().isOfConsistency() && List.of(outcomes).contains(finding.outcome()))
        .toList();
  }

  /** Findings that figures contradict each other. */
  List<Finding> contradictions() {
    return ofConsistency(Set.of(Outcome.FAIL));
  }

  /** Findings that figures contradict each other, or are not plausible. */
  List<Finding> doubts() {
    return ofConsistency(Set.of(Outcome.FAIL, Outcome.QUERY, Outcome.UNKNOWN));
  }

  private List<Finding> ofConsistency(Set<Outcome> outcomes) {
    return findings.values().stream()
        .filter(finding -> finding.standard().isOfConsistency() && outcomes.contains(finding.outcome()))
        .toList();
  }

  /** The norms that are kept here, or broken, and not so in the other submission; one line each. */
  List<String> otherwiseIn(Verdicts other) {
    return ofNorms(Outcome.PASS, Outcome.FAIL).stream()
        .filter(finding -> other.outcome(finding.id()) != finding.outcome())
        .map(finding -> told(finding) + ", and " + told(other.findings.get(finding.id())))
        .toList();
  }

  /** The norms that are kept here by something that the other submission does not say; one line each. */
  List<String> keptOtherwiseThanIn(Verdicts other) {
    return ofNorms(Outcome.PASS).stream()
        .filter(finding -> !told(finding).equals(told(other.findings.get(finding.id()))))
        .map(finding -> told(finding) + ", and " + told(other.findings.get(finding.id())))
        .toList();
  }

  private static String told(Finding finding) {
    return finding == null
        ? "nothing"
        : finding.id() + " " + finding.outcome() + " " + finding.found() + " " + finding.limit();
  }
}
