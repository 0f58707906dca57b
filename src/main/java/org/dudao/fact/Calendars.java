package org.dudao.fact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars of all places: that of a region, and that by which a limit counts which names several. */
public final class Calendars {
  private final Map<String, WorkCalendar> byRegion;
  private final Map<List<String>, WorkCalendar> together = new ConcurrentHashMap<>();

  /**
   * Those calendars.
   *
   * @param byRegion by upper-case region
   */
  public Calendars(Map<String, WorkCalendar> byRegion) {
    this.byRegion = Map.copyOf(byRegion);
  }

  /** The regions that have one. */
  public Set<String> regions() {
    return byRegion.keySet();
  }

  /** That of the region, or of the nearest one that holds it; of a place without any, no day is known. */
  public WorkCalendar of(String region) {
    return Region.nearest(byRegion.keySet(), region).map(byRegion::get).orElseGet(WorkCalendar::unknown);
  }

  /** In which a day is a working day if it is one in all those regions, each of which has a calendar. */
  public WorkCalendar of(List<String> regions) {
    return together.computeIfAbsent(
        regions, those -> WorkCalendar.together(those.stream().map(byRegion::get).toList()));
  }
}
