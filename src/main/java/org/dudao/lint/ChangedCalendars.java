package org.dudao.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.fact.CalendarTable;
import org.dudao.fact.DateRange;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.fact.WorkCalendar;

/** Days that are worked, or are not, otherwise than in the edition before, but for those that became known since then. */
final class ChangedCalendars implements LintPass {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final int YEARS_AHEAD = 5;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    if (book.calendars().isEmpty()) {
      // They could not be read.
      return warnings;
    }
    LocalDate end = Newest.dayOf(before.limits()).plusYears(YEARS_AHEAD);
    Map<String, List<LocalDate>> told = new TreeMap<>();
    new TreeMap<>(before.calendars()).forEach((region, old) -> {
      WorkCalendar now = book.calendars().get(region);
      Origin at = place(region, book, before);
      if (now == null) {
        warnings.add(Warning.of(Lint.CALENDAR_GONE, at, region));
        return;
      }
      List<LocalDate> changed =
          now.tables().equals(old.tables()) ? new ArrayList<>() : changed(old, now, end);
      // What a place has from a wider one was told there.
      Region.nearest(told.keySet(), region).map(told::get).ifPresent(changed::removeAll);
      if (!changed.isEmpty()) {
        told.put(region, changed);
        warnings.add(Warning.of(Lint.DAY_CHANGED, at, region, changed.get(0), changed.size()));
      }
    });
    return warnings;
  }

  private static Origin place(String region, RuleBook book, RuleBook before) {
    String name = region.toLowerCase(Locale.ROOT) + ".csv";
    return before.files().calendars().stream()
        .filter(source -> source.fileName().equals(name))
        .map(source -> book.formerly(before, source.name()))
        .findFirst()
        .orElse(Origin.of(name));
  }

  private static List<LocalDate> changed(WorkCalendar old, WorkCalendar now, LocalDate end) {
    List<LocalDate> changed = new ArrayList<>();
    for (LocalDate day = FIRST; day.isBefore(end); day = day.plusDays(1)) {
      boolean wasKnown = isKnown(old, day);
      boolean isNewlyKnown = isKnown(now, day) && !wasKnown;
      boolean wasCertain = isCertain(old, day);
      // What nobody could tell may be told now. And what notices of other years may do, makes days uncertain.
      boolean isOther =
          wasCertain && (wasKnown || isCertain(now, day))
              && (old.isWorkingDay(day) != now.isWorkingDay(day)
                  || old.mayBeWorkingDay(day) != now.mayBeWorkingDay(day));
      if (!isNewlyKnown && (isOther || rolls(old, day) != rolls(now, day))) {
        changed.add(day);
      }
    }
    return changed;
  }

  private static boolean isCertain(WorkCalendar calendar, LocalDate day) {
    return calendar.isWorkingDay(day) == calendar.mayBeWorkingDay(day);
  }

  private static boolean isKnown(WorkCalendar calendar, LocalDate day) {
    return calendar.tables().stream().map(CalendarTable::known).anyMatch(spans -> holds(spans, day));
  }

  private static boolean rolls(WorkCalendar calendar, LocalDate day) {
    return calendar.tables().stream().map(CalendarTable::rolls).anyMatch(spans -> holds(spans, day));
  }

  private static boolean holds(List<DateRange> spans, LocalDate day) {
    return spans.stream().anyMatch(span -> span.holds(day));
  }
}
