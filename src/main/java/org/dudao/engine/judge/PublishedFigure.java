package org.dudao.engine.judge;

import java.util.Set;
import java.util.stream.Stream;
import org.dudao.engine.reckon.Reckoning;
import org.dudao.fact.Claim;
import org.dudao.fact.Relation;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;
import org.dudao.report.Remark;

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
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    Claim claim = (Claim) subject;
    basis.add(claim, Set.of());
    Stream.concat(Stream.ofNullable(claim.stated()), claim.operands() == null ? Stream.of() : claim.operands().stream())
        .forEach(figure -> basis.add(figure, Set.of("value")));
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return demand(((Claim) subject).relation());
  }

  /** What such a relation demands of the figures. */
  static Demand demand(Relation relation) {
    return switch (relation) {
      case WHOLE, PARTS -> Demand.AT_MOST;
      case COMPLETE, EQUAL -> Demand.EQUAL;
      case ORDER -> Demand.ORDERED;
      default -> Demand.FOLLOWS;
    };
  }

  /** Agrees with what was published, at the precision printed. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    Reckoning reckoning = Reckoning.of((Claim) subject);
    Ruling ruling = ruling(reckoning);
    return reckoning.misfit() == null ? ruling : ruling.at(reckoning.misfit(), "unit");
  }

  /** What was reckoned, as a ruling. */
  static Ruling ruling(Reckoning reckoning) {
    Ruling ruling = reckoning.holds() == null
        ? Ruling.unknown(reckoning.missing())
        : new Ruling(reckoning.holds(), reckoning.found(), reckoning.stated(), reckoning.difference())
            .in(reckoning.unit());
    for (Remark remark : reckoning.remarks()) {
      ruling = ruling.with(remark);
    }
    return ruling;
  }
}
