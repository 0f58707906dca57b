package org.dudao.fact;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A span of time that the law allows, as the law counts it. */
public sealed interface Period {
  /** In what a span is counted. */
  enum Unit {
    DAYS("days"),
    WORKING_DAYS("working days"),
    SCHOOL_DAYS("school days"),
    WEEKS("weeks"),
    MONTHS("months"),
    YEARS("years");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    /** As limits write it. */
    public String text() {
      return text;
    }
  }

  /**
   * The last day of a span: the earliest and the latest that it can be, for all that is known of the calendar.
   *
   * @param earliest null when it cannot be told because no school terms were reported
   * @param latest {@link #NO_BOUND} when nothing is known that would end the span
   */
  record Due(LocalDate earliest, LocalDate latest) {
    /** Later than any day. */
    public static final LocalDate NO_BOUND = LocalDate.MAX;

    static final Due UNTOLD = new Due(null, null);

    static Due on(LocalDate day) {
      return new Due(day, day);
    }

    /** Whether anything can be said of it. */
    public boolean isTold() {
      return earliest != null;
    }

    /** Whether it is one day, whatever the calendar will be. */
    public boolean isCertain() {
      return earliest.equals(latest);
    }
  }

  /**
   * The last day on which what began on {@code start} is in time.
   *
   * @param excluded days that are not counted, in the span's own unit
   */
  Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms);

  /** What the visitor makes of a span of this kind. */
  <R> R accept(PeriodVisitor<R> visitor);

  /**
   * So many days, weeks, months or years.
   *
   * @param withFirst whether the span begins with the first day, or with the day after it
   */
  record Count(int number, Unit unit, boolean withFirst) implements Period {
    private static final String WITH_FIRST = " beginning with the first";

    /**
     * So many of those, as limits write it: {@code days}, or {@code days beginning with the first}.
     *
     * @return null when it is no such unit
     */
    public static Count of(int number, String unit) {
      boolean withFirst = unit.endsWith(WITH_FIRST);
      String counted = withFirst ? unit.substring(0, unit.length() - WITH_FIRST.length()) : unit;
      return Arrays.stream(Unit.values())
          .filter(one -> one.text().equals(counted))
          .findFirst()
          .map(one -> new Count(number, one, withFirst))
          .orElse(null);
    }

    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      int early = withFirst ? 1 : 0;
      return switch (unit) {
        case WORKING_DAYS -> calendar.afterWorkingDays(start.minusDays(early), number + excluded);
        case SCHOOL_DAYS -> calendar.afterSchoolDays(start.minusDays(early), number + excluded, terms);
        case DAYS -> calendar.rolled(start.plusDays((long) number + excluded - early));
        case WEEKS -> calendar.rolled(start.plusWeeks(number).plusDays((long) excluded - early));
        case MONTHS -> calendar.rolled(start.plusMonths(number).plusDays((long) excluded - early));
        case YEARS -> calendar.rolled(start.plusYears(number).plusDays((long) excluded - early));
      };
    }

    @Override
    public <R> R accept(PeriodVisitor<R> visitor) {
      return visitor.count(this);
    }
  }

  /** Until the next such day of a year after the first day. */
  record Until(MonthDay day) implements Period {
    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      LocalDate sameYear = day.atYear(start.getYear());
      LocalDate last = sameYear.isAfter(start) ? sameYear : day.atYear(start.getYear() + 1);
      return Due.on(last.plusDays(excluded));
    }

    @Override
    public <R> R accept(PeriodVisitor<R> visitor) {
      return visitor.until(this);
    }
  }

  /** Whichever of the spans ends first. */
  record Earliest(List<Period> periods) implements Period {
    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      return pick(periods, start, excluded, calendar, terms, Comparator.naturalOrder());
    }

    @Override
    public <R> R accept(PeriodVisitor<R> visitor) {
      return visitor.earliest(this);
    }
  }

  /** Whichever of the spans ends last; a day of the year among them may already be over. */
  record Latest(List<Period> periods) implements Period {
    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      List<Period> near =
          periods.stream().map(period -> period instanceof Until until ? new Nearest(until.day()) : period).toList();
      return pick(near, start, excluded, calendar, terms, Comparator.reverseOrder());
    }

    @Override
    public <R> R accept(PeriodVisitor<R> visitor) {
      return visitor.latest(this);
    }
  }

  /** Until that day of the year nearest to the first day, before or after it. */
  record Nearest(MonthDay day) implements Period {
    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      LocalDate nearest =
          IntStream.rangeClosed(start.getYear() - 1, start.getYear() + 1)
              .mapToObj(day::atYear)
              .min(Comparator.comparingLong(one -> Math.abs(ChronoUnit.DAYS.between(start, one))))
              .orElseThrow();
      return Due.on(nearest);
    }

    @Override
    public <R> R accept(PeriodVisitor<R> visitor) {
      return visitor.nearest(this);
    }
  }

  private static Due pick(
      List<Period> periods, LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms,
      Comparator<LocalDate> order) {
    List<Due> dues = periods.stream().map(period -> period.due(start, excluded, calendar, terms)).toList();
    return dues.stream().allMatch(Due::isTold)
        ? new Due(
            dues.stream().map(Due::earliest).min(order).orElseThrow(),
            dues.stream().map(Due::latest).min(order).orElseThrow())
        : Due.UNTOLD;
  }
}
