package org.dudao.format;

import org.dudao.report.Datum;
import org.dudao.report.DatumVisitor;

/** As what JSON says the value of a finding. */
enum JsonKind {
  /** Its text is a number without an exponent, to the last printed digit. */
  NUMBER,
  TEXT;

  static final DatumVisitor<JsonKind> OF =
      new DatumVisitor<>() {
        @Override
        public JsonKind numeral(Datum.Numeral numeral) {
          return numeral.isDecimal() ? NUMBER : TEXT;
        }

        @Override
        public JsonKind date(Datum.Date date) {
          return TEXT;
        }

        @Override
        public JsonKind timeOfDay(Datum.TimeOfDay time) {
          return TEXT;
        }

        @Override
        public JsonKind yesNo(Datum.YesNo truth) {
          return TEXT;
        }

        @Override
        public JsonKind verbatim(Datum.Verbatim verbatim) {
          return TEXT;
        }

        @Override
        public JsonKind items(Datum.Items items) {
          return TEXT;
        }

        @Override
        public JsonKind fieldName(Datum.FieldName field) {
          return TEXT;
        }

        @Override
        public JsonKind components(Datum.Components components) {
          return TEXT;
        }
      };
}
