package org.dudao.report;

import java.math.BigDecimal;
import org.dudao.fact.Period;
import org.dudao.fact.Value;
import org.dudao.fact.ValueVisitor;

/**
 * Tells the value of a limit as its table writes it.
 *
 * @param text of the cell, to the last digit
 * @param unit of the limit
 */
record WrittenValue(String text, String unit) implements ValueVisitor<Datum> {
  @Override
  public Datum number(Value.Number number) {
    return numeral(number.quantity().numerator());
  }

  @Override
  public Datum range(Value.Range range) {
    return Datum.NumeralRange.of(range.low(), range.high(), unit);
  }

  @Override
  public Datum yes(Value.Yes yes) {
    return Datum.YesNo.YES;
  }

  @Override
  public Datum names(Value.Names names) {
    return new Datum.Items(names.names());
  }

  @Override
  public Datum day(Value.Day day) {
    return new Datum.Date(day.day());
  }

  @Override
  public Datum clock(Value.Clock clock) {
    return new Datum.TimeOfDay(clock.time());
  }

  @Override
  public Datum field(Value.Field field) {
    return new Datum.FieldName(field.measure());
  }

  /** So many of a unit; every other span is told in the words of the cell. */
  @Override
  public Datum time(Value.Time time) {
    return time.period() instanceof Period.Count count
        ? numeral(BigDecimal.valueOf(count.number()))
        : new Datum.Verbatim(text);
  }

  @Override
  public Datum cells(Value.CellRelation relation) {
    return new Datum.Verbatim(text);
  }

  /** A fraction, or a number with idle zeros before it, is not written as a decimal number is. */
  private Datum numeral(BigDecimal number) {
    return new Datum.Numeral(text, text.equals(number.toPlainString()), unit);
  }
}
