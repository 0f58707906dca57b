package org.dudao.engine.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.drl.Token;

/** What {@code when} has bound so far, and which of it is judged. */
final class Bindings {
  private final Map<String, Class<?>> types = new LinkedHashMap<>();
  private final Map<String, Class<?>> elements = new HashMap<>();
  private String subject;

  boolean isEmpty() {
    return types.isEmpty();
  }

  Set<String> names() {
    return types.keySet();
  }

  boolean has(Token variable) {
    return types.containsKey(variable.text());
  }

  /** Binds the variable, if there is one, to facts of that type. */
  void bind(Token variable, Class<?> type) {
    if (variable != null) {
      types.put(variable.text(), type);
    }
  }

  /** Binds the variable, if there is one, to a list of such facts. */
  void bindList(Token variable, Class<?> listType, Class<?> element) {
    bind(variable, listType);
    if (variable != null) {
      elements.put(variable.text(), element);
    }
  }

  /** The type of what is bound to that variable, or null. */
  Class<?> type(Token variable) {
    return types.get(variable.text());
  }

  /** The type of the facts in the list that is bound to that variable, or null. */
  Class<?> element(Token variable) {
    return elements.get(variable.text());
  }

  /** The fact for which limits were picked, or else the first one of a pattern. */
  void judge(Token variable) {
    subject = variable.text();
  }

  /** The variable of the fact that is judged, or null. */
  String subject() {
    return subject;
  }

  boolean isSubject(Token variable) {
    return variable.text().equals(subject);
  }

  Class<?> typeOfSubject() {
    return types.get(subject);
  }
}
