package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words of {@code applies_to} a fact can bear: its constants, its codes, and the names of its yes-or-no components. */
public final class Categories {
  private Categories() {}

  /** The words that facts of that type may bear themselves, each with the components that decide it. */
  public static Map<String, Set<String>> words(Class<?> type, Codes codes) {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      for (String word : words(component, codes)) {
        words.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(component.getName());
      }
    }
    return words;
  }

  /** The component that refers to the fact whose categories facts of that type share, or null. */
  public static RecordComponent owner(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getType() == School.class || component.getType() == Case.class)
        .findFirst()
        .orElse(null);
  }

  /** Whether the fact bears the word by that component; unknown when the component was not reported. */
  static Truth bears(Subject subject, String component, String word) {
    Object value = Measures.value(subject, component);
    if (value == null) {
      return absentIsNone(subject.getClass(), component) ? Truth.NO : Truth.UNKNOWN;
    }
    if (value instanceof Boolean yes) {
      return Truth.of(yes);
    }
    return Truth.of(
        value instanceof Enum<?> constant
            ? Words.allOf(constant).contains(word)
            : Words.ofConstant(value.toString()).equals(word));
  }

  private static boolean absentIsNone(Class<?> type, String component) {
    for (RecordComponent one : type.getRecordComponents()) {
      Coded coded = one.getAnnotation(Coded.class);
      if (coded != null && one.getName().equals(component)) {
        return coded.absentIsNone();
      }
    }
    return false;
  }

  private static Set<String> words(RecordComponent component, Codes codes) {
    Set<String> words = new LinkedHashSet<>();
    if (component.getType().isEnum()) {
      for (Object constant : component.getType().getEnumConstants()) {
        words.addAll(Words.allOf((Enum<?>) constant));
      }
    } else if (component.getType() == Boolean.class) {
      words.add(Words.ofComponent(component.getName()));
    } else if (component.isAnnotationPresent(Coded.class)) {
      codes.of(component.getAnnotation(Coded.class).value()).forEach(code -> words.add(Words.ofConstant(code)));
    }
    return words;
  }
}
