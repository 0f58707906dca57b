package org.dudao.engine;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.fact.Bureau;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Required;
import org.dudao.fact.Subject;

/** Facts with some of what they say taken away, or zero, or moved to another day or region: what nobody thinks of. */
public final class Altered {
  private static final List<String> REGIONS = Shipped.LIMITS.stream().map(Limit::region).distinct().sorted().toList();
  private static final int DAYS_AROUND = 400;

  private final Random random;
  private final Map<Subject, Subject> altered = new IdentityHashMap<>();

  private Altered(Random random) {
    this.random = random;
  }

  public static Facts of(Facts facts, Random random) {
    return new Altered(random).alter(facts);
  }

  private Facts alter(Facts facts) {
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(FactKind.class);
    for (FactKind kind : FactKind.values()) {
      List<Subject> list = new ArrayList<>();
      for (Subject subject : facts.of(kind)) {
        altered.put(subject, alter(subject));
        list.add(altered.get(subject));
      }
      subjects.put(kind, list);
    }
    return new Facts(
        (Bureau) subjects.get(FactKind.BUREAU).get(0), day(facts.asOf()), subjects,
        (kind, number, component) -> new Origin("f", "/" + kind.property() + "/" + number + "/" + component, 1, 1),
        Map.of(), Map.of());
  }

  private Subject alter(Subject subject) {
    RecordComponent[] components = subject.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(subject);
        values[i] = components[i].isAnnotationPresent(Required.class) ? required(components[i], value) : optional(value);
      }
      return (Subject) subject.getClass().getDeclaredConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Object required(RecordComponent component, Object value) {
    boolean moves = component.getName().equals("region") && random.nextInt(2) == 0;
    String region = moves ? REGIONS.get(random.nextInt(REGIONS.size())) : "";
    return region.isEmpty() ? referred(value) : region;
  }

  private Object optional(Object value) {
    int chance = random.nextInt(10);
    if (value == null || chance < 2) {
      return null;
    }
    if (value instanceof Integer) {
      return chance < 4 ? Integer.valueOf(chance - 2) : value;
    }
    if (value instanceof BigDecimal) {
      return chance < 4 ? BigDecimal.valueOf(chance - 2) : value;
    }
    if (value instanceof Boolean yes) {
      return chance < 5 ? Boolean.valueOf(!yes) : value;
    }
    return value instanceof LocalDate date && chance < 5 ? day(date) : referred(value);
  }

  private LocalDate day(LocalDate day) {
    return random.nextInt(4) == 0
        ? LocalDate.of(1995 + random.nextInt(40), 1 + random.nextInt(12), 1)
        : day.plusDays(random.nextInt(2 * DAYS_AROUND) - DAYS_AROUND);
  }

  private Object referred(Object value) {
    if (value instanceof Subject subject) {
      return altered.getOrDefault(subject, subject);
    }
    return value instanceof List<?> list ? list.stream().map(this::referred).toList() : value;
  }
}
