package org.dudao.engine.rule;

import java.lang.reflect.RecordComponent;

/**
 * What one side of a comparison means: a constant, a component, or the fact to which a variable is bound.
 *
 * @param name as the rule writes it
 * @param key the same for the same value wherever in the rule it stands: of a component with the fact whose it is
 * @param component null unless it is one
 * @param constant the constant of an enum, the text or the yes or no; null when it is none
 */
record ResolvedOperand(String name, String key, Class<?> type, RecordComponent component, Object constant) {
  static ResolvedOperand constant(String name, Class<?> type, Object constant) {
    return new ResolvedOperand(name, name, type, null, constant);
  }

  boolean isConstant() {
    return constant != null;
  }

  /** The text in quotes, or null. */
  String text() {
    return constant instanceof String text ? text : null;
  }
}
