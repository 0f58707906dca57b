package org.dudao.engine.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dudao.engine.reckon.Amount;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Quantity;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** What was counted for the subject; while facts are missing it lies between two numbers. No two are the same sentence. */
final class CountedValue implements Measurement {
  private final String name;
  private final Aggregate aggregate;
  private final Function<Subject, String> place;
  private final Set<Stage> stages;

  CountedValue(String name, Aggregate aggregate, Function<Subject, String> place) {
    this(name, aggregate, place, Set.of());
  }

  private CountedValue(String name, Aggregate aggregate, Function<Subject, String> place, Set<Stage> stages) {
    this.name = name;
    this.aggregate = aggregate;
    this.place = place;
    this.stages = stages;
  }

  @Override
  public CountedValue saidBy(Rule rule) {
    return new CountedValue(name, aggregate, place, rule.stages());
  }

  /** What counts nothing collected has its subject. */
  @Override
  public boolean countsSome(Bound bound, EvaluationContext context) {
    return aggregate.countsSome(bound, context);
  }

  @Override
  public String measure(Subject subject) {
    return name;
  }

  @Override
  public String component(Subject subject) {
    return place.apply(subject);
  }

  @Override
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    basis.add(subject, reads(bound, subject));
    aggregate.members(bound, context).forEach(member -> basis.add(member, Set.of()));
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>(aggregate.reads().apply(subject));
    reads.addAll(bound.reads(subject));
    return reads;
  }

  /** What is counted has nothing to agree with where the subject does not report it too. */
  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return bound.isTold(subject);
  }

  /** What is summed over what belongs to the subject is often asked, and seldom broken. */
  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    if (!bound.limit().isOfConsistency() || !bound.isTold(subject)) {
      return false;
    }
    Amount amount = aggregate.of(subject, stages, bound, context);
    return !amount.isContested() && Boolean.TRUE.equals(bound.ruling(subject, amount).kept());
  }

  /** What is missing may be anything: only what holds, or fails, either way is told. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    Amount amount = aggregate.of(subject, stages, bound, context);
    if (amount == Amount.OF_NOBODY) {
      return Ruling.NOT_APPLICABLE;
    }
    Ruling ruling = bound.ruling(subject, amount);
    if (ruling.kept() == null) {
      ruling = ruling.lacking(amount.missing());
    } else if (ruling.kept() && amount.isContested()) {
      ruling = ruling.undecided();
    }
    for (Remark remark : amount.remarks()) {
      ruling = ruling.with(remark);
    }
    return amount.lacking() == 0 ? ruling : ruling.with(Remark.of(RemarkCode.MEMBERS_LACKING, amount.lacking()));
  }

  @Override
  public List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    Amount amount = aggregate.of(subject, stages, bound, context);
    // They make the least that it can be, and where it wants more what is told is the most.
    return amount.isExact() || amount.low() != null && !bound.wantsMore(amount.low()) ? amount.operands() : List.of();
  }

  /** Of a sum any addend may be too great by as much as the sum is, or too small, and what it should be the other way. */
  @Override
  public void question(
      Bound bound, Subject subject, EvaluationContext context, Remark reason, Evidence.Gathering evidence) {
    Map<Subject, Set<String>> added = aggregate.added(subject, bound, context);
    Quantity limit = bound.number(subject);
    Amount amount = aggregate.of(subject, stages, bound, context);
    Quantity nearest = amount.low() == null || amount.low().compareTo(limit) < 0 ? amount.high() : amount.low();
    if (added.isEmpty() || nearest == null) {
      evidence.doubt(subject, reads(bound, subject), Interval.ANY, reason);
      return;
    }
    Quantity excess = nearest.minus(limit);
    boolean isExact = amount.isExact() && bound.demand() == Demand.EQUAL;
    added.forEach((fact, components) -> evidence.doubtBy(fact, components, excess.negated(), isExact, reason));
    evidence.doubtBy(subject, bound.reads(subject), excess, isExact, reason);
  }
}
