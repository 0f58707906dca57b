package org.dudao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases typed into sheets, and the examples of the page of cases. */
class CaseSheetTest {
  private static final Path PAGE = Path.of("src/site/markdown/cases.md");

  @TempDir private Path folder;

  @Test
  void the_examples_of_the_page_come_out_as_they_say() throws IOException {
    List<String> examples = examples();
    assertThat(examples).hasSize(3);
    write("a.json", examples.get(0));
    write("b.csv", examples.get(1));
    write("c.csv", examples.get(2));
    Run run = test();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).isEqualTo("cases 3, expectations 12, otherwise than expected 0\n");
  }

  @Test
  void a_chinese_sheet_may_come_from_a_spreadsheet_program() throws IOException {
    Files.write(folder.resolve("c.csv"), examples().get(2).replace("\n", "\r\n").getBytes("GB18030"));
    assertThat(test().code()).as(test().err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void what_comes_out_otherwise_is_told_with_cells(int sheet) throws IOException {
    write("b.csv", examples().get(sheet).replaceFirst("(?m)s,,PRIMARY,45,", "s,,PRIMARY,47,"));
    Run run = test();
    assertThat(run.code()).as(run.err()).isOne();
    assertThat(run.out())
        .contains("b.csv:3:10  ", "class-size.primary.design for c45", "expected  PASS", "found     FAIL, found 47")
        .contains("class c45: school s, stage PRIMARY, students 47 (" + folder + "/b.csv:3:5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "students,standard       | studnets,standard       | 1:9   | no column studnets; did you mean students?",
        "PRIMARY,45              | PRIMERY,45              | 3:8   | there is no value PRIMERY; did you mean PRIMARY?",
        "PRIMARY,45              | PRIMARY,many            | 3:9   | a number without quotes is needed here",
        "class,c45,s             | class,c45,t             | 3:6   | t",
        "class,c45               | clas,c45                | 3:4   | clas cannot stand here; did you mean class?",
        "class,c45,s,            | class,c45,s,211         | 3:7   | a class has no type",
        "design,PASS             | design,PAS              | 3:11  | PAS cannot stand here; did you mean PASS?",
        "design,PASS             | desing,PASS             | 3:10  | there is no standard class-size.primary.desing",
        "design,PASS             | design,                 | 3:11  | expected must not be empty",
        "FAIL,should             | FAIL,shall              | 4:12  | shall cannot stand here",
        "2024-06-30              | 2024-06-31              | 2:3   | 2024-06-31 is no date",
        "2024-06-30              | ''                      | 2:1   | day must not be empty",
        "CN-430200               | China                   | 2:2   | China is no region code",
        ",,,class,c46,,,         | ,,,class,c46,,,JUNIOR   | 5:8   | stage is \"JUNIOR\" here, and something else at",
        ",,,class,c46,,          | ,CN-11,,class,c46,,     | 5:2   | region is CN-11 here, and something else at",
        "school,s,,211,,,,       | school,s,,211,,,class-size.large,NONE | 2:10 | there is no class s",
      })
  void a_slip_is_told_with_its_cell(String right, String wrong, String place, String message) throws IOException {
    String sheet = examples().get(1);
    assertThat(sheet).contains(right);
    int at = sheet.lastIndexOf(right);
    int first = sheet.indexOf(right);
    int from = right.startsWith(",,,class,c46") ? at : first;
    write("b.csv", sheet.substring(0, from) + wrong + sheet.substring(from + right.length()));
    Run run = test();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
    assertThat(run.err()).contains("b.csv:" + place).contains(message);
  }

  private static List<String> examples() throws IOException {
    return Pattern.compile("(?ms)^```(?:json|csv)\n(.*?)^```$").matcher(Files.readString(PAGE)).results()
        .map(example -> example.group(1))
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private Run test() {
    return Run.of("test", "--cases", folder.toString());
  }
}
