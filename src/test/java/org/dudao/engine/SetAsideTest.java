package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.JoinedDocuments;
import org.dudao.Shipped;
import org.dudao.SpoiledCounty;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.load.FactReader;
import org.dudao.report.Finding;
import org.dudao.report.Report;
import org.dudao.report.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One bad fact, whatever is wrong with it, is told first and once; all others are judged as if it were sound. */
class SetAsideTest {
  private static final int TIMES = 6;
  private static final Set<FactKind> JUDGED_WITHOUT = Set.of(FactKind.CLASS, FactKind.CASE);

  @ParameterizedTest
  @EnumSource
  void one_bad_fact_does_not_unjudge_a_county(SpoiledCounty.Way way) throws IOException {
    Random random = new Random(way.ordinal());
    ObjectNode county =
        JoinedDocuments.of(Shipped.FIXTURES.resolve("bureaus/demo-county")).get(0);
    Report before = Shipped.CHECKER.check(Shipped.facts(bytes(county)));
    for (int i = 0; i < TIMES; i++) {
      SpoiledCounty spoiled = SpoiledCounty.of(county, way, random);
      FactReader.Result read =
          new FactReader(Shipped.CODES, null, new ByteArrayInputStream(bytes(spoiled.document()))).read(List.of("-"));
      assertThat(read.others()).isEmpty();
      assertThat(read.facts()).hasSize(1);
      Facts facts = read.facts().get(0);
      String which = way + " of " + spoiled.kind() + " " + spoiled.id();

      Map<FactKind, List<String>> referring = referring(county, spoiled);
      assertTold(which, facts, spoiled, referring);
      assertUsed(which, facts, county, spoiled, referring);
      Report after = Shipped.CHECKER.check(facts);
      assertThat(after.verdict(Level.MUST)).as(which).isEqualTo(Verdict.UNREADABLE);
      Set<String> dependent = dependent(county, spoiled, referring);
      assertThat(told(after, dependent)).as(which).isEqualTo(told(before, dependent));
    }
  }

  private static byte[] bytes(ObjectNode document) {
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The ids of the facts that refer to the spoiled one, and of those that refer to them. */
  private static Map<FactKind, List<String>> referring(ObjectNode county, SpoiledCounty spoiled) {
    Map<FactKind, List<String>> referring = new EnumMap<>(FactKind.class);
    for (FactKind kind : FactKind.values()) {
      county.path(kind.property()).valueStream()
          .filter(fact -> kind != FactKind.BUREAU && spoiled.isReferredToBy(fact, kind))
          .forEach(fact -> referring.computeIfAbsent(kind, key -> new ArrayList<>()).add(fact.get("id").asString()));
    }
    return referring;
  }

  private static void assertTold(
      String which, Facts facts, SpoiledCounty spoiled, Map<FactKind, List<String>> referring) {
    List<Problem> problems = facts.problems();
    assertThat(problems).as(which).hasSize(referring.isEmpty() ? 1 : 2);
    assertThat(problems.get(0).at().pointer()).as(which)
        .startsWith("/" + spoiled.kind().property() + "/" + spoiled.number());
    if (!referring.isEmpty()) {
      assertThat(problems.get(1).code()).as(which).isEqualTo(ProblemCode.HANGS_ON);
      assertThat(problems.get(1).at()).as(which).isEqualTo(problems.get(0).at());
      assertThat(problems.get(1).arguments().get(0)).as(which)
          .hasToString(String.valueOf(referring.values().stream().mapToInt(List::size).sum()));
    }
  }

  /** All facts are there but the spoiled one, or both that bear its id, and those that need it. */
  private static void assertUsed(
      String which, Facts facts, ObjectNode county, SpoiledCounty spoiled, Map<FactKind, List<String>> referring) {
    for (FactKind kind : FactKind.values()) {
      if (kind == FactKind.BUREAU) {
        continue;
      }
      List<String> expected = county.path(kind.property()).valueStream()
          .map(fact -> fact.get("id").asString())
          .filter(id -> kind != spoiled.kind() || !id.equals(spoiled.id()))
          .filter(id -> JUDGED_WITHOUT.contains(kind) || !referring.getOrDefault(kind, List.of()).contains(id))
          .toList();
      assertThat(facts.of(kind)).as(which + ": " + kind).extracting(Subject::id).isEqualTo(expected);
      int submitted = spoiled.document().path(kind.property()).size();
      assertThat(facts.setAside().getOrDefault(kind, 0)).as(which + ": " + kind)
          .isEqualTo(submitted - expected.size());
    }
  }

  /** Whom the spoiled fact is judged with: what it belongs to, what belongs to that, and what refers to it. */
  private static Set<String> dependent(
      ObjectNode county, SpoiledCounty spoiled, Map<FactKind, List<String>> referring) {
    JsonNode fact = county.get(spoiled.kind().property()).get(spoiled.number());
    Set<String> dependent =
        Stream.of("school", "of").filter(fact::has).map(name -> fact.get(name).asString())
            .collect(Collectors.toSet());
    // A group of grades is held against the classes of its school.
    county.path(FactKind.GRADE_GROUP.property()).valueStream()
        .filter(group -> dependent.contains(group.path("school").asString()))
        .forEach(group -> dependent.add(group.get("id").asString()));
    dependent.add(spoiled.id());
    referring.values().forEach(dependent::addAll);
    return dependent;
  }

  /** What is said of all but the bureau, and but of those. */
  private static List<String> told(Report report, Set<String> dependent) {
    return report.byStandard().stream()
        .filter(finding -> !finding.subject().kind().equals(FactKind.BUREAU.word()))
        .filter(finding -> !dependent.contains(finding.subject().id()))
        .map(SetAsideTest::told)
        .toList();
  }

  private static String told(Finding finding) {
    return Stream.of(
            finding.id(), finding.outcome(), finding.found(), finding.limit(), finding.difference(), finding.missing(),
            finding.remarks())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
