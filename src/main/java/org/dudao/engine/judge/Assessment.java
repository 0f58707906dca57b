package org.dudao.engine.judge;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.CrashSite;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.Standard;
import org.dudao.report.SubjectReference;

/**
 * One sentence with one limit, ready to be held against every subject of the scope for which a rule said it.
 *
 * @param needsMembers whether the rule speaks only where there is something to count
 * @param applies whether the limit is for subjects of that scope; when that is unknown, who keeps it keeps it all the same
 * @param looksAt the components of the subject by which the rule chose it
 * @param allowedBy the ids of standards: who keeps all of them may fall short of this one
 */
public record Assessment(
    Standard standard, Measurement measurement, Bound bound, boolean needsMembers, Truth applies,
    Set<String> looksAt, List<String> allowedBy) {

  static Assessment of(Rule rule, Measurement measurement, Bound bound, Subject subject) {
    return new Assessment(
        rule.standard(bound.limit()), measurement, bound, rule.gathersSome(), bound.limit().applies(subject),
        rule.looksAt().getOrDefault(subject.getClass(), Set.of()),
        rule.allowedBy().stream().map(Rule.LimitReference::id).toList());
  }

  /** The same sentence with the same limit; there is one object for each limit of a law. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Assessment that
        && bound.limit() == that.bound.limit()
        && bound.demand() == that.bound.demand()
        && applies == that.applies
        && measurement.equals(that.measurement);
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(bound.limit()) + measurement.hashCode();
  }

  /** The same, of which it is known that the limit is for the subject. */
  Assessment applying() {
    return new Assessment(standard, measurement, bound, needsMembers, Truth.YES, looksAt, allowedBy);
  }

  /** Whether the other holds what it measures against its limit as this one does. */
  public boolean isLike(Assessment other) {
    return bound.demand() == other.bound.demand() && measurement.equals(other.measurement);
  }

  /** The components of the subject on which the ruling rests. */
  Set<String> reads(Subject subject) {
    return measurement.reads(bound, subject);
  }

  /** Whether the subject surely does not keep the limit, were it for it. */
  boolean isBroken(Subject subject, EvaluationContext context) {
    try {
      return Boolean.FALSE.equals(
          weighed(measurement.ruling(bound, subject, context), measurement, subject, context).kept());
    } catch (RuntimeException e) {
      // It is told when the finding is made.
      return false;
    }
  }

  public String rule() {
    return bound.limit().rule();
  }

  /** Whether it rests on how other facts are found to be. */
  public boolean followsOthers() {
    return measurement.followsOthers();
  }

  /** Whether the rule says it in that bureau, whatever it said in others under the same law. */
  public boolean speaksIn(EvaluationContext context) {
    return !needsMembers || measurement.countsSome(bound, context);
  }

  /** Whether it is plain at a glance that the subject keeps the limit. */
  public boolean isPlainlyKept(Subject subject, EvaluationContext context) {
    if (!context.evidence().isSound() && context.evidence().concerns(subject)
        || context.unlisted().of(subject) != null) {
      return false;
    }
    try {
      return measurement.isPlainlyKept(bound, subject, context);
    } catch (RuntimeException e) {
      // What fails at a glance fails again, and is told, when its finding is made.
      return false;
    }
  }

  /** Whether the subject reports what is measured, as far as a glance tells. */
  public boolean isTold(Subject subject, EvaluationContext context) {
    return context.unlisted().of(subject) == null && measurement.isTold(bound, subject, context);
  }

  /**
   * The findings for that subject, mostly one, and none where nothing is due; a rule that fails costs its own finding, and is told to {@code failures}.
   *
   * @param number which one of its kind the subject is
   */
  public List<Finding> findings(Subject subject, int number, EvaluationContext context, Failures failures) {
    UnlistedClasses unlisted = context.unlisted().of(subject);
    if (unlisted != null) {
      return findings(unlisted, (SchoolClass) subject, context);
    }
    List<Finding> findings = new ArrayList<>(1);
    for (Measurement one : measurement.told(subject, context)) {
      Ruling ruling = ruling(one, subject, context, failures);
      if (ruling != Ruling.NOT_APPLICABLE) {
        findings.add(finding(one, ruling, subject, number, context));
      }
    }
    return findings;
  }

  /** Notes on which facts and figures rests what it decides of the subject; nothing where it decides nothing. */
  public void noteBasis(Subject subject, EvaluationContext context, Basis basis) {
    UnlistedClasses unlisted = context.unlisted().of(subject);
    if (unlisted != null) {
      Ruling ruling = unlisted.ruling(measurement, bound, (SchoolClass) subject, !looksAt.isEmpty());
      if (weighed(ruling, measurement, subject, context).kept() != null) {
        basis.add(unlisted.group(), UnlistedClasses.TELLING);
      }
      return;
    }
    for (Measurement one : measurement.told(subject, context)) {
      Basis own = new Basis();
      EvaluationContext noting = context.relyingOn(context.evidence().noting(own));
      Boolean isKept = ruling(one, subject, noting, (limit, cause) -> {}).kept();
      if (isKept != null && (isKept || applies == Truth.YES)) {
        one.noteBasis(bound, subject, context, own);
        own.add(subject, choosing(subject));
        bound.limit().scope().leaves()
            .filter(leaf -> leaf.teller(subject) != null)
            .forEach(leaf -> own.add(leaf.teller(subject), leaf.components(leaf.teller(subject).getClass())));
        basis.addAll(own);
      }
    }
  }

  /** The finding for classes that a group of grades tells of, told by one of their faces. */
  private List<Finding> findings(UnlistedClasses classes, SchoolClass face, EvaluationContext context) {
    boolean isChosen = !looksAt.isEmpty();
    Ruling ruling = classes.ruling(measurement, bound, face, isChosen);
    if (ruling == Ruling.NOT_APPLICABLE) {
      return List.of();
    }
    Finding ofFace = finding(measurement, weighed(ruling, measurement, face, context), face, 0, context);
    return List.of(classes.told(ofFace, face, isChosen, context.references()));
  }

  /**
   * The same for a standard of consistency, which also tells which figures cannot be relied on; nothing where too little
   * was reported to contradict itself.
   */
  public List<Finding> findings(
      Subject subject, int number, EvaluationContext context, Failures failures, Evidence.Gathering evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Measurement one : measurement.told(subject, context)) {
      Ruling ruling = ruling(one, subject, context, failures);
      if (ruling.kept() == null && !ruling.tells(RemarkCode.RULE_FAILED)) {
        continue;
      }
      Finding finding = evidence.heard(finding(one, ruling, subject, number, context));
      findings.add(finding);
      if (finding.outcome() == Outcome.FAIL) {
        Remark reason = reason(finding);
        one.question(bound, subject, context, reason, evidence);
        // The figure contradicts that by which it was chosen: the grade of a class its stage.
        evidence.doubt(subject, choosing(subject), Interval.ANY, reason);
      } else if (finding.outcome() == Outcome.QUERY) {
        evidence.doubt(subject, one.reads(bound, subject), Interval.ANY, reason(finding));
      }
    }
    return findings;
  }

  private static Remark reason(Finding finding) {
    Datum measure = Datum.Components.of(finding.measure());
    if (finding.outcome() == Outcome.QUERY) {
      return Remark.of(RemarkCode.DOUBTED, measure, finding.found(), finding.standard().id());
    }
    return finding.demand().isStrict()
        ? Remark.of(RemarkCode.RULED_OUT, measure, finding.found(), finding.standard().id())
        : Remark.of(
            RemarkCode.CONTRADICTED, measure, finding.found(), finding.limit(), finding.standard().id());
  }

  private Ruling ruling(Measurement one, Subject subject, EvaluationContext context, Failures failures) {
    try {
      return weighed(whateverIsMissing(one.ruling(bound, subject, context), one, subject, context), one, subject, context);
    } catch (RuntimeException e) {
      failures.add(bound.limit(), e);
      return Ruling.unknown(List.of()).with(Remark.of(RemarkCode.RULE_FAILED, CrashSite.of(e).toString()));
    }
  }

  private Finding finding(
      Measurement one, Ruling ruled, Subject subject, int number, EvaluationContext context) {
    Limit limit = bound.limit();
    Facts facts = context.facts();
    Ruling ruling = ruled;
    Outcome outcome = outcome(ruling);
    // Who keeps a limit keeps it whether it was meant for him or not; who does not may be out of its scope.
    if (outcome != Outcome.PASS && applies == Truth.UNKNOWN) {
      Set<String> forScope = limit.missingToApply(subject);
      outcome = Outcome.UNKNOWN;
      ruling = ruling.lacking(forScope).with(scopeUnknown(forScope));
    }
    if (outcome == Outcome.QUERY) {
      for (Remark misprint : new Misprints(one, bound, context).of(subject)) {
        ruling = ruling.with(misprint);
      }
    }
    if (outcome == Outcome.FAIL && limit.bindingLevel() != limit.level()) {
      ruling = ruling.with(Remark.of(RemarkCode.UNVERIFIED));
    }
    if (limit.isScheduled(facts.asOf())) {
      long daysLeft = ChronoUnit.DAYS.between(facts.asOf(), limit.from());
      ruling = ruling.with(Remark.of(RemarkCode.SCHEDULED, limit.from(), daysLeft));
    }
    SubjectReference judged = context.references().of(subject);
    String facet = one.facet(subject);
    return new Finding(
        standard, outcome, judged, facet, one.measure(subject), one.demand(bound, subject),
        ruling.found(), ruling.limit() == null ? standard.written() : ruling.limit(),
        ruling.unit() == null ? limit.unit() : ruling.unit(),
        outcome.isBreach() ? ruling.difference() : null, ruling.missing(), ruling.remarks(),
        place(one, ruling, subject, number, facts), Fingerprint.of(judged, standard.family(), facet),
        one.operands(bound, subject, context), List.of());
  }

  /** Nothing is missing where the figure is of several grades, of which the limit is for some. */
  private static Remark scopeUnknown(Set<String> missing) {
    return missing.isEmpty()
        ? Remark.of(RemarkCode.FOR_SOME_GRADES)
        : Remark.of(RemarkCode.SCOPE_UNKNOWN, new Datum.Components(List.copyOf(missing)));
  }

  private Origin place(Measurement one, Ruling ruling, Subject subject, int number, Facts facts) {
    if (ruling.fault() == null) {
      return facts.places().of(FactKind.of(subject), number, one.component(subject));
    }
    FactKind kind = FactKind.of(ruling.fault().fact());
    return facts.places().of(kind, facts.of(kind).indexOf(ruling.fault().fact()), ruling.fault().component());
  }

  private Outcome outcome(Ruling ruling) {
    if (ruling.kept() == null) {
      return Outcome.UNKNOWN;
    }
    return ruling.kept() ? Outcome.PASS : standard.breach();
  }

  /**
   * The ruling that holds whatever the figures are of which only an interval is known: a number that was told as fewer
   * than five.
   */
  private Ruling whateverIsMissing(Ruling stated, Measurement one, Subject subject, EvaluationContext context) {
    if (stated.kept() != null || stated.missing().isEmpty() || !bound.isOneSided()) {
      return stated;
    }
    if (isOfNobody(stated, one, subject, context)) {
      return Ruling.NOT_APPLICABLE;
    }
    Map<String, Interval> ranges = Evidence.ranges(subject, stated.missing(), context.facts());
    List<Subject> extremes = Evidence.extremes(subject, ranges);
    List<Ruling> rulings = extremes.stream().map(extreme -> one.ruling(bound, extreme, context)).toList();
    if (!rulings.isEmpty() && rulings.stream().allMatch(ruling -> ruling == Ruling.NOT_APPLICABLE)) {
      return Ruling.NOT_APPLICABLE;
    }
    Ruling spanned = Ruling.spanning(rulings);
    return spanned.kept() == null
        ? stated
        : spanned.with(Remark.of(RemarkCode.WHATEVER_IS_MISSING, new Datum.Components(stated.missing())));
  }

  /** Whether nothing is due whatever else is missing, because its whole leaves nothing for a part. */
  private boolean isOfNobody(Ruling stated, Measurement one, Subject subject, EvaluationContext context) {
    Map<String, Interval> exact = new LinkedHashMap<>();
    for (String component : stated.missing()) {
      Interval range = Evidence.range(subject, component, context.facts());
      if (range != null && range.isExact()) {
        exact.put(component, range);
      }
    }
    return Evidence.extremes(subject, exact).stream()
        .anyMatch(extreme -> one.ruling(bound, extreme, context) == Ruling.NOT_APPLICABLE);
  }

  /**
   * What of the ruling stands when figures cannot be relied on: nothing is kept by them, and broken is only what is
   * broken whichever figure is right.
   */
  private Ruling weighed(Ruling stated, Measurement one, Subject subject, EvaluationContext context) {
    Evidence evidence = context.evidence();
    if (evidence.isSound() || !evidence.concerns(subject) || bound.reconciles()) {
      return stated;
    }
    Set<String> rests = new LinkedHashSet<>(one.reads(bound, subject));
    rests.addAll(choosing(subject));
    List<Evidence.Doubt> against = evidence.against(subject, rests);
    Set<Remark> reasons = new LinkedHashSet<>();
    against.forEach(doubt -> reasons.add(doubt.reason()));
    boolean isOwnOnly = !reasons.addAll(againstOwners(subject, evidence));
    if (reasons.isEmpty()) {
      return stated;
    }
    boolean holds =
        isOwnOnly
            && bound.isOneSided()
            && Boolean.FALSE.equals(stated.kept())
            && isBrokenAtAll(one, against, rests, subject, context);
    Ruling ruling = holds || stated.kept() == null ? stated : stated.undecided();
    for (Remark reason : reasons) {
      ruling = ruling.with(reason);
    }
    return holds ? ruling.with(Remark.of(RemarkCode.WHICHEVER_IS_RIGHT)) : ruling;
  }

  private boolean isBrokenAtAll(
      Measurement one, List<Evidence.Doubt> against, Set<String> rests, Subject subject, EvaluationContext context) {
    List<Subject> extremes = Evidence.extremes(subject, against, rests);
    return !extremes.isEmpty()
        && extremes.stream()
            .allMatch(extreme ->
                bound.limit().applies(extreme) == Truth.YES
                    && Boolean.FALSE.equals(one.ruling(bound, extreme, context).kept()));
  }

  /** The components of the subject that decide whether rule and limit are for it. */
  private Set<String> choosing(Subject subject) {
    Set<String> choosing = new LinkedHashSet<>(looksAt);
    bound.limit().scope().leaves()
        .filter(leaf -> leaf.isToldBy(subject.getClass()))
        .forEach(leaf -> choosing.addAll(leaf.components(subject.getClass())));
    if (!bound.limit().datedBy().isEmpty()) {
      choosing.addAll(Measures.from(subject.getClass(), bound.limit().datedBy()));
    }
    return choosing;
  }

  /** What speaks against figures of those to whom the subject belongs, by which it is told whether the limit is for it. */
  private List<Remark> againstOwners(Subject subject, Evidence evidence) {
    List<Remark> reasons = new ArrayList<>();
    bound.limit().scope().leaves().forEach(leaf -> {
      Subject teller = leaf.teller(subject);
      if (teller != null && teller != subject) {
        reasons.addAll(evidence.reasons(teller, leaf.components(teller.getClass())));
      }
    });
    return reasons;
  }

  /** Is told of each sentence that failed. */
  @FunctionalInterface
  public interface Failures {
    void add(Limit limit, RuntimeException cause);
  }
}
