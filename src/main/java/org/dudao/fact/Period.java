package org.dudao.fact;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
   * The last day of a span.
   *
   * @param date null when it cannot be told because no school terms were reported
   * @param unknownYears years whose calendar is not announced: all days but weekends were taken as working days
   */
  record Due(LocalDate date, Set<Integer> unknownYears) {}

  /**
   * The last day on which what began on {@code start} is in time.
   *
   * @param excluded days that are not counted, in the span's own unit
   */
  Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms);

  /** What the visitor makes of a span of this kind. */
  <R> R accept(PeriodVisitor<R> visitor);

  /** So many days, weeks, months or years; the first day is not counted. */
  record Count(int number, Unit unit) implements Period {
    @Override
    public Due due(LocalDate start, int excluded, WorkCalendar calendar, List<Term> terms) {
      return switch (unit) {
        case WORKING_DAYS -> calendar.afterWorkingDays(start, number + excluded);
        case SCHOOL_DAYS -> calendar.afterSchoolDays(start, number + excluded, terms);
        case DAYS -> calendar.rolled(start.plusDays((long) number + excluded));
        case WEEKS -> calendar.rolled(start.plusWeeks(number).plusDays(excluded));
        case MONTHS -> calendar.rolled(start.plusMonths(number).plusDays(excluded));
        case YEARS -> calendar.rolled(start.plusYears(number).plusDays(excluded));
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
      return new Due(last.plusDays(excluded), Set.of());
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
      return new Due(nearest, Set.of());
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
    Set<Integer> unknownYears = new TreeSet<>();
    dues.forEach(due -> unknownYears.addAll(due.unknownYears()));
    return dues.stream().anyMatch(due -> due.date() == null)
        ? new Due(null, unknownYears)
        : new Due(dues.stream().map(Due::date).min(order).orElseThrow(), unknownYears);
  }
}
