package org.dudao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Categories;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.CodeList;
import org.dudao.fact.Coded;
import org.dudao.fact.Domain;
import org.dudao.fact.FactKind;
import org.dudao.fact.Indicator;
import org.dudao.fact.Language;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.NotBefore;
import org.dudao.fact.PartOf;
import org.dudao.fact.Past;
import org.dudao.fact.Required;
import org.dudao.fact.Spelled;
import org.dudao.fact.Subject;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.Words;
import org.dudao.format.Messages;
import org.dudao.load.CodeReader;
import org.dudao.load.Source;

/**
 * The page of all facts, written from the records, their annotations and Javadoc, the catalogue of words and the
 * rules.
 */
final class FactsPage {
  static final Path FILE = Path.of("src/site/markdown/facts.md");

  private static final Path RECORDS = Path.of("src/main/java/org/dudao/fact");
  private static final Messages ZH = Messages.of(Language.ZH);
  private static final Messages EN = Messages.of(Language.EN);

  private static final String HEAD =
      """
      # Facts

      Every kind of fact, every property and every code. This page is generated: do not edit it.
      `mvn test -Dtest=FactsPageTest -Dgolden=write` writes it anew; a test sees that it is up to date.

      A document is a JSON object. It holds the facts of one bureau for one day:

      | property | what |
      |---|---|
      | `bureau` | the body that answers for the facts; required |
      | `asOf` | the day of judgement, such as `2024-06-30`; without it the command must say `--as-of` |
      | `remark` | text for people; nothing reads it |
      %s

      All lists may be left out. What was not reported is left out too: `null` and blank text are refused, and an absent
      number is not zero. A property that is not listed here is refused.
      A fact with a fault is set aside, all others are read and judged. What refers to it is judged without it, or is set
      aside too when it needs it. Facts that bear one id are all set aside, and so are those of ids that look alike: that
      differ only in blanks, invisible characters or width (`ｓ1` and `s1`). Letters keep their case: `A1` and `a1` are two
      ids. A document that cannot be read to its end, or that does not tell its bureau, region and day, is refused whole.
      `dudao schema facts` prints the same as a JSON Schema.

      How a property is written:

      | word | what |
      |---|---|
      | text | a string that is not blank |
      | whole number, decimal | a number without quotes, from 0 to %d unless a range is given |
      | censored number | in place of a number that must not be told, a string: `"<5"`, `"<=4"`, `"≤4"`, `">95"`, \
      `">=95"`, `"1-9"`, `"1~9"`, `"5..9"`, or `"*"` where nothing of it may be told; also in full-width signs, but not \
      for a number that is required |
      | yes or no | `true` or `false` |
      | date | a string such as `"2024-06-30"` |
      | time | a string such as `"08:20"`; bedtimes and other times of an evening may be after midnight, and midnight `"24:00"` |
      | one of ... | a string of that table of constants |
      | code of ... | a string of that list of codes |
      | id of ... | the `id` of another fact of the same bureau and day |

      The unit is the one in which the shipped limits state the measure, or that of the catalogue of words. A count has none:
      its title says what is counted. Words of `applies_to` are explained in [Rules and limits](rules.md#applies_to).
      A *derived measure* is not written in documents. It follows from properties, and rules may name it like one.

      """;

  private final Map<Class<?>, Map<String, Set<String>>> units = units();
  private final StringBuilder page = new StringBuilder();

  private FactsPage() {}

  /** The page in Markdown. */
  static String text() {
    return new FactsPage().written();
  }

  /** For each type of fact the units in which the shipped limits state its measures. */
  static Map<Class<?>, Map<String, Set<String>>> units() {
    Map<String, Map.Entry<Class<?>, String>> measured = new LinkedHashMap<>();
    for (Source source : Shipped.FILES.rules()) {
      for (String rule : Shipped.read(() -> utf8(source)).split("(?m)^rule \"")) {
        Matcher sentence = Pattern.compile("check\\.(?:that|ofStages)\\( (\\$\\w+), \"(\\w+)\" \\)").matcher(rule);
        if (sentence.find()) {
          Matcher type = Pattern.compile(Pattern.quote(sentence.group(1)) + " : (\\w+)\\(").matcher(rule);
          if (!type.find()) {
            throw new AssertionError("no subject in " + rule);
          }
          measured.put(rule.substring(0, rule.indexOf('"')), Map.entry(typeNamed(type.group(1)), sentence.group(2)));
        }
      }
    }
    Map<Class<?>, Map<String, Set<String>>> units = new LinkedHashMap<>();
    for (Limit limit : Shipped.LIMITS) {
      Map.Entry<Class<?>, String> measure = measured.get(limit.rule());
      // A published figure brings its own unit.
      if (measure != null && measure.getKey() != Indicator.class && !limit.unit().isEmpty()) {
        units
            .computeIfAbsent(measure.getKey(), key -> new LinkedHashMap<>())
            .computeIfAbsent(measure.getValue(), key -> new LinkedHashSet<>())
            .add(limit.unit());
      }
    }
    return units;
  }

  private static String utf8(Source source) {
    try {
      return source.utf8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> typeNamed(String name) {
    return Stream.of(FactKind.values())
        .<Class<?>>map(FactKind::type)
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String written() {
    String lists =
        Stream.of(FactKind.values())
            .filter(kind -> kind != FactKind.BUREAU)
            .map(kind -> "| `%s` | list: [%s](#%s) |".formatted(kind.property(), EN.kind(kind.word()), kind.word()))
            .collect(Collectors.joining("\n"));
    page.append(HEAD.formatted(lists, Integer.MAX_VALUE));
    for (FactKind kind : FactKind.values()) {
      kind(kind);
    }
    constants();
    codes();
    forms();
    return page.toString().stripTrailing() + "\n";
  }

  private void kind(FactKind kind) {
    Class<?> type = kind.type();
    Javadoc javadoc = Javadoc.of(type);
    line("## %s", kind.word());
    line("");
    line("%s · %s · in rules `%s`. %s", ZH.kind(kind.word()), EN.kind(kind.word()), type.getSimpleName(), javadoc.text);
    RecordComponent owner = Categories.owner(type);
    if (owner != null) {
      FactKind of = FactKind.of(owner.getType());
      line("It bears the words of its [%s](#%s), named in `%s`, too.", EN.kind(of.word()), of.word(), owner.getName());
    }
    line("");
    line("| property | 名称 | title | unit | written as | remarks |");
    line("|---|---|---|---|---|---|");
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      line("| `%s` | %s | %s | %s | %s | %s |",
          name, ZH.field(name), EN.field(name), unit(type, name), form(component), remarks(component, javadoc));
    }
    line("");
    List<String> derived =
        Measures.names(type).stream()
            .filter(name -> Stream.of(type.getRecordComponents()).noneMatch(one -> one.getName().equals(name)))
            .sorted()
            .toList();
    if (!derived.isEmpty()) {
      line("| derived measure | 名称 | title | unit | made from | remarks |");
      line("|---|---|---|---|---|---|");
      for (String name : derived) {
        line("| `%s` | %s | %s | %s | %s | %s |",
            name, ZH.field(name), EN.field(name), unit(type, name), quoted(Measures.from(type, name)),
            javadoc.parts.getOrDefault(name, ""));
      }
      line("");
    }
  }

  private String unit(Class<?> type, String name) {
    Set<String> texts = new LinkedHashSet<>();
    for (String unit : units.getOrDefault(type, Map.of()).getOrDefault(name, Set.of())) {
      texts.add(inBoth("unit." + unit.replace(' ', '-')));
    }
    if (texts.isEmpty() && EN.has("unit-of." + name)) {
      texts.add(inBoth("unit-of." + name));
    }
    texts.remove("");
    return String.join("; ", texts);
  }

  private static String inBoth(String id) {
    if (!EN.has(id)) {
      return id.substring(id.indexOf('.') + 1);
    }
    String zh = ZH.text(id).strip();
    String en = EN.text(id).strip();
    return zh.equals(en) ? en : zh + ", " + en;
  }

  private static String form(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == List.class) {
      Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return element == FactKind.class
          ? "list: names of lists of the document, such as `\"classes\"`, or kinds, such as `\"CLASS\"`"
          : "list: " + (element == String.class ? "text" : idOf(element));
    }
    if (type.isEnum()) {
      return "one of [%s](#%s)".formatted(type.getSimpleName(), anchor(type.getSimpleName()));
    }
    if (component.isAnnotationPresent(Coded.class)) {
      String list = component.getAnnotation(Coded.class).value().word();
      return "code of [%s](#codes-%s)".formatted(list, list);
    }
    if (Subject.class.isAssignableFrom(type)) {
      return idOf(type);
    }
    if (type == Map.class) {
      return "object: a decimal, or a censored number, under the name of each [cell](#forms)";
    }
    if (type == ClassesBySize.class) {
      return "object: a whole number under each range of sizes";
    }
    return Map.of(
            Integer.class, "whole number", BigDecimal.class, "decimal", Boolean.class, "yes or no", LocalDate.class,
            "date",
            LocalTime.class, "time", String.class, "text")
        .get(type);
  }

  private static String idOf(Class<?> type) {
    String word = FactKind.of(type).word();
    return "id of a [%s](#%s)".formatted(EN.kind(word), word);
  }

  private static String remarks(RecordComponent component, Javadoc javadoc) {
    List<String> remarks = new ArrayList<>();
    if (component.isAnnotationPresent(Required.class)) {
      remarks.add("**required**");
    }
    Domain domain = component.getAnnotation(Domain.class);
    if (domain != null) {
      remarks.add("from %d to %d".formatted(domain.min(), domain.max()));
    }
    NotBefore before = component.getAnnotation(NotBefore.class);
    if (before != null) {
      remarks.add("not before " + quoted(List.of(before.value())));
    }
    PartOf part = component.getAnnotation(PartOf.class);
    if (part != null) {
      remarks.add("not more than " + quoted(List.of(part.value())));
    }
    if (component.isAnnotationPresent(Past.class)) {
      remarks.add("not after `asOf`");
    }
    if (component.getType() == Boolean.class) {
      remarks.add("word `" + Words.ofComponent(component.getName()) + "`");
    }
    Coded coded = component.getAnnotation(Coded.class);
    if (coded != null && coded.absentIsNone()) {
      remarks.add("without it the fact bears no word of the list");
    }
    String meaning = javadoc.parts.get(component.getName());
    if (meaning != null) {
      remarks.add(meaning);
    }
    return String.join("; ", remarks);
  }

  private void constants() {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (FactKind kind : FactKind.values()) {
      for (RecordComponent component : kind.type().getRecordComponents()) {
        if (component.getType().isEnum()) {
          types.add(component.getType());
        }
      }
    }
    line("## Constants");
    line("");
    line("Rules write `Type.CONSTANT`, documents what the second column says, limits the words of `applies_to`.");
    line("");
    for (Class<?> type : types) {
      Javadoc javadoc = Javadoc.of(type);
      line("### %s", type.getSimpleName());
      line("");
      line("%s", javadoc.text);
      line("");
      boolean explained = !javadoc.parts.isEmpty();
      line("| constant | in documents | words of `applies_to` |%s", explained ? " meaning |" : "");
      line("|---|---|---|%s", explained ? "---|" : "");
      for (Object one : type.getEnumConstants()) {
        Enum<?> constant = (Enum<?>) one;
        List<String> spellings = one instanceof Spelled spelled ? spelled.spellings() : List.of(constant.name());
        line("| `%s` | %s | %s |%s",
            constant.name(), quoted(spellings), quoted(new TreeSet<>(Words.allOf(constant))),
            explained ? " " + javadoc.parts.getOrDefault(constant.name(), "") + " |" : "");
      }
      line("");
    }
  }

  private void codes() {
    line("## Codes");
    line("");
    line("Codes are registered in `rules/*/codes*.csv`. Any document may use any of them. The word of `applies_to` is the code");
    line("in lower case with hyphens: `INFORMATION_REQUEST` is `information-request`.");
    line("");
    for (CodeList list : CodeList.values()) {
      line("### Codes: %s", list.word());
      line("");
      line("| code | 名称 | title | registered in |");
      line("|---|---|---|---|");
      for (Source source : Shipped.FILES.codes()) {
        Map<String, Text> titles =
            Shipped.read(() -> new CodeReader().read(List.of(source))).lists().getOrDefault(list, Map.of());
        for (String code : new TreeSet<>(titles.keySet())) {
          Text title = titles.get(code);
          line("| `%s` | %s | %s | `%s` |", code, cell(title.zh()), cell(title.en()), source.path());
        }
      }
      line("");
    }
  }

  private void forms() {
    line("## Forms");
    line("");
    line("Tables `rules/*/forms*.csv` declare the cells of each form, and the relations that must hold between them,");
    line("see [Rules and limits](rules.md#forms). Any document may submit any form. A cell is never below zero.");
    line("");
    Shipped.CODES.forms().forEach((form, cells) -> {
      line("### Form: %s", form);
      line("");
      line("| cell | 名称 | title | unit |");
      line("|---|---|---|---|");
      cells.values().forEach(one ->
          line("| `%s` | %s | %s | %s |",
              one.name(), cell(one.title().zh()), cell(one.title().en()), cell(one.unit())));
      line("");
      line("| relation | 名称 | title | what must hold |");
      line("|---|---|---|---|");
      Shipped.LIMITS.stream()
          .filter(limit -> limit.value() instanceof Value.CellRelation)
          .filter(limit -> limit.appliesTo().equals(Words.ofConstant(form)))
          .forEach(limit -> line("| `%s` | %s | %s | `%s` |",
              limit.id(), cell(limit.title().zh()), cell(limit.title().en()), limit.valueText()));
      line("");
    });
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT);
  }

  private static String quoted(Iterable<String> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(word -> quoted.add("`" + word + "`"));
    return String.join(" ", quoted);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private void line(String format, Object... arguments) {
    page.append(arguments.length == 0 ? format : format.formatted(arguments).stripTrailing()).append('\n');
  }

  /**
   * What the source of a type says of it.
   *
   * @param text of the type
   * @param parts of its components, constants and derived measures, by name
   */
  private record Javadoc(String text, Map<String, String> parts) {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*(.*?)[\\n(]");
    private static final Pattern DERIVED = Pattern.compile(
        "(?s)/\\*\\*(.*?)\\*/\\s*@From\\([^)]*\\)\\s*public \\w+ (\\w+)\\(");
    private static final Pattern CONSTANT = Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z][A-Z_0-9]*)\\b");

    static Javadoc of(Class<?> type) {
      try {
        String source = Files.readString(RECORDS.resolve(type.getSimpleName() + ".java"));
        Matcher first = COMMENT.matcher(source);
        if (!first.find()) {
          throw new AssertionError("no Javadoc of " + type);
        }
        String[] own = plain(first.group(1)).split(" ?@param ");
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : Arrays.asList(own).subList(1, own.length)) {
          parts.put(part.substring(0, part.indexOf(' ')), part.substring(part.indexOf(' ') + 1));
        }
        for (Pattern pattern : type.isEnum() ? List.of(CONSTANT) : List.of(DERIVED)) {
          Matcher matcher = pattern.matcher(source.substring(first.end()));
          while (matcher.find()) {
            parts.put(matcher.group(2), plain(matcher.group(1)).replaceAll("\\.$", ""));
          }
        }
        return new Javadoc(own[0], parts);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String plain(String comment) {
      return cell(
          comment
              .replaceAll("(?m)^\\s*\\*", " ")
              .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
              .replaceAll("</?\\w+>", " ")
              .replaceAll("\\s+", " ")
              .strip());
    }
  }
}
