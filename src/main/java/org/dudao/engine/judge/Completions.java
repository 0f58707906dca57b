package org.dudao.engine.judge;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dudao.engine.reckon.Interval;
import org.dudao.fact.Categories;
import org.dudao.fact.Condition;
import org.dudao.fact.Domain;
import org.dudao.fact.Facts;
import org.dudao.fact.GradeRange;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;

/**
 * What an incomplete fact may be: the fact with values for all that it does not tell and that decides whether limits are
 * for it, one completion for each combination that the limits tell apart.
 */
final class Completions {
  /** More combinations are not tried: then nothing is said of what holds in all of them. */
  private static final int MOST = 512;

  /** No limit is written with more. */
  private static final int MOST_DECIMALS = 9;

  private static final BigDecimal LEAST_STEP = BigDecimal.ONE.movePointLeft(MOST_DECIMALS);

  private final Subject subject;
  private final Facts facts;
  /** What the open components may be, by the fact that does not tell them: the subject, or one that it belongs to. */
  private final Map<OpenComponent, List<?>> open = new LinkedHashMap<>();
  private boolean isCountable = true;

  /** A component that a fact does not tell, or tells as a range; of that very fact, for another may say the same. */
  private record OpenComponent(Subject fact, String component) {
    @Override
    public boolean equals(Object other) {
      return other instanceof OpenComponent that && fact == that.fact && component.equals(that.component);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(fact) + component.hashCode();
    }
  }

  Completions(Subject subject, Collection<Limit> limits, Facts facts) {
    this.subject = subject;
    this.facts = facts;
    for (Limit limit : limits) {
      limit.scope().leaves().filter(leaf -> leaf.on(subject) == Truth.UNKNOWN).forEach(this::open);
      if (!limit.datedBy().isEmpty() && Measures.value(subject, limit.datedBy()) == null) {
        openDay(limit);
      }
    }
  }

  /** The components of the subject itself that are open. */
  Set<String> openComponents() {
    Set<String> names = new LinkedHashSet<>();
    for (OpenComponent one : open.keySet()) {
      if (one.fact() == subject) {
        names.addAll(Measures.from(subject.getClass(), one.component()));
      }
    }
    return names;
  }

  /** Whether what is open can be one of few things only. */
  boolean areCountable() {
    return isCountable;
  }

  /** How many there are; 0 where they cannot be counted, or are too many. */
  int size() {
    long combinations = isCountable && !open.isEmpty() ? 1 : 0;
    for (Collection<?> some : open.values()) {
      combinations = Math.min(combinations * some.size(), MOST + 1L);
    }
    return combinations > MOST ? 0 : (int) combinations;
  }

  /** That one of them, from 0. */
  Subject get(int number) {
    return filled(subject, combination(number));
  }

  /** One value for each component: the number counts in digits of which each chooses one. */
  private Map<OpenComponent, Object> combination(int number) {
    Map<OpenComponent, Object> chosen = new LinkedHashMap<>();
    int rest = number;
    for (Map.Entry<OpenComponent, List<?>> one : open.entrySet()) {
      List<?> some = one.getValue();
      chosen.put(one.getKey(), some.get(rest % some.size()));
      rest /= some.size();
    }
    return chosen;
  }

  private void open(Condition.Leaf leaf) {
    Subject teller = leaf.teller(subject);
    if (teller == null) {
      isCountable = false;
    } else if (leaf instanceof Condition.Comparison comparison) {
      openNumber(teller, comparison);
    } else {
      for (String component : leaf.components(teller.getClass())) {
        if (Measures.value(teller, component) == null) {
          open(teller, component, values(Measures.type(teller.getClass(), component)));
        }
      }
    }
  }

  private static Collection<?> values(Class<?> type) {
    return type == Boolean.class ? List.of(false, true)
        : type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of();
  }

  private void openNumber(Subject teller, Condition.Comparison comparison) {
    String measure = comparison.measure();
    if (Measures.value(teller, measure) instanceof GradeRange grades) {
      open(teller, measure, grades.all().stream().map(grade -> new GradeRange(grade, grade)).toList());
    } else if (Measures.isReported(teller.getClass(), measure)) {
      boolean isCount = Measures.type(teller.getClass(), measure) == Integer.class;
      BigDecimal number = comparison.number().rounded(MOST_DECIMALS, RoundingMode.HALF_UP);
      Stream<BigDecimal> around = isCount ? wholeNumbersAround(number) : around(number, LEAST_STEP);
      BigDecimal[] ends = ends(teller, measure);
      open(
          teller, measure,
          Stream.concat(Arrays.stream(ends), around)
              .filter(value -> value.compareTo(ends[0]) >= 0 && value.compareTo(ends[1]) <= 0)
              .map(value -> isCount ? (Object) value.intValueExact() : value)
              .distinct()
              .toList());
    } else {
      isCountable = false;
    }
  }

  private static Stream<BigDecimal> wholeNumbersAround(BigDecimal number) {
    return around(number.setScale(0, RoundingMode.FLOOR), BigDecimal.ONE);
  }

  /** On both sides of the number, and the number itself: nothing else is told apart by comparing with it. */
  private static Stream<BigDecimal> around(BigDecimal number, BigDecimal step) {
    return Stream.of(number.subtract(step), number, number.add(step));
  }

  /** The least and the greatest number that the component of the fact may be. */
  private BigDecimal[] ends(Subject teller, String component) {
    Interval range = Evidence.range(teller, component, facts);
    if (range != null) {
      return new BigDecimal[] {
        range.low().rounded(MOST_DECIMALS, RoundingMode.HALF_UP), range.high().rounded(MOST_DECIMALS, RoundingMode.HALF_UP)
      };
    }
    Domain domain = Measures.declared(teller.getClass(), component, Domain.class);
    return new BigDecimal[] {
      BigDecimal.valueOf(domain == null ? 0 : domain.min()),
      BigDecimal.valueOf(domain == null ? Integer.MAX_VALUE : domain.max())
    };
  }

  private void openDay(Limit limit) {
    if (!Measures.isReported(subject.getClass(), limit.datedBy())) {
      isCountable = false;
      return;
    }
    Set<LocalDate> days = new TreeSet<>();
    for (LocalDate change : new LocalDate[] {limit.from(), limit.until()}) {
      if (change != null) {
        days.add(change);
        days.add(change.minusDays(1));
      }
    }
    if (!days.isEmpty()) {
      open(subject, limit.datedBy(), days);
    }
  }

  private void open(Subject teller, String component, Collection<?> values) {
    isCountable &= !values.isEmpty();
    open.merge(new OpenComponent(teller, component), List.copyOf(values), Completions::both);
  }

  private static List<?> both(List<?> some, List<?> others) {
    Set<Object> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static Subject filled(Subject fact, Map<OpenComponent, Object> values) {
    Map<String, Object> own = new LinkedHashMap<>();
    values.forEach((component, value) -> {
      if (component.fact() == fact) {
        own.putAll(value instanceof GradeRange grades ? grades.components() : Map.of(component.component(), value));
      }
    });
    RecordComponent owner = Categories.owner(fact.getClass());
    if (owner != null && fact.owner() != null) {
      own.put(owner.getName(), filled(fact.owner(), values));
    }
    return own.isEmpty() ? fact : Measures.with(fact, own);
  }
}
