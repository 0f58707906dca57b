package org.dudao.engine.plan;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dudao.fact.Categories;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;

/**
 * All that decides which sentences the rules say of a fact of one type: its categories and those of the fact it belongs
 * to, the comparisons that limits make, and between which changes of the law its own days lie. Facts of one key are
 * an equivalence class: alike for the rules, whatever their measures.
 *
 * <p>Most limits are for one kind of fact only: what is asked of a petition says nothing of a licence. Facts are divided by
 * that category first, and then by nothing but what the limits ask that may still be for them.
 */
final class Scope {
  /** Stands for a category that was not reported, or for all facts where nothing divides them. */
  private static final Object NONE = new Object();

  private final Class<? extends Subject> type;
  private final Set<String> lookedAt;
  private final List<Limit> limits;
  /** The component that divides the facts; null when none does. */
  private final String divider;
  private final Measures.Reader category;
  private final Map<Object, Branch> branches = new ConcurrentHashMap<>();

  private Scope(Class<? extends Subject> type, Set<String> lookedAt, List<Limit> limits, String divider) {
    this.type = type;
    this.lookedAt = lookedAt;
    this.limits = limits;
    this.divider = divider;
    this.category = divider == null ? null : Measures.reader(type, divider);
  }

  /** Collects what decides for one type. */
  static final class Builder {
    private final Class<? extends Subject> type;
    private final Set<String> lookedAt = new LinkedHashSet<>();
    private final List<Limit> limits = new ArrayList<>();

    Builder(Class<? extends Subject> type) {
      this.type = type;
    }

    /** A component at which a rule looks. */
    void lookAt(String component) {
      lookedAt.add(component);
    }

    /** A limit of which is asked for whom it is. */
    void bear(Limit limit) {
      limits.add(limit);
    }

    Scope build() {
      return new Scope(type, lookedAt, limits, divider(type, limits));
    }

    /** As a part of that scope, in which all of these were collected too: facts of one key there are of one key here. */
    Scope buildWithin(Scope whole) {
      return new Scope(type, lookedAt, limits, whole.divider);
    }
  }

  /** What facts of the same scope have in common. */
  static final class Key {
    private final Branch branch;
    private final Object[] values;
    /** That of the fact to which they belong. */
    private Key owner;
    private int hash;

    private Key(Branch branch, Object[] values) {
      this.branch = branch;
      this.values = values;
    }

    /** The same, which stays what it is when this one is read into again. */
    Key copy() {
      Key copy = new Key(branch, values.clone());
      copy.owner = owner;
      copy.hash = hash;
      return copy;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && hash == that.hash
          && branch == that.branch
          && Objects.equals(owner, that.owner)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  Key of(Subject subject) {
    return branch(subject).of(subject);
  }

  /** What else decides of facts of that subject's category. */
  Branch branch(Subject subject) {
    Object value = category == null ? null : category.read(subject);
    Object known = value == null ? NONE : value;
    Branch branch = branches.get(known);
    return branch == null ? branches.computeIfAbsent(known, one -> branchOf(subject)) : branch;
  }

  private Branch branchOf(Subject example) {
    Parts parts = new Parts(type, divider);
    lookedAt.forEach(parts::lookAt);
    for (Limit limit : limits) {
      if (limit.scope().by(leaf -> known(leaf, example)) != Truth.NO) {
        parts.bear(limit);
      }
    }
    return parts.branch();
  }

  /** What the dividing category alone tells of a word or a comparison: all else may be so or not. */
  private Truth known(Condition.Leaf leaf, Subject example) {
    return divider != null && divider.equals(soleDecider(leaf, type)) ? leaf.on(example) : Truth.UNKNOWN;
  }

  /** The component that alone decides words in most of the limits. */
  private static String divider(Class<?> type, List<Limit> limits) {
    Map<String, Integer> limitsOf = new TreeMap<>();
    for (Limit limit : limits) {
      limit.scope().leaves()
          .map(leaf -> soleDecider(leaf, type))
          .filter(Objects::nonNull)
          .distinct()
          .forEach(component -> limitsOf.merge(component, 1, Integer::sum));
    }
    return limitsOf.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
  }

  /** The component that alone decides whether a fact of that type bears the word; null when it is none, or no word. */
  private static String soleDecider(Condition.Leaf leaf, Class<?> type) {
    Set<String> deciders = leaf instanceof Condition.Word word ? word.deciders().getOrDefault(type, Set.of()) : Set.of();
    return deciders.size() == 1 ? deciders.iterator().next() : null;
  }

  /** What decides of facts of one category. */
  static final class Branch {
    private final Function<Subject, Object>[] parts;
    /** What decides of the fact that one of these belongs to; null when nothing does. */
    private final Branch owner;

    private Branch(Function<Subject, Object>[] parts, Branch owner) {
      this.parts = parts;
      this.owner = owner;
    }

    private Key of(Subject subject) {
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
      return new Key(this, new Object[parts.length]);
    }

    /**
     * Makes the blank the key of that subject.
     *
     * @param ofOwner the key of the fact that it belongs to, which many facts share
     */
    void read(Subject subject, Key ofOwner, Key blank) {
      int hash = 31 * hashCode() + (ofOwner == null ? 0 : ofOwner.hash);
      for (int i = 0; i < parts.length; i++) {
        Object value = parts[i].apply(subject);
        blank.values[i] = value;
        hash = 31 * hash + (value == null ? 0 : value.hashCode());
      }
      blank.owner = ofOwner;
      blank.hash = hash;
    }
  }

  /** Collects what decides of facts of one type and category. */
  private static final class Parts {
    private final Class<? extends Subject> type;
    private final String divider;
    /** By what they look at. */
    private final Map<Object, Function<Subject, Object>> parts = new LinkedHashMap<>();
    private final Map<String, TreeSet<LocalDate>> changes = new LinkedHashMap<>();
    private Parts owner;

    /**
     * @param divider the component that is the same for all of them, or null
     */
    Parts(Class<? extends Subject> type, String divider) {
      this.type = type;
      this.divider = divider;
    }

    void lookAt(String component) {
      lookAt(component, Measures.reader(type, component)::read);
    }

    void bear(Limit limit) {
      limit.scope().leaves().forEach(this::ask);
      if (Measures.has(type, limit.datedBy())) {
        TreeSet<LocalDate> days = changes.computeIfAbsent(limit.datedBy(), key -> new TreeSet<>());
        for (LocalDate day : new LocalDate[] {limit.from(), limit.until()}) {
          if (day != null) {
            days.add(day);
          }
        }
      }
    }

    /** Of the fact, or of the nearest one it belongs to that can tell. */
    private void ask(Condition.Leaf leaf) {
      RecordComponent component = Categories.owner(type);
      if (leaf.isToldBy(type)) {
        leaf.decidingParts(type).forEach(this::lookAt);
      } else if (component != null) {
        owner = owner == null ? new Parts(component.getType().asSubclass(Subject.class), null) : owner;
        owner.ask(leaf);
      }
    }

    private void lookAt(Object key, Function<Subject, Object> part) {
      if (!key.equals(divider)) {
        parts.put(key, part);
      }
    }

    /** How many of these days have come on that day. */
    private static int changesUntil(long[] days, long day) {
      int at = Arrays.binarySearch(days, day);
      return at >= 0 ? at + 1 : -at - 1;
    }

    @SuppressWarnings("unchecked")
    Branch branch() {
      List<Function<Subject, Object>> all = new ArrayList<>(parts.values());
      changes.forEach((component, days) -> {
        Measures.Reader reader = Measures.reader(type, component);
        long[] sorted = days.stream().mapToLong(LocalDate::toEpochDay).toArray();
        all.add(subject -> {
          LocalDate day = (LocalDate) reader.read(subject);
          return day == null ? null : changesUntil(sorted, day.toEpochDay());
        });
      });
      return new Branch(all.toArray(Function[]::new), owner == null ? null : owner.branch());
    }
  }
}
