package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTableTest {
  private static List<String> rows() throws IOException {
    try (InputStream table = RegionTable.class.getResourceAsStream("regions.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  @Test
  void every_code_lies_in_one_that_is_there_and_what_came_after_it_is_borne() throws IOException {
    List<String> rows = rows();
    assertThat(rows).hasSizeGreaterThan(6_000).isSorted().doesNotHaveDuplicates();
    for (String row : rows) {
      String code = "CN-" + row.substring(0, 6);
      RegionTable.Division division = RegionTable.find(code).orElseThrow();
      assertThat(division.code()).isEqualTo(code);
      assertThat(division.name()).isNotBlank();
      assertThat(RegionTable.find(code.substring(0, 5))).as(code).isPresent();
      assertThat(division.until()).isBetween(0, 2100);
      assertThat(division.now()).allSatisfy(now -> assertThat(RegionTable.find(now).orElseThrow().until()).isZero());
      if (division.until() == 0) {
        assertThat(division.now()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CN-43, CN-430000 湖南省",
    "CN-4302, CN-430200 株洲市",
    "CN-430200, CN-430200 株洲市",
    "CN-430203, CN-430203 芦淞区",
    "CN-430299,",
    "CN-99,",
    "CN-4302000,",
    "CN-,",
    "CN,",
    "US-430203,"
  })
  void a_code_is_found_with_and_without_its_last_zeros(String region, String division) {
    assertThat(RegionTable.find(region).map(RegionTable.Division::toString)).isEqualTo(Optional.ofNullable(division));
  }

  /** Another digit, or two swapped. */
  @Test
  void whoever_slips_in_a_code_is_told_one_that_is_borne() throws IOException {
    Random random = new Random(6);
    List<String> rows = rows().stream().filter(row -> row.split(",", -1)[2].isEmpty()).toList();
    int slips = 0;
    for (int i = 0; i < 300; i++) {
      String code = rows.get(random.nextInt(rows.size())).substring(0, 6);
      StringBuilder slip = new StringBuilder(code);
      int at = random.nextInt(6);
      if (random.nextBoolean() || at == 5) {
        slip.setCharAt(at, (char) ('0' + random.nextInt(10)));
      } else {
        slip.setCharAt(at, code.charAt(at + 1));
        slip.setCharAt(at + 1, code.charAt(at));
      }
      if (RegionTable.find("CN-" + slip).isEmpty()) {
        slips++;
        RegionTable.Division near = RegionTable.nearest("CN-" + slip).orElseThrow();
        assertThat(near.until()).as(near.code()).isZero();
        assertThat(NearestName.isSlip("CN-" + slip, near.code())).isTrue();
      }
    }
    assertThat(slips).isGreaterThan(100);
  }

  @Test
  void of_several_near_codes_that_of_the_same_prefecture_is_told() {
    assertThat(RegionTable.nearest("CN-430205").orElseThrow().code()).startsWith("CN-4302");
  }

  @Test
  void what_holds_a_code_that_nobody_knows_is_told() {
    assertThat(RegionTable.around("CN-430299").orElseThrow().code()).isEqualTo("CN-430200");
    assertThat(RegionTable.around("CN-439999").orElseThrow().code()).isEqualTo("CN-430000");
    assertThat(RegionTable.around("CN-999999")).isEmpty();
  }

  @Test
  void codes_of_other_countries_are_codes_too() {
    for (String country : Locale.getISOCountries()) {
      assertThat(Region.isCode(country)).isTrue();
    }
  }
}
