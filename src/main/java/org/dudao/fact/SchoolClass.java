package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A class, or in early years a room.
 *
 * @param grade year of schooling counted from 1; the year before it is 0, the one before that -1
 * @param entry the first grade of its stage
 * @param infant English Reception, Year 1 or Year 2
 * @param core a class of a core subject (Florida)
 * @param exceptedStudents pupils whom the law does not count (English infant classes)
 * @param waiver the authority has granted an exception from the class-size limit
 * @param weeksToYearEnd full weeks left of the school year
 * @param roomArea usable area of the classroom, square metres
 * @param roomSeats seats for which the classroom was made
 * @param floor storey of the classroom, the ground floor is 1
 * @param deskLux mean maintained illuminance of the desks
 * @param boardLux mean maintained illuminance of the blackboard
 */
public record SchoolClass(
    @Required String id,
    String name,
    School school,
    @Required Stage stage,
    @Domain(min = -1, max = 13) Integer grade,
    Boolean entry,
    AgeGroup ageGroup,
    Boolean infant,
    Boolean core,
    @Pupils Integer students,
    Integer plannedStudents,
    @PartOf("students") Integer exceptedStudents,
    @PartOf("students") Integer specialNeedsStudents,
    @PartOf("staff") BigDecimal teachers,
    @PartOf("staff") BigDecimal nurses,
    BigDecimal staff,
    Boolean qualifiedTeacher,
    Boolean waiver,
    Integer weeksToYearEnd,
    BigDecimal roomArea,
    Integer roomSeats,
    @Domain(min = -3, max = 100) Integer floor,
    BigDecimal deskLux,
    BigDecimal boardLux)
    implements Subject {

  @Override
  public Subject owner() {
    return school;
  }

  @From({"students", "staff"})
  public Quantity studentsPerStaff() {
    return Quantity.ratio(students, staff);
  }

  /** Pupils less excepted ones, to a teacher. */
  @From({"students", "exceptedStudents", "teachers"})
  public Quantity countedStudentsPerTeacher() {
    return students == null || exceptedStudents == null
        ? null
        : Quantity.ratio(students - exceptedStudents, teachers);
  }

  /** Whether a school of that type teaches the stage; null where the type does not tell. */
  @From({"stage", "school"})
  public Boolean stageOfSchool() {
    return school == null ? null : school.type().teaches(stage);
  }

  /** Whether a school of that type teaches the grade; null where the type does not tell. */
  @From({"grade", "school"})
  public Boolean gradeOfSchool() {
    return school == null || grade == null ? null : school.type().teaches(grade, grade);
  }

  /** Whether the grade is one of the stage; null where the stage does not tell. */
  @From({"grade", "stage"})
  public Boolean gradeOfStage() {
    return grade == null ? null : stage.has(grade);
  }

  /** The day on which the school's building was begun. */
  @From("school")
  public LocalDate built() {
    return school == null ? null : school.built();
  }

  @From({"roomArea", "students"})
  public Quantity roomAreaPerStudent() {
    return Quantity.ratio(roomArea, students);
  }

  @From({"roomArea", "roomSeats"})
  public Quantity roomAreaPerSeat() {
    return Quantity.ratio(roomArea, roomSeats);
  }

  /** A class of which no more is known. */
  public static SchoolClass of(String id, String name, School school, Stage stage, Integer grade) {
    return new SchoolClass(
        id, name, school, stage, grade, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null);
  }
}
