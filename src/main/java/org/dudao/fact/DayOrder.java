package org.dudao.fact;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two days among the components of one type of fact that come in that order.
 *
 * @param later null for the day for which the fact was reported
 */
public record DayOrder(String earlier, String later) {
  private static final ClassValue<List<DayOrder>> OF_TYPES =
      new ClassValue<>() {
        @Override
        protected List<DayOrder> computeValue(Class<?> type) {
          return declared(type);
        }
      };

  /** Those in which the days of such facts must come, as their record declares. */
  public static List<DayOrder> of(Class<?> type) {
    return OF_TYPES.get(type);
  }

  private static List<DayOrder> declared(Class<?> type) {
    List<DayOrder> all = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      NotBefore later = component.getAnnotation(NotBefore.class);
      for (String earlier : later == null ? new String[0] : later.value()) {
        all.add(new DayOrder(earlier, component.getName()));
      }
      if (component.isAnnotationPresent(Past.class)) {
        all.add(new DayOrder(component.getName(), null));
      }
    }
    return List.copyOf(all);
  }

  /** The components that hold the days. */
  public List<String> components() {
    return Stream.of(earlier, later).filter(one -> one != null).toList();
  }

  /** Whether enough was reported for the days to contradict each other. */
  public boolean isTold(Subject subject) {
    return Measures.value(subject, earlier) != null && (later == null || Measures.value(subject, later) != null);
  }

  /** Whether both days are known, and are the other way round. */
  public boolean isBroken(Subject subject, LocalDate asOf) {
    LocalDate first = (LocalDate) Measures.value(subject, earlier);
    LocalDate last = later == null ? asOf : (LocalDate) Measures.value(subject, later);
    return first != null && last != null && last.isBefore(first);
  }
}
