package org.dudao.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.DateRange;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.Words;

/** Reads tables of limits, strictly: a slip of the pen is a fault with its cell, never another limit. */
public final class LimitReader {
  /** The columns that every table of limits has, in the order in which ours are written. */
  public static final List<String> COLUMNS =
      List.of(
          "id", "rule", "applies_to", "value", "unit", "level", "from", "until", "title", "title_en", "document",
          "clause", "remedy", "remedy_en", "dated_by", "ref", "announced", "confidence", "checked_on", "note", "note_en");

  private static final String CALENDAR = "calendar";
  private static final String SUSPENDED = "suspended";

  /** The columns that only a table has which needs them. */
  public static final List<String> RARE_COLUMNS = List.of(CALENDAR, SUSPENDED);

  private static final List<String> OPTIONAL =
      List.of("remedy_en", "announced", "confidence", "checked_on", "note", "note_en", CALENDAR, SUSPENDED);
  private static final List<String> REQUIRED = COLUMNS.stream().filter(name -> !OPTIONAL.contains(name)).toList();
  private static final String EVERYWHERE = "any";
  private static final int MAX_ID = 200;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*+(\\.[a-z0-9][a-z0-9-]*+)++");
  // In China the code of the region without its trailing zeros, which would leave out all that lies below it.
  private static final Pattern REGION =
      Pattern.compile("any|cn(-(?!\\d*00$)\\d{2}(\\d{2}){0,2}|-x(-[a-z0-9]+)+)?|(?!cn)[a-z]{2}(-[a-z0-9]+)*");
  private static final List<String> CONFIDENCES = List.of("", "high", "medium", "low");

  static final Map<String, Level> LEVELS =
      Arrays.stream(Level.values())
          .collect(Collectors.toUnmodifiableMap(level -> level.name().toLowerCase(Locale.ROOT), level -> level));

  private final Map<String, Condition.Word> words;

  public LimitReader(Codes codes) {
    this.words = Condition.Word.all(codes);
  }

  /**
   * Reads all those tables.
   *
   * @throws InputException with every fault of every table
   */
  public List<Limit> read(List<Source> sources) throws InputException {
    List<Problem> problems = new ArrayList<>();
    List<Limit> limits = new ArrayList<>();
    for (Source source : sources) {
      requireRegion(source, problems);
      for (CsvTable.Row row : CsvTable.read(source, REQUIRED, OPTIONAL, problems).rows()) {
        Limit limit = limit(source, row);
        if (!row.isFaulty()) {
          limits.add(limit);
        }
      }
    }
    refuseOverlaps(limits, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return limits;
  }

  /** Requires that the folder of the table names a region. */
  static void requireRegion(Source source, List<Problem> problems) {
    if (!REGION.matcher(source.folder()).matches()) {
      problems.add(Problem.of(ProblemCode.FOLDER, new Origin(source.name(), "A1", 1, 1), source.folder()));
    }
  }

  /**
   * The limit that the same row would be if some of its cells said something else.
   *
   * @param cells by their columns
   * @param versions the other limits of that id
   * @throws InputException when the row would be refused, alone or beside the others
   */
  public Limit edited(Limit limit, Map<String, String> cells, List<Limit> versions) throws InputException {
    Map<String, String> row = cells(limit);
    row.putAll(cells);
    String folder = limit.region().isEmpty() ? EVERYWHERE : limit.region().toLowerCase(Locale.ROOT);
    String text =
        String.join(",", row.keySet()) + "\n"
            + row.values().stream().map(LimitReader::quoted).collect(Collectors.joining(","));
    Source source =
        new Source(
            limit.origin().file(), folder + "/" + limit.topic() + ".csv", text.getBytes(StandardCharsets.UTF_8));
    List<Limit> read = read(List.of(source));
    List<Limit> all = new ArrayList<>(versions);
    all.addAll(read);
    List<Problem> problems = new ArrayList<>();
    refuseOverlaps(all, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return read.get(0);
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** The row of a limit, by the columns. */
  private static Map<String, String> cells(Limit limit) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", limit.id());
    cells.put("rule", limit.rule());
    cells.put("applies_to", limit.appliesTo());
    cells.put("value", limit.valueText());
    cells.put("unit", limit.unit());
    cells.put("level", Words.of(limit.level()));
    cells.put("from", day(limit.from()));
    cells.put("until", day(limit.until()));
    cells.put("title", limit.title().zh());
    cells.put("title_en", limit.title().en());
    cells.put("document", limit.document());
    cells.put("clause", limit.clause());
    cells.put("remedy", limit.remedy().zh());
    cells.put("remedy_en", limit.remedy().en());
    cells.put("dated_by", limit.datedBy());
    cells.put("ref", String.join(" ", limit.refs()));
    cells.put("announced", day(limit.announced()));
    cells.put("confidence", limit.confidence());
    cells.put("checked_on", day(limit.checkedOn()));
    cells.put("note", limit.note().zh());
    cells.put("note_en", limit.note().en());
    cells.put(CALENDAR, String.join(" ", limit.calendars()).toLowerCase(Locale.ROOT));
    DateRange suspended = limit.suspended();
    cells.put(SUSPENDED, suspended == null ? "" : suspended.from() + ".." + suspended.to());
    return cells;
  }

  private static String day(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private Limit limit(Source source, CsvTable.Row row) {
    String id = row.required("id");
    String rule = row.required("rule");
    String topic = source.fileName().substring(0, source.fileName().lastIndexOf('.'));
    for (String column : List.of("id", "rule")) {
      String text = row.text(column);
      if (!text.isEmpty() && (text.length() > MAX_ID || !ID.matcher(text).matches())) {
        row.fault(column, ProblemCode.ID_FORM, text);
      } else if (column.equals("id") && !text.isEmpty() && !text.startsWith(topic + ".")) {
        row.fault(column, ProblemCode.ID_TOPIC, text, topic);
      }
    }
    Condition scope = new ConditionParser(words, row, "applies_to").parse(row.text("applies_to"));
    Value value = new ValueParser(row).parse();
    Level level = LEVELS.get(row.oneOf("level", LEVELS.keySet()));
    LocalDate from = row.date("from");
    LocalDate until = row.date("until");
    if (from != null && until != null && !from.isBefore(until)) {
      row.fault("until", ProblemCode.UNTIL_BEFORE_FROM, until, from);
    }
    LocalDate announced = row.date("announced");
    if (announced != null && !row.text("dated_by").isEmpty()) {
      row.fault("announced", ProblemCode.ANNOUNCED_DATED_BY, row.text("dated_by"));
    } else if (announced != null && (from == null || !announced.isBefore(from))) {
      row.fault("announced", ProblemCode.ANNOUNCED_LATE, announced);
    }
    row.required("document");
    return new Limit(
        id, rule, row.text("applies_to"), scope, value, row.text("value"), row.text("unit"), level, from, until,
        announced, new Text(row.required("title"), row.text("title_en")), row.text("document"), row.text("clause"),
        new Text(row.text("remedy"), row.text("remedy_en")), row.text("dated_by"), words(row.text(CALENDAR).toUpperCase(Locale.ROOT)), suspended(row),
        words(row.text("ref")),
        row.oneOf("confidence", CONFIDENCES), row.date("checked_on"),
        new Text(row.text("note"), row.text("note_en")),
        region(source), row.origin("id"));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  /** From one day to another, {@code 2020-05-01..2020-09-25}; null when there are none. */
  private static DateRange suspended(CsvTable.Row row) {
    String text = row.text(SUSPENDED);
    if (text.isEmpty()) {
      return null;
    }
    String[] ends = text.split("\\.\\.", 2);
    LocalDate from = CsvTable.Row.dateOf(ends[0]);
    LocalDate to = CsvTable.Row.dateOf(ends[ends.length - 1]);
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

  /** One id, one region, one day: one limit. */
  static void refuseOverlaps(List<Limit> limits, List<Problem> problems) {
    Map<String, List<Limit>> versions = new HashMap<>();
    for (Limit limit : limits) {
      List<Limit> others = versions.computeIfAbsent(limit.id(), key -> new ArrayList<>());
      for (Limit other : others) {
        String place = other.origin().toString();
        if (!other.rule().equals(limit.rule())) {
          problems.add(Problem.of(ProblemCode.OTHER_RULE, limit.origin(), limit.id(), other.rule(), place));
        } else if (other.region().equals(limit.region())) {
          if (!other.datedBy().equals(limit.datedBy())) {
            // What is too old for the one and too young for the other would be law under neither.
            problems.add(
                Problem.of(ProblemCode.OTHER_DATED_BY, limit.origin(), limit.id(), other.datedBy(), place));
          } else if (overlap(limit, other)) {
            problems.add(Problem.of(ProblemCode.OVERLAP, limit.origin(), limit.id(), place));
          } else if (isDayBefore(limit, other) || isDayBefore(other, limit)) {
            // Who takes until for the last day in force leaves a day, often the 31st of December, without law.
            problems.add(
                Problem.of(ProblemCode.GAP, limit.origin(), limit.id(), earlierEnd(limit, other), place));
          }
        }
      }
      others.add(limit);
    }
  }

  private static boolean isDayBefore(Limit one, Limit next) {
    return one.until() != null && next.from() != null && one.until().plusDays(1).equals(next.from());
  }

  private static String earlierEnd(Limit one, Limit other) {
    return (isDayBefore(one, other) ? one : other).until().toString();
  }

  private static boolean overlap(Limit one, Limit other) {
    return startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);
  }

  private static boolean startsBeforeEndOf(Limit one, Limit other) {
    return one.from() == null || other.until() == null || one.from().isBefore(other.until());
  }
}
