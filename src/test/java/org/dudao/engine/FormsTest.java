package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.Shipped;
import org.dudao.cli.Run;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Text;
import org.dudao.load.FactReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.dudao.report.ExitCode;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table declares once of a form holds for every form that is submitted. */
class FormsTest {
  private static final String ID = "consistency.form.";
  private static final List<String> SIZES =
      List.of("up-to-25", "26-30", "31-35", "36-40", "41-45", "46-50", "51-55", "56-60", "61-65", "66-and-more");
  private static final String HEADER =
      "form,name,kind,unit,stated,operands,level,title,title_en,document,clause\n";

  /** A form with rows and columns, their sums, the sum of all, and the share of the first row. */
  private record Grid(int rows, int columns, Codes codes, Checker checker) {
    static Grid of(int rows, int columns) throws InputException {
      StringBuilder table = new StringBuilder(HEADER);
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          table.append("GRID,%s,cell,classes,,,,格,Cell,,\n".formatted(name(row, column)));
        }
      }
      for (int row = 0; row <= rows; row++) {
        int at = row;
        sum(
            table, "row-" + row, name(row, 0),
            IntStream.rangeClosed(1, columns).mapToObj(one -> name(at, one)).toList());
      }
      for (int column = 0; column <= columns; column++) {
        int at = column;
        sum(
            table, "column-" + column, name(0, column),
            IntStream.rangeClosed(1, rows).mapToObj(one -> name(one, at)).toList());
      }
      table.append("GRID,share,cell,%,,,,比例,Share,,\n");
      table.append("GRID,share,share,,share,r1c0 r0c0,must,比例,Share,文件,\n");
      Map<CodeList, Map<String, Text>> lists = new LinkedHashMap<>(Shipped.CODES.lists());
      lists.put(CodeList.FORM, Map.of("GRID", new Text("表", "Grid")));
      Source source = new Source("forms.csv", "cn/forms.csv", table.toString().getBytes(StandardCharsets.UTF_8));
      FormReader.Forms forms = new FormReader(new Codes(lists)).read(List.of(source));
      List<Limit> limits = new ArrayList<>(Shipped.LIMITS);
      limits.addAll(forms.relations());
      return new Grid(rows, columns, forms.codes(), Shipped.checker(limits).only(forms.relations()::contains));
    }

    private static void sum(StringBuilder table, String name, String whole, List<String> parts) {
      table.append("GRID,%s,sum,,%s,%s,must,合计,Sum,文件,\n".formatted(name, whole, String.join(" ", parts)));
    }

    /** Sums stand in row and column 0. */
    static String name(int row, int column) {
      return "r" + row + "c" + column;
    }

    Map<String, BigDecimal> filled(Random random) {
      Map<String, BigDecimal> cells = new LinkedHashMap<>();
      long[][] figures = new long[rows + 1][columns + 1];
      for (int row = 1; row <= rows; row++) {
        for (int column = 1; column <= columns; column++) {
          int figure = random.nextInt(40);
          figures[row][column] = figure;
          figures[row][0] += figure;
          figures[0][column] += figure;
          figures[0][0] += figure;
        }
      }
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          cells.put(name(row, column), BigDecimal.valueOf(figures[row][column]));
        }
      }
      if (figures[0][0] > 0) {
        cells.put("share", quotient(100 * figures[1][0], figures[0][0], random.nextInt(4)));
      }
      return cells;
    }

    Set<String> broken(Map<String, BigDecimal> cells) {
      return failing(findings(codes, checker, "GRID", List.of(cells)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void forms_that_add_up_never_fail_whatever_is_left_out(long seed) throws InputException {
    Random random = new Random(seed);
    Grid grid = Grid.of(1 + random.nextInt(4), 2 + random.nextInt(4));
    for (int i = 0; i < 40; i++) {
      Map<String, BigDecimal> cells = grid.filled(random);
      List<Finding> all = findings(grid.codes, grid.checker, "GRID", List.of(cells));
      assertThat(failing(all)).as(cells.toString()).isEmpty();
      int relations = grid.rows + grid.columns + 2 + (cells.containsKey("share") ? 1 : 0);
      assertThat(all).as("each relation is told").hasSize(relations);
      cells.keySet().removeIf(cell -> random.nextInt(3) == 0);
      if (!cells.isEmpty()) {
        assertThat(grid.broken(cells)).as(cells.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void one_figure_that_is_wrong_breaks_its_row_and_its_column(long seed) throws InputException {
    Random random = new Random(seed);
    Grid grid = Grid.of(2 + random.nextInt(3), 2 + random.nextInt(4));
    for (int i = 0; i < 40; i++) {
      Map<String, BigDecimal> cells = grid.filled(random);
      cells.remove("share");
      int row = random.nextInt(grid.rows + 1);
      int column = random.nextInt(grid.columns + 1);
      cells.merge(Grid.name(row, column), BigDecimal.valueOf(1 + random.nextInt(9)), BigDecimal::add);
      assertThat(grid.broken(cells)).as(cells.toString())
          .containsExactlyInAnyOrder(ID + "grid.row-" + row, ID + "grid.column-" + column);
    }
  }

  @Test
  void the_form_of_classes_by_size_is_held_to_its_relations() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Map<String, BigDecimal> cells = classesBySize(random);
      assertThat(failing(ofClasses(cells))).as(cells.toString()).isEmpty();
      String changed = SIZES.get(random.nextInt(SIZES.size()));
      cells.merge(changed, BigDecimal.ONE, BigDecimal::add);
      List<Finding> findings = ofClasses(cells);
      assertThat(failing(findings)).as(changed + " of " + cells).contains(ID + "classes-by-size.classes");
      assertThat(findings).filteredOn(finding -> finding.standard().id().equals(ID + "classes-by-size.classes"))
          .allSatisfy(finding -> assertThat(finding.at().pointer()).isEqualTo("/forms/0/cells/classes"));
    }
  }

  @Test
  void many_forms_are_judged_in_little_time() {
    Random random = new Random(11);
    List<Map<String, BigDecimal>> forms = new ArrayList<>();
    for (int i = 0; i < 222; i++) {
      forms.add(classesBySize(random));
    }
    forms.get(100).merge("classes", BigDecimal.ONE, BigDecimal::add);
    assertTimeout(Duration.ofSeconds(10), () -> {
      List<Finding> findings = findings(Shipped.CODES, Shipped.CHECKER, "CLASSES_BY_SIZE", forms);
      assertThat(findings).filteredOn(finding -> finding.outcome() == Outcome.FAIL)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.subject().id()).isEqualTo("f100"));
    });
  }

  @Test
  void a_row_in_a_table_of_ones_own_holds_for_all_forms(@TempDir Path folder) throws IOException {
    Path facts = folder.resolve("facts.json");
    Map<String, BigDecimal> cells = Map.of("students", new BigDecimal(90), "smallest", new BigDecimal(95));
    Files.writeString(facts, document("CLASSES_BY_SIZE", List.of(cells)));
    String rules = folder.resolve("rules").toString();
    String[] check = {"check", facts.toString(), "--topic", "consistency", "--rules", rules};
    Path tables = Files.createDirectories(folder.resolve("rules/cn-43"));
    Path table = tables.resolve("forms-city.csv");
    Files.writeString(table, HEADER + "CLASSES_BY_SIZE,smallest,order,,,mean largest,must,次序,Order,文件,\n");
    assertThat(Run.of(check).out()).contains("fail 0");
    Files.writeString(table, HEADER + "CLASSES_BY_SIZE,smallest,parts,,students,smallest,must,不超过,At most,文件,\n");
    Run broken = Run.of(check);
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).contains("FAIL", ID + "classes-by-size.smallest");
    Files.writeString(table, HEADER + "CLASSES_BY_SIZE,smallest,parts,,students,smalest,must,不超过,At most,文件,\n");
    Run faulty = Run.of(check);
    assertThat(faulty.code()).isEqualTo(ExitCode.FAILED.code());
    assertThat(faulty.err()).contains("forms-city.csv:2:6").contains("smalest").contains("did you mean smallest?");
  }

  private static Map<String, BigDecimal> classesBySize(Random random) {
    Map<String, BigDecimal> cells = new LinkedHashMap<>();
    long classes = 0;
    long students = 0;
    long large = 0;
    long smallest = Long.MAX_VALUE;
    long largest = 0;
    for (int i = 0; i < SIZES.size(); i++) {
      int number = 1 + random.nextInt(9);
      int size = 21 + 5 * i + random.nextInt(5);
      cells.put(SIZES.get(i), BigDecimal.valueOf(number));
      classes += number;
      students += (long) number * size;
      large += size >= 56 ? number : 0;
      smallest = Math.min(smallest, size);
      largest = Math.max(largest, size);
    }
    cells.put("classes", BigDecimal.valueOf(classes));
    cells.put("students", BigDecimal.valueOf(students));
    cells.put("smallest", BigDecimal.valueOf(smallest));
    cells.put("mean", quotient(students, classes, random.nextInt(4)));
    cells.put("largest", BigDecimal.valueOf(largest));
    cells.put("large-classes", BigDecimal.valueOf(large));
    cells.put("large-class-share", quotient(100 * large, classes, random.nextInt(4)));
    return cells;
  }

  private static BigDecimal quotient(long part, long whole, int decimals) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_EVEN);
  }

  private static List<Finding> ofClasses(Map<String, BigDecimal> cells) {
    return findings(Shipped.CODES, Shipped.CHECKER, "CLASSES_BY_SIZE", List.of(cells));
  }

  private static Set<String> failing(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.outcome() == Outcome.FAIL)
        .map(finding -> finding.standard().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Finding> findings(
      Codes codes, Checker checker, String code, List<Map<String, BigDecimal>> forms) {
    byte[] document = document(code, forms).getBytes(StandardCharsets.UTF_8);
    FactReader.Result read = new FactReader(codes, null, new ByteArrayInputStream(document)).read(List.of("-"));
    assertThat(read.problems()).isEmpty();
    Facts facts = read.facts().get(0);
    return checker.check(facts).byStandard().stream()
        .filter(finding -> finding.standard().id().startsWith(ID))
        .toList();
  }

  private static String document(String code, List<Map<String, BigDecimal>> forms) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      String cells =
          forms.get(i).entrySet().stream()
              .map(cell -> "\"" + cell.getKey() + "\": " + cell.getValue().toPlainString())
              .collect(Collectors.joining(", "));
      written.add("{\"id\": \"f%d\", \"code\": \"%s\", \"cells\": {%s}}".formatted(i, code, cells));
    }
    return "{\"bureau\": {\"id\": \"b\", \"region\": \"CN-430203\"}, \"asOf\": \"2024-06-30\", \"forms\": ["
        + String.join(",\n", written) + "]}";
  }
}
