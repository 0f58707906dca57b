package org.dudao.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The working days of China from 2018 to 2029, counted once; from 2027 on, Monday to Friday. */
final class WorkingDays {
  private static final int FIRST = (int) LocalDate.of(2018, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2029, 12, 31).toEpochDay();

  /** Rest days, first and last, month and day. */
  private static final String[] HOLIDAYS = {
    "2018 0101-0101 0215-0221 0405-0407 0429-0501 0618-0618 0924-0924 1001-1007 1230-1231",
    "2019 0101-0101 0204-0210 0405-0405 0501-0504 0607-0607 0913-0913 1001-1007",
    "2020 0101-0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008",
    "2021 0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
    "2022 0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231-1231",
    "2023 0101-0102 0121-0127 0405-0405 0429-0503 0622-0624 0929-1006",
    "2024 0101-0101 0210-0217 0404-0406 0501-0505 0610-0610 0915-0917 1001-1007",
    "2025 0101-0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
    "2026 0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
  };

  /** Days of a weekend on which people work. */
  private static final String[] WORKDAYS = {
    "2018 0211-0211 0224-0224 0408-0408 0428-0428 0929-0930 1229-1229",
    "2019 0202-0203 0428-0428 0505-0505 0929-0929 1012-1012",
    "2020 0119-0119 0203-0203 0426-0426 0509-0509 0628-0628 0927-0927 1010-1010",
    "2021 0207-0207 0220-0220 0425-0425 0508-0508 0918-0918 0926-0926 1009-1009",
    "2022 0129-0130 0402-0402 0424-0424 0507-0507 1008-1009",
    "2023 0128-0129 0423-0423 0506-0506 0625-0625 1007-1008",
    "2024 0204-0204 0218-0218 0407-0407 0428-0428 0511-0511 0914-0914 0929-0929 1012-1012",
    "2025 0126-0126 0208-0208 0427-0427 0928-0928 1011-1011",
    "2026 0104-0104 0214-0214 0228-0228 0509-0509 0920-0920 1010-1010",
  };

  /** How many working days there are up to and with each day. */
  private static final int[] UP_TO = new int[LAST - FIRST + 1];

  /** The first day that has so many working days up to it. */
  private static final int[] NTH = new int[LAST - FIRST + 2];

  static {
    boolean[] works = new boolean[UP_TO.length];
    for (int i = 0; i < works.length; i++) {
      works[i] = LocalDate.ofEpochDay(FIRST + i).getDayOfWeek().getValue() <= 5;
    }
    mark(HOLIDAYS, works, false);
    mark(WORKDAYS, works, true);
    int count = 0;
    for (int i = 0; i < works.length; i++) {
      if (works[i]) {
        count++;
        NTH[count] = FIRST + i;
      }
      UP_TO[i] = count;
    }
  }

  private WorkingDays() {}

  /** The n-th working day after that day, which itself is not counted. */
  static int after(int day, int count) {
    return count == 0 ? day : NTH[UP_TO[day - FIRST] + count];
  }

  /** That day, or the first working day after it. */
  static int orNext(int day) {
    return after(day - 1, 1);
  }

  /** How many working days lie after the first day, up to and with the last. */
  static int between(int first, int last) {
    return UP_TO[last - FIRST] - UP_TO[first - FIRST];
  }

  private static void mark(String[] years, boolean[] works, boolean value) {
    for (String year : years) {
      String[] words = year.split(" ");
      for (int i = 1; i < words.length; i++) {
        int from = day(words[0] + words[i].substring(0, 4));
        int to = day(words[0] + words[i].substring(5));
        for (int day = from; day <= to; day++) {
          works[day - FIRST] = value;
        }
      }
    }
  }

  private static int day(String text) {
    return (int) LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
  }
}
