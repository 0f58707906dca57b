package org.dudao.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.WorkCalendar;

/**
 * Reads the working-day calendars, one file a country, named by its ISO 3166 code. The kind of a row says what its days
 * are:
 *
 * <ul>
 *   <li>{@code weekend}: in these the country rests on the days of the week that {@code name} lists with blanks between
 *       them, such as {@code Friday Saturday} or {@code 星期五 星期六}; each calendar has one at least
 *   <li>{@code holiday}, {@code workday}: rest days, and working days although of a weekend or holiday
 *   <li>{@code known}: for these the calendar is complete, so that they must be of a weekend row, too
 *   <li>{@code rolls}: a period that ends on a rest day of these runs on
 * </ul>
 */
public final class CalendarReader {
  private static final List<String> COLUMNS = List.of("kind", "from", "to", "name", "document");
  private static final int MAX_SPAN_DAYS = 60;
  private static final Map<String, DayOfWeek> DAYS_OF_WEEK = daysOfWeek();

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
    List<WorkCalendar.Weekend> weekends = new ArrayList<>();
    int weekendRows = 0;
    NavigableSet<LocalDate> holidays = new TreeSet<>();
    NavigableSet<LocalDate> workdays = new TreeSet<>();
    List<WorkCalendar.DateRange> known = new ArrayList<>();
    List<WorkCalendar.DateRange> rolls = new ArrayList<>();
    List<CsvTable.Row> knownRows = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(source, COLUMNS, List.of(), problems).rows()) {
      String kind = row.oneOf("kind", List.of("holiday", "known", "rolls", "weekend", "workday"));
      row.required("from");
      LocalDate from = row.date("from");
      LocalDate to = row.date("to");
      Set<DayOfWeek> rest = Set.of();
      if (kind.equals("weekend")) {
        weekendRows++;
        rest = daysOfWeek(row);
      }
      if (row.isFaulty()) {
        continue;
      }
      if (to != null && to.isBefore(from)) {
        row.fault("to", ProblemCode.UNTIL_BEFORE_FROM, to, from);
      } else if (kind.equals("known")) {
        known.add(new WorkCalendar.DateRange(from, to));
        knownRows.add(row);
      } else if (kind.equals("weekend")) {
        addApart(new WorkCalendar.Weekend(new WorkCalendar.DateRange(from, to), rest), weekends, row);
      } else if (kind.equals("rolls")) {
        rolls.add(new WorkCalendar.DateRange(from, to));
      } else if (to == null || from.plusDays(MAX_SPAN_DAYS).isBefore(to)) {
        row.fault("to", ProblemCode.SPAN, MAX_SPAN_DAYS);
      } else {
        NavigableSet<LocalDate> days = kind.equals("holiday") ? holidays : workdays;
        NavigableSet<LocalDate> others = days == holidays ? workdays : holidays;
        from.datesUntil(to.plusDays(1)).forEach(day -> addOnce(day, days, others, row));
      }
    }
    if (weekendRows == 0) {
      problems.add(Problem.of(ProblemCode.NO_WEEKEND, new Origin(source.name(), "A1", 1, 1), source.fileName()));
    } else if (weekendRows == weekends.size()) {
      for (int i = 0; i < known.size(); i++) {
        refuseWithoutWeekend(known.get(i), weekends, knownRows.get(i));
      }
    }
    return new WorkCalendar(country, weekends, holidays, workdays, known, rolls);
  }

  /** The days of the week as tables write them, in either language. */
  private static Map<String, DayOfWeek> daysOfWeek() {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT), day);
      days.put("星期" + "一二三四五六日".charAt(day.ordinal()), day);
    }
    days.put("星期天", DayOfWeek.SUNDAY);
    return days;
  }

  /** The days of rest that the row names; what is no day of the week, or named twice, is a fault. */
  private static Set<DayOfWeek> daysOfWeek(CsvTable.Row row) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : row.words("name", DAYS_OF_WEEK.keySet())) {
      if (!days.add(DAYS_OF_WEEK.get(word))) {
        row.fault("name", ProblemCode.DUPLICATE_DAY, word);
      }
    }
    if (days.size() == DayOfWeek.values().length) {
      row.fault("name", ProblemCode.NO_WORKING_DAY);
    }
    return days;
  }

  private static void addApart(WorkCalendar.Weekend one, List<WorkCalendar.Weekend> weekends, CsvTable.Row row) {
    for (WorkCalendar.Weekend other : weekends) {
      LocalDate later = one.span().from().isAfter(other.span().from()) ? one.span().from() : other.span().from();
      if (one.span().holds(later) && other.span().holds(later)) {
        row.fault("from", ProblemCode.DUPLICATE_WEEKEND, later);
      }
    }
    weekends.add(one);
  }

  /** Nobody knows the working days of a span who does not know its weekends. */
  private static void refuseWithoutWeekend(
      WorkCalendar.DateRange known, List<WorkCalendar.Weekend> weekends, CsvTable.Row row) {
    LocalDate day = known.from();
    while (day != null && known.holds(day)) {
      LocalDate next = day;
      WorkCalendar.Weekend weekend =
          weekends.stream().filter(one -> one.span().holds(next)).findFirst().orElse(null);
      if (weekend == null) {
        row.fault("from", ProblemCode.KNOWN_WITHOUT_WEEKEND, day);
        return;
      }
      day = weekend.span().to() == null ? null : weekend.span().to().plusDays(1);
    }
  }

  private static void addOnce(
      LocalDate day, NavigableSet<LocalDate> days, NavigableSet<LocalDate> others, CsvTable.Row row) {
    if (!days.add(day)) {
      row.fault("from", ProblemCode.DUPLICATE_DAY, day);
    }
    if (others.contains(day)) {
      row.fault("from", ProblemCode.HOLIDAY_AND_WORKDAY, day);
    }
  }
}
