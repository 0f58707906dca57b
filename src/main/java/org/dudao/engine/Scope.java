package org.dudao.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private Scope(Class<? extends Subject> type, Function<Subject, Object>[] parts) {
    this.type = type;
    this.parts = parts;
  }

  /** What facts of the same scope have in common. */
  static final class Key {
    private final Class<?> type;
    private final Object[] values;
    private int hash;

    private Key(Class<?> type, Object[] values, int hash) {
      this.type = type;
      this.values = values;
      this.hash = hash;
    }

    /** The same, which stays what it is when this one is read into again. */
    Key copy() {
      return new Key(type, values.clone(), hash);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && hash == that.hash && type == that.type && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Key of(Subject subject) {
    Key key = blank();
    read(subject, key);
    return key;
  }

  /** A key to read into. */
  Key blank() {
    return new Key(type, new Object[parts.length], 0);
  }

  /** Makes the blank the key of that subject. */
  void read(Subject subject, Key blank) {
    int hash = type.hashCode();
    for (int i = 0; i < parts.length; i++) {
      Object value = parts[i].apply(subject);
      blank.values[i] = value;
      hash = 31 * hash + (value == null ? 0 : value.hashCode());
    }
    blank.hash = hash;
  }

  /** Collects what decides for one type. */
  static final class Builder {
    private static final Function<Subject, Subject> OWNER = one -> one == null ? null : one.owner();

    private final Class<? extends Subject> type;
    /** By what they look at. */
    private final Map<Object, Function<Subject, Object>> parts = new LinkedHashMap<>();
    private final Map<String, TreeSet<LocalDate>> changes = new LinkedHashMap<>();

    Builder(Class<? extends Subject> type) {
      this.type = type;
    }

    /** A component at which a rule looks. */
    void lookAt(String component) {
      Measures.Reader reader = Measures.reader(type, component);
      parts.put(component, reader::read);
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
        comparison(comparison, type, Function.identity());
      } else if (condition instanceof Condition.Word word) {
        word(word, type, Function.identity(), "");
      }
    }

    /** What the fact, or the nearest one it belongs to that knows the measure, says of it. */
    private void comparison(Condition.Comparison comparison, Class<?> bearer, Function<Subject, Subject> path) {
      RecordComponent owner = Categories.owner(bearer);
      if (Measures.has(bearer, comparison.measure())) {
        parts.put(comparison, read(bearer, comparison.measure(), path).andThen(comparison::of));
      } else if (owner != null) {
        comparison(comparison, owner.getType(), path.andThen(OWNER));
      }
    }

    /** What the fact at the end of that path says under that name; null where there is none. */
    private static Function<Subject, Object> read(Class<?> bearer, String name, Function<Subject, Subject> path) {
      Measures.Reader reader = Measures.reader(bearer, name);
      return subject -> {
        Subject one = path.apply(subject);
        return one == null ? null : reader.read(one);
      };
    }

    /** How many of these days have come on that day. */
    private static int changesUntil(long[] days, long day) {
      int at = Arrays.binarySearch(days, day);
      return at >= 0 ? at + 1 : -at - 1;
    }

    /** The components that decide the word, of the fact or of the nearest one it belongs to that can bear it. */
    private void word(Condition.Word word, Class<?> bearer, Function<Subject, Subject> path, String prefix) {
      RecordComponent owner = Categories.owner(bearer);
      if (word.deciders().containsKey(bearer)) {
        for (String component : word.deciders().get(bearer)) {
          parts.put(prefix + component, read(bearer, component, path));
        }
      } else if (owner != null) {
        Function<Subject, Subject> further = path.andThen(OWNER);
        parts.put(prefix + "owner", subject -> further.apply(subject) != null);
        word(word, owner.getType(), further, prefix + "owner.");
      }
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
      return new Scope(type, all.toArray(Function[]::new));
    }
  }
}
