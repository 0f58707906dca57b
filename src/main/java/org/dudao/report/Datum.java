package org.dudao.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dudao.fact.Quantity;

/** One value that a finding tells: what was found, what is demanded, by how much it is missed, what a remark names. */
public sealed interface Datum {
  /** As programs read it, in no language. */
  String text();

  /** What the visitor makes of a value of this kind. */
  <R> R accept(DatumVisitor<R> visitor);

  /**
   * A number as printed.
   *
   * @param isDecimal false for a ratio ({@code 1/3}, {@code 300:0}) or a range ({@code 40..50}, {@code >= 80}), which
   *     is no one decimal number, and for digits that no decimal number has ({@code 055})
   * @param unit in which it is told, as limits write units; empty for none
   */
  record Numeral(String text, boolean isDecimal, String unit) implements Datum {
    /** A number without a unit, or with one that says too little to be told. */
    public static final String NO_UNIT = "";

    private static final String PER_CENT = "%";
    private static final String PERCENTAGE_POINTS = "percentage points";

    /**
     * The unit of how far two numbers of that unit lie apart: percentages by points; for others nothing need be said.
     */
    public static String unitApart(String unit) {
      return PER_CENT.equals(unit) ? PERCENTAGE_POINTS : NO_UNIT;
    }

    public static Numeral of(long number, String unit) {
      return new Numeral(Long.toString(number), true, unit);
    }

    /** The number with all its printed decimals. */
    public static Numeral of(BigDecimal number, String unit) {
      return new Numeral(number.toPlainString(), true, unit);
    }

    public static Numeral of(Quantity number, String unit) {
      return number.isFinite() ? new Numeral(number.toString(), true, unit) : undecimal(number.toString());
    }

    /** With as many decimals as tell it from the other number. */
    public static Numeral besides(Quantity other, Quantity number, String unit) {
      return number.isFinite() ? new Numeral(number.besides(other), true, unit) : undecimal(number.toString());
    }

    /** A ratio or a range, which bears no unit. */
    public static Numeral undecimal(String text) {
      return new Numeral(text, false, NO_UNIT);
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.numeral(this);
    }
  }

  /**
   * From one number to another, both included.
   *
   * @param low as printed
   * @param high as printed
   * @param unit of both; empty for none
   */
  record NumeralRange(String low, String high, String unit) implements Datum {
    public static NumeralRange of(Quantity low, Quantity high, String unit) {
      return new NumeralRange(low.toString(), high.toString(), unit);
    }

    /** All that lies between these; the number itself, where they are the same. */
    public static Datum of(Numeral low, Numeral high) {
      return low.equals(high) ? low : new NumeralRange(low.text(), high.text(), low.unit());
    }

    @Override
    public String text() {
      return low + ".." + high;
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.range(this);
    }
  }

  /** A day. */
  record Date(LocalDate day) implements Datum {
    @Override
    public String text() {
      return day.toString();
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.date(this);
    }
  }

  /** A time of the day. */
  record TimeOfDay(LocalTime time) implements Datum {
    @Override
    public String text() {
      return time.toString();
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.timeOfDay(this);
    }
  }

  /** Whether something is so. */
  enum YesNo implements Datum {
    YES,
    NO;

    public static YesNo of(boolean truth) {
      return truth ? YES : NO;
    }

    @Override
    public String text() {
      return this == YES ? "yes" : "no";
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.yesNo(this);
    }
  }

  /** Text that was published, coded or set side by side: told as it stands in every language. */
  record Verbatim(String text) implements Datum {
    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.verbatim(this);
    }
  }

  /** Things of a list, by the names under which they are submitted. */
  record Items(List<String> names) implements Datum {
    @Override
    public String text() {
      return String.join("; ", names);
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.items(this);
    }
  }

  /** Another component of the same subject, whose value is the limit. */
  record FieldName(String name) implements Datum {
    @Override
    public String text() {
      return "=" + name;
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.fieldName(this);
    }
  }

  /** Components of facts, of which a remark speaks. */
  record Components(List<String> names) implements Datum {
    /** Between the names of components that are added. */
    public static final String PLUS = " + ";

    public static Components of(String name) {
      return new Components(List.of(name));
    }

    @Override
    public String text() {
      return String.join(", ", names);
    }

    @Override
    public <R> R accept(DatumVisitor<R> visitor) {
      return visitor.components(this);
    }
  }
}
