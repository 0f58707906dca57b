package org.dudao.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.fact.Catalogue;
import org.dudao.fact.Language;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;

/** Reads the cells {@code value} and {@code unit} of a limit together. */
final class ValueParser {
  private static final Pattern FRACTION = Pattern.compile("(0|[1-9]\\d*)/([1-9]\\d*)");
  private static final Pattern RANGE =
      Pattern.compile("(" + WrittenNumber.PLAIN + ") ?(?:\\.\\.|至) ?(" + WrittenNumber.PLAIN + ")");
  private static final Pattern WITH_UNIT = Pattern.compile("(-?\\d[\\d.,]*) ?(\\D.*)");
  private static final Pattern CHOICE = Pattern.compile("([\\p{L}]+) ?\\((.+)\\)");
  private static final Pattern SPAN = Pattern.compile("(\\d+) ?([\\p{L} ()]+)");
  /** Of two readings of what stands behind the sign this is the one with a dot: no measure has one, and each id. */
  private static final Pattern OTHER_LIMIT = Pattern.compile("= ?[a-z0-9-]++(\\.[a-z0-9-]++)++");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");
  private static final Pattern HALF_DAY_CLOCK =
      Pattern.compile("(上午|下午)? ?(0?[1-9]|1[0-2]):(\\d{2})(?::00)?(?: ?([AP]M))?", Pattern.CASE_INSENSITIVE);
  private static final int HALF_DAY = 12;
  private static final Pattern BETWEEN_PERIODS = Pattern.compile("[;,、]");
  /** What separates the items of a list: Chinese commas only before a blank, for without it they stand in items too. */
  private static final Pattern BETWEEN_ITEMS = Pattern.compile("[;；]|[、，](?=[\\s\\u3000\\u00A0])");
  private static final Pattern COMMA_IN_ITEM = Pattern.compile("[、，,]");
  /** The units in which a fraction tells a part of a whole, and nothing else that is written with a stroke. */
  private static final Set<String> UNITS_OF_FRACTIONS = Set.of("ratio", "share");
  private static final Set<String> CHOICES = Set.of("earliest", "latest");
  private static final Set<String> YES = Set.of("yes");
  private static final String EARLIEST = "earliest";
  private static final String LIST = "list";
  private static final String DATE = "date";
  private static final String DAY_UNIT = "day";
  private static final String PERIOD = "period";
  private static final String TIME = "time";
  /** The units that say what else than a number the value is. */
  private static final Set<String> OF_NO_NUMBER = Set.of(LIST, DATE, DAY_UNIT, PERIOD, TIME);
  private static final String WITH_FIRST = " beginning with the first";
  private static final String WITH_FIRST_IN_CHINESE = "(含首日)";

  private final ScopeVocabulary vocabulary;
  private final CsvTable.Row row;

  ValueParser(ScopeVocabulary vocabulary, CsvTable.Row row) {
    this.vocabulary = vocabulary;
    this.row = row;
  }

  /**
   * What a limit demands, and its two cells in the words of tables.
   *
   * @param value null after a fault, and where another limit has it
   * @param sameAs the id of that other limit; else empty
   */
  record Demanded(Value value, String text, String sameAs, String unit) {
    Demanded(Value value, String text, String unit) {
      this(value, text, "", unit);
    }
  }

  /** What the cells say. */
  Demanded parse() {
    row.required("value");
    String text = row.plain("value");
    String unit = unit(row.plain("unit"));
    if (text.isEmpty() || unit == null) {
      return new Demanded(null, text, unit);
    }
    if (OTHER_LIMIT.matcher(text).matches()) {
      return new Demanded(null, "", text.substring(Limit.SAME_AS.length()).strip(), unit);
    }
    if (unit.equals(LIST)) {
      return list(row.text("value"));
    }
    Matcher withUnit = WITH_UNIT.matcher(text);
    if (withUnit.matches() && isUnit(withUnit.group(2), unit)) {
      String beside = unit(withUnit.group(2));
      if (!unit.isEmpty() && !unit.equals(beside) && !isPrintedSo(unit, withUnit.group(2))) {
        row.fault("value", ProblemCode.UNIT_DIFFERS, text, row.text("unit"));
      }
      return parse(withUnit.group(1), unit.isEmpty() ? beside : unit);
    }
    return parse(text, unit);
  }

  private Demanded parse(String text, String unit) {
    if (Glossary.VALUES.meanings(text, YES).contains("yes")) {
      return new Demanded(new Value.Yes(), "yes", unit);
    }
    if (text.startsWith("=")) {
      return field(text.substring(1).strip(), unit);
    }
    if (unit.equals(DAY_UNIT)) {
      LocalDate day = row.date("value");
      return day == null ? new Demanded(null, text, unit) : new Demanded(new Value.Day(day), day.toString(), unit);
    }
    if (unit.equals(TIME)) {
      return clock(text);
    }
    if (unit.equals(PERIOD) || unit.equals(DATE) || Period.Count.of(0, unit) != null) {
      WrittenPeriod period = unit.equals(PERIOD) ? choice(text) : span(text, unit);
      return period == null
          ? new Demanded(null, text, unit)
          : new Demanded(new Value.Time(period.value), period.text, unit);
    }
    return new Demanded(number(text, unit), RANGE.matcher(text).replaceAll("$1..$2"), unit);
  }

  /**
   * A span of time.
   *
   * @param text as tables write it, without its unit
   */
  private record WrittenPeriod(Period value, String text) {}

  private Value number(String text, String unit) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      if (!UNITS_OF_FRACTIONS.contains(unit)) {
        row.fault("value", ProblemCode.FRACTION, text, unit);
        return null;
      }
      return new Value.Number(
          new Quantity(new BigDecimal(fraction.group(1)), new BigDecimal(fraction.group(2))));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)));
    }
    if (WrittenNumber.isPlain(text)) {
      return new Value.Number(Quantity.of(new BigDecimal(text)));
    }
    List<String> readings = WrittenNumber.readings(text);
    if (WrittenDay.isLike(text)) {
      row.fault("value", ProblemCode.FRACTION_DAY, text, unit);
    } else if (readings.isEmpty()) {
      row.fault("value", ProblemCode.VALUE, text, unit);
    } else {
      row.faultOfReadings("value", ProblemCode.NUMBER_FORM, text, readings);
    }
    return null;
  }

  private Value range(BigDecimal low, BigDecimal high) {
    if (low.compareTo(high) >= 0) {
      row.fault("value", ProblemCode.RANGE, low.toPlainString(), high.toPlainString());
      return null;
    }
    return new Value.Range(Quantity.of(low), Quantity.of(high));
  }

  /** Items are told and compared as they are written; only what stands between them is ours. */
  private Demanded list(String text) {
    boolean isOneItem =
        text.matches("[^;；]+[;；]") && !BETWEEN_ITEMS.matcher(text.substring(0, text.length() - 1)).find();
    String items = isOneItem ? text.substring(0, text.length() - 1) : text;
    List<String> names = Arrays.stream(BETWEEN_ITEMS.split(items, -1)).map(PlainForm::stripped).toList();
    if (names.contains("")) {
      row.fault("value", ProblemCode.EMPTY_LIST, text);
    } else if (!isOneItem && names.size() == 1 && COMMA_IN_ITEM.matcher(text).find()) {
      String several =
          Arrays.stream(COMMA_IN_ITEM.split(text)).map(PlainForm::stripped).collect(Collectors.joining("; "));
      row.fault("value", ProblemCode.LIST_COMMA, text, several, text + ";");
    }
    return new Demanded(new Value.Names(names), String.join("; ", names), LIST);
  }

  private Demanded field(String name, String unit) {
    Set<String> meanings = vocabulary.names(name);
    if (meanings.size() > 1) {
      row.fault("value", ProblemCode.SEVERAL_READINGS, name, String.join(", ", meanings));
    }
    // The rule of the limit tells whether its facts have it.
    String measure = meanings.isEmpty() ? name : meanings.iterator().next();
    return new Demanded(new Value.Field(measure), "=" + measure, unit);
  }

  private Demanded clock(String text) {
    Matcher written = CLOCK.matcher(text);
    Matcher half = HALF_DAY_CLOCK.matcher(text);
    String plain = text;
    if (written.matches()) {
      plain = "0".repeat(2 - written.group(1).length()) + written.group(1) + ":" + written.group(2);
    } else if (half.matches() && (half.group(1) == null) != (half.group(4) == null)) {
      boolean isAfternoon = "下午".equals(half.group(1)) || "PM".equalsIgnoreCase(half.group(4));
      int hour = Integer.parseInt(half.group(2)) % HALF_DAY + (isAfternoon ? HALF_DAY : 0);
      plain = "%02d:%s".formatted(hour, half.group(3));
    }
    LocalTime time = DocumentReader.timeOfEvening(plain);
    if (time == null) {
      row.fault("value", ProblemCode.TIME, text);
    }
    return new Demanded(time == null ? null : new Value.Clock(time), plain, TIME);
  }

  private WrittenPeriod choice(String text) {
    Matcher choice = CHOICE.matcher(text);
    Set<String> which = choice.matches() ? Glossary.VALUES.meanings(choice.group(1), CHOICES) : Set.of();
    if (which.isEmpty()) {
      row.fault("value", ProblemCode.PERIOD, text);
      return null;
    }
    List<WrittenPeriod> spans = new ArrayList<>();
    for (String part : BETWEEN_PERIODS.split(choice.group(2))) {
      WrittenPeriod period = part(part.strip());
      if (period == null) {
        return null;
      }
      for (WrittenPeriod other : spans) {
        if (isCountedAlike(period.value, other.value)) {
          row.fault("value", ProblemCode.PERIODS_ALIKE, other.text, period.text);
          return null;
        }
      }
      spans.add(period);
    }
    String word = which.iterator().next();
    List<Period> periods = spans.stream().map(WrittenPeriod::value).toList();
    return new WrittenPeriod(
        word.equals(EARLIEST) ? new Period.Earliest(periods) : new Period.Latest(periods),
        word + "(" + spans.stream().map(WrittenPeriod::text).collect(Collectors.joining("; ")) + ")");
  }

  /** Whether of both the same one always ends first. */
  private static boolean isCountedAlike(Period one, Period other) {
    return one instanceof Period.Count first && other instanceof Period.Count second
        && first.unit() == second.unit() && first.withFirst() == second.withFirst();
  }

  /** One of several spans, with its unit, or a day of the year. */
  private WrittenPeriod part(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches() || WrittenDay.ofYear(text) != null) {
      return span(text, DATE);
    }
    String unit = unit(span.group(2).strip());
    WrittenPeriod counted = span(span.group(1), unit);
    return counted == null ? null : new WrittenPeriod(counted.value, counted.text + " " + unit);
  }

  private WrittenPeriod span(String text, String unit) {
    MonthDay day = unit.equals(DATE) ? WrittenDay.ofYear(text) : null;
    if (day != null) {
      return new WrittenPeriod(new Period.Until(day), WrittenDay.written(day));
    }
    Period counted = text.matches("0|[1-9]\\d{0,3}") ? Period.Count.of(Integer.parseInt(text), unit) : null;
    if (counted == null) {
      List<String> readings = unit.equals(DATE) ? WrittenDay.readingsOfYear(text) : WrittenNumber.readings(text);
      // A number that is none of a span, such as -8 or 8.5, can be read in no other way.
      boolean isRead = readings.isEmpty() || readings.contains(text);
      row.faultOfReadings(
          "value", ProblemCode.PERIOD, isRead ? text + " " + unit : text, isRead ? List.of() : readings);
    }
    return counted == null ? null : new WrittenPeriod(counted, text);
  }

  /**
   * Whether the text is a unit of which we know, so that a number may stand before it in one cell.
   *
   * @param beside what the cell of the unit says; without it, the 3rd of a month is written like three days
   */
  private static boolean isUnit(String text, String beside) {
    boolean isKnown = !Glossary.UNITS.meanings(withoutFirst(text), Glossary.UNITS.words()).isEmpty();
    return isKnown && !OF_NO_NUMBER.contains(unit(text)) && !OF_NO_NUMBER.contains(beside)
        && !(beside.isEmpty() && text.matches("[年月日]"));
  }

  /** Whether reports in Chinese print the unit so: that of pupils, teachers and all other people as 人. */
  private static boolean isPrintedSo(String unit, String text) {
    return text.equals(Catalogue.of(Language.ZH).getProperty("unit." + unit.replace(' ', '-')));
  }

  /** The unit in the words of tables where it is called so in Chinese; otherwise as it is written. */
  private static String unit(String text) {
    String counted = withoutFirst(text);
    Set<String> meanings = Glossary.UNITS.meanings(counted, Glossary.UNITS.words());
    String unit = meanings.size() == 1 ? meanings.iterator().next() : counted;
    return counted.equals(text) ? unit : unit + WITH_FIRST;
  }

  private static String withoutFirst(String text) {
    return text.endsWith(WITH_FIRST_IN_CHINESE)
        ? text.substring(0, text.length() - WITH_FIRST_IN_CHINESE.length()).strip()
        : text;
  }
}
