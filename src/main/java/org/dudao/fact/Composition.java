package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole and parts of it among the figures of one type of fact: the parts together are not more than the whole, and
 * where they are exhaustive not less.
 *
 * @param parts components that count different things
 * @param whole the component that counts all of them
 * @param exhaustive whether there is nothing else in the whole
 */
public record Composition(List<String> parts, String whole, boolean exhaustive) {
  private static final ClassValue<List<Composition>> OF_TYPES =
      new ClassValue<>() {
        @Override
        protected List<Composition> computeValue(Class<?> type) {
          return declared(type);
        }
      };

  /** Those that the figures of such facts must satisfy, as their record declares them. */
  public static List<Composition> of(Class<?> type) {
    return OF_TYPES.get(type);
  }

  private static List<Composition> declared(Class<?> type) {
    List<Composition> all = new ArrayList<>();
    for (AddsUp one : type.getAnnotationsByType(AddsUp.class)) {
      all.add(new Composition(List.of(one.parts()), one.whole(), one.exhaustive()));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      PartOf part = component.getAnnotation(PartOf.class);
      for (String whole : part == null ? new String[0] : part.value()) {
        all.add(new Composition(List.of(component.getName()), whole, false));
      }
    }
    return List.copyOf(all);
  }

  /**
   * By how much the parts are more than the whole, or less where they should make it; zero where they fit, or where too
   * little was reported to tell.
   */
  public Quantity excess(Subject subject) {
    Quantity all = Quantity.ofMeasure(Measures.value(subject, whole));
    if (all == null) {
      return Quantity.ZERO;
    }
    Quantity sum = Quantity.ZERO;
    boolean isComplete = true;
    for (String part : parts) {
      Quantity value = Quantity.ofMeasure(Measures.value(subject, part));
      isComplete &= value != null;
      sum = value == null ? sum : sum.plus(value);
    }
    Quantity excess = sum.minus(all);
    return excess.signum() > 0 || exhaustive && isComplete ? excess : Quantity.ZERO;
  }

  /** Whether enough was reported for the figures to contradict each other. */
  public boolean isTold(Subject subject) {
    return Measures.value(subject, whole) != null
        && parts.stream().anyMatch(part -> Measures.value(subject, part) != null);
  }
}
