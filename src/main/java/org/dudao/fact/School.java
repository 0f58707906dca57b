package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A school, kindergarten or university. Every number is as reported; null when it was not reported, which is not zero.
 * People employed are counted in full-time equivalents, heads and members of boards by the head.
 *
 * @param area a part of the city that a local standard names
 * @param incomplete a primary school that does not lead all six grades
 * @param central the central school of a rural township
 * @param countySeat in the town or urban area where the government of its county or county-level city has its seat
 * @param online a training institution that teaches over the network
 * @param academic a training institution that teaches the subjects of schools
 * @param built the day on which the building was begun, whose law it follows
 * @param students pupils or children; in a school of several stages all of them
 * @param teachers full-time teachers
 * @param nurses care workers of a kindergarten
 * @param healthStaff full-time health workers
 * @param counsellors full-time and part-time mental-health teachers
 * @param boardMeetings meetings of the decision-making body in the year
 * @param headKindergartenYears years that the head has worked in kindergartens
 * @param routineInspections routine inspections in the term
 * @param landArea square metres, as all areas
 * @param clinicArea floor area of the clinic (with a physician) that the school has
 * @param healthRoomArea floor area of the health room (without a physician) that the school has
 * @param trackLength metres of the running track
 * @param girlsStalls toilet stalls for girls
 * @param newBooks paper books added or renewed in the year
 * @param periodicals titles of newspapers and periodicals in the library
 * @param referenceTitles titles of reference works in the library
 * @param libraryHours hours a week that the library is open in teaching time
 * @param recessMinutes shortest break between two lessons
 * @param sportsMeetings sports meetings of the whole school in the school year
 * @param extraSportSessions sport sessions outside lessons, a week
 * @param afterSchoolDays days a week with after-school service
 * @param afterSchoolHours hours of that service on such a day
 * @param visionTests tests of the pupils' eyesight in the term
 * @param outdoorMinutes minutes outdoors a day, kindergartens
 * @param lessonsEnd when the last lesson of a training institution ends
 * @param publicExpenditure yuan a year, as all amounts of a school: operating costs without pay and buildings
 * @param boardingSupplement public funds for boarders
 * @param fundedStudents pupils for whom public expenditure was granted
 * @param trainingFunds budget for the training of teachers
 * @param developmentFund what was put into the development fund of a private school
 * @param netIncome net income of the year, or growth of the non-restricted net assets
 * @param countyRun run by the county or below it, not by a city or province
 * @param charter a charter school, or another public school that parents choose (United States)
 * @param qualifiedTeachers teachers above the required degree: with an associate degree and more in primary
 *     schools, a bachelor's degree and more in junior secondary schools
 * @param keyTeachers key teachers of the county or above
 * @param peAndArtsTeachers teachers of physical education, music, fine arts and arts
 * @param titledTeachers teachers with an intermediate or senior title
 * @param certifiedTeachers full-time teachers with a certificate
 * @param primaryTeachers full-time teachers of the primary stage; reported, as what follows, by through-schools
 * @param indoorSportsArea sports halls, which are counted in teachingArea and in sportsArea
 * @param equipmentValue book value of the teaching equipment
 * @param multimediaRooms classrooms with network and multimedia
 * @param musicRoomArea floor area of the smallest music room
 * @param artRoomArea floor area of the smallest art room
 */
@AddsUp(parts = {"girls", "boys"}, whole = "students", exhaustive = true)
@AddsUp(parts = {"primaryStudents", "juniorStudents", "seniorStudents"}, whole = "students")
@AddsUp(parts = {"teachers", "supportStaff"}, whole = "staff")
@AddsUp(parts = {"primaryTeachers", "juniorTeachers"}, whole = "teachers")
@AddsUp(parts = {"primaryQualifiedTeachers", "juniorQualifiedTeachers"}, whole = "qualifiedTeachers")
@AddsUp(parts = {"primaryKeyTeachers", "juniorKeyTeachers"}, whole = "keyTeachers")
@AddsUp(parts = {"primaryPeAndArtsTeachers", "juniorPeAndArtsTeachers"}, whole = "peAndArtsTeachers")
@AddsUp(parts = {"primaryTitledTeachers", "juniorTitledTeachers"}, whole = "titledTeachers")
public record School(
    @Required String id,
    String name,
    @Required SchoolType type,
    Setting setting,
    Ownership ownership,
    Care care,
    @Coded(CodeList.AREA) String area,
    Boolean incomplete,
    Boolean central,
    Boolean countySeat,
    Boolean online,
    Boolean academic,
    LocalDate built,
    @Past LocalDate founded,
    @Pupils Integer students,
    @Pupils Integer girls,
    @Pupils Integer boys,
    Integer plannedStudents,
    Integer primaryStudents,
    Integer juniorStudents,
    Integer seniorStudents,
    @PartOf("students") Integer migrantStudents,
    @PartOf("students") @Pupils Integer boarders,
    Integer classes,
    BigDecimal teachers,
    BigDecimal staff,
    BigDecimal supportStaff,
    @PartOf("staff") BigDecimal nurses,
    @PartOf("staff") Integer heads,
    @PartOf("staff") BigDecimal healthStaff,
    BigDecimal healthProfessionals,
    @PartOf("staff") BigDecimal healthTeachers,
    BigDecimal counsellors,
    @PartOf("teachers") BigDecimal peTeachers,
    @PartOf({"peTeachers", "teachers"}) BigDecimal fullTimePeTeachers,
    @PartOf("teachers") BigDecimal politicsTeachers,
    Integer legalVicePrincipals,
    Integer boardMembers,
    @PartOf("boardMembers") Integer experiencedBoardMembers,
    Integer boardMeetings,
    BigDecimal headKindergartenYears,
    Integer routineInspections,
    @Past LocalDate lastComprehensiveInspection,
    BigDecimal landArea,
    BigDecimal buildingArea,
    @PartOf("buildingArea") BigDecimal teachingArea,
    BigDecimal sportsArea,
    @PartOf("landArea") BigDecimal greenArea,
    Integer books,
    Integer computers,
    Integer multimediaSets,
    @PartOf("buildingArea") BigDecimal computerRoomArea,
    Integer computerRoomSeats,
    @PartOf("buildingArea") BigDecimal teacherOfficeArea,
    @PartOf("buildingArea") BigDecimal dormitoryArea,
    Integer dormitoryBeds,
    @PartOf("buildingArea") BigDecimal clinicArea,
    @PartOf("buildingArea") BigDecimal healthRoomArea,
    BigDecimal trackLength,
    Integer girlsStalls,
    Integer boysStalls,
    Integer boysUrinals,
    Integer drinkingTaps,
    @PartOf("books") Integer newBooks,
    Integer periodicals,
    Integer referenceTitles,
    BigDecimal libraryHours,
    Integer recessMinutes,
    Integer sportsMeetings,
    Integer extraSportSessions,
    Integer afterSchoolDays,
    BigDecimal afterSchoolHours,
    Integer visionTests,
    Integer outdoorMinutes,
    @Evening LocalTime lessonsEnd,
    @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal publicExpenditure,
    @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal boardingSupplement,
    Integer fundedStudents,
    @PartOf("publicExpenditure") @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal trainingFunds,
    @PartOf("netIncome") @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal developmentFund,
    @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal netIncome,
    BigDecimal guards,
    @PartOf("students") Integer disabledStudents,
    Integer resourceRooms,
    Boolean countyRun,
    Boolean charter,
    @PartOf("teachers") BigDecimal qualifiedTeachers,
    @PartOf("teachers") BigDecimal keyTeachers,
    @PartOf("teachers") BigDecimal peAndArtsTeachers,
    @PartOf("teachers") BigDecimal titledTeachers,
    @PartOf("teachers") BigDecimal certifiedTeachers,
    BigDecimal primaryTeachers,
    @PartOf("primaryTeachers") BigDecimal primaryQualifiedTeachers,
    @PartOf("primaryTeachers") BigDecimal primaryKeyTeachers,
    @PartOf("primaryTeachers") BigDecimal primaryPeAndArtsTeachers,
    @PartOf("primaryTeachers") BigDecimal primaryTitledTeachers,
    BigDecimal juniorTeachers,
    @PartOf("juniorTeachers") BigDecimal juniorQualifiedTeachers,
    @PartOf("juniorTeachers") BigDecimal juniorKeyTeachers,
    @PartOf("juniorTeachers") BigDecimal juniorPeAndArtsTeachers,
    @PartOf("juniorTeachers") BigDecimal juniorTitledTeachers,
    @PartOf({"teachingArea", "sportsArea"}) BigDecimal indoorSportsArea,
    @Domain(min = 0, max = 1_000_000_000_000L) BigDecimal equipmentValue,
    Integer multimediaRooms,
    Integer musicRooms,
    Integer artRooms,
    BigDecimal musicRoomArea,
    BigDecimal artRoomArea)
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
    return teachers == null || nurses == null ? null : Quantity.ratio(students, teachers.add(nurses));
  }

  /** Pupils of the nine compulsory years in a through-school. */
  @From({"primaryStudents", "juniorStudents"})
  public Quantity compulsoryStudents() {
    return primaryStudents == null || juniorStudents == null
        ? null
        : Quantity.of((long) primaryStudents + juniorStudents);
  }

  /** Pupils of all stages that were reported one by one. */
  @From({"primaryStudents", "juniorStudents", "seniorStudents"})
  public Quantity studentsByStage() {
    return primaryStudents == null || juniorStudents == null || seniorStudents == null
        ? null
        : Quantity.of((long) primaryStudents + juniorStudents + seniorStudents);
  }

  /** Children of migrant workers in per cent of all pupils. */
  @From({"migrantStudents", "students"})
  public Quantity migrantShare() {
    return Quantity.percent(migrantStudents, students);
  }

  /** The year in which the building was begun, for norms that name years only. */
  @From("built")
  public Quantity builtYear() {
    return built == null ? null : Quantity.of(built.getYear());
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

  @From({"landArea", "students"})
  public Quantity landAreaPerStudent() {
    return Quantity.ratio(landArea, students);
  }

  @From({"teachingArea", "students"})
  public Quantity teachingAreaPerStudent() {
    return Quantity.ratio(teachingArea, students);
  }

  @From({"sportsArea", "students"})
  public Quantity sportsAreaPerStudent() {
    return Quantity.ratio(sportsArea, students);
  }

  @From({"computers", "students"})
  public Quantity computersPerHundredStudents() {
    return Quantity.percent(computers, students);
  }

  @From({"multimediaSets", "students"})
  public Quantity multimediaSetsPerHundredStudents() {
    return Quantity.percent(multimediaSets, students);
  }

  @From({"books", "students"})
  public Quantity booksPerStudent() {
    return Quantity.ratio(books, students);
  }

  @From({"newBooks", "students"})
  public Quantity newBooksPerStudent() {
    return Quantity.ratio(newBooks, students);
  }

  @From({"computerRoomArea", "computerRoomSeats"})
  public Quantity computerRoomAreaPerSeat() {
    return Quantity.ratio(computerRoomArea, computerRoomSeats);
  }

  @From({"teacherOfficeArea", "teachers"})
  public Quantity officeAreaPerTeacher() {
    return Quantity.ratio(teacherOfficeArea, teachers);
  }

  @From({"dormitoryArea", "dormitoryBeds"})
  public Quantity dormitoryAreaPerBed() {
    return Quantity.ratio(dormitoryArea, dormitoryBeds);
  }

  @From({"girls", "girlsStalls"})
  public Quantity girlsPerStall() {
    return Quantity.ratio(girls, girlsStalls);
  }

  @From({"boys", "boysStalls"})
  public Quantity boysPerStall() {
    return Quantity.ratio(boys, boysStalls);
  }

  @From({"boys", "boysUrinals"})
  public Quantity boysPerUrinal() {
    return Quantity.ratio(boys, boysUrinals);
  }

  @From({"students", "drinkingTaps"})
  public Quantity studentsPerTap() {
    return Quantity.ratio(students, drinkingTaps);
  }

  @From({"publicExpenditure", "students"})
  public Quantity publicExpenditurePerStudent() {
    return Quantity.ratio(publicExpenditure, students);
  }

  @From({"boardingSupplement", "boarders"})
  public Quantity boardingSupplementPerBoarder() {
    return Quantity.ratio(boardingSupplement, boarders);
  }

  /** Training of teachers in per cent of public expenditure. */
  @From({"trainingFunds", "publicExpenditure"})
  public Quantity trainingShare() {
    return Quantity.percent(trainingFunds, publicExpenditure);
  }

  /** The development fund in per cent of net income. */
  @From({"developmentFund", "netIncome"})
  public Quantity developmentFundShare() {
    return Quantity.percent(developmentFund, netIncome);
  }

  @From({"students", "guards"})
  public Quantity studentsPerGuard() {
    return Quantity.ratio(students, guards);
  }

  @From({"boarders", "guards"})
  public Quantity boardersPerGuard() {
    return Quantity.ratio(boarders, guards);
  }

  /** Rooms for teaching without sports halls, which count as sports area. */
  @From({"teachingArea", "indoorSportsArea"})
  public Quantity classroomArea() {
    return teachingArea == null || indoorSportsArea == null
        ? null
        : Quantity.of(teachingArea.subtract(indoorSportsArea));
  }

  @From({"classes", "musicRooms"})
  public Quantity classesPerMusicRoom() {
    return Quantity.ratio(classes, musicRooms);
  }

  @From({"classes", "artRooms"})
  public Quantity classesPerArtRoom() {
    return Quantity.ratio(classes, artRooms);
  }

  /** Whether there are classes where there are pupils, and none where there are none. */
  @From({"students", "classes"})
  public Boolean classesHavePupils() {
    return students == null || classes == null ? null : students > 0 == classes > 0;
  }

  /** Whether it teaches general senior education; null for senior classes attached to another school. */
  @From("type")
  public Boolean seniorHigh() {
    return type.counts("senior");
  }

  /** Whether it is one for pupils with special needs; null for classes attached to another school. */
  @From("type")
  public Boolean specialSchool() {
    return type.counts("special");
  }

  /** Full-time teachers with a certificate in per cent of all of them. */
  @From({"certifiedTeachers", "teachers"})
  public Quantity certifiedShare() {
    return Quantity.percent(certifiedTeachers, teachers);
  }
}
