package org.dudao.fact;

import java.time.LocalDate;

/**
 * The body that answers for the facts of a document: an education bureau, or another office that published figures.
 *
 * @param region ISO 3166 country and, after a hyphen, the code of the region (GB/T 2260 in China)
 * @param residents resident population
 * @param schoolCount schools under its supervision
 * @param schoolsWithCounsellor schools with a full-time or part-time mental-health teacher
 * @param lastInspected when the government above last inspected it
 */
public record Bureau(
    @Required String id,
    String name,
    @Required String region,
    BureauLevel level,
    Integer residents,
    Integer juniorGraduates,
    Integer seniorHighSchools,
    Integer specialSchools,
    Integer schoolCount,
    Integer responsibleInspectors,
    Integer schoolsWithCounsellor,
    Integer kindergartenChildren,
    Integer kindergartenTeachers,
    LocalDate lastInspected)
    implements Subject {

  @From({"schoolCount", "responsibleInspectors"})
  public Quantity schoolsPerInspector() {
    return Quantity.ratio(schoolCount, responsibleInspectors);
  }

  @From({"kindergartenChildren", "kindergartenTeachers"})
  public Quantity childrenPerKindergartenTeacher() {
    return Quantity.ratio(kindergartenChildren, kindergartenTeachers);
  }

  /** Schools with a mental-health teacher, in per cent of all schools. */
  @From({"schoolsWithCounsellor", "schoolCount"})
  public Quantity counsellorCoverage() {
    return Quantity.percent(schoolsWithCounsellor, schoolCount);
  }
}
