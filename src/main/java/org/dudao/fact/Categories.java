package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words of {@code applies_to} a fact can bear: its constants, its codes, and the names of its yes-or-no components. */
public final class Categories {
  /** The components without which a fact bears none of their words; read once from its record. */
  private static final ClassValue<Set<String>> ABSENT_ARE_NONE =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return absentAreNone(type);
        }
      };

  /** The component that refers to the owner, read once from the record. */
  private static final ClassValue<Optional<RecordComponent>> OWNERS =
      new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> component.getType() == School.class || component.getType() == Case.class)
              .findFirst();
        }
      };

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
    return OWNERS.get(type).orElse(null);
  }

  /** Whether what the component says is so or not so, and does not say what kind of fact it is. */
  static boolean isMark(Class<?> type, String component) {
    return Measures.type(type, component) == Boolean.class || Measures.declared(type, component, Mark.class) != null;
  }

  /** Whether facts of that type each say by a code which one thing they tell. */
  public static boolean isToldByName(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .anyMatch(component -> isNameOfWhatIsTold(type, component.getName()));
  }

  /** Whether the component says which one thing the fact tells. */
  static boolean isNameOfWhatIsTold(Class<?> type, String component) {
    Coded coded = Measures.declared(type, component, Coded.class);
    return coded != null && coded.namesWhatIsTold();
  }

  /** Whether the fact bears the word by that component; unknown when the component was not reported. */
  static Truth bears(Subject subject, String component, String word) {
    Object value = Measures.value(subject, component);
    if (value == null) {
      return ABSENT_ARE_NONE.get(subject.getClass()).contains(component) ? Truth.NO : Truth.UNKNOWN;
    }
    if (value instanceof Boolean yes) {
      return Truth.of(yes);
    }
    return Truth.of(
        value instanceof Enum<?> constant
            ? Words.allOf(constant).contains(word)
            : Words.ofConstant(value.toString()).equals(word));
  }

  private static Set<String> absentAreNone(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> {
          Coded coded = component.getAnnotation(Coded.class);
          return coded != null && coded.absentIsNone();
        })
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
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
