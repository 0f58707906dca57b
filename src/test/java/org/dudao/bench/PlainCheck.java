package org.dudao.bench;

import java.util.ArrayList;
import java.util.List;

/** One of the reference program's checks of a county: goes through its facts, and keeps what it finds of them. */
abstract class PlainCheck {
  final County county;
  final List<PlainFinding> findings = new ArrayList<>();
  /** The subject of which is told. */
  int kind;
  String id;
  int pass;

  PlainCheck(County county) {
    this.county = county;
  }

  /** What is not kept or not known, in the order of a report. */
  final List<PlainFinding> findings() {
    bureau();
    county.schools.forEach(this::school);
    county.classes.forEach(this::schoolClass);
    county.gradeGroups.forEach(this::gradeGroup);
    county.cases.forEach(this::oneCase);
    county.steps.forEach(this::step);
    county.inspections.forEach(this::inspection);
    county.indicators.forEach(this::indicator);
    findings.sort(null);
    return findings;
  }

  final int pass() {
    return pass;
  }

  final int fail() {
    return count(PlainFinding.FAIL);
  }

  final int unknown() {
    return count(PlainFinding.UNKNOWN);
  }

  private int count(String outcome) {
    return (int) findings.stream().filter(finding -> finding.outcome().equals(outcome)).count();
  }

  abstract void bureau();

  abstract void school(County.School one);

  abstract void schoolClass(County.SchoolClass one);

  abstract void gradeGroup(County.GradeGroup one);

  abstract void oneCase(County.Case one);

  abstract void step(County.Step one);

  abstract void inspection(County.Inspection one);

  abstract void indicator(County.Indicator one);

  /** What is found from now on is found of that subject. */
  void begin(int kindOfSubject, String idOfSubject) {
    kind = kindOfSubject;
    id = idOfSubject;
  }
}
