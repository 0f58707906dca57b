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

  private static final ClassValue<InOrder> IN_ORDER =
      new ClassValue<>() {
        @Override
        protected InOrder computeValue(Class<?> type) {
          return InOrder.of(type);
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

  /** Whether all days of the fact that can be told come in order; unknown where none can. */
  public static Truth areKept(Subject subject, LocalDate asOf) {
    return IN_ORDER.get(subject.getClass()).areKept(subject, asOf);
  }

  /**
   * All of one type, of which each day is read once.
   *
   * @param earlier for each order which day is the earlier one
   * @param later for each order which day is the later one; the day of the report comes after all others
   */
  private record InOrder(Measures.Reader[] days, int[] earlier, int[] later) {
    static InOrder of(Class<?> type) {
      List<DayOrder> all = DayOrder.of(type);
      List<String> components = all.stream().flatMap(one -> one.components().stream()).distinct().toList();
      return new InOrder(
          components.stream().map(one -> Measures.reader(type, one)).toArray(Measures.Reader[]::new),
          all.stream().mapToInt(one -> components.indexOf(one.earlier)).toArray(),
          all.stream().mapToInt(one -> one.later == null ? components.size() : components.indexOf(one.later)).toArray());
    }

    Truth areKept(Subject subject, LocalDate asOf) {
      LocalDate[] read = new LocalDate[days.length + 1];
      for (int i = 0; i < days.length; i++) {
        read[i] = (LocalDate) days[i].read(subject);
      }
      read[days.length] = asOf;
      Truth kept = Truth.UNKNOWN;
      for (int i = 0; i < earlier.length; i++) {
        LocalDate first = read[earlier[i]];
        LocalDate last = read[later[i]];
        if (first != null && last != null) {
          if (last.isBefore(first)) {
            return Truth.NO;
          }
          kept = Truth.YES;
        }
      }
      return kept;
    }
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
