package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure that somebody stated: a rate, a count, an amount, a date.
 *
 * @param level of which level of government it is the figure: that of the bureau where nothing is said
 * @param code what it measures, when a standard judges it; null for a figure that is only printed
 * @param value as printed, trailing zeros kept: they say how precise it is
 * @param unit such as {@code %}, {@code persons} or {@code 10k yuan}
 * @param approx the word that makes the figure a bound; null when it is exact
 * @param period of which time it is: a year such as 2023, or other words; absent for all that is submitted with it
 * @param quote the words of the source
 */
public record Indicator(
    @Required String id,
    @Required String name,
    String nameEn,
    @FromBureau BureauLevel level,
    @Coded(value = CodeList.INDICATOR, absentIsNone = true, namesWhatIsTold = true) String code,
    @Domain(min = -1_000_000_000_000L, max = 1_000_000_000_000_000L) BigDecimal value,
    LocalDate date,
    String text,
    String unit,
    Approximation approx,
    String period,
    String quote)
    implements Subject {}
