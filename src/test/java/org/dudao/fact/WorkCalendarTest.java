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
    assertThat(CHINA.workdays().subSet(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true))
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

  /** 2015 and 2020 lost days to a holiday announced late, 2025 and 2026 to two holidays newly decreed. */
  @ParameterizedTest
  @CsvSource({"2009, 250", "2015, 249", "2019, 250", "2020, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
  void a_year_has_so_many_working_days(int year, int count) {
    assertThat(CHINA.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31))).isEqualTo(count);
  }

  @Test
  void england_rests_on_the_bank_holidays_of_every_part_of_the_kingdom() {
    WorkCalendar britain = Shipped.CALENDARS.get("GB");
    assertThat(List.of(
            "2015-03-17", "2020-05-08", "2021-07-12", "2022-06-03", "2022-09-19", "2023-05-08", "2024-01-02", "2024-08-05",
            "2024-12-02", "2025-12-26"))
        .map(LocalDate::parse)
        .noneMatch(britain::isWorkingDay);
    assertThat(List.of("2020-05-04", "2022-05-30", "2024-12-24")).map(LocalDate::parse).allMatch(britain::isWorkingDay);
  }

  @Test
  void the_week_is_monday_to_friday_where_nothing_else_is_told_of_a_year() {
    WorkCalendar.Weekend fridays = weekend("2010-03-01", "2021-12-31", DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
    WorkCalendar.Weekend sundays = weekend("2022-01-01", null, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    WorkCalendar calendar =
        new WorkCalendar("AE", List.of(fridays, sundays), new TreeSet<>(), new TreeSet<>(), List.of(), List.of());
    assertThat(List.of(2009, 2022, 2040)).allMatch(year -> calendar.isMondayToFriday(Set.of(year)));
    assertThat(List.of(2010, 2015, 2021)).noneMatch(year -> calendar.isMondayToFriday(Set.of(year)));
    assertThat(calendar.isMondayToFriday(Set.of(2021, 2022))).isFalse();
    assertThat(WorkCalendar.unknown("FR").isMondayToFriday(Set.of(2015))).isTrue();
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
    LocalDate base = LocalDate.of(List.of(1994, 2000, 2044).get(random.nextInt(3)), 10, 1);
    Map<LocalDate, Set<DayOfWeek>> rests = new HashMap<>();
    List<WorkCalendar.Weekend> weekends = new ArrayList<>();
    LocalDate from = base.plusDays(random.nextInt(60));
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate to = from.plusDays(random.nextInt(120));
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (int left = 1 + random.nextInt(6); left > 0; left--) {
        days.add(DayOfWeek.of(1 + random.nextInt(7)));
      }
      weekends.add(new WorkCalendar.Weekend(new WorkCalendar.DateRange(from, to), days));
      from.datesUntil(to.plusDays(1)).forEach(day -> rests.put(day, days));
      from = to.plusDays(1 + random.nextInt(30));
    }
    Collections.shuffle(weekends, random);
    TreeSet<LocalDate> holidays = someDays(base, random);
    TreeSet<LocalDate> workdays = someDays(base, random);
    LocalDate known = base.plusDays(random.nextInt(200));
    LocalDate knownUntil = known.plusDays(random.nextInt(200));
    WorkCalendar calendar =
        new WorkCalendar(
            "XX", weekends, holidays, workdays, List.of(new WorkCalendar.DateRange(known, knownUntil)),
            List.of(new WorkCalendar.DateRange(base, null)));
    Set<DayOfWeek> assumed = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    Predicate<LocalDate> works =
        day -> workdays.contains(day)
            || !holidays.contains(day) && !rests.getOrDefault(day, assumed).contains(day.getDayOfWeek());
    LocalDate start = base.plusDays(random.nextInt(300));
    LocalDate end = start.plusDays(random.nextInt(200));
    assertThat(base.datesUntil(base.plusDays(500))).allMatch(day -> calendar.isWorkingDay(day) == works.test(day));
    assertThat(calendar.workingDaysBetween(start, end))
        .isEqualTo((int) start.plusDays(1).datesUntil(end.plusDays(1)).filter(works).count());

    int count = 1 + random.nextInt(40);
    LocalDate due = start;
    Set<Integer> unknownYears = new TreeSet<>();
    for (int left = count; left > 0; ) {
      due = due.plusDays(1);
      left -= works.test(due) ? 1 : 0;
      if (due.isBefore(known) || due.isAfter(knownUntil)) {
        unknownYears.add(due.getYear());
      }
    }
    assertThat(calendar.afterWorkingDays(start, count)).isEqualTo(new Period.Due(due, unknownYears));

    LocalDate rolled = start;
    while (!works.test(rolled)) {
      rolled = rolled.plusDays(1);
    }
    assertThat(calendar.rolled(start).date()).isEqualTo(rolled);
  }

  private static TreeSet<LocalDate> someDays(LocalDate base, Random random) {
    return random.ints(random.nextInt(40), 0, 500)
        .mapToObj(base::plusDays)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static WorkCalendar.Weekend weekend(String from, String to, DayOfWeek... days) {
    return new WorkCalendar.Weekend(
        new WorkCalendar.DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)), Set.of(days));
  }

  private static List<LocalDate> days(int year, String text) {
    return List.of(text.strip().split(" +")).stream().map(day -> MonthDay.parse("--" + day).atYear(year)).toList();
  }
}
