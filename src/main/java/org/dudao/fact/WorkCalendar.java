package org.dudao.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The working days of a place. Where its tables do not know whether a day is worked, a due date is told as the earliest
 * and the latest that it can be.
 */
public final class WorkCalendar {
  private static final int LONGEST_HOLIDAYS = 100;
  private static final WorkCalendar UNKNOWN = new WorkCalendar(CalendarTable.EMPTY);

  private final List<CalendarTable> tables;
  private final DayTable days;
  private final List<DateRange> rolls;
  private final WorkCalendar withoutRolling;

  public WorkCalendar(CalendarTable table) {
    this(List.of(table));
  }

  private WorkCalendar(List<CalendarTable> tables) {
    this(tables, new DayTable(tables), tables.stream().flatMap(table -> table.rolls().stream()).toList());
  }

  private WorkCalendar(List<CalendarTable> tables, DayTable days, List<DateRange> rolls) {
    this.tables = tables;
    this.days = days;
    this.rolls = rolls;
    this.withoutRolling = rolls.isEmpty() ? this : new WorkCalendar(tables, days, List.of());
  }

  /** The calendar of a place that nobody wrote down: each of its days may be worked or not. */
  public static WorkCalendar unknown() {
    return UNKNOWN;
  }

  /** Counts the days that are working days of all these. */
  public static WorkCalendar together(List<WorkCalendar> calendars) {
    return new WorkCalendar(calendars.stream().flatMap(calendar -> calendar.tables.stream()).toList());
  }

  /** The same days, but no period runs on: for spans that must last at least so long. */
  public WorkCalendar withoutRolling() {
    return withoutRolling;
  }

  /** What it was made of. */
  public List<CalendarTable> tables() {
    return tables;
  }

  /** Whether it is known that people work on that day. */
  public boolean isWorkingDay(LocalDate day) {
    return days.isWorked(day);
  }

  /** Whether people may work on that day, for all that is known. */
  public boolean mayBeWorkingDay(LocalDate day) {
    return days.isWorkable(day);
  }

  /** The n-th working day after that day, which itself is not counted; that day when n is zero. */
  Period.Due afterWorkingDays(LocalDate start, int n) {
    return n < 1 ? Period.Due.on(start) : days.after(start, n);
  }

  /** The n-th school day after that day; no date when the terms reported do not reach from the one to the other. */
  Period.Due afterSchoolDays(LocalDate start, int n, List<Term> terms) {
    if (terms.stream().noneMatch(term -> !start.isBefore(term.opens())) || hasHole(start, terms)) {
      return Period.Due.UNTOLD;
    }
    LocalDate earliest = schoolDay(start, n, terms, false);
    LocalDate latest = schoolDay(start, n, terms, true);
    return earliest == null
        ? Period.Due.UNTOLD
        : new Period.Due(earliest, latest == null ? Period.Due.NO_BOUND : latest);
  }

  /** Counted from day to day; null when the terms end before. */
  private LocalDate schoolDay(LocalDate start, int n, List<Term> terms, boolean onlySure) {
    LocalDate lastKnown = terms.stream().map(Term::closes).max(LocalDate::compareTo).orElse(start);
    LocalDate day = start;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      if (day.isAfter(lastKnown)) {
        return null;
      }
      LocalDate today = day;
      if ((onlySure ? isWorkingDay(day) : mayBeWorkingDay(day))
          && terms.stream().anyMatch(term -> !today.isBefore(term.opens()) && !today.isAfter(term.closes()))) {
        left--;
      }
    }
    return day;
  }

  /** Between two terms lie holidays; what is longer than any is a term that nobody reported. */
  private static boolean hasHole(LocalDate start, List<Term> terms) {
    List<Term> later =
        terms.stream().filter(term -> !term.closes().isBefore(start)).sorted(Comparator.comparing(Term::opens)).toList();
    LocalDate closed = later.isEmpty() || later.get(0).opens().isBefore(start) ? null : start;
    for (Term term : later) {
      if (closed != null && closed.plusDays(LONGEST_HOLIDAYS).isBefore(term.opens())) {
        return true;
      }
      closed = closed == null || closed.isBefore(term.closes()) ? term.closes() : closed;
    }
    return false;
  }

  /** That day, or where the law of the place and day says so the next working day after it. */
  Period.Due rolled(LocalDate day) {
    return rolls(day) ? days.after(day.minusDays(1), 1) : Period.Due.on(day);
  }

  private boolean rolls(LocalDate day) {
    for (int i = 0; i < rolls.size(); i++) {
      if (rolls.get(i).holds(day)) {
        return true;
      }
    }
    return false;
  }

  /** How many days that are surely working days lie after the first day, up to and with the last. */
  public int workingDaysBetween(LocalDate first, LocalDate last) {
    return days.workedBetween(first, last);
  }
}
