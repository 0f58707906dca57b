package org.dudao.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dudao.fact.Catalogue;
import org.dudao.fact.Codes;
import org.dudao.fact.Coded;
import org.dudao.fact.FactKind;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Words;
import org.dudao.load.CsvTable;
import org.dudao.load.Glossary;
import org.dudao.load.Source;

/** Reads cases from a sheet: a row for each fact or expectation, a column for each component of facts. */
final class CaseSheet {
  private static final String CASE = "case";
  private static final String REGION = "region";
  private static final String DAY = "day";
  private static final String FACT = "fact";
  private static final String ID = "id";
  private static final String STANDARD = "standard";
  private static final String EXPECTED = "expected";
  private static final List<String> OWN = List.of(CASE, REGION, DAY, FACT, ID, STANDARD, EXPECTED);

  private static final List<String> LEVELS = Stream.of(Level.values()).map(Words::of).toList();
  private static final List<String> YES_AND_NO = List.of("yes", "no");

  private final Codes codes;
  /** The kinds by all that they are called. */
  private final Map<String, FactKind> kinds = new TreeMap<>();
  /** The components of each kind by all that they are called. */
  private final Map<FactKind, Map<String, String>> components = new EnumMap<>(FactKind.class);

  /** Sheets may call kinds and components what reports in Chinese call them, whatever language the program speaks. */
  CaseSheet(Codes codes) {
    this.codes = codes;
    Properties chinese = Catalogue.of(Language.ZH);
    for (FactKind kind : FactKind.values()) {
      Stream.of(kind.word(), kind.property(), called(kind, chinese)).forEach(name -> kinds.put(name, kind));
      Map<String, String> names = new LinkedHashMap<>();
      for (String name : Measures.names(kind.type())) {
        if (Measures.isReported(kind.type(), name) && !name.equals(ID)) {
          Stream.of(name, kind.property() + "." + name, chinese.getProperty("field." + name, name))
              .forEach(called -> names.putIfAbsent(called, name));
          FactKind referred = FactKind.of(Measures.type(kind.type(), name));
          if (referred != null) {
            names.putIfAbsent(called(referred, chinese), name);
          }
        }
      }
      components.put(kind, names);
    }
  }

  private static String called(FactKind kind, Properties chinese) {
    return chinese.getProperty("kind." + kind.word(), kind.word());
  }

  private static String column(ExpectedDetail detail) {
    return EXPECTED + " " + detail.word();
  }

  /**
   * One case of the sheet, as it was typed.
   *
   * @param day as dates are written
   * @param expectations those that could be read
   */
  static final class Typed {
    final String name;
    final Origin at;
    String region;
    Origin regionAt;
    String day;
    Origin dayAt;
    final Map<FactKind, Map<String, TypedFact>> facts = new EnumMap<>(FactKind.class);
    final List<Expectation> expectations = new ArrayList<>();

    private Typed(String name, Origin at) {
      this.name = name;
      this.at = at;
    }

    /** Its facts as a document. */
    String document() {
      Map<FactKind, Map<String, TypedFact>> all = new EnumMap<>(facts);
      Map<String, TypedFact> bureaus = all.remove(FactKind.BUREAU);
      TypedFact bureau = bureaus == null ? new TypedFact("b", at) : bureaus.values().iterator().next();
      bureau.values.put(REGION, quoted(region));
      bureau.places.put(REGION, regionAt);
      StringBuilder text = new StringBuilder("{\"bureau\": " + bureau.json() + ", \"asOf\": " + quoted(day));
      all.forEach((kind, ofKind) ->
          text.append(", ").append(quoted(kind.property())).append(": ")
              .append(ofKind.values().stream().map(TypedFact::json).toList()));
      return text.append('}').toString();
    }

    /** Where in the sheet that stands to which a pointer of the document leads. */
    Origin place(String pointer) {
      String[] parts = pointer.split("/");
      if (parts.length > 1 && parts[1].equals("asOf")) {
        return dayAt;
      }
      FactKind kind = parts.length > 1 ? FactKind.ofProperty(parts[1]) : null;
      if (kind == FactKind.BUREAU) {
        return place(kind, 0, parts.length > 2 ? parts[2] : null);
      }
      return kind == null || parts.length < 3
          ? at
          : place(kind, Integer.parseInt(parts[2]), parts.length > 3 ? parts[3] : null);
    }

    /** Where that component of that fact stands; the fact itself where it was not typed. */
    Origin place(FactKind kind, int number, String component) {
      List<TypedFact> ofKind = List.copyOf(facts.getOrDefault(kind, Map.of()).values());
      if (number >= ofKind.size()) {
        return REGION.equals(component) ? regionAt : at;
      }
      return ofKind.get(number).places.getOrDefault(component == null ? "" : component, ofKind.get(number).at);
    }
  }

  /** A fact as it was typed: its components as JSON, each with its cell. */
  private static final class TypedFact {
    private final Origin at;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Origin> places = new HashMap<>();

    TypedFact(String id, Origin at) {
      this.at = at;
      values.put(ID, quoted(id));
    }

    String json() {
      return values.entrySet().stream().map(one -> quoted(one.getKey()) + ": " + one.getValue()).toList().toString()
          .replaceFirst("^\\[", "{").replaceFirst("]$", "}");
    }
  }

  /** The cases of the sheet, in the order in which they are first named; faults are added to the problems. */
  Collection<Typed> read(Source source, List<Problem> problems) {
    Set<String> optional = new LinkedHashSet<>();
    for (ExpectedDetail detail : ExpectedDetail.values()) {
      optional.add(column(detail));
    }
    components.values().forEach(names -> optional.addAll(names.keySet()));
    optional.removeIf(name -> !Glossary.CASE_COLUMNS.meanings(name, OWN).isEmpty());
    Map<String, Typed> cases = new LinkedHashMap<>();
    Typed last = null;
    for (CsvTable.Row row : CsvTable.read(source, OWN, List.copyOf(optional), Glossary.CASE_COLUMNS, problems).rows()) {
      String name = last != null && row.text(CASE).isEmpty() ? last.name : row.required(CASE);
      if (!name.isEmpty()) {
        last = cases.computeIfAbsent(name, key -> new Typed(name, row.origin(CASE)));
        read(row, last);
      }
    }
    cases.values().forEach(one -> {
      if (one.region == null) {
        problems.add(Problem.of(ProblemCode.EMPTY_CELL, one.at, REGION));
      }
      if (one.day == null) {
        problems.add(Problem.of(ProblemCode.EMPTY_CELL, one.at, DAY));
      }
    });
    return cases.values();
  }

  private void read(CsvTable.Row row, Typed typed) {
    if (!row.text(REGION).isEmpty()) {
      refuseOther(row, REGION, row.text(REGION), typed.region, typed.regionAt);
      typed.region = typed.region == null ? row.text(REGION) : typed.region;
      typed.regionAt = typed.regionAt == null ? row.origin(REGION) : typed.regionAt;
    }
    if (!row.text(DAY).isEmpty()) {
      LocalDate written = row.date(DAY);
      String day = written == null ? row.text(DAY) : written.toString();
      refuseOther(row, DAY, day, typed.day, typed.dayAt);
      typed.day = typed.day == null ? day : typed.day;
      typed.dayAt = typed.dayAt == null ? row.origin(DAY) : typed.dayAt;
    }
    String called = row.required(FACT);
    FactKind kind = kinds.get(called);
    if (kind == null) {
      if (!called.isEmpty()) {
        row.oneOf(FACT, Stream.of(FactKind.values()).map(FactKind::word).toList(), Glossary.NONE);
      }
      return;
    }
    String id = row.required(ID);
    TypedFact fact =
        typed.facts.computeIfAbsent(kind, key -> new LinkedHashMap<>())
            .computeIfAbsent(id, key -> new TypedFact(id, row.origin(ID)));
    for (String column : row.columns()) {
      boolean isExpectation = OWN.contains(column) || column.startsWith(EXPECTED + " ");
      if (!isExpectation && !row.text(column).isEmpty()) {
        component(row, column, kind, fact);
      }
    }
    expectation(row, id, typed);
  }

  private void component(CsvTable.Row row, String column, FactKind kind, TypedFact fact) {
    String name = components.get(kind).get(column);
    if (name == null) {
      Set<String> known = new TreeSet<>(components.get(kind).values());
      row.fault(column, ProblemCode.CASE_COMPONENT, new UnknownName(column, known), kind.word());
      return;
    }
    Coded coded = Measures.declared(kind.type(), name, Coded.class);
    String value = json(row, column, Measures.type(kind.type(), name), coded);
    refuseOther(row, column, value, fact.values.get(name), fact.places.get(name));
    fact.values.put(name, value);
    fact.places.putIfAbsent(name, row.origin(column));
  }

  private static void refuseOther(CsvTable.Row row, String column, String value, String before, Origin at) {
    if (before != null && !before.equals(value)) {
      row.fault(column, ProblemCode.CASE_CONTRADICTION, column, value, at);
    }
  }

  private void expectation(CsvTable.Row row, String id, Typed typed) {
    Map<ExpectedDetail, String> details = new EnumMap<>(ExpectedDetail.class);
    for (ExpectedDetail detail : ExpectedDetail.values()) {
      String text = row.text(column(detail));
      if (!text.isEmpty()) {
        details.put(detail, detail(row, detail, text));
      }
    }
    if (row.text(STANDARD).isEmpty() && row.text(EXPECTED).isEmpty() && details.isEmpty()) {
      return;
    }
    String standard = row.required(STANDARD);
    row.required(EXPECTED);
    String outcome =
        row.text(EXPECTED).isEmpty() ? "" : row.oneOf(EXPECTED, ExpectedOutcome.names(), Glossary.OUTCOMES);
    if (!row.isFaulty()) {
      typed.expectations.add(
          new Expectation(standard, id, ExpectedOutcome.valueOf(outcome), details, row.origin(STANDARD)));
    }
  }

  private String detail(CsvTable.Row row, ExpectedDetail detail, String text) {
    String column = column(detail);
    return switch (detail) {
      case LEVEL -> row.oneOf(column, LEVELS, Glossary.LEVELS);
      case NOTE -> String.valueOf(row.oneOf(column, YES_AND_NO, Glossary.VALUES).equals("yes"));
      case DUE -> String.valueOf(row.date(column));
      case MISSING -> ExpectedDetail.joined(several(text));
      default -> text;
    };
  }

  /**
   * The cell as the document of facts writes it; what is none of its kind as text, which the reader of facts refuses.
   *
   * @param coded whose codes it holds; null when it holds none
   */
  private String json(CsvTable.Row row, String column, Class<?> type, Coded coded) {
    String typed = row.text(column);
    if (Number.class.isAssignableFrom(type)) {
      String number = row.number(column);
      return number == null ? quoted(row.plain(column)) : number;
    }
    if (type == Boolean.class) {
      Set<String> meanings = Glossary.VALUES.meanings(row.plain(column), YES_AND_NO);
      return meanings.isEmpty() ? quoted(typed) : String.valueOf(meanings.contains("yes"));
    }
    if (type == LocalDate.class) {
      return quoted(String.valueOf(row.date(column)));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return several(typed).stream().map(CaseSheet::quoted).toList().toString();
    }
    return quoted(coded == null ? typed : code(coded, typed));
  }

  /** The code that is typed, or that of which the title is. */
  private String code(Coded coded, String typed) {
    return codes.of(coded.value()).contains(typed)
        ? typed
        : codes.of(coded.value()).stream()
            .filter(code -> codes.title(coded.value(), code).zh().equals(typed))
            .sorted()
            .findFirst()
            .orElse(typed);
  }

  private static List<String> several(String text) {
    return Stream.of(text.split("[;；,，、]")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted(c));
      } else {
        quoted.append((char) c);
      }
    });
    return quoted.append('"').toString();
  }
}
