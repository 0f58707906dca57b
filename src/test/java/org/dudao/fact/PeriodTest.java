package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are counted as the law counts them. Due dates are worked out by hand from the notices of each year. */
class PeriodTest {
  private static final WorkCalendar CHINA = Shipped.CALENDARS.get("CN");
  private static final WorkCalendar BRITAIN = Shipped.CALENDARS.get("GB-ENG");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      # the first day is not counted; a working weekend is, a holiday is not
      2024-03-04 |   1 | working days | 2024-03-05
      2019-04-26 |   3 | working days | 2019-04-30
      2019-04-26 |   4 | working days | 2019-05-05
      2020-01-23 |   1 | working days | 2020-02-03
      2015-09-02 |   1 | working days | 2015-09-06
      2018-12-28 |   1 | working days | 2018-12-29
      2024-10-01 |   0 | working days | 2024-10-01
      # calendar days that end on a rest day run on, over National Day and Spring Festival too, and end on a working Saturday
      2024-03-01 |  30 | days         | 2024-04-01
      2023-09-01 |  30 | days         | 2023-10-07
      2024-01-12 |  30 | days         | 2024-02-18
      2020-01-14 |  10 | days         | 2020-02-03
      2024-09-29 |   0 | days         | 2024-09-29
      2024-10-01 |   0 | days         | 2024-10-08
      # no law let them run on before 1987
      1986-12-01 |  27 | days         | 1986-12-28
      2024-03-04 |   2 | weeks        | 2024-03-18
      # months end on the same day, or on the last of the month
      2012-01-31 |   1 | months       | 2012-02-29
      2013-01-31 |   1 | months       | 2013-02-28
      2024-02-29 |   1 | months       | 2024-03-29
      2023-12-31 |   2 | months       | 2024-02-29
      2024-05-31 |   1 | months       | 2024-07-01
      2012-02-29 |   1 | years        | 2013-02-28
      2020-02-29 |   4 | years        | 2024-02-29
      """)
  void a_span_ends_on(LocalDate start, int number, String unit, LocalDate due) {
    Period.Due answer = count(number, unit).due(start, 0, CHINA, List.of());
    assertThat(answer).isEqualTo(Period.Due.on(due));
  }

  /** By hand: all weekends near a festival worked, and none but the statutory days free; or the other way round. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      # New Year: 2 and 3 January may be worked, and 31 December may be free
      2026-12-10 | 20 | working days | 2027-01-06 | 2027-01-11
      2026-12-03 | 30 | days         | 2027-01-02 | 2027-01-04
      # Spring Festival, 5 to 8 February: free from the 4th to the 12th, or worked on the weekends before and after
      2027-01-25 | 20 | working days | 2027-02-18 | 2027-03-03
      # far from any festival
      2027-06-28 | 20 | working days | 2027-07-26 | 2027-07-26
      2027-10-20 | 30 | days         | 2027-11-19 | 2027-11-19
      2005-11-01 | 20 | working days | 2005-11-29 | 2005-11-29
      # National Day of 2006
      2006-09-25 | 20 | working days | 2006-10-20 | 2006-10-31
      """)
  void where_the_arrangement_is_not_published_a_span_ends_between(
      LocalDate start, int number, String unit, LocalDate earliest, LocalDate latest) {
    assertThat(count(number, unit).due(start, 0, CHINA, List.of())).isEqualTo(new Period.Due(earliest, latest));
  }

  @Test
  void of_a_place_without_a_calendar_every_day_may_be_worked_or_not() {
    LocalDate start = LocalDate.parse("2024-03-04");
    assertThat(count(5, "working days").due(start, 0, WorkCalendar.unknown(), List.of()))
        .isEqualTo(new Period.Due(LocalDate.parse("2024-03-09"), Period.Due.NO_BOUND));
    assertThat(count(5, "days").due(start, 0, WorkCalendar.unknown(), List.of()).isCertain()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
      "2024-02-01, 15, days, 2024-02-15", "2024-03-01, 1, months, 2024-03-31", "2024-02-29, 1, years, 2025-02-27",
      "2024-03-04, 2, weeks, 2024-03-17", "2024-03-04, 5, working days, 2024-03-08",
      "2024-03-03, 5, working days, 2024-03-08"})
  void a_span_that_begins_with_the_first_day_counts_it(LocalDate start, int number, String unit, LocalDate due) {
    Period period = Period.Count.of(number, unit + " beginning with the first");
    assertThat(period.due(start, 0, BRITAIN, List.of())).isEqualTo(Period.Due.on(due));
  }

  @Test
  void days_that_the_law_excludes_prolong_a_span_in_its_own_unit() {
    LocalDate start = LocalDate.parse("2024-03-01");
    assertThat(count(20, "working days").due(start, 5, CHINA, List.of()))
        .isEqualTo(count(25, "working days").due(start, 0, CHINA, List.of()));
    assertThat(count(20, "days").due(start, 12, CHINA, List.of()).latest()).isEqualTo("2024-04-02");
    assertThat(count(1, "months").due(start, 1, CHINA, List.of()).latest()).isEqualTo("2024-04-02");
  }

  @ParameterizedTest
  @CsvSource({"2019-12-31, 01-31, 2020-01-31", "2020-01-30, 01-31, 2020-01-31", "2020-01-31, 01-31, 2021-01-31", "2023-01-01, 02-29, 2023-02-28"})
  void a_day_of_the_year_is_the_next_one(LocalDate start, String day, LocalDate due) {
    assertThat(new Period.Until(MonthDay.parse("--" + day)).due(start, 0, CHINA, List.of()).latest()).isEqualTo(due);
  }

  @Test
  void the_earlier_or_the_later_of_several_spans_counts() {
    List<Period> spans = List.of(count(30, "days"), new Period.Until(MonthDay.of(10, 1)));
    LocalDate summer = LocalDate.parse("2023-08-16");
    LocalDate autumn = LocalDate.parse("2023-10-20");
    assertThat(new Period.Earliest(spans).due(summer, 0, BRITAIN, List.of()).latest()).isEqualTo("2023-09-15");
    assertThat(new Period.Latest(spans).due(summer, 0, BRITAIN, List.of()).latest()).isEqualTo("2023-10-01");
    assertThat(new Period.Latest(spans).due(autumn, 0, BRITAIN, List.of()).latest())
        .as("the 1st of October is over, and not next year's meant").isEqualTo("2023-11-19");
  }

  @Test
  void school_days_are_counted_only_where_terms_were_reported_without_a_hole() {
    List<Term> terms =
        List.of(term("2023-09-04", "2023-12-20"), term("2024-01-08", "2024-03-28"), term("2024-04-15", "2024-07-19"));
    assertThat(schoolDays("2023-12-15", 5, terms)).isEqualTo("2024-01-09");
    assertThat(schoolDays("2023-12-15", 5, terms.subList(1, 3))).as("before the first term").isNull();
    assertThat(schoolDays("2024-07-12", 20, terms)).as("after the last term").isNull();
    assertThat(schoolDays("2024-07-12", 20, List.of())).isNull();
    assertThat(new Period.Earliest(List.of(count(20, "school days"), count(60, "working days")))
            .due(LocalDate.parse("2024-07-12"), 0, BRITAIN, List.of()).latest())
        .as("whichever is first cannot be told").isNull();
    assertThat(schoolDays("2023-12-15", 5, List.of(terms.get(0), term("2025-01-06", "2025-04-04"))))
        .as("a year without a term is a term that nobody reported").isNull();
  }

  private static LocalDate schoolDays(String start, int number, List<Term> terms) {
    return count(number, "school days").due(LocalDate.parse(start), 0, BRITAIN, terms).latest();
  }

  private static Term term(String opens, String closes) {
    return new Term(opens, null, LocalDate.parse(opens), LocalDate.parse(closes));
  }

  private static Period count(int number, String unit) {
    return Period.Count.of(number, unit);
  }
}
