package org.dudao.engine.drl;

import java.util.List;
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
    CheckSentence sentence, Problem fault) {}
