package org.dudao.fact;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the tables of a place say of its days.
 *
 * @param weekends where two hold, the first counts
 * @param holidays rest days that were announced
 * @param workdays days announced as working days although they fall on a weekend or in a holiday
 * @param open days that may be worked or not: there is a holiday whose arrangement is not in the tables
 * @param statutory the days of each festival that the regulation of their year gives; notices may add others around them
 * @param regulated spans in which all festivals are among the statutory ones
 * @param known spans for which the arrangement was published
 * @param rolls spans in which a period counted in days, weeks, months or years that ends on a rest day runs on to the
 *     next working day
 * @param leeways by the name of a festival, what its notices may do; empty where no published one shows it
 */
public record CalendarTable(
    List<Weekend> weekends, NavigableSet<LocalDate> holidays, NavigableSet<LocalDate> workdays,
    List<DateRange> open, List<Festival> statutory, List<DateRange> regulated, List<DateRange> known,
    List<DateRange> rolls, Map<String, Leeway> leeways) {

  /** What nobody wrote down. */
  public static final CalendarTable EMPTY =
      new CalendarTable(
          List.of(), new TreeSet<>(), new TreeSet<>(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

  public CalendarTable {
    weekends = List.copyOf(weekends);
    holidays = Collections.unmodifiableNavigableSet(holidays);
    workdays = Collections.unmodifiableNavigableSet(workdays);
    open = List.copyOf(open);
    statutory = List.copyOf(statutory);
    regulated = List.copyOf(regulated);
    known = List.copyOf(known);
    rolls = List.copyOf(rolls);
    leeways = Map.copyOf(leeways);
  }

  /** Both tables, that of a place and that of a wider one: where they say different things of a day, this one counts. */
  public CalendarTable over(CalendarTable wider) {
    return new CalendarTable(
        both(weekends, wider.weekends), both(holidays, without(wider.holidays, workdays)),
        both(workdays, withoutOpen(without(wider.workdays, holidays))), both(open, wider.open),
        both(statutory, wider.statutory), both(regulated, wider.regulated), both(known, wider.known),
        both(rolls, wider.rolls), wider.leeways.isEmpty() ? leeways : wider.leeways);
  }

  /** The same, with the leeways that its published years show. */
  public CalendarTable withLeeways() {
    return new CalendarTable(
        weekends, holidays, workdays, open, statutory, regulated, known, rolls, Leeway.shownBy(this));
  }

  /** Whether the arrangement of that festival was published. */
  boolean isPublished(Festival festival) {
    return known.stream().anyMatch(span -> span.holds(festival.days().from()));
  }

  /** What the notice of that festival may do: of one that never had any, as much as any other. */
  Leeway leeway(Festival festival) {
    Leeway own = leeways.get(festival.name());
    return own == null ? Leeway.farthest(leeways.values()) : own;
  }

  /** Whether that day is of a weekend. */
  public boolean isWeekend(LocalDate day) {
    for (Weekend weekend : weekends) {
      if (weekend.span().holds(day)) {
        return weekend.days().contains(day.getDayOfWeek());
      }
    }
    return false;
  }

  private NavigableSet<LocalDate> withoutOpen(NavigableSet<LocalDate> days) {
    days.removeIf(day -> open.stream().anyMatch(span -> span.holds(day)));
    return days;
  }

  private static <T> List<T> both(List<T> nearer, List<T> wider) {
    return Stream.concat(nearer.stream(), wider.stream()).toList();
  }

  private static NavigableSet<LocalDate> both(NavigableSet<LocalDate> nearer, NavigableSet<LocalDate> wider) {
    NavigableSet<LocalDate> both = new TreeSet<>(nearer);
    both.addAll(wider);
    return both;
  }

  private static NavigableSet<LocalDate> without(NavigableSet<LocalDate> days, Set<LocalDate> others) {
    NavigableSet<LocalDate> rest = new TreeSet<>(days);
    rest.removeAll(others);
    return rest;
  }
}
