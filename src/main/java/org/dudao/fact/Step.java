package org.dudao.fact;

import java.time.LocalDate;

/**
 * One leg of a case with a time limit of its own.
 *
 * @param ended null while the step is open
 * @param promisedDays the time the office promised, working days
 */
public record Step(
    @Required String id,
    String name,
    @Required Case of,
    @Required @Coded(CodeList.STEP) String kind,
    @Past LocalDate started,
    @Past @NotBefore("started") LocalDate ended,
    @Domain(min = 0, max = 3_660) Integer promisedDays)
    implements Subject {

  @Override
  public Subject owner() {
    return of;
  }
}
