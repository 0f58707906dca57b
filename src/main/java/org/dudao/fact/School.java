package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A school, kindergarten or university. Every number is as reported; null when it was not reported, which is not zero.
 *
 * @param area a part of the city that a local standard names
 * @param incomplete a primary school that does not lead all six grades
 * @param central the central school of a rural township
 * @param students pupils or children; in a school of several stages all of them
 * @param teachers full-time teachers
 * @param nurses care workers of a kindergarten
 * @param healthStaff full-time health workers
 * @param counsellors full-time and part-time mental-health teachers
 * @param boardMeetings meetings of the decision-making body in the year
 * @param headKindergartenYears years that the head has worked in kindergartens
 * @param routineInspections routine inspections in the term
 * @param landArea square metres, as all areas
 */
public record School(
    @Required String id,
    String name,
    @Required SchoolType type,
    Setting setting,
    Ownership ownership,
    Care care,
    @Coded("area") String area,
    Boolean incomplete,
    Boolean central,
    LocalDate built,
    LocalDate founded,
    Integer students,
    Integer plannedStudents,
    Integer primaryStudents,
    Integer juniorStudents,
    Integer seniorStudents,
    Integer migrantStudents,
    Integer boarders,
    Integer classes,
    Integer teachers,
    Integer staff,
    Integer supportStaff,
    Integer nurses,
    Integer heads,
    Integer healthStaff,
    Integer healthProfessionals,
    Integer healthTeachers,
    Integer counsellors,
    Integer peTeachers,
    Integer fullTimePeTeachers,
    Integer politicsTeachers,
    Integer legalVicePrincipals,
    Integer boardMembers,
    Integer experiencedBoardMembers,
    Integer boardMeetings,
    BigDecimal headKindergartenYears,
    Integer routineInspections,
    LocalDate lastComprehensiveInspection,
    BigDecimal landArea,
    BigDecimal buildingArea,
    BigDecimal teachingArea,
    BigDecimal sportsArea,
    BigDecimal greenArea,
    Integer books,
    Integer computers,
    Integer multimediaSets)
    implements Subject {

  /** The mean class; when it is above a cap, some class is. */
  @From({"students", "classes"})
  public Quantity studentsPerClass() {
    return Quantity.ratio(students, classes);
  }

  @From({"students", "staff"})
  public Quantity studentsPerStaff() {
    return Quantity.ratio(students, staff);
  }

  @From({"students", "teachers"})
  public Quantity studentsPerTeacher() {
    return Quantity.ratio(students, teachers);
  }

  /** Clerical, auxiliary and manual staff in per cent of all staff. */
  @From({"supportStaff", "staff"})
  public Quantity supportStaffShare() {
    return Quantity.percent(supportStaff, staff);
  }

  /** Children to full-time teachers and care workers together. */
  @From({"students", "teachers", "nurses"})
  public Quantity childrenPerCareStaff() {
    return teachers == null || nurses == null ? null : Quantity.ratio(students, teachers + nurses);
  }

  /** Pupils of the nine compulsory years in a through-school. */
  @From({"primaryStudents", "juniorStudents"})
  public Quantity compulsoryStudents() {
    return primaryStudents == null || juniorStudents == null
        ? null
        : Quantity.of(primaryStudents + juniorStudents);
  }

  /** Pupils of all stages that were reported one by one. */
  @From({"primaryStudents", "juniorStudents", "seniorStudents"})
  public Quantity studentsByStage() {
    return primaryStudents == null || juniorStudents == null || seniorStudents == null
        ? null
        : Quantity.of(primaryStudents + juniorStudents + seniorStudents);
  }

  /** Children of migrant workers in per cent of all pupils. */
  @From({"migrantStudents", "students"})
  public Quantity migrantShare() {
    return Quantity.percent(migrantStudents, students);
  }

  @From({"students", "healthProfessionals"})
  public Quantity studentsPerHealthProfessional() {
    return Quantity.ratio(students, healthProfessionals);
  }

  @From({"students", "healthStaff"})
  public Quantity studentsPerHealthStaff() {
    return Quantity.ratio(students, healthStaff);
  }

  @From({"students", "politicsTeachers"})
  public Quantity studentsPerPoliticsTeacher() {
    return Quantity.ratio(students, politicsTeachers);
  }

  /** Members of the board with five years of teaching or more, as a share of all members. */
  @From({"experiencedBoardMembers", "boardMembers"})
  public Quantity experiencedBoardShare() {
    return Quantity.ratio(experiencedBoardMembers, boardMembers);
  }
}
