package org.dudao.engine.judge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.fact.Case;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** {@code check.period( ... )} and {@code check.since( ... )}: a span of time that the law allows, or asks for. */
final class TimeSpan implements Measurement {
  private final String from;
  private final String to;
  private final Measures.Reader first;
  private final Measures.Reader last;
  /** Whether it still lasts while its end is not reported, which may also just not be known. */
  private final boolean lastsWithoutEnd;

  /**
   * @param to the day on which the span ends; null for the day of judgement
   */
  TimeSpan(Class<? extends Subject> type, String from, String to) {
    this.from = from;
    this.to = to;
    this.first = Measures.reader(type, from);
    this.last = to == null ? null : Measures.reader(type, to);
    this.lastsWithoutEnd = to != null && Measures.isOpenWithout(type, to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSpan that && first == that.first && last == that.last;
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, last);
  }

  @Override
  public String measure(Subject subject) {
    return to == null ? from : to;
  }

  @Override
  public String component(Subject subject) {
    return measure(subject);
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>(bound.reads(subject));
    for (String day : to == null ? List.of(from) : List.of(from, to)) {
      reads.addAll(Measures.from(subject.getClass(), day));
    }
    if (subject instanceof Case) {
      reads.add("excludedDays");
    }
    return reads;
  }

  /** Over by the due date, judged by the day of judgement while it lasts; or not over before the period is. */
  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    return bound.demand() == Demand.WITHIN
        ? within(bound.limit(), subject, context)
        : lasting(bound.limit(), subject, context);
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    Period period = period(bound.limit(), subject);
    if (begun == null || period == null) {
      return false;
    }
    LocalDate ended = last == null ? null : (LocalDate) last.read(subject);
    if (bound.demand() != Demand.WITHIN) {
      LocalDate due = period.due(begun, 0, context.calendarWithoutRolling(), context.terms()).date();
      return ended != null && due != null && !ended.isBefore(due);
    }
    LocalDate asOf = context.facts().asOf();
    LocalDate due = period.due(begun, excludedDays(subject), calendar(context), context.terms()).date();
    return due != null && !begun.isAfter(asOf) && !(isOpen(ended, context) ? asOf : ended).isAfter(due);
  }

  private Ruling within(Limit limit, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    if (begun == null) {
      return Ruling.unknown(List.of(from));
    }
    if (begun.isAfter(context.facts().asOf())) {
      // What begins after the day of judgement cannot be judged on it: one of the two days is a slip.
      return Ruling.unknown(List.of(from)).with(Remark.of(RemarkCode.NOT_BEGUN, begun, context.facts().asOf()));
    }
    Period period = period(limit, subject);
    if (period == null) {
      return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
    }
    Period.Due due = period.due(begun, excludedDays(subject), calendar(context), context.terms());
    if (due.date() == null) {
      return Ruling.unknown(List.of(FactKind.TERM.property())).with(unknownYears(due, context));
    }
    LocalDate ended = to == null ? null : (LocalDate) last.read(subject);
    boolean open = isOpen(ended, context);
    LocalDate until = open ? context.facts().asOf() : ended;
    boolean kept = !until.isAfter(due.date());
    LocalDate found = to == null ? begun : open ? null : ended;
    Ruling ruling =
        new Ruling(
            kept, found == null ? null : new Datum.Date(found), new Datum.Date(due.date()),
            kept ? null : overdue(context.calendar(), limit, due.date(), until));
    if (open && to != null) {
      ruling = ruling.with(Remark.of(RemarkCode.OPEN, due.date()));
    }
    return ruling.with(unknownYears(due, context));
  }

  private Ruling lasting(Limit limit, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    LocalDate ended = (LocalDate) last.read(subject);
    if (begun == null) {
      return Ruling.unknown(List.of(from));
    }
    Period period = period(limit, subject);
    if (period == null) {
      return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
    }
    Period.Due due = period.due(begun, 0, context.calendarWithoutRolling(), context.terms());
    if (due.date() == null) {
      return Ruling.unknown(List.of(FactKind.TERM.property())).with(unknownYears(due, context));
    }
    if (ended == null) {
      return context.facts().asOf().isBefore(due.date()) || !lastsWithoutEnd
          ? Ruling.unknown(List.of(to)).with(unknownYears(due, context))
          : new Ruling(true, null, new Datum.Date(due.date()), null).with(Remark.of(RemarkCode.OPEN, due.date()));
    }
    boolean kept = !ended.isBefore(due.date());
    return new Ruling(
            kept, new Datum.Date(ended), new Datum.Date(due.date()),
            kept ? null : overdue(context.calendar(), limit, ended, due.date()))
        .with(unknownYears(due, context));
  }

  /** What is judged by the day of judgement ends on that day, be it one of rest. */
  private WorkCalendar calendar(EvaluationContext context) {
    return to == null ? context.calendarWithoutRolling() : context.calendar();
  }

  /** Whether it still lasts on the day of judgement. */
  private static boolean isOpen(LocalDate ended, EvaluationContext context) {
    return ended == null || ended.isAfter(context.facts().asOf());
  }

  private static Period period(Limit limit, Subject subject) {
    if (limit.value() instanceof Value.Time time) {
      return time.period();
    }
    Quantity promised = Quantity.ofMeasure(Measures.value(subject, ((Value.Field) limit.value()).measure()));
    if (promised == null) {
      return null;
    }
    Period.Unit unit = Period.Unit.valueOf(limit.unit().toUpperCase(Locale.ROOT).replace(' ', '_'));
    return new Period.Count(promised.numerator().intValueExact(), unit);
  }

  private static int excludedDays(Subject subject) {
    return subject instanceof Case one && one.excludedDays() != null ? one.excludedDays() : 0;
  }

  /** Working days late are counted as the limit counts; every other distance of two days in days of the calendar. */
  private static Datum overdue(WorkCalendar calendar, Limit limit, LocalDate due, LocalDate last) {
    return limit.unit().equals(Period.Unit.WORKING_DAYS.text())
        ? Datum.Numeral.of(calendar.workingDaysBetween(due, last), limit.unit())
        : Datum.Numeral.of(ChronoUnit.DAYS.between(due, last), Period.Unit.DAYS.text());
  }

  private static Remark unknownYears(Period.Due due, EvaluationContext context) {
    if (due.unknownYears().isEmpty()) {
      return null;
    }
    String years = due.unknownYears().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return context.calendar().isMondayToFriday(due.unknownYears())
        ? Remark.of(RemarkCode.CALENDAR_UNKNOWN, years)
        : Remark.of(RemarkCode.HOLIDAYS_UNKNOWN, years);
  }
}
