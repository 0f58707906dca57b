package org.dudao.bench.peers;

import java.nio.file.Path;

/** Plain loops, no engine: what the work costs at least in this language. */
final class Floor implements Peer {
  @Override
  public void judge(Path counties, Violations violations) {
    CountyReader.read(counties, county -> {
      for (SchoolClass one : county.classes()) {
        judge(one, violations);
      }
      for (School one : county.schools()) {
        judge(one, violations);
      }
    });
  }

  private static void judge(SchoolClass one, Violations violations) {
    if (one.students() == null) {
      return;
    }
    int students = one.students();
    switch (one.stage()) {
      case "PRIMARY" -> capped("class-size.primary.design", 45, one, students, violations);
      case "JUNIOR" -> capped("class-size.junior.design", 50, one, students, violations);
      case "SENIOR" -> capped("class-size.senior.design", 50, one, students, violations);
      default -> { }
    }
  }

  private static void capped(String design, int cap, SchoolClass one, int students, Violations violations) {
    if (students > cap) {
      violations.add(design, one);
    }
    if (students >= 56) {
      violations.add("class-size.large", one);
    }
    if (students >= 66) {
      violations.add("class-size.super-large", one);
    }
  }

  private static void judge(School one, Violations violations) {
    if (one.students() == null || one.staff() == null) {
      return;
    }
    switch (one.type()) {
      case "211", "218", "219", "312", "345" -> staffed("staffing.primary.unified", 19, one, violations);
      case "311", "319", "321", "329", "341" -> staffed("staffing.junior.unified", 13.5, one, violations);
      case "342", "349" -> staffed("staffing.senior.unified", 12.5, one, violations);
      default -> { }
    }
  }

  private static void staffed(String standard, double ratio, School one, Violations violations) {
    if (one.students() > ratio * one.staff()) {
      violations.add(standard, one);
    }
  }
}
