package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * Grades of one school that have something in common: their teachers of physical education, their timetable.
 * A standard for some of the grades judges the group where it stands alike to what is demanded of each of its grades.
 *
 * @param students all pupils of these grades
 * @param classesBySize how many classes have so many pupils; ranges of sizes are written as {@code 46-50},
 *     {@code 0-25}, {@code <=25}, {@code 66+} or {@code 66人及以上}, and do not overlap
 * @param smallestClass pupils of the smallest class
 * @param largestClass pupils of the largest class
 * @param meanClassSize as printed: 45.0 is anything from 44.95 to 45.05
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
    Integer students,
    @Domain(min = 0, max = 1_000_000) ClassesBySize classesBySize,
    Integer smallestClass,
    Integer largestClass,
    BigDecimal meanClassSize,
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

  /** Whether all its grades may be of its stage; null where the stage was not told, or is not counted in grades. */
  @From({"fromGrade", "toGrade", "stage"})
  public Boolean gradesOfStage() {
    return stage == null || !stage.hasGrades() ? null : stage.has(fromGrade) && stage.has(toGrade);
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

  /** How many classes the brackets hold together. */
  @From("classesBySize")
  public Integer classesInBrackets() {
    return classesBySize == null ? null : classesBySize.classes();
  }

  /** Whether the largest class is of the bracket of the largest classes that there are. */
  @From({"classesBySize", "largestClass"})
  public Boolean largestInBracket() {
    List<SizeBracket> filled = classesBySize == null ? List.of() : classesBySize.filled();
    return filled.isEmpty() || largestClass == null ? null : filled.get(filled.size() - 1).has(largestClass);
  }

  /** Whether the smallest class is of the bracket of the smallest classes that there are. */
  @From({"classesBySize", "smallestClass"})
  public Boolean smallestInBracket() {
    List<SizeBracket> filled = classesBySize == null ? List.of() : classesBySize.filled();
    return filled.isEmpty() || smallestClass == null ? null : filled.get(0).has(smallestClass);
  }

  /** How many pupils classes of these sizes have at least. */
  @From({"classesBySize", "smallestClass", "largestClass", "classes"})
  public Quantity fewestStudents() {
    return new SizesOfGroup(this, Map.of()).fewestStudents();
  }

  /** How many pupils classes of these sizes have at most; unknown where nobody says how large they may be. */
  @From({"classesBySize", "smallestClass", "largestClass", "classes"})
  public Quantity mostStudents() {
    return new SizesOfGroup(this, Map.of()).mostStudents();
  }

  /** Whether the mean, as it is printed, can be that of classes of these sizes with so many pupils. */
  @From({"meanClassSize", "students", "classes", "classesBySize", "smallestClass", "largestClass"})
  public Boolean meanOfClasses() {
    return new SizesOfGroup(this, Map.of()).hasMean();
  }
}
