package org.dudao.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Condition;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;

/**
 * Reads {@code applies_to}: terms that must all hold; a term is a word, {@code a|b}, {@code !word} or
 * {@code measure>=number}. Words and comparisons may be written in Chinese.
 */
final class ConditionParser {
  private static final int MAX_LENGTH = 1_000;
  private static final Map<String, Condition.Operator> OPERATORS = operators();
  private static final Pattern COMPARISON =
      Pattern.compile("([\\p{L}\\p{N}_/()-]+?)(" + alternatives(OPERATORS.keySet()) + ")(-?[\\d.,]+)");
  private static final Pattern BLANKS_AROUND_SIGN =
      Pattern.compile(" *(" + alternatives(OPERATORS.keySet()) + ") *(?=-?\\d)");
  private static final Pattern LOOSE_BAR = Pattern.compile(" \\||\\| ");
  private static final Pattern SEPARATOR = Pattern.compile("[、,;]");

  private final ScopeVocabulary vocabulary;
  private final CsvTable.Row row;
  private final String column;

  ConditionParser(ScopeVocabulary vocabulary, CsvTable.Row row, String column) {
    this.vocabulary = vocabulary;
    this.row = row;
    this.column = column;
  }

  /**
   * Whom a row is for.
   *
   * @param text in the words of tables
   */
  record WrittenScope(String text, Condition condition) {}

  /** What the text, in {@link PlainForm}, says. */
  WrittenScope parse(String text) {
    if (text.length() > MAX_LENGTH) {
      row.fault(column, ProblemCode.TOO_LONG, text.length(), MAX_LENGTH);
      return new WrittenScope(text, Condition.ALWAYS);
    }
    List<WrittenScope> terms = new ArrayList<>();
    for (String term : terms(text)) {
      terms.add(term(term));
    }
    refuseBareDenials(terms.stream().map(WrittenScope::condition).toList());
    Condition all =
        switch (terms.size()) {
          case 0 -> Condition.ALWAYS;
          case 1 -> terms.get(0).condition;
          default -> new Condition.All(terms.stream().map(WrittenScope::condition).toList());
        };
    return new WrittenScope(terms.stream().map(WrittenScope::text).collect(Collectors.joining(" ")), all);
  }

  /**
   * Refuses a denied word of which no other of its category is named: who else there is, and will be one day, nobody has
   * looked at. What is only so or not so has no other.
   */
  private void refuseBareDenials(List<Condition> terms) {
    List<Condition.Word> named = words(terms).toList();
    for (Condition.Word word : words(parts(terms).flatMap(ConditionParser::denied).toList()).toList()) {
      if (!word.isMark() && named.stream().noneMatch(other -> other.isOfCategoryOf(word))) {
        List<String> others = vocabulary.ofCategoryOf(word);
        row.fault(column, ProblemCode.SCOPE_BARE_DENIAL, "!" + word.word(), String.join("|", others));
      }
    }
  }

  /** The words among these terms and what they name as enough. */
  private static Stream<Condition.Word> words(List<Condition> terms) {
    return parts(terms).filter(Condition.Word.class::isInstance).map(Condition.Word.class::cast);
  }

  private static Stream<Condition> parts(List<Condition> terms) {
    return terms.stream().flatMap(term -> term instanceof Condition.Any any ? any.parts().stream() : Stream.of(term));
  }

  private static Stream<Condition> denied(Condition term) {
    return term instanceof Condition.Not not ? Stream.of(not.part()) : Stream.empty();
  }

  /** The terms of the text, each without the blanks that people put around signs. */
  private List<String> terms(String text) {
    String tight =
        BLANKS_AROUND_SIGN.matcher(text.replaceAll(" +", " ")).replaceAll("$1").replaceAll("! ", "!")
            .replaceAll(" ?([、,;]) ?", "$1");
    String closed = tight.replaceAll(" ?\\| ?", "|");
    if (LOOSE_BAR.matcher(tight).find() && closed.contains(" ")) {
      // Does the bar bind what stands beside it, or all that stands before and behind it?
      row.fault(column, ProblemCode.SCOPE_LOOSE_BAR, text, closed);
    }
    return closed.isEmpty() ? List.of() : List.of(closed.split(" "));
  }

  private WrittenScope term(String term) {
    if (term.startsWith("!")) {
      if (term.contains("|")) {
        // Not a, or b? Neither a nor b? The writer must say which.
        row.fault(column, ProblemCode.SCOPE_NOT_EITHER, term);
      }
      WrittenScope denied = term(term.substring(1));
      return new WrittenScope("!" + denied.text, new Condition.Not(denied.condition));
    }
    if (term.contains("|")) {
      List<WrittenScope> parts = new ArrayList<>();
      for (String part : term.split("\\|", -1)) {
        parts.add(term(part));
      }
      return new WrittenScope(
          parts.stream().map(WrittenScope::text).collect(Collectors.joining("|")),
          new Condition.Any(parts.stream().map(WrittenScope::condition).toList()));
    }
    Matcher comparison = COMPARISON.matcher(term);
    return comparison.matches() && vocabulary.words(term).isEmpty() ? comparison(comparison) : word(term);
  }

  private WrittenScope comparison(Matcher parts) {
    String name = parts.group(1);
    Set<String> measures = vocabulary.measures(name);
    if (measures.isEmpty()) {
      row.fault(column, ProblemCode.UNKNOWN_SCOPE, vocabulary.unknownMeasure(name));
    } else if (measures.size() > 1) {
      row.fault(column, ProblemCode.SEVERAL_READINGS, name, String.join(", ", measures));
    }
    Condition.Operator operator = OPERATORS.get(parts.group(2));
    String measure = measures.isEmpty() ? name : measures.iterator().next();
    String number = parts.group(3);
    if (!WrittenNumber.isPlain(number)) {
      row.faultOfReadings(column, ProblemCode.NUMBER_FORM, number, WrittenNumber.readings(number));
      return new WrittenScope(parts.group(), Condition.ALWAYS);
    }
    return new WrittenScope(
        measure + operator.sign() + number,
        new Condition.Comparison(measure, operator, Quantity.of(new BigDecimal(number))));
  }

  private WrittenScope word(String text) {
    List<Condition.Word> meanings = vocabulary.words(text);
    if (meanings.isEmpty()) {
      List<String> items = List.of(SEPARATOR.split(text));
      if (items.size() > 1 && items.stream().allMatch(item -> vocabulary.words(item).size() == 1)) {
        // A list says in no language whether one of them is enough.
        String readings = String.join("|", items) + ", " + String.join(" ", items);
        row.fault(column, ProblemCode.SEVERAL_READINGS, text, readings);
      } else {
        row.fault(column, ProblemCode.UNKNOWN_SCOPE, vocabulary.unknownWord(text));
      }
    } else if (meanings.size() > 1) {
      String readings = meanings.stream().map(Condition.Word::word).collect(Collectors.joining(", "));
      row.fault(column, ProblemCode.SEVERAL_READINGS, text, readings);
    }
    return meanings.isEmpty()
        ? new WrittenScope(text, null)
        : new WrittenScope(meanings.get(0).word(), meanings.get(0));
  }

  private static Map<String, Condition.Operator> operators() {
    Map<String, Condition.Operator> operators = new TreeMap<>();
    for (Condition.Operator operator : Condition.Operator.values()) {
      operators.put(operator.sign(), operator);
      Glossary.OPERATORS.names(operator.sign()).forEach(name -> operators.put(name, operator));
    }
    return operators;
  }

  /** Longer ones first: what begins with another one is not that. */
  private static String alternatives(Set<String> texts) {
    return texts.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
