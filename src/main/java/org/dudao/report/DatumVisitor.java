package org.dudao.report;

/** What is made of a {@link Datum}, one method for each kind: every format has to say what becomes of each. */
public interface DatumVisitor<R> {
  R numeral(Datum.Numeral numeral);

  R range(Datum.NumeralRange range);

  R date(Datum.Date date);

  R timeOfDay(Datum.TimeOfDay time);

  R yesNo(Datum.YesNo truth);

  R verbatim(Datum.Verbatim verbatim);

  R items(Datum.Items items);

  R fieldName(Datum.FieldName field);

  R components(Datum.Components components);
}
