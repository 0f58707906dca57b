package org.dudao.report;

import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;

/**
 * The outcome for one subject and one standard.
 *
 * @param facet what tells findings of one standard and subject apart; empty where there is only one
 * @param measure what was measured: a component of the fact, or the name of what was counted
 * @param found what the facts say; null when it is not known, or still open
 * @param limit what is demanded of this subject: a number, a due date, a list
 * @param difference by how much the limit is missed; null when it is kept or has no measure of distance
 * @param missing the components that were not reported and are needed
 * @param at where the measured component, or else the fact, was submitted
 * @param fingerprint the same as long as bureau, subject and standard are the same, wherever the fact moves
 */
public record Finding(
    Standard standard,
    Outcome outcome,
    SubjectReference subject,
    String facet,
    String measure,
    Demand demand,
    Datum found,
    Datum limit,
    String unit,
    Datum difference,
    List<String> missing,
    List<Remark> remarks,
    Origin at,
    String fingerprint) {

  /** Whether the standard does not bind yet on the day of judgement. */
  public boolean isScheduled() {
    return standard.isScheduled(subject.asOf());
  }

  /** The same of a figure that is right although it is doubted: it passes, and tells why. */
  public Finding explainedBy(List<String> texts) {
    List<Remark> all = new ArrayList<>(remarks);
    texts.forEach(text -> all.add(Remark.of(RemarkCode.EXPLAINED, text)));
    return new Finding(
        standard, Outcome.PASS, subject, facet, measure, demand, found, limit, unit, null, missing, List.copyOf(all),
        at, fingerprint);
  }

  /** The same, with one remark more. */
  public Finding with(Remark remark) {
    List<Remark> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Finding(
        standard, outcome, subject, facet, measure, demand, found, limit, unit, difference, missing, List.copyOf(all),
        at, fingerprint);
  }

  /** The same of another fact, known under that facet and fingerprint. */
  public Finding of(SubjectReference other, String otherFacet, String otherFingerprint) {
    return new Finding(
        standard, outcome, other, otherFacet, measure, demand, found, limit, unit, difference, missing, remarks, at,
        otherFingerprint);
  }

  /** Whether it passes only because its figure is explained. */
  public boolean isExplained() {
    return outcome == Outcome.PASS && remarks.stream().anyMatch(remark -> remark.code() == RemarkCode.EXPLAINED);
  }

  /** Whether it fails a standard that binds at least so much; what is only doubted counts where doubts are asked for. */
  boolean isViolation(Level failOn) {
    return outcome.isBreach() && standard.level().compareTo(failOn) <= 0;
  }

  /** Unique in a report: standard, bureau, day of judgement, kind and id of the subject, and the facet. */
  public String id() {
    return standard.id() + "@" + subject.bureau() + "/" + subject.asOf() + "/" + subject.kind() + "/" + subject.id()
        + (facet.isEmpty() ? "" : "#" + facet);
  }
}
