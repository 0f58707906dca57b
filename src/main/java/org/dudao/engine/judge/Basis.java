package org.dudao.engine.judge;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Subject;

/** The facts, and their figures, on which what was decided rests. What is UNKNOWN rests on nothing. */
public final class Basis {
  /** By the fact itself: two facts may say the same. */
  private final Map<Subject, Set<String>> components = new IdentityHashMap<>();

  void add(Subject fact, Set<String> figures) {
    components.computeIfAbsent(fact, one -> new HashSet<>()).addAll(figures);
  }

  void addAll(Basis other) {
    other.components.forEach(this::add);
  }

  /** Whether something was decided of the fact, or by one of its figures. */
  public boolean holds(Subject fact) {
    return components.containsKey(fact);
  }

  /** Whether something was decided by what the fact says under that name. */
  public boolean holds(Subject fact, String component) {
    return components.getOrDefault(fact, Set.of()).contains(component);
  }
}
