package org.dudao.load;

import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Says what is wrong with a table that the parser refused, in terms of what stands there. It reads the text by the
 * grammar of CSV (RFC 4180) to the first fault, and is never run on a text that was not refused.
 */
final class CsvDiagnosis {
  private final Source source;
  private final String text;
  private final char delimiter;
  private int at;
  private int column;
  private int line = 1;
  private int row = 1;

  CsvDiagnosis(Source source, String text, char delimiter) {
    this.source = source;
    this.text = text;
    this.delimiter = delimiter;
  }

  /** The first fault, at its cell; in general terms when the parser sees more than this does. */
  Problem fault() {
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        at = closingQuote();
        if (at == text.length()) {
          return Problem.of(ProblemCode.CSV_QUOTE_OPEN, CsvTable.place(source, column, row));
        }
        at++;
        if (at < text.length() && text.charAt(at) != delimiter && "\r\n".indexOf(text.charAt(at)) < 0) {
          String sign = Character.toString(text.codePointAt(at));
          return Problem.of(ProblemCode.CSV_AFTER_QUOTE, CsvTable.place(source, column, row), sign);
        }
      }
      passCell();
    }
    return Problem.of(ProblemCode.CSV_SYNTAX, CsvTable.place(source, 0, 1));
  }

  /** The quote that ends the cell, for two stand for one in it; the end of the text when there is none. */
  private int closingQuote() {
    int end = at + 1;
    while (end < text.length() && (text.charAt(end) != '"' || text.startsWith("\"\"", end))) {
      end += text.charAt(end) == '"' ? 1 : 0;
      line += isLineEnd(end) ? 1 : 0;
      end++;
    }
    return end;
  }

  /** Goes to the next cell, which may begin the next row. */
  private void passCell() {
    while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd(at)) {
      at++;
    }
    if (isLineEnd(at)) {
      line++;
      row = line;
      column = 0;
    } else {
      column++;
    }
    at++;
  }

  /** A carriage return ends a line too, but not before a line feed. */
  private boolean isLineEnd(int index) {
    return index < text.length()
        && (text.charAt(index) == '\n' || text.charAt(index) == '\r' && !text.startsWith("\n", index + 1));
  }
}
