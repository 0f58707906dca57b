package org.dudao.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The facts of one county as plain numbers: days as days since 1970, decimals as hundredths, and what was not reported
 * as {@link #ABSENT}, or null where it is a text.
 */
final class County {
  static final int ABSENT = Integer.MIN_VALUE;
  static final int NO = 0;
  static final int YES = 1;

  String id;
  String asOf;
  String level;
  int schoolCount = ABSENT;
  int responsibleInspectors = ABSENT;
  int schoolsWithCounsellor = ABSENT;
  int kindergartenChildren = ABSENT;
  int kindergartenTeachers = ABSENT;
  int lastInspected = ABSENT;
  final List<School> schools = new ArrayList<>();
  final List<SchoolClass> classes = new ArrayList<>();
  final List<GradeGroup> gradeGroups = new ArrayList<>();
  final List<Case> cases = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();
  final List<Inspection> inspections = new ArrayList<>();
  final List<Indicator> indicators = new ArrayList<>();

  /** All facts, the bureau among them. */
  int subjects() {
    return 1 + schools.size() + classes.size() + gradeGroups.size() + cases.size() + steps.size() + inspections.size()
        + indicators.size();
  }

  /** City, town or village. */
  enum Setting {
    CITY,
    TOWN,
    RURAL;

    static Setting of(String code) {
      return switch (code) {
        case "CITY", "110", "111", "112" -> CITY;
        case "TOWN", "120", "121", "122", "123" -> TOWN;
        case "RURAL", "200", "210", "220" -> RURAL;
        default -> throw new IllegalArgumentException("no setting " + code);
      };
    }
  }

  static final class School {
    String id;
    String type;
    Setting setting;
    String ownership;
    String care;
    int central = ABSENT;
    int built = ABSENT;
    int students = ABSENT;
    int primaryStudents = ABSENT;
    int juniorStudents = ABSENT;
    int seniorStudents = ABSENT;
    int girls = ABSENT;
    int boys = ABSENT;
    int classes = ABSENT;
    int teachers = ABSENT;
    int staff = ABSENT;
    int supportStaff = ABSENT;
    int nurses = ABSENT;
    int heads = ABSENT;
    int healthStaff = ABSENT;
    int healthProfessionals = ABSENT;
    int healthTeachers = ABSENT;
    int counsellors = ABSENT;
    int fullTimePeTeachers = ABSENT;
    int legalVicePrincipals = ABSENT;
    int boardMembers = ABSENT;
    int experiencedBoardMembers = ABSENT;
    int boardMeetings = ABSENT;
    int routineInspections = ABSENT;
    int lastComprehensiveInspection = ABSENT;
    int boarders = ABSENT;
    int books = ABSENT;
    int newBooks = ABSENT;
    int periodicals = ABSENT;
    int referenceTitles = ABSENT;
    int computerRoomSeats = ABSENT;
    int dormitoryBeds = ABSENT;
    int girlsStalls = ABSENT;
    int boysStalls = ABSENT;
    int boysUrinals = ABSENT;
    int drinkingTaps = ABSENT;
    long headKindergartenYears = ABSENT;
    long computerRoomArea = ABSENT;
    long teacherOfficeArea = ABSENT;
    long dormitoryArea = ABSENT;
    long clinicArea = ABSENT;
    long healthRoomArea = ABSENT;
    long trackLength = ABSENT;
    long libraryHours = ABSENT;

    boolean isKindergarten() {
      return type.equals("111");
    }

    boolean isTeachingPoint() {
      return type.equals("218");
    }

    boolean isThrough() {
      return type.equals("312") || type.equals("345");
    }

    boolean isOfSeveralStages() {
      return isThrough() || isCompleteSecondary();
    }

    boolean hasPrimary() {
      return type.equals("211") || isTeachingPoint() || isThrough();
    }

    boolean hasJunior() {
      return type.equals("311") || isCompleteSecondary() || isThrough();
    }

    boolean hasSenior() {
      return type.equals("342") || isCompleteSecondary() || type.equals("345");
    }

    boolean isCompleteSecondary() {
      return type.equals("341");
    }

    boolean isSecondaryOrPrimary() {
      return hasPrimary() || hasJunior() || hasSenior();
    }
  }

  static final class SchoolClass {
    String id;
    School school;
    String stage;
    String ageGroup;
    int grade = ABSENT;
    int students = ABSENT;
    int plannedStudents = ABSENT;
    int specialNeedsStudents = ABSENT;
    int teachers = ABSENT;
    int nurses = ABSENT;
    int roomSeats = ABSENT;
    int floor = ABSENT;
    long roomArea = ABSENT;
    long deskLux = ABSENT;
    long boardLux = ABSENT;
  }

  static final class GradeGroup {
    String id;
    School school;
    String stage;
    int fromGrade = ABSENT;
    int toGrade = ABSENT;
    int classes = ABSENT;
    int peTeachers = ABSENT;
  }

  static final class Case {
    String id;
    String kind;
    String grade;
    int received = ABSENT;
    int accepted = ABSENT;
    int closed = ABSENT;
    int expires = ABSENT;
    int extended = ABSENT;
    int petitionProcedure = ABSENT;
    int ownRequest = ABSENT;
    int excludedDays;
  }

  static final class Step {
    String id;
    Case of;
    String kind;
    int started = ABSENT;
    int ended = ABSENT;
  }

  static final class Inspection {
    String id;
    String kind;
    int teamSize = ABSENT;
  }

  static final class Indicator {
    String id;
    String code;
    String printed;
    long value = ABSENT;
  }
}
