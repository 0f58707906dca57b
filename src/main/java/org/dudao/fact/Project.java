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
    LocalDate started,
    @NotBefore("started") LocalDate completed,
    BigDecimal plannedArea,
    BigDecimal startedArea,
    BigDecimal completedArea,
    BigDecimal plannedInvestment,
    BigDecimal completedInvestment,
    Integer plannedCount,
    Integer startedCount,
    Integer completedCount)
    implements Subject {}
