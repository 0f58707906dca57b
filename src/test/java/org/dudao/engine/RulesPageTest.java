package org.dudao.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.judge.Check;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.Sight;
import org.dudao.fact.Condition;
import org.dudao.fact.Effect;
import org.dudao.fact.Language;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.Relation;
import org.dudao.fact.Value;
import org.dudao.fact.Words;
import org.dudao.format.Messages;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.ProfileReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.OwnRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the page on rules and limits shows is read and compiled, and it leaves no word out. */
class RulesPageTest {
  private static final String PAGE = page();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: ([^\n]+))?\n(.*?)^```$");
  private static final List<Block> BLOCKS =
      BLOCK.matcher(PAGE).results().map(found -> new Block(found.group(1), found.group(2), found.group(3))).toList();

  /** The header of the page's one whole file, for all examples that are only rules. */
  private static final String HEADER = headerOf(BLOCKS);

  private static final String RULE = "rule \"";

  /** Signs by which an example shows a construct, by the name of the construct in the page's table. */
  private static final Map<String, String> CONSTRUCTS =
      new LinkedHashMap<>(
          Map.ofEntries(
              Map.entry("pattern", "\\$class : SchoolClass\\(\\)"),
              Map.entry("limits of the rule", "\\$limit : Limit\\( rule == \"[a-z.-]+\", bearsOn\\( \\$\\w+ \\) \\)"),
              Map.entry("another limit", "\\$\\w+ : Limit\\( id == \"[a-z.-]+\" \\)"),
              Map.entry("`==`", "(?s)stage == Stage\\.[A-Z]+.*kind == \"[A-Z]+\""),
              Map.entry("`!=`", "!= [A-Z]\\w+\\.[A-Z]"),
              Map.entry("comma, `&&`", "(?s)(?=.*, stage == ).* && stage"),
              Map.entry("`\\|\\|`", " \\|\\| "),
              Map.entry("brackets", "SchoolClass\\( \\( [^)]* \\) && "),
              Map.entry("reference", "school == \\$school"),
              Map.entry("property of a variable", "stage == \\$class\\.stage"),
              Map.entry("`$limit.bearsOn( this )`", "\\$\\w+\\.bearsOn\\( this \\)"),
              Map.entry("`not`", "\\n +not \\w+\\("),
              Map.entry("`exists`", "\\n +exists\\( "),
              Map.entry("`collect`", "List\\(\\) from collect\\( "),
              Map.entry("`size > 0`", "List\\( size > 0 \\) from collect\\("),
              Map.entry("`accumulate`", "Number\\(\\) from accumulate\\( \\w+\\(\\), count\\(\\) \\)")));

  private record Block(String language, String info, String text) {}

  @Test
  void all_examples_are_compiled_and_see_what_the_page_says() throws InputException {
    RuleBase book = book(blocks("drl", null));
    assertThat(book.executable(book.rules().values())).isNotNull();
    Map<Sight, List<String>> seeing =
        book.rules().values().stream()
            .collect(Collectors.groupingBy(Rule::sight, Collectors.mapping(Rule::id, Collectors.toList())));
    assertThat(cells("scopes", 2)).containsExactlyElementsOf(seeing.get(Sight.SCOPES));
    assertThat(cells("all facts", 2)).containsExactlyElementsOf(seeing.get(Sight.ALL));
    assertThat(cells("one fact", 2)).containsExactly("all others");
    assertThat(seeing.get(Sight.ONE)).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> what_is_said_to_be_refused_is_refused_with_those_words() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < BLOCKS.size(); i++) {
      Block refused = BLOCKS.get(i);
      if ("refused".equals(refused.info)) {
        Block said = BLOCKS.get(i + 1);
        tests.add(DynamicTest.dynamicTest(
            id(refused.text),
            () -> assertThatThrownBy(() -> book(Stream.of(refused)))
                .isInstanceOfSatisfying(
                    InputException.class,
                    e -> assertThat(e.problems()).extracting(Messages.of(Language.EN)::problem).containsExactly(
                        said.text.strip()))));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void every_construct_of_when_is_in_the_table_and_in_an_example() {
    String examples = blocks("drl", null).map(Block::text).collect(Collectors.joining("\n"));
    assertThat(firstCells("construct")).containsExactlyInAnyOrderElementsOf(CONSTRUCTS.keySet());
    CONSTRUCTS.forEach((construct, signs) -> assertThat(examples).as(construct).containsPattern(signs));
    assertThat(examples)
        .contains("@title(").contains("@title_en(").contains("@family(").contains("@allowed_by(");
    assertThat(firstCells("word").subList(0, 4))
        .containsExactly("`@title`", "`@title_en`", "`@family`", "`@allowed_by`");
  }

  /** The public methods of {@link Check} are the words that rules can say. */
  @Test
  void every_word_of_then_is_in_a_table_and_in_an_example() {
    String examples = blocks("drl", null).map(Block::text).collect(Collectors.joining("\n"));
    List<Class<?>> types = new ArrayList<>(List.of(Check.class));
    types.addAll(Arrays.asList(Check.class.getDeclaredClasses()));
    int words = 0;
    for (Class<?> type : types) {
      if (!Modifier.isPublic(type.getModifiers())) {
        continue;
      }
      Map<String, Long> overloads =
          Stream.of(type.getDeclaredMethods())
              .filter(method -> Modifier.isPublic(method.getModifiers()))
              .collect(Collectors.groupingBy(method -> method.getName(), Collectors.counting()));
      for (Map.Entry<String, Long> word : overloads.entrySet()) {
        boolean begins = type == Check.class;
        String row = begins ? "| `check." + word.getKey() + "( " : "| `" + word.getKey() + "` | ";
        assertThat(PAGE.lines().filter(line -> line.startsWith(row))).as(row).hasSize(word.getValue().intValue());
        assertThat(examples).contains((begins ? "check." : ").") + word.getKey() + "( ");
        words++;
      }
    }
    assertThat(words).isPositive();
    assertThat(examples).as("a number that when counted")
        .containsPattern("check\\.that\\( \\$\\w+, \"\\w+\", \\$\\w+ \\)");
  }

  @Test
  void every_column_of_a_table_of_limits_is_explained() {
    List<String> columns =
        Stream.of(LimitReader.COLUMNS, LimitReader.RARE_COLUMNS).flatMap(List::stream).toList();
    assertThat(firstCells("column").subList(0, columns.size()))
        .containsExactlyElementsOf(columns.stream().map(column -> "`" + column + "`").toList());
    for (String column : columns) {
      Map<String, String> cells = row();
      cells.remove(column);
      boolean mayBeMissing = problems(cells).stream().noneMatch(problem -> problem.startsWith("missing-column"));
      assertThat(cells(column, 2)).as(column).containsExactly(mayBeMissing ? "yes" : "no");
    }
  }

  @Test
  void every_form_of_value_is_explained_and_read() throws InputException {
    Set<Class<?>> values = new LinkedHashSet<>();
    Set<Class<?>> periods = new LinkedHashSet<>();
    Set<Period.Unit> units = new LinkedHashSet<>();
    for (List<String> line : table("value")) {
      Map<String, String> cells = row();
      cells.put("value", plain(line.get(0)));
      cells.put("unit", plain(line.get(1)));
      Value value = limit(cells).value();
      values.add(value.getClass());
      if (value instanceof Value.Time time) {
        periods.add(time.period().getClass());
        if (time.period() instanceof Period.Count count) {
          units.add(count.unit());
        }
      }
    }
    // What holds between cells stands in a table of forms.
    assertThat(values).containsExactlyInAnyOrder(
        Stream.of(Value.class.getPermittedSubclasses()).filter(type -> type != Value.CellRelation.class).toArray(
            Class<?>[]::new));
    // Nearest is how one of two days of the year is counted, and is not written.
    assertThat(periods).containsExactlyInAnyOrder(
        Stream.of(Period.class.getPermittedSubclasses()).filter(type -> type != Period.Nearest.class).toArray(
            Class<?>[]::new));
    assertThat(units).containsExactlyInAnyOrder(Period.Unit.values());
  }

  @Test
  void every_term_of_applies_to_is_explained_and_read() throws InputException {
    Set<Class<?>> conditions = new LinkedHashSet<>();
    Set<Condition.Operator> operators = new TreeSet<>();
    for (List<String> line : table("term")) {
      Map<String, String> cells = row();
      cells.put("applies_to", plain(line.get(1)));
      Condition scope = limit(cells).scope();
      conditions.add(scope.getClass());
      if (scope instanceof Condition.Comparison comparison) {
        operators.add(comparison.operator());
      }
    }
    assertThat(conditions)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Condition.class, Condition.Leaf.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .filter(type -> type != Condition.Leaf.class)
                .toList());
    assertThat(operators).containsExactly(Condition.Operator.values());
    Map<String, String> ambiguous = row();
    ambiguous.put("applies_to", "!a|b");
    assertThat(problems(ambiguous)).anyMatch(problem -> problem.startsWith("scope-not-either"));
  }

  /** The shipped rules must be able to use the limits shown. */
  @Test
  void the_tables_shown_are_read() throws InputException {
    List<Source> limits = new ArrayList<>();
    for (Block block : blocks("csv", "(?!calendars/|layer/|.*/codes|.*/forms|.*/profiles).*").toList()) {
      limits.add(new Source(block.info, block.info, block.text.getBytes(StandardCharsets.UTF_8)));
    }
    List<Limit> all = new ArrayList<>(new LimitReader(Shipped.CODES).read(limits));
    assertThat(all).isNotEmpty();
    all.addAll(Shipped.LIMITS);
    assertThat(Shipped.checker(all)).isNotNull();
    List<Source> codes = sources(".*/codes.*");
    assertThat(new CodeReader().read(codes).lists()).isNotEmpty();
    FormReader.Forms forms = new FormReader(Shipped.CODES).read(sources(".*/forms.*"));
    assertThat(forms.codes().forms()).isNotEmpty();
    all.addAll(forms.relations());
    assertThat(Shipped.checker(all).limits()).containsAll(forms.relations()).hasSizeGreaterThan(Shipped.LIMITS.size());
    assertThat(new CalendarReader().read(sources("calendars/.*"))).isNotEmpty();
    List<String> ids = all.stream().map(Limit::id).toList();
    assertThat(new ProfileReader(ids).read(sources(".*/profiles.*"))).isNotEmpty();
  }

  @Test
  void the_layer_shown_can_be_laid_over_the_shipped_rules(@TempDir Path folder) throws InputException, IOException {
    for (Block block : blocks("csv", "layer/.*").toList()) {
      Path table = folder.resolve(block.info.substring("layer/".length()));
      Files.createDirectories(table.getParent());
      Files.writeString(table, block.text);
    }
    OwnRules own = ReadyRules.of(RuleFiles.none().with(folder).overShipped()).own();
    assertThat(own.done().keySet()).containsExactly(OwnRules.Deed.REPLACES, OwnRules.Deed.EXEMPTS);
    List<String> effects =
        Stream.of(Effect.values()).filter(one -> one != Effect.ADDS).map(one -> "`" + Words.of(one) + "`").toList();
    assertThat(firstCells("`effect` of a row")).containsExactlyElementsOf(effects);
  }

  @Test
  void every_relation_of_a_form_is_explained() {
    assertThat(firstCells("row of kind"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Relation.values()).map(relation -> "`" + Words.of(relation) + "`").toList());
  }

  private static List<Source> sources(String path) {
    return blocks("csv", path)
        .map(block -> new Source(block.info, block.info, block.text.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  // ---- examples ----

  private static Stream<Block> blocks(String language, String info) {
    return BLOCKS.stream()
        .filter(block -> block.language.equals(language))
        .filter(block -> info == null ? block.info == null : block.info != null && block.info.matches(info));
  }

  private static String headerOf(List<Block> blocks) {
    String whole = blocks.stream().map(Block::text).filter(text -> text.startsWith("package ")).findFirst()
        .orElseThrow();
    return whole.substring(0, whole.indexOf(RULE));
  }

  private static String id(String rule) {
    return rule.substring(RULE.length(), rule.indexOf('"', RULE.length()));
  }

  private static String topic(String rule) {
    return id(rule).replaceAll("\\..*", "");
  }

  /** The rules of these examples, in a file for each topic, under the header that the page shows. */
  private static RuleBase book(Stream<Block> examples) throws InputException {
    Map<String, StringBuilder> files = new TreeMap<>();
    examples
        .flatMap(block -> Stream.of(block.text.split("(?m)^(?=rule \")")))
        .filter(text -> text.startsWith(RULE))
        .forEach(rule -> files.computeIfAbsent(topic(rule), topic -> new StringBuilder(HEADER)).append(rule));
    List<Source> sources = new ArrayList<>();
    files.forEach((topic, text) ->
        sources.add(new Source("rules.md", "cn/" + topic + ".drl", text.toString().getBytes(StandardCharsets.UTF_8))));
    return RuleBase.of(sources, Shipped.CODES);
  }

  // ---- tables ----

  /** The rows of all tables whose first heading is that word, cell by cell. */
  private static List<List<String>> table(String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean within = false;
    for (String line : PAGE.lines().toList()) {
      within = line.startsWith("| " + heading + " |") || within && line.startsWith("|");
      if (within && !line.startsWith("| " + heading + " |") && !line.startsWith("|--")) {
        rows.add(List.of(line.strip().replaceAll("^\\| | \\|$", "").split(" \\| ")));
      }
    }
    assertThat(rows).as("tables of " + heading).isNotEmpty();
    return rows;
  }

  private static List<String> firstCells(String heading) {
    return table(heading).stream().map(line -> line.get(0)).toList();
  }

  /** What stands in that column of the row that begins so: words in code, or the text. */
  private static List<String> cells(String first, int column) {
    String line =
        PAGE.lines().filter(one -> one.startsWith("| " + first + " |") || one.startsWith("| `" + first + "` |"))
            .findFirst().orElseThrow();
    String cell = line.strip().replaceAll("^\\| | \\|$", "").split(" \\| ")[column];
    List<String> words = Pattern.compile("`([^`]+)`").matcher(cell).results().map(found -> found.group(1)).toList();
    return words.isEmpty() ? List.of(cell) : words;
  }

  private static String plain(String cell) {
    return cell.replace("`", "").replace("\\|", "|").strip();
  }

  // ---- limits ----

  private static Map<String, String> row() {
    Map<String, String> cells = new LinkedHashMap<>();
    LimitReader.COLUMNS.forEach(column -> cells.put(column, ""));
    cells.putAll(
        Map.of("id", "class-size.x", "rule", "class-size.students", "value", "1", "level", "must", "title", "标题",
            "document", "文件", "authority", "arithmetic"));
    return cells;
  }

  private static Limit limit(Map<String, String> cells) throws InputException {
    Map<String, String> shared = row();
    shared.putAll(Map.of("id", "class-size.primary.design", "unit", "students"));
    return new LimitReader(Shipped.CODES).read(List.of(table(cells), table(shared))).get(0);
  }

  private static Source table(Map<String, String> cells) {
    String text = String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values()) + "\n";
    return new Source("x.csv", "cn/class-size.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(Map<String, String> cells) {
    try {
      limit(cells);
      return List.of();
    } catch (InputException e) {
      return e.problems().stream().map(problem -> problem.code().text() + " " + problem.arguments()).toList();
    }
  }

  private static String page() {
    try {
      return Files.readString(Path.of("src/site/markdown/rules.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
