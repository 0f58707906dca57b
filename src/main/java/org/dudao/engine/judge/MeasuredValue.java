package org.dudao.engine.judge;

import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Demand;
import org.dudao.report.SourceFigure;

/** {@code check.that( $fact, "measure" )}: what the subject reports, or what follows from it. */
final class MeasuredValue implements Measurement {
  private final String measure;
  private final String component;
  private final Measures.Reader reader;
  /** Where it is so much for each pupil, how many there are; else null. */
  private final Measures.Reader pupils;
  private final boolean ofEvening;

  MeasuredValue(Class<? extends Subject> type, String measure) {
    this.measure = measure;
    this.component = Measures.from(type, measure).get(0);
    this.reader = Measures.reader(type, measure);
    this.pupils =
        Measures.type(type, measure) != Quantity.class
            ? null
            : Measures.from(type, measure).stream()
                .filter(component -> Measures.isOfPupils(type, component))
                .findFirst()
                .map(component -> Measures.reader(type, component))
                .orElse(null);
    this.ofEvening = Measures.isOfEvening(type, measure);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeasuredValue that && reader == that.reader;
  }

  @Override
  public int hashCode() {
    return reader.hashCode();
  }

  @Override
  public String measure(Subject subject) {
    return measure;
  }

  @Override
  public String component(Subject subject) {
    return component;
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>(Measures.from(subject.getClass(), measure));
    reads.addAll(bound.reads(subject));
    return reads;
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return bound.demand() == Demand.EQUAL && bound.limit().value() instanceof Value.Yes ? Demand.YES : bound.demand();
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    if (isOfNobody(subject)) {
      return Ruling.NOT_APPLICABLE;
    }
    Object found = reader.read(subject);
    if (found == null) {
      return Ruling.unknown(Measures.missing(subject, measure));
    }
    return bound.ruling(subject, ofEvening ? new EveningTime((LocalTime) found) : found);
  }

  @Override
  public List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    return Measures.isReported(subject.getClass(), measure)
        ? List.of()
        : ReportedOperands.of(subject, Measures.from(subject.getClass(), measure), bound.limit().unit());
  }

  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return reader.read(subject) != null && bound.isTold(subject);
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    Object found = reader.read(subject);
    return found != null && !isOfNobody(subject) && bound.isPlainlyKept(subject, found);
  }

  /** So much for each pupil, where there are none: nothing is due. */
  private boolean isOfNobody(Subject subject) {
    return pupils != null && pupils.read(subject) instanceof Integer count && count == 0;
  }
}
