package org.dudao.campaign;

import java.util.List;
import java.util.Random;

/** What somebody or something may put where a value of a document, a cell of a table or an argument should be. */
final class OddValues {
  /** Values of JSON, and what is meant as one. */
  static final List<String> JSON =
      List.of(
          "0", "-0", "-1", "1", "7.5", "1e2", "1E+2", "0.1e-1", "100", "2147483647", "2147483648", "-2147483649",
          "9223372036854775807", "9223372036854775808", "123456789012345678901234567890", "0.1234567890123456789012345",
          "1e400", "1e-400", "-1e999999999", "1e2147483648", "1" + "0".repeat(1200), "0." + "0".repeat(1200) + "1",
          "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1F", "1_000", "1,5", "--1", "１２", "NaN", "Infinity", "-Infinity",
          "null", "true", "false", "tru", "True", "nul", "undefined", "None",
          "[]", "{}", "[1]", "[[]]", "{\"\":{}}", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{\"a\":1,}", "{\"a\":1,\"a\":2}",
          "{\"a\" 1}", "{a:1}", "{1:1}", "{\"a\":}", "{\"a\":1 \"b\":2}", "[", "]", "{", "}", "[}", "{]", "[".repeat(600),
          "[".repeat(400) + "]".repeat(400), "{\"a\":".repeat(300) + "1" + "}".repeat(300), "[".repeat(100_000),
          "\"\"", "\" \"", "\"x\"", "\"45\"", "\"<5\"", "\"1-9\"", "\"9-1\"", "\"*\"", "\"<\"", "\"≥ 5\"", "\"五\"",
          "\"true\"", "\"null\"", "\"\\u0000\"", "\"\\u0007\"", "\"\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\ud83d\\ude00\"",
          "\"\\u12\"", "\"\\x41\"", "\"\\\"", "\"\\", "\"", "\"\"\"", "'a'", "`a`", "“a”", "\"a\tb\"", "\"a\u0001b\"",
          "\"\u007F\"", "\"\u202Eabc\"", "\"a\u200Bb\"", "\"\uFEFF\"", "\"ﬁ Ａ é\"", "\"e\u0301\"", "\"𠮷\"", "\"🏫\"",
          "\"\uFFFD\"", "\"\uFFFF\"", "\"" + "督".repeat(5000) + "\"", "\"" + "a\\n".repeat(300) + "\"",
          "\"<script>alert(1)</script>\"", "\"{0}\"", "\"%s%n\"", "\"${x}\"", "\"../..\"", "\"=1+1\"", "\"\u2028\"",
          "/**/1", "1//", "#1", "\u00A01", "\u30001", "\f1", "\u000B1", "1;", "<a/>", "1}", "1]", "\\u0031", "\0",
          "\u0000\"a\"",
          "\"2024-06-30\"", "\"2024-6-30\"", "\"2024/06/30\"", "\"20240630\"", "\"30.06.2024\"", "\"2024年6月30日\"",
          "\"2024-02-30\"", "\"2023-02-29\"", "\"0000-01-01\"", "\"-0001-01-01\"", "\"9999-12-31\"", "\"10000-01-01\"",
          "\"+999999999-12-31\"", "\"1900-01-01\"", "\"2024-06-30T10:00:00Z\"", "\"24-06-30\"", "\"06/30/2024\"", "20240630",
          "45473", "\"2024-13-01\"", "\"2024-00-00\"", "\"２０２４-０６-３０\"", "\"2024–06–30\"", "\"CN\"", "\"CN-\"",
          "\"CN-430200\"", "\"US-CA\"", "\"211\"", "\"PRIMARY\"", "\"primary\"", "\"小学\"");

  /** Cells of a table as editing leaves them, unquoted, with what is odd in CSV itself. */
  static final List<String> CELLS =
      List.of(
          "", " ", "0", "-1", "1", "45", "45.5", "1e3", "1E400", "1" + "0".repeat(300), "0." + "0".repeat(300) + "1",
          "45%", "4,5", "\"4,5\"", "1/3", "1/0", "七", "４５", "NaN", "-", "--", "+45", "null", "N/A", "#REF!", "#N/A", "=1+1",
          "=SUM(A1:A9)", "@x", "+1+1", "-1+1", "=cmd|'/c calc'!A0", "'45", "\"", "\"\"", "\"\"\"", "\"a\"b", "a\"b",
          "\"a\nb\"",
          "a\tb", "a;b", "\u00A0", "\u3000", "\uFEFF", "\u200B", "\u202E", "\u0000", "\u0007", "\\", "督".repeat(3000),
          "x".repeat(5000),
          "2024-06-30", "2024-6-30", "2024/6/30", "2024年6月30日", "30.06.2024", "45473", "2024-02-30", "0000-01-01",
          "9999-12-31", "10000-01-01", "-0001-01-01", "+999999999-12-31", "1900-01-01", "2024-06-30 00:00:00", "Jun-24",
          "must", "MUST", "should", "note", "students", "%", "days", "workdays", "primary", "!primary", "primary & junior",
          "primary|junior", "((((((((((((primary))))))))))))", "!!primary", "(", ")", "&", "primary &", "primary junior",
          "class-size.primary.mean", "class-size", "*", "replaces", "adds", "repeals", "high", "law", "standard",
          "CN-430200", "<script>", "{0}", "%s", "${x}", "<5", "1-9", "10:30", "25:61", "PT45M", "true", "false");

  /** Pieces of rule files. */
  static final List<String> TOKENS =
      List.of(
          "rule", "when", "then", "end", "package", "import", "global", "not", "exists", "and", "or", "forall", "from",
          "accumulate", "collect", "eval", "in", "contains", "matches", "null", "true", "false", "this", "size", "(", ")",
          "{", "}", "[", "]", ";", ",", ".", ":", "==", "!=", "<", ">", "<=", ">=", "=", "&&", "||", "!", "+", "-", "$",
          "$school", "$limit", "$x", "@", "@title", "\"", "\"\"", "'", "\"x\"", "\"${x}\"", "\"\\\"\"", "\\u0022",
          "\\", "#", "//",
          "/*", "*/", "0", "1", "-1", "1.5", "1e999", "99999999999999999999", "School", "SchoolClass", "Case", "Limit",
          "Bureau", "check", "check.that", "isAtMost", "isAtLeast", "System.exit(0)", "Object", "int", "督", "，", "“", "；",
          "\u00A0", "\u3000", "\uFEFF", "\u200B", "\u202E", "\u0000", "\r", "\r\n", "\n\n", "\t",
          "(".repeat(40), "!".repeat(3000),
          "(".repeat(20_000), "x".repeat(5000), "\"" + "督".repeat(3000) + "\"");

  /** Arguments of a command line. */
  static final List<String> ARGUMENTS =
      List.of(
          "", " ", "-", "--", "---", "-x", "--x", "--x=1", "=", "--=", "@", "@@", "@file", "@/dev/null", "0", "-1",
          "1", "257",
          "99999999999999999999", "1.5", "1e3", "NaN", "x", "督", "🏫", "\u202E", "\u0007", "\u001B[31m", "a\nb",
          "a\tb", "\"", "'",
          "\\", "*", "?", "[", "{", "{a", "**/*.json", "[z-a]", "/", "//", ".", "..", "/dev/null", "/no/such/file",
          "x".repeat(300), "x".repeat(5000), "a\0b", "text", "json", "html", "json=", "=x", "text=text=text", "zh",
          "en", "fr",
          "ZH", "must", "MUST", "should", "note", "query", "auto", "always", "never", "2024-06-30", "2024-6-30",
          "2024-02-30",
          "+999999999-12-31", "-999999999-01-01", "CN", "CN-430200", "US-CA", "XX", "quality-balance", "class-size",
          "class-size,", ",",
          "class-size.primary.mean", "L001", "L999", "facts", "report", "stream", "true", "false", "null", "${x}",
          "{0}", "%s");

  private OddValues() {}

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
