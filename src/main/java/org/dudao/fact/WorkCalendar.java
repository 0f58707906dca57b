package org.dudao.fact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The working days of a country: all but its weekends and holidays, plus the days announced as working days. */
public final class WorkCalendar {
  private static final int LONGEST_HOLIDAYS = 100;
  private static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
  private static final int DAYS = (int) (LocalDate.of(2045, 1, 1).toEpochDay() - FIRST.toEpochDay());

  /** Taken, and said, where a calendar does not tell the weekend. */
  private static final Set<DayOfWeek> ASSUMED = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final String country;
  private final List<Weekend> weekends;
  private final NavigableSet<LocalDate> holidays;
  private final NavigableSet<LocalDate> workdays;
  private final List<DateRange> known;
  private final List<DateRange> rolls;
  private final DayTable table;

  /**
   * A calendar.
   *
   * @param weekends each day is of one at most; that of other days is assumed to be Saturday and Sunday
   * @param holidays rest days that the country announced
   * @param workdays days announced as working days although they fall on a weekend or in a holiday
   * @param known spans for which the calendar is complete; elsewhere all days but weekends are assumed, and said
   * @param rolls spans in which a period counted in days, weeks, months or years that ends on a rest day runs on to the
   *     next working day
   */
  public WorkCalendar(
      String country, List<Weekend> weekends, NavigableSet<LocalDate> holidays, NavigableSet<LocalDate> workdays,
      List<DateRange> known, List<DateRange> rolls) {
    this(country, weekends, holidays, workdays, known, rolls, null);
  }

  private WorkCalendar(
      String country, List<Weekend> weekends, NavigableSet<LocalDate> holidays, NavigableSet<LocalDate> workdays,
      List<DateRange> known, List<DateRange> rolls, DayTable table) {
    this.country = country;
    this.weekends = weekends;
    this.holidays = holidays;
    this.workdays = workdays;
    this.known = known;
    this.rolls = rolls;
    this.table = table == null ? new DayTable() : table;
  }

  /** All days between the first and the last, counted when first asked: so that no due date is searched day by day. */
  private final class DayTable {
    /** The working days, counted from the first of all days. */
    private volatile int[] working;
    /** How many working days there are up to and with each day. */
    private int[] before;
    /** How many days of which the calendar is known there are up to and with each day. */
    private int[] knownBefore;

    private void count() {
      if (working == null) {
        countAll();
      }
    }

    private synchronized void countAll() {
      if (working != null) {
        return;
      }
      boolean[] worked = worked();
      boolean[] isKnown = new boolean[DAYS];
      for (DateRange span : known) {
        Arrays.fill(isKnown, from(span), until(span), true);
      }
      before = new int[DAYS];
      knownBefore = new int[DAYS];
      int[] found = new int[DAYS];
      int workingDays = 0;
      int knownDays = 0;
      for (int i = 0; i < DAYS; i++) {
        if (worked[i]) {
          found[workingDays++] = i;
        }
        if (isKnown[i]) {
          knownDays++;
        }
        before[i] = workingDays;
        knownBefore[i] = knownDays;
      }
      working = Arrays.copyOf(found, workingDays);
    }

    /** The same as {@link #isWorkingDayBySets} of each day, without a search for each: it is done at most starts. */
    private boolean[] worked() {
      boolean[] worked = new boolean[DAYS];
      week(worked, 0, DAYS, ASSUMED);
      for (Weekend weekend : weekends) {
        week(worked, from(weekend.span()), until(weekend.span()), weekend.days());
      }
      mark(worked, holidays, false);
      mark(worked, workdays, true);
      return worked;
    }

    private void week(boolean[] worked, int from, int until, Set<DayOfWeek> rest) {
      boolean[] week = new boolean[7];
      for (int i = 0; i < week.length; i++) {
        week[i] = !rest.contains(FIRST.getDayOfWeek().plus(i));
      }
      for (int i = from; i < until; i++) {
        worked[i] = week[i % 7];
      }
    }

    private void mark(boolean[] worked, NavigableSet<LocalDate> days, boolean value) {
      for (LocalDate day : days) {
        if (index(day) >= 0) {
          worked[index(day)] = value;
        }
      }
    }

    /** The first of our days that the span holds. */
    private int from(DateRange span) {
      return (int) Math.min(DAYS, Math.max(0, span.from().toEpochDay() - FIRST.toEpochDay()));
    }

    /** The first of our days that is after the span; no less than {@link #from}. */
    private int until(DateRange span) {
      long until = span.to() == null ? DAYS : span.to().toEpochDay() + 1 - FIRST.toEpochDay();
      return (int) Math.max(from(span), Math.min(DAYS, until));
    }

    /** Which of the days that one is; negative when it is none of them. */
    int index(LocalDate day) {
      long index = day.toEpochDay() - FIRST.toEpochDay();
      return index < 0 || index >= DAYS ? -1 : (int) index;
    }

    boolean isWorkingDay(int index) {
      return workingUntil(index) > (index == 0 ? 0 : workingUntil(index - 1));
    }

    int workingUntil(int index) {
      count();
      return before[index];
    }

    /** That day or the first working day after it; null when not all days between them are known. */
    LocalDate onOrAfter(LocalDate day) {
      int from = index(day);
      if (from < 1) {
        return null;
      }
      int at = workingUntil(from - 1);
      if (at >= working.length) {
        return null;
      }
      int last = working[at];
      return knownBefore[last] - knownBefore[from - 1] == last - from + 1 ? day.plusDays((long) last - from) : null;
    }

    /** The n-th working day after that day; null when not all days between them are known. */
    LocalDate afterWorkingDays(LocalDate start, int count) {
      int from = index(start);
      if (count < 1 || from < 0) {
        return null;
      }
      int at = workingUntil(from) + count - 1;
      if (at >= working.length) {
        return null;
      }
      int last = working[at];
      return knownBefore[last] - knownBefore[from] == last - from ? FIRST.plusDays(last) : null;
    }
  }

  /** Days from one to another, both included; {@code to} is null when it has no end. */
  public record DateRange(LocalDate from, LocalDate to) {
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether any day of that year is among them. */
    boolean meets(int year) {
      return from.getYear() <= year && (to == null || to.getYear() >= year);
    }
  }

  /**
   * The days of the week on which a country rests, for a span of days.
   *
   * @param days one to six of them: in a week of none, no working day would ever come
   */
  public record Weekend(DateRange span, Set<DayOfWeek> days) {
    public Weekend {
      if (days.isEmpty() || days.size() == DayOfWeek.values().length) {
        throw new IllegalArgumentException("a weekend of " + days.size() + " days");
      }
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
  }

  /** The calendar of a country that nobody wrote down: Monday to Friday, of no year known. */
  public static WorkCalendar unknown(String country) {
    return new WorkCalendar(country, List.of(), new TreeSet<>(), new TreeSet<>(), List.of(), List.of());
  }

  /** The same days, but no period runs on: for spans that must last at least so long. */
  public WorkCalendar withoutRolling() {
    return new WorkCalendar(country, weekends, holidays, workdays, known, List.of(), table);
  }

  public String country() {
    return country;
  }

  /** The days of the week on which the country rests, span by span. */
  public List<Weekend> weekends() {
    return List.copyOf(weekends);
  }

  /** Rest days that the country announced. */
  public NavigableSet<LocalDate> holidays() {
    return Collections.unmodifiableNavigableSet(holidays);
  }

  /** Spans for which the calendar is complete. */
  public List<DateRange> known() {
    return List.copyOf(known);
  }

  /** Spans in which a period that ends on a rest day runs on. */
  public List<DateRange> rolls() {
    return List.copyOf(rolls);
  }

  /** The days announced as working days although they fall on a weekend or in a holiday. */
  public NavigableSet<LocalDate> workdays() {
    return Collections.unmodifiableNavigableSet(workdays);
  }

  public boolean isWorkingDay(LocalDate day) {
    int index = table.index(day);
    return index < 0 ? isWorkingDayBySets(day) : table.isWorkingDay(index);
  }

  private boolean isWorkingDayBySets(LocalDate day) {
    if (workdays.contains(day)) {
      return true;
    }
    return !holidays.contains(day) && !weekend(day).contains(day.getDayOfWeek());
  }

  private Set<DayOfWeek> weekend(LocalDate day) {
    for (int i = 0; i < weekends.size(); i++) {
      if (weekends.get(i).span().holds(day)) {
        return weekends.get(i).days();
      }
    }
    return ASSUMED;
  }

  /** Whether the week of all those years is Monday to Friday, be it told or assumed. */
  public boolean isMondayToFriday(Set<Integer> years) {
    return weekends.stream()
        .filter(weekend -> !weekend.days().equals(ASSUMED))
        .allMatch(weekend -> years.stream().noneMatch(year -> weekend.span().meets(year)));
  }

  /** The n-th working day after that day, which itself is not counted. */
  Period.Due afterWorkingDays(LocalDate start, int count) {
    LocalDate counted = table.afterWorkingDays(start, count);
    if (counted != null) {
      return new Period.Due(counted, Set.of());
    }
    Set<Integer> unknownYears = new TreeSet<>();
    LocalDate day = start;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      note(day, unknownYears);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return new Period.Due(day, unknownYears);
  }

  /** The n-th school day after that day; no date when the terms reported do not reach from the one to the other. */
  Period.Due afterSchoolDays(LocalDate start, int count, List<Term> terms) {
    if (terms.stream().noneMatch(term -> !start.isBefore(term.opens()))) {
      return new Period.Due(null, Set.of());
    }
    if (hasHole(start, terms)) {
      return new Period.Due(null, Set.of());
    }
    LocalDate lastKnown = terms.stream().map(Term::closes).max(LocalDate::compareTo).orElse(start);
    Set<Integer> unknownYears = new TreeSet<>();
    LocalDate day = start;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (day.isAfter(lastKnown)) {
        return new Period.Due(null, unknownYears);
      }
      note(day, unknownYears);
      LocalDate today = day;
      if (isWorkingDay(day)
          && terms.stream().anyMatch(term -> !today.isBefore(term.opens()) && !today.isAfter(term.closes()))) {
        left--;
      }
    }
    return new Period.Due(day, unknownYears);
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

  /** That day, or where the law of the country and day says so the next working day after it. */
  Period.Due rolled(LocalDate day) {
    if (!isIn(rolls, day)) {
      return new Period.Due(day, Set.of());
    }
    LocalDate counted = table.onOrAfter(day);
    if (counted != null) {
      return new Period.Due(counted, Set.of());
    }
    Set<Integer> unknownYears = new TreeSet<>();
    LocalDate last = day;
    note(last, unknownYears);
    while (!isWorkingDay(last)) {
      last = last.plusDays(1);
      note(last, unknownYears);
    }
    return new Period.Due(last, unknownYears);
  }

  /** How many working days lie after the first day, up to and with the last. */
  public int workingDaysBetween(LocalDate first, LocalDate last) {
    int from = table.index(first);
    int to = table.index(last);
    if (from >= 0 && to >= 0) {
      return Math.max(0, table.workingUntil(to) - table.workingUntil(from));
    }
    int count = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  private void note(LocalDate day, Set<Integer> unknownYears) {
    if (!isKnown(day)) {
      unknownYears.add(day.getYear());
    }
  }

  private boolean isKnown(LocalDate day) {
    return isIn(known, day);
  }

  private static boolean isIn(List<DateRange> spans, LocalDate day) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).holds(day)) {
        return true;
      }
    }
    return false;
  }
}
