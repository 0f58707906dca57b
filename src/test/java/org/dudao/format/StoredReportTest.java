package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.dudao.report.Outcome;
import org.dudao.report.StoredFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings are read from reports of every version of the contract. */
class StoredReportTest {
  private static final Path GOLDENS = Path.of("src/test/resources/org/dudao/format");

  @ParameterizedTest
  @ValueSource(strings = {"report-1.en.json", "report.en.json", "report.zh.json"})
  void reports_of_all_versions_are_read(String name) throws Exception {
    List<StoredFinding> findings = StoredReport.findings(source(Files.readString(GOLDENS.resolve(name))));
    assertThat(findings).hasSize(SampleReport.report().findings().size());
    assertThat(findings).extracting(StoredFinding::outcome).contains(Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS);
    assertThat(findings)
        .filteredOn(one -> one.subject().equals("c1") && one.standard().equals("class-size.primary.max")
            && one.bureau().equals("zz"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.fingerprint()).isEqualTo("f00d12");
          assertThat(one.level()).isEqualTo(Level.MUST);
          assertThat(one.kind()).isEqualTo("class");
          assertThat(one.name()).isEqualTo("一年级1班 <&\"'>");
          assertThat(one.message()).contains("57").contains("55");
          assertThat(one.at().line()).isGreaterThan(1);
        });
    assertThat(findings).anySatisfy(one -> assertThat(one.name()).isNull());
  }

  @Test
  void what_is_no_report_of_a_known_version_is_told_with_its_place() {
    assertThat(faults("{\n  \"format\": \"dudao-report/3\"}"))
        .containsExactly("r.json:2:13 report-format [dudao-report/3, dudao-report/1, dudao-report/2]");
    assertThat(faults("{}")).containsExactly("r.json:1:1 report-format [, dudao-report/1, dudao-report/2]");
    assertThat(faults("[")).singleElement().asString().startsWith("r.json:1:");
  }

  @Test
  void each_part_of_a_finding_that_is_missing_or_unknown_is_told_with_its_place() {
    assertThat(faults("""
        {"format": "dudao-report/2", "findings": [
          {"standard": "a.b", "outcome": "FAILED", "level": "must", "bureau": "b", "message": "m"}]}"""))
        .containsExactly("r.json:2:3 required [subject]", "r.json:2:34 unknown-constant [FAILED, FAIL, PASS, QUERY, UNKEPT, UNKNOWN]");
    assertThat(faults("{\"format\": \"dudao-report/1\"}")).containsExactly("r.json:1:1 required [findings]");
  }

  private static List<String> faults(String text) {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> StoredReport.findings(source(text)));
    return refused.problems().stream().map(StoredReportTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.at() + " " + problem.code().text().replace(".near", "") + " " + problem.arguments();
  }

  private static Source source(String text) {
    return new Source("r.json", "r.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
