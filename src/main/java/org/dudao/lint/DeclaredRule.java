package org.dudao.lint;

import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Origin;

/**
 * A rule as it is written, and in which file.
 *
 * @param file as messages cite it
 */
record DeclaredRule(String file, RuleDeclaration declaration) {
  String id() {
    return declaration.name().text();
  }

  Origin origin() {
    return at(declaration.name());
  }

  Origin at(Token token) {
    return token.origin(file);
  }
}
