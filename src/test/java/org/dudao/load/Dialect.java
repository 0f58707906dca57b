package org.dudao.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way in which people and spreadsheet programs write a table that says the same: each part is one habit.
 *
 * @param date how a day is written
 * @param word how a header, or a word of a closed set, is written in its column
 */
record Dialect(
    String name, char delimiter, String lineEnd, Charset charset, String before, boolean quotesAll, int emptyColumns,
    int emptyRows, boolean dropsEmptyEnds, UnaryOperator<String> date, Word word) {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  /** What is not only shown, but read. */
  private static final Set<String> READ =
      Set.of("applies_to", "value", "unit", "level", "from", "until", "announced", "checked_on", "suspended", "to");

  /** What stands for the words of a cell. */
  interface Word {
    String written(String column, String text);
  }

  static final Dialect PLAIN =
      new Dialect(
          "plain", ',', "\n", StandardCharsets.UTF_8, "", false, 0, 0, false, UnaryOperator.identity(),
          (column, text) -> text);

  Dialect named(String other) {
    return new Dialect(
        other, delimiter, lineEnd, charset, before, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, date, word);
  }

  Dialect delimitedBy(char sign) {
    return new Dialect(
        name, sign, lineEnd, charset, before, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, date, word);
  }

  Dialect lines(String end) {
    return new Dialect(
        name, delimiter, end, charset, before, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, date, word);
  }

  Dialect in(String encoding) {
    return new Dialect(
        name, delimiter, lineEnd, Charset.forName(encoding), before, quotesAll, emptyColumns, emptyRows,
        dropsEmptyEnds, date, word);
  }

  Dialect after(String text) {
    return new Dialect(
        name, delimiter, lineEnd, charset, text, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, date, word);
  }

  Dialect quotingAll() {
    return new Dialect(
        name, delimiter, lineEnd, charset, before, true, emptyColumns, emptyRows, dropsEmptyEnds, date, word);
  }

  Dialect padded(int columns, int rows) {
    return new Dialect(
        name, delimiter, lineEnd, charset, before, quotesAll, columns, rows, dropsEmptyEnds, date, word);
  }

  Dialect droppingEmptyEnds() {
    return new Dialect(
        name, delimiter, lineEnd, charset, before, quotesAll, emptyColumns, emptyRows, true, date, word);
  }

  Dialect dates(UnaryOperator<String> other) {
    return new Dialect(
        name, delimiter, lineEnd, charset, before, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, other, word);
  }

  Dialect words(Word other) {
    return new Dialect(
        name, delimiter, lineEnd, charset, before, quotesAll, emptyColumns, emptyRows, dropsEmptyEnds, date, other);
  }

  /** The same table, written so. */
  byte[] write(byte[] table) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRecord row : CsvReader.builder().ofCsvRecord(new String(table, StandardCharsets.UTF_8))) {
      rows.add(row.getFields());
    }
    List<String> columns = rows.get(0);
    StringBuilder text = new StringBuilder(before);
    text.append(row(columns.stream().map(column -> word.written("", column)).toList()));
    for (List<String> cells : rows.subList(1, rows.size())) {
      List<String> written = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        String column = columns.get(i);
        boolean isList = column.equals("value") && cells.get(columns.indexOf("unit")).equals("list");
        written.add(isList || !READ.contains(column) ? cells.get(i) : cell(column, cells.get(i)));
      }
      text.append(row(written));
    }
    text.append(row(List.of("")).repeat(emptyRows));
    return text.toString().getBytes(charset);
  }

  private String cell(String column, String text) {
    String dated = DATE.matcher(text).replaceAll((MatchResult found) -> date.apply(found.group()));
    return dated.equals(text) ? word.written(column, text) : dated;
  }

  private String row(List<String> cells) {
    int filled = cells.size();
    while (dropsEmptyEnds && filled > 1 && cells.get(filled - 1).isEmpty()) {
      filled--;
    }
    Stream<String> all =
        Stream.concat(cells.subList(0, filled).stream(), Stream.generate(() -> "").limit(emptyColumns));
    return all.map(this::quoted).collect(Collectors.joining(Character.toString(delimiter))) + lineEnd;
  }

  private String quoted(String cell) {
    boolean needsQuotes =
        quotesAll || cell.contains("\"") || cell.contains("\n") || cell.indexOf(delimiter) >= 0
            || !cell.equals(cell.strip());
    return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** The day with one-digit months and days, and that between its parts. */
  static UnaryOperator<String> dateWith(String sign) {
    return text -> {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() + sign + day.getMonthValue() + sign + day.getDayOfMonth();
    };
  }

  /** {@code 2012年1月1日}. */
  static String chineseDate(String text) {
    LocalDate day = LocalDate.parse(text);
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** The text with wide signs for all of ASCII. */
  static String wide(String text) {
    return text.codePoints()
        .mapToObj(sign -> Character.toString(sign == ' ' ? 0x3000 : sign > ' ' && sign < 0x7F ? sign + 0xFEE0 : sign))
        .collect(Collectors.joining());
  }
}
