package org.dudao.bench;

import static org.dudao.bench.County.ABSENT;
import static org.dudao.bench.County.NO;
import static org.dudao.bench.County.YES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds a county against the national standards of class size, staffing, premises and timeliness that are law on the
 * last day of 2025, with plain loops and the numbers of the law in the code.
 *
 * <p>Whether a standard is for a subject may not be known either. Then the scope names what was not reported: who keeps
 * the standard passes, who does not is unknown.
 */
final class CountyCheck extends PlainCheck {
  static final List<String> KINDS =
      List.of("bureau", "school", "class", "grade-group", "case", "step", "inspection", "indicator");
  static final int BUREAU = 0;
  static final int SCHOOL = 1;
  static final int CLASS = 2;
  static final int GRADE_GROUP = 3;
  static final int CASE = 4;
  static final int STEP = 5;
  static final int INSPECTION = 6;
  static final int INDICATOR = 7;

  static final int AS_OF = day(2025, 12, 31);
  private static final int BUILDING_CODE_1987 = day(1987, 10, 1);
  private static final int BUILDING_CODE_2012 = day(2012, 1, 1);
  private static final int LICENCE_ACT = day(2004, 7, 1);
  private static final int INFORMATION_2008 = day(2008, 5, 1);
  private static final int INFORMATION_2019 = day(2019, 5, 15);
  private static final int PETITIONS_2005 = day(2005, 5, 1);
  private static final int PETITIONS_2022 = day(2022, 5, 1);
  private static final int RECONSIDERATION_2018 = day(2018, 1, 1);
  private static final int RECONSIDERATION_2024 = day(2024, 1, 1);
  private static final int SUGGESTIONS_2010 = day(2010, 10, 28);
  private static final int TEACHERS_1994 = day(1994, 1, 1);
  private static final int TEACHERS_1995 = day(1995, 12, 12);
  private static final int PRIVATE_SCHOOLS_2003 = day(2003, 9, 1);
  private static final int PRIVATE_SCHOOLS_2021 = day(2021, 9, 1);
  private static final int RECORDS_2013 = day(2013, 9, 1);
  private static final int RECORDS_2025 = day(2025, 1, 3);
  private static final int BUSES_2012 = day(2012, 4, 5);
  private static final int RULES_2018 = day(2018, 5, 1);
  private static final int DECISIONS_2019 = day(2019, 9, 1);
  private static final int BUSINESS_2020 = day(2020, 1, 1);

  /** 19, 13.5 and 12.5 pupils for a post make whole numbers of these for a pupil. */
  private static final long PARTS_OF_A_POST = 12_825;

  /** By what a measure is multiplied to stand beside a limit in hundredths. */
  private static final int PLAIN = 100;
  private static final int PER_CENT = 10_000;
  private static final int IN_HUNDREDTHS = 1;

  private static final List<String> SURE = List.of();
  private static final List<String> STAGES = List.of("primaryStudents", "juniorStudents", "seniorStudents");
  private static final Set<String> PUPILS = Set.of("students", "girls", "boys", "kindergartenChildren");

  /** What misses a standard that may not be for its subject: by how much, and the finding if it is. */
  private final List<Conditional> conditional = new ArrayList<>();
  private County.School school;
  private County.SchoolClass schoolClass;

  private record Conditional(PlainFinding failed) {
    BigDecimal difference() {
      return new BigDecimal(failed.difference());
    }
  }

  CountyCheck(County county) {
    super(county);
  }

  @Override
  void bureau() {
    if (!LocalDate.ofEpochDay(AS_OF).toString().equals(county.asOf)) {
      throw new IllegalArgumentException("judges by the law of " + LocalDate.ofEpochDay(AS_OF) + ", not of " + county.asOf);
    }
    begin(BUREAU, county.id);
    List<String> scope = scope(county.level == null, "level");
    if (county.level != null && !county.level.equals("COUNTY")) {
      throw new IllegalArgumentException("judges counties, not " + county.level);
    }
    classShares(scope);
    ratioAtMost(
        "staffing.kindergarten.county", county.kindergartenChildren, "kindergartenChildren", county.kindergartenTeachers,
        "kindergartenTeachers", PLAIN, 1_500, "15", "children per teacher", scope);
    if (county.level == null) {
      ratioAtLeast(
          "staffing.counsellors.coverage", county.schoolsWithCounsellor, "schoolsWithCounsellor", county.schoolCount,
          "schoolCount", PER_CENT, 9_500, "95", "%", scope);
    }
    ratioAtMost(
        "staffing.inspectors", county.schoolCount, "schoolCount", county.responsibleInspectors, "responsibleInspectors",
        PLAIN, 500, "5", "schools per inspector", scope);
    sinceYears("staffing.inspection.government", county.lastInspected, "lastInspected", 5, scope);
  }

  /** Large classes are counted as if those of which nobody knows were none of them, and as if all were. */
  private void classShares(List<String> scope) {
    int compulsory = 0;
    int compulsoryUnknown = 0;
    int large = 0;
    int superLarge = 0;
    int senior = 0;
    int seniorUnknown = 0;
    int seniorLarge = 0;
    for (County.SchoolClass one : county.classes) {
      if (one.stage.equals("PRIMARY") || one.stage.equals("JUNIOR")) {
        compulsory++;
        compulsoryUnknown += one.students == ABSENT ? 1 : 0;
        large += one.students >= 56 ? 1 : 0;
        superLarge += one.students >= 66 ? 1 : 0;
      } else if (one.stage.equals("SENIOR")) {
        senior++;
        seniorUnknown += one.students == ABSENT ? 1 : 0;
        seniorLarge += one.students >= 56 ? 1 : 0;
      }
    }
    if (compulsory > 0) {
      if (county.level == null) {
        largeShare(large, compulsoryUnknown, compulsory, scope);
      }
      none("class-size.super-large.count", superLarge, compulsoryUnknown, scope);
    }
    if (senior > 0) {
      none("class-size.senior.large-count", seniorLarge, seniorUnknown, scope);
    }
  }

  private void largeShare(int large, int unknown, int all, List<String> scope) {
    if (20 * (large + unknown) <= all) {
      pass++;
    } else if (20 * large <= all) {
      unknown("class-size.large.share", "5", "%", List.of("students"), scope);
    } else {
      missed("class-size.large.share", 100L * large, all, 5, 1, "%", scope);
    }
  }

  private void none(String standard, int large, int unknown, List<String> scope) {
    if (large + unknown == 0) {
      pass++;
    } else if (large == 0) {
      unknown(standard, "0", "classes", List.of("students"), scope);
    } else {
      missed(standard, large, 1, 0, 1, "classes", scope);
    }
  }

  @Override
  void school(County.School one) {
    begin(SCHOOL, one.id);
    school = one;
    atLeast("staffing.inspection.routine", one.routineInspections, "routineInspections", 2, "times", SURE);
    sinceYears(
        "staffing.inspection.comprehensive", one.lastComprehensiveInspection, "lastComprehensiveInspection", 5, SURE);
    if (!"PUBLIC".equals(one.ownership)) {
      board(one, scope(one.ownership == null, "ownership"));
    }
    if (one.isKindergarten()) {
      kindergarten(one);
    } else if (one.isSecondaryOrPrimary()) {
      meanClass(one);
      staff(one);
      health(one);
      rooms(one);
      sanitation(one);
      dormitory(one);
      library(one);
    }
  }

  private void board(County.School one, List<String> scope) {
    atLeast("staffing.board.members", one.boardMembers, "boardMembers", 5, "persons", scope);
    atLeast("staffing.board.meetings", one.boardMeetings, "boardMeetings", 2, "times", scope);
    int experienced = one.experiencedBoardMembers;
    int members = one.boardMembers;
    List<String> missing = missing(experienced, "experiencedBoardMembers", members, "boardMembers");
    if (!missing.isEmpty()) {
      unknown("staffing.board.experience", "1/3", "share", missing, scope);
    } else if (3 * experienced >= members) {
      pass++;
    } else {
      missed("staffing.board.experience", experienced, members, 1, 3, "share", scope);
    }
  }

  private void kindergarten(County.School one) {
    List<String> care = scope(one.care == null, "care");
    if (one.care == null || !one.care.equals("HALF_DAY")) {
      ratioAtMost(
          "staffing.full-day.staff", one.students, "students", one.staff, "staff", PLAIN, 700, "7", "children per staff",
          care);
      childrenPerCarer("staffing.full-day.carers", one, 9, care);
    }
    if (one.care == null || one.care.equals("HALF_DAY")) {
      ratioAtMost(
          "staffing.half-day.staff", one.students, "students", one.staff, "staff", PLAIN, 1_000, "10", "children per staff",
          care);
      childrenPerCarer("staffing.half-day.carers", one, 13, care);
    }
    whicheverApplies("staffing.full-day.staff", "staffing.half-day.staff");
    whicheverApplies("staffing.full-day.carers", "staffing.half-day.carers");
    List<String> classes = scope(one.classes == ABSENT, "classes");
    if (one.classes == ABSENT || one.classes < 6) {
      atMost("staffing.heads.small", one.heads, "heads", 1, "persons", classes);
    }
    if (one.classes == ABSENT || one.classes >= 6 && one.classes < 10) {
      atMost("staffing.heads.medium", one.heads, "heads", 2, "persons", classes);
    }
    if (one.classes == ABSENT || one.classes >= 10) {
      atMost("staffing.heads.large", one.heads, "heads", 3, "persons", classes);
    }
    whicheverApplies("staffing.heads.small", "staffing.heads.medium", "staffing.heads.large");
    decimalAtLeast(
        "staffing.heads.experience", one.headKindergartenYears, "headKindergartenYears", 500, "5", "years of experience");
    List<String> size = scope(one.students == ABSENT, "students");
    if (one.students == ABSENT || one.students >= 150) {
      ratioAtMost(
          "staffing.health.kindergarten", one.students, "students", one.healthStaff, "healthStaff", PLAIN, 15_000, "150",
          "children per staff", size);
      atLeast("staffing.health.kindergarten.first", one.healthStaff, "healthStaff", 1, "persons", size);
    }
    if (one.students == ABSENT || one.students >= 300) {
      atLeast("staffing.health.kindergarten.second", one.healthStaff, "healthStaff", 2, "persons", size);
    }
  }

  private void childrenPerCarer(String standard, County.School one, int limit, List<String> scope) {
    if (one.students == 0) {
      return;
    }
    List<Ratio> ratios = new ArrayList<>();
    for (long teachers : ends(one.teachers, "teachers")) {
      for (long nurses : ends(one.nurses, "nurses")) {
        ratios.add(new Ratio(one.students, teachers == ABSENT || nurses == ABSENT ? ABSENT : teachers + nurses));
      }
    }
    String unit = "children per carer";
    Predicate<Ratio> keeps = ratio -> ratio.above <= limit * ratio.below;
    if (!isDecided(standard, ratios, keeps, PLAIN, 100L * limit, unit, scope)) {
      List<String> missing = new ArrayList<>(scope(one.students == ABSENT, "students"));
      missing.addAll(scope(one.teachers == ABSENT, "teachers"));
      missing.addAll(scope(one.nurses == ABSENT, "nurses"));
      unknown(standard, Integer.toString(limit), unit, missing, scope);
    }
  }

  private void meanClass(County.School one) {
    if (one.isThrough()) {
      meanClass("class-size.through.mean", one, 5_000, "50");
    } else {
      if (one.hasPrimary()) {
        meanClass("class-size.primary.mean", one, 4_500, "45");
      }
      if (one.hasJunior() || one.hasSenior()) {
        meanClass("class-size.secondary.mean", one, 5_000, "50");
      }
    }
  }

  private void meanClass(String standard, County.School one, int limit, String text) {
    ratioAtMost(standard, one.students, "students", one.classes, "classes", PLAIN, limit, text, "students", SURE);
  }

  private void staff(County.School one) {
    if (!"PRIVATE".equals(one.ownership)) {
      posts(one, scope(one.ownership == null, "ownership"));
    }
    if (one.hasSenior()) {
      supportShare("staffing.senior.support", one, 1_600, "16");
    } else if (one.hasJunior()) {
      supportShare("staffing.junior.support", one, 1_500, "15");
    } else {
      supportShare("staffing.primary.support", one, 900, "9");
    }
    if (!one.isTeachingPoint()) {
      atLeast("staffing.counsellors", one.counsellors, "counsellors", 1, "persons", SURE);
      atLeast("staffing.legal-vice-principal", one.legalVicePrincipals, "legalVicePrincipals", 1, "persons", SURE);
    }
    boolean mayBeRural = one.setting == null || one.setting == County.Setting.RURAL;
    if ((one.hasPrimary() || one.hasJunior()) && mayBeRural && (one.students == ABSENT || one.students >= 200)) {
      atLeast(
          "staffing.pe.rural", one.fullTimePeTeachers, "fullTimePeTeachers", 1, "persons",
          joined(scope(one.setting == null, "setting"), scope(one.students == ABSENT, "students")));
    }
  }

  /** Posts are for public schools. */
  private void posts(County.School one, List<String> scope) {
    if (one.hasPrimary()) {
      posts("staffing.primary.unified", one, 1_900, "19", scope);
    }
    if (one.hasJunior()) {
      posts("staffing.junior.unified", one, 1_350, "13.5", scope);
    }
    if (one.hasSenior()) {
      posts("staffing.senior.unified", one, 1_250, "12.5", scope);
    }
  }

  private void posts(String standard, County.School one, int limit, String text, List<String> scope) {
    String unit = "students per staff";
    if (one.isOfSeveralStages() && one.students > 0 && one.staff != ABSENT) {
      // A pupil is due 1/19, 1/13.5 or 1/12.5 of a member of staff.
      owed(PARTS_OF_A_POST * one.staff, Due.of(one, 675, 950, 1_026), scope, (owed, missing) ->
          missed(standard, 100L * one.students, 100L * one.staff, PARTS_OF_A_POST * one.students, owed, unit, missing));
    } else {
      ratioAtMost(standard, one.students, "students", one.staff, "staff", PLAIN, limit, text, unit, scope);
    }
  }

  /**
   * Through-schools owe the sum of what their stages owe. Pupils of whom the stage was not told may be of any that was
   * not: all divisions of them must agree.
   */
  private void owed(long has, Due due, List<String> scope, BiConsumer<Long, List<String>> missed) {
    if (has >= due.most) {
      pass++;
    } else if (has < due.least && scope.isEmpty()) {
      missed.accept(due.least, SURE);
    } else {
      missed.accept(due.most, joined(due.untold, scope));
    }
  }

  /**
   * What the pupils of a through-school are due together, each of the primary, junior and senior stage so much.
   *
   * @param least when pupils whose stage was not told are of the one that is due least
   * @param untold the numbers of pupils that were not reported
   */
  private record Due(long least, long most, List<String> untold) {
    static Due of(County.School one, int... each) {
      boolean[] has = {one.hasPrimary(), one.hasJunior(), one.hasSenior()};
      int[] pupils = {one.primaryStudents, one.juniorStudents, one.seniorStudents};
      List<String> untold = new ArrayList<>();
      long rest = one.students;
      long told = 0;
      long least = Long.MAX_VALUE;
      long most = 0;
      for (int i = 0; i < has.length; i++) {
        if (has[i] && pupils[i] == ABSENT) {
          untold.add(STAGES.get(i));
          least = Math.min(least, each[i]);
          most = Math.max(most, each[i]);
        } else if (has[i]) {
          rest -= pupils[i];
          told += (long) pupils[i] * each[i];
        }
      }
      if (rest < 0 || rest > 0 && untold.isEmpty()) {
        throw new IllegalArgumentException("judges pupils that add up, not those of " + one.id);
      }
      return untold.isEmpty()
          ? new Due(told, told, untold)
          : new Due(told + rest * least, told + rest * most, untold);
    }
  }

  private void supportShare(String standard, County.School one, int limit, String text) {
    ratioAtMost(standard, one.supportStaff, "supportStaff", one.staff, "staff", PER_CENT, limit, text, "%", SURE);
  }

  private void health(County.School one) {
    List<String> boarders = scope(one.boarders == ABSENT, "boarders");
    if (one.boarders == ABSENT || one.boarders > 0) {
      decimalAbove("premises.clinic", one.clinicArea, "clinicArea", 4_000, "40", boarders);
    }
    if (one.boarders <= 0 && one.clinicArea <= 0) {
      decimalAbove(
          "premises.health-room", one.healthRoomArea, "healthRoomArea", 1_500, "15",
          joined(boarders, scope(one.clinicArea == ABSENT, "clinicArea")));
    }
    List<String> size = scope(one.students == ABSENT, "students");
    if (one.students == ABSENT || one.students >= 600) {
      boolean surelyIn =
          one.hasJunior() || one.hasSenior() || one.setting == County.Setting.CITY || one.central == YES;
      if (surelyIn || one.setting == null || one.central == ABSENT) {
        List<String> place =
            surelyIn ? SURE : joined(scope(one.setting == null, "setting"), scope(one.central == ABSENT, "central"));
        healthProfessionals(one, joined(place, size));
      }
    }
    if (one.students == ABSENT || one.students < 600) {
      atLeast("staffing.health.teachers", one.healthTeachers, "healthTeachers", 1, "persons", size);
    }
  }

  private void healthProfessionals(County.School one, List<String> scope) {
    atLeast("staffing.health.professionals", one.healthProfessionals, "healthProfessionals", 1, "persons", scope);
    ratioAtMost(
        "staffing.health.ratio", one.students, "students", one.healthProfessionals, "healthProfessionals", PLAIN, 60_000,
        "600", "students per staff", scope);
  }

  private void rooms(County.School one) {
    if (!isBuiltBefore2012(one)) {
      List<String> built = scope(one.built == ABSENT, "built");
      boolean secondary = one.hasJunior() || one.hasSenior();
      if (one.hasPrimary() && !one.hasJunior()) {
        computerRoom("premises.computer-room.primary", one, 200, "2.00", built);
      }
      if (secondary) {
        computerRoom("premises.computer-room.secondary", one, 192, "1.92", built);
      }
      ratioAtLeast(
          "premises.teacher-office", one.teacherOfficeArea, "teacherOfficeArea", one.teachers, "teachers", IN_HUNDREDTHS,
          500, "5.0", "m2/teacher", built);
    }
    if (one.hasPrimary() && !one.hasJunior()) {
      List<String> classes = scope(one.classes == ABSENT, "classes");
      if (one.classes == ABSENT || one.classes < 24) {
        decimalAtLeast("premises.track.small", one.trackLength, "trackLength", 20_000, "200", "m", classes);
      }
      if (one.classes == ABSENT || one.classes >= 24) {
        decimalAtLeast("premises.track.large", one.trackLength, "trackLength", 30_000, "300", "m", classes);
      }
      whicheverApplies("premises.track.small", "premises.track.large");
    }
  }

  private void computerRoom(String standard, County.School one, int limit, String text, List<String> scope) {
    ratioAtLeast(
        standard, one.computerRoomArea, "computerRoomArea", one.computerRoomSeats, "computerRoomSeats", IN_HUNDREDTHS,
        limit, text, "m2/seat", scope);
  }

  private void sanitation(County.School one) {
    girlsPerStall("premises.toilets.girls.health", one, 1_500, "15", SURE);
    boysPerStall("premises.toilets.boys.health", one, 3_000, "30", SURE);
    if (!isBuiltBefore2012(one)) {
      List<String> built = scope(one.built == ABSENT, "built");
      girlsPerStall("premises.toilets.girls.design", one, 1_300, "13", built);
      boysPerStall("premises.toilets.boys.design", one, 4_000, "40", built);
      ratioAtMost(
          "premises.toilets.urinals.design", one.boys, "boys", one.boysUrinals, "boysUrinals", PLAIN, 2_000, "20",
          "students per urinal", built);
      ratioAtMost(
          "premises.drinking-taps", one.students, "students", one.drinkingTaps, "drinkingTaps", PLAIN, 4_500, "45",
          "students per tap", built);
    }
  }

  private void girlsPerStall(String standard, County.School one, int limit, String text, List<String> scope) {
    ratioAtMost(
        standard, one.girls, "girls", one.girlsStalls, "girlsStalls", PLAIN, limit, text, "students per stall", scope);
  }

  private void boysPerStall(String standard, County.School one, int limit, String text, List<String> scope) {
    ratioAtMost(
        standard, one.boys, "boys", one.boysStalls, "boysStalls", PLAIN, limit, text, "students per stall", scope);
  }

  /** While the building has no date both versions are held against it: who keeps the later and stricter one keeps both. */
  private void dormitory(County.School one) {
    if (one.boarders == ABSENT || one.boarders > 0) {
      List<String> boarders = scope(one.boarders == ABSENT, "boarders");
      boolean mayBeOfTheOlder = (one.hasJunior() || one.hasSenior()) && one.setting != County.Setting.RURAL;
      List<String> older = joined(boarders, scope(mayBeOfTheOlder && one.setting == null, "setting"));
      if (one.built == ABSENT) {
        boolean isOlderKept = one.dormitoryBeds != ABSENT && one.dormitoryArea >= 270L * one.dormitoryBeds;
        dormitory(one, 300, "3.0", joined(isOlderKept ? boarders : older, List.of("built")));
      } else if (one.built >= BUILDING_CODE_2012) {
        dormitory(one, 300, "3.0", boarders);
      } else if (one.built >= BUILDING_CODE_1987 && mayBeOfTheOlder) {
        dormitory(one, 270, "2.7", older);
      }
    }
  }

  private void dormitory(County.School one, int limit, String text, List<String> scope) {
    ratioAtLeast(
        "premises.dormitory", one.dormitoryArea, "dormitoryArea", one.dormitoryBeds, "dormitoryBeds", IN_HUNDREDTHS, limit,
        text, "m2/bed", scope);
  }

  private void library(County.School one) {
    if (one.isCompleteSecondary()) {
      books("premises.books.complete-secondary", one, 40);
    } else {
      // Only the figure of primary schools was verified: by the others, which therefore warn, nobody must have books.
      if (one.hasPrimary()) {
        books("premises.books.primary", one, 25, 25, 0, 0);
      }
      if (one.hasJunior()) {
        books("premises.books.junior", one, 35, 25, 35, 45);
      }
      if (one.hasSenior()) {
        books("premises.books.senior", one, 45, 25, 35, 45);
      }
    }
    if (one.hasPrimary()) {
      titles(one, "primary", 60, 120);
    } else if (one.hasSenior()) {
      titles(one, "senior", 120, 250);
    } else {
      titles(one, "junior", 80, 180);
    }
    ratioAtLeast(
        "premises.new-books", one.newBooks, "newBooks", one.students, "students", PLAIN, 100, "1", "books/student/yr", SURE);
    decimalAtLeast("premises.library-hours", one.libraryHours, "libraryHours", 4_000, "40", "hours/week");
  }

  /**
   * So many books for a pupil.
   *
   * @param each how many a through-school has for a pupil of each stage
   */
  private void books(String standard, County.School one, int limit, int... each) {
    String unit = "books/student";
    if (one.isThrough() && one.students > 0 && one.books != ABSENT) {
      owed(one.books, Due.of(one, each), SURE, (owed, missing) ->
          missed(standard, 100L * one.books, 100L * one.students, owed, one.students, unit, missing));
    } else {
      ratioAtLeast(
          standard, one.books, "books", one.students, "students", PLAIN, 100L * limit, Integer.toString(limit), unit,
          SURE);
    }
  }

  private void titles(County.School one, String stage, int periodicals, int references) {
    atLeast("premises.periodicals." + stage, one.periodicals, "periodicals", periodicals, "titles", SURE);
    atLeast("premises.reference-titles." + stage, one.referenceTitles, "referenceTitles", references, "titles", SURE);
  }

  @Override
  void schoolClass(County.SchoolClass one) {
    begin(CLASS, one.id);
    schoolClass = one;
    switch (one.stage) {
      case "KINDERGARTEN" -> kindergartenClass(one);
      case "PRIMARY" -> primaryClass(one);
      case "JUNIOR" -> juniorClass(one);
      case "SENIOR" -> seniorClass(one);
      case "SPECIAL" -> specialClass(one);
      default -> throw new IllegalArgumentException("no classes of stage " + one.stage);
    }
  }

  private void kindergartenClass(County.SchoolClass one) {
    List<String> age = scope(one.ageGroup == null, "ageGroup");
    if (one.ageGroup == null || one.ageGroup.equals("SMALL_CLASS")) {
      students("class-size.kindergarten.small", one, 25, age);
    }
    if (one.ageGroup == null || one.ageGroup.equals("MIDDLE_CLASS")) {
      students("class-size.kindergarten.middle", one, 30, age);
    }
    if (one.ageGroup == null || one.ageGroup.equals("BIG_CLASS")) {
      students("class-size.kindergarten.big", one, 35, age);
    }
    if (one.ageGroup == null || one.ageGroup.equals("MIXED_CLASS")) {
      students("class-size.kindergarten.mixed", one, 30, age);
    }
    carers(one, one.school.care);
  }

  private void carers(County.SchoolClass one, String care) {
    List<String> scope = scope(care == null, "care");
    List<String> besideTeachers = joined(scope, scope(one.teachers == ABSENT, "teachers"));
    if (care == null || !care.equals("BOARDING")) {
      atLeast("staffing.class.teachers", one.teachers, "teachers", 2, "persons", scope);
    }
    if ((care == null || care.equals("FULL_DAY")) && (one.teachers == ABSENT || one.teachers < 3)) {
      atLeast("staffing.class.carers", one.nurses, "nurses", 1, "persons", besideTeachers);
    }
    if (care == null || care.equals("BOARDING")) {
      atLeast("staffing.boarding.teachers", one.teachers, "teachers", 3, "persons", scope);
      if (one.teachers == ABSENT || one.teachers < 4) {
        atLeast("staffing.boarding.carers", one.nurses, "nurses", 2, "persons", besideTeachers);
      }
      if (one.teachers == ABSENT || one.teachers >= 4) {
        atLeast("staffing.boarding.carers-beside-four", one.nurses, "nurses", 1, "persons", besideTeachers);
      }
    }
    whicheverApplies("staffing.class.teachers", "staffing.boarding.teachers");
    if (care != null) {
      whicheverApplies("staffing.boarding.carers", "staffing.boarding.carers-beside-four");
    }
  }

  private void primaryClass(County.SchoolClass one) {
    students("class-size.primary.design", one, 45, SURE);
    students("class-size.primary.balanced", one, 45, SURE);
    if (one.school.isTeachingPoint()) {
      students("class-size.incomplete.design", one, 30, SURE);
    } else if (one.school.setting == null || one.school.setting == County.Setting.RURAL) {
      List<String> rural = scope(one.school.setting == null, "setting");
      students("class-size.primary.rural", one, 45, rural);
      atMost("class-size.primary.rural-planned", one.plannedStudents, "plannedStudents", 40, "students", rural);
    }
    largeClass(one);
    atMost("class-size.special-needs", one.specialNeedsStudents, "specialNeedsStudents", 3, "students", SURE);
    if (!isBuiltBefore2012(one.school)) {
      List<String> built = scope(one.school.built == ABSENT, "built");
      areaPerSeat("premises.classroom.primary.design", one, 136, "1.36", built);
      atMost("premises.floor.primary", one.floor, "floor", 4, "storey", built);
    }
    areaPerStudent("premises.classroom.primary.health", one, 115, "1.15");
    light(one);
  }

  private void juniorClass(County.SchoolClass one) {
    students("class-size.junior.design", one, 50, SURE);
    students("class-size.junior.balanced", one, 50, SURE);
    if (one.school.setting == null || one.school.setting == County.Setting.RURAL) {
      List<String> rural = scope(one.school.setting == null, "setting");
      students("class-size.junior.rural", one, 50, rural);
      atMost("class-size.junior.rural-planned", one.plannedStudents, "plannedStudents", 45, "students", rural);
    }
    largeClass(one);
    atMost("class-size.special-needs", one.specialNeedsStudents, "specialNeedsStudents", 3, "students", SURE);
    secondaryRoom(one);
  }

  private void seniorClass(County.SchoolClass one) {
    students("class-size.senior.design", one, 50, SURE);
    if (one.grade == ABSENT || one.grade == 10) {
      students("class-size.senior.intake", one, 55, one.grade == ABSENT ? List.of("grade", "entry") : SURE);
    }
    below("class-size.senior.large", one.students, "students", 56, "students");
    secondaryRoom(one);
  }

  private void specialClass(County.SchoolClass one) {
    switch (one.school.type) {
      case "511" -> plannedSpecialClass("class-size.special.blind", one, 12);
      case "512" -> plannedSpecialClass("class-size.special.deaf", one, 12);
      case "513" -> plannedSpecialClass("class-size.special.intellectual", one, 8);
      default -> throw new IllegalArgumentException("no special school " + one.school.type);
    }
  }

  private void plannedSpecialClass(String standard, County.SchoolClass one, int limit) {
    if (!isBuiltBefore2012(one.school)) {
      List<String> built = scope(one.school.built == ABSENT, "built");
      atMost(standard, one.plannedStudents, "plannedStudents", limit, "students", built);
    }
  }

  private void students(String standard, County.SchoolClass one, int limit, List<String> scope) {
    atMost(standard, one.students, "students", limit, "students", scope);
  }

  private void largeClass(County.SchoolClass one) {
    below("class-size.large", one.students, "students", 56, "students");
    below("class-size.super-large", one.students, "students", 66, "students");
  }

  private void secondaryRoom(County.SchoolClass one) {
    if (!isBuiltBefore2012(one.school)) {
      List<String> built = scope(one.school.built == ABSENT, "built");
      areaPerSeat("premises.classroom.secondary.design", one, 139, "1.39", built);
      atMost("premises.floor.secondary", one.floor, "floor", 5, "storey", built);
    }
    areaPerStudent("premises.classroom.secondary.health", one, 112, "1.12");
    light(one);
  }

  private void areaPerSeat(String standard, County.SchoolClass one, int limit, String text, List<String> scope) {
    ratioAtLeast(
        standard, one.roomArea, "roomArea", one.roomSeats, "roomSeats", IN_HUNDREDTHS, limit, text, "m2/seat", scope);
  }

  private void areaPerStudent(String standard, County.SchoolClass one, int limit, String text) {
    ratioAtLeast(
        standard, one.roomArea, "roomArea", one.students, "students", IN_HUNDREDTHS, limit, text, "m2/student", SURE);
  }

  private void light(County.SchoolClass one) {
    light("premises.light.desk", one.school, one.deskLux, "deskLux", 150, 300);
    light("premises.light.board", one.school, one.boardLux, "boardLux", 200, 500);
  }

  /** By the standard of 2008, and by the national one, which new schools of cities and towns must keep. */
  private void light(String standard, County.School school, long lux, String name, int of2008, int national) {
    decimalAtLeast(standard, lux, name, 100 * of2008, Integer.toString(of2008), "lx");
    decimalAtLeast(standard + ".national", lux, name, 100 * national, Integer.toString(national), "lx");
    if (school.setting != County.Setting.RURAL && !isBuiltBefore2012(school)) {
      decimalAtLeast(
          standard + ".new", lux, name, 100 * national, Integer.toString(national), "lx",
          joined(scope(school.setting == null, "setting"), scope(school.built == ABSENT, "built")));
    }
  }

  private static boolean isBuiltBefore2012(County.School school) {
    return school.built != ABSENT && school.built < BUILDING_CODE_2012;
  }

  @Override
  void gradeGroup(County.GradeGroup one) {
    begin(GRADE_GROUP, one.id);
    if (one.toGrade <= 2) {
      classesPerTeacher("staffing.pe.lower-primary", one, 600, "6");
    } else if (one.toGrade <= 6) {
      classesPerTeacher("staffing.pe.upper-primary", one, 700, "7");
    } else if (one.toGrade <= 9) {
      classesPerTeacher("staffing.pe.junior", one, 700, "7");
    } else {
      classesPerTeacher("staffing.pe.senior", one, 900, "9");
    }
  }

  private void classesPerTeacher(String standard, County.GradeGroup one, int limit, String text) {
    ratioAtMost(
        standard, one.classes, "classes", one.peTeachers, "peTeachers", PLAIN, limit, text, "classes per teacher", SURE);
  }

  @Override
  void oneCase(County.Case one) {
    begin(CASE, one.id);
    switch (one.kind) {
      case "ADMINISTRATIVE_LICENCE", "SCHOOL_BUS_PERMIT" -> extendable("timeliness.licence.decision", one, 20, 30);
      case "JOINT_LICENCE" -> extendable("timeliness.licence.joint", one, 45, 60);
      case "LICENCE_RENEWAL" -> renewal(one);
      case "INFORMATION_REQUEST" -> informationRequest(one);
      case "INFORMATION_PUBLICATION" -> {
        if (isUnder(INFORMATION_2019, one)) {
          workingDays("timeliness.information.publication", one.received, "received", one, 20, law(one));
        }
      }
      case "INFORMATION_ANNUAL_REPORT" -> annualReport(one);
      case "PETITION" -> petition(one);
      case "PETITION_REVIEW" -> daysSinceReceipt("timeliness.petition.review", one, PETITIONS_2005, 30);
      case "PETITION_RE_REVIEW" -> daysSinceReceipt("timeliness.petition.re-review", one, PETITIONS_2005, 30);
      case "RECONSIDERATION" -> reconsideration(one);
      case "DEPUTY_SUGGESTION" -> suggestion(one);
      case "CPPCC_PROPOSAL" -> months("timeliness.proposal.reply", one.received, "received", one, 6, SURE);
      case "TEACHER_CERTIFICATE" -> {
        if (isUnder(TEACHERS_1995, one)) {
          days("timeliness.teacher-certificate.decision", one.accepted, "accepted", one, 30, law(one));
        }
      }
      case "TEACHER_APPEAL" -> daysSinceReceipt("timeliness.teacher-appeal.decision", one, TEACHERS_1994, 30);
      case "PRIVATE_SCHOOL_PREPARATION" -> {
        if (isUnder(PRIVATE_SCHOOLS_2003, one)) {
          days("timeliness.private-school.preparation", one.accepted, "accepted", one, 30, law(one));
        }
      }
      case "PRIVATE_SCHOOL_ESTABLISHMENT" -> privateSchool("timeliness.private-school.establishment", one, 3);
      case "PRIVATE_COLLEGE_ESTABLISHMENT" -> privateSchool("timeliness.private-college.establishment", one, 6);
      case "PRIVATE_SCHOOL_MERGER" -> privateSchool("timeliness.private-school.merger", one, 3);
      case "PRIVATE_COLLEGE_MERGER" -> privateSchool("timeliness.private-college.merger", one, 6);
      case "PRIVATE_SCHOOL_CHANGE" -> privateSchool("timeliness.private-school.change", one, 3);
      case "PRIVATE_COLLEGE_CHANGE" -> privateSchool("timeliness.private-college.change", one, 6);
      case "STUDENT_RECORD" -> {
        if (isUnder(RECORDS_2013, one)) {
          int months = isBefore(one.received, RECORDS_2025) ? 1 : 2;
          months("timeliness.student-record.creation", one.received, "received", one, months, law(one));
        }
      }
      default -> {
        // The state sets no time for the other kinds.
      }
    }
  }

  private void extendable(String standard, County.Case one, int days, int extendedDays) {
    if (isUnder(LICENCE_ACT, one)) {
      List<String> scope = joined(extension(one), law(one));
      if (one.extended != YES) {
        workingDays(standard, one.accepted, "accepted", one, days, scope);
      }
      if (one.extended != NO) {
        workingDays(standard + ".extended", one.accepted, "accepted", one, extendedDays, scope);
      }
      extendedOrNot(standard, one);
    }
  }

  private void renewal(County.Case one) {
    if (!isUnder(LICENCE_ACT, one)) {
      return;
    }
    if (one.received == ABSENT || one.expires == ABSENT) {
      String missing = one.received == ABSENT ? "received" : "expires";
      unknown("timeliness.licence.renewal", "30", "days", List.of(missing), law(one));
      return;
    }
    int due = one.received + 30;
    if (one.expires >= due) {
      pass++;
    } else {
      overdue("timeliness.licence.renewal", one.expires, due, "days", due - one.expires, SURE);
    }
  }

  private void informationRequest(County.Case one) {
    if (isUnder(INFORMATION_2008, one)) {
      boolean old = isBefore(one.received, INFORMATION_2019);
      List<String> scope = joined(extension(one), law(one));
      if (one.extended != YES) {
        workingDays("timeliness.information.reply", one.received, "received", one, old ? 15 : 20, scope);
      }
      if (one.extended != NO) {
        workingDays("timeliness.information.reply.extended", one.received, "received", one, old ? 30 : 40, scope);
      }
      extendedOrNot("timeliness.information.reply", one);
    }
  }

  private void annualReport(County.Case one) {
    if (!isUnder(INFORMATION_2008, one)) {
      return;
    }
    if (one.received == ABSENT || one.received > AS_OF) {
      unknown("timeliness.information.annual-report", "01-31", "date", List.of("received"), law(one));
      return;
    }
    LocalDate received = LocalDate.ofEpochDay(one.received);
    LocalDate day =
        isBefore(one.received, INFORMATION_2019)
            ? LocalDate.of(received.getYear(), 3, 31)
            : LocalDate.of(received.getYear(), 1, 31);
    LocalDate due = day.isAfter(received) ? day : day.plusYears(1);
    within(
        "timeliness.information.annual-report", one.closed, (int) due.toEpochDay() + one.excludedDays, "date", law(one));
  }

  /** Since 2022 only petitions that a petition opinion decides have a time; until then all had it. */
  private void petition(County.Case one) {
    boolean old = isBefore(one.received, PETITIONS_2022);
    if (isUnder(PETITIONS_2005, one) && (old || one.received == ABSENT || one.petitionProcedure != NO)) {
      List<String> procedure = scope(!old && one.petitionProcedure == ABSENT, "petitionProcedure");
      // While the law is not known, the older one has its say first, and it does not ask for the procedure.
      List<String> scope =
          one.received == ABSENT
              ? joined(joined(extension(one), law(one)), procedure)
              : joined(procedure, extension(one));
      if (one.extended != YES) {
        days("timeliness.petition.decision", one.accepted, "accepted", one, 60, scope);
      }
      if (one.extended != NO) {
        days("timeliness.petition.decision.extended", one.accepted, "accepted", one, 90, scope);
      }
      if (procedure.isEmpty()) {
        extendedOrNot("timeliness.petition.decision", one);
      }
    }
  }

  /** The simple procedure is of 2024; before that a simple case had the time of any other. */
  private void reconsideration(County.Case one) {
    if (!isUnder(RECONSIDERATION_2018, one)) {
      return;
    }
    boolean old = isBefore(one.received, RECONSIDERATION_2024);
    boolean simple = "SIMPLE".equals(one.grade);
    if (old || !simple || one.received == ABSENT) {
      List<String> grade = scope(!old && one.grade == null, "grade");
      // While the law is not known, the older one has its say first, and it does not ask for the grade.
      List<String> scope =
          one.received == ABSENT ? joined(joined(extension(one), law(one)), grade) : joined(extension(one), grade);
      if (one.extended != YES) {
        days("timeliness.reconsideration.decision", one.accepted, "accepted", one, 60, scope);
      }
      if (one.extended != NO) {
        days("timeliness.reconsideration.decision.extended", one.accepted, "accepted", one, 90, scope);
      }
    }
    if (!old && (simple || one.grade == null)) {
      days(
          "timeliness.reconsideration.decision.simple", one.accepted, "accepted", one, 30,
          joined(scope(one.grade == null, "grade"), law(one)));
    }
    String decision = "timeliness.reconsideration.decision";
    if (one.grade == null && !old && one.received != ABSENT) {
      if (one.extended == ABSENT) {
        whicheverApplies(decision, decision + ".extended", decision + ".simple");
      } else {
        whicheverApplies(one.extended == YES ? decision + ".extended" : decision, decision + ".simple");
      }
    } else {
      extendedOrNot(decision, one);
    }
  }

  private void extendedOrNot(String standard, County.Case one) {
    if (one.received != ABSENT) {
      whicheverApplies(standard, standard + ".extended");
    }
  }

  private void suggestion(County.Case one) {
    if (isUnder(SUGGESTIONS_2010, one)) {
      List<String> scope = joined(scope(one.grade == null, "grade"), law(one));
      boolean complex = "COMPLEX".equals(one.grade);
      if (!complex) {
        months("timeliness.suggestion.reply", one.received, "received", one, 3, scope);
      }
      if (complex || one.grade == null) {
        months("timeliness.suggestion.reply.complex", one.received, "received", one, 6, scope);
      }
      whicheverApplies("timeliness.suggestion.reply", "timeliness.suggestion.reply.complex");
    }
  }

  private void privateSchool(String standard, County.Case one, int months) {
    if (isUnder(PRIVATE_SCHOOLS_2003, one)) {
      months(standard, one.accepted, "accepted", one, months, law(one));
    }
  }

  private void daysSinceReceipt(String standard, County.Case one, int law, int days) {
    if (isUnder(law, one)) {
      days(standard, one.received, "received", one, days, law(one));
    }
  }

  /** The day of receipt chooses the law; without it any law may be the one. */
  private static boolean isUnder(int law, County.Case one) {
    return !isBefore(one.received, law);
  }

  private static List<String> law(County.Case one) {
    return scope(one.received == ABSENT, "received");
  }

  private static List<String> extension(County.Case one) {
    return scope(one.extended == ABSENT, "extended");
  }

  private void workingDays(String standard, int start, String name, County.Case one, int days, List<String> scope) {
    if (hasBegun(standard, start, name, days, "working days", scope)) {
      withinWorkingDays(standard, one.closed, WorkingDays.after(start, days + one.excludedDays), scope);
    }
  }

  private void days(String standard, int start, String name, County.Case one, int days, List<String> scope) {
    if (hasBegun(standard, start, name, days, "days", scope)) {
      within(standard, one.closed, WorkingDays.orNext(start + days + one.excludedDays), "days", scope);
    }
  }

  private void months(String standard, int start, String name, County.Case one, int months, List<String> scope) {
    if (hasBegun(standard, start, name, months, "months", scope)) {
      within(standard, one.closed, WorkingDays.orNext(plusMonths(start, months) + one.excludedDays), "months", scope);
    }
  }

  @Override
  void step(County.Step one) {
    begin(STEP, one.id);
    switch (one.kind) {
      case "CORRECTION_NOTICE" -> workingDays("timeliness.licence.correction", one, LICENCE_ACT, 5);
      case "LOWER_REVIEW" -> workingDays("timeliness.licence.lower-review", one, LICENCE_ACT, 20);
      case "PERMIT_DELIVERY" -> workingDays("timeliness.licence.delivery", one, LICENCE_ACT, 10);
      case "HEARING" -> workingDays("timeliness.licence.hearing", one, LICENCE_ACT, 20);
      case "INFORMATION_CORRECTION" -> workingDays("timeliness.information.correction", one, INFORMATION_2019, 7);
      case "THIRD_PARTY_OPINION" -> workingDays("timeliness.information.third-party", one, INFORMATION_2019, 15);
      case "PETITION_TRANSFER" -> days("timeliness.petition.transfer", one, PETITIONS_2005, 15);
      case "PETITION_NOTICE" -> days("timeliness.petition.notice", one, PETITIONS_2005, 15);
      case "PETITION_OBJECTION" -> workingDays("timeliness.petition.objection", one, PETITIONS_2022, 5);
      case "RECONSIDERATION_EXAMINATION" ->
          workingDays("timeliness.reconsideration.examination", one, RECONSIDERATION_2018, 5);
      case "RECONSIDERATION_ANSWER" -> reconsiderationAnswer(one);
      case "PREPARATION_PERIOD" -> preparation(one);
      case "BUS_CONSULTATION" -> workingDays("timeliness.school-bus.consultation", one, BUSES_2012, 3);
      case "BUS_REPLY" -> workingDays("timeliness.school-bus.reply", one, BUSES_2012, 3);
      case "BUS_OPINION" -> workingDays("timeliness.school-bus.opinion", one, BUSES_2012, 5);
      case "BUS_DRIVER_REVIEW" -> workingDays("timeliness.school-bus.driver", one, BUSES_2012, 5);
      case "TRANSFER_HANDLING" -> workingDays("timeliness.student-record.transfer", one, RECORDS_2013, 10);
      case "TERMINATION_NOTICE" -> {
        if (!isBefore(one.started, PRIVATE_SCHOOLS_2021) && one.of.ownRequest != NO) {
          int due = one.started == ABSENT ? ABSENT : plusMonths(one.started, 6);
          lasting(
              "timeliness.private-school.termination", one, due, "6", "months",
              scope(one.of.ownRequest == ABSENT, "ownRequest"));
        }
      }
      case "MARKET_CONSULTATION" -> consultation("timeliness.consultation.duration", one, BUSINESS_2020);
      case "DECISION_CONSULTATION" -> consultation("timeliness.consultation.decision", one, DECISIONS_2019);
      case "RULE_CONSULTATION" -> consultation("timeliness.consultation.rule", one, RULES_2018);
      case "PUBLIC_CONSULTATION" -> {
        // How long consultations on anything else last the state does not say.
      }
      default -> throw new IllegalArgumentException("no steps of kind " + one.kind);
    }
  }

  /** In the simple procedure the answer is due sooner. */
  private void reconsiderationAnswer(County.Step one) {
    String standard = "timeliness.reconsideration.answer";
    List<String> grade = scope(one.of.grade == null, "grade");
    if (!"SIMPLE".equals(one.of.grade)) {
      workingDays(standard, one, RECONSIDERATION_2024, 10, grade);
    }
    if (one.of.grade == null || one.of.grade.equals("SIMPLE")) {
      workingDays(standard + ".simple", one, RECONSIDERATION_2024, 5, grade);
    }
    whicheverApplies(standard, standard + ".simple");
  }

  private void consultation(String standard, County.Step one, int law) {
    if (!isBefore(one.started, law)) {
      lasting(standard, one, one.started + 30, "30", "days", SURE);
    }
  }

  private void workingDays(String standard, County.Step one, int law, int days) {
    workingDays(standard, one, law, days, SURE);
  }

  private void workingDays(String standard, County.Step one, int law, int days, List<String> scope) {
    if (!isBefore(one.started, law) && hasBegun(standard, one.started, "started", days, "working days", scope)) {
      withinWorkingDays(standard, one.ended, WorkingDays.after(one.started, days), scope);
    }
  }

  private void days(String standard, County.Step one, int law, int days) {
    if (!isBefore(one.started, law) && hasBegun(standard, one.started, "started", days, "days", SURE)) {
      within(standard, one.ended, WorkingDays.orNext(one.started + days), "days", SURE);
    }
  }

  private void preparation(County.Step one) {
    String standard = "timeliness.private-school.preparation-period";
    if (!isBefore(one.started, PRIVATE_SCHOOLS_2003) && hasBegun(standard, one.started, "started", 3, "years", SURE)) {
      within(standard, one.ended, WorkingDays.orNext(plusMonths(one.started, 36)), "years", SURE);
    }
  }

  private void lasting(String standard, County.Step one, int due, String text, String unit, List<String> scope) {
    if (one.started == ABSENT) {
      unknown(standard, text, unit, List.of("started"), scope);
    } else if (one.ended == ABSENT && AS_OF < due) {
      unknown(standard, text, unit, List.of("ended"), scope);
    } else if (one.ended == ABSENT || one.ended >= due) {
      pass++;
    } else {
      overdue(standard, one.ended, due, unit, due - one.ended, scope);
    }
  }

  @Override
  void inspection(County.Inspection one) {
    begin(INSPECTION, one.id);
    if (!"ROUTINE".equals(one.kind)) {
      atLeast("staffing.inspection.team", one.teamSize, "teamSize", 3, "persons", scope(one.kind == null, "kind"));
    }
  }

  @Override
  void indicator(County.Indicator one) {
    begin(INDICATOR, one.id);
    // The limit is for the figure of the nation, which a bureau of a level that nobody told may be.
    if ("LARGE_CLASS_SHARE".equals(one.code) && county.level == null) {
      if (one.value == ABSENT) {
        unknown("class-size.large.stated", "5", "%", List.of("value"), List.of("level"));
      } else if (one.value <= 500) {
        pass++;
      } else {
        unknown("class-size.large.stated", one.printed, "5", "%", List.of("level"));
      }
    }
  }

  // What every sentence above ends with.

  @Override
  void begin(int kindOfSubject, String idOfSubject) {
    super.begin(kindOfSubject, idOfSubject);
    school = null;
    schoolClass = null;
    conditional.clear();
  }

  /** Of these standards one is for the subject: if it keeps none of them it fails the one from which it is least far. */
  private void whicheverApplies(String... standards) {
    List<Conditional> broken =
        conditional.stream().filter(one -> List.of(standards).contains(one.failed.standard())).toList();
    if (broken.size() == standards.length) {
      PlainFinding failed =
          broken.stream().min(Comparator.comparing(Conditional::difference)).orElseThrow().failed;
      findings.removeIf(one ->
          one.standard().equals(failed.standard()) && one.id().equals(failed.id()) && one.kind() == failed.kind());
      findings.add(failed);
    }
  }

  /** The most that a figure of the subject may be that is part of others; absent where it is none of them. */
  private int most(String name) {
    if (schoolClass != null) {
      return name.equals("specialNeedsStudents") ? schoolClass.students : ABSENT;
    }
    if (school == null) {
      return name.equals("schoolsWithCounsellor") ? county.schoolCount : ABSENT;
    }
    return switch (name) {
      case "girls" -> rest(school.students, school.boys);
      case "boys" -> rest(school.students, school.girls);
      case "teachers" -> rest(school.staff, school.supportStaff);
      case "supportStaff" -> rest(school.staff, school.teachers);
      case "nurses", "heads", "healthStaff", "healthTeachers" -> school.staff;
      case "fullTimePeTeachers" -> school.teachers;
      case "experiencedBoardMembers" -> school.boardMembers;
      case "newBooks" -> school.books;
      default -> ABSENT;
    };
  }

  private static int rest(int whole, int part) {
    return whole == ABSENT || part == ABSENT ? whole : whole - part;
  }

  private void atMost(String standard, int found, String name, int limit, String unit, List<String> scope) {
    if (found != ABSENT ? found <= limit : most(name) != ABSENT && most(name) <= limit) {
      pass++;
    } else {
      missed(standard, found, name, limit, unit, scope);
    }
  }

  private void below(String standard, int found, String name, int limit, String unit) {
    if (found != ABSENT ? found < limit : most(name) != ABSENT && most(name) < limit) {
      pass++;
    } else {
      missed(standard, found, name, limit, unit, SURE);
    }
  }

  private void atLeast(String standard, int found, String name, int limit, String unit, List<String> scope) {
    if (found >= limit) {
      pass++;
    } else if (found == ABSENT && most(name) != ABSENT && most(name) < limit) {
      missedByAll(standard, most(name), limit, unit, scope);
    } else {
      missed(standard, found, name, limit, unit, scope);
    }
  }

  private void missed(String standard, int found, String name, int limit, String unit, List<String> scope) {
    if (found == ABSENT) {
      unknown(standard, Integer.toString(limit), unit, List.of(name), scope);
    } else {
      missed(standard, found, 1, limit, 1, unit, scope);
    }
  }

  /** Whatever the number is between nothing and that most, it is less than the limit. */
  private void missedByAll(String standard, int most, int limit, String unit, List<String> scope) {
    String found = most == 0 ? "0" : "0.." + most;
    String difference = Integer.toString(limit - most);
    missed(standard, found, Integer.toString(limit), unit, difference, scope);
  }

  private void decimalAtLeast(String standard, long found, String name, int limit, String text, String unit) {
    decimalAtLeast(standard, found, name, limit, text, unit, SURE);
  }

  private void decimalAtLeast(
      String standard, long found, String name, int limit, String text, String unit, List<String> scope) {
    if (found >= limit) {
      pass++;
    } else {
      missedDecimal(standard, found, name, limit, text, unit, scope);
    }
  }

  private void decimalAbove(String standard, long found, String name, int limit, String text, List<String> scope) {
    if (found > limit) {
      pass++;
    } else {
      missedDecimal(standard, found, name, limit, text, "m2", scope);
    }
  }

  private void missedDecimal(
      String standard, long found, String name, int limit, String text, String unit, List<String> scope) {
    if (found == ABSENT) {
      unknown(standard, text, unit, List.of(name), scope);
    } else {
      missed(standard, found, 100, limit, 100, unit, scope);
    }
  }

  private void ratioAtMost(
      String standard, long above, String aboveName, long below, String belowName, int factor, long limit, String text,
      String unit, List<String> scope) {
    if (isPlain(above, aboveName, below, belowName) && above * factor <= limit * below) {
      pass++;
    } else {
      ratio(
          standard, above, aboveName, below, belowName, ratio -> ratio.above * factor <= limit * ratio.below, factor,
          limit, text, unit, scope);
    }
  }

  private void ratioAtLeast(
      String standard, long above, String aboveName, long below, String belowName, int factor, long limit, String text,
      String unit, List<String> scope) {
    if (isPlain(above, aboveName, below, belowName) && above * factor >= limit * below) {
      pass++;
    } else {
      ratio(
          standard, above, aboveName, below, belowName, ratio -> ratio.above * factor >= limit * ratio.below, factor,
          limit, text, unit, scope);
    }
  }

  private void ratio(
      String standard, long above, String aboveName, long below, String belowName, Predicate<Ratio> keeps, int factor,
      long limit, String text, String unit, List<String> scope) {
    if (isOfNobodyAtMost(above, aboveName) || isOfNobodyAtMost(below, belowName)) {
      return;
    }
    List<Ratio> ratios = new ArrayList<>();
    for (long more : ends(above, aboveName)) {
      for (long less : ends(below, belowName)) {
        boolean isOfNobody = isOfNobody(more, aboveName) || isOfNobody(less, belowName);
        ratios.add(isOfNobody ? new Ratio(ABSENT, ABSENT) : new Ratio(more, less));
      }
    }
    if (!isDecided(standard, ratios, keeps, factor, limit, unit, scope)) {
      unknown(standard, text, unit, missing(above, aboveName, below, belowName), scope);
    }
  }

  private record Ratio(long above, long below) {
    String text(int factor, long limit) {
      return PlainNumber.besides(above * factor, 100 * below, limit, 100);
    }

    String difference(int factor, long limit) {
      return PlainNumber.difference(above * factor, 100 * below, limit, 100);
    }
  }

  /** Whether the limit is kept, or missed, whatever the operands are that were not reported. */
  private boolean isDecided(
      String standard, List<Ratio> ratios, Predicate<Ratio> keeps, int factor, long limit, String unit,
      List<String> scope) {
    if (ratios.stream().anyMatch(ratio -> !isKnown(ratio.above, ratio.below))) {
      return false;
    }
    long kept = ratios.stream().filter(keeps).count();
    if (kept == ratios.size()) {
      pass++;
    } else if (kept == 0) {
      missedByAll(standard, ratios, factor, limit, unit, scope);
    }
    return kept == 0 || kept == ratios.size();
  }

  private void missedByAll(
      String standard, List<Ratio> ratios, int factor, long limit, String unit, List<String> scope) {
    boolean areNumbers = ratios.stream().allMatch(ratio -> ratio.below > 0);
    String found = ratios.size() == 1 ? ratios.get(0).text(factor, limit) : null;
    if (ratios.size() > 1 && areNumbers) {
      List<String> texts = ascending(ratios.stream().map(ratio -> ratio.text(factor, limit)));
      String least = texts.get(0);
      String most = texts.get(texts.size() - 1);
      found = least.equals(most) ? least : least + ".." + most;
    }
    String difference =
        areNumbers ? ascending(ratios.stream().map(ratio -> ratio.difference(factor, limit))).get(0) : null;
    missed(standard, found, PlainNumber.text(limit, 100), unit, difference, scope);
  }

  private static List<String> ascending(Stream<String> numbers) {
    return numbers.sorted(Comparator.comparing(BigDecimal::new)).toList();
  }

  private static boolean isPlain(long above, String aboveName, long below, String belowName) {
    return isKnown(above, below) && !isOfNobody(above, aboveName) && !isOfNobody(below, belowName);
  }

  private boolean isOfNobodyAtMost(long count, String name) {
    return isOfNobody(count == ABSENT ? most(name) : count, name);
  }

  /** Without pupils nothing is due for each of them. */
  private static boolean isOfNobody(long count, String name) {
    return count == 0 && PUPILS.contains(name);
  }

  private long[] ends(long value, String name) {
    return value != ABSENT || most(name) == ABSENT ? new long[] {value} : new long[] {0, most(name)};
  }

  /** Nothing to nothing is no number. */
  private static boolean isKnown(long above, long below) {
    return above != ABSENT && below != ABSENT && (above != 0 || below != 0);
  }

  private static List<String> missing(long above, String aboveName, long below, String belowName) {
    if (isKnown(above, below)) {
      return List.of();
    }
    if (above != ABSENT && below == ABSENT) {
      return List.of(belowName);
    }
    return above == ABSENT && below != ABSENT ? List.of(aboveName) : List.of(aboveName, belowName);
  }

  private void sinceYears(String standard, int start, String name, int years, List<String> scope) {
    if (hasBegun(standard, start, name, years, "years", scope)) {
      int due = plusMonths(start, 12 * years);
      if (AS_OF <= due) {
        pass++;
      } else {
        overdue(standard, start, due, "years", AS_OF - due, scope);
      }
    }
  }

  /** What begins after the day of judgement cannot be judged on it. */
  private boolean hasBegun(String standard, int start, String name, int limit, String unit, List<String> scope) {
    if (start == ABSENT || start > AS_OF) {
      unknown(standard, Integer.toString(limit), unit, List.of(name), scope);
      return false;
    }
    return true;
  }

  private void withinWorkingDays(String standard, int end, int due, List<String> scope) {
    int last = lastDay(end);
    if (last <= due) {
      pass++;
    } else {
      overdue(standard, last == end ? end : ABSENT, due, "working days", WorkingDays.between(due, last), scope);
    }
  }

  private void within(String standard, int end, int due, String unit, List<String> scope) {
    int last = lastDay(end);
    if (last <= due) {
      pass++;
    } else {
      overdue(standard, last == end ? end : ABSENT, due, unit, last - due, scope);
    }
  }

  /** The day on which it ended, or while it lasts that of judgement. */
  private static int lastDay(int end) {
    return end == ABSENT ? AS_OF : end;
  }

  private void overdue(String standard, int found, int due, String unit, int days, List<String> scope) {
    String foundText = found == ABSENT ? null : LocalDate.ofEpochDay(found).toString();
    String dueText = LocalDate.ofEpochDay(due).toString();
    missed(standard, foundText, dueText, unit, Integer.toString(days), scope);
  }

  private void missed(
      String standard, long above, long below, long limitAbove, long limitBelow, String unit, List<String> scope) {
    String found = PlainNumber.besides(above, below, limitAbove, limitBelow);
    String limit = PlainNumber.text(limitAbove, limitBelow);
    missed(standard, found, limit, unit, PlainNumber.difference(above, below, limitAbove, limitBelow), scope);
  }

  private void missed(
      String standard, String found, String limit, String unit, String difference, List<String> scope) {
    if (scope.isEmpty()) {
      fail(standard, found, limit, unit, difference);
    } else {
      unknown(standard, found, limit, unit, scope);
      conditional.add(
          new Conditional(new PlainFinding(kind, id, standard, PlainFinding.FAIL, found, limit, unit, difference, List.of())));
    }
  }

  private void unknown(String standard, String limit, String unit, List<String> missing, List<String> scope) {
    unknown(standard, null, limit, unit, joined(missing, scope));
  }

  private void unknown(String standard, String found, String limit, String unit, List<String> missing) {
    findings.add(new PlainFinding(kind, id, standard, PlainFinding.UNKNOWN, found, limit, unit, null, missing));
  }

  private void fail(String standard, String found, String limit, String unit, String difference) {
    findings.add(new PlainFinding(kind, id, standard, PlainFinding.FAIL, found, limit, unit, difference, List.of()));
  }

  private static List<String> scope(boolean unknown, String name) {
    return unknown ? List.of(name) : SURE;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<String> joined = new ArrayList<>(first);
    second.stream().filter(one -> !first.contains(one)).forEach(joined::add);
    return joined;
  }

  private static boolean isBefore(int day, int law) {
    return day != ABSENT && day < law;
  }

  private static int plusMonths(int day, int months) {
    return (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
  }

  private static int day(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }
}
