package org.dudao.load;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Authority;
import org.dudao.fact.Citation;
import org.dudao.fact.Codes;
import org.dudao.fact.DateRange;
import org.dudao.fact.Effect;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Text;
import org.dudao.fact.Words;

/** Reads tables of limits as people write them; a slip of the pen is a fault with its cell, never another limit. */
public final class LimitReader {
  /** The columns that every table of limits has, in the order in which ours are written. */
  public static final List<String> COLUMNS =
      List.of(
          "id", "rule", "applies_to", "value", "unit", "level", "from", "until", "title", "title_en", "document",
          "clause", "authority", "words", "source", "remedy", "remedy_en", "dated_by", "ref", "announced", "confidence", "checked_on", "note", "note_en");

  private static final String CALENDAR = "calendar";
  private static final String SUSPENDED = "suspended";
  static final String EFFECT = "effect";

  /** The columns that only a table has which needs them. */
  public static final List<String> RARE_COLUMNS = List.of(CALENDAR, SUSPENDED, EFFECT);

  private static final List<String> REQUIRED = List.of("id", "rule", "value", "level", "title", "document");
  /** What a table need not have: a table that was written before a column came is read as ever. */
  private static final List<String> OPTIONAL =
      Stream.concat(COLUMNS.stream().filter(name -> !REQUIRED.contains(name)), RARE_COLUMNS.stream()).toList();
  private static final String EVERYWHERE = "any";
  private static final int MAX_ID = 200;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*+(\\.[a-z0-9][a-z0-9-]*+)++");
  // In China the code of the region without its trailing zeros, which would leave out all that lies below it.
  private static final Pattern REGION =
      Pattern.compile("any|cn(-(?!\\d*00$)\\d{2}(\\d{2}){0,2}|-x(-[a-z0-9]++)++)?|(?!cn)[a-z]{2}(-[a-z0-9]++)*+");
  private static final String AUTHORITY = "authority";
  private static final List<String> CONFIDENCES = List.of("", "high", "medium", "low");

  static final Map<String, Level> LEVELS =
      Arrays.stream(Level.values())
          .collect(Collectors.toUnmodifiableMap(level -> level.name().toLowerCase(Locale.ROOT), level -> level));

  private static final Map<String, Authority> AUTHORITIES =
      Arrays.stream(Authority.values()).collect(Collectors.toUnmodifiableMap(Words::of, authority -> authority));

  private static final Map<String, Effect> EFFECTS =
      Arrays.stream(Effect.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  effect -> effect == Effect.ADDS ? "" : effect.name().toLowerCase(Locale.ROOT), effect -> effect));

  private final ScopeVocabulary vocabulary;

  public LimitReader(Codes codes) {
    this.vocabulary = new ScopeVocabulary(codes);
  }

  /**
   * Reads all those tables, and puts the layers of which they are together.
   *
   * @return the limits that are law
   * @throws InputException with every fault of every table
   */
  public List<Limit> read(List<Source> sources) throws InputException {
    LayeredLimits law = law(sources);
    law.requireSound();
    return law.limits();
  }

  /**
   * The same, with the rows that change what lies below them, whether or not they can be laid so.
   *
   * @throws InputException with every fault of every table
   */
  public LayeredLimits law(List<Source> sources) throws InputException {
    return law(sources, source -> null);
  }

  /**
   * The same of tables of which some were read before.
   *
   * @param known the rows of a table; null of one that has to be read
   */
  public LayeredLimits law(List<Source> sources, Function<Source, List<Limit>> known) throws InputException {
    List<Problem> problems = new ProblemList();
    LayeredLimits law = law(sources, known, problems);
    if (!problems.isEmpty()) {
      problems.addAll(law.problems());
      throw new InputException(problems);
    }
    return law;
  }

  /** What of the rows of all those tables is sound; every fault of every cell is added to the problems. */
  public LayeredLimits law(List<Source> sources, List<Problem> problems) {
    return law(sources, source -> null, problems);
  }

  private LayeredLimits law(List<Source> sources, Function<Source, List<Limit>> known, List<Problem> problems) {
    LayeredLimits law = new LayeredLimits();
    Map<Integer, List<Limit>> layers = new TreeMap<>();
    for (Source source : sources) {
      List<Limit> layer = layers.computeIfAbsent(source.layer(), key -> new ArrayList<>());
      List<Limit> rows = known.apply(source);
      if (rows != null) {
        layer.addAll(rows);
        continue;
      }
      requireRegion(source, problems);
      for (CsvTable.Row row : CsvTable.read(source, REQUIRED, OPTIONAL, problems).rows()) {
        Limit limit = limit(source, row, row.origin("id"));
        if (!row.isFaulty()) {
          layer.add(limit);
        }
      }
    }
    layers.values().forEach(law::lay);
    return law;
  }

  /** Whether a folder of that name is one of a region. */
  static boolean isRegion(String folder) {
    return REGION.matcher(folder).matches();
  }

  /** The cell of that column in that line of a table of limits; null where the table has no such column. */
  public static Origin cell(Source source, String column, int line) {
    Integer index = columns(source).get(column);
    return index == null ? null : CsvTable.place(source, index, line);
  }

  /** The columns that every table of limits has, and that one has not; they are read as if they were empty. */
  public static List<String> absentColumns(Source source) {
    Set<String> there = columns(source).keySet();
    return COLUMNS.stream().filter(column -> !there.contains(column)).toList();
  }

  /** Where each column of a table of limits stands; none where it has no header that can be read. */
  private static Map<String, Integer> columns(Source source) {
    List<String> known = Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    try {
      CsvHeader header = CsvHeader.find(source.tableText(), known, Glossary.COLUMNS);
      return header == null ? Map.of() : header.columns(source, known, Glossary.COLUMNS, new ArrayList<>());
    } catch (CharacterCodingException e) {
      return Map.of();
    }
  }

  /** Requires that the folder of the table names a region. */
  static void requireRegion(Source source, List<Problem> problems) {
    if (!isRegion(source.folder())) {
      problems.add(Problem.of(ProblemCode.FOLDER, new Origin(source.name(), "A1", 1, 1), source.folder()));
    }
  }

  /**
   * What the same row would say if some of its cells said something else.
   *
   * @param cells by their columns
   * @throws InputException when the row would be refused whatever stands beside it
   */
  public Limit edited(Limit row, Map<String, String> cells) throws InputException {
    Map<String, String> written = cells(row);
    written.putAll(cells);
    written.remove(AUTHORITY, "");
    String folder = row.region().isEmpty() ? EVERYWHERE : row.region().toLowerCase(Locale.ROOT);
    String text =
        String.join(",", written.keySet()) + "\n"
            + written.values().stream().map(LimitReader::quoted).collect(Collectors.joining(","));
    Source source =
        new Source(row.origin().file(), folder + "/" + row.topic() + ".csv", text.getBytes(StandardCharsets.UTF_8));
    List<Problem> problems = new ArrayList<>();
    CsvTable.Row only = CsvTable.read(source, REQUIRED, OPTIONAL, problems).rows().get(0);
    Limit edited = limit(source, only, row.origin());
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return edited;
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** The row of a limit, by the columns. */
  private static Map<String, String> cells(Limit row) {
    Map<String, String> cells = new LinkedHashMap<>(row.decisiveCells());
    cells.put("id", row.id());
    cells.put("title", row.title().zh());
    cells.put("title_en", row.title().en());
    cells.put("remedy", row.remedy().zh());
    cells.put("remedy_en", row.remedy().en());
    Citation citation = row.citation();
    cells.put("words", citation.words());
    cells.put("source", citation.source());
    cells.put("ref", String.join(" ", citation.refs()));
    cells.put("announced", row.announced() == null ? "" : row.announced().toString());
    cells.put("confidence", citation.confidence());
    cells.put("checked_on", citation.checkedOn() == null ? "" : citation.checkedOn().toString());
    cells.put("note", row.note().zh());
    cells.put("note_en", row.note().en());
    return cells;
  }

  private Limit limit(Source source, CsvTable.Row row, Origin at) {
    row.required("id");
    row.required("rule");
    String id = row.plain("id");
    String rule = row.plain("rule");
    String topic = source.fileName().substring(0, source.fileName().lastIndexOf('.'));
    for (String column : List.of("id", "rule")) {
      String text = row.plain(column);
      if (!text.isEmpty() && (text.length() > MAX_ID || !ID.matcher(text).matches())) {
        row.fault(column, ProblemCode.ID_FORM, text);
      } else if (column.equals("id") && !text.isEmpty() && !text.startsWith(topic + ".")) {
        row.fault(column, ProblemCode.ID_TOPIC, text, topic);
      }
    }
    ConditionParser.WrittenScope scope =
        new ConditionParser(vocabulary, row, "applies_to").parse(row.plain("applies_to"));
    Effect effect = EFFECTS.getOrDefault(row.oneOf(EFFECT, EFFECTS.keySet(), Glossary.EFFECTS), Effect.ADDS);
    if (effect != Effect.ADDS) {
      row.required("clause");
    }
    if (effect == Effect.EXEMPTS) {
      row.required("applies_to");
    }
    ValueParser.Demanded demanded =
        effect.isLimit() || !row.text("value").isEmpty()
            ? new ValueParser(vocabulary, row).parse()
            : new ValueParser.Demanded(null, "", "", row.plain("unit"));
    Level level =
        effect.isLimit() || !row.text("level").isEmpty()
            ? LEVELS.get(row.oneOf("level", LEVELS.keySet(), Glossary.LEVELS))
            : null;
    LocalDate from = row.date("from");
    LocalDate until = row.date("until");
    if (from != null && until != null && !from.isBefore(until)) {
      row.fault("until", ProblemCode.UNTIL_BEFORE_FROM, until, from);
    }
    LocalDate announced = row.date("announced");
    String datedBy = datedBy(row);
    if (announced != null && !datedBy.isEmpty()) {
      row.fault("announced", ProblemCode.ANNOUNCED_DATED_BY, datedBy);
    } else if (announced != null && (from == null || !announced.isBefore(from))) {
      row.fault("announced", ProblemCode.ANNOUNCED_LATE, announced);
    }
    Citation citation = citation(row);
    requireAllowed(citation.authority(), level, row);
    if (WrittenDay.isLike(row.plain("clause"))) {
      row.fault("clause", ProblemCode.CLAUSE_DAY, row.text("clause"));
    }
    return new Limit(
        id, rule, scope.text(), scope.condition(), demanded.value(), demanded.text(), demanded.sameAs(),
        demanded.unit(), level, from, until, announced, new Text(row.required("title"), row.text("title_en")), citation,
        new Text(row.text("remedy"), row.text("remedy_en")), datedBy,
        row.items(CALENDAR).stream().map(region -> region.toUpperCase(Locale.ROOT)).toList(), suspended(row),
        new Text(row.text("note"), row.text("note_en")), region(source), null, effect, at);
  }

  private static Citation citation(CsvTable.Row row) {
    return new Citation(
        row.required("document"), row.text("clause"), authority(row), row.text("words"), row.text("source"),
        row.items("ref"), row.oneOf("confidence", CONFIDENCES, Glossary.CONFIDENCES), row.date("checked_on"));
  }

  /** Null in a table that was written before the column came; one that has it says it of each row. */
  private static Authority authority(CsvTable.Row row) {
    if (!row.columns().contains(AUTHORITY)) {
      return null;
    }
    if (row.required(AUTHORITY).isEmpty()) {
      return null;
    }
    return AUTHORITIES.get(row.oneOf(AUTHORITY, AUTHORITIES.keySet(), Glossary.AUTHORITIES));
  }

  /** Requires of a row what its kind of document can bear. */
  private static void requireAllowed(Authority authority, Level level, CsvTable.Row row) {
    if (authority == null || level == null) {
      return;
    }
    String name = Words.of(authority);
    if (!authority.levels().contains(level)) {
      String levels = authority.levels().stream().map(Words::of).collect(Collectors.joining(", "));
      row.fault("level", ProblemCode.LEVEL_OF_AUTHORITY, name, Words.of(level), levels);
    }
    boolean ends = !row.text("until").isEmpty();
    if (row.text("from").isEmpty() && (authority.hasTerm() || authority.isDated() && !ends)) {
      row.fault("from", ProblemCode.AUTHORITY_WITHOUT_FROM, name);
    }
    if (authority.hasTerm() && !ends) {
      row.fault("until", ProblemCode.AUTHORITY_WITHOUT_UNTIL, name);
    }
  }

  private String datedBy(CsvTable.Row row) {
    String text = row.plain("dated_by");
    Set<String> meanings = vocabulary.names(text);
    if (meanings.size() > 1) {
      row.fault("dated_by", ProblemCode.SEVERAL_READINGS, text, String.join(", ", meanings));
    }
    // The rule of the limit tells whether its facts have such a day.
    return meanings.isEmpty() ? text : meanings.iterator().next();
  }

  /** From one day to another, {@code 2020-05-01..2020-09-25}; null when there are none. */
  private static DateRange suspended(CsvTable.Row row) {
    String text = row.plain(SUSPENDED);
    if (text.isEmpty()) {
      return null;
    }
    String[] ends = text.split(" ?(?:\\.\\.|至) ?", 2);
    LocalDate from = WrittenDay.of(ends[0]);
    LocalDate to = WrittenDay.of(ends[ends.length - 1]);
    if (ends.length < 2 || from == null || to == null || to.isBefore(from)) {
      row.fault(SUSPENDED, ProblemCode.SUSPENDED, text);
      return null;
    }
    return new DateRange(from, to);
  }

  /** The folder's name is the region; what stands in {@code any} is for all of them. */
  static String region(Source source) {
    return source.folder().equals(EVERYWHERE) ? "" : source.folder().toUpperCase(Locale.ROOT);
  }
}
