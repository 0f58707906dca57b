package org.dudao.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.CodeList;
import org.dudao.fact.Authority;
import org.dudao.fact.Citation;
import org.dudao.fact.Codes;
import org.dudao.fact.Effect;
import org.dudao.fact.FormCell;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Relation;
import org.dudao.fact.Text;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Value;
import org.dudao.fact.Words;

/**
 * Reads the tables that declare forms: the cells of each, and the relations that must hold between them. The kind of a
 * row says what it declares: {@code cell}, or one of the relations of printed figures. Cells are those of the form
 * wherever it is submitted; relations are limits, for the region of their folder.
 */
public final class FormReader {
  /** The rule that holds a form against its relations. */
  static final String RULE = "consistency.form.relation";

  private static final String ID = Limit.CONSISTENCY + ".form.";
  private static final String CELL = "cell";
  private static final String REPLACES = Words.of(Effect.REPLACES);
  /** A relation is the same for all who submit the form: it is another one, or stays. */
  private static final List<String> EFFECTS = List.of("", REPLACES);
  private static final List<String> REQUIRED =
      List.of("form", "name", "kind", "unit", "stated", "operands", "level", "title", "title_en", "document", "clause");
  private static final List<String> OPTIONAL =
      List.of("applies_to", "from", "until", "remedy", "remedy_en", "note", "note_en", LimitReader.EFFECT);
  /** What only a relation has. */
  private static final List<String> OF_RELATIONS =
      List.of(
          "stated", "operands", "level", "document", "clause", "applies_to", "from", "until", "remedy", "remedy_en",
          LimitReader.EFFECT);

  private static final Map<String, Relation> RELATIONS =
      Arrays.stream(Relation.values()).collect(Collectors.toUnmodifiableMap(Words::of, Function.identity()));
  /** Those in which a cell may stand several times: the count of two values, the factor of a square. */
  private static final Set<Relation> REPEATING = EnumSet.of(Relation.WEIGHTED_SUM, Relation.PRODUCT);
  private static final List<String> KINDS = kinds();
  /** Letters and digits of any script. */
  private static final Pattern CELL_NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_-]{0,99}");
  private static final Pattern RELATION_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  private final Codes codes;
  private final ScopeVocabulary vocabulary;
  private final List<Problem> problems = new ProblemList();
  private final Map<String, Map<String, FormCell>> cells = new LinkedHashMap<>();
  private final Map<String, DeclaredCell> declared = new HashMap<>();

  /** @param codes those of the forms among them */
  public FormReader(Codes codes) {
    this.codes = codes;
    this.vocabulary = new ScopeVocabulary(codes);
  }

  /**
   * What tables declare.
   *
   * @param codes the codes, with the cells of the forms
   * @param law what must hold between the cells
   */
  public record Forms(Codes codes, LayeredLimits law) {
    /** What must hold between the cells when all layers are heeded. */
    public List<Limit> relations() {
      return law.limits();
    }
  }

  /** A cell, and where it is declared. */
  private record DeclaredCell(FormCell cell, int layer, Origin place) {}

  /** A row that declares a relation. */
  private record RelationRow(Source source, CsvTable.Row row) {}

  /**
   * Reads all those tables; to be asked for once.
   *
   * @throws InputException with every fault of every table
   */
  public Forms read(List<Source> sources) throws InputException {
    List<RelationRow> relations = new ArrayList<>();
    for (Source source : sources) {
      LimitReader.requireRegion(source, problems);
      for (CsvTable.Row row : CsvTable.read(source, REQUIRED, OPTIONAL, problems).rows()) {
        row.oneOf("form", codes.of(CodeList.FORM), Glossary.NONE);
        String kind = kind(row);
        if (kind.equals(CELL)) {
          cell(source, row);
        } else if (!row.isFaulty()) {
          relations.add(new RelationRow(source, row));
        }
      }
    }
    // A table may name cells that another one declares.
    Map<Integer, List<Limit>> layers = new TreeMap<>();
    for (RelationRow relation : relations) {
      Limit limit = limit(relation.source, relation.row);
      if (!relation.row.isFaulty()) {
        layers.computeIfAbsent(relation.source.layer(), key -> new ArrayList<>()).add(limit);
      }
    }
    LayeredLimits law = new LayeredLimits();
    layers.values().forEach(law::lay);
    problems.addAll(law.problems());
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new Forms(codes.with(cells), law);
  }

  /** The cell of that column in the row of a cell of a form, of several that of the upper layer. */
  public static Origin cell(List<Source> sources, String form, String name, String column) {
    return CsvTable.cell(
        sources, REQUIRED, OPTIONAL,
        row -> row.plain("name").equals(name) && row.plain("form").equals(form) && kind(row).equals(CELL), column);
  }

  /** What the row declares, in the words of tables. */
  private static String kind(CsvTable.Row row) {
    return row.oneOf("kind", KINDS, Glossary.KINDS);
  }

  private void cell(Source source, CsvTable.Row row) {
    String form = row.plain("form");
    String name = row.required("name");
    if (!name.isEmpty() && !CELL_NAME.matcher(name).matches()) {
      row.fault("name", ProblemCode.CELL_NAME, name);
    }
    refuseFilled(OF_RELATIONS, row);
    Text title = new Text(row.required("title"), row.text("title_en"));
    FormCell cell = new FormCell(name, row.plain("unit"), title);
    DeclaredCell other = declared.put(form + " " + name, new DeclaredCell(cell, source.layer(), row.origin("name")));
    // Of a layer below, it is the same cell as long as its figures are of the same unit.
    if (other != null && !name.isEmpty()
        && (other.layer == source.layer() || !other.cell.unit().equals(cell.unit()))) {
      row.fault("name", ProblemCode.DUPLICATE_CELL, name, other.place);
    }
    cells.computeIfAbsent(form, key -> new LinkedHashMap<>()).put(name, cell);
  }

  private Limit limit(Source source, CsvTable.Row row) {
    String form = row.plain("form");
    String name = row.required("name");
    if (!name.isEmpty() && !RELATION_NAME.matcher(name).matches()) {
      row.fault("name", ProblemCode.RELATION_NAME, name);
    }
    refuseFilled(List.of("unit"), row);
    ConditionParser.WrittenScope scope =
        new ConditionParser(vocabulary, row, "applies_to")
            .parse((Words.ofConstant(form) + " " + row.plain("applies_to")).strip());
    LocalDate from = row.date("from");
    LocalDate until = row.date("until");
    if (from != null && until != null && !from.isBefore(until)) {
      row.fault("until", ProblemCode.UNTIL_BEFORE_FROM, until, from);
    }
    String level = row.oneOf("level", LimitReader.LEVELS.keySet(), Glossary.LEVELS);
    boolean replaces = row.oneOf(LimitReader.EFFECT, EFFECTS, Glossary.EFFECTS).equals(REPLACES);
    if (replaces) {
      row.required("clause");
    }
    return new Limit(
        ID + Words.ofConstant(form) + "." + name, RULE, scope.text(), scope.condition(), relation(row), written(row), "", "",
        LimitReader.LEVELS.get(level), from, until, null, new Text(row.required("title"), row.text("title_en")),
        Citation.of(row.required("document"), row.text("clause"), Authority.ARITHMETIC),
        new Text(row.text("remedy"), row.text("remedy_en")), "", List.of(), null, new Text(row.text("note"), row.text("note_en")), LimitReader.region(source),
        null, replaces ? Effect.REPLACES : Effect.ADDS, row.origin("name"));
  }

  private Value.CellRelation relation(CsvTable.Row row) {
    Relation relation = RELATIONS.get(kind(row));
    String stated = row.text("stated");
    Set<String> seen = new HashSet<>(Set.of(stated));
    List<FormCell> operands = new ArrayList<>();
    for (String name : names(row.text("operands"))) {
      // A sum with one part twice, or with itself among its parts, would accuse everybody.
      if (name.equals(stated) || !seen.add(name) && !REPEATING.contains(relation)) {
        row.fault("operands", ProblemCode.CELL_TWICE, name);
      }
      operands.add(cell(name, "operands", row));
    }
    return new Value.CellRelation(relation, stated.isEmpty() ? null : cell(stated, "stated", row), operands);
  }

  /** Names of cells as they are written, for facts must write them so. */
  private static List<String> names(String text) {
    return Stream.of(text.split("[\\s\\u3000\\u00A0,;，；、]+")).filter(name -> !name.isEmpty()).toList();
  }

  /** The cell of that name; null after a fault. */
  private FormCell cell(String name, String column, CsvTable.Row row) {
    String form = row.plain("form");
    Map<String, FormCell> known = cells.getOrDefault(form, Map.of());
    if (!known.containsKey(name)) {
      row.fault(column, ProblemCode.UNKNOWN_CELL, new UnknownName(name, new TreeSet<>(known.keySet())), form);
    }
    return known.get(name);
  }

  /** As reports cite it: {@code total = sum( a b )}. */
  private static String written(CsvTable.Row row) {
    String stated = row.text("stated");
    String operands = kind(row) + "( " + String.join(" ", names(row.text("operands"))) + " )";
    return stated.isEmpty() ? operands : stated + " = " + operands;
  }

  /** What nobody reads would be taken for something that is heeded. */
  private static void refuseFilled(List<String> columns, CsvTable.Row row) {
    for (String column : columns) {
      if (!row.text(column).isEmpty()) {
        row.fault(column, ProblemCode.CELL_FILLED, column, kind(row));
      }
    }
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(new TreeSet<>(RELATIONS.keySet()));
    kinds.add(0, CELL);
    return kinds;
  }
}
