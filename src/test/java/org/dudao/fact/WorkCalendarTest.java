package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendars that are shipped, against days that people remember. */
class WorkCalendarTest {
  private static final WorkCalendar CHINA = Shipped.CALENDARS.get("CN");

  /** Rest days that fall on weekdays, and weekend days on which everybody worked. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      2007 | 01-01 05-01 10-01 10-05             | 02-17 02-25 04-28 04-29 09-29 09-30 12-29
      2008 | 02-06 04-04 05-02 06-09 09-15 09-29 | 02-02 02-03 05-04 09-27 09-28
      2009 | 01-26 04-06 05-28 10-08             | 01-04 01-24 02-01 05-31 09-27 10-10
      2010 | 02-15 04-05 05-03 06-14 09-22 10-07 | 02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09
      2011 | 02-02 04-05 05-02 06-06 09-12 10-07 | 01-30 02-12 04-02 10-08 10-09 12-31
      2012 | 01-23 04-02 04-30 06-22 10-05       | 01-21 01-29 03-31 04-01 04-28 09-29
      2013 | 01-02 02-11 04-05 05-01 06-10 09-19 | 01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12
      2014 | 01-31 04-07 05-02 06-02 09-08 10-07 | 01-26 02-08 05-04 09-28 10-11
      2015 | 01-02 02-18 04-06 06-22 09-03 09-04 | 01-04 02-15 02-28 09-06 10-10
      2016 | 02-08 04-04 05-02 06-09 09-15 10-07 | 02-06 02-14 06-12 09-18 10-08 10-09
      2017 | 01-27 04-03 05-01 05-29 10-06       | 01-22 02-04 04-01 05-27 09-30
      2018 | 02-15 04-05 04-30 06-18 09-24 10-05 | 02-11 02-24 04-08 04-28 09-29 09-30 12-29
      2019 | 02-04 04-05 05-02 05-03 06-07 10-07 | 02-02 02-03 04-28 05-05 09-29 10-12
      2020 | 01-24 01-31 04-06 05-05 06-25 10-08 | 01-19 04-26 05-09 06-28 09-27 10-10
      2021 | 02-11 04-05 05-05 06-14 09-20 10-07 | 02-07 02-20 04-25 05-08 09-18 09-26 10-09
      2022 | 01-31 04-05 05-04 06-03 09-12 10-07 | 01-29 01-30 04-02 04-24 05-07 10-08 10-09
      2023 | 01-23 04-05 05-03 06-22 09-29 10-06 | 01-28 01-29 04-23 05-06 06-25 10-07 10-08
      2024 | 02-12 04-04 05-03 06-10 09-17 10-07 | 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12
      2025 | 01-28 04-04 05-05 06-02 10-08       | 01-26 02-08 04-27 09-28 10-11
      2026 | 01-02 02-16 04-06 05-05 06-19 09-25 | 01-04 02-14 02-28 05-09 09-20 10-10
      """)
  void china_rested_and_worked(int year, String rest, String work) {
    assertThat(days(year, rest)).as("rest days").noneMatch(CHINA::isWorkingDay);
    assertThat(days(year, work)).as("working weekends").allMatch(CHINA::isWorkingDay);
    assertThat(CHINA.tables().get(0).workdays().subSet(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true))
        .as("no other weekend was worked")
        .allMatch(day -> days(year, work).contains(day) || day.equals(LocalDate.of(2020, 2, 3)));
  }

  /** A year already announced was changed three times: for 3 September, for Labour Day, for the epidemic. */
  @ParameterizedTest
  @CsvSource({
      "2015-09-02, true", "2015-09-03, false", "2015-09-05, false", "2015-09-06, true", "2015-09-07, true",
      "2019-04-30, true", "2019-05-01, false", "2019-05-04, false", "2019-05-05, true", "2019-05-06, true",
      "2020-01-23, true", "2020-01-30, false", "2020-02-01, false", "2020-02-02, false", "2020-02-03, true", "2020-02-08, false"})
  void changed_years_stand_as_they_were_changed(LocalDate day, boolean working) {
    assertThat(CHINA.isWorkingDay(day)).isEqualTo(working);
  }

  /** 2015 and 2020 lost days to a holiday announced late, 2025 to two holidays newly decreed; 2026 ends in a New Year unknown. */
  @ParameterizedTest
  @CsvSource({"2009, 250", "2015, 249", "2019, 250", "2020, 249", "2023, 249", "2024, 251", "2025, 248"})
  void a_year_has_so_many_working_days(int year, int count) {
    assertThat(CHINA.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
      "2015-03-17, GB-NIR", "2021-07-12, GB-NIR", "2024-01-02, GB-SCT", "2024-08-05, GB-SCT", "2024-12-02, GB-SCT",
      "2023-04-10, GB-ENG GB-WLS GB-NIR", "2024-08-26, GB-ENG GB-WLS GB-NIR",
      "2020-05-08, GB-ENG GB-WLS GB-SCT GB-NIR", "2022-06-03, GB-ENG GB-WLS GB-SCT GB-NIR",
      "2022-09-19, GB-ENG GB-WLS GB-SCT GB-NIR", "2025-12-26, GB-ENG GB-WLS GB-SCT GB-NIR"})
  void each_part_of_the_kingdom_rests_on_its_own_bank_holidays(LocalDate day, String resting) {
    List<String> parts = List.of("GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR");
    for (String part : parts) {
      assertThat(Shipped.CALENDARS.get(part).isWorkingDay(day)).as(part).isEqualTo(!resting.contains(part));
    }
    WorkCalendar kingdom = new Calendars(Shipped.CALENDARS).of(parts);
    assertThat(kingdom.mayBeWorkingDay(day)).isFalse();
    assertThat(List.of("2020-05-04", "2022-05-30", "2024-12-24")).map(LocalDate::parse).allMatch(kingdom::isWorkingDay);
  }

  /** By the notice of the government of Lhasa of 14 February 2023. */
  @Test
  void a_region_has_the_days_of_its_country_and_its_own() {
    Calendars calendars = new Calendars(Shipped.CALENDARS);
    WorkCalendar lhasa = calendars.of("CN-540102");
    assertThat(List.of("2023-02-18", "2023-02-19", "2023-01-28", "2023-02-27")).map(LocalDate::parse)
        .allMatch(lhasa::isWorkingDay);
    assertThat(List.of("2023-02-20", "2023-02-24", "2023-01-27", "2023-10-06")).map(LocalDate::parse)
        .noneMatch(lhasa::mayBeWorkingDay);
    LocalDate losar = LocalDate.parse("2022-03-03");
    assertThat(lhasa.mayBeWorkingDay(losar) && !lhasa.isWorkingDay(losar)).as("a notice that is not here").isTrue();
    assertThat(calendars.of("CN-430203").isWorkingDay(losar)).isTrue();
  }

  @Test
  void a_week_has_a_day_of_rest_and_a_day_of_work() {
    assertThatThrownBy(() -> weekend("2010-01-01", null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> weekend("2010-01-01", null, DayOfWeek.values()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Counted day by day from what the tables say, over the edges of the days that are counted beforehand, too. */
  @Test
  void counting_agrees_with_a_walk_from_day_to_day() {
    for (int seed = 0; seed < 500; seed++) {
      countingAgreesWithAWalk(new Random(seed));
    }
  }

  private static void countingAgreesWithAWalk(Random random) {
    LocalDate base = LocalDate.of(List.of(1994, 2000, 2045).get(random.nextInt(3)), 10, 1);
    Map<LocalDate, Set<DayOfWeek>> rests = new HashMap<>();
    List<Weekend> weekends = new ArrayList<>();
    LocalDate from = base.plusDays(random.nextInt(60));
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate to = from.plusDays(random.nextInt(120));
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (int left = 1 + random.nextInt(6); left > 0; left--) {
        days.add(DayOfWeek.of(1 + random.nextInt(7)));
      }
      weekends.add(new Weekend(new DateRange(from, to), days));
      from.datesUntil(to.plusDays(1)).forEach(day -> rests.put(day, days));
      from = to.plusDays(1 + random.nextInt(30));
    }
    Collections.shuffle(weekends, random);
    TreeSet<LocalDate> holidays = someDays(base, random);
    TreeSet<LocalDate> workdays = someDays(base, random);
    TreeSet<LocalDate> open = someDays(base, random);
    LocalDate known = base.plusDays(random.nextInt(200));
    LocalDate knownUntil = known.plusDays(random.nextInt(400));
    DateRange ever = new DateRange(base, null);
    WorkCalendar calendar =
        new WorkCalendar(
            new CalendarTable(
                weekends, holidays, workdays, open.stream().map(day -> new DateRange(day, day)).toList(), List.of(), List.of(), List.of(new DateRange(known, knownUntil)),
                List.of(ever), Map.of()));
    Predicate<LocalDate> inTable = day -> day.getYear() >= 1995 && day.getYear() <= 2045;
    Predicate<LocalDate> rested =
        day -> inTable.test(day) && !workdays.contains(day)
            && (holidays.contains(day)
                || !open.contains(day) && rests.getOrDefault(day, Set.of()).contains(day.getDayOfWeek()));
    Predicate<LocalDate> works =
        day -> inTable.test(day) && !rested.test(day)
            && (workdays.contains(day)
                || !open.contains(day) && !day.isBefore(known) && !day.isAfter(knownUntil));
    LocalDate start = base.plusDays(random.nextInt(300));
    LocalDate end = start.plusDays(random.nextInt(200));
    assertThat(base.datesUntil(base.plusDays(500)))
        .allMatch(day -> calendar.isWorkingDay(day) == works.test(day) && calendar.mayBeWorkingDay(day) != rested.test(day));
    assertThat(calendar.workingDaysBetween(start, end))
        .isEqualTo((int) start.plusDays(1).datesUntil(end.plusDays(1)).filter(works).count());
    int count = 1 + random.nextInt(40);
    assertThat(calendar.afterWorkingDays(start, count))
        .isEqualTo(new Period.Due(walked(start, count, rested.negate()), walked(start, count, works)));
    LocalDate eve = start.minusDays(1);
    assertThat(calendar.rolled(start))
        .isEqualTo(new Period.Due(walked(eve, 1, rested.negate()), walked(eve, 1, works)));
  }

  private static LocalDate walked(LocalDate start, int count, Predicate<LocalDate> counted) {
    LocalDate day = start;
    for (int left = count; left > 0; ) {
      day = day.plusDays(1);
      if (day.getYear() > 2050) {
        return Period.Due.NO_BOUND;
      }
      left -= counted.test(day) ? 1 : 0;
    }
    return day;
  }

  private static TreeSet<LocalDate> someDays(LocalDate base, Random random) {
    return random.ints(random.nextInt(40), 0, 500)
        .mapToObj(base::plusDays)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Weekend weekend(String from, String to, DayOfWeek... days) {
    return new Weekend(
        new DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)), Set.of(days));
  }

  private static List<LocalDate> days(int year, String text) {
    return List.of(text.strip().split(" +")).stream().map(day -> MonthDay.parse("--" + day).atYear(year)).toList();
  }
}
