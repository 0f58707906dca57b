package org.dudao.engine.judge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dudao.fact.Case;
import org.dudao.fact.DateRange;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.Datum;
import org.dudao.report.SourceFigure;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** {@code check.period( ... )} and {@code check.since( ... )}: a span of time that the law allows, or asks for. */
final class TimeSpan implements Measurement {
  /** Days that do not count; none where a case does not tell any. */
  private static final String EXCLUDED_DAYS = "excludedDays";

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
      reads.add(EXCLUDED_DAYS);
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

  /** The two days; what has not ended yet is judged by the day of judgement. */
  @Override
  public List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    List<SourceFigure> operands =
        new ArrayList<>(
            ReportedOperands.of(subject, to == null ? List.of(from) : List.of(from, to), Datum.Numeral.NO_UNIT));
    if (operands.size() == 1 && first.read(subject) != null) {
      operands.add(new SourceFigure(SourceFigure.AS_OF, new Datum.Date(context.facts().asOf())));
    }
    return List.copyOf(operands);
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    LocalDate ended = last == null ? null : (LocalDate) last.read(subject);
    Period period = period(bound.limit(), subject);
    if (begun == null || period == null || doubtful(begun, ended, context) != null) {
      return false;
    }
    if (bound.demand() != Demand.WITHIN) {
      Period.Due due = period.due(begun, 0, context.calendar(bound.limit()).withoutRolling(), context.terms());
      return ended != null && due.isTold() && !ended.isBefore(due.latest());
    }
    Period.Due due =
        period.due(begun, excludedDays(subject), calendar(bound.limit(), context), context.terms());
    return due.isTold() && !(ended == null ? context.facts().asOf() : ended).isAfter(due.earliest());
  }

  private Ruling within(Limit limit, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    LocalDate ended = to == null ? null : (LocalDate) last.read(subject);
    if (begun == null) {
      return Ruling.unknown(List.of(from));
    }
    String doubtful = doubtful(begun, ended, context);
    if (doubtful != null) {
      return afterJudgement(doubtful, begun, ended, context);
    }
    Period period = period(limit, subject);
    if (period == null) {
      return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
    }
    Period.Due due = period.due(begun, excludedDays(subject), calendar(limit, context), context.terms());
    if (!due.isTold()) {
      return Ruling.unknown(List.of(FactKind.TERM.property()));
    }
    LocalDate until = ended == null ? context.facts().asOf() : ended;
    boolean kept = !until.isAfter(due.earliest());
    if (!kept && context.facts().censored().getOrDefault(subject, Map.of()).containsKey(EXCLUDED_DAYS)) {
      return Ruling.unknown(List.of(EXCLUDED_DAYS));
    }
    if (!kept && isSuspended(limit, begun, due)) {
      // What was to be done by a day on which it was not demanded was not demanded at all.
      boolean neverFellDue = limit.suspended().holds(due.earliest()) && limit.suspended().holds(due.latest());
      return neverFellDue ? Ruling.NOT_APPLICABLE : suspended(limit);
    }
    if (!kept && !until.isAfter(due.latest())) {
      return Ruling.unknown(List.of()).with(unsettled(due));
    }
    LocalDate lastDay = kept ? due.earliest() : due.latest();
    LocalDate found = to == null ? begun : ended;
    Ruling ruling =
        new Ruling(
            kept, found == null ? null : new Datum.Date(found), new Datum.Date(lastDay),
            kept ? null : overdue(context.calendar(limit), limit, lastDay, until));
    if (ended == null && to != null) {
      ruling = ruling.with(Remark.of(RemarkCode.OPEN, lastDay));
    }
    return ruling.with(unsettled(due));
  }

  private Ruling lasting(Limit limit, Subject subject, EvaluationContext context) {
    LocalDate begun = (LocalDate) first.read(subject);
    LocalDate ended = (LocalDate) last.read(subject);
    if (begun == null) {
      return Ruling.unknown(List.of(from));
    }
    String doubtful = doubtful(begun, ended, context);
    if (doubtful != null) {
      return afterJudgement(doubtful, begun, ended, context);
    }
    Period period = period(limit, subject);
    if (period == null) {
      return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
    }
    WorkCalendar calendar = context.calendar(limit).withoutRolling();
    Period.Due due = period.due(begun, 0, calendar, context.terms());
    if (!due.isTold()) {
      return Ruling.unknown(List.of(FactKind.TERM.property()));
    }
    if (ended == null) {
      return context.facts().asOf().isBefore(due.latest()) || !lastsWithoutEnd
          ? Ruling.unknown(List.of(to)).with(unsettled(due))
          : new Ruling(true, null, new Datum.Date(due.latest()), null)
              .with(Remark.of(RemarkCode.OPEN, due.latest()));
    }
    boolean kept = !ended.isBefore(due.latest());
    if (!kept && isSuspended(limit, begun, due)) {
      return suspended(limit);
    }
    if (!kept && !ended.isBefore(due.earliest())) {
      return Ruling.unknown(List.of()).with(unsettled(due));
    }
    LocalDate soonest = kept ? due.latest() : due.earliest();
    return new Ruling(
            kept, new Datum.Date(ended), new Datum.Date(soonest),
            kept ? null : overdue(calendar, limit, ended, soonest))
        .with(unsettled(due));
  }

  /**
   * The component whose day cannot be: what has begun, or is over, on the day of judgement did not begin or end after it.
   * Null when there is none.
   */
  private String doubtful(LocalDate begun, LocalDate ended, EvaluationContext context) {
    if (begun.isAfter(context.facts().asOf())) {
      return from;
    }
    return lastsWithoutEnd && ended != null && ended.isAfter(context.facts().asOf()) ? to : null;
  }

  /** One of the two days is a slip, and nobody can tell which. */
  private Ruling afterJudgement(String component, LocalDate begun, LocalDate ended, EvaluationContext context) {
    LocalDate asOf = context.facts().asOf();
    return Ruling.unknown(List.of(component))
        .with(
            component.equals(from)
                ? Remark.of(RemarkCode.NOT_BEGUN, begun, asOf)
                : Remark.of(RemarkCode.NOT_ENDED, ended, asOf));
  }

  /** Whether any day of the span is one on which the demand was not made. */
  private static boolean isSuspended(Limit limit, LocalDate begun, Period.Due due) {
    return limit.suspended() != null && limit.suspended().meets(new DateRange(begun, due.latest()));
  }

  private static Ruling suspended(Limit limit) {
    return Ruling.unknown(List.of())
        .with(Remark.of(RemarkCode.SUSPENDED, limit.suspended().from(), limit.suspended().to()));
  }

  /** What is judged by the day of judgement ends on that day, be it one of rest. */
  private WorkCalendar calendar(Limit limit, EvaluationContext context) {
    WorkCalendar calendar = context.calendar(limit);
    return to == null ? calendar.withoutRolling() : calendar;
  }

  private static Period period(Limit limit, Subject subject) {
    if (limit.value() instanceof Value.Time time) {
      return time.period();
    }
    Quantity promised = Quantity.ofMeasure(Measures.value(subject, ((Value.Field) limit.value()).measure()));
    return promised == null ? null : Period.Count.of(promised.numerator().intValueExact(), limit.unit());
  }

  private static int excludedDays(Subject subject) {
    return subject instanceof Case one && one.excludedDays() != null ? one.excludedDays() : 0;
  }

  /** Working days late are counted as the limit counts; every other distance of two days in days of the calendar. */
  private static Datum overdue(WorkCalendar calendar, Limit limit, LocalDate due, LocalDate last) {
    return limit.unit().startsWith(Period.Unit.WORKING_DAYS.text())
        ? Datum.Numeral.of(calendar.workingDaysBetween(due, last), Period.Unit.WORKING_DAYS.text())
        : Datum.Numeral.of(ChronoUnit.DAYS.between(due, last), Period.Unit.DAYS.text());
  }

  /** Null when the due date is certain. */
  private static Remark unsettled(Period.Due due) {
    if (due.isCertain()) {
      return null;
    }
    return due.latest().equals(Period.Due.NO_BOUND)
        ? Remark.of(RemarkCode.HOLIDAYS_UNKNOWN, due.earliest())
        : Remark.of(RemarkCode.CALENDAR_UNKNOWN, due.earliest(), due.latest());
  }
}
