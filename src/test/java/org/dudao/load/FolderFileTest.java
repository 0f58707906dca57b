package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missed when it is not read, and what is not. */
class FolderFileTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "a.json", "a.jsonl", "a.ndjson", "a.json.gz", "b/A.JSON", "A.JSON.GZ", "A.Jsonl.gz", "report.json",
      "explanations.json", "README.json"})
  void facts_are_read_whatever_the_case_of_their_endings(String path) {
    assertThat(FolderFile.of(path)).isEqualTo(FolderFile.FACTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "README", "README.md", "b/readme.zh.txt", "LICENSE", "report.txt", "report.en.html", "Reports.pdf",
      "report-2024.html", "options.txt", "explanations.md", "报告.docx", "说明.txt", ".hidden", ".a.json.swp", ".git/HEAD",
      "b/.git/objects/pack", "_SUCCESS", "Thumbs.db"})
  void companions_are_not_missed(String path) {
    assertThat(FolderFile.of(path)).isEqualTo(FolderFile.COMPANION);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "a.json.bak", "a.txt", "b/a.geojson", "a", "a.json~", "a.json.zip", "a.json.gz.part", "a.csv", "a.xlsx", "a.gz",
      "a.json.bz2", "report.json.bak", "reporting.txt", "a.JSON.BAK", "报告单.txt", "a.json5"})
  void all_else_may_have_been_meant(String path) {
    assertThat(FolderFile.of(path)).isEqualTo(FolderFile.OTHER);
  }
}
