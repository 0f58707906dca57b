package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of years without a published arrangement, held against the years that have one. */
class LeewayTest {
  private static final CalendarTable TABLE = Shipped.CALENDARS.get("CN").tables().get(0);
  private static final WorkCalendar CHINA = new WorkCalendar(TABLE);
  private static final int SPANS = 4_000;

  /** New moons within ten minutes of midnight, for which the library is a day off: 2027-02-06 23:56, 2030-02-03 00:07. */
  private static final Map<Integer, LocalDate> NEAR_MIDNIGHT =
      Map.of(2027, LocalDate.of(2027, 2, 6), 2030, LocalDate.of(2030, 2, 3));

  static List<Integer> publishedYears() {
    return IntStream.rangeClosed(2007, 2026).boxed().toList();
  }

  /** What may happen in a year is bounded by what happened, that year among the others. */
  @ParameterizedTest
  @MethodSource("publishedYears")
  void of_a_year_forgotten_a_due_date_is_told_between_two_days(int year) {
    CalendarTable forgetful = forgetting(year);
    WorkCalendar calendar =
        new WorkCalendar(
            new CalendarTable(
                forgetful.weekends(), forgetful.holidays(), forgetful.workdays(), forgetful.open(),
                forgetful.statutory(), forgetful.regulated(), forgetful.known(), forgetful.rolls(), TABLE.leeways()));
    assertThat(missed(year, calendar)).isZero();
  }

  /** Told before the notices of a year, one due date in two hundred would have come out otherwise: they still break records. */
  @Test
  void what_the_other_years_let_expect_nearly_always_holds() {
    int missed = publishedYears().stream().mapToInt(year -> missed(year, new WorkCalendar(forgetting(year)))).sum();
    assertThat(missed).isLessThan(publishedYears().size() * SPANS / 200);
  }

  /** How many due dates of that year, which are certain, that calendar does not foresee. */
  private static int missed(int year, WorkCalendar before) {
    Random random = new Random(year);
    int missed = 0;
    int open = 0;
    for (int i = 0; i < SPANS; i++) {
      LocalDate start = LocalDate.of(year, 1, 1).minusDays(60).plusDays(random.nextInt(425));
      int n = 1 + random.nextInt(60);
      Period.Due expected = before.afterWorkingDays(start, n);
      missed += foresees(expected, CHINA.afterWorkingDays(start, n)) ? 0 : 1;
      missed += foresees(before.rolled(start), CHINA.rolled(start)) ? 0 : 1;
      open += expected.isCertain() ? 0 : 1;
    }
    assertThat(open).as("spans of which something is not known").isBetween(SPANS / 4, SPANS);
    return missed;
  }

  private static boolean foresees(Period.Due expected, Period.Due due) {
    return !due.isCertain() || !due.latest().isBefore(expected.earliest()) && !due.latest().isAfter(expected.latest());
  }

  @Test
  void the_notices_show_how_far_days_were_moved() {
    assertThat(TABLE.leeways())
        .containsEntry("元旦", new Leeway(1, 2, 3, 5))
        .containsEntry("春节", new Leeway(1, 4, 6, 9))
        .containsEntry("清明节", new Leeway(2, 2, 4, 3))
        .containsEntry("劳动节", new Leeway(2, 4, 8, 10))
        .containsEntry("国庆节", new Leeway(2, 5, 4, 9));
  }

  @Test
  void a_later_start_or_more_days_never_end_a_span_earlier() {
    Random random = new Random(1);
    for (int i = 0; i < SPANS; i++) {
      LocalDate start = LocalDate.of(1994, 1, 1).plusDays(random.nextInt(19_000));
      int n = 1 + random.nextInt(90);
      Period.Due due = CHINA.afterWorkingDays(start, n);
      assertThat(due.earliest()).isBeforeOrEqualTo(due.latest());
      for (Period.Due later : List.of(CHINA.afterWorkingDays(start.plusDays(1), n), CHINA.afterWorkingDays(start, n + 1))) {
        assertThat(later.earliest()).isAfterOrEqualTo(due.earliest());
        assertThat(later.latest()).isAfterOrEqualTo(due.latest());
      }
    }
  }

  /** The law of 2000 to 2045 is all here: what no notice can reach is as certain as in a published year. */
  @Test
  void far_from_festivals_a_due_date_is_certain() {
    int certain = 0;
    for (LocalDate start = LocalDate.of(2000, 2, 1); start.getYear() < 2045; start = start.plusDays(1)) {
      LocalDate from = start;
      for (int n : new int[] {1, 5, 10, 20}) {
        Period.Due due = CHINA.afterWorkingDays(start, n);
        DateRange span = new DateRange(from.plusDays(1), due.latest());
        boolean reached =
            TABLE.statutory().stream()
                .anyMatch(one -> TABLE.leeway(one).workedAround(one.days()).meets(span)
                    || TABLE.leeway(one).freeAround(one.days()).meets(span));
        assertThat(due.isCertain() || reached).as(n + " after " + start).isTrue();
        certain += !reached ? 1 : 0;
      }
    }
    assertThat(certain).isGreaterThan(10_000);
  }

  /** Each row of a festival against the almanac, and the number of days against the regulation of its year. */
  @Test
  void statutory_days_are_those_of_the_regulation_in_force() {
    Map<LocalDate, LocalDate> expected = new TreeMap<>();
    for (int year = 1995; year <= 2045; year++) {
      LocalDate springFestival = NEAR_MIDNIGHT.getOrDefault(year, lunar(year, 1, 1));
      int eve = year >= 2008 && year < 2014 || year >= 2025 ? 1 : 0;
      int springDays = year < 2025 ? 3 : 4;
      put(expected, LocalDate.of(year, 1, 1), 1);
      put(expected, springFestival.minusDays(eve), springDays);
      put(expected, LocalDate.of(year, 5, 1), year < 2000 ? 1 : year < 2008 ? 3 : year < 2025 ? 1 : 2);
      put(expected, LocalDate.of(year, 10, 1), year < 1999 ? 2 : 3);
      if (year >= 2008) {
        put(expected, LocalDate.of(year, 4, brightnessDay(year)), 1);
        put(expected, lunar(year, 5, 5), 1);
        LocalDate autumn = lunar(year, 8, 15);
        expected.merge(autumn, autumn, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    put(expected, LocalDate.of(2015, 9, 3), 1);
    put(expected, LocalDate.of(2046, 1, 1), 1);
    expected.keySet().removeIf(day -> day.isBefore(LocalDate.of(1995, 5, 1)));
    Map<LocalDate, LocalDate> found = new TreeMap<>();
    TABLE.statutory().forEach(one -> found.merge(one.days().from(), one.days().to(), (a, b) -> a.isAfter(b) ? a : b));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void a_published_year_has_all_its_statutory_days_off() {
    assertThat(TABLE.statutory().stream().filter(TABLE::isPublished))
        .hasSizeGreaterThan(130)
        .allMatch(one -> one.days().from().datesUntil(one.days().to().plusDays(1)).noneMatch(CHINA::mayBeWorkingDay));
  }

  private static void put(Map<LocalDate, LocalDate> days, LocalDate from, int count) {
    days.put(from, from.plusDays(count - 1L));
  }

  /** Qingming, the day on which the sun is fifteen degrees past the equinox; the formula holds from 2000 to 2099. */
  private static int brightnessDay(int year) {
    int since = year - 2000;
    return (since * 2422 + 48_100) / 10_000 - since / 4;
  }

  private static LocalDate lunar(int year, int month, int day) {
    ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone("GMT+8"), ULocale.CHINA);
    calendar.clear();
    calendar.set(Calendar.EXTENDED_YEAR, year);
    calendar.set(Calendar.MONTH, month - 1);
    calendar.set(Calendar.IS_LEAP_MONTH, 0);
    calendar.set(Calendar.DAY_OF_MONTH, day);
    return LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), ZoneOffset.ofHours(8));
  }

  /** The table as if nothing had been published of that year. */
  private static CalendarTable forgetting(int year) {
    List<DateRange> known = new ArrayList<>();
    known.add(new DateRange(LocalDate.of(2007, 1, 1), LocalDate.of(year, 1, 1).minusDays(1)));
    known.add(new DateRange(LocalDate.of(year, 12, 31).plusDays(1), LocalDate.of(2026, 12, 31)));
    known.removeIf(span -> span.to().isBefore(span.from()));
    return new CalendarTable(
            TABLE.weekends(), without(year, TABLE.holidays()), without(year, TABLE.workdays()), TABLE.open(),
            TABLE.statutory(), TABLE.regulated(), known, TABLE.rolls(), Map.of())
        .withLeeways();
  }

  /** Without the days that the notice of that year moved: those nearest to its festivals. */
  private static NavigableSet<LocalDate> without(int year, NavigableSet<LocalDate> days) {
    return days.stream()
        .filter(day -> TABLE.statutory().stream()
            .min(Comparator.comparingInt(one -> Math.abs(one.distance(day)))).orElseThrow().days().from().getYear() != year)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
