package org.dudao.format;

import org.dudao.report.Datum;
import org.dudao.report.DatumVisitor;

/** As what JSON says the value of a finding. */
enum JsonForm {
  /** Its text is a number without an exponent, to the last printed digit. */
  NUMBER,
  TEXT;

  static final DatumVisitor<JsonForm> OF =
      new DatumVisitor<>() {
        @Override
        public JsonForm numeral(Datum.Numeral numeral) {
          return numeral.isDecimal() ? NUMBER : TEXT;
        }

        @Override
        public JsonForm range(Datum.NumeralRange range) {
          return TEXT;
        }

        @Override
        public JsonForm date(Datum.Date date) {
          return TEXT;
        }

        @Override
        public JsonForm timeOfDay(Datum.TimeOfDay time) {
          return TEXT;
        }

        @Override
        public JsonForm yesNo(Datum.YesNo truth) {
          return TEXT;
        }

        @Override
        public JsonForm verbatim(Datum.Verbatim verbatim) {
          return TEXT;
        }

        @Override
        public JsonForm items(Datum.Items items) {
          return TEXT;
        }

        @Override
        public JsonForm fieldName(Datum.FieldName field) {
          return TEXT;
        }

        @Override
        public JsonForm components(Datum.Components components) {
          return TEXT;
        }
      };
}
