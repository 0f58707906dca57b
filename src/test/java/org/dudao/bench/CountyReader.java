package org.dudao.bench;

import static org.dudao.bench.County.NO;
import static org.dudao.bench.County.YES;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads counties from JSON Lines, one at a time; what no check looks at is passed over. */
final class CountyReader implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;
  private final Map<String, County.School> schools = new HashMap<>();
  private final Map<String, County.Case> cases = new HashMap<>();
  private County county;

  CountyReader(InputStream in) {
    json = JSON.createParser(ObjectReadContext.empty(), in);
  }

  /** The next county, or null after the last one. */
  County next() {
    if (json.nextToken() == null) {
      return null;
    }
    county = new County();
    schools.clear();
    cases.clear();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "bureau" -> bureau();
        case "asOf" -> county.asOf = json.getString();
        case "schools" -> each(this::school);
        case "classes" -> each(this::schoolClass);
        case "gradeGroups" -> each(this::gradeGroup);
        case "cases" -> each(this::oneCase);
        case "steps" -> each(this::step);
        case "inspections" -> each(this::inspection);
        case "indicators" -> each(this::indicator);
        default -> json.skipChildren();
      }
    }
    return county;
  }

  @Override
  public void close() {
    json.close();
  }

  private void each(Runnable item) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      item.run();
    }
  }

  private void bureau() {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> county.id = json.getString();
        case "level" -> county.level = json.getString();
        case "schoolCount" -> county.schoolCount = json.getIntValue();
        case "responsibleInspectors" -> county.responsibleInspectors = json.getIntValue();
        case "schoolsWithCounsellor" -> county.schoolsWithCounsellor = json.getIntValue();
        case "kindergartenChildren" -> county.kindergartenChildren = json.getIntValue();
        case "kindergartenTeachers" -> county.kindergartenTeachers = json.getIntValue();
        case "lastInspected" -> county.lastInspected = day();
        default -> json.skipChildren();
      }
    }
  }

  private void school() {
    County.School one = new County.School();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "type" -> one.type = json.getString();
        case "setting" -> one.setting = County.Setting.of(json.getString());
        case "ownership" -> one.ownership = json.getString();
        case "care" -> one.care = json.getString();
        case "central" -> one.central = yesOrNo();
        case "built" -> one.built = day();
        case "students" -> one.students = json.getIntValue();
        case "primaryStudents" -> one.primaryStudents = json.getIntValue();
        case "juniorStudents" -> one.juniorStudents = json.getIntValue();
        case "seniorStudents" -> one.seniorStudents = json.getIntValue();
        case "girls" -> one.girls = json.getIntValue();
        case "boys" -> one.boys = json.getIntValue();
        case "classes" -> one.classes = json.getIntValue();
        case "teachers" -> one.teachers = json.getIntValue();
        case "staff" -> one.staff = json.getIntValue();
        case "supportStaff" -> one.supportStaff = json.getIntValue();
        case "nurses" -> one.nurses = json.getIntValue();
        case "heads" -> one.heads = json.getIntValue();
        case "healthStaff" -> one.healthStaff = json.getIntValue();
        case "healthProfessionals" -> one.healthProfessionals = json.getIntValue();
        case "healthTeachers" -> one.healthTeachers = json.getIntValue();
        case "counsellors" -> one.counsellors = json.getIntValue();
        case "fullTimePeTeachers" -> one.fullTimePeTeachers = json.getIntValue();
        case "legalVicePrincipals" -> one.legalVicePrincipals = json.getIntValue();
        case "boardMembers" -> one.boardMembers = json.getIntValue();
        case "experiencedBoardMembers" -> one.experiencedBoardMembers = json.getIntValue();
        case "boardMeetings" -> one.boardMeetings = json.getIntValue();
        case "routineInspections" -> one.routineInspections = json.getIntValue();
        case "lastComprehensiveInspection" -> one.lastComprehensiveInspection = day();
        case "boarders" -> one.boarders = json.getIntValue();
        case "books" -> one.books = json.getIntValue();
        case "newBooks" -> one.newBooks = json.getIntValue();
        case "periodicals" -> one.periodicals = json.getIntValue();
        case "referenceTitles" -> one.referenceTitles = json.getIntValue();
        case "computerRoomSeats" -> one.computerRoomSeats = json.getIntValue();
        case "dormitoryBeds" -> one.dormitoryBeds = json.getIntValue();
        case "girlsStalls" -> one.girlsStalls = json.getIntValue();
        case "boysStalls" -> one.boysStalls = json.getIntValue();
        case "boysUrinals" -> one.boysUrinals = json.getIntValue();
        case "drinkingTaps" -> one.drinkingTaps = json.getIntValue();
        case "headKindergartenYears" -> one.headKindergartenYears = hundredths();
        case "computerRoomArea" -> one.computerRoomArea = hundredths();
        case "teacherOfficeArea" -> one.teacherOfficeArea = hundredths();
        case "dormitoryArea" -> one.dormitoryArea = hundredths();
        case "clinicArea" -> one.clinicArea = hundredths();
        case "healthRoomArea" -> one.healthRoomArea = hundredths();
        case "trackLength" -> one.trackLength = hundredths();
        case "libraryHours" -> one.libraryHours = hundredths();
        default -> json.skipChildren();
      }
    }
    schools.put(one.id, one);
    county.schools.add(one);
  }

  private void schoolClass() {
    County.SchoolClass one = new County.SchoolClass();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "school" -> one.school = schools.get(json.getString());
        case "stage" -> one.stage = json.getString();
        case "ageGroup" -> one.ageGroup = json.getString();
        case "grade" -> one.grade = json.getIntValue();
        case "students" -> one.students = json.getIntValue();
        case "plannedStudents" -> one.plannedStudents = json.getIntValue();
        case "specialNeedsStudents" -> one.specialNeedsStudents = json.getIntValue();
        case "teachers" -> one.teachers = json.getIntValue();
        case "nurses" -> one.nurses = json.getIntValue();
        case "roomSeats" -> one.roomSeats = json.getIntValue();
        case "floor" -> one.floor = json.getIntValue();
        case "roomArea" -> one.roomArea = hundredths();
        case "deskLux" -> one.deskLux = hundredths();
        case "boardLux" -> one.boardLux = hundredths();
        default -> json.skipChildren();
      }
    }
    county.classes.add(one);
  }

  private void gradeGroup() {
    County.GradeGroup one = new County.GradeGroup();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "school" -> one.school = schools.get(json.getString());
        case "stage" -> one.stage = json.getString();
        case "fromGrade" -> one.fromGrade = json.getIntValue();
        case "toGrade" -> one.toGrade = json.getIntValue();
        case "classes" -> one.classes = json.getIntValue();
        case "peTeachers" -> one.peTeachers = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    county.gradeGroups.add(one);
  }

  private void oneCase() {
    County.Case one = new County.Case();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "kind" -> one.kind = json.getString();
        case "grade" -> one.grade = json.getString();
        case "received" -> one.received = day();
        case "accepted" -> one.accepted = day();
        case "closed" -> one.closed = day();
        case "expires" -> one.expires = day();
        case "extended" -> one.extended = yesOrNo();
        case "petitionProcedure" -> one.petitionProcedure = yesOrNo();
        case "ownRequest" -> one.ownRequest = yesOrNo();
        case "excludedDays" -> one.excludedDays = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    cases.put(one.id, one);
    county.cases.add(one);
  }

  private void step() {
    County.Step one = new County.Step();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "kind" -> one.kind = json.getString();
        case "of" -> one.of = cases.get(json.getString());
        case "started" -> one.started = day();
        case "ended" -> one.ended = day();
        default -> json.skipChildren();
      }
    }
    county.steps.add(one);
  }

  private void inspection() {
    County.Inspection one = new County.Inspection();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "kind" -> one.kind = json.getString();
        case "teamSize" -> one.teamSize = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    county.inspections.add(one);
  }

  private void indicator() {
    County.Indicator one = new County.Indicator();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> one.id = json.getString();
        case "code" -> one.code = json.getString();
        case "value" -> {
          one.printed = json.getString();
          one.value = hundredths();
        }
        default -> json.skipChildren();
      }
    }
    county.indicators.add(one);
  }

  private int yesOrNo() {
    return json.getBooleanValue() ? YES : NO;
  }

  /** A day written year-month-day, as days since 1970. */
  private int day() {
    char[] text = json.getStringCharacters();
    int at = json.getStringOffset();
    int year = 1_000 * digit(text, at) + 100 * digit(text, at + 1) + 10 * digit(text, at + 2) + digit(text, at + 3);
    int month = 10 * digit(text, at + 5) + digit(text, at + 6);
    int day = 10 * digit(text, at + 8) + digit(text, at + 9);
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  /** A number of at most two decimals. */
  private long hundredths() {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return 100 * json.getLongValue();
    }
    char[] text = json.getStringCharacters();
    int end = json.getStringOffset() + json.getStringLength();
    long number = 0;
    int decimals = -1;
    for (int at = json.getStringOffset(); at < end; at++) {
      if (text[at] == '.') {
        decimals = 0;
      } else {
        number = 10 * number + digit(text, at);
        decimals = decimals < 0 ? decimals : decimals + 1;
      }
    }
    if (decimals > 2) {
      throw new IllegalArgumentException("more than two decimals: " + json.getString());
    }
    return decimals == 2 ? number : 10 * number;
  }

  private static int digit(char[] text, int at) {
    return text[at] - '0';
  }
}
