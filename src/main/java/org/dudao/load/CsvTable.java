package org.dudao.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * A table as people and spreadsheet programs write it, with a strict header, whose faults are told cell by cell as a
 * spreadsheet names them. What can be read in one way only is read; what can be read in several is a fault that names
 * them.
 */
public final class CsvTable {
  private static final int LONGEST_TITLE_TOLD = 60;
  /** What stands between the items of a cell that holds ids or names of one word. */
  private static final String BETWEEN_ITEMS = "[\\s,;、]+";

  /** What spreadsheet programs write where they took a cell for a formula. */
  private static final Pattern FORMULA_ERROR = Pattern.compile("#(NAME\\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)");

  private final List<Row> rows = new ArrayList<>();

  /**
   * Reads the table; faults of its shape are added to the problems, and its sound rows are still there.
   *
   * @param required columns that must be there
   * @param optional columns that may be missing
   */
  public static CsvTable read(Source source, List<String> required, List<String> optional, List<Problem> problems) {
    return read(source, required, optional, Glossary.COLUMNS, problems);
  }

  /** The same of a table whose columns are called otherwise in Chinese. */
  public static CsvTable read(
      Source source, List<String> required, List<String> optional, Glossary names, List<Problem> problems) {
    CsvTable table = new CsvTable();
    String text;
    try {
      text = source.tableText();
    } catch (CharacterCodingException e) {
      problems.add(Problem.of(ProblemCode.NOT_UTF8, lastCell(source, source.beforeMalformed())));
      return table;
    }
    Set<String> known = new LinkedHashSet<>(required);
    known.addAll(optional);
    CsvHeader header = CsvHeader.find(text, known, names);
    char delimiter = header == null ? ',' : header.delimiter();
    try (CsvReader<CsvRecord> csv = CsvHeader.reader(text, delimiter)) {
      if (header != null) {
        Map<String, Integer> columns = header.columns(source, known, names, problems);
        header.require(required, columns.keySet(), source, problems);
        table.add(csv, source, header, columns, problems);
      } else {
        csv.forEach(row -> { });
        problems.add(Problem.of(ProblemCode.NO_HEADER, place(source, 0, 1), String.join(",", required)));
      }
    } catch (CsvParseException e) {
      problems.add(new CsvDiagnosis(source, text, delimiter).fault());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(
      CsvReader<CsvRecord> csv, Source source, CsvHeader header, Map<String, Integer> columns,
      List<Problem> problems) {
    boolean hasTitle = false;
    for (CsvRecord line : csv) {
      String first =
          line.getFields().stream().map(PlainForm::of).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
      boolean isAbove = line.getStartingLineNumber() < header.row();
      if (first.isEmpty() || line.getStartingLineNumber() == header.row() || CsvHeader.isSeparatorRow(line)) {
        continue;
      }
      if (!isAbove) {
        rows.add(row(source, header, columns, line, problems));
      } else if (!hasTitle) {
        String told = first.substring(0, Math.min(first.length(), LONGEST_TITLE_TOLD));
        problems.add(
            Problem.of(ProblemCode.TITLE_ROW, place(source, 0, line.getStartingLineNumber()), told, header.row()));
        hasTitle = true;
      }
    }
  }

  private static Row row(
      Source source, CsvHeader header, Map<String, Integer> columns, CsvRecord line, List<Problem> problems) {
    Row row = new Row(source, columns, line, problems);
    int width = line.getFieldCount();
    while (PlainForm.of(line.getField(width - 1)).isEmpty()) {
      width--;
    }
    if (width > header.width()) {
      row.fault(null, ProblemCode.ROW_WIDTH, width, header.width());
    }
    for (int i = 0; i < Math.min(width, header.width()); i++) {
      if (FORMULA_ERROR.matcher(PlainForm.of(line.getField(i))).matches()) {
        row.broken(i);
      }
      boolean hasName = !PlainForm.of(header.cells().get(i)).isEmpty();
      if (!hasName && !PlainForm.of(line.getField(i)).isEmpty()) {
        row.faultAt(place(source, i, line.getStartingLineNumber()), ProblemCode.COLUMN_WITHOUT_NAME, line.getField(i));
      }
    }
    return row;
  }

  /**
   * The cell of that column in the row that is wanted; of several rows that of the upper layer.
   *
   * @throws NoSuchElementException when there is no such row
   */
  static Origin cell(
      List<Source> sources, List<String> required, List<String> optional, Predicate<Row> wanted, String column) {
    return sources.stream()
        .sorted(Comparator.comparing(Source::layer).reversed())
        .flatMap(source -> read(source, required, optional, new ArrayList<>()).rows().stream())
        .filter(wanted)
        .map(row -> row.origin(column))
        .findFirst()
        .orElseThrow();
  }

  /** The cell as reports cite it: its name, and its line and column. */
  static Origin place(Source source, int column, long line) {
    return new Origin(source.name(), cell(column, line), (int) line, column + 1);
  }

  /** The cell in which the beginning of a table breaks off. */
  private static Origin lastCell(Source source, byte[] beginning) {
    int line = 1;
    int row = 1;
    int column = 0;
    boolean isQuoted = false;
    for (byte one : beginning) {
      isQuoted ^= one == '"';
      line += one == '\n' ? 1 : 0;
      if (!isQuoted && one == '\n') {
        row = line;
        column = 0;
      } else if (!isQuoted && one == ',') {
        column++;
      }
    }
    return place(source, column, row);
  }

  /** All rows, those with faults among them. */
  public List<Row> rows() {
    return rows;
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
    /** The columns of cells that hold nothing but an error of a formula: what else is wrong with them follows from it. */
    private final Set<Integer> broken = new HashSet<>();
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

    /** The cell's text as it is written, for people; empty when the column or the cell is not there. */
    public String text(String column) {
      Integer index = columns.get(column);
      return index == null || index >= line.getFieldCount() ? "" : PlainForm.stripped(line.getField(index));
    }

    /** The cell's text in {@link PlainForm}, for what is read and not only shown. */
    public String plain(String column) {
      return PlainForm.of(text(column));
    }

    /** The same as it is written, which must not be empty. */
    public String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        fault(column, ProblemCode.EMPTY_CELL, column);
      }
      return text;
    }

    /** The date in the cell; null when it is empty or faulty. */
    public LocalDate date(String column) {
      String text = plain(column);
      if (text.isEmpty()) {
        return null;
      }
      LocalDate date = WrittenDay.of(text);
      if (date == null) {
        faultOfDay(column, text);
      }
      return date;
    }

    /** The plain decimal in the cell; null when there is none, after a fault where one may be meant. */
    public String number(String column) {
      String text = plain(column);
      if (WrittenNumber.isPlain(text)) {
        return text;
      }
      List<String> readings = WrittenNumber.readings(text);
      if (!readings.isEmpty()) {
        faultOfReadings(column, ProblemCode.NUMBER_FORM, text, readings);
      }
      return null;
    }

    private void faultOfDay(String column, String text) {
      LocalDate counted = WrittenDay.ofSerial(text);
      if (counted != null) {
        fault(column, ProblemCode.DATE_SERIAL, text, counted);
      } else if (WrittenDay.isOfOtherYear(text)) {
        fault(column, ProblemCode.DATE_YEAR, text);
      } else {
        faultOfReadings(column, ProblemCode.DATE, text, WrittenDay.readings(text));
      }
    }

    /**
     * The fault of a text that is not read so.
     *
     * @param otherwise what it is no more than any other text, where it has no readings
     * @param readings how to write each thing that it may mean
     */
    void faultOfReadings(String column, ProblemCode otherwise, String text, List<String> readings) {
      if (readings.isEmpty()) {
        fault(column, otherwise, text);
      } else if (readings.size() == 1) {
        fault(column, ProblemCode.WRITE_INSTEAD, text, readings.get(0));
      } else {
        fault(column, ProblemCode.SEVERAL_READINGS, text, String.join(", ", readings));
      }
    }

    /** The one of these that the cell names, perhaps in Chinese; its text after a fault, which names the nearest. */
    public String oneOf(String column, Collection<String> known, Glossary glossary) {
      String text = plain(column);
      String word = word(text, column, known, glossary);
      return word == null ? text : word;
    }

    /** Those of the words in the cell, blanks or commas between them, that are among the known; others are faults. */
    List<String> words(String column, Collection<String> known) {
      List<String> words = new ArrayList<>();
      required(column);
      for (String item : items(column)) {
        String word = word(item, column, known, Glossary.NONE);
        if (word != null) {
          words.add(word);
        }
      }
      return words;
    }

    /** The items of a cell that holds ids, or names of one word. */
    List<String> items(String column) {
      return List.of(plain(column).split(BETWEEN_ITEMS)).stream().filter(item -> !item.isEmpty()).toList();
    }

    /** The known word that the text stands for; null after a fault. */
    private String word(String text, String column, Collection<String> known, Glossary glossary) {
      Set<String> meanings = glossary.meanings(text, known);
      if (meanings.isEmpty()) {
        fault(column, ProblemCode.UNKNOWN_WORD, glossary.unknown(text, known.stream().sorted().toList()));
      } else if (meanings.size() > 1) {
        fault(column, ProblemCode.SEVERAL_READINGS, text, String.join(", ", meanings));
      }
      return meanings.size() == 1 ? meanings.iterator().next() : null;
    }

    private void broken(int column) {
      faultAt(place(source, column, line.getStartingLineNumber()), ProblemCode.FORMULA_ERROR, line.getField(column));
      broken.add(column);
    }

    /** Tells what is wrong with the cell; with the row, where the column is null. */
    public void fault(String column, ProblemCode code, Object... arguments) {
      if (column == null || !broken.contains(columns.get(column))) {
        faultAt(origin(column), code, arguments);
      }
    }

    private void faultAt(Origin at, ProblemCode code, Object... arguments) {
      faulty = true;
      problems.add(Problem.of(code, at, arguments));
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
