package org.dudao.engine.reckon;

import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.FactKind;
import org.dudao.fact.Quantity;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * How unequally schools are equipped: the coefficient of variation between them, in which every pupil counts alike.
 *
 * <p>With x_i what school i has, P_i its pupils and P_N the pupils of all schools:
 *
 * <pre>
 * X = sum( x_i ) / P_N    S = sqrt( sum( P_i / P_N * ( x_i / P_i - X )^2 ) )    CV = S / X
 * </pre>
 *
 * <p>That is the annex of 县域义务教育均衡发展督导评估暂行办法 (教督〔2012〕3号), which the measure of 2017 keeps. All is
 * exact up to the root; that is taken to fifty digits twice, rounded down and rounded up, and a verdict rests on both.
 */
public final class Variation {
  private static final int DIGITS = 50;
  private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);

  private Variation() {}

  /** The mean of the coefficients of these measures; the parts know all of them. */
  public static Amount between(List<StagePart> parts, List<String> measures) {
    List<StagePart> schools = parts.stream().filter(part -> !part.isEmpty()).toList();
    Quantity pupils = schools.stream().map(StagePart::students).reduce(Quantity.ZERO, Quantity::plus);
    List<Remark> remarks = new ArrayList<>();
    remarks.add(Remark.of(RemarkCode.VARIATION_OF, schools.size(), pupils));
    if (schools.size() < 2) {
      return Amount.unknown(List.of(FactKind.SCHOOL.property()), 0).with(remarks);
    }
    Quantity low = Quantity.ZERO;
    Quantity high = Quantity.ZERO;
    for (String measure : measures) {
      Quantity sum = schools.stream().map(part -> part.of(measure)).reduce(Quantity.ZERO, Quantity::plus);
      if (sum.signum() == 0) {
        remarks.add(Remark.of(RemarkCode.VARIATION_OF_NOTHING, Datum.Components.of(measure)));
        return Amount.unknown(List.of(), 0).with(remarks);
      }
      Quantity square = square(schools, pupils, sum, measure);
      Quantity root = root(square, DOWN);
      remarks.add(Remark.of(RemarkCode.VARIATION, Datum.Components.of(measure), sum, sum.dividedBy(pupils), root));
      low = low.plus(root);
      high = high.plus(root(square, UP));
    }
    Quantity number = Quantity.of(measures.size());
    return new Amount(low.dividedBy(number), high.dividedBy(number), List.of(), 0, remarks);
  }

  /** {@code CV^2}, in which the squares are multiplied out: {@code P_N * sum( x_i^2 / P_i ) / sum( x_i )^2 - 1}. */
  private static Quantity square(List<StagePart> schools, Quantity pupils, Quantity sum, String measure) {
    Quantity squares = Quantity.ZERO;
    for (StagePart school : schools) {
      Quantity part = school.of(measure);
      squares = squares.plus(part.times(part).dividedBy(school.students()));
    }
    return pupils.times(squares).dividedBy(sum.times(sum)).minus(Quantity.of(1));
  }

  private static Quantity root(Quantity square, MathContext digits) {
    return Quantity.of(square.numerator().divide(square.denominator(), digits).sqrt(digits));
  }
}
