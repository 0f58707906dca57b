package org.dudao.engine.judge;

import java.util.function.Function;
import org.dudao.engine.reckon.Amount;
import org.dudao.fact.Subject;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** What was counted for the subject; while facts are missing it lies between two numbers. No two are the same sentence. */
final class CountedValue implements Measurement {
  private final String name;
  private final Aggregate aggregate;
  private final Function<Subject, String> place;

  CountedValue(String name, Aggregate aggregate, Function<Subject, String> place) {
    this.name = name;
    this.aggregate = aggregate;
    this.place = place;
  }

  @Override
  public boolean countsSome(Bound bound, EvaluationContext context) {
    return !aggregate.members(bound, context).isEmpty();
  }

  @Override
  public String measure(Subject subject) {
    return name;
  }

  @Override
  public String component(Subject subject) {
    return place.apply(subject);
  }

  /** What is missing may be anything: only what holds, or fails, either way is told. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    Amount amount = aggregate.of(subject, bound, context);
    Ruling least = amount.low() == null ? null : bound.ruling(subject, amount.low());
    Ruling most = amount.high() == null ? null : bound.ruling(subject, amount.high());
    boolean agreed =
        least != null && most != null && least.kept() != null && least.kept().equals(most.kept())
            && (amount.low().equals(amount.high()) || !bound.mayDifferBetween(amount.low(), amount.high()));
    Ruling ruling =
        !agreed
            ? Ruling.unknown(amount.missing())
            : !least.kept() && bound.wantsMore(amount.high()) ? most : least;
    for (Remark remark : amount.remarks()) {
      ruling = ruling.with(remark);
    }
    return amount.lacking() == 0 ? ruling : ruling.with(Remark.of(RemarkCode.MEMBERS_LACKING, amount.lacking()));
  }
}
