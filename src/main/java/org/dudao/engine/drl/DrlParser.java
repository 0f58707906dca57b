package org.dudao.engine.drl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Reads a rule file by the small grammar that ours keep to, and refuses all else.
 *
 * <p>After a fault the rest of the rule is passed over: from then on every token is missing, so that what is being read
 * comes to its end by itself, and the tree holds what stood before.
 *
 * <p>The engine's own parser reads the same text when it is compiled; its messages have no usable place, so they should
 * never be seen.
 */
public final class DrlParser {
  /** The name of the package of every rule file. */
  public static final String PACKAGE = "dudao";

  /** The name of the one global. */
  public static final String GLOBAL = "check";

  /** The type of the global as rules write it, wherever the class may be. */
  public static final String GLOBAL_TYPE = "org.dudao.engine.Check";

  private static final String FACTS = "org.dudao.fact.*";
  private static final String LIST = "java.util.List";
  private static final List<String> ANNOTATIONS = List.of("title", "title_en", "family", "allowed_by");
  private static final int MAX_DEPTH = 10;

  private final String file;
  private final List<Token> tokens;
  private final Set<String> imports = new LinkedHashSet<>();
  private int at;
  private int depth;
  /** Why the reading of this rule broke off, or null. */
  private Problem fault;

  private DrlParser(String file, String text) throws DrlException {
    this.file = file;
    this.tokens = Lexer.tokens(file, text);
  }

  /**
   * Reads a whole file.
   *
   * @param name as messages cite it
   */
  public static RuleFile file(String name, String text) {
    try {
      return new DrlParser(name, text).file();
    } catch (DrlException e) {
      return new RuleFile(name, Token.MISSING, Set.of(), List.of(), List.of(), e.problem());
    }
  }

  /** Reads one constraint of a pattern, and nothing else. */
  public static Constraint constraint(String text) throws DrlException {
    DrlParser parser = new DrlParser("", text);
    return parser.whole(parser::disjunction);
  }

  /** Reads the sentence of a rule, and nothing else. */
  public static CheckSentence sentence(String text) throws DrlException {
    DrlParser parser = new DrlParser("", text);
    return parser.whole(parser::sentence);
  }

  /** The text without its comments, and with single blanks between its words and signs. */
  public static String plain(String text) throws DrlException {
    List<Token> tokens = Lexer.tokens("", text);
    return tokens.stream().limit(tokens.size() - 1).map(Token::cited).collect(Collectors.joining(" "));
  }

  /** Each rule of the text by its name, as {@link #plain} tells it. */
  public static Map<String, String> plainRules(String text) throws DrlException {
    Map<String, String> rules = new TreeMap<>();
    String name = null;
    StringBuilder plain = new StringBuilder();
    Token last = Token.MISSING;
    for (Token token : Lexer.tokens("", text)) {
      if (last.is("rule") && token.is(Token.Kind.STRING)) {
        name = token.text();
        plain.setLength(0);
      } else if (name != null && token.is("end")) {
        rules.put(name, plain.toString());
        name = null;
      } else {
        plain.append(token.cited()).append(' ');
      }
      last = token;
    }
    return rules;
  }

  private <T> T whole(Supplier<T> part) throws DrlException {
    T read = part.get();
    Token end = peek();
    if (!end.is(Token.Kind.END)) {
      fault(end, ProblemCode.RULE_UNEXPECTED, end.cited(), "");
    }
    if (fault != null) {
      throw new DrlException(fault);
    }
    return read;
  }

  private RuleFile file() {
    if (peek().is(Token.Kind.END)) {
      fault(peek(), ProblemCode.RULE_NONE);
    }
    expect("package");
    Token name = next();
    if (!name.is(PACKAGE)) {
      fault(name, ProblemCode.RULE_PACKAGE, name.cited(), PACKAGE);
    }
    skip(";");
    while (peek().is("import")) {
      Token start = next();
      List<Token> path = path();
      if (!joined(path).equals(FACTS) && !joined(path).equals(LIST)) {
        fault(start, ProblemCode.RULE_IMPORT, joined(path));
      }
      requireOnePiece(path);
      imports.add(joined(path));
      skip(";");
    }
    if (!imports.contains(FACTS)) {
      fault(peek(), ProblemCode.RULE_UNEXPECTED, peek().cited(), "import " + FACTS);
    }
    List<Token> type = global();
    List<RuleDeclaration> rules = fault == null ? rules() : List.of();
    return new RuleFile(file, name, Set.copyOf(imports), type, rules, rules.isEmpty() ? fault : null);
  }

  private List<Token> global() {
    Token start = peek();
    expect("global");
    List<Token> type = path();
    Token global = next();
    if (!joined(type).equals(GLOBAL_TYPE) || !global.is(GLOBAL)) {
      fault(start, ProblemCode.RULE_GLOBAL, joined(type) + " " + global.text());
    }
    requireOnePiece(type);
    skip(";");
    return type;
  }

  private List<Token> path() {
    List<Token> path = new ArrayList<>(List.of(next()));
    while (peek().is(".")) {
      path.add(next());
      path.add(next());
    }
    return List.copyOf(path);
  }

  /** The engine takes blanks and comments inside of a name for parts of it. */
  private void requireOnePiece(List<Token> path) {
    for (int i = 1; i < path.size(); i++) {
      if (path.get(i).start() != path.get(i - 1).end()) {
        fault(path.get(i), ProblemCode.RULE_PATH_APART, joined(path));
      }
    }
  }

  private static String joined(List<Token> path) {
    return String.join("", path.stream().map(Token::text).toList());
  }

  private List<RuleDeclaration> rules() {
    if (peek().is(Token.Kind.END)) {
      fault(peek(), ProblemCode.RULE_NONE);
    }
    List<RuleDeclaration> rules = new ArrayList<>();
    while (!tokens.get(at).is(Token.Kind.END)) {
      int start = at;
      fault = null;
      depth = 0;
      rules.add(rule());
      if (fault != null) {
        at = Math.max(at, start + 1);
        while (!tokens.get(at).is(Token.Kind.END) && !isStartOfRule()) {
          at++;
        }
      }
    }
    return List.copyOf(rules);
  }

  private boolean isStartOfRule() {
    return tokens.get(at).is("rule") && tokens.get(at + 1).is(Token.Kind.STRING);
  }

  private RuleDeclaration rule() {
    expect("rule");
    Token name = next();
    if (!name.is(Token.Kind.STRING)) {
      name = fault(name, ProblemCode.RULE_NAME, name.cited());
    }
    List<Annotation> annotations = new ArrayList<>();
    while (fault == null && !peek().is("when")) {
      Annotation annotation = annotation();
      if (annotations.stream().anyMatch(other -> other.key().is(annotation.key().text()))) {
        fault(annotation.key(), ProblemCode.RULE_ANNOTATION_TWICE, annotation.key().text());
      }
      annotations.add(annotation);
    }
    Token when = expect("when");
    List<ConditionalElement> conditions = new ArrayList<>();
    while (fault == null && !peek().is("then")) {
      conditions.add(element());
    }
    Token then = expect("then");
    CheckSentence sentence = sentence();
    if (peek().is(GLOBAL)) {
      fault(peek(), ProblemCode.RULE_ONE_SENTENCE);
    }
    expect("end");
    return new RuleDeclaration(name, List.copyOf(annotations), when, List.copyOf(conditions), then, sentence, fault);
  }

  private Annotation annotation() {
    Token sign = next();
    if (!sign.is("@")) {
      if (sign.is(Token.Kind.NAME) && !ANNOTATIONS.contains(sign.text())) {
        fault(sign, ProblemCode.RULE_ATTRIBUTE, sign.cited());
      } else {
        fault(sign, ProblemCode.RULE_UNEXPECTED, sign.cited(), "when");
      }
    }
    Token key = name();
    if (!ANNOTATIONS.contains(key.text())) {
      fault(key, ProblemCode.RULE_ANNOTATION, DrlException.unknown(key, ANNOTATIONS));
    }
    expect("(");
    Token value = next();
    if (!value.is(Token.Kind.STRING)) {
      fault(value, ProblemCode.RULE_ANNOTATION_TEXT, key.text());
    }
    expect(")");
    return new Annotation(key, value);
  }

  // ---- when ----

  private ConditionalElement element() {
    Token first = peek();
    if (first.is("not") || first.is("exists")) {
      next();
      boolean isInBrackets = skip("(");
      Pattern pattern = pattern(null);
      if (isInBrackets) {
        expect(")");
      }
      return new QuantifiedPattern(first, pattern);
    }
    Token variable = null;
    if (first.is(Token.Kind.VARIABLE)) {
      variable = next();
      expect(":");
    }
    Token type = peek();
    ConditionalElement element =
        type.is("Number") ? accumulate(variable) : type.is("List") ? collect(variable) : pattern(variable);
    Token after = peek();
    if (after.is("eval") || after.is("from")) {
      fault(after, ProblemCode.RULE_UNEXPECTED, after.cited(), "then");
    }
    return element;
  }

  private AccumulatePattern accumulate(Token variable) {
    Token type = next();
    expect("(");
    expect(")");
    expect("from");
    expect("accumulate");
    expect("(");
    Pattern pattern = pattern(null);
    expect(",");
    expect("count");
    expect("(");
    expect(")");
    expect(")");
    return new AccumulatePattern(variable, type, pattern);
  }

  private CollectPattern collect(Token variable) {
    Token type = next();
    if (!imports.contains(LIST)) {
      fault(type, ProblemCode.RULE_UNEXPECTED, type.cited(), "import " + LIST);
    }
    expect("(");
    boolean needsSome = skip("size");
    if (needsSome) {
      expect(">");
      Token zero = next();
      if (!zero.is("0")) {
        fault(zero, ProblemCode.RULE_NUMBER, zero.cited());
      }
    }
    expect(")");
    expect("from");
    expect("collect");
    expect("(");
    Pattern pattern = pattern(null);
    expect(")");
    return new CollectPattern(variable, type, needsSome, pattern);
  }

  private Pattern pattern(Token variable) {
    Token type = name();
    expect("(");
    List<Constraint> constraints = new ArrayList<>();
    if (fault == null && !peek().is(")")) {
      do {
        constraints.add(disjunction());
      } while (skip(","));
    }
    return new Pattern(variable, type, List.copyOf(constraints), expect(")"));
  }

  private Constraint disjunction() {
    List<Constraint> parts = new ArrayList<>(List.of(conjunction()));
    List<Token> signs = new ArrayList<>();
    while (peek().is("||")) {
      signs.add(next());
      parts.add(conjunction());
    }
    return signs.isEmpty() ? parts.get(0) : new Constraint.Disjunction(List.copyOf(parts), List.copyOf(signs));
  }

  private Constraint conjunction() {
    List<Constraint> parts = new ArrayList<>(List.of(comparison()));
    while (skip("&&")) {
      parts.add(comparison());
    }
    return parts.size() == 1 ? parts.get(0) : new Constraint.Conjunction(List.copyOf(parts));
  }

  private Constraint comparison() {
    Token first = peek();
    if (first.is("(")) {
      return inBrackets();
    }
    if (skip("bearsOn")) {
      expect("(");
      Token fact = name();
      expect(")");
      return new Constraint.BearsOnFact(first, fact);
    }
    if (first.is(Token.Kind.VARIABLE) && peek(1).is(".") && peek(2).is("bearsOn")) {
      next();
      expect(".");
      expect("bearsOn");
      expect("(");
      expect("this");
      expect(")");
      return new Constraint.BearsOnThis(first);
    }
    Operand left = operand();
    if (first.is(Token.Kind.VARIABLE) && peek().is(":")) {
      // A pattern begins here: the one before was not closed.
      fault(first, ProblemCode.RULE_UNEXPECTED, first.cited(), ")");
      left = new Operand(Token.MISSING, null, null);
    }
    Token operator = next();
    if (!operator.is("==") && !operator.is("!=")) {
      operator = fault(operator, ProblemCode.RULE_OPERATOR, operator.cited());
    }
    return new Constraint.Equality(left, operator, operand());
  }

  private Constraint inBrackets() {
    if (++depth > MAX_DEPTH) {
      fault(peek(), ProblemCode.RULE_TOO_DEEP, MAX_DEPTH);
    }
    expect("(");
    Constraint inside = disjunction();
    depth--;
    expect(")");
    return inside;
  }

  private Operand operand() {
    Token first = next();
    boolean isWord = first.is(Token.Kind.NAME) || first.is(Token.Kind.VARIABLE);
    Token member = isWord && skip(".") ? name() : null;
    boolean isConstant = first.is(Token.Kind.NAME) && Character.isUpperCase(first.text().charAt(0));
    Token beyond = member != null && !isConstant && skip(".") ? name() : null;
    return new Operand(first, member, beyond);
  }

  // ---- then ----

  private CheckSentence sentence() {
    Token start = peek();
    if (!start.is(GLOBAL)) {
      fault(start, ProblemCode.RULE_SENTENCE, start.cited());
    }
    CheckCall call = call();
    if (peek().is(";") || peek().is("end")) {
      fault(peek(), ProblemCode.RULE_NO_RELATION);
    }
    expect(".");
    Token relation = name();
    expect("(");
    Token limit = next();
    expect(")");
    expect(";");
    return new CheckSentence(call, relation, limit);
  }

  private CheckCall call() {
    Token check = expect(GLOBAL);
    expect(".");
    Token verb = name();
    expect("(");
    List<CallArgument> arguments = new ArrayList<>();
    List<Token> ends = new ArrayList<>();
    do {
      arguments.add(peek().is(GLOBAL) ? nested() : operand());
      ends.add(peek().is(",") ? next() : expect(")"));
    } while (ends.get(ends.size() - 1).is(","));
    return new CheckCall(check, verb, List.copyOf(arguments), List.copyOf(ends));
  }

  private CheckCall nested() {
    if (++depth > MAX_DEPTH) {
      fault(peek(), ProblemCode.RULE_TOO_DEEP, MAX_DEPTH);
    }
    CheckCall call = call();
    depth--;
    return call;
  }

  // ---- tokens ----

  private Token peek() {
    return peek(0);
  }

  private Token peek(int ahead) {
    return fault == null ? tokens.get(Math.min(at + ahead, tokens.size() - 1)) : Token.MISSING;
  }

  private Token next() {
    Token token = peek();
    if (token.is(Token.Kind.END)) {
      return fault(token, ProblemCode.RULE_END_OF_FILE);
    }
    at++;
    return token;
  }

  /** A word or a variable; the same in quotes is a text, and none. */
  private Token name() {
    Token token = next();
    return token.is(Token.Kind.STRING) ? fault(token, ProblemCode.RULE_UNEXPECTED, token.cited(), "name") : token;
  }

  private Token expect(String expected) {
    Token token = peek();
    if (token.is(Token.Kind.END)) {
      return fault(token, ProblemCode.RULE_END_OF_FILE);
    }
    if (!token.is(expected)) {
      return fault(token, ProblemCode.RULE_UNEXPECTED, token.cited(), expected);
    }
    at++;
    return token;
  }

  private boolean skip(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  /** The first one stands, and from then on all is missing. */
  private Token fault(Token token, ProblemCode code, Object... arguments) {
    if (fault == null) {
      fault = DrlException.at(token.origin(file), code, arguments).problem();
    }
    return Token.MISSING;
  }
}
