package org.dudao.engine.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Problem;

/**
 * One rule as it is written. When the reading broke off, the tree holds what stands before, and tokens that are missing
 * are of the kind {@link Token.Kind#END}.
 *
 * @param name in quotes
 * @param when the word
 * @param conditions what stands in {@code when}
 * @param then the word
 * @param sentence what stands in {@code then}
 * @param fault why the reading broke off, or null
 */
public record RuleDeclaration(
    Token name, List<Annotation> annotations, Token when, List<ConditionalElement> conditions, Token then,
    CheckSentence sentence, Problem fault) {

  /** What stands behind that key; empty where it is not written. */
  public Optional<Token> annotation(String key) {
    return annotations.stream().filter(one -> one.key().is(key)).map(Annotation::value).findFirst();
  }

  /** The rule as rules write it, a line for each part: its name, its annotations, each condition, its sentence. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("rule " + name.cited()));
    lines.add(annotations.stream().map(Annotation::text).sorted().collect(Collectors.joining(" ")));
    lines.addAll(meaning());
    return lines;
  }

  /** What it says, without what people call it: each condition, and its sentence. */
  public List<String> meaning() {
    return Stream.concat(conditions.stream().map(ConditionalElement::text), Stream.of("then " + sentence.text())).toList();
  }
}
