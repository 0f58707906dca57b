package org.dudao.engine.drl;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.fact.Problem;

/**
 * A rule file as it is written.
 *
 * @param name as messages cite the file
 * @param packageName the name of its package
 * @param imports what it imports
 * @param globalType the words of the type of the one global, and the points between them
 * @param rules in the order in which they stand
 * @param fault why it could not be read as a whole, or null; what is wrong in one rule stands with that rule
 */
public record RuleFile(
    String name, Token packageName, Set<String> imports, List<Token> globalType, List<RuleDeclaration> rules,
    Problem fault) {

  /** Why the file, and each rule, could not be read to its end. */
  public List<Problem> faults() {
    return Stream.concat(Stream.of(this).map(RuleFile::fault), rules.stream().map(RuleDeclaration::fault))
        .filter(Objects::nonNull)
        .toList();
  }
}
