package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.reckon.TypingError;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** Which other number of one figure would make a fact plausible, when a slip of typing explains the one submitted. */
final class Misprints {
  private static final int MOST_TOLD = 3;

  private final Measurement measurement;
  private final Bound bound;
  private final EvaluationContext context;

  Misprints(Measurement measurement, Bound bound, EvaluationContext context) {
    this.measurement = measurement;
    this.bound = bound;
    this.context = context;
  }

  /** A remark for each number that would fit, those of the likeliest slips first; at most three. */
  List<Remark> of(Subject subject) {
    Set<Remark> fitting = new LinkedHashSet<>();
    for (TypingError error : TypingError.values()) {
      for (String figure : measurement.reads(bound, subject)) {
        for (BigDecimal meant : meant(error, subject, figure)) {
          if (fitting.size() < MOST_TOLD && fits(Measures.with(subject, Map.of(figure, typed(subject, figure, meant))))) {
            fitting.add(
                Remark.of(
                    RemarkCode.WOULD_FIT, Datum.Components.of(figure),
                    Datum.Numeral.of(Quantity.of(meant), Datum.Numeral.NO_UNIT)));
          }
        }
      }
    }
    return List.copyOf(fitting);
  }

  private static List<BigDecimal> meant(TypingError error, Subject subject, String figure) {
    Object reported = Measures.value(subject, figure);
    boolean isCount = reported instanceof Integer;
    if (!isCount && !(reported instanceof BigDecimal)) {
      return List.of();
    }
    BigDecimal typed = Quantity.ofMeasure(reported).numerator();
    List<BigDecimal> meant = new ArrayList<>(typed.signum() > 0 ? error.meant(typed) : List.of());
    meant.removeIf(other -> isCount && !isCount(other));
    return meant;
  }

  private static boolean isCount(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  private static Object typed(Subject subject, String figure, BigDecimal number) {
    return Measures.type(subject.getClass(), figure) == Integer.class ? (Object) number.intValueExact() : number;
  }

  private boolean fits(Subject other) {
    return bound.limit().applies(other) == Truth.YES
        && Boolean.TRUE.equals(measurement.ruling(bound, other, context).kept());
  }
}
