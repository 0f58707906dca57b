package org.dudao.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far from the statutory days of a festival its notices ever moved days: so far may one that is not published.
 *
 * @param freeBefore so many days before the first statutory day a weekday was free
 * @param freeAfter so many days after the last one a weekday was free
 * @param workedBefore so many days before the first one a day of a weekend was worked
 * @param workedAfter so many days after the last one a day of a weekend was worked
 */
public record Leeway(int freeBefore, int freeAfter, int workedBefore, int workedAfter) {
  static final Leeway NONE = new Leeway(0, 0, 0, 0);

  /** That of each festival by its name, as the published ones of the table show it. */
  static Map<String, Leeway> shownBy(CalendarTable table) {
    NavigableMap<LocalDate, Festival> published = new TreeMap<>();
    table.statutory().stream().filter(table::isPublished).forEach(one -> published.put(one.days().from(), one));
    Map<String, Leeway> leeways = new HashMap<>();
    published.values().forEach(one -> leeways.put(one.name(), NONE));
    if (!published.isEmpty()) {
      for (LocalDate day : table.holidays()) {
        if (!table.isWeekend(day)) {
          Festival festival = nearest(day, published);
          int distance = festival.distance(day);
          leeways.merge(festival.name(), new Leeway(-distance, distance, 0, 0), Leeway::farther);
        }
      }
      for (LocalDate day : table.workdays()) {
        Festival festival = nearest(day, published);
        int distance = festival.distance(day);
        leeways.merge(festival.name(), new Leeway(0, 0, -distance, distance), Leeway::farther);
      }
    }
    return Map.copyOf(leeways);
  }

  private static Festival nearest(LocalDate day, NavigableMap<LocalDate, Festival> festivals) {
    var earlier = festivals.floorEntry(day);
    var later = festivals.higherEntry(day);
    if (earlier == null || later == null) {
      return (earlier == null ? later : earlier).getValue();
    }
    int since = earlier.getValue().distance(day);
    return since <= -later.getValue().distance(day) ? earlier.getValue() : later.getValue();
  }

  /** As far as any of those. */
  static Leeway farthest(Collection<Leeway> all) {
    return all.stream().reduce(NONE, Leeway::farther);
  }

  private Leeway farther(Leeway other) {
    return new Leeway(
        Math.max(freeBefore, other.freeBefore), Math.max(freeAfter, other.freeAfter),
        Math.max(workedBefore, other.workedBefore), Math.max(workedAfter, other.workedAfter));
  }

  /** The days around those on which a notice may set weekdays free. */
  DateRange freeAround(DateRange days) {
    return new DateRange(days.from().minusDays(freeBefore), days.to().plusDays(freeAfter));
  }

  /** The days around those on which a notice may let people work on weekends. */
  DateRange workedAround(DateRange days) {
    return new DateRange(days.from().minusDays(workedBefore), days.to().plusDays(workedAfter));
  }
}
