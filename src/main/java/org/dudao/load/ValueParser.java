package org.dudao.load;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.fact.Period;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;

/** Reads the cells {@code value} and {@code unit} of a limit together. */
final class ValueParser {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern FRACTION = Pattern.compile("(\\d+)/([1-9]\\d*)");
  private static final Pattern RANGE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern CHOICE = Pattern.compile("(earliest|latest)\\((.+)\\)");
  private static final Pattern SPAN = Pattern.compile("(\\d+) ([a-z ]+)");
  private static final Pattern DAY = Pattern.compile("\\d{2}-\\d{2}");
  private static final String LIST = "list";
  private static final String DATE = "date";
  private static final String DAY_UNIT = "day";
  private static final String PERIOD = "period";
  private static final String TIME = "time";

  private final CsvTable.Row row;

  ValueParser(CsvTable.Row row) {
    this.row = row;
  }

  /** The value, or null after a fault. */
  Value parse() {
    String text = row.required("value");
    String unit = row.text("unit");
    if (text.isEmpty()) {
      return null;
    }
    if (unit.equals(LIST)) {
      List<String> names = Arrays.stream(text.split("[;；]")).map(String::strip).toList();
      if (names.contains("")) {
        row.fault("value", ProblemCode.EMPTY_LIST, text);
      }
      return new Value.Names(names);
    }
    if (text.equals("yes")) {
      return new Value.Yes();
    }
    if (text.startsWith("=")) {
      return new Value.Field(text.substring(1));
    }
    if (unit.equals(DAY_UNIT)) {
      LocalDate day = row.date("value");
      return day == null ? null : new Value.Day(day);
    }
    if (unit.equals(TIME)) {
      LocalTime time = DocumentReader.timeOfEvening(text);
      if (time == null) {
        row.fault("value", ProblemCode.TIME, text);
      }
      return time == null ? null : new Value.Clock(time);
    }
    if (unit.equals(PERIOD)) {
      Period period = choice(text);
      return period == null ? null : new Value.Time(period);
    }
    if (unit.equals(DATE) || Period.Count.of(0, unit) != null) {
      Period period = span(text, unit);
      return period == null ? null : new Value.Time(period);
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      return new Value.Number(
          new Quantity(new BigDecimal(fraction.group(1)), new BigDecimal(fraction.group(2))));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)));
    }
    if (NUMBER.matcher(text).matches()) {
      return new Value.Number(Quantity.of(new BigDecimal(text)));
    }
    row.fault("value", ProblemCode.VALUE, text, unit);
    return null;
  }

  private Value range(BigDecimal low, BigDecimal high) {
    if (low.compareTo(high) >= 0) {
      row.fault("value", ProblemCode.RANGE, low.toPlainString(), high.toPlainString());
      return null;
    }
    return new Value.Range(Quantity.of(low), Quantity.of(high));
  }

  private Period choice(String text) {
    Matcher choice = CHOICE.matcher(text);
    if (!choice.matches()) {
      row.fault("value", ProblemCode.PERIOD, text);
      return null;
    }
    List<Period> periods = new ArrayList<>();
    for (String part : choice.group(2).split(";")) {
      Matcher span = SPAN.matcher(part.strip());
      Period period = span.matches() ? span(span.group(1), span.group(2)) : span(part.strip(), DATE);
      if (period == null) {
        return null;
      }
      periods.add(period);
    }
    return choice.group(1).equals("earliest") ? new Period.Earliest(periods) : new Period.Latest(periods);
  }

  private Period span(String text, String unit) {
    try {
      if (unit.equals(DATE) && DAY.matcher(text).matches()) {
        return new Period.Until(MonthDay.parse("--" + text));
      }
    } catch (DateTimeException e) {
      // Told below like any other text that is no day of the year.
    }
    Period counted = text.matches("\\d{1,4}") ? Period.Count.of(Integer.parseInt(text), unit) : null;
    if (counted == null) {
      row.fault("value", ProblemCode.PERIOD, text + " " + unit);
    }
    return counted;
  }
}
