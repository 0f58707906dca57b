package org.dudao.fact;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whom a limit is for: a statement about a subject that holds, does not hold, or cannot be told. */
public sealed interface Condition {
  /** Holds for everybody. */
  Condition ALWAYS = new All(List.of());

  /** Whether it holds for that subject. */
  default Truth on(Subject subject) {
    return by(leaf -> leaf.on(subject));
  }

  /** Whether it holds when of the words and comparisons of which it is made that much is known. */
  default Truth by(Function<Condition, Truth> known) {
    return known.apply(this);
  }

  /** The words and comparisons of which it is made. */
  default Stream<Condition> leaves() {
    return Stream.of(this);
  }

  /** The components that would have to be reported before the statement could be told of that subject. */
  Set<String> missing(Subject subject);

  /** How a measure may stand to a number. */
  enum Operator {
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    EQUAL("=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    boolean holds(int comparison) {
      return switch (this) {
        case AT_LEAST -> comparison >= 0;
        case AT_MOST -> comparison <= 0;
        case ABOVE -> comparison > 0;
        case BELOW -> comparison < 0;
        case EQUAL -> comparison == 0;
      };
    }
  }

  /**
   * The subject, or the nearest fact it belongs to that can, bears the word.
   *
   * @param deciders for each type of fact that can bear the word, the components that decide it
   */
  record Word(String word, Map<Class<?>, Set<String>> deciders) implements Condition {
    /** All words that facts can bear under those codes. */
    public static Map<String, Word> all(Codes codes) {
      Map<String, Word> all = new TreeMap<>();
      for (FactKind kind : FactKind.values()) {
        Categories.words(kind.type(), codes).forEach((word, components) ->
            all.computeIfAbsent(word, one -> new Word(one, new LinkedHashMap<>())).deciders().put(kind.type(), components));
      }
      return all;
    }

    @Override
    public Truth on(Subject subject) {
      Set<String> components = deciders.get(subject.getClass());
      if (components != null) {
        Truth truth = Truth.NO;
        for (String component : components) {
          truth = truth.or(Categories.bears(subject, component, word));
        }
        return truth;
      }
      if (subject.owner() != null) {
        return on(subject.owner());
      }
      return ownerCouldDecide(subject.getClass()) ? Truth.UNKNOWN : Truth.NO;
    }

    @Override
    public Set<String> missing(Subject subject) {
      if (on(subject) != Truth.UNKNOWN) {
        return Set.of();
      }
      if (deciders.containsKey(subject.getClass())) {
        return deciders.get(subject.getClass());
      }
      return subject.owner() != null
          ? missing(subject.owner())
          : Set.of(Categories.owner(subject.getClass()).getName());
    }

    /** Whether facts of that type, or those they belong to, can bear the word at all. */
    public boolean canBeBorneBy(Class<?> type) {
      return deciders.containsKey(type) || ownerCouldDecide(type);
    }

    private boolean ownerCouldDecide(Class<?> type) {
      var owner = Categories.owner(type);
      return owner != null && canBeBorneBy(owner.getType());
    }
  }

  /** A measure of the subject, or of the nearest fact it belongs to that knows it, stands so to a number. */
  record Comparison(String measure, Operator operator, Quantity number) implements Condition {
    @Override
    public Truth on(Subject subject) {
      Subject knower = knower(subject);
      return of(knower == null ? null : Measures.value(knower, measure));
    }

    /** Whether a fact that says this of the measure fulfils it. */
    public Truth of(Object said) {
      Quantity value = Quantity.ofMeasure(said);
      return value == null ? Truth.UNKNOWN : Truth.of(operator.holds(value.compareTo(number)));
    }

    @Override
    public Set<String> missing(Subject subject) {
      if (on(subject) != Truth.UNKNOWN) {
        return Set.of();
      }
      Subject knower = knower(subject);
      return knower == null ? Set.of(measure) : new LinkedHashSet<>(Measures.missing(knower, measure));
    }

    /** Whether facts of that type, or those they belong to, know the measure. */
    public boolean canBeAskedOf(Class<?> type) {
      var owner = Categories.owner(type);
      return Measures.has(type, measure) && Measures.isNumber(type, measure) || owner != null && canBeAskedOf(owner.getType());
    }

    private Subject knower(Subject subject) {
      Subject knower = subject;
      while (knower != null && !Measures.has(knower.getClass(), measure)) {
        knower = knower.owner();
      }
      return knower;
    }
  }

  /** All parts hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public Truth by(Function<Condition, Truth> known) {
      Truth truth = Truth.YES;
      for (Condition part : parts) {
        truth = truth.and(part.by(known));
      }
      return truth;
    }

    @Override
    public Stream<Condition> leaves() {
      return parts.stream().flatMap(Condition::leaves);
    }

    @Override
    public Set<String> missing(Subject subject) {
      return on(subject) == Truth.UNKNOWN ? missingOf(parts, subject) : Set.of();
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Truth by(Function<Condition, Truth> known) {
      Truth truth = Truth.NO;
      for (Condition part : parts) {
        truth = truth.or(part.by(known));
      }
      return truth;
    }

    @Override
    public Stream<Condition> leaves() {
      return parts.stream().flatMap(Condition::leaves);
    }

    @Override
    public Set<String> missing(Subject subject) {
      return on(subject) == Truth.UNKNOWN ? missingOf(parts, subject) : Set.of();
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public Truth by(Function<Condition, Truth> known) {
      return part.by(known).not();
    }

    @Override
    public Stream<Condition> leaves() {
      return part.leaves();
    }

    @Override
    public Set<String> missing(Subject subject) {
      return part.missing(subject);
    }
  }

  private static Set<String> missingOf(List<Condition> parts, Subject subject) {
    Set<String> missing = new LinkedHashSet<>();
    parts.forEach(part -> missing.addAll(part.missing(subject)));
    return missing;
  }
}
