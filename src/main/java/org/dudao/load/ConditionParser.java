package org.dudao.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.fact.Condition;
import org.dudao.fact.FactKind;
import org.dudao.fact.Measures;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.UnknownName;

/** Reads {@code applies_to}: terms that must all hold; a term is a word, {@code a|b}, {@code !word} or {@code measure>=number}. */
final class ConditionParser {
  private static final Pattern COMPARISON = Pattern.compile("([a-zA-Z]+)(>=|<=|>|<|=)(-?\\d+(?:\\.\\d+)?)");

  private static final int MAX_LENGTH = 1_000;
  private static final Set<String> MEASURES = measures();

  private final Map<String, Condition.Word> words;
  private final CsvTable.Row row;
  private final String column;

  /**
   * @param words all that facts can bear
   */
  ConditionParser(Map<String, Condition.Word> words, CsvTable.Row row, String column) {
    this.words = words;
    this.row = row;
    this.column = column;
  }

  Condition parse(String text) {
    if (text.length() > MAX_LENGTH) {
      row.fault(column, ProblemCode.TOO_LONG, text.length(), MAX_LENGTH);
      return Condition.ALWAYS;
    }
    List<Condition> terms = new ArrayList<>();
    for (String term : text.split("\\s+")) {
      if (!term.isEmpty()) {
        terms.add(term(term));
      }
    }
    return switch (terms.size()) {
      case 0 -> Condition.ALWAYS;
      case 1 -> terms.get(0);
      default -> new Condition.All(terms);
    };
  }

  private Condition term(String term) {
    if (term.startsWith("!")) {
      if (term.contains("|")) {
        // Not a, or b? Neither a nor b? The writer must say which.
        row.fault(column, ProblemCode.SCOPE_NOT_EITHER, term);
      }
      return new Condition.Not(term(term.substring(1)));
    }
    if (term.contains("|")) {
      List<Condition> parts = new ArrayList<>();
      for (String part : term.split("\\|", -1)) {
        parts.add(term(part));
      }
      return new Condition.Any(parts);
    }
    Matcher comparison = COMPARISON.matcher(term);
    return comparison.matches() ? comparison(comparison) : word(term);
  }

  private Condition comparison(Matcher parts) {
    String measure = parts.group(1);
    if (!MEASURES.contains(measure)) {
      row.fault(column, ProblemCode.UNKNOWN_SCOPE, new UnknownName(measure, MEASURES));
    }
    Condition.Operator operator = null;
    for (Condition.Operator one : Condition.Operator.values()) {
      if (one.sign().equals(parts.group(2))) {
        operator = one;
      }
    }
    return new Condition.Comparison(measure, operator, Quantity.of(new BigDecimal(parts.group(3))));
  }

  private Condition word(String text) {
    Condition.Word word = words.get(text);
    if (word == null) {
      row.fault(column, ProblemCode.UNKNOWN_SCOPE, new UnknownName(text, words.keySet()));
    }
    return word;
  }

  private static Set<String> measures() {
    Set<String> measures = new TreeSet<>();
    for (FactKind kind : FactKind.values()) {
      Measures.names(kind.type()).stream().filter(name -> Measures.isNumber(kind.type(), name)).forEach(measures::add);
    }
    return measures;
  }
}
