package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of one's own change the shipped ones where they say so, and nowhere else; and each run tells it. */
class LayersTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String HEADER =
      "id,rule,applies_to,value,unit,level,from,until,title,title_en,document,clause,remedy,dated_by,ref,effect\n";
  private static final String DESIGN = "class-size.primary.design";
  /** That of the shipped table, but for its effect. */
  private static final String SHIPPED =
      DESIGN + ",class-size.students,primary,45,students,should,2012-01-01,,班额,Size,中小学校设计规范(GB 50099-2011),3.0.1第1款,,,,";

  @TempDir private Path folder;

  private void table(String path, String... rows) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
  }

  private Run check(String region, String asOf, String standard, String... options) {
    String facts =
        """
        {"bureau":{"id":"b","region":"%s"},"asOf":"%s",
         "schools":[{"id":"s","type":"211","area":"HEJIATU"},{"id":"r","type":"211","area":"HETAI"},
           {"id":"u","type":"211"}],
         "classes":[{"id":"c","school":"s","stage":"PRIMARY","grade":1,"students":47},
           {"id":"d","school":"r","stage":"PRIMARY","grade":1,"students":47},
           {"id":"e","school":"u","stage":"PRIMARY","grade":1,"students":47}]}
        """;
    List<String> line = new ArrayList<>(List.of("check", "-", "--lang", "en", "--rules", folder.toString()));
    if (!standard.isEmpty()) {
      line.addAll(List.of("--standard", standard));
    }
    line.addAll(List.of(options));
    return Run.withInput(facts.formatted(region, asOf), line.toArray(String[]::new));
  }

  /** The outcomes of the classes, such as {@code c FAIL 45}; of passes none. */
  private List<String> outcomes(String region, String asOf) {
    Run run = check(region, asOf, DESIGN, "--format", "json");
    assertThat(run.out()).as(run.err()).startsWith("{");
    return JSON.readTree(run.out()).get("findings").valueStream()
        .map(one ->
            one.at("/subject/id").asString() + " " + one.get("outcome").asString() + " " + one.get("limit").asString())
        .toList();
  }

  private String refused() {
    Run run = check("CN-430200", "2026-06-30", "");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    return run.err();
  }

  @Test
  void one_row_in_a_table_that_is_shipped_deletes_no_other() throws IOException {
    table(
        "cn-4302/class-size.csv",
        "class-size.primary.city,class-size.students,primary,42,students,must,2012-09-01,,本市小学班额,City,文件,一,,,,");
    Run run = check("CN-430200", "2012-12-31", "", "--topic", "class-size", "--format", "json");
    List<String> ids =
        JSON.readTree(run.out()).get("standards").valueStream().map(one -> one.get("id").asString()).toList();
    assertThat(ids).contains("class-size.primary.city", "class-size.compulsory", "class-size.compulsory.stated");
    assertThat(run.err()).contains("limits added (1): class-size.primary.city (CN-4302)");
  }

  @Test
  void who_replaces_cuts_the_older_version_and_deletes_none_of_it() throws IOException {
    table(
        "cn/class-size.csv",
        SHIPPED.replace(",45,", ",48,").replace("2012-01-01,,", "2025-01-01,2027-01-01,") + "replaces");
    List<String> before = List.of("c FAIL 45", "d FAIL 45", "e FAIL 45");
    assertThat(outcomes("CN-430200", "2024-12-31")).isEqualTo(before);
    assertThat(outcomes("CN-430200", "2025-01-01")).isEmpty();
    assertThat(outcomes("CN-430200", "2026-12-31")).isEmpty();
    assertThat(outcomes("CN-430200", "2027-01-01")).isEqualTo(before);
  }

  @Test
  void who_replaces_in_a_nearer_region_loosens_there_alone() throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(",45,", ",48,") + "replaces");
    assertThat(outcomes("CN-430200", "2026-06-30")).isEmpty();
    assertThat(outcomes("CN-440300", "2026-06-30")).hasSize(3);
  }

  @Test
  void who_withdraws_does_so_in_his_region_and_time() throws IOException {
    table(
        "cn-43/class-size.csv",
        DESIGN + ",class-size.students,,,,,2025-01-01,2027-01-01,班额,Size,省文件,第一条,,,,withdraws");
    assertThat(outcomes("CN-430200", "2024-12-31")).hasSize(3);
    assertThat(outcomes("CN-430200", "2025-01-01")).isEmpty();
    assertThat(outcomes("CN-430200", "2027-01-01")).hasSize(3);
    assertThat(outcomes("CN-440300", "2026-01-01")).hasSize(3);
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err()).contains("limits withdrawn (1): " + DESIGN + " (CN-43)");
  }

  /** Of the third school it is not known where in the county it lies. */
  @Test
  void who_exempts_frees_those_he_names_and_leaves_the_others_bound() throws IOException {
    table(
        "cn-43/class-size.csv",
        DESIGN + ",class-size.students,hetai,,,,2025-01-01,,班额,Size,省文件,第一条,,,,exempts");
    assertThat(outcomes("CN-430200", "2024-12-31")).containsExactly("c FAIL 45", "d FAIL 45", "e FAIL 45");
    assertThat(outcomes("CN-430200", "2026-06-30")).containsExactly("c FAIL 45", "e UNKNOWN 45");
    assertThat(outcomes("CN-440300", "2026-06-30")).hasSize(3);
  }

  @Test
  void a_row_that_says_the_same_is_the_same() throws IOException {
    table("cn/class-size.csv", SHIPPED.replace("班额,Size", "另一个名称,Another name"));
    Run run = check("CN-430200", "2026-06-30", DESIGN);
    assertThat(run.out()).contains("Another name");
    assertThat(run.err()).doesNotContain("limits");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ,45,        | ,48,
      ,should,    | ,must,
      2012-01-01, | 2013-01-01,
      ,primary,   | ,primary rural,
      3.0.1第1款 | 3.0.2
      """)
  void a_row_that_says_something_else_without_a_word_is_refused_with_both_places(String said, String other)
      throws IOException {
    table("cn/class-size.csv", SHIPPED.replace(said, other));
    assertThat(refused()).contains("rules/cn/class-size.csv:2:1", "cn/class-size.csv:2:1", "replaces");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      ,45,|,42,|-
      ,45,|,45,|-
      ,45,|,48,|demands less
      should|note|demands less
      should|must|-
      students|classes|cannot be told
      ,45,|,45.5,|demands less
      """)
  void a_nearer_region_tightens_freely_and_loosens_with_a_word(String said, String other, String told)
      throws IOException {
    String one = "," + said.replace(",", "") + ",";
    table("cn-43/class-size.csv", SHIPPED.replace(one, "," + other.replace(",", "") + ","));
    if (told == null) {
      assertThat(check("CN-430200", "2026-06-30", DESIGN).code()).isNotEqualTo(3);
    } else {
      assertThat(refused()).contains(told, "rules/cn/class-size.csv:2:1", "replaces");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      class-size.primary.desing,class-size.students,,,,,,,班额,,文件,一,,,,withdraws | did you mean class-size.primary.design
      class-size.primary.design,class-size.students,,,,,,2011-01-01,班额,,文件,一,,,,withdraws | on days on which none
      class-size.primary.design,class-size.students,,,,,,,班额,,文件,,,,,withdraws          | (L2)
      class-size.primary.design,class-size.students,rural,,,,,,班额,,文件,一,,,,withdraws   | write exempts
      class-size.primary.design,class-size.students,,,,,,,班额,,文件,一,,,,exempts          | (C2)
      class-size.primary.design,class-size.mean,rural,,,,,,班额,,文件,一,,,,exempts         | class-size.students
      class-size.primary.design,class-size.students,primary,,,,,,班额,,文件,一,,,,replaces  | (D2)
      class-size.primary.design,class-size.students,rural,,,,,,班额,,文件,一,,,,exempt      | did you mean exempts?
      """)
  void a_word_that_meets_nothing_or_lacks_its_grounds_is_refused(String row, String told) throws IOException {
    table("cn-43/class-size.csv", row);
    assertThat(refused()).contains(told);
  }

  /** The cap by which shares of large classes are counted, made a note in a province. */
  @Test
  void what_rules_name_is_not_moved_unseen() throws IOException {
    String large = "class-size.large,class-size.large,primary|junior,99,students,note,,,大班额,Large,文件,一,,,,";
    table("cn-43/class-size.csv", large);
    assertThat(refused()).contains("class-size.large is what other rules measure by (class-size.large-share");
    table("cn-43/class-size.csv", large + "replaces");
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err())
        .contains("warning: other rules measure by class-size.large (CN-43)", "class-size.large.share");
    table("cn-43/class-size.csv", large.replace("99,students,note", ",,") + "withdraws");
    assertThat(refused()).contains("without it they would judge nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "class-size.csv", "cn-43/class-size.CSV", "cn-43/Class-Size.csv", "cn-43/class-size (1).csv",
      "cn-43/class-size - 副本.csv", "cn-43/副本class-size.csv", "cn-43/class-size.xlsx", "cn-43/class-size.xls",
      "cn-43/class-size.ods", "cn-43/class-size.et", "cn-43/class-size.DRL", "cn-43/class-size.csv.txt",
      "cn-43/class-size.csv.bak", "cn-43/old/class-size.csv", "cn-430/class-size.csv", "CN-43/class-size.csv",
      "湖南/class-size.csv", "rules/cn-43/class-size.csv", "cn-43/class_size.csv", "ｃｎ/class-size.csv",
      "calenders/cn.csv", "class-size.xlsx", "cn 43/class-size.csv"})
  void what_would_be_law_under_another_name_is_refused(String path) throws IOException {
    table("cn-43/funding.csv");
    table(path, SHIPPED);
    assertThat(refused()).contains("--> " + folder.resolve(path).toString().replace('\\', '/'));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "cn-43/~$class-size.xlsx", "cn-43/.~lock.class-size.csv#", "cn-43/class-size.csv.bak", "cn-43/class-size.xlsx",
      "cn-43/plan.pptx", "plan.pptx", "figures/plan.pptx"})
  void what_is_no_law_anyhow_is_noted(String path) throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(DESIGN, "class-size.own"));
    table(path, SHIPPED);
    Run run = check("CN-430200", "2026-06-30", DESIGN, "--format", "json");
    JsonNode problem = JSON.readTree(run.out()).get("problems").get(0);
    assertThat(problem.at("/at/file").asString()).isEqualTo(folder.resolve(path).toString().replace('\\', '/'));
    assertThat(run.code()).as("nothing of the law is missing").isIn(0, 1, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "cases/cn-43/class-size.csv", "CHANGELOG.md", "LEFT-OUT.csv", "REFS.csv", "VERIFIED.csv", "README.md",
      ".git/config", "cn-43/notes.txt"})
  void what_is_known_to_be_no_table_is_not_told(String path) throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(DESIGN, "class-size.own"));
    table(path, "x");
    Run run = check("CN-430200", "2026-06-30", DESIGN, "--format", "json");
    assertThat(JSON.readTree(run.out()).get("problems")).isEmpty();
  }

  @Test
  void a_link_that_leads_back_and_one_that_leads_nowhere_are_refused() throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(DESIGN, "class-size.own"));
    Path link = Files.createSymbolicLink(folder.resolve("cn-43/more"), folder);
    assertThat(refused()).contains("leads back");
    Files.delete(link);
    Files.createSymbolicLink(folder.resolve("cn-43/funding.csv"), folder.resolve("nowhere.csv"));
    assertThat(refused()).contains("cn-43/funding.csv");
  }

  @Test
  void a_linked_folder_of_a_region_is_read(@TempDir Path elsewhere) throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(",45,", ",42,"));
    Files.move(folder.resolve("cn-43"), elsewhere.resolve("tables"));
    Files.createSymbolicLink(folder.resolve("cn-43"), elsewhere.resolve("tables"));
    assertThat(outcomes("CN-430200", "2026-06-30")).contains("c FAIL 42");
  }

  @Test
  void an_edited_copy_of_the_book_is_read_alone_and_what_it_lacks_is_told() throws IOException {
    copyOfShipped();
    Path edited = folder.resolve("cn/class-size.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(edited));
    lines.removeIf(line -> line.startsWith("class-size.junior.rural,"));
    lines.replaceAll(line -> line.startsWith(DESIGN + ",") ? line.replace(",45,", ",48,") : line);
    Files.write(edited, lines);
    assertThat(outcomes("CN-430200", "2026-06-30")).isEmpty();
    Run run = check("CN-430200", "2026-06-30", DESIGN, "--format", "json");
    assertThat(run.err())
        .contains("an edition of one's own")
        .contains("warning: shipped limits that are missing (1): class-size.junior.rural (CN)")
        .contains(DESIGN + " (CN) [value 45 -> 48]");
    JsonNode own = JSON.readTree(run.out()).at("/rules/own");
    assertThat(own.get("edition").asBoolean()).isTrue();
    assertThat(own.at("/changes/0/cells/0/after").asString()).isEqualTo("48");
    assertThat(own.get("lacks").get(0).asString()).isEqualTo("class-size.junior.rural (CN)");
  }

  @Test
  void an_unedited_copy_of_the_book_changes_nothing() throws IOException {
    copyOfShipped();
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err()).hasLineCount(1).contains("edition");
  }

  private void copyOfShipped() throws IOException {
    Path rules = Path.of("rules");
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(rules.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void a_rule_takes_the_place_of_that_of_its_name_and_the_others_of_its_file_stay() throws IOException {
    String shipped = Files.readString(Path.of("rules/cn/class-size.drl"));
    int start = shipped.indexOf("rule \"class-size.students\"");
    String rule = shipped.substring(start, shipped.indexOf("\nend", start) + "\nend\n".length());
    String own = shipped.substring(0, shipped.indexOf("rule \"")) + rule.replace("isAtMost", "isAtLeast");
    Path file = Files.createDirectories(folder.resolve("cn")).resolve("class-size.drl");
    Files.writeString(file, own);
    assertThat(outcomes("CN-430200", "2026-06-30")).isEmpty();
    Run run = check("CN-430200", "2026-06-30", "class-size.large");
    assertThat(run.err()).contains("shipped rules written otherwise (1): class-size.students");
    Files.writeString(file, shipped + "\n// a remark\n");
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err()).doesNotContain("otherwise");
  }

  @Test
  void a_day_of_the_calendar_that_is_told_below_cannot_be_told_otherwise() throws IOException {
    String header = "kind,from,to,name,document\n";
    Path calendar = Files.createDirectories(folder.resolve("calendars")).resolve("cn.csv");
    Files.writeString(calendar, header + "holiday,2024-02-10,2024-02-17,春节,x\n");
    assertThat(check("CN-430200", "2026-06-30", DESIGN).code()).as("the same is no fault").isNotEqualTo(3);
    Files.writeString(calendar, header + "holiday,2024-02-18,2024-02-18,春节,x\n");
    assertThat(refused()).contains("2024-02-18 is told otherwise", "rules/calendars/cn.csv:");
    Files.writeString(calendar, header + "holiday,2024-02-19,2024-02-19,春节,x\n");
    assertThat(refused()).contains("2024-02-19 is told otherwise", "rules/calendars/cn.csv:3:");
    Files.writeString(calendar, header + "weekend,2020-01-01,,星期五 星期六,x\n");
    assertThat(refused()).contains("is told otherwise", "rules/calendars/cn.csv:2:");
    Files.copy(Path.of("rules/calendars/cn.csv"), calendar, StandardCopyOption.REPLACE_EXISTING);
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err()).hasLineCount(1);
  }

  @Test
  void codes_and_cells_of_forms_that_are_there_are_the_same_ones() throws IOException {
    Files.createDirectories(folder.resolve("cn"));
    Files.copy(Path.of("rules/cn/codes.csv"), folder.resolve("cn/codes.csv"));
    Path forms = folder.resolve("cn/forms.csv");
    Files.copy(Path.of("rules/cn/forms.csv"), forms);
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err()).hasLineCount(1);
    Files.writeString(forms, Files.readString(forms).replaceFirst("mean,cell,students", "mean,cell,classes"));
    assertThat(refused()).contains("the cell mean is already declared at rules/cn/forms.csv");
    String header = Files.readAllLines(Path.of("rules/cn/forms.csv")).get(0);
    Path nearer = Files.move(forms, Files.createDirectories(folder.resolve("cn-43")).resolve("forms.csv"));
    String relation = "\nCLASSES_BY_SIZE,sizes,order,,,smallest largest,must,次序,Order,文件,一,,,,,,,";
    Files.writeString(nearer, header + relation + "\n");
    assertThat(refused()).contains("cannot be told", "rules/cn/forms.csv", "replaces");
    Files.writeString(nearer, header + ",effect" + relation + ",replaces\n");
    assertThat(check("CN-430200", "2026-06-30", DESIGN).err())
        .contains("limits replaced (1): consistency.form.classes-by-size.sizes (CN-43)");
  }

  @Test
  void a_stream_tells_what_own_rules_do_and_judges_by_them() throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(",45,", ",48,") + "replaces");
    table("cn-43/class-size.csv.bak", SHIPPED);
    Run run = check("CN-430200", "2026-06-30", DESIGN, "--stream");
    assertThat(run.err()).contains("limits replaced (1): " + DESIGN + " (CN-43)");
    List<JsonNode> lines = run.out().lines().map(JSON::readTree).toList();
    assertThat(lines).noneMatch(line -> line.get("type").asString().equals("finding"));
    assertThat(lines.get(lines.size() - 1).at("/own/replaces/0").asString()).isEqualTo(DESIGN + " (CN-43)");
    assertThat(lines).anyMatch(line -> line.path("code").asString("").equals("not-read-beside"));
  }

  @Test
  void several_layers_lie_one_over_the_other(@TempDir Path upper) throws IOException {
    table("cn/class-size.csv", SHIPPED.replace(",45,", ",46,") + "replaces");
    Path table = Files.createDirectories(upper.resolve("cn")).resolve("class-size.csv");
    Files.writeString(table, HEADER + SHIPPED.replace(",45,", ",48,") + "replaces\n");
    assertThat(outcomes("CN-430200", "2026-06-30")).contains("c FAIL 46");
    Run run = check("CN-430200", "2026-06-30", DESIGN, "--rules", upper.toString(), "--format", "json");
    assertThat(JSON.readTree(run.out()).get("findings")).isEmpty();
  }

  @Test
  void the_page_for_people_tells_it_too() throws IOException {
    table("cn-43/class-size.csv", SHIPPED.replace(",45,", ",48,") + "replaces");
    assertThat(check("CN-430200", "2026-06-30", DESIGN, "--format", "html").out())
        .contains("limits replaced (1): " + DESIGN + " (CN-43)");
  }
}
