package org.dudao.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Says what is wrong with a text that the parser refused, in terms of what stands there: the parser's own words are for
 * programmers, in one language. It reads the text by the grammar of JSON (RFC 8259) to the first fault, slowly, and is
 * never run on a text that was not refused.
 */
final class JsonDiagnosis {
  /** What may come next. */
  private enum Next {
    VALUE,
    FIRST_VALUE_OR_END,
    NAME,
    FIRST_NAME_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern START_OF_NUMBER = Pattern.compile("-|-?(0|[1-9]\\d*)(\\.|(\\.\\d+)?[eE][+-]?)");
  private static final Pattern ZERO_BEFORE_NUMBER = Pattern.compile("-?0\\d+(\\.\\d+)?");
  private static final Pattern PLUS_BEFORE_NUMBER = Pattern.compile("\\+\\d+(\\.\\d+)?");
  private static final Pattern POINT_WITHOUT_DIGIT = Pattern.compile("-?(\\d+\\.|\\.\\d+)");
  private static final Pattern NO_VALUE = Pattern.compile("[+-]?(nan|inf|infinity)|none|null|nil|undefined");
  private static final List<String> WORDS = List.of("true", "false", "null");
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final int DIGITS_OF_AN_ESCAPE = 4;
  private static final int MAX_CITED = 40;

  /** Signs of other keyboards, and what JSON has for them. */
  private static final Map<String, String> MEANT =
      Map.of(
          "\"", "“”„‟「」『』＂‘’‚‛＇'`´", ",", "，、", ":", "：", "{", "｛", "}", "｝", "[", "［【", "]", "］】",
          "-", "－−–—", ".", "．。");
  private static final int FULL_WIDTH_ZERO = '０';
  private static final int FULL_WIDTH_NINE = '９';

  private final byte[] bytes;
  private final TextPlaces places;
  private final int maxDepth;
  private boolean bounded;
  private int at;
  private Next next = Next.VALUE;
  /** Where the brackets stand that are open, the innermost first. */
  private final Deque<Integer> open = new ArrayDeque<>();
  private int lastComma;
  private boolean afterText;

  /**
   * The text is well-formed UTF-8.
   *
   * @param maxDepth how many brackets may be open at once
   */
  JsonDiagnosis(byte[] bytes, TextPlaces places, int maxDepth) {
    this.bytes = bytes;
    this.places = places;
    this.maxDepth = maxDepth;
  }

  /** What was refused, at its place; in general terms when the parser sees more than this does. */
  Problem of(JacksonException refusal) {
    bounded = refusal instanceof StreamConstraintsException;
    Problem fault = firstFault();
    if (fault != null) {
      return fault;
    }
    int place = refusal.getLocation() == null ? 0 : (int) Math.max(0, refusal.getLocation().getByteOffset());
    return bounded
        ? Problem.of(ProblemCode.JSON_CONSTRAINT, places.at(place, ""))
        : Problem.of(ProblemCode.JSON_SYNTAX, places.at(place, ""));
  }

  /** Null when there is none. */
  private Problem firstFault() {
    Problem fault = null;
    while (fault == null) {
      while (Utf8.isBlank(bytes, at, Math.min(at + 1, bytes.length)) && at < bytes.length) {
        at++;
      }
      if (at == bytes.length) {
        return open.isEmpty() ? null : cut();
      }
      fault = step();
    }
    return fault;
  }

  /** Takes in what stands here when it may; tells what is wrong when it may not. */
  private Problem step() {
    char sign = (char) bytes[at];
    boolean mayClose = next == Next.COMMA_OR_END || next == Next.FIRST_VALUE_OR_END || next == Next.FIRST_NAME_OR_END;
    if (mayClose && sign == closing()) {
      open.pop();
      take(open.isEmpty() ? Next.NOTHING : Next.COMMA_OR_END);
      return null;
    }
    switch (next) {
      case NAME, FIRST_NAME_OR_END -> {
        if (sign == '"') {
          return text(true);
        }
      }
      case COLON -> {
        if (sign == ':') {
          take(Next.VALUE);
          return null;
        }
      }
      case COMMA_OR_END -> {
        if (sign == ',') {
          lastComma = at;
          take(isInObject() ? Next.NAME : Next.VALUE);
          return null;
        }
      }
      case VALUE, FIRST_VALUE_OR_END -> {
        if (sign == '{' || sign == '[') {
          return opened(sign);
        }
        if (sign == '"') {
          return text(false);
        }
        if (!isComment() && (isWordPart(codePoint(at)) || sign == '+' || sign == '.') && meant() == null) {
          return word();
        }
      }
      case NOTHING -> {
        // Told below.
      }
    }
    return unexpected();
  }

  private void take(Next following) {
    at++;
    next = following;
    afterText = false;
  }

  private Problem opened(char sign) {
    open.push(at);
    if (bounded && open.size() > maxDepth) {
      return fault(at, ProblemCode.JSON_TOO_DEEP, maxDepth);
    }
    take(sign == '{' ? Next.FIRST_NAME_OR_END : Next.FIRST_VALUE_OR_END);
    return null;
  }

  private void valueEnds(boolean isText) {
    next = open.isEmpty() ? Next.NOTHING : Next.COMMA_OR_END;
    afterText = isText;
  }

  // ---- texts ----

  private Problem text(boolean isName) {
    int start = at++;
    int characters = 0;
    while (at < bytes.length && bytes[at] != '"') {
      int sign = bytes[at];
      if (sign == '\\') {
        if (at + 1 == bytes.length) {
          return cutText(start);
        }
        Problem fault = escape(start);
        if (fault != null) {
          return fault;
        }
      } else if (sign >= 0 && sign < ' ') {
        return control(start, at);
      } else {
        // A sign beyond the basic plane counts for two, as in the parser.
        characters += (sign & 0xC0) == 0x80 ? 0 : (sign & 0xF8) == 0xF0 ? 2 : 1;
        at++;
        continue;
      }
      characters++;
    }
    if (at == bytes.length) {
      return cutText(start);
    }
    if (bounded && isName && at - start - 1 > DocumentReader.MAX_NAME) {
      return fault(start, ProblemCode.JSON_NAME_LONG, DocumentReader.MAX_NAME);
    }
    if (bounded && characters > DocumentReader.MAX_TEXT_READ) {
      return fault(start, ProblemCode.TOO_LONG, characters, DocumentReader.MAX_TEXT);
    }
    at++;
    if (isName) {
      next = Next.COLON;
    } else {
      valueEnds(true);
    }
    return null;
  }

  private Problem escape(int text) {
    if (bytes[at + 1] != 'u') {
      if (ESCAPES.indexOf(bytes[at + 1]) < 0) {
        return bytes[at + 1] >= 0 && bytes[at + 1] < ' '
            ? control(text, at + 1)
            : fault(at, ProblemCode.JSON_ESCAPE, "\\" + Character.toString(codePoint(at + 1)));
      }
      at += 2;
      return null;
    }
    int end = at + 2;
    while (end < bytes.length && end < at + 2 + DIGITS_OF_AN_ESCAPE && Character.digit(bytes[end], 16) >= 0) {
      end++;
    }
    if (end == bytes.length) {
      return cutText(text);
    }
    if (end < at + 2 + DIGITS_OF_AN_ESCAPE) {
      return fault(at, ProblemCode.JSON_ESCAPE_HEX, cited(at, end));
    }
    at = end;
    return null;
  }

  /** A control character in a text; one that ends a line shows that a quote is missing. */
  private Problem control(int text, int place) {
    if (isTail(place)) {
      return cutText(text);
    }
    return bytes[place] == '\n' || bytes[place] == '\r'
        ? fault(place, ProblemCode.JSON_OPEN_TEXT, place(text))
        : fault(place, ProblemCode.JSON_CONTROL, code(bytes[place]));
  }

  // ---- numbers and words ----

  private Problem word() {
    int start = at;
    while (at < bytes.length && (isWordPart(codePoint(at)) || "+.%".indexOf(bytes[at]) >= 0)) {
      at += length(at);
    }
    String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
    boolean isNumber = NUMBER.matcher(word).matches();
    if (isNumber && bounded && word.length() > DocumentReader.MAX_NUMBER) {
      return fault(start, ProblemCode.JSON_NUMBER_LONG, DocumentReader.MAX_NUMBER);
    }
    if (isNumber || WORDS.contains(word)) {
      valueEnds(false);
      return null;
    }
    boolean isBegun =
        START_OF_NUMBER.matcher(word).matches() || WORDS.stream().anyMatch(whole -> whole.startsWith(word));
    if (isBegun && isTail(at) && !open.isEmpty()) {
      return cut();
    }
    return wrongWord(start, cited(start, at), word);
  }

  private Problem wrongWord(int start, String cited, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (NO_VALUE.matcher(lower).matches()) {
      return fault(start, ProblemCode.JSON_NO_VALUE, cited);
    }
    if (ZERO_BEFORE_NUMBER.matcher(word).matches()) {
      return fault(start, ProblemCode.JSON_NUMBER_ZERO, cited);
    }
    if (PLUS_BEFORE_NUMBER.matcher(word).matches()) {
      return fault(start, ProblemCode.JSON_NUMBER_PLUS, cited);
    }
    if (POINT_WITHOUT_DIGIT.matcher(word).matches()) {
      return fault(start, ProblemCode.JSON_NUMBER_POINT, cited);
    }
    if ("+-.0123456789".indexOf(word.charAt(0)) >= 0) {
      return fault(start, ProblemCode.JSON_NUMBER, cited);
    }
    return fault(start, ProblemCode.JSON_WORD, new UnknownName(cited, WORDS.subList(0, 2)));
  }

  private static boolean isWordPart(int sign) {
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '-';
  }

  // ---- what stands where something else should ----

  private Problem unexpected() {
    if (isComment()) {
      return fault(at, ProblemCode.JSON_COMMENT);
    }
    if (meant() != null) {
      return fault(at, ProblemCode.JSON_SIGN_NEAR, Character.toString(codePoint(at)), meant());
    }
    if (isInvisible(codePoint(at))) {
      return fault(at, ProblemCode.JSON_INVISIBLE, code(codePoint(at)));
    }
    if (bytes[at] == '}' || bytes[at] == ']') {
      return wrongEnd();
    }
    return switch (next) {
      case NOTHING -> fault(at, ProblemCode.JSON_MORE);
      case COLON -> fault(at, ProblemCode.JSON_COLON, found());
      case COMMA_OR_END -> betweenValues();
      case NAME, FIRST_NAME_OR_END -> noName();
      case VALUE, FIRST_VALUE_OR_END -> noValue();
    };
  }

  /** A bracket that closes nothing, or what must not be closed here. */
  private Problem wrongEnd() {
    if (open.isEmpty()) {
      return fault(at, next == Next.NOTHING ? ProblemCode.JSON_UNOPENED : ProblemCode.JSON_SIGN, found());
    }
    if (bytes[at] != closing()) {
      return fault(at, ProblemCode.JSON_BRACKET, found(), String.valueOf(closing()), place(open.peek()));
    }
    if (next == Next.COLON) {
      return fault(at, ProblemCode.JSON_COLON, found());
    }
    return next == Next.VALUE && isInObject()
        ? fault(at, ProblemCode.JSON_VALUE, found())
        : fault(lastComma, ProblemCode.JSON_COMMA_EXTRA);
  }

  private Problem betweenValues() {
    if (bytes[at] == ':') {
      return fault(at, ProblemCode.JSON_COLON_EXTRA);
    }
    return afterText
        ? fault(at, ProblemCode.JSON_AFTER_TEXT, found(), String.valueOf(closing()))
        : fault(at, ProblemCode.JSON_COMMA, found(), String.valueOf(closing()));
  }

  private Problem noName() {
    if (bytes[at] == ',') {
      return fault(at, ProblemCode.JSON_COMMA_EXTRA);
    }
    return Character.isLetter(codePoint(at)) || bytes[at] == '_'
        ? fault(at, ProblemCode.JSON_NAME_QUOTES, found())
        : fault(at, ProblemCode.JSON_NAME, found());
  }

  private Problem noValue() {
    if (bytes[at] == ':') {
      return fault(at, ProblemCode.JSON_COLON_EXTRA);
    }
    if (bytes[at] == ',') {
      return isInObject() ? fault(at, ProblemCode.JSON_VALUE, found()) : fault(at, ProblemCode.JSON_COMMA_EXTRA);
    }
    return fault(at, ProblemCode.JSON_SIGN, found());
  }

  private boolean isComment() {
    int following = at + 1 < bytes.length ? bytes[at + 1] : ' ';
    return bytes[at] == '#' || bytes[at] == '/' && (following == '/' || following == '*');
  }

  /** The sign of JSON that stands on the same key, or looks alike; null when there is none. */
  private String meant() {
    int sign = codePoint(at);
    if (sign >= FULL_WIDTH_ZERO && sign <= FULL_WIDTH_NINE) {
      return String.valueOf(sign - FULL_WIDTH_ZERO);
    }
    for (Map.Entry<String, String> one : MEANT.entrySet()) {
      if (one.getValue().indexOf(sign) >= 0) {
        return one.getKey();
      }
    }
    return null;
  }

  private static boolean isInvisible(int sign) {
    return Character.isISOControl(sign) || Character.isWhitespace(sign) || Character.isSpaceChar(sign)
        || Character.getType(sign) == Character.FORMAT;
  }

  // ---- where the text ends too early ----

  private Problem cut() {
    int bracket = open.peek();
    return bytes[bracket] == '{'
        ? fault(end(), ProblemCode.JSON_CUT_OBJECT, place(bracket))
        : fault(end(), ProblemCode.JSON_CUT_ARRAY, place(bracket));
  }

  private Problem cutText(int start) {
    return fault(end(), ProblemCode.JSON_CUT_TEXT, place(start));
  }

  /** Whether only the end of a line follows. */
  private boolean isTail(int from) {
    return from >= end();
  }

  /** The end of the text, before the line ends after it. */
  private int end() {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }

  // ---- what is cited ----

  private boolean isInObject() {
    return !open.isEmpty() && bytes[open.peek()] == '{';
  }

  /** What closes the innermost bracket; nothing does when none is open. */
  private char closing() {
    return open.isEmpty() ? 0 : isInObject() ? '}' : ']';
  }

  /** The word that stands here, or the sign. */
  private String found() {
    int end = at;
    while (end < bytes.length && isWordPart(codePoint(end))) {
      end += length(end);
    }
    return cited(at, end == at ? at + length(at) : end);
  }

  /** The text between two bytes, or its beginning when it is long. */
  private String cited(int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.codePointCount(0, text.length()) <= MAX_CITED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CITED)) + "...";
  }

  private static String code(int sign) {
    return String.format(Locale.ROOT, "U+%04X", sign);
  }

  private int codePoint(int from) {
    return new String(bytes, from, length(from), StandardCharsets.UTF_8).codePointAt(0);
  }

  /** How many bytes the character takes that begins there. */
  private int length(int from) {
    int first = bytes[from] & 0xFF;
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private String place(int offset) {
    return places.at(offset, "").toString();
  }

  private Problem fault(int offset, ProblemCode code, Object... arguments) {
    return Problem.of(code, places.at(offset, ""), arguments);
  }
}
