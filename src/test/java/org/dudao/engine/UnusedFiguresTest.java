package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.load.FactReader;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is listed as unused decided nothing; what is not listed and is changed changes what is said. */
class UnusedFiguresTest {
  private static final Set<String> KINDS =
      Set.of("schools", "classes", "gradeGroups", "cases", "indicators", "claims", "forms", "projects", "steps", "inspections");

  /** Where a number stands. */
  private record Place(String pointer, ObjectNode holder, String name) {}

  private static List<Place> numbers(JsonNode document) {
    List<Place> places = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : document.properties()) {
      if (KINDS.contains(property.getKey()) && property.getValue() instanceof ArrayNode facts) {
        for (int i = 0; i < facts.size(); i++) {
          collect("/" + property.getKey() + "/" + i, (ObjectNode) facts.get(i), places);
        }
      }
    }
    return places;
  }

  private static void collect(String pointer, ObjectNode node, List<Place> places) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String at = pointer + "/" + property.getKey();
      if (property.getValue().isNumber()) {
        places.add(new Place(at, node, property.getKey()));
      } else if (property.getKey().equals("cells")) {
        collect(at, (ObjectNode) property.getValue(), places);
      }
    }
  }

  private static Facts read(JsonNode document) {
    FactReader.Result result = Shipped.read(document.toString().getBytes(StandardCharsets.UTF_8));
    return result.problems().isEmpty() && result.facts().size() == 1 ? result.facts().get(0) : null;
  }

  /** What was decided, by whom of whom. */
  private static Map<String, String> said(Report report, boolean isDecided) {
    Map<String, String> said = new TreeMap<>();
    for (Finding finding : report.byStandard()) {
      if (!isDecided || finding.outcome() != Outcome.UNKNOWN) {
        said.put(
            finding.standard().id() + finding.standard().region() + finding.subject().kind() + finding.subject().id()
                + finding.facet(),
            finding.outcome() + " " + finding.found() + " " + finding.limit() + " " + finding.difference() + " "
                + finding.operands() + " " + finding.remarks() + " " + finding.missing());
      }
    }
    return said;
  }

  @ParameterizedTest
  @CsvSource({"third-primary, 60", "demo-county, 60", "zhuzhou, 60"})
  void a_changed_number_is_a_changed_report_or_is_listed(String bureau, int most) throws IOException {
    hold(joined(bureau), most, new Random(5));
  }

  @Test
  void a_changed_number_of_a_made_up_county_is_a_changed_report_or_is_listed() {
    for (int seed = 0; seed < 6; seed++) {
      hold(SoundCounty.of(new Random(seed)).document(), 15, new Random(seed));
    }
  }

  private static void hold(ObjectNode document, int most, Random random) {
    Facts facts = read(document);
    Report report = Shipped.CHECKER.check(facts);
    Set<String> listed =
        Shipped.CHECKER.unused(facts).facts().stream()
            .flatMap(fact -> fact.figures().stream())
            .map(figure -> figure.at().pointer())
            .collect(Collectors.toSet());
    List<Place> places = numbers(document);
    Collections.shuffle(places, random);
    for (Place place : places.subList(0, Math.min(most, places.size()))) {
      JsonNode was = place.holder().get(place.name());
      boolean isChanged = false;
      for (int other : new int[] {was.asInt() + 1, 0, 1, was.asInt() * 7 + 13, 999_983}) {
        place.holder().put(place.name(), other);
        Facts changed = read(document);
        if (changed == null) {
          continue;
        }
        Report now = Shipped.CHECKER.check(changed);
        if (listed.contains(place.pointer())) {
          if (other == was.asInt() + 1) {
            Map<String, String> others = said(report, true);
            others.entrySet().removeAll(said(now, true).entrySet());
            assertThat(others).as("%s %s", place.pointer(), other).isEmpty();
          }
          isChanged = true;
          break;
        }
        if (!said(now, false).equals(said(report, false))) {
          isChanged = true;
          break;
        }
      }
      place.holder().set(place.name(), was);
      assertThat(isChanged).as("%s was %s", place.pointer(), was).isTrue();
    }
  }

  private static ObjectNode joined(String bureau) throws IOException {
    ObjectNode all = null;
    try (var files = Files.list(Path.of("fixtures/bureaus", bureau))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        ObjectNode one = (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        if (!one.has("asOf")) {
          continue;
        }
        if (all == null) {
          all = one;
        } else {
          for (Map.Entry<String, JsonNode> property : one.properties()) {
            if (property.getValue() instanceof ArrayNode more) {
              all.withArray(property.getKey()).addAll(more);
            }
          }
          ((ObjectNode) all.get("bureau")).setAll((ObjectNode) one.get("bureau"));
        }
      }
    }
    return all;
  }

  @Test
  void a_figure_for_which_there_is_no_standard_is_listed_and_one_that_is_judged_is_not() {
    Facts facts =
        World.facts(
            "CN-430203", "2024-06-30",
            "\"schools\": [{\"id\": \"s\", \"type\": \"211\", \"built\": \"1990-01-01\"}], \"classes\": [{\"id\": \"c\","
                + " \"school\": \"s\", \"stage\": \"PRIMARY\", \"grade\": 1, \"students\": 40}],"
                + "\"indicators\": [{\"id\": \"i\", \"name\": \"x\", \"value\": 7}]");
    Unused unused = Shipped.CHECKER.unused(facts);
    assertThat(unused.allFacts()).isEqualTo(4);
    assertThat(unused.facts().stream().flatMap(fact -> fact.figures().stream()).map(Unused.Figure::component))
        .contains("value").doesNotContain("students", "grade");
    assertThat(unused.facts().stream().filter(Unused.Fact::isWhole).map(fact -> fact.subject().id())).containsExactly("b", "i");
  }
}
