package org.dudao.report;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;

/**
 * The outcome for one number of one subject, by the gravest of the standards that ask for it; or, under that finding,
 * the outcome by one of the others.
 *
 * @param facet what tells findings of one standard and subject apart; empty where there is only one
 * @param measure what was measured: a component of the fact, or the name of what was counted
 * @param found what the facts say; null when it is not known, or still open
 * @param limit what is demanded of this subject: a number, a due date, a list
 * @param difference by how much the limit is missed; null when it is kept or has no measure of distance
 * @param missing the components that were not reported and are needed
 * @param at where the measured component, or else the fact, was submitted
 * @param fingerprint the same as long as bureau, subject and family are the same, wherever the fact moves and whichever
 *     standard is the gravest
 * @param operands what was found was computed from; empty when it was reported as it is
 * @param under what the other standards of the family came to, the gravest first
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
    String fingerprint,
    List<SourceFigure> operands,
    List<Finding> under) {

  /** By one standard alone, of what was reported as it is. */
  public Finding(
      Standard standard, Outcome outcome, SubjectReference subject, String facet, String measure, Demand demand,
      Datum found, Datum limit, String unit, Datum difference, List<String> missing, List<Remark> remarks, Origin at,
      String fingerprint) {
    this(
        standard, outcome, subject, facet, measure, demand, found, limit, unit, difference, missing, remarks, at,
        fingerprint, List.of(), List.of());
  }

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
        at, fingerprint, operands, under);
  }

  /** The same, with one remark more. */
  public Finding with(Remark remark) {
    List<Remark> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Finding(
        standard, outcome, subject, facet, measure, demand, found, limit, unit, difference, missing, List.copyOf(all),
        at, fingerprint, operands, under);
  }

  /** The same number, of which something else is said than that it breaks the standard. */
  public Finding becoming(Outcome other) {
    return new Finding(
        standard, other, subject, facet, measure, demand, found, limit, unit, null, missing, remarks, at, fingerprint,
        operands, under);
  }

  /** The same, over what the other standards of its family came to. */
  public Finding over(List<Finding> others) {
    return new Finding(
        standard, outcome, subject, facet, measure, demand, found, limit, unit, difference, missing, remarks, at,
        fingerprint, operands, List.copyOf(others));
  }

  /** What each standard came to: itself alone, and those under it. */
  public Stream<Finding> byStandard() {
    return under.isEmpty() ? Stream.of(this) : Stream.concat(Stream.of(over(List.of())), under.stream());
  }

  /** The components that are needed by one of its standards that nobody can tell, and were not reported. */
  public List<String> allMissing() {
    if (under.isEmpty()) {
      return missing;
    }
    Set<String> all = new LinkedHashSet<>(missing);
    under.stream().filter(one -> one.outcome == Outcome.UNKNOWN).forEach(one -> all.addAll(one.missing));
    return List.copyOf(all);
  }

  /** Those under it that the subject does not keep either. */
  public List<Finding> alsoBroken() {
    return under.stream().filter(one -> one.outcome.isBreach()).toList();
  }

  /** Whether by one of its standards that is the outcome. */
  public boolean has(Outcome one) {
    return outcome == one || under.stream().anyMatch(other -> other.outcome == one);
  }

  /**
   * How far what was found lies from the limit: days for a day, the difference for everything else; null where that is
   * no number.
   */
  BigDecimal distance() {
    if (limit instanceof Datum.Date due) {
      // What is still open is as late as the day of judgement.
      return BigDecimal.valueOf(
          Math.abs(ChronoUnit.DAYS.between(due.day(), found instanceof Datum.Date done ? done.day() : subject.asOf())));
    }
    return difference instanceof Datum.Numeral numeral && numeral.isDecimal() ? new BigDecimal(numeral.text()) : null;
  }

  /** The same of another fact, known under that facet and fingerprint. */
  public Finding of(SubjectReference other, String otherFacet, String otherFingerprint) {
    return new Finding(
        standard, outcome, other, otherFacet, measure, demand, found, limit, unit, difference, missing, remarks, at,
        otherFingerprint, operands, under);
  }

  /** Whether it passes only because its figure is explained. */
  public boolean isExplained() {
    return outcome == Outcome.PASS && remarks.stream().anyMatch(remark -> remark.code() == RemarkCode.EXPLAINED);
  }

  /**
   * Whether it, or one under it, fails a standard that binds at least so much; what is only doubted counts where doubts
   * are asked for.
   */
  public boolean isViolation(Level failOn) {
    return outcome.isBreach() && standard.level().compareTo(failOn) <= 0
        || under.stream().anyMatch(one -> one.isViolation(failOn));
  }

  /** Unique in a report: standard, bureau, day of judgement, kind and id of the subject, and the facet. */
  public String id() {
    return standard.id() + "@" + subject.bureau() + "/" + subject.asOf() + "/" + subject.kind() + "/" + subject.id()
        + (facet.isEmpty() ? "" : "#" + facet);
  }
}
