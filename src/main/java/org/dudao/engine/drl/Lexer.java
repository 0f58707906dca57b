package org.dudao.engine.drl;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** Cuts a rule file into tokens; comments are passed over. */
final class Lexer {
  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

  private final String file;
  private final String text;
  private int at;
  private int line = 1;
  private int column = 1;

  private Lexer(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static List<Token> tokens(String file, String text) throws DrlException {
    Lexer lexer = new Lexer(file, text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() throws DrlException {
    skipBlanksAndComments();
    int startLine = line;
    int startColumn = column;
    int start = at;
    Token.Kind kind = kind();
    String content =
        switch (kind) {
          case STRING -> string();
          case NUMBER, NAME, VARIABLE -> word();
          case SIGN -> sign();
          case END -> "";
        };
    return new Token(kind, content, startLine, startColumn, start, at);
  }

  /** That of the token that begins here. */
  private Token.Kind kind() {
    if (at == text.length()) {
      return Token.Kind.END;
    }
    char first = text.charAt(at);
    if (first == '"') {
      return Token.Kind.STRING;
    }
    if (first == '$') {
      return Token.Kind.VARIABLE;
    }
    if (!isPartOfWord(first)) {
      return Token.Kind.SIGN;
    }
    return Character.isDigit(first) ? Token.Kind.NUMBER : Token.Kind.NAME;
  }

  private String sign() throws DrlException {
    int start = at;
    if (SIGNS.stream().anyMatch(sign -> text.startsWith(sign, start))) {
      advance();
      advance();
    } else if (".,:;()@<>=!*".indexOf(text.charAt(at)) >= 0) {
      advance();
    } else {
      throw strange(new String(Character.toChars(text.codePointAt(at))));
    }
    return text.substring(start, at);
  }

  /** Chinese input methods leave full-width signs behind: tell which one was meant. */
  private DrlException strange(String sign) {
    String plain =
        switch (sign) {
          case "“", "”", "„", "«", "»" -> "\"";
          case "。" -> ".";
          case "、" -> ",";
          default -> Normalizer.normalize(sign, Normalizer.Form.NFKC);
        };
    return plain.equals(sign)
        ? fault(ProblemCode.RULE_SIGN, sign)
        : fault(ProblemCode.RULE_SIGN_NEAR, sign, plain);
  }

  private String string() throws DrlException {
    int startLine = line;
    int startColumn = column;
    StringBuilder string = new StringBuilder();
    advance();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        break;
      }
      if (Character.isISOControl(c)) {
        throw strange(String.valueOf(c));
      }
      if (c == '\\') {
        throw fault(ProblemCode.RULE_BACKSLASH);
      }
      string.append(c);
      advance();
    }
    if (at == text.length() || text.charAt(at) != '"') {
      throw new DrlException(
          Problem.of(ProblemCode.RULE_QUOTE, new Origin(file, "", startLine, startColumn)));
    }
    advance();
    return string.toString();
  }

  private String word() {
    int start = at;
    while (at < text.length() && isPartOfWord(text.charAt(at))) {
      advance();
    }
    return text.substring(start, at);
  }

  private static boolean isPartOfWord(char c) {
    return c == '$' || c == '_' || c < 128 && Character.isLetterOrDigit(c);
  }

  private void skipBlanksAndComments() throws DrlException {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        while (at < text.length() && text.charAt(at) != '\n') {
          refuseInComment();
          advance();
        }
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw fault(ProblemCode.RULE_COMMENT);
        }
        while (at < end + 2) {
          refuseInComment();
          advance();
        }
      } else if (" \t\n".indexOf(text.charAt(at)) >= 0 || isLineEnd()) {
        advance();
      } else {
        return;
      }
    }
  }

  /** A unicode escape or a lone carriage return could end the comment for the compiler, and not for this reader. */
  private void refuseInComment() throws DrlException {
    if (text.charAt(at) == '\\') {
      throw fault(ProblemCode.RULE_BACKSLASH);
    }
    if (text.charAt(at) == '\r' && !isLineEnd()) {
      throw strange("\r");
    }
  }

  /** A carriage return before a new line; alone it is a line end to some readers and none to others. */
  private boolean isLineEnd() {
    return text.startsWith("\r\n", at);
  }

  private void advance() {
    if (text.charAt(at) == '\n') {
      line++;
      column = 1;
    } else if (!Character.isLowSurrogate(text.charAt(at))) {
      column++;
    }
    at++;
  }

  private DrlException fault(ProblemCode code, Object... arguments) {
    return new DrlException(Problem.of(code, new Origin(file, "", line, column), arguments));
  }
}
