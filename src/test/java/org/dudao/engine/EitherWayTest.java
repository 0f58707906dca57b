package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.engine.drools.RuleBase;
import org.dudao.load.InputException;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.RemarkCode;
import org.dudao.report.Report;
import org.junit.jupiter.api.Test;

/** Where it is not known which of several limits are for a fact, what holds for all that it may be is told, and nothing else. */
class EitherWayTest {
  private static final int TIMES = 400;
  private static final List<String> SCOPES =
      List.of(
          "", "grade<=2", "grade>=3", "grade>=3 grade<=6", "grade>=7", "infant", "!infant", "core grade<=3", "core", "!core",
          "rural", "city|town", "city", "town|rural", "infant|core", "teachers<2.5", "teachers>=2.5", "age-2", "small-class");

  /** What components of the class or its school may be, as far as the scopes above tell it apart. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "grade", IntStream.rangeClosed(-1, 13).mapToObj(Integer::toString).toList(),
          "infant", List.of("true", "false"),
          "core", List.of("true", "false"),
          "setting", List.of("\"CITY\"", "\"TOWN\"", "\"RURAL\""),
          "teachers", List.of("0", "2.499", "2.5", "9"),
          "ageGroup", List.of("\"AGE_2\"", "\"SMALL_CLASS\"", "\"MIDDLE_CLASS\""));

  @Test
  void it_is_broken_whichever_applies_where_it_is_broken_in_every_case() throws InputException {
    Random random = new Random(12);
    RuleBase book = Probe.book(Probe.STUDENTS);
    int certain = 0;
    int open = 0;
    for (int i = 0; i < TIMES; i++) {
      List<String> table = table(random);
      Checker checker = Checker.of(book, World.limits(table.toArray(String[]::new)), Shipped.CALENDARS);
      Map<String, String> told = told(random);
      List<String> hidden = VALUES.keySet().stream().sorted().filter(name -> random.nextInt(3) == 0).toList();
      Map<String, String> incomplete = new LinkedHashMap<>(told);
      hidden.forEach(incomplete::remove);

      Report report = check(checker, incomplete);
      List<Report> cases = completions(incomplete, hidden).stream().map(one -> check(checker, one)).toList();

      String which = table + " of " + incomplete;
      boolean isBrokenInAll = cases.stream().allMatch(one -> !ids(one, Outcome.FAIL).isEmpty());
      assertThat(!ids(report, Outcome.FAIL).isEmpty()).as(which).isEqualTo(isBrokenInAll);
      for (String id : ids(report, Outcome.PASS)) {
        assertThat(cases).as(which + ": " + id).noneMatch(one -> ids(one, Outcome.FAIL).contains(id));
      }
      for (Finding finding : report.byStandard()) {
        if (tells(finding, RemarkCode.WHICHEVER_APPLIES)) {
          certain++;
          assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
          assertThat(cases).as(which).anyMatch(one -> ids(one, Outcome.FAIL).contains(finding.standard().id()));
          assertThat(cases).as(which).allMatch(one -> farthest(one) >= distance(finding));
        }
      }
      open += ids(report, Outcome.UNKNOWN).size();
    }
    assertThat(certain).as("how often it was certain").isGreaterThan(TIMES / 40);
    assertThat(open).as("how often it was not").isGreaterThan(TIMES / 4);
  }

  /** As many caps as scopes, each below or above the class. */
  private static List<String> table(Random random) {
    List<String> table = new ArrayList<>();
    int rows = 2 + random.nextInt(4);
    for (int row = 0; row < rows; row++) {
      String scope = SCOPES.get(1 + random.nextInt(SCOPES.size() - 1));
      table.add("cn: probe.r" + row + ", probe.students, " + scope + ", " + (20 + random.nextInt(20)) + ", students, must");
      if (random.nextInt(4) == 0) {
        // A nearer region's version, for some only.
        String nearer = SCOPES.get(random.nextInt(SCOPES.size()));
        table.add(
            "cn-43: probe.r" + row + ", probe.students, " + nearer + ", " + (20 + random.nextInt(20)) + ", students, must");
      }
    }
    return table;
  }

  private static Map<String, String> told(Random random) {
    Map<String, String> told = new LinkedHashMap<>();
    VALUES.forEach((name, values) -> told.put(name, values.get(random.nextInt(values.size()))));
    told.put("students", Integer.toString(20 + random.nextInt(22)));
    return told;
  }

  private static List<Map<String, String>> completions(Map<String, String> incomplete, List<String> hidden) {
    List<Map<String, String>> all = new ArrayList<>(List.of(incomplete));
    for (String name : hidden) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> one : all) {
        for (String value : VALUES.get(name)) {
          Map<String, String> fuller = new LinkedHashMap<>(one);
          fuller.put(name, value);
          more.add(fuller);
        }
      }
      all = more;
    }
    return all;
  }

  private static Report check(Checker checker, Map<String, String> told) {
    String ofClass =
        told.entrySet().stream()
            .filter(one -> !one.getKey().equals("setting"))
            .map(one -> ", \"" + one.getKey() + "\": " + one.getValue())
            .sorted()
            .collect(Collectors.joining());
    String setting = told.containsKey("setting") ? ", \"setting\": " + told.get("setting") : "";
    return checker.check(
        World.facts(
            "CN-43", "2024-06-30",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\"" + setting + "}], \"classes\": [{\"id\": \"c\", \"school\": \"s\","
                + " \"stage\": \"SPECIAL\"" + ofClass + "}]"));
  }

  private static Set<String> ids(Report report, Outcome outcome) {
    return report.byStandard().stream()
        .filter(finding -> finding.outcome() == outcome)
        .map(finding -> finding.standard().id())
        .collect(Collectors.toSet());
  }

  private static int farthest(Report report) {
    return report.byStandard().stream()
        .filter(finding -> finding.outcome() == Outcome.FAIL)
        .mapToInt(EitherWayTest::distance)
        .max()
        .orElse(-1);
  }

  private static int distance(Finding finding) {
    return Integer.parseInt(finding.difference().text());
  }

  private static boolean tells(Finding finding, RemarkCode code) {
    return finding.remarks().stream().anyMatch(remark -> remark.code() == code);
  }
}
