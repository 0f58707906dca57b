package org.dudao.engine.judge;

import java.util.List;
import java.util.Set;
import org.dudao.engine.reckon.Reckoning;
import org.dudao.fact.Claim;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** {@code check.claim( $claim )}: a published figure beside what follows from its operands. */
enum PublishedFigure implements Measurement {
  OF_CLAIM;

  @Override
  public String measure(Subject subject) {
    return ((Claim) subject).stated() == null ? "operands" : "stated";
  }

  @Override
  public String component(Subject subject) {
    return measure(subject);
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    return Set.of("stated", "operands");
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return switch (((Claim) subject).relation()) {
      case WHOLE, PARTS -> Demand.AT_MOST;
      case COMPLETE, EQUAL -> Demand.EQUAL;
      case ORDER -> Demand.ORDERED;
      default -> Demand.FOLLOWS;
    };
  }

  /** Agrees with what was published, at the precision printed. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    try {
      Reckoning reckoning = Reckoning.of((Claim) subject);
      if (reckoning.holds() == null) {
        return Ruling.unknown(reckoning.missing());
      }
      Ruling ruling =
          new Ruling(reckoning.holds(), reckoning.found(), reckoning.stated(), reckoning.difference())
              .in(reckoning.unit());
      return reckoning.rounding() == null
          ? ruling
          : ruling.with(Remark.of(RemarkCode.ROUNDED_OPERANDS, reckoning.rounding()));
    } catch (Reckoning.UnlikeUnitsException e) {
      return Ruling.unknown(List.of("operands")).with(Remark.of(RemarkCode.UNLIKE_UNITS, e.getMessage()));
    }
  }
}
