package org.dudao.lint;

import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dudao.fact.CalendarTable;
import org.dudao.fact.DateRange;
import org.dudao.fact.Festival;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.Source;

/** Years of calendars that the edition before did not know, held against their festivals and weekends. */
final class CalendarYears implements LintPass {
  /** The festivals of a year and the weekdays off for them differed by one at most in any published year. */
  private static final int MOST_DIFFERENCE = 2;
  /** So many days from its festival lies a day of a weekend that is worked for it, and never farther. */
  private static final int FARTHEST = 21;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Set<List<Object>> told = new HashSet<>();
    List<Warning> warnings = new ArrayList<>();
    new TreeMap<>(book.calendars()).forEach((region, calendar) -> {
      CalendarTable old =
          Region.nearest(before.calendars().keySet(), region).map(before.calendars()::get)
              .orElseGet(WorkCalendar::unknown).tables().get(0);
      for (Warning warning : new Year(book, region, calendar.tables().get(0), old).warnings()) {
        // What a place has from a wider one was told there.
        if (told.add(List.of(warning.lint(), warning.arguments()))) {
          warnings.add(warning);
        }
      }
    });
    return warnings;
  }

  /** What one table has that another had not. */
  private record Year(RuleBook book, String region, CalendarTable now, CalendarTable old) {
    List<Warning> warnings() {
      List<Warning> warnings = new ArrayList<>();
      NavigableSet<LocalDate> workdays = without(now.workdays(), old.workdays());
      NavigableSet<LocalDate> holidays = without(now.holidays(), old.holidays());
      for (LocalDate day : workdays) {
        if (!now.isWeekend(day) && !now.holidays().contains(day)) {
          warnings.add(Warning.of(Lint.DAY_IDLE, place(day), "workday", day));
        }
      }
      for (LocalDate day : workdays) {
        boolean isNear =
            now.statutory().stream().map(Festival::days)
                .anyMatch(days ->
                    !days.from().minusDays(FARTHEST).isAfter(day) && !days.to().plusDays(FARTHEST).isBefore(day));
        if (!isNear && !now.statutory().isEmpty()) {
          warnings.add(Warning.of(Lint.WORKDAY_FAR, place(day), day, FARTHEST));
        }
      }
      for (LocalDate day : holidays) {
        boolean isFirst = !holidays.contains(day.minusDays(1));
        if (isFirst && isOnlyWeekend(day, holidays)) {
          warnings.add(Warning.of(Lint.DAY_IDLE, place(day), "holiday", day));
        }
      }
      NavigableSet<LocalDate> both = new TreeSet<>(workdays);
      both.addAll(holidays);
      both.stream()
          .filter(day -> !holds(now.known(), day) && !old.known().containsAll(now.known()))
          .min(Comparator.naturalOrder())
          .ifPresent(day -> warnings.add(Warning.of(Lint.DAY_NOT_KNOWN, place(day), day)));
      festivals(warnings);
      return warnings;
    }

    /** Festivals of newly known years that are worked, and years with more or fewer days off than festivals. */
    private void festivals(List<Warning> warnings) {
      TreeMap<Integer, Integer> statutory = new TreeMap<>();
      for (Festival festival : now.statutory()) {
        if (!isNewlyKnown(festival.days().from())) {
          continue;
        }
        List<LocalDate> days = festival.days().from().datesUntil(festival.days().to().plusDays(1)).toList();
        days.forEach(day -> statutory.merge(day.getYear(), 1, Integer::sum));
        days.stream().filter(day -> !now.holidays().contains(day)).findFirst().ifPresent(day ->
            warnings.add(Warning.of(Lint.FESTIVAL_WORKED, place(day), festival.name(), day)));
      }
      statutory.forEach((year, days) -> {
        long off = now.holidays().stream().filter(day -> day.getYear() == year && !now.isWeekend(day)).count();
        long worked = now.workdays().stream().filter(day -> day.getYear() == year && now.isWeekend(day)).count();
        if (Math.abs(off - worked - days) > MOST_DIFFERENCE) {
          warnings.add(
              Warning.of(Lint.DAYS_OFF, place(LocalDate.of(year, 1, 1)), year, off, worked, off - worked, days));
        }
      });
    }

    private boolean isNewlyKnown(LocalDate day) {
      return holds(now.known(), day) && !holds(old.known(), day);
    }

    private boolean isOnlyWeekend(LocalDate first, NavigableSet<LocalDate> days) {
      LocalDate day = first;
      while (days.contains(day)) {
        if (!now.isWeekend(day)) {
          return false;
        }
        day = day.plusDays(1);
      }
      return true;
    }

    /** The row that begins or ends with the day; the last file of the region that tells of its year where none does. */
    private Origin place(LocalDate day) {
      Origin last = null;
      for (Source source : book.files().calendars()) {
        if (!source.fileName().startsWith(region.toLowerCase(Locale.ROOT) + ".")) {
          continue;
        }
        List<String> lines = lines(source);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).contains(day.toString())) {
            return new Origin(source.name(), "A" + (i + 1), i + 1, 1);
          }
        }
        if (lines.stream().anyMatch(line -> line.contains(String.valueOf(day.getYear())))) {
          last = Origin.of(source.name());
        }
      }
      return Optional.ofNullable(last).orElse(Origin.of(region.toLowerCase(Locale.ROOT) + ".csv"));
    }

    private static List<String> lines(Source source) {
      try {
        return source.utf8().lines().toList();
      } catch (CharacterCodingException e) {
        // Then only the file is told, not the row.
        return List.of();
      }
    }

    private static NavigableSet<LocalDate> without(Set<LocalDate> some, Set<LocalDate> others) {
      NavigableSet<LocalDate> rest = new TreeSet<>(some);
      rest.removeAll(others);
      return rest;
    }

    private static boolean holds(List<DateRange> spans, LocalDate day) {
      return spans.stream().anyMatch(span -> span.holds(day));
    }
  }
}
