package org.dudao.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.dudao.fact.Categories;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;

/**
 * All that decides which sentences the rules say of a fact of one type: its categories and those of the fact it belongs
 * to, the comparisons that limits make, and between which changes of the law its own days lie. Facts of one key are
 * alike for the rules, whatever their measures.
 */
final class Scope {
  private final Class<? extends Subject> type;
  private final Function<Subject, Object>[] parts;
  /** What decides of the fact that one of these belongs to; null when nothing does. */
  private final Scope owner;

  private Scope(Class<? extends Subject> type, Function<Subject, Object>[] parts, Scope owner) {
    this.type = type;
    this.parts = parts;
    this.owner = owner;
  }

  /** What facts of the same scope have in common. */
  static final class Key {
    private final Class<?> type;
    private final Object[] values;
    /** That of the fact to which they belong. */
    private Key owner;
    private int hash;

    private Key(Class<?> type, Object[] values) {
      this.type = type;
      this.values = values;
    }

    /** The same, which stays what it is when this one is read into again. */
    Key copy() {
      Key copy = new Key(type, values.clone());
      copy.owner = owner;
      copy.hash = hash;
      return copy;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && hash == that.hash
          && type == that.type
          && Objects.equals(owner, that.owner)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Key of(Subject subject) {
    Key key = blank();
    read(subject, ofOwner(subject.owner()), key);
    return key;
  }

  /** The key of a fact that one of these belongs to; null when there is none, or nothing of it decides. */
  Key ofOwner(Subject one) {
    return owner == null || one == null ? null : owner.of(one);
  }

  /** A key to read into. */
  Key blank() {
    return new Key(type, new Object[parts.length]);
  }

  /**
   * Makes the blank the key of that subject.
   *
   * @param ofOwner the key of the fact that it belongs to, which many facts share
   */
  void read(Subject subject, Key ofOwner, Key blank) {
    int hash = 31 * type.hashCode() + (ofOwner == null ? 0 : ofOwner.hash);
    for (int i = 0; i < parts.length; i++) {
      Object value = parts[i].apply(subject);
      blank.values[i] = value;
      hash = 31 * hash + (value == null ? 0 : value.hashCode());
    }
    blank.owner = ofOwner;
    blank.hash = hash;
  }

  /** Collects what decides for one type. */
  static final class Builder {
    private final Class<? extends Subject> type;
    /** By what they look at. */
    private final Map<Object, Function<Subject, Object>> parts = new LinkedHashMap<>();
    private final Map<String, TreeSet<LocalDate>> changes = new LinkedHashMap<>();
    private Builder owner;

    Builder(Class<? extends Subject> type) {
      this.type = type;
    }

    /** A component at which a rule looks. */
    void lookAt(String component) {
      parts.put(component, Measures.reader(type, component)::read);
    }

    /** A limit of which is asked for whom it is. */
    void bear(Limit limit) {
      condition(limit.scope());
      if (Measures.has(type, limit.datedBy())) {
        TreeSet<LocalDate> days = changes.computeIfAbsent(limit.datedBy(), key -> new TreeSet<>());
        for (LocalDate day : new LocalDate[] {limit.from(), limit.until()}) {
          if (day != null) {
            days.add(day);
          }
        }
      }
    }

    private void condition(Condition condition) {
      if (condition instanceof Condition.All all) {
        all.parts().forEach(this::condition);
      } else if (condition instanceof Condition.Any any) {
        any.parts().forEach(this::condition);
      } else if (condition instanceof Condition.Not not) {
        condition(not.part());
      } else if (condition instanceof Condition.Comparison comparison) {
        comparison(comparison);
      } else if (condition instanceof Condition.Word word) {
        word(word);
      }
    }

    /** Of the fact, or of the nearest one it belongs to that knows the measure. */
    private void comparison(Condition.Comparison comparison) {
      if (Measures.has(type, comparison.measure())) {
        Measures.Reader reader = Measures.reader(type, comparison.measure());
        parts.put(comparison, subject -> comparison.of(reader.read(subject)));
      } else {
        ofOwner(comparison);
      }
    }

    /** Of the fact, or of the nearest one it belongs to that can bear the word. */
    private void word(Condition.Word word) {
      if (word.deciders().containsKey(type)) {
        word.deciders().get(type).forEach(this::lookAt);
      } else {
        ofOwner(word);
      }
    }

    private void ofOwner(Condition condition) {
      RecordComponent component = Categories.owner(type);
      if (component != null) {
        owner = owner == null ? new Builder(component.getType().asSubclass(Subject.class)) : owner;
        owner.condition(condition);
      }
    }

    /** How many of these days have come on that day. */
    private static int changesUntil(long[] days, long day) {
      int at = Arrays.binarySearch(days, day);
      return at >= 0 ? at + 1 : -at - 1;
    }

    @SuppressWarnings("unchecked")
    Scope build() {
      List<Function<Subject, Object>> all = new ArrayList<>(parts.values());
      changes.forEach((component, days) -> {
        Measures.Reader reader = Measures.reader(type, component);
        long[] sorted = days.stream().mapToLong(LocalDate::toEpochDay).toArray();
        all.add(subject -> {
          LocalDate day = (LocalDate) reader.read(subject);
          return day == null ? null : changesUntil(sorted, day.toEpochDay());
        });
      });
      return new Scope(type, all.toArray(Function[]::new), owner == null ? null : owner.build());
    }
  }
}
