package org.dudao.fact;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one form that a school, or where it names none the bureau, submitted for one period.
 *
 * @param code which form it is: the tables of forms declare its cells, and what must hold between them
 * @param cells the figures as printed, each by the name of its cell and in the unit of that cell; trailing zeros are
 *     kept: they say how precise a figure is
 */
public record Form(
    @Required String id,
    String name,
    School school,
    @Required @Coded(value = CodeList.FORM, namesWhatIsTold = true) String code,
    String period,
    @Required @Domain(min = 0, max = 1_000_000_000_000_000L) Map<String, BigDecimal> cells)
    implements Subject {
  public Form {
    cells = cells == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The component that holds that cell, and the cell. */
  public static String place(String cell) {
    return "cells/" + cell;
  }

  @Override
  public Subject owner() {
    return school;
  }
}
