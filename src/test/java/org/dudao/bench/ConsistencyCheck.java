package org.dudao.bench;

import static org.dudao.bench.County.ABSENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the figures of a county against each other and against what is plausible, with plain loops; but not the stated
 * share of large classes against the classes.
 */
final class ConsistencyCheck extends PlainCheck {
  private static final int FEW_STUDENTS = 50;
  /** The first and last grade of each stage that is counted in grades. */
  private static final Map<String, int[]> GRADES =
      Map.of(
          "KINDERGARTEN", new int[] {-1, 0}, "PRIMARY", new int[] {-1, 6}, "JUNIOR", new int[] {6, 9},
          "SENIOR", new int[] {9, 13});

  /** The classes of a school that were listed. */
  private static final class Listed {
    final List<County.SchoolClass> classes = new ArrayList<>();
    int students;
    boolean isSized = true;
  }

  private final Map<County.School, Listed> listed = new HashMap<>();

  ConsistencyCheck(County county) {
    super(county);
  }

  @Override
  void bureau() {
    for (County.SchoolClass one : county.classes) {
      Listed ofSchool = listed.computeIfAbsent(one.school, school -> new Listed());
      ofSchool.classes.add(one);
      ofSchool.isSized &= one.students != ABSENT;
      ofSchool.students += Math.max(0, one.students);
    }
    begin(CountyCheck.BUREAU, county.id);
    parts("consistency.bureau.parts", new int[][] {{county.schoolCount, county.schoolsWithCounsellor}});
    days("consistency.bureau.days", new int[][] {{county.lastInspected, CountyCheck.AS_OF}});
    listed("consistency.bureau.schools", county.schools.size(), county.schoolCount);
    boolean areAll = county.schools.size() == county.schoolCount;
    List<County.School> kindergartens = county.schools.stream().filter(County.School::isKindergarten).toList();
    if (!kindergartens.isEmpty()) {
      notAbove(
          "consistency.bureau.kindergarten-children", kindergartens.stream().mapToInt(one -> one.students).toArray(),
          county.kindergartenChildren, areAll);
      notAbove(
          "consistency.bureau.kindergarten-teachers", kindergartens.stream().mapToInt(one -> one.teachers).toArray(),
          county.kindergartenTeachers, areAll);
    }
    counsellors(areAll);
  }

  /** The schools that have one, and of which it is not known, are not fewer and those that surely have one not more. */
  private void counsellors(boolean areAll) {
    int so = 0;
    int open = 0;
    for (County.School one : county.schools) {
      so += one.counsellors != ABSENT && one.counsellors > 0 ? 1 : 0;
      open += one.counsellors == ABSENT ? 1 : 0;
    }
    int reported = county.schoolsWithCounsellor;
    if (reported != ABSENT) {
      boolean isBroken = so > reported || areAll && so + open < reported;
      told("consistency.bureau.counsellors", isBroken ? Boolean.FALSE : areAll && open == 0 ? Boolean.TRUE : null);
    }
  }

  /** Of numbers that are not all known it is only known that their sum is not less than that of those that are. */
  private void notAbove(String standard, int[] addends, int reported, boolean areAll) {
    boolean isKnown = areAll;
    long sum = 0;
    for (int one : addends) {
      isKnown &= one != ABSENT;
      sum += Math.max(0, one);
    }
    if (reported != ABSENT && (isKnown || sum > reported)) {
      told(standard, sum <= reported);
    }
  }

  @Override
  void school(County.School one) {
    begin(CountyCheck.SCHOOL, one.id);
    boolean areAllPupils = one.students != ABSENT && one.girls != ABSENT && one.boys != ABSENT;
    parts(
        "consistency.school.parts",
        new int[][] {
          {one.students, one.girls, one.boys}, {one.staff, one.teachers, one.supportStaff},
          {one.students, one.primaryStudents, one.juniorStudents, one.seniorStudents},
          {one.students, one.boarders}, {one.staff, one.nurses}, {one.staff, one.heads}, {one.staff, one.healthStaff},
          {one.staff, one.healthTeachers}, {one.teachers, one.fullTimePeTeachers},
          {one.boardMembers, one.experiencedBoardMembers}, {one.books, one.newBooks},
          // Girls and boys are all pupils: together not less either.
          areAllPupils ? new int[] {one.girls + one.boys, one.students} : new int[] {ABSENT}
        });
    days("consistency.school.days", new int[][] {{one.lastComprehensiveInspection, CountyCheck.AS_OF}});
    Listed own = listed.getOrDefault(one, new Listed());
    listed("consistency.school.classes", own.classes.size(), one.classes);
    boolean isWhole = own.classes.size() == one.classes && own.isSized;
    if (!own.classes.isEmpty() && one.students != ABSENT && (isWhole || own.students > one.students)) {
      told("consistency.school.class-roll", own.students == one.students);
    }
    stageRoll("consistency.school.primary-roll", one, "PRIMARY", one.primaryStudents);
    stageRoll("consistency.school.junior-roll", one, "JUNIOR", one.juniorStudents);
    stageRoll("consistency.school.senior-roll", one, "SENIOR", one.seniorStudents);
    if (one.students != ABSENT && one.classes != ABSENT) {
      told("consistency.school.emptiness", one.students > 0 == one.classes > 0);
      band("consistency.band.students-per-class", one.students, one.classes, 1, 120, one.students > 0);
    }
    boolean isLarge = one.students >= FEW_STUDENTS;
    band("consistency.band.students-per-teacher", one.students, one.teachers, 1, 100, isLarge);
    band("consistency.band.books", one.books, one.students, 0, 500, isLarge);
  }

  private void stageRoll(String standard, County.School one, String stage, int reported) {
    List<County.SchoolClass> classes = listed.getOrDefault(one, new Listed()).classes;
    boolean isWhole = classes.size() == one.classes;
    int sum = 0;
    for (County.SchoolClass other : classes) {
      if (other.stage.equals(stage)) {
        isWhole &= other.students != ABSENT;
        sum += Math.max(0, other.students);
      }
    }
    if (!classes.isEmpty() && reported != ABSENT && (isWhole || sum > reported)) {
      told(standard, sum == reported);
    }
  }

  @Override
  void schoolClass(County.SchoolClass one) {
    begin(CountyCheck.CLASS, one.id);
    parts("consistency.class.parts", new int[][] {{one.students, one.specialNeedsStudents}});
    if (one.school != null) {
      told("consistency.class.stage", teaches(one.school, one.stage));
      told("consistency.class.school", one.grade == ABSENT ? null : teaches(one.school, one.grade, one.grade));
    }
    int[] grades = GRADES.get(one.stage);
    told(
        "consistency.class.grade",
        one.grade == ABSENT || grades == null ? null : one.grade >= grades[0] && one.grade <= grades[1]);
    band("consistency.band.class-students", one.students, 1, 1, 150, true);
  }

  @Override
  void gradeGroup(County.GradeGroup one) {
    begin(CountyCheck.GRADE_GROUP, one.id);
    told("consistency.grade-group.order", one.fromGrade <= one.toGrade);
    told(
        "consistency.grade-group.school",
        teaches(one.school, Math.min(one.fromGrade, one.toGrade), Math.max(one.fromGrade, one.toGrade)));
    int classes = 0;
    for (County.SchoolClass other : listed.getOrDefault(one.school, new Listed()).classes) {
      boolean isOfStage = one.stage == null || one.stage.equals(other.stage);
      classes += isOfStage && other.grade >= one.fromGrade && other.grade <= one.toGrade ? 1 : 0;
    }
    listed("consistency.grade-group.classes", classes, one.classes);
    if (one.classes != ABSENT && one.school != null && one.school.classes != ABSENT) {
      told("consistency.grade-group.of-school", one.classes <= one.school.classes);
    }
    int[] grades = one.stage == null ? null : GRADES.get(one.stage);
    if (grades != null) {
      told("consistency.grade-group.stage", one.fromGrade >= grades[0] && one.toGrade <= grades[1]);
    }
  }

  @Override
  void oneCase(County.Case one) {
    begin(CountyCheck.CASE, one.id);
    days(
        "consistency.case.days",
        new int[][] {
          {one.received, CountyCheck.AS_OF}, {one.accepted, CountyCheck.AS_OF}, {one.closed, CountyCheck.AS_OF},
          {one.received, one.accepted}, {one.received, one.closed}, {one.accepted, one.closed}
        });
  }

  @Override
  void step(County.Step one) {
    begin(CountyCheck.STEP, one.id);
    days(
        "consistency.step.days",
        new int[][] {{one.started, CountyCheck.AS_OF}, {one.started, one.ended}, {one.ended, CountyCheck.AS_OF}});
  }

  @Override
  void inspection(County.Inspection one) {
    // No figure of it is told elsewhere too.
  }

  @Override
  void indicator(County.Indicator one) {
    begin(CountyCheck.INDICATOR, one.id);
    if (one.value != ABSENT) {
      told("consistency.indicator.share.class-size", one.value >= 0 && one.value <= 10_000);
    }
  }

  private static List<String> stages(County.School one) {
    List<String> stages = new ArrayList<>(3);
    if (one.isKindergarten()) {
      stages.add("KINDERGARTEN");
    }
    if (one.hasPrimary()) {
      stages.add("PRIMARY");
    }
    if (one.hasJunior()) {
      stages.add("JUNIOR");
    }
    if (one.hasSenior()) {
      stages.add("SENIOR");
    }
    return stages;
  }

  /** Null where the type of the school does not tell. */
  private static Boolean teaches(County.School one, String stage) {
    List<String> stages = stages(one);
    if (stages.contains(stage)) {
      return true;
    }
    boolean isAcross =
        stages.isEmpty() || stage.equals("SPECIAL") || stage.equals("KINDERGARTEN") && stages.contains("PRIMARY");
    return isAcross ? null : false;
  }

  /** The same of all grades from the first to the last. */
  private static Boolean teaches(County.School one, int first, int last) {
    List<String> stages = stages(one);
    boolean beginsEarlier = false;
    boolean endsLater = false;
    for (String stage : stages) {
      beginsEarlier |= GRADES.get(stage)[0] <= first;
      endsLater |= GRADES.get(stage)[1] >= last;
    }
    return stages.isEmpty() ? null : beginsEarlier && endsLater;
  }

  // What every sentence above ends with.

  /** Each a whole and its parts, of which those count that were reported. */
  private void parts(String standard, int[][] compositions) {
    int kept = 0;
    int broken = 0;
    for (int[] one : compositions) {
      long sum = 0;
      boolean isTold = false;
      for (int i = 1; i < one.length; i++) {
        isTold |= one[i] != ABSENT;
        sum += Math.max(0, one[i]);
      }
      if (isTold && one[0] != ABSENT) {
        if (sum > one[0]) {
          broken++;
          found(standard, PlainFinding.FAIL);
        } else {
          kept++;
        }
      }
    }
    pass += kept > 0 && broken == 0 ? 1 : 0;
  }

  /** Each an earlier and a later day. */
  private void days(String standard, int[][] orders) {
    int kept = 0;
    int broken = 0;
    for (int[] one : orders) {
      if (one[0] != ABSENT && one[1] != ABSENT) {
        if (one[0] > one[1]) {
          broken++;
          found(standard, PlainFinding.FAIL);
        } else {
          kept++;
        }
      }
    }
    pass += kept > 0 && broken == 0 ? 1 : 0;
  }

  /** More cannot be listed than there are; fewer may be missing. */
  private void listed(String standard, int submitted, int reported) {
    if (reported != ABSENT && submitted >= reported) {
      told(standard, submitted == reported);
    }
  }

  private void band(String standard, int above, int below, int least, int most, boolean isFor) {
    if (isFor && above != ABSENT && below != ABSENT) {
      boolean isPlausible = below > 0 && above >= (long) least * below && above <= (long) most * below;
      if (isPlausible) {
        pass++;
      } else {
        found(standard, PlainFinding.QUERY);
      }
    }
  }

  private void told(String standard, Boolean isKept) {
    if (Boolean.TRUE.equals(isKept)) {
      pass++;
    } else if (isKept != null) {
      found(standard, PlainFinding.FAIL);
    }
  }

  private void found(String standard, String outcome) {
    findings.add(new PlainFinding(kind, id, standard, outcome, null, null, null, null, List.of()));
  }
}
