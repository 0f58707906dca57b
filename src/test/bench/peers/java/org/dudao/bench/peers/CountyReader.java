package org.dudao.bench.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads counties by streaming, one at a time, and of them only what the peers need; all engines in Java get these. */
final class CountyReader {
  private final JsonParser json;

  private CountyReader(JsonParser json) {
    this.json = json;
  }

  static void read(Path file, Consumer<County> each) {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
      CountyReader reader = new CountyReader(json);
      while (json.nextToken() == JsonToken.START_OBJECT) {
        each.accept(reader.county());
      }
    }
  }

  /** The bureau is the first property of a county. */
  private County county() {
    String bureau = null;
    List<School> schools = new ArrayList<>();
    List<SchoolClass> classes = new ArrayList<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "bureau" -> bureau = id();
        case "schools" -> {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            schools.add(school(bureau));
          }
        }
        case "classes" -> {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            classes.add(schoolClass(bureau));
          }
        }
        default -> json.skipChildren();
      }
    }
    return new County(schools, classes);
  }

  private String id() {
    String id = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (name.equals("id")) {
        id = json.getString();
      } else {
        json.skipChildren();
      }
    }
    return id;
  }

  private School school(String bureau) {
    String id = null;
    String type = null;
    Integer students = null;
    Integer staff = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> id = json.getString();
        case "type" -> type = json.getString();
        case "students" -> students = json.getIntValue();
        case "staff" -> staff = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new School(bureau, id, type, students, staff);
  }

  private SchoolClass schoolClass(String bureau) {
    String id = null;
    String school = null;
    String stage = null;
    Integer students = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      switch (name) {
        case "id" -> id = json.getString();
        case "school" -> school = json.getString();
        case "stage" -> stage = json.getString();
        case "students" -> students = json.getIntValue();
        default -> json.skipChildren();
      }
    }
    return new SchoolClass(bureau, id, school, stage, students);
  }
}
