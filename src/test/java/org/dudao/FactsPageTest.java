package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import org.dudao.fact.Language;
import org.dudao.fact.Measures;
import org.dudao.format.Messages;
import org.junit.jupiter.api.Test;

/** The page of all facts is what the records, the catalogue of words and the rules say today. */
class FactsPageTest {
  @Test
  void the_page_is_up_to_date() {
    Golden.check(FactsPage.FILE, FactsPage.text());
  }

  @Test
  void every_property_measure_and_code_is_there() {
    String page = FactsPage.text();
    for (FactKind kind : FactKind.values()) {
      assertThat(page).contains("\n## " + kind.word() + "\n");
      assertThat(Measures.names(kind.type())).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }
    Shipped.CODES.lists().values().forEach(codes ->
        assertThat(codes.keySet()).allSatisfy(code -> assertThat(page).contains("| `" + code + "` |")));
    Shipped.CODES.forms().values().forEach(cells ->
        assertThat(cells.keySet()).allSatisfy(cell -> assertThat(page).contains("| `" + cell + "` |")));
  }

  /** Who reads the page and reports in its unit must be judged in that unit. */
  @Test
  void units_of_the_catalogue_are_those_of_the_limits() {
    List<String> different = new ArrayList<>();
    FactsPage.units().forEach((type, measures) -> measures.forEach((measure, units) -> {
      for (Messages language : List.of(Messages.of(Language.ZH), Messages.of(Language.EN))) {
        if (language.has("unit-of." + measure)
            && units.stream().noneMatch(unit -> named(language, unit).equals(language.text("unit-of." + measure)))) {
          different.add(type.getSimpleName() + "." + measure + ": " + units);
        }
      }
    }));
    assertThat(different).isEmpty();
  }

  @Test
  void every_unit_of_the_catalogue_is_of_a_measure() {
    Set<String> names =
        Stream.of(FactKind.values())
            .flatMap(kind -> Measures.names(kind.type()).stream())
            .collect(Collectors.toSet());
    assertThat(Messages.of(Language.EN).bundle().keySet().stream().filter(id -> id.startsWith("unit-of.")))
        .isNotEmpty()
        .allMatch(id -> names.contains(id.substring("unit-of.".length())));
  }

  private static String named(Messages language, String unit) {
    String id = "unit." + unit.replace(' ', '-');
    return language.has(id) ? language.text(id) : unit;
  }
}
