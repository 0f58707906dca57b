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
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.fact.CalendarTable;
import org.dudao.fact.DateRange;
import org.dudao.fact.Festival;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.Weekend;
import org.dudao.fact.WorkCalendar;

/**
 * Reads the calendars of places. A file is named by the region, {@code cn} or {@code cn-54}; what follows a dot, as in
 * {@code cn.2027}, only tells several files of a region apart. A place has the rows of all regions that hold it, and where
 * they say different things of a day, those of the nearest one. The kind of a row says what its days are:
 *
 * <p>Several layers may tell of one region: a year that is not there below is added, and what a layer below tells of a
 * day stays.
 *
 * <ul>
 *   <li>{@code weekend}: in these people rest on the days of the week that {@code name} lists with blanks between them,
 *       such as {@code Friday Saturday} or {@code 星期五 星期六}; each place has one at least
 *   <li>{@code holiday}, {@code workday}: rest days, and working days although of a weekend or holiday
 *   <li>{@code open}: these may be worked or not, for the notice of the place is not here
 *   <li>{@code statutory}: the days of a festival by the regulation in force
 *   <li>{@code regulated}: in these there are no festivals but the statutory ones
 *   <li>{@code known}: for these the arrangement was published and is here
 *   <li>{@code rolls}: a period that ends on a rest day of these runs on
 * </ul>
 */
public final class CalendarReader {
  private static final List<String> COLUMNS = List.of("kind", "from", "to", "name", "document");
  private static final List<String> KINDS =
      List.of("holiday", "known", "open", "regulated", "rolls", "statutory", "weekend", "workday");
  // In China a province is told by its code: cn-2027 would be a city, and not a year.
  private static final String REGION =
      "cn(?:-(?!\\d*00\\b)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:\\d{2}){0,2}|-x(?:-[a-z0-9]++)++)?"
          + "|(?!cn)[a-z]{2}(?:-[a-z0-9]++)*+";
  private static final Pattern FILE = Pattern.compile("(" + REGION + ")(\\.[a-z0-9-]+)?\\.csv");
  private static final int MAX_SPAN_DAYS = 60;
  private static final Map<String, DayOfWeek> DAYS_OF_WEEK = daysOfWeek();

  /**
   * Reads all those calendars, by upper-case region.
   *
   * @throws InputException with every fault of every calendar
   */
  public Map<String, WorkCalendar> read(List<Source> sources) throws InputException {
    List<Problem> problems = new ProblemList();
    Map<String, Rows> regions = new TreeMap<>();
    for (Source source : sources) {
      Matcher name = FILE.matcher(source.fileName());
      if (name.matches()) {
        regions.computeIfAbsent(name.group(1).toUpperCase(Locale.ROOT), region -> new Rows(source)).add(source, problems);
      } else {
        problems.add(Problem.of(ProblemCode.CALENDAR_NAME, startOf(source), source.fileName()));
      }
    }
    // A wider region comes before those in it.
    Map<String, CalendarTable> tables = new TreeMap<>();
    regions.forEach((region, rows) -> {
      CalendarTable wider = Region.nearest(tables.keySet(), region).map(tables::get).orElse(CalendarTable.EMPTY);
      tables.put(region, rows.table().over(wider));
      rows.requireWeekends(tables.get(region), problems);
    });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    Map<String, WorkCalendar> calendars = new HashMap<>();
    tables.forEach((region, table) -> calendars.put(region, new WorkCalendar(table)));
    return calendars;
  }

  private static Origin startOf(Source source) {
    return new Origin(source.name(), "A1", 1, 1);
  }

  /** Where something is said of a day, and in which layer. */
  private record Said(int layer, Origin place) {}

  /** The rows of one region, of all its files. */
  private static final class Rows {
    private final Source first;
    private final Map<Weekend, Said> weekends = new LinkedHashMap<>();
    private final NavigableMap<LocalDate, Said> holidays = new TreeMap<>();
    private final NavigableMap<LocalDate, Said> workdays = new TreeMap<>();
    private final List<DateRange> open = new ArrayList<>();
    private final List<Festival> statutory = new ArrayList<>();
    private final List<DateRange> regulated = new ArrayList<>();
    private final Map<DateRange, Said> known = new LinkedHashMap<>();
    private final List<DateRange> rolls = new ArrayList<>();
    /** Those that need a weekend. */
    private final Map<CsvTable.Row, DateRange> settled = new LinkedHashMap<>();
    /** Each row of the layers by what it says. */
    private final Map<List<String>, Said> said = new HashMap<>();
    private boolean hasFaultyWeekend;

    Rows(Source first) {
      this.first = first;
    }

    CalendarTable table() {
      return new CalendarTable(
              List.copyOf(weekends.keySet()), holidays.navigableKeySet(), workdays.navigableKeySet(), open, statutory,
              regulated, List.copyOf(known.keySet()), rolls, Map.of())
          .withLeeways();
    }

    void add(Source source, List<Problem> problems) {
      for (CsvTable.Row row : CsvTable.read(source, COLUMNS, List.of(), problems).rows()) {
        String kind = row.oneOf("kind", KINDS, Glossary.KINDS);
        row.required("from");
        LocalDate from = row.date("from");
        LocalDate to = row.date("to");
        Set<DayOfWeek> rest = kind.equals("weekend") ? daysOfWeek(row) : Set.of();
        if (from != null && to != null && to.isBefore(from)) {
          row.fault("to", ProblemCode.UNTIL_BEFORE_FROM, to, from);
        }
        if (!row.isFaulty() && !isThereBelow(kind, row, source)) {
          add(kind, new DateRange(from, to), rest, row, source.layer());
        }
        hasFaultyWeekend |= kind.equals("weekend") && row.isFaulty();
      }
    }

    /** Whether a layer below has the row, of whatever document. */
    private boolean isThereBelow(String kind, CsvTable.Row row, Source source) {
      List<String> text = List.of(kind, row.text("from"), row.text("to"), row.text("name"));
      Said other = said.putIfAbsent(text, new Said(source.layer(), row.origin("from")));
      return other != null && other.layer < source.layer();
    }

    private void add(String kind, DateRange span, Set<DayOfWeek> rest, CsvTable.Row row, int layer) {
      switch (kind) {
        case "weekend" -> addApart(new Weekend(span, rest), row, layer);
        case "known" -> {
          known.putIfAbsent(span, new Said(layer, row.origin("from")));
          settled.put(row, span);
        }
        case "regulated" -> {
          regulated.add(span);
          settled.put(row, span);
        }
        case "rolls" -> rolls.add(span);
        default -> {
          if (span.to() == null || span.from().plusDays(MAX_SPAN_DAYS).isBefore(span.to())) {
            row.fault("to", ProblemCode.SPAN, MAX_SPAN_DAYS);
          } else {
            addDays(kind, span, row, layer);
          }
        }
      }
    }

    private void addDays(String kind, DateRange span, CsvTable.Row row, int layer) {
      Said here = new Said(layer, row.origin("from"));
      Stream<LocalDate> days = span.from().datesUntil(span.to().plusDays(1));
      switch (kind) {
        case "holiday" -> days.forEach(day -> addOnce(day, holidays, workdays, true, here, row));
        case "workday" -> days.forEach(day -> addOnce(day, workdays, holidays, false, here, row));
        case "open" -> open.add(span);
        default -> statutory.add(new Festival(row.required("name"), span));
      }
    }

    private void addApart(Weekend one, CsvTable.Row row, int layer) {
      for (Weekend other : weekends.keySet()) {
        LocalDate later = one.span().from().isAfter(other.span().from()) ? one.span().from() : other.span().from();
        if (one.span().holds(later) && other.span().holds(later)) {
          Said there = weekends.get(other);
          if (there.layer < layer) {
            row.fault("from", ProblemCode.DAY_SAID_OTHERWISE, later, there.place);
          } else {
            row.fault("from", ProblemCode.DUPLICATE_WEEKEND, later);
          }
        }
      }
      weekends.put(one, new Said(layer, row.origin("from")));
    }

    /**
     * Adds a day of rest, or a working day.
     *
     * @param days those that are the same
     * @param others those of the other kind
     */
    private void addOnce(
        LocalDate day, Map<LocalDate, Said> days, Map<LocalDate, Said> others, boolean isRest, Said here,
        CsvTable.Row row) {
      Said same = days.putIfAbsent(day, here);
      if (same != null && same.layer == here.layer) {
        row.fault("from", ProblemCode.DUPLICATE_DAY, day);
      }
      Said other = others.get(day);
      if (other != null && other.layer == here.layer) {
        row.fault("from", ProblemCode.HOLIDAY_AND_WORKDAY, day);
      } else if (other != null) {
        row.fault("from", ProblemCode.DAY_SAID_OTHERWISE, day, other.place);
      } else if (same == null && isWeekend(day) != isRest) {
        // Where the arrangement is known below, a day of which nothing is written there is as the week has it.
        known.forEach((span, there) -> {
          if (there.layer < here.layer && span.holds(day)) {
            row.fault("from", ProblemCode.DAY_SAID_OTHERWISE, day, there.place);
          }
        });
      }
    }

    private boolean isWeekend(LocalDate day) {
      return weekends.keySet().stream()
          .anyMatch(one -> one.span().holds(day) && one.days().contains(day.getDayOfWeek()));
    }

    /** Nobody knows the working days of a span who does not know its weekends. */
    void requireWeekends(CalendarTable table, List<Problem> problems) {
      if (hasFaultyWeekend) {
        return;
      }
      if (table.weekends().isEmpty()) {
        problems.add(Problem.of(ProblemCode.NO_WEEKEND, startOf(first), first.fileName()));
      } else {
        settled.forEach((row, span) -> refuseWithoutWeekend(span, table.weekends(), row));
      }
    }
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

  private static void refuseWithoutWeekend(DateRange span, List<Weekend> weekends, CsvTable.Row row) {
    LocalDate day = span.from();
    while (day != null && span.holds(day)) {
      LocalDate next = day;
      Weekend weekend =
          weekends.stream().filter(one -> one.span().holds(next)).findFirst().orElse(null);
      if (weekend == null) {
        row.fault("from", ProblemCode.KNOWN_WITHOUT_WEEKEND, day);
        return;
      }
      day = weekend.span().to() == null ? null : weekend.span().to().plusDays(1);
    }
  }
}
