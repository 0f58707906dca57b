package org.dudao.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.fact.FactKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A made-up county whose schools, classes and groups of grades are all there and agree with each other. */
record SoundCounty(ObjectNode document) {
  private static final List<String> TYPES = List.of("211", "211", "211", "311", "312", "341", "342");

  static SoundCounty of(Random random) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    String region = SoundFact.pick(List.of("CN-420106", "CN-420106", "CN-430203", "US-CA"), random);
    ObjectNode bureau = document.putObject(FactKind.BUREAU.property());
    bureau.put("id", "b").put("region", region).put("level", "COUNTY");
    document.put("asOf", SoundFact.AS_OF.toString());
    int schools = 1 + random.nextInt(6);
    bureau.put("schoolCount", schools);
    // Of some counties no class is large, of others one in thirty or one in three.
    int large = SoundFact.pick(List.of(0, 30, 300), random);
    for (int i = 0; i < schools; i++) {
      add(document, "s" + i, large, random);
    }
    return new SoundCounty(document);
  }

  private static void add(ObjectNode document, String id, int large, Random random) {
    String type = SoundFact.pick(TYPES, random);
    ObjectNode school = document.withArray(FactKind.SCHOOL.property()).addObject();
    school.put("id", id).put("type", type).put("setting", "TOWN").put("ownership", "PUBLIC").put("countyRun", true);
    List<String> stages = stages(type);
    int classes = stages.size() * (1 + random.nextInt(6));
    int students = 0;
    for (int i = 0; i < classes; i++) {
      int size = random.nextInt(1_000) < large ? 56 + random.nextInt(20) : 20 + random.nextInt(30);
      students += size;
      String stage = stages.get(i % stages.size());
      ObjectNode one = document.withArray(FactKind.CLASS.property()).addObject();
      one.put("id", id + "-c" + i).put("school", id).put("stage", stage).put("grade", grade(stage));
      one.put("students", size);
      if (stages.size() > 1) {
        String property = stage.toLowerCase() + "Students";
        school.put(property, school.path(property).asInt(0) + size);
      }
    }
    int girls = random.nextInt(students + 1);
    school.put("students", students).put("girls", girls).put("boys", students - girls).put("classes", classes);
    int teachers = Math.max(2, students / (8 + random.nextInt(10)));
    school.put("teachers", teachers).put("staff", teachers + random.nextInt(5));
    school.put("qualifiedTeachers", teachers * (1 + random.nextInt(2)) / 2);
    school.put("keyTeachers", random.nextInt(teachers));
    school.put("titledTeachers", random.nextInt(teachers)).put("peAndArtsTeachers", random.nextInt(teachers));
    school.put("teachingArea", students * (3 + random.nextInt(5))).put("indoorSportsArea", random.nextInt(students));
    school.put("sportsArea", students * (5 + random.nextInt(8))).put("books", students * 20);
    school.put("equipmentValue", students * (1_500 + random.nextInt(2_000))).put("computers", students / 8);
    school.put("multimediaRooms", students / (20 + random.nextInt(50)));
    ObjectNode group = document.withArray(FactKind.GRADE_GROUP.property()).addObject();
    int grade = grade(stages.get(0));
    group.put("id", id + "-g").put("school", id).put("stage", stages.get(0));
    group.put("fromGrade", grade).put("toGrade", grade);
    group.put("classes", classes / stages.size()).put("peTeachers", random.nextInt(4));
  }

  private static List<String> stages(String type) {
    return switch (type) {
      case "211" -> List.of("PRIMARY");
      case "311" -> List.of("JUNIOR");
      case "342" -> List.of("SENIOR");
      case "312" -> List.of("PRIMARY", "JUNIOR");
      default -> List.of("JUNIOR", "SENIOR");
    };
  }

  private static int grade(String stage) {
    return stage.equals("PRIMARY") ? 2 : stage.equals("JUNIOR") ? 8 : 11;
  }

  ObjectNode bureau() {
    return (ObjectNode) document.get(FactKind.BUREAU.property());
  }

  ArrayNode facts(FactKind kind) {
    return document.withArray(kind.property());
  }

  /** One of that kind. */
  ObjectNode any(FactKind kind, Random random) {
    return (ObjectNode) facts(kind).get(random.nextInt(facts(kind).size()));
  }

  SoundCounty copy() {
    return new SoundCounty(document.deepCopy());
  }

  /** Takes the school away with all that belongs to it. */
  void removeSchool(String id) {
    for (FactKind kind : List.of(FactKind.SCHOOL, FactKind.CLASS, FactKind.GRADE_GROUP)) {
      for (int i = facts(kind).size() - 1; i >= 0; i--) {
        JsonNode fact = facts(kind).get(i);
        if (fact.path(kind == FactKind.SCHOOL ? "id" : "school").asString().equals(id)) {
          facts(kind).remove(i);
        }
      }
    }
  }

  /** All that is found of it. */
  Verdicts verdicts() {
    return Verdicts.of(Shipped.facts(document.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
