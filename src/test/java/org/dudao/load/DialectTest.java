package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.Programs;
import org.dudao.Shipped;
import org.dudao.fact.Bureau;
import org.dudao.fact.Catalogue;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.Inspection;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.Words;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a table is written, it says the same: every shipped table, in every habit of people and programs. */
class DialectTest {
  private static final ScopeVocabulary VOCABULARY = new ScopeVocabulary(Shipped.CODES);
  private static final Pattern PART_OF_SCOPE = Pattern.compile("[^ |!]+");
  private static final Pattern COMPARISON = Pattern.compile("([a-zA-Z]+)(>=|<=|>|<|=)(.+)");

  private static final List<Dialect> DIALECTS =
      List.of(
          Dialect.PLAIN,
          Dialect.PLAIN.named("dates with strokes").dates(Dialect.dateWith("/")),
          Dialect.PLAIN.named("dates with points").dates(Dialect.dateWith(".")),
          Dialect.PLAIN.named("short dates").dates(Dialect.dateWith("-")),
          Dialect.PLAIN.named("Chinese dates").dates(Dialect::chineseDate),
          Dialect.PLAIN.named("wide Chinese dates").dates(date -> Dialect.wide(Dialect.chineseDate(date))),
          Dialect.PLAIN.named("dates at midnight").dates(date -> date + " 00:00:00"),
          Dialect.PLAIN.named("semicolons").delimitedBy(';'),
          Dialect.PLAIN.named("told semicolons").delimitedBy(';').after("sep=;\n"),
          Dialect.PLAIN.named("tabs").delimitedBy('\t'),
          Dialect.PLAIN.named("mark and line ends of Windows").lines("\r\n").after("\uFEFF"),
          Dialect.PLAIN.named("line ends of old").lines("\r"),
          Dialect.PLAIN.named("GB 18030").in("GB18030").lines("\r\n"),
          Dialect.PLAIN.named("UTF-16").in("UTF-16").delimitedBy('\t').lines("\r\n"),
          Dialect.PLAIN.named("UTF-16LE").in("UTF-16LE").after("\uFEFF").delimitedBy('\t'),
          Dialect.PLAIN.named("all in quotes").quotingAll(),
          Dialect.PLAIN.named("empty columns and rows").padded(3, 40),
          Dialect.PLAIN.named("without empty ends").droppingEmptyEnds(),
          Dialect.PLAIN.named("wide signs").words((column, text) -> column.isEmpty() ? text : Dialect.wide(text)),
          Dialect.PLAIN.named("hard blanks").words((column, text) -> "\u00A0" + text.replace(" ", "\u00A0") + "\u3000"),
          Dialect.PLAIN.named("Chinese").words(DialectTest::chinese),
          Dialect.PLAIN.named("Chinese, mixed").words(DialectTest::oftenChinese),
          Dialect.PLAIN.named("all at once").delimitedBy(';').lines("\r\n").in("GB18030").padded(2, 5)
              .dates(Dialect.dateWith("/")).words(DialectTest::chinese));

  private static final Random RANDOM = new Random(5);

  @TestFactory
  Stream<DynamicTest> every_shipped_table_of_limits_says_the_same_in_every_dialect() {
    return DIALECTS.stream().map(dialect -> DynamicTest.dynamicTest(dialect.name(), () -> {
      List<Source> written = written(Shipped.FILES.limits(), dialect);
      List<Limit> limits = Shipped.read(() -> new LimitReader(Shipped.CODES).read(written));
      assertThat(limits).usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin").isEqualTo(limits());
    }));
  }

  @TestFactory
  Stream<DynamicTest> every_shipped_calendar_and_list_of_codes_says_the_same_in_every_dialect() {
    Codes codes = Shipped.read(() -> new CodeReader().read(Shipped.FILES.codes()));
    return DIALECTS.stream().map(dialect -> DynamicTest.dynamicTest(dialect.name(), () -> {
      List<Source> written = written(Shipped.FILES.codes(), dialect.words(DialectTest::chineseHeader));
      assertThat(Shipped.read(() -> new CodeReader().read(written))).isEqualTo(codes);
      List<Source> calendars = written(Shipped.FILES.calendars(), dialect.words(DialectTest::chineseHeader));
      assertThat(Shipped.read(() -> new CalendarReader().read(calendars))).usingRecursiveComparison()
          .isEqualTo(Shipped.CALENDARS);
    }));
  }

  @TestFactory
  Stream<DynamicTest> every_shipped_form_says_the_same_in_every_dialect() {
    return DIALECTS.stream().map(dialect -> DynamicTest.dynamicTest(dialect.name(), () -> {
      List<Source> written = written(Shipped.FILES.forms(), dialect.words(DialectTest::chineseForm));
      FormReader.Forms forms = Shipped.read(() -> new FormReader(Shipped.CODES).read(written));
      assertThat(forms.codes()).isEqualTo(Shipped.CODES);
      assertThat(forms.relations()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
          .isEqualTo(Shipped.LIMITS.stream().filter(limit -> limit.id().startsWith("consistency.form.")).toList());
    }));
  }

  /**
   * A program that opens and saves a table keeps what it says, or we refuse it: fractions, days of the year and numbers
   * of clauses it takes for days, and names of fields for formulas.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1033", "2052"})
  void what_an_office_program_opens_and_saves_says_the_same(String language, @TempDir Path folder)
      throws IOException, InterruptedException {
    assumeThat(Programs.isThere("soffice")).as("an office program is there").isTrue();
    String form = "44,34,76,1,," + language + ",false,true";
    List<String> tables = new ArrayList<>();
    for (Source source : Shipped.FILES.limits()) {
      tables.add(Files.write(folder.resolve(flat(source) + ".csv"), source.bytes()).toString());
    }
    open(folder, tables, "--infilter=CSV:" + form, "--convert-to", "xlsx", "--outdir", folder + "/sheets");
    List<String> sheets =
        Shipped.FILES.limits().stream().map(source -> folder + "/sheets/" + flat(source) + ".xlsx").toList();
    open(
        folder, sheets, "--convert-to", "csv:Text - txt - csv (StarCalc):" + form, "--outdir", folder + "/saved");

    List<Source> saved = new ArrayList<>();
    for (Source source : Shipped.FILES.limits()) {
      byte[] bytes = Files.readAllBytes(folder.resolve("saved/" + flat(source) + ".csv"));
      saved.add(new Source(source.name(), source.path(), bytes));
    }
    List<Problem> problems = new ArrayList<>();
    List<Limit> read = new LimitReader(Shipped.CODES).law(saved, problems).limits();
    Set<String> refused = problems.stream().map(one -> line(one.at())).collect(Collectors.toSet());
    Map<String, Limit> again = read.stream().collect(Collectors.toMap(limit -> line(limit.origin()), limit -> limit));
    assertThat(limits())
        .filteredOn(limit -> !refused.contains(line(limit.origin())))
        .filteredOn(limit -> !isSame(limit, again.get(line(limit.origin()))))
        .extracting(limit -> line(limit.origin()))
        .isEmpty();
    assertThat(problems).extracting(Problem::code)
        .isSubsetOf(ProblemCode.FORMULA_ERROR, ProblemCode.FRACTION_DAY, ProblemCode.CLAUSE_DAY, ProblemCode.PERIOD);
  }

  private static boolean isSame(Limit limit, Limit other) {
    return other != null && other.with(limit.value(), limit.valueText()).equals(limit)
        && limit.value().equals(other.value());
  }

  private static String flat(Source source) {
    return source.path().replace(".csv", "").replace('/', '_');
  }

  private static String line(Origin at) {
    return at.file() + ":" + at.line();
  }

  private static void open(Path folder, List<String> files, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("user").toUri()));
    command.add("--headless");
    command.addAll(List.of(arguments));
    command.addAll(files);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
  }

  // ---- the terms ----

  @Test
  void every_column_and_closed_word_has_a_name_in_chinese() {
    assertThat(Glossary.COLUMNS.words()).containsAll(LimitReader.COLUMNS).containsAll(LimitReader.RARE_COLUMNS);
    assertThat(Glossary.LEVELS.words())
        .containsExactlyElementsOf(Stream.of(Level.values()).map(Words::of).sorted().toList());
    for (String word : VOCABULARY.words()) {
      assertThat(VOCABULARY.wordNames().names(word)).as(word).isNotEmpty();
    }
    assertThat(VOCABULARY.wordNames().words().stream().map(word -> word.replaceAll("@.*", "")))
        .allMatch(VOCABULARY.words()::contains);
  }

  /** A bureau is of the city, a school in it; and 专项督导 is no school. */
  @Test
  void a_name_stands_for_a_word_only_as_far_as_facts_bear_it_in_that_meaning() {
    assertThat(VOCABULARY.words("市级").get(0).deciders().keySet()).containsOnly(Bureau.class);
    assertThat(VOCABULARY.words("城市").get(0).deciders().keySet()).contains(School.class)
        .doesNotContain(Bureau.class);
    assertThat(VOCABULARY.words("专项督导").get(0).deciders().keySet()).containsOnly(Inspection.class);
    assertThat(VOCABULARY.words("特教").get(0).deciders().keySet()).contains(School.class, SchoolClass.class)
        .doesNotContain(Inspection.class);
  }

  /** In one set of words a name stands for one of them, or is refused: what it means is never left to an order. */
  @Test
  void what_is_called_alike_is_refused_with_all_that_it_can_mean() {
    Map<String, Set<String>> called = new LinkedHashMap<>();
    for (String word : VOCABULARY.words()) {
      VOCABULARY.wordNames().names(word)
          .forEach(name -> called.computeIfAbsent(name, one -> new TreeSet<>()).add(word));
    }
    called.forEach((name, words) ->
        assertThat(VOCABULARY.words(name)).extracting(Condition.Word::word).as(name)
            .containsExactlyElementsOf(words));
    assertThat(called.values()).anyMatch(words -> words.size() > 1);
    List.of(Glossary.LEVELS, Glossary.CONFIDENCES, Glossary.LISTS, Glossary.UNITS, Glossary.VALUES, Glossary.OPERATORS)
        .forEach(glossary ->
            assertThat(glossary.words().stream().flatMap(word -> glossary.names(word).stream()))
                .doesNotHaveDuplicates());
  }

  @Test
  void what_reports_call_a_level_is_understood() {
    var catalogue = Catalogue.of(Language.ZH);
    for (Level level : Level.values()) {
      String name = catalogue.getProperty("level." + Words.of(level));
      assertThat(Glossary.LEVELS.meanings(name, Glossary.LEVELS.words())).containsExactly(Words.of(level));
    }
  }

  // ---- writing in Chinese ----

  private static String chinese(String column, String text) {
    return switch (column) {
      case "" -> first(Glossary.COLUMNS.names(text), text);
      case "level" -> first(Glossary.LEVELS.names(text), text);
      case "unit" -> first(Glossary.UNITS.names(text), text);
      case "value" -> text.equals("yes") ? "是" : text;
      case "applies_to" -> PART_OF_SCOPE.matcher(text).replaceAll(part -> chineseTerm(part.group()));
      default -> text;
    };
  }

  private static String oftenChinese(String column, String text) {
    return RANDOM.nextBoolean() ? chinese(column, text) : text;
  }

  private static String chineseHeader(String column, String text) {
    return switch (column) {
      case "" -> text.equals("title") || text.equals("name") ? "名称" : first(Glossary.COLUMNS.names(text), text);
      default -> text;
    };
  }

  /** 名称 would be the name of a cell or its title. */
  private static String chineseForm(String column, String text) {
    List<String> names = column.isEmpty() ? Glossary.COLUMNS.names(text) : List.of();
    return names.isEmpty() ? text : names.get(names.size() - 1);
  }

  private static String chineseTerm(String term) {
    var comparison = COMPARISON.matcher(term);
    if (comparison.matches()) {
      List<String> names = VOCABULARY.nameNames().names(comparison.group(1));
      String name = only(names, one -> VOCABULARY.measures(one).size() == 1, comparison.group(1));
      return name + first(Glossary.OPERATORS.names(comparison.group(2)), "") + comparison.group(3);
    }
    // What a title with blanks or signs of its own says, only its word can say.
    return only(
        VOCABULARY.wordNames().names(term),
        name -> VOCABULARY.words(name).equals(VOCABULARY.words(term)) && !name.matches(".*[ |!、,;].*"), term);
  }

  private static String first(List<String> names, String otherwise) {
    return names.isEmpty() ? otherwise : names.get(0);
  }

  private static String only(List<String> names, Predicate<String> fits, String otherwise) {
    return names.stream().filter(fits).findFirst().orElse(otherwise);
  }

  private static List<Source> written(List<Source> sources, Dialect dialect) {
    return sources.stream()
        .map(source -> new Source(source.name(), source.path(), dialect.write(source.bytes())))
        .collect(Collectors.toList());
  }

  private static List<Limit> limits() {
    return Shipped.read(() -> new LimitReader(Shipped.CODES).read(Shipped.FILES.limits()));
  }

  // ---- numbers and days ----

  /** No text that is read as a number is another number to a person, and what is refused says what to write. */
  @Test
  void a_number_is_read_only_as_it_is_told_to_be_written() {
    Random random = new Random(11);
    String signs = "0123456789,. '-";
    for (int round = 0; round < 50_000; round++) {
      String text =
          IntStream.range(0, 1 + random.nextInt(9))
              .mapToObj(i -> Character.toString(signs.charAt(random.nextInt(signs.length()))))
              .collect(Collectors.joining()).strip();
      if (WrittenNumber.isPlain(text)) {
        assertThat(text).matches("-?(0|[1-9][0-9]*)([.][0-9]+)?");
      } else {
        assertThat(WrittenNumber.readings(text)).as(text).allMatch(WrittenNumber::isPlain);
      }
    }
  }

  @Test
  void a_day_is_read_only_with_its_year_first_and_what_is_told_to_be_written_is_read() {
    Random random = new Random(12);
    for (int round = 0; round < 50_000; round++) {
      String sign = List.of("-", "/", ".").get(random.nextInt(3));
      String text =
          Stream.generate(() -> Integer.toString(random.nextInt(random.nextBoolean() ? 40 : 2_110))).limit(3)
              .collect(Collectors.joining(sign));
      var day = WrittenDay.of(text);
      if (day == null) {
        assertThat(WrittenDay.readings(text)).as(text).allMatch(one -> WrittenDay.of(one).toString().equals(one));
      } else {
        assertThat(Dialect.dateWith(sign).apply(day.toString())).as(text).isEqualTo(text);
      }
    }
  }
}
