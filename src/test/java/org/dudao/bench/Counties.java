package org.dudao.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Made-up counties as JSON Lines, one county a line: schools, classes, cases and what else the standards of class size,
 * staffing, premises and timeliness look at. The same seed, size and number give the same line.
 */
public final class Counties {
  static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
  private static final LocalDate YEAR_2018 = LocalDate.of(2018, 3, 1);
  private static final LocalDate YEAR_2024 = LocalDate.of(2024, 1, 1);
  private static final String ENDLESS = "endless";
  private static final int CLASSES_PER_SCHOOL = 25;

  /** How large each county is. */
  public record Size(int schools, int classes, int cases) {
    static final Size USUAL = of(5_000);

    /** So many classes, with as many schools and cases as usually go with them. */
    static Size of(int classes) {
      return new Size(Math.max(1, classes / CLASSES_PER_SCHOOL), classes, 2 * classes);
    }
  }

  /** How many of a thousand numbers are beyond what the law allows, and how many were not reported. */
  public record Faults(int failing, int absent) {
    static final Faults USUAL = new Faults(50, 10);
  }

  /** What a kind of case or step has for its handling, in calendar days. */
  private record Matter(String kind, int days) {}

  private static final List<Matter> CASES = List.of(
      new Matter("PETITION", 60), new Matter("CONSULTATION", 5), new Matter("INFORMATION_REQUEST", 27),
      new Matter("TEACHER_CERTIFICATE", 30), new Matter("HOTLINE_REQUEST", 7), new Matter("STUDENT_TRANSFER", 13),
      new Matter("STUDENT_RECORD", 30), new Matter("ADMINISTRATIVE_LICENCE", 27), new Matter("PETITION_REVIEW", 30),
      new Matter("PETITION_RE_REVIEW", 30), new Matter("JOINT_LICENCE", 61), new Matter("LICENCE_RENEWAL", 20),
      new Matter("INFORMATION_PUBLICATION", 27), new Matter("INFORMATION_ANNUAL_REPORT", 25),
      new Matter("RECONSIDERATION", 30), new Matter("DEPUTY_SUGGESTION", 90), new Matter("CPPCC_PROPOSAL", 90),
      new Matter("TEACHER_APPEAL", 30), new Matter("PRIVATE_SCHOOL_PREPARATION", 30), new Matter("COMPLAINT", 20),
      new Matter("PRIVATE_SCHOOL_ESTABLISHMENT", 90), new Matter("PRIVATE_COLLEGE_ESTABLISHMENT", 180),
      new Matter("PRIVATE_SCHOOL_MERGER", 90), new Matter("PRIVATE_COLLEGE_MERGER", 180),
      new Matter("PRIVATE_SCHOOL_CHANGE", 90), new Matter("PRIVATE_COLLEGE_CHANGE", 180),
      new Matter("SCHOOL_BUS_PERMIT", 27), new Matter("PRIVATE_SCHOOL_TERMINATION", 90));

  private static final List<Matter> STEPS = List.of(
      new Matter("CORRECTION_NOTICE", 7), new Matter("LOWER_REVIEW", 27), new Matter("PERMIT_DELIVERY", 13),
      new Matter("HEARING", 27), new Matter("INFORMATION_CORRECTION", 9), new Matter("THIRD_PARTY_OPINION", 20),
      new Matter("PETITION_TRANSFER", 15), new Matter("PETITION_NOTICE", 15), new Matter("PETITION_OBJECTION", 7),
      new Matter("RECONSIDERATION_EXAMINATION", 7), new Matter("RECONSIDERATION_ANSWER", 13),
      new Matter("PREPARATION_PERIOD", 1_090), new Matter("BUS_CONSULTATION", 4), new Matter("BUS_REPLY", 4),
      new Matter("BUS_OPINION", 7), new Matter("BUS_DRIVER_REVIEW", 7), new Matter("TRANSFER_HANDLING", 13));

  /** The kind of case that such a step is of; the others may be of any. */
  private static final Map<String, String> CASE_OF_STEP = Map.of(
      "RECONSIDERATION_ANSWER", "RECONSIDERATION", "TRANSFER_HANDLING", "STUDENT_TRANSFER",
      "TERMINATION_NOTICE", "PRIVATE_SCHOOL_TERMINATION");

  /** Steps that must last, with the calendar days that they must last at least. */
  private static final List<Matter> NOTICES =
      List.of(
          new Matter("TERMINATION_NOTICE", 184), new Matter("PUBLIC_CONSULTATION", 30),
          new Matter("MARKET_CONSULTATION", 30), new Matter("DECISION_CONSULTATION", 30),
          new Matter("RULE_CONSULTATION", 30));

  /** The types of twenty schools by their codes, in the proportion in which they are found. */
  private static final List<String> TYPES = List.of(
      "111", "211", "211", "311", "111", "211", "218", "312", "111", "342",
      "211", "341", "111", "211", "218", "311", "111", "211", "345", "special");
  private static final Map<String, List<String>> STAGES_OF_THROUGH_SCHOOLS = Map.of(
      "312", List.of("PRIMARY", "JUNIOR"), "341", List.of("JUNIOR", "SENIOR"),
      "345", List.of("PRIMARY", "JUNIOR", "SENIOR"));
  private static final List<String> SPECIAL_TYPES = List.of("511", "512", "513");
  private static final List<String> SETTINGS = List.of("111", "121", "210", "RURAL", "TOWN", "220");
  private static final List<String> CARES = List.of("FULL_DAY", "FULL_DAY", "HALF_DAY", "BOARDING");
  private static final List<String> AGES = List.of("SMALL_CLASS", "MIDDLE_CLASS", "BIG_CLASS", "MIXED_CLASS");
  private static final List<Integer> AGE_CAPS = List.of(25, 30, 35, 30);
  private static final List<String> GRADES = List.of("ORDINARY", "SIMPLE", "COMPLEX", "MAJOR");
  private static final List<String> VISITS = List.of("SPECIAL", "COMPREHENSIVE", "ROUTINE");

  /**
   * A school as far as its classes and groups of grades must know it, with what its bureau counts too.
   *
   * @param teachers of a kindergarten; of another school they are found when it is written
   * @param counsellors of a school that is no kindergarten
   */
  private record School(
      String id, String type, String care, List<SchoolClass> classes, int teachers, int counsellors) {
    boolean isKindergarten() {
      return type.equals("111");
    }

    int students() {
      return classes.stream().mapToInt(SchoolClass::students).sum();
    }

    int students(String stage) {
      return classes.stream().filter(one -> one.stage().equals(stage)).mapToInt(SchoolClass::students).sum();
    }
  }

  private record SchoolClass(String stage, int grade, int cap, int students) {}

  /** From so many pupils on a class is large. */
  private static final int LARGE = 56;

  private final Size size;
  private final Faults faults;
  private final long seed;
  private final StringBuilder json = new StringBuilder();
  private SplittableRandom random;

  public Counties(Size size, Faults faults, long seed) {
    this.size = size;
    this.faults = faults;
    this.seed = seed;
  }

  /** {@code Counties COUNT|endless [CLASSES_PER_COUNTY]} prints that many counties. */
  public static void main(String[] arguments) throws IOException {
    long count = arguments[0].equals(ENDLESS) ? Long.MAX_VALUE : Long.parseLong(arguments[0]);
    Size size = arguments.length > 1 ? Size.of(Integer.parseInt(arguments[1])) : Size.USUAL;
    if (arguments.length > 2) {
      size = new Size(size.schools(), size.classes(), Integer.parseInt(arguments[2]));
    }
    Counties counties = new Counties(size, Faults.USUAL, 1);
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      for (long number = 0; number < count; number++) {
        counties.write(number, out);
      }
    }
  }

  /** Writes the county of that number and ends the line. */
  void write(long number, OutputStream out) throws IOException {
    out.write(line(number).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  /** The county of that number as one JSON document without line breaks. */
  public String line(long number) {
    random = new SplittableRandom(seed * 1_000_003 + number);
    json.setLength(0);
    List<School> schools = schools();
    json.append('{');
    bureau(number, schools);
    json.append(",\"asOf\":\"").append(AS_OF).append('"');
    array("schools", () -> schools.forEach(this::write));
    array("classes", () -> writeClasses(schools));
    array("gradeGroups", () -> schools.forEach(this::gradeGroups));
    array("cases", () -> cases(schools));
    array("steps", this::steps);
    array("inspections", this::inspections);
    array("indicators", () -> indicator(schools));
    return json.append('}').toString();
  }

  private void bureau(long number, List<School> schools) {
    json.append("\"bureau\":{").append("\"id\":\"").append(String.format("county-%07d", number)).append('"');
    always("name", "示例县教育局" + number);
    always("region", "CN-42010" + (2 + number % 6));
    text("level", "COUNTY");
    count("schoolCount", size.schools());
    number("responsibleInspectors", enough(size.schools(), 5));
    number(
        "schoolsWithCounsellor",
        (int) schools.stream().filter(school -> school.isKindergarten() || school.counsellors() > 0).count());
    List<School> kindergartens = schools.stream().filter(School::isKindergarten).toList();
    number("kindergartenChildren", kindergartens.stream().mapToInt(School::students).sum());
    number("kindergartenTeachers", kindergartens.stream().mapToInt(School::teachers).sum());
    day("lastInspected", AS_OF.minusDays(fails() ? between(1_830, 2_500) : between(0, 1_800)));
    json.append('}');
  }

  /** Schools with their classes; together they have as many classes as was asked for. */
  private List<School> schools() {
    List<School> schools = new ArrayList<>();
    int given = 0;
    for (int i = 0; i < size.schools(); i++) {
      String type = TYPES.get(i % TYPES.size());
      if (type.equals("special")) {
        type = SPECIAL_TYPES.get(i / TYPES.size() % SPECIAL_TYPES.size());
      }
      int most = (int) ((long) size.classes() * (i + 1) / size.schools()) - given;
      int classes = i == size.schools() - 1 ? most : most - between(0, most * 9 / 10);
      given += classes;
      schools.add(school("s" + padded(i, 4), type, classes(type, classes)));
    }
    return schools;
  }

  private School school(String id, String type, List<SchoolClass> classes) {
    int students = classes.stream().mapToInt(SchoolClass::students).sum();
    return new School(
        id, type, CARES.get(between(0, 3)), classes, enough(students, 15), fails() ? 0 : between(1, 2));
  }

  private List<SchoolClass> classes(String type, int count) {
    List<SchoolClass> classes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String stage = stage(type, i);
      int grade = grade(stage, i);
      int cap = cap(stage, type, i);
      classes.add(new SchoolClass(stage, grade, cap, fails() ? between(cap + 1, cap + 25) : between(cap * 3 / 4, cap)));
    }
    return classes;
  }

  private static String stage(String type, int i) {
    return switch (type) {
      case "111" -> "KINDERGARTEN";
      case "211", "218" -> "PRIMARY";
      case "311" -> "JUNIOR";
      case "312" -> i % 3 < 2 ? "PRIMARY" : "JUNIOR";
      case "341" -> i % 2 == 0 ? "JUNIOR" : "SENIOR";
      case "342" -> "SENIOR";
      case "345" -> i % 4 < 2 ? "PRIMARY" : i % 4 == 2 ? "JUNIOR" : "SENIOR";
      default -> "SPECIAL";
    };
  }

  private static int grade(String stage, int i) {
    return switch (stage) {
      case "KINDERGARTEN" -> 0;
      case "PRIMARY" -> 1 + i % 6;
      case "JUNIOR" -> 7 + i % 3;
      case "SENIOR" -> 10 + i % 3;
      default -> 1 + i % 9;
    };
  }

  private static int cap(String stage, String type, int i) {
    return switch (stage) {
      case "KINDERGARTEN" -> AGE_CAPS.get(i % AGE_CAPS.size());
      case "PRIMARY" -> type.equals("218") ? 30 : 45;
      case "SPECIAL" -> type.equals("513") ? 8 : 12;
      default -> 50;
    };
  }

  private void write(School school) {
    open(school.id());
    always("name", "第" + school.id().substring(1) + "学校");
    always("type", school.type());
    text("setting", SETTINGS.get(between(0, SETTINGS.size() - 1)));
    boolean isPrivate = between(0, 9) == 0;
    text("ownership", isPrivate ? "PRIVATE" : "PUBLIC");
    yes("central", between(0, 9) == 0);
    day("built", LocalDate.of(1980, 3, 1).plusDays(between(0, 45 * 365)));
    int students = school.students();
    number("students", students);
    for (String stage : STAGES_OF_THROUGH_SCHOOLS.getOrDefault(school.type(), List.of())) {
      number(stage.toLowerCase(Locale.ROOT) + "Students", school.students(stage));
    }
    number("girls", students / 2);
    number("boys", students - students / 2);
    count("classes", school.classes().size());
    if (school.isKindergarten()) {
      kindergarten(school, students);
    } else {
      school(school, students);
    }
    number("routineInspections", fails() ? 1 : between(2, 4));
    day("lastComprehensiveInspection", AS_OF.minusDays(fails() ? between(1_830, 2_500) : between(0, 1_800)));
    if (isPrivate) {
      number("boardMembers", fails() ? 4 : between(5, 9));
      number("experiencedBoardMembers", fails() ? 1 : between(3, 4));
      number("boardMeetings", fails() ? 1 : between(2, 4));
    }
    json.append('}');
  }

  private void kindergarten(School school, int students) {
    text("care", school.care());
    int staff = Math.max(school.teachers(), enough(students, 7));
    number("staff", staff);
    number("teachers", school.teachers());
    number("nurses", Math.min(staff, enough(students, 20)));
    number("heads", Math.min(staff, fails() ? 4 : school.classes().size() < 6 ? 1 : between(1, 2)));
    decimal("headKindergartenYears", fails() ? between(10, 49) : between(50, 300), 1);
    number("healthStaff", Math.min(staff, enough(students, 150)));
  }

  private void school(School school, int students) {
    String type = school.type();
    int staff = enough(students, 12);
    number("staff", staff);
    int supportStaff = fails() ? staff / 4 : staff * 8 / 100;
    number("supportStaff", supportStaff);
    int teachers = Math.min(staff * 9 / 10, staff - supportStaff);
    number("teachers", teachers);
    number("healthProfessionals", students < 600 ? 0 : enough(students, 600));
    number("healthTeachers", fails() ? 0 : Math.min(staff, 1));
    number("fullTimePeTeachers", fails() ? 0 : Math.min(teachers, between(1, 6)));
    number("counsellors", school.counsellors());
    number("legalVicePrincipals", fails() ? 0 : 1);
    int seats = between(40, 60);
    decimal("computerRoomArea", fails() ? seats * between(150, 190) : seats * between(200, 260), 2);
    number("computerRoomSeats", seats);
    decimal("teacherOfficeArea", fails() ? teachers * between(300, 499) : teachers * between(500, 800), 2);
    int boarders = between(0, 2) == 0 ? students / 4 : 0;
    number("boarders", boarders);
    if (boarders > 0) {
      decimal("dormitoryArea", fails() ? boarders * between(200, 299) : boarders * between(300, 400), 2);
      number("dormitoryBeds", boarders);
    }
    number("girlsStalls", enough(students / 2, 13));
    number("boysStalls", enough(students - students / 2, 30));
    number("boysUrinals", enough(students - students / 2, 20));
    number("drinkingTaps", enough(students, 45));
    boolean hasHealthRoomOnly = boarders == 0 && students % 2 == 0;
    int clinicArea = fails() ? between(200, 400) : between(401, 800);
    decimal("clinicArea", hasHealthRoomOnly ? 0 : clinicArea, 1);
    decimal("healthRoomArea", fails() ? between(100, 150) : between(151, 300), 1);
    decimal("trackLength", fails() ? between(100, 190) : between(300, 400), 0);
    int books = books(type);
    int held = fails() ? students * books * 8 / 10 : students * books + between(500, 2_000);
    number("books", held);
    number("newBooks", Math.min(held, fails() ? students / 2 : students + between(0, 500)));
    number("periodicals", fails() ? 50 : between(120, 150));
    number("referenceTitles", fails() ? 100 : between(250, 300));
    decimal("libraryHours", fails() ? between(200, 399) : between(400, 500), 1);
  }

  private static int books(String type) {
    return switch (type) {
      case "311" -> 35;
      case "341" -> 40;
      case "342" -> 45;
      default -> 25;
    };
  }

  private void writeClasses(List<School> schools) {
    int number = 0;
    for (School school : schools) {
      for (int i = 0; i < school.classes().size(); i++) {
        write(school, i, number++);
      }
    }
  }

  private void write(School school, int i, int number) {
    SchoolClass one = school.classes().get(i);
    open("c" + padded(number, 5));
    always("name", one.grade() + "年级" + (i + 1) + "班");
    always("school", school.id());
    always("stage", one.stage());
    number("grade", one.grade());
    number("students", one.students());
    if (one.stage().equals("KINDERGARTEN")) {
      text("ageGroup", AGES.get(i % AGES.size()));
      boolean boarding = school.care().equals("BOARDING");
      number("teachers", fails() ? 1 : boarding ? between(3, 4) : between(2, 3));
      number("nurses", fails() ? 0 : boarding ? 2 : 1);
    } else if (one.stage().equals("SPECIAL")) {
      number("plannedStudents", fails() ? one.cap() + between(1, 5) : between(one.cap() / 2, one.cap()));
    } else {
      number("plannedStudents", fails() ? 48 : between(35, 40));
      number("specialNeedsStudents", fails() ? between(4, 5) : between(0, 3));
      decimal("roomArea", one.cap() * (fails() ? between(90, 135) : between(140, 165)), 2);
      number("roomSeats", one.cap());
      number("floor", fails() ? between(5, 7) : between(1, 4));
      decimal("deskLux", fails() ? between(2_000, 2_999) : between(3_000, 4_500), 1);
      decimal("boardLux", fails() ? between(4_000, 4_999) : between(5_000, 6_500), 1);
    }
    json.append('}');
  }

  private void gradeGroups(School school) {
    gradeGroup(school, "PRIMARY", 1, 2, 6);
    gradeGroup(school, "PRIMARY", 3, 6, 7);
    gradeGroup(school, "JUNIOR", 7, 9, 7);
    gradeGroup(school, "SENIOR", 10, 12, 9);
  }

  private void gradeGroup(School school, String stage, int from, int to, int classesPerTeacher) {
    long classes =
        school.classes().stream()
            .filter(one -> one.stage().equals(stage) && one.grade() >= from && one.grade() <= to)
            .count();
    if (classes > 0) {
      open(school.id() + "-" + padded(from, 2));
      always("school", school.id());
      text("stage", stage);
      json.append(",\"fromGrade\":").append(from).append(",\"toGrade\":").append(to);
      number("classes", (int) classes);
      number("peTeachers", enough((int) classes, classesPerTeacher));
      json.append('}');
    }
  }

  private void cases(List<School> schools) {
    for (int i = 0; i < size.cases(); i++) {
      Matter matter = CASES.get(i % CASES.size());
      open("k" + padded(i, 5));
      always("kind", matter.kind());
      if (between(0, 2) == 0) {
        always("school", schools.get(between(0, schools.size() - 1)).id());
      }
      LocalDate received = someDay(matter.kind());
      LocalDate soon = received.plusDays(between(0, 3));
      LocalDate accepted = soon.isAfter(AS_OF) ? AS_OF : soon;
      day("received", received);
      day("accepted", accepted);
      closed("closed", accepted, matter.days() - 4);
      // Every kind comes round to it.
      yes("extended", (i + i / CASES.size()) % 10 == 9);
      text("grade", GRADES.get(between(0, GRADES.size() - 1)));
      if (matter.kind().equals("PETITION")) {
        yes("petitionProcedure", between(0, 4) > 0);
      }
      if (matter.kind().equals("PRIVATE_SCHOOL_TERMINATION")) {
        yes("ownRequest", between(0, 4) > 0);
      }
      if (between(0, 19) == 0) {
        number("excludedDays", between(1, 10));
      }
      if (matter.kind().equals("LICENCE_RENEWAL")) {
        day("expires", received.plusDays(fails() ? between(10, 40) : between(60, 200)));
      }
      json.append('}');
    }
  }

  /** Mostly of the last two years; a few are old and fall under a law that has ended. */
  private LocalDate someDay(String kind) {
    if (kind.equals("INFORMATION_ANNUAL_REPORT")) {
      return LocalDate.of(between(2019, 2025), 1, between(1, 3));
    }
    return between(0, 19) == 0
        ? YEAR_2018.plusDays(between(0, 2_100))
        : YEAR_2024.plusDays(between(0, 729));
  }

  /** In time or too late; what would end after the day of judgement is still open. */
  private void closed(String property, LocalDate start, int days) {
    ended(property, start.plusDays(fails() ? days + between(10, 90) : between(0, Math.max(1, days))));
  }

  private void ended(String property, LocalDate end) {
    if (!end.isAfter(AS_OF)) {
      day(property, end);
    }
  }

  private void steps() {
    for (int i = 0; i < size.cases() / 10; i++) {
      boolean notice = i % 9 == 0;
      List<Matter> matters = notice ? NOTICES : STEPS;
      Matter matter = matters.get(i % matters.size());
      open("t" + padded(i, 5));
      always("of", "k" + padded(caseOf(matter.kind()), 5));
      always("kind", matter.kind());
      LocalDate started = someDay(matter.kind());
      day("started", started);
      if (notice) {
        ended("ended", started.plusDays(fails() ? matter.days() - between(1, 20) : matter.days() + between(0, 60)));
      } else {
        closed("ended", started, matter.days());
      }
      json.append('}');
    }
  }

  /** The number of a case that a step of that kind may be of. */
  private int caseOf(String kindOfStep) {
    String kind = CASE_OF_STEP.get(kindOfStep);
    int first = 0;
    while (kind != null && !CASES.get(first).kind().equals(kind)) {
      first++;
    }
    return kind == null || first >= size.cases()
        ? between(0, size.cases() - 1)
        : first + CASES.size() * between(0, (size.cases() - 1 - first) / CASES.size());
  }

  private void inspections() {
    for (int i = 0; i < Math.max(1, size.schools() / 4); i++) {
      open("i" + padded(i, 4));
      text("kind", VISITS.get(i % VISITS.size()));
      number("teamSize", fails() ? between(1, 2) : between(3, 7));
      json.append('}');
    }
  }

  /** The share of large classes, as it follows from the classes of the compulsory stages. */
  private void indicator(List<School> schools) {
    List<SchoolClass> compulsory =
        schools.stream()
            .flatMap(school -> school.classes().stream())
            .filter(one -> one.stage().equals("PRIMARY") || one.stage().equals("JUNIOR"))
            .toList();
    long large = compulsory.stream().filter(one -> one.students() >= LARGE).count();
    open("large-class-share");
    always("name", "大班额比例");
    always("code", "LARGE_CLASS_SHARE");
    decimal("value", compulsory.isEmpty() ? 0 : Math.round(10_000.0 * large / compulsory.size()), 2);
    always("unit", "%");
    json.append('}');
  }

  /** What so many need, one for each {@code of}: sometimes too few. */
  private int enough(int many, int of) {
    int needed = (many + of - 1) / of;
    return fails() ? needed * between(60, 90) / 100 : needed + between(0, needed / 10);
  }

  private boolean fails() {
    return random.nextInt(1_000) < faults.failing();
  }

  private boolean isAbsent() {
    return random.nextInt(1_000) < faults.absent();
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private void array(String property, Runnable items) {
    json.append(",\"").append(property).append("\":[");
    int start = json.length();
    items.run();
    if (json.length() > start) {
      // Each item begins with a comma.
      json.deleteCharAt(start);
    }
    json.append(']');
  }

  private void open(String id) {
    json.append(",{\"id\":\"").append(id).append('"');
  }

  private void always(String property, String value) {
    json.append(",\"").append(property).append("\":\"").append(value).append('"');
  }

  private void text(String property, String value) {
    if (!isAbsent()) {
      always(property, value);
    }
  }

  private void day(String property, LocalDate day) {
    text(property, day.toString());
  }

  private void yes(String property, boolean value) {
    if (!isAbsent()) {
      json.append(",\"").append(property).append("\":").append(value);
    }
  }

  /** What is always reported: how many members there should be. */
  private void count(String name, int value) {
    json.append(",\"").append(name).append("\":").append(value);
  }

  private void number(String property, int value) {
    if (!isAbsent()) {
      json.append(",\"").append(property).append("\":").append(value);
    }
  }

  /** A number of which the last digits are decimals. */
  private void decimal(String property, long digits, int decimals) {
    if (!isAbsent()) {
      json.append(",\"").append(property).append("\":").append(BigDecimal.valueOf(digits, decimals));
    }
  }
}
