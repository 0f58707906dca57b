package org.dudao.engine.judge;

import java.util.List;
import java.util.Set;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Datum;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.change( $fact, "measure" )}: what the subject reports, in per cent of what it reported before. The limit
 * is told as the number that it comes to.
 */
final class ChangedValue implements Measurement {
  private static final Quantity HUNDRED = Quantity.of(100);

  private final String measure;
  private final MeasuredValue now;
  private final Measures.Reader reader;

  ChangedValue(Class<? extends Subject> type, String measure) {
    this.measure = measure;
    this.now = new MeasuredValue(type, measure);
    this.reader = Measures.reader(type, measure);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChangedValue that && now.equals(that.now);
  }

  @Override
  public int hashCode() {
    return 31 * now.hashCode();
  }

  @Override
  public String measure(Subject subject) {
    return measure;
  }

  @Override
  public String component(Subject subject) {
    return now.component(subject);
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    return now.reads(bound, subject);
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    Quantity percent = percent(subject, context);
    if (percent == null) {
      return Ruling.unknown(Measures.missing(subject, measure));
    }
    Quantity before = before(subject, context);
    Quantity found = Quantity.ofMeasure(reader.read(subject));
    String none = Datum.Numeral.NO_UNIT;
    return new Ruling(
            bound.isKeptBy(percent), Datum.Numeral.of(found, none), inNumbers(bound.limit().value(), before), null)
        .in(none)
        .with(
            Remark.of(
                RemarkCode.CHANGED, Datum.Numeral.of(before, none), context.facts().earlier().asOf(),
                told(percent)));
  }

  @Override
  public List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    return now.operands(bound, subject, context);
  }

  /** Only what was reported now and then has changed, or has not. */
  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return percent(subject, context) != null;
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    Quantity percent = percent(subject, context);
    return percent != null && bound.isKeptBy(percent);
  }

  /** Null where one of the two was not reported, or both are nothing. */
  private Quantity percent(Subject subject, EvaluationContext context) {
    Quantity before = before(subject, context);
    Quantity found = before == null ? null : Quantity.ofMeasure(reader.read(subject));
    Quantity ratio = found == null ? null : found.dividedBy(before);
    return ratio == null ? null : ratio.times(HUNDRED);
  }

  private Quantity before(Subject subject, EvaluationContext context) {
    Subject earlier = context.facts().earlier().fact(subject);
    return earlier == null ? null : Quantity.ofMeasure(reader.read(earlier));
  }

  private static Datum inNumbers(Value limit, Quantity before) {
    Quantity hundredth = before.dividedBy(HUNDRED);
    return limit instanceof Value.Range range
        ? Datum.NumeralRange.of(
            range.low().times(hundredth), range.high().times(hundredth), Datum.Numeral.NO_UNIT)
        : Datum.Numeral.of(((Value.Number) limit).quantity().times(hundredth), Datum.Numeral.NO_UNIT);
  }

  private static Datum told(Quantity percent) {
    return Datum.Numeral.of(percent.isFinite() ? Quantity.of(percent.rounded(1)) : percent, "%");
  }
}
