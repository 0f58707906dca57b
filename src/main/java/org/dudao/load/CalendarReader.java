package org.dudao.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.WorkCalendar;

/** Reads the working-day calendars, one file a country, named by its ISO 3166 code. */
public final class CalendarReader {
  private static final List<String> COLUMNS = List.of("kind", "from", "to", "name", "document");
  private static final int MAX_SPAN_DAYS = 60;

  /**
   * Reads all those calendars, by upper-case country code.
   *
   * @throws InputException with every fault of every calendar
   */
  public Map<String, WorkCalendar> read(List<Source> sources) throws InputException {
    List<Problem> problems = new ArrayList<>();
    Map<String, WorkCalendar> calendars = new HashMap<>();
    for (Source source : sources) {
      String country = source.fileName().replace(".csv", "").toUpperCase(Locale.ROOT);
      if (!country.matches("[A-Z]{2}")) {
        problems.add(Problem.of(ProblemCode.CALENDAR_NAME, new Origin(source.name(), "A1", 1, 1), source.fileName()));
      }
      calendars.put(country, calendar(country, source, problems));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return calendars;
  }

  private static WorkCalendar calendar(String country, Source source, List<Problem> problems) {
    NavigableSet<LocalDate> holidays = new TreeSet<>();
    NavigableSet<LocalDate> workdays = new TreeSet<>();
    List<WorkCalendar.Span> known = new ArrayList<>();
    List<WorkCalendar.Span> rolls = new ArrayList<>();
    for (Table.Row row : Table.read(source, COLUMNS, List.of(), problems).rows()) {
      String kind = row.oneOf("kind", List.of("holiday", "known", "rolls", "workday"));
      row.required("from");
      LocalDate from = row.date("from");
      LocalDate to = row.date("to");
      if (row.isFaulty()) {
        continue;
      }
      if (to != null && to.isBefore(from)) {
        row.fault("to", ProblemCode.UNTIL_BEFORE_FROM, to, from);
      } else if (kind.equals("known")) {
        known.add(new WorkCalendar.Span(from, to));
      } else if (kind.equals("rolls")) {
        rolls.add(new WorkCalendar.Span(from, to));
      } else if (to == null || from.plusDays(MAX_SPAN_DAYS).isBefore(to)) {
        row.fault("to", ProblemCode.SPAN, MAX_SPAN_DAYS);
      } else {
        NavigableSet<LocalDate> days = kind.equals("holiday") ? holidays : workdays;
        NavigableSet<LocalDate> others = days == holidays ? workdays : holidays;
        from.datesUntil(to.plusDays(1)).forEach(day -> addOnce(day, days, others, row));
      }
    }
    return new WorkCalendar(country, holidays, workdays, known, rolls);
  }

  private static void addOnce(LocalDate day, NavigableSet<LocalDate> days, NavigableSet<LocalDate> others, Table.Row row) {
    if (!days.add(day)) {
      row.fault("from", ProblemCode.DUPLICATE_DAY, day);
    }
    if (others.contains(day)) {
      row.fault("from", ProblemCode.HOLIDAY_AND_WORKDAY, day);
    }
  }
}
