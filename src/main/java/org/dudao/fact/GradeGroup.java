package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * Grades of one school that have something in common: their teachers of physical education, their timetable.
 * A standard for some of the grades judges the group where it stands alike to what is demanded of each of its grades.
 *
 * @param homeworkMinutes mean time of written homework a day
 * @param exams paper exams of the school in the term
 * @param weeklyLessons all lessons of a week
 * @param lessonMinutes length of a lesson
 * @param peLessons lessons of physical education a week
 * @param labourLessons lessons of labour education a week
 * @param activityMinutes physical activity a day, lessons included
 * @param studyHours study a day, self-study included
 * @param screenShare teaching with screens in per cent of teaching time
 * @param sleepHours mean sleep a day, from a survey
 * @param bedtime when boarders' lights go out; half past midnight is of the evening before
 * @param firstLesson when the first lesson of the morning begins
 * @param eveningStudyEnd when evening study of day pupils ends
 * @param socialPracticeDays days of social practice in the school year
 */
public record GradeGroup(
    @Required String id,
    String name,
    @Required School school,
    Stage stage,
    @Required @Domain(min = -1, max = 13) Integer fromGrade,
    @Required @Domain(min = -1, max = 13) Integer toGrade,
    Integer classes,
    BigDecimal peTeachers,
    BigDecimal homeworkMinutes,
    Integer exams,
    BigDecimal weeklyLessons,
    Integer lessonMinutes,
    BigDecimal peLessons,
    BigDecimal labourLessons,
    BigDecimal activityMinutes,
    BigDecimal studyHours,
    @Domain(min = 0, max = 100) BigDecimal screenShare,
    BigDecimal sleepHours,
    @Evening LocalTime bedtime,
    LocalTime firstLesson,
    @Evening LocalTime eveningStudyEnd,
    BigDecimal socialPracticeDays)
    implements Subject {

  @Override
  public Subject owner() {
    return school;
  }

  /** Whether a school of that type teaches these grades; null where the type does not tell. */
  @From({"fromGrade", "toGrade", "school"})
  public Boolean gradesOfSchool() {
    return school.type().teaches(Math.min(fromGrade, toGrade), Math.max(fromGrade, toGrade));
  }

  /** The grades that it is of. */
  @From({"fromGrade", "toGrade"})
  public GradeRange grade() {
    return new GradeRange(fromGrade, toGrade);
  }

  /** The classes of all grades of the school. */
  @From("school")
  public Integer classesOfSchool() {
    return school.classes();
  }

  @From({"classes", "peTeachers"})
  public Quantity classesPerPeTeacher() {
    return Quantity.ratio(classes, peTeachers);
  }
}
