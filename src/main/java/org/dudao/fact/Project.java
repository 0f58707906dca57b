package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A building or other project with a plan.
 *
 * @param plannedArea square metres, as all areas
 * @param plannedInvestment ten thousand yuan, as all investments
 * @param plannedCount units planned (schools, kindergartens)
 */
public record Project(
    @Required String id,
    String name,
    LocalDate due,
    @Past LocalDate started,
    @Past @NotBefore("started") LocalDate completed,
    BigDecimal plannedArea,
    BigDecimal startedArea,
    @PartOf("startedArea") BigDecimal completedArea,
    BigDecimal plannedInvestment,
    BigDecimal completedInvestment,
    Integer plannedCount,
    Integer startedCount,
    @PartOf("startedCount") Integer completedCount)
    implements Subject {}
