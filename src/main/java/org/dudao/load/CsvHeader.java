package org.dudao.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * The row of a table that names its columns, found by those names: titles may stand above it, and it tells what stands
 * between the cells of all rows.
 *
 * @param delimiter what stands between cells
 * @param row the first line of the header
 * @param cells as they are written
 */
record CsvHeader(char delimiter, long row, List<String> cells) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
  private static final int ROWS_SEARCHED = 10;
  /** By this first row some programs tell others what stands between cells. */
  private static final String SEPARATOR_ROW = "sep=";

  /**
   * The header of the table with most of those columns; null when no row names half of what it holds.
   *
   * @param names what the columns are called in Chinese
   */
  static CsvHeader find(String text, Collection<String> known, Glossary names) {
    CsvHeader best = null;
    long mostNamed = 0;
    for (char delimiter : DELIMITERS) {
      CsvHeader header = find(text, delimiter, known, names);
      long named = header == null ? 0 : header.named(known, names);
      if (named > mostNamed) {
        best = header;
        mostNamed = named;
      }
    }
    return best;
  }

  /** That with this sign between cells: the row with most columns, for a title may be called like one of them. */
  private static CsvHeader find(String text, char delimiter, Collection<String> known, Glossary names) {
    CsvHeader best = null;
    try (CsvReader<CsvRecord> rows = reader(text, delimiter)) {
      int searched = 0;
      for (CsvRecord row : rows) {
        CsvHeader header = new CsvHeader(delimiter, row.getStartingLineNumber(), row.getFields());
        long filled = row.getFields().stream().filter(cell -> !PlainForm.of(cell).isEmpty()).count();
        boolean isHeader = filled > 0 && 2 * header.named(known, names) >= filled;
        if (isHeader && (best == null || header.named(known, names) > best.named(known, names))) {
          best = header;
        }
        if (++searched == ROWS_SEARCHED) {
          break;
        }
      }
    } catch (CsvParseException e) {
      // What stands before the fault may hold the header; who reads all of the text tells of the fault.
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return best;
  }

  /** Reads the rows of a text with that sign between cells. */
  static CsvReader<CsvRecord> reader(String text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        // Otherwise a quote that nobody closed swallows all rows after it.
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  /** Whether it is the row that only tells what stands between cells. */
  static boolean isSeparatorRow(CsvRecord row) {
    return row.getStartingLineNumber() == 1 && row.getField(0).startsWith(SEPARATOR_ROW);
  }

  /** How many cells the header fills: those behind it are empty. */
  int width() {
    int width = cells.size();
    while (width > 0 && PlainForm.of(cells.get(width - 1)).isEmpty()) {
      width--;
    }
    return width;
  }

  /** How many of its cells name a column. */
  private long named(Collection<String> known, Glossary names) {
    return cells.stream().filter(cell -> !names.meanings(PlainForm.of(cell), known).isEmpty()).count();
  }

  /** Where each column stands; what names none, two, or one that was named before, is a problem. */
  Map<String, Integer> columns(Source source, Collection<String> known, Glossary names, List<Problem> problems) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < width(); i++) {
      String name = PlainForm.of(cells.get(i));
      Origin at = CsvTable.place(source, i, row);
      List<String> meanings = new ArrayList<>(names.meanings(name, known));
      if (name.isEmpty()) {
        continue;
      }
      if (meanings.isEmpty()) {
        problems.add(Problem.of(ProblemCode.UNKNOWN_COLUMN, at, names.unknown(name, known)));
      } else if (meanings.size() > 1) {
        problems.add(Problem.of(ProblemCode.SEVERAL_READINGS, at, name, String.join(", ", meanings)));
      } else if (columns.putIfAbsent(meanings.get(0), i) != null) {
        problems.add(Problem.of(ProblemCode.DUPLICATE_COLUMN, at, name));
      }
    }
    return columns;
  }

  /** Requires that those columns are there. */
  void require(Collection<String> required, Set<String> found, Source source, List<Problem> problems) {
    for (String name : required) {
      if (!found.contains(name)) {
        Origin at = new Origin(source.name(), Long.toString(row), (int) row, 1);
        problems.add(Problem.of(ProblemCode.MISSING_COLUMN, at, name));
      }
    }
  }
}
