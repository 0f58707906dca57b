package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two days among the components of one type of fact that come in that order.
 */
public final class DayOrder {
  private static final ClassValue<List<DayOrder>> OF_TYPES =
      new ClassValue<>() {
        @Override
        protected List<DayOrder> computeValue(Class<?> type) {
          return declared(type);
        }
      };

  private final String earlier;
  private final String later;
  private final Measures.Reader ofEarlier;
  private final Measures.Reader ofLater;

  private DayOrder(Class<?> type, String earlier, String later) {
    this.earlier = earlier;
    this.later = later;
    this.ofEarlier = Measures.reader(type, earlier);
    this.ofLater = later == null ? null : Measures.reader(type, later);
  }

  /** The component that holds the earlier day. */
  public String earlier() {
    return earlier;
  }

  /** The component that holds the later day; null for the day for which the fact was reported. */
  public String later() {
    return later;
  }

  /** Those in which the days of such facts must come, as their record declares. */
  public static List<DayOrder> of(Class<?> type) {
    return OF_TYPES.get(type);
  }

  private static List<DayOrder> declared(Class<?> type) {
    List<DayOrder> all = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      NotBefore later = component.getAnnotation(NotBefore.class);
      for (String earlier : later == null ? new String[0] : later.value()) {
        all.add(new DayOrder(type, earlier, component.getName()));
      }
      if (component.isAnnotationPresent(Past.class)) {
        all.add(new DayOrder(type, component.getName(), null));
      }
    }
    return List.copyOf(all);
  }

  /** The components that hold the days. */
  public List<String> components() {
    return Stream.of(earlier, later).filter(one -> one != null).toList();
  }

  /** How the days stand to each other: unknown where one of them was not reported. */
  public Truth isKept(Subject subject, LocalDate asOf) {
    LocalDate first = (LocalDate) ofEarlier.read(subject);
    if (first == null) {
      return Truth.UNKNOWN;
    }
    LocalDate last = ofLater == null ? asOf : (LocalDate) ofLater.read(subject);
    return last == null ? Truth.UNKNOWN : Truth.of(!last.isBefore(first));
  }
}
