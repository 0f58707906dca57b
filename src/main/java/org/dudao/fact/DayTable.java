package org.dudao.fact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** All days between the first and the last, counted when first asked: so that no due date is searched day by day. */
final class DayTable {
  private static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
  private static final int DAYS = (int) (LocalDate.of(2046, 1, 1).toEpochDay() - FIRST.toEpochDay());

  /** Nobody can tell yet whether it is worked; so are all days before the first and after the last. */
  private static final byte OPEN = 0;

  private static final byte REST = 1;
  private static final byte WORK = 2;

  private final List<CalendarTable> tables;
  /** What each day is. */
  private byte[] kinds;
  /** The days that are surely worked, counted from the first of all days. */
  private volatile int[] worked;
  /** The days that may be worked, counted so. */
  private int[] workable;
  /** How many days that are surely worked there are up to and with each day. */
  private int[] workedUntil;
  /** How many open days there are up to and with each day. */
  private int[] openUntil;

  /** Counts the days that are worked by all those tables. */
  DayTable(List<CalendarTable> tables) {
    this.tables = tables;
  }

  private void count() {
    if (worked == null) {
      countAll();
    }
  }

  private synchronized void countAll() {
    if (worked != null) {
      return;
    }
    byte[] all = kinds(tables.get(0));
    for (CalendarTable other : tables.subList(1, tables.size())) {
      byte[] others = kinds(other);
      for (int i = 0; i < DAYS; i++) {
        all[i] = all[i] == REST || others[i] == REST ? REST : all[i] == OPEN ? OPEN : others[i];
      }
    }
    workedUntil = new int[DAYS];
    openUntil = new int[DAYS];
    int[] sure = new int[DAYS];
    int[] possible = new int[DAYS];
    int sureDays = 0;
    int openDays = 0;
    for (int i = 0; i < DAYS; i++) {
      if (all[i] != REST) {
        possible[sureDays + openDays] = i;
      }
      if (all[i] == WORK) {
        sure[sureDays++] = i;
      } else if (all[i] == OPEN) {
        openDays++;
      }
      workedUntil[i] = sureDays;
      openUntil[i] = openDays;
    }
    kinds = all;
    workable = Arrays.copyOf(possible, sureDays + openDays);
    worked = Arrays.copyOf(sure, sureDays);
  }

  /** What each day is by that table. */
  private static byte[] kinds(CalendarTable table) {
    byte[] kinds = new byte[DAYS];
    for (int i = table.weekends().size() - 1; i >= 0; i--) {
      Weekend weekend = table.weekends().get(i);
      boolean[] rest = week(weekend.days());
      for (int day = from(weekend.span()); day < until(weekend.span()); day++) {
        kinds[day] = rest[day % rest.length] ? REST : OPEN;
      }
    }
    byte[] weekly = kinds.clone();
    if (!table.leeways().isEmpty()) {
      table.regulated().forEach(span -> settleWeekdays(kinds, span));
    }
    table.known().forEach(span -> settleWeekdays(kinds, span));
    for (Festival festival : table.statutory()) {
      if (!table.isPublished(festival)) {
        Leeway leeway = table.leeway(festival);
        open(kinds, weekly, leeway.freeAround(festival.days()), OPEN);
        open(kinds, weekly, leeway.workedAround(festival.days()), REST);
      }
    }
    for (Festival festival : table.statutory()) {
      Arrays.fill(kinds, from(festival.days()), until(festival.days()), REST);
    }
    table.open().forEach(span -> Arrays.fill(kinds, from(span), until(span), OPEN));
    mark(kinds, table.holidays(), REST);
    mark(kinds, table.workdays(), WORK);
    return kinds;
  }

  /** Which days of the week are of rest, beginning with that of the first of all days. */
  private static boolean[] week(Set<DayOfWeek> rest) {
    boolean[] week = new boolean[DayOfWeek.values().length];
    for (int i = 0; i < week.length; i++) {
      week[i] = rest.contains(FIRST.getDayOfWeek().plus(i));
    }
    return week;
  }

  /** In that span, weekdays are worked unless something else is said of them. */
  private static void settleWeekdays(byte[] kinds, DateRange span) {
    for (int day = from(span); day < until(span); day++) {
      if (kinds[day] == OPEN) {
        kinds[day] = WORK;
      }
    }
  }

  /** In that span, the days that are of that kind by the week alone are open. */
  private static void open(byte[] kinds, byte[] weekly, DateRange span, byte kind) {
    for (int day = from(span); day < until(span); day++) {
      if (weekly[day] == kind) {
        kinds[day] = OPEN;
      }
    }
  }

  private static void mark(byte[] kinds, Set<LocalDate> days, byte kind) {
    for (LocalDate day : days) {
      int index = index(day);
      if (index >= 0) {
        kinds[index] = kind;
      }
    }
  }

  /** The first of our days that the span holds. */
  private static int from(DateRange span) {
    return (int) Math.min(DAYS, Math.max(0, span.from().toEpochDay() - FIRST.toEpochDay()));
  }

  /** The first of our days that is after the span; no less than {@link #from}. */
  private static int until(DateRange span) {
    long until = span.to() == null ? DAYS : span.to().toEpochDay() + 1 - FIRST.toEpochDay();
    return (int) Math.max(from(span), Math.min(DAYS, until));
  }

  /** Which of the days that one is; negative when it is none of them. */
  private static int index(LocalDate day) {
    long index = day.toEpochDay() - FIRST.toEpochDay();
    return index < 0 || index >= DAYS ? -1 : (int) index;
  }

  private byte kind(LocalDate day) {
    count();
    int index = index(day);
    return index < 0 ? OPEN : kinds[index];
  }

  boolean isWorked(LocalDate day) {
    return kind(day) == WORK;
  }

  boolean isWorkable(LocalDate day) {
    return kind(day) != REST;
  }

  /**
   * The n-th working day after that day: at the earliest, when all open days are worked, and at the latest, when none of
   * them is.
   *
   * @param n at least one
   */
  Period.Due after(LocalDate day, int n) {
    count();
    int open = openUntil(day);
    int sure = workedUntil(day) + n - 1;
    int last = sure < worked.length ? worked[sure] : DAYS;
    if (last < DAYS && openUntil[last] == open) {
      return Period.Due.on(FIRST.plusDays(last));
    }
    return new Period.Due(
        FIRST.plusDays(workable(sure + open)), last < DAYS ? FIRST.plusDays(last) : Period.Due.NO_BOUND);
  }

  /** How many days that are surely worked lie after the first day, up to and with the last. */
  int workedBetween(LocalDate first, LocalDate last) {
    count();
    return Math.max(0, workedUntil(last) - workedUntil(first));
  }

  private int workedUntil(LocalDate day) {
    int index = index(day);
    return index >= 0 ? workedUntil[index] : day.isBefore(FIRST) ? 0 : worked.length;
  }

  /** Counted from the first of our days, and before it backwards from there. */
  private int openUntil(LocalDate day) {
    int index = index(day);
    if (index >= 0) {
      return openUntil[index];
    }
    int sinceFirst = (int) (day.toEpochDay() - FIRST.toEpochDay());
    return sinceFirst < 0 ? sinceFirst + 1 : openUntil[DAYS - 1] + sinceFirst + 1 - DAYS;
  }

  /** The day with that number among those that may be worked, from the first of our days on. */
  private int workable(int number) {
    if (number < 0) {
      return number;
    }
    return number < workable.length ? workable[number] : DAYS + number - workable.length;
  }
}
