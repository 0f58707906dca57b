package org.dudao.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days from 1900 to 2100 as people and spreadsheet programs write them in cells. */
final class WrittenDay {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?: 0?0:00(?::00)?)?");
  private static final Pattern CHINESE = Pattern.compile("(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]");
  private static final Pattern CHINESE_OF_YEAR = Pattern.compile("(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]");
  private static final Pattern OF_YEAR = Pattern.compile("(\\d{2})-(\\d{2})");
  private static final Pattern SLOPPY_OF_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2}|\\d)");
  private static final Pattern WITHOUT_SIGNS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
  /** The day before the first one that spreadsheet programs count, corrected for the leap day that 1900 never had. */
  private static final LocalDate BEFORE_SERIALS = LocalDate.of(1899, 12, 30);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int CENTURY = 2000;

  private WrittenDay() {}

  /** The day that is written with its year first, {@code 2012-1-1} or {@code 2012年1月1日}; null when it is none. */
  static LocalDate of(String text) {
    Matcher signs = YEAR_FIRST.matcher(text);
    if (signs.matches()) {
      return day(signs.group(1), signs.group(3), signs.group(4));
    }
    Matcher words = CHINESE.matcher(text);
    return words.matches() ? day(words.group(1), words.group(2), words.group(3)) : null;
  }

  /** Whether it is a day of the calendar of a year that is not read. */
  static boolean isOfOtherYear(String text) {
    Matcher signs = YEAR_FIRST.matcher(text);
    if (!signs.matches() || of(text) != null) {
      return false;
    }
    try {
      LocalDate.of(Integer.parseInt(signs.group(1)), Integer.parseInt(signs.group(3)), Integer.parseInt(signs.group(4)));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether it looks like a day, in whatever order; numbers between points alone do not. */
  static boolean isLike(String text) {
    return of(text) != null || text.matches(".*[-/].*") && !readings(text).isEmpty();
  }

  /** The days, as tables write them, that somebody may mean who writes no day so that it is read. */
  static List<String> readings(String text) {
    Matcher numbers = WITHOUT_SIGNS.matcher(text);
    if (numbers.matches()) {
      return sorted(Stream.of(dayOrNull(numbers.group(1), numbers.group(2), numbers.group(3))));
    }
    numbers = THREE_NUMBERS.matcher(text);
    if (!numbers.matches()) {
      return List.of();
    }
    String first = numbers.group(1);
    String second = numbers.group(2);
    String third = numbers.group(3);
    return sorted(
        Stream.of(
            dayOrNull(first, second, third), dayOrNull(third, first, second), dayOrNull(third, second, first)));
  }

  /** The day whose number in spreadsheet programs this is; null when it is none. */
  static LocalDate ofSerial(String text) {
    if (!SERIAL.matcher(text).matches()) {
      return null;
    }
    LocalDate day = BEFORE_SERIALS.plusDays(Integer.parseInt(text.replaceAll("\\..*", "")));
    return day.getYear() <= LAST_YEAR ? day : null;
  }

  /** The day of every year that is written {@code 01-31} or {@code 1月31日}; null when it is none. */
  static MonthDay ofYear(String text) {
    Matcher numbers = OF_YEAR.matcher(text);
    Matcher words = CHINESE_OF_YEAR.matcher(text);
    if (numbers.matches()) {
      return monthDay(numbers.group(1), numbers.group(2));
    }
    return words.matches() ? monthDay(words.group(1), words.group(2)) : null;
  }

  /** The days of every year, as tables write them, that somebody may mean who writes none so that it is read. */
  static List<String> readingsOfYear(String text) {
    Matcher numbers = SLOPPY_OF_YEAR.matcher(text);
    return !numbers.matches()
        ? List.of()
        : sorted(
            Stream.of(monthDay(numbers.group(1), numbers.group(2)), monthDay(numbers.group(2), numbers.group(1)))
                .map(day -> day == null ? null : written(day)));
  }

  /** As tables write it, {@code 01-31}. */
  static String written(MonthDay day) {
    return day.toString().substring("--".length());
  }

  private static List<String> sorted(Stream<?> days) {
    TreeSet<String> sorted = new TreeSet<>();
    days.filter(day -> day != null).forEach(day -> sorted.add(day.toString()));
    return List.copyOf(sorted);
  }

  /** A year of one or two digits is one of this century. */
  private static LocalDate dayOrNull(String year, String month, String day) {
    String full = year.length() <= 2 ? Integer.toString(CENTURY + Integer.parseInt(year)) : year;
    return month.length() > 2 || day.length() > 2 ? null : day(full, month, day);
  }

  private static LocalDate day(String year, String month, String day) {
    try {
      LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? date : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static MonthDay monthDay(String month, String day) {
    try {
      return MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
