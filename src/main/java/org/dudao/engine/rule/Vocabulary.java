package org.dudao.engine.rule;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dudao.engine.drl.Pattern;
import org.dudao.fact.Coded;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Required;
import org.dudao.fact.Subject;

/** The words of {@code when}: the types of fact, their constants, and their components at which it may look. */
final class Vocabulary {
  /** The types of which there may be patterns, by name. */
  static final Map<String, Class<?>> TYPES = types();

  /** The types of constants, by name. */
  static final Map<String, Class<?>> ENUMS = enums();

  /** The components by which a rule picks its limits. */
  static final Set<String> LIMIT_KEYS = Set.of("rule", "id");

  private Vocabulary() {}

  /** The type of the pattern's facts, or null. */
  static Class<?> type(Pattern pattern) {
    return TYPES.get(pattern.type().text());
  }

  static boolean isSubject(Class<?> type) {
    return type != null && Subject.class.isAssignableFrom(type);
  }

  /** That component of the type, if it has one. */
  static Optional<RecordComponent> component(Class<?> type, String name) {
    return type == null || !type.isRecord()
        ? Optional.empty()
        : Arrays.stream(type.getRecordComponents()).filter(component -> component.getName().equals(name)).findFirst();
  }

  /**
   * What {@code when} may look at: categories, ids and references; whatever may be missing and is measured stays for
   * {@code then}.
   */
  static boolean isCategory(RecordComponent component) {
    boolean always = component.isAnnotationPresent(Required.class);
    return component.getType().isEnum() && always
        || component.isAnnotationPresent(Coded.class) && always
        || isIdentity(component)
        || component.getDeclaringRecord() == Limit.class && LIMIT_KEYS.contains(component.getName());
  }

  /** Whether the component tells single facts apart: an id, or a reference to another fact. */
  static boolean isIdentity(RecordComponent component) {
    return component.getName().equals("id") || isSubject(component.getType());
  }

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      types.put(kind.type().getSimpleName(), kind.type());
    }
    types.put(Limit.class.getSimpleName(), Limit.class);
    return types;
  }

  private static Map<String, Class<?>> enums() {
    Map<String, Class<?>> enums = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      for (RecordComponent component : kind.type().getRecordComponents()) {
        if (component.getType().isEnum()) {
          enums.put(component.getType().getSimpleName(), component.getType());
        }
      }
    }
    return enums;
  }
}
