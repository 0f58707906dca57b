package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;
import org.dudao.report.Datum;
import org.dudao.report.SourceFigure;

/** The components of a fact from which something follows, as it reports them. */
final class ReportedOperands {
  private static final String PUPILS = "students";
  private static final String PER = "/";

  private ReportedOperands() {}

  /**
   * Those among these components that are reported, in that order.
   *
   * @param unit of what follows from them; of so many for one of something the first is told in what stands before it
   */
  static List<SourceFigure> of(Subject subject, Collection<String> components, String unit) {
    List<SourceFigure> operands = new ArrayList<>();
    String first = unit.contains(PER) ? unit.substring(0, unit.indexOf(PER)) : Datum.Numeral.NO_UNIT;
    for (String component : components) {
      Datum value = datum(Measures.value(subject, component), unitOf(subject, component, first));
      if (value != null) {
        operands.add(new SourceFigure(component, value));
      }
      first = Datum.Numeral.NO_UNIT;
    }
    return List.copyOf(operands);
  }

  private static String unitOf(Subject subject, String component, String told) {
    return Measures.isOfPupils(subject.getClass(), component) ? PUPILS : told;
  }

  /** Null where nothing was reported, or what is no number, day or time and cannot be computed with. */
  private static Datum datum(Object value, String unit) {
    if (value instanceof Integer count) {
      return Datum.Numeral.of(count, unit);
    }
    if (value instanceof BigDecimal number) {
      return Datum.Numeral.of(number, unit);
    }
    if (value instanceof LocalDate day) {
      return new Datum.Date(day);
    }
    return value instanceof LocalTime time ? new Datum.TimeOfDay(time) : null;
  }
}
