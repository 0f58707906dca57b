package org.dudao.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;

/** A comma-separated file with a strict header, whose faults are told cell by cell as a spreadsheet names them. */
public final class CsvTable {
  private final List<Row> rows = new ArrayList<>();

  /**
   * Reads the table; faults of its shape are added to the problems, and its sound rows are still there.
   *
   * @param required columns that must be there
   * @param optional columns that may be missing
   */
  public static CsvTable read(Source source, List<String> required, List<String> optional, List<Problem> problems) {
    return read(source, required, optional, Map.of(), problems);
  }

  /**
   * The same of a table whose columns may bear other names.
   *
   * @param otherNames of columns, each with the name by which the column is asked for
   */
  public static CsvTable read(
      Source source, List<String> required, List<String> optional, Map<String, String> otherNames,
      List<Problem> problems) {
    CsvTable table = new CsvTable();
    String text;
    try {
      text = source.utf8OrGb18030();
    } catch (CharacterCodingException e) {
      problems.add(Problem.of(ProblemCode.NOT_UTF8, Origin.of(source.name())));
      return table;
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().skipEmptyLines(true)
            // Otherwise a quote that nobody closed swallows all rows after it.
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Map<String, Integer> columns = null;
      int width = 0;
      for (CsvRecord line : csv) {
        if (columns == null) {
          columns = header(source, line, required, optional, otherNames, problems);
          width = line.getFieldCount();
        } else if (!line.getFields().stream().allMatch(String::isBlank)) {
          Row row = new Row(source, columns, line, problems);
          if (line.getFieldCount() != width) {
            row.fault(null, ProblemCode.ROW_WIDTH, line.getFieldCount(), width);
          }
          table.rows.add(row);
        }
      }
      if (columns == null) {
        problems.add(Problem.of(ProblemCode.NO_HEADER, place(source, 0, 1), String.join(",", required)));
      }
    } catch (CsvParseException e) {
      problems.add(new CsvDiagnosis(source, text).fault());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  /** The cell as reports cite it: its name, and its line and column. */
  static Origin place(Source source, int column, long line) {
    return new Origin(source.name(), cell(column, line), (int) line, column + 1);
  }

  /** All rows, those with faults among them. */
  public List<Row> rows() {
    return rows;
  }

  private static Map<String, Integer> header(
      Source source, CsvRecord line, List<String> required, List<String> optional, Map<String, String> otherNames,
      List<Problem> problems) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(required);
    known.addAll(optional);
    for (int i = 0; i < line.getFieldCount(); i++) {
      String typed = line.getField(i).strip();
      String name = otherNames.getOrDefault(typed, typed);
      Origin at = place(source, i, line.getStartingLineNumber());
      if (!known.contains(name)) {
        problems.add(Problem.of(ProblemCode.UNKNOWN_COLUMN, at, new UnknownName(name, known)));
      } else if (columns.put(name, i) != null) {
        problems.add(Problem.of(ProblemCode.DUPLICATE_COLUMN, at, name));
      }
    }
    for (String name : required) {
      if (!columns.containsKey(name)) {
        Origin at = new Origin(source.name(), "1", (int) line.getStartingLineNumber(), 1);
        problems.add(Problem.of(ProblemCode.MISSING_COLUMN, at, name));
      }
    }
    return columns;
  }

  /** The name that spreadsheet programs give a cell: {@code E12}. */
  private static String cell(int column, long line) {
    StringBuilder letters = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return letters.append(line).toString();
  }

  /** One line of the table; its cells are stripped of blanks around them. */
  public static final class Row {
    private final Source source;
    private final Map<String, Integer> columns;
    private final CsvRecord line;
    private final List<Problem> problems;
    private boolean faulty;

    Row(Source source, Map<String, Integer> columns, CsvRecord line, List<Problem> problems) {
      this.source = source;
      this.columns = columns;
      this.line = line;
      this.problems = problems;
    }

    /** The names of the columns that the table has. */
    public Set<String> columns() {
      return columns.keySet();
    }

    /** The cell's text; empty when the column or the cell is not there. */
    public String text(String column) {
      Integer index = columns.get(column);
      return index == null || index >= line.getFieldCount() ? "" : line.getField(index).strip();
    }

    /** The same, which must not be empty. */
    public String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        fault(column, ProblemCode.EMPTY_CELL, column);
      }
      return text;
    }

    /** The date in the cell; null when it is empty or faulty. */
    LocalDate date(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return null;
      }
      LocalDate date = dateOf(text);
      if (date == null) {
        fault(column, ProblemCode.DATE, text);
      }
      return date;
    }

    /** The date that is written so; null when it is none. */
    static LocalDate dateOf(String text) {
      try {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
          LocalDate date = LocalDate.parse(text);
          if (date.getYear() >= 1900 && date.getYear() <= 2100) {
            return date;
          }
        }
      } catch (DateTimeException e) {
        // No date, like any other text that is none.
      }
      return null;
    }

    /** The text when it is one of these; otherwise a fault that names the nearest. */
    public String oneOf(String column, Collection<String> known) {
      String text = text(column);
      refuseUnlessOneOf(text, column, known);
      return text;
    }

    /** Those of the words in the cell, blanks between them, that are among the known; the others are faults. */
    List<String> words(String column, Collection<String> known) {
      List<String> words = new ArrayList<>();
      String text = required(column);
      for (String word : text.isEmpty() ? new String[0] : text.split("\\s+")) {
        if (refuseUnlessOneOf(word, column, known)) {
          words.add(word);
        }
      }
      return words;
    }

    private boolean refuseUnlessOneOf(String text, String column, Collection<String> known) {
      if (!known.contains(text)) {
        fault(column, ProblemCode.UNKNOWN_WORD, new UnknownName(text, known.stream().sorted().toList()));
        return false;
      }
      return true;
    }

    /** Tells what is wrong with the cell; with the row, where the column is null. */
    public void fault(String column, ProblemCode code, Object... arguments) {
      faulty = true;
      problems.add(Problem.of(code, origin(column), arguments));
    }

    /** Whether something is wrong with it. */
    public boolean isFaulty() {
      return faulty;
    }

    /** The place of the cell. */
    public Origin origin(String column) {
      Integer index = column == null ? null : columns.get(column);
      return place(source, index == null ? 0 : index, line.getStartingLineNumber());
    }
  }
}
