package org.dudao.load;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days of 1900 to 2100 as documents write them, {@code 2024-06-30}; one object for all who say the same day. */
final class Days {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int LENGTH = "2000-01-01".length();
  private static final int MONTHS = 12;
  private static final int DAYS = 31;

  /** Filled when first asked; threads that fill the same place put in the same day. */
  private static final LocalDate[] ALL = new LocalDate[(LAST_YEAR - FIRST_YEAR + 1) * MONTHS * DAYS];

  private Days() {}

  /** The day that these characters write, or null when it is none. */
  static LocalDate of(char[] text, int from, int length) {
    if (length != LENGTH || text[from + 4] != '-' || text[from + 7] != '-') {
      return null;
    }
    int year = digits(text, from, 4);
    int month = digits(text, from + 5, 2);
    int day = digits(text, from + 8, 2);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS || day < 1 || day > DAYS) {
      return null;
    }
    int place = ((year - FIRST_YEAR) * MONTHS + month - 1) * DAYS + day - 1;
    LocalDate known = ALL[place];
    if (known == null && day <= YearMonth.of(year, month).lengthOfMonth()) {
      known = LocalDate.of(year, month, day);
      ALL[place] = known;
    }
    return known;
  }

  /** The number that these digits write; negative when they are none. */
  private static int digits(char[] text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
