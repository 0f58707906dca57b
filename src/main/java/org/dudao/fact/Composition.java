package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole and parts of it among the figures of one type of fact: the parts together are not more than the whole, and
 * where they are exhaustive not less.
 */
public final class Composition {
  private static final ClassValue<List<Composition>> OF_TYPES =
      new ClassValue<>() {
        @Override
        protected List<Composition> computeValue(Class<?> type) {
          return declared(type);
        }
      };

  private static final ClassValue<Map<String, List<Composition>>> BY_PART =
      new ClassValue<>() {
        @Override
        protected Map<String, List<Composition>> computeValue(Class<?> type) {
          Map<String, List<Composition>> byPart = new HashMap<>();
          for (Composition one : of(type)) {
            one.parts.forEach(part -> byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(one));
          }
          return byPart;
        }
      };

  private final List<String> parts;
  private final String whole;
  private final boolean exhaustive;
  private final Measures.Reader[] ofParts;
  private final Measures.Reader ofWhole;

  private Composition(Class<?> type, List<String> parts, String whole, boolean exhaustive) {
    this.parts = parts;
    this.whole = whole;
    this.exhaustive = exhaustive;
    this.ofParts = parts.stream().map(part -> Measures.reader(type, part)).toArray(Measures.Reader[]::new);
    this.ofWhole = Measures.reader(type, whole);
  }

  /** The components that count different things. */
  public List<String> parts() {
    return parts;
  }

  /** The component that counts all of them. */
  public String whole() {
    return whole;
  }

  /** Whether there is nothing else in the whole. */
  public boolean isExhaustive() {
    return exhaustive;
  }

  /** Those that the figures of such facts must satisfy, as their record declares them. */
  public static List<Composition> of(Class<?> type) {
    return OF_TYPES.get(type);
  }

  /** Those of which the component is a part. */
  public static List<Composition> with(Class<?> type, String part) {
    return BY_PART.get(type).getOrDefault(part, List.of());
  }

  private static List<Composition> declared(Class<?> type) {
    List<Composition> all = new ArrayList<>();
    for (AddsUp one : type.getAnnotationsByType(AddsUp.class)) {
      all.add(new Composition(type, List.of(one.parts()), one.whole(), one.exhaustive()));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      PartOf part = component.getAnnotation(PartOf.class);
      for (String whole : part == null ? new String[0] : part.value()) {
        all.add(new Composition(type, List.of(component.getName()), whole, false));
      }
    }
    return List.copyOf(all);
  }

  /**
   * By how much the parts are more than the whole, or less where they should make it; zero where they fit, or where too
   * little was reported to tell.
   */
  public Quantity excess(Subject subject) {
    Quantity all = Quantity.ofMeasure(ofWhole.read(subject));
    if (all == null) {
      return Quantity.ZERO;
    }
    Quantity sum = Quantity.ZERO;
    boolean isComplete = true;
    for (Measures.Reader part : ofParts) {
      Quantity value = Quantity.ofMeasure(part.read(subject));
      isComplete &= value != null;
      sum = value == null ? sum : sum.plus(value);
    }
    Quantity excess = sum.minus(all);
    return excess.signum() > 0 || exhaustive && isComplete ? excess : Quantity.ZERO;
  }

  /** What those parts that were told leave of the whole for the others; null where the whole was not told. */
  public Quantity left(Subject subject) {
    Quantity left = Quantity.ofMeasure(ofWhole.read(subject));
    for (Measures.Reader part : ofParts) {
      Quantity value = Quantity.ofMeasure(part.read(subject));
      left = left == null || value == null ? left : left.minus(value);
    }
    return left;
  }

  /** Whether the parts fit into their whole; unknown where too little was reported to tell. Makes nothing for counts. */
  public Truth isKept(Subject subject) {
    Object all = ofWhole.read(subject);
    if (all == null) {
      return Truth.UNKNOWN;
    }
    long counts = 0;
    BigDecimal others = null;
    int told = 0;
    for (Measures.Reader part : ofParts) {
      Object value = part.read(subject);
      if (value instanceof Integer count) {
        counts += count;
      } else if (value instanceof BigDecimal other) {
        others = others == null ? other : others.add(other);
      }
      told += value == null ? 0 : 1;
    }
    if (told == 0) {
      return Truth.UNKNOWN;
    }
    int excess =
        others == null && all instanceof Integer whole
            ? Long.compare(counts, whole)
            : sum(counts, others).compareTo(all instanceof BigDecimal whole ? whole : new BigDecimal(all.toString()));
    return Truth.of(excess == 0 || excess < 0 && (!exhaustive || told < ofParts.length));
  }

  private static BigDecimal sum(long counts, BigDecimal others) {
    return others == null ? BigDecimal.valueOf(counts) : others.add(BigDecimal.valueOf(counts));
  }
}
