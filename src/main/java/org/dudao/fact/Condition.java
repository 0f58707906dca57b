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
  Truth by(Function<Leaf, Truth> known);

  /** The words and comparisons of which it is made. */
  Stream<Leaf> leaves();

  /** The components that would have to be reported before the statement could be told of that subject. */
  Set<String> missing(Subject subject);

  /** What the visitor makes of a statement of this kind. */
  <R> R accept(ConditionVisitor<R> visitor);

  /** A statement that is made of no others: a word, or a comparison. */
  sealed interface Leaf extends Condition {
    @Override
    Truth on(Subject subject);

    @Override
    default Truth by(Function<Leaf, Truth> known) {
      return known.apply(this);
    }

    @Override
    default Stream<Leaf> leaves() {
      return Stream.of(this);
    }

    /** The word, or the measure that is compared. */
    String name();

    /** Whether facts of that type tell by themselves whether it holds; else the facts do that they belong to. */
    boolean isToldBy(Class<?> type);

    /** The fact that tells of the subject whether it holds: itself, or the nearest it belongs to; null when none does. */
    default Subject teller(Subject subject) {
      Subject teller = subject;
      while (teller != null && !isToldBy(teller.getClass())) {
        teller = teller.owner();
      }
      return teller;
    }

    /** Whether facts of that type, or those they belong to, can tell it at all. */
    boolean canBeAskedOf(Class<?> type);

    /** The components of facts of that type, which tell it by themselves, that decide whether it holds. */
    Set<String> components(Class<?> type);

    /** What of a fact of that type, which tells it by itself, decides whether it holds; by what is looked at. */
    Map<Object, Function<Subject, Object>> decidingParts(Class<? extends Subject> type);
  }

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

    /** Whether it does, by the sign of the measure compared with the number. */
    public boolean holds(int comparison) {
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
  record Word(String word, Map<Class<?>, Set<String>> deciders) implements Leaf {
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
      return ownerCouldTell(subject.getClass()) ? Truth.UNKNOWN : Truth.NO;
    }

    @Override
    public Set<String> missing(Subject subject) {
      if (on(subject) != Truth.UNKNOWN) {
        return Set.of();
      }
      if (isToldBy(subject.getClass())) {
        return deciders.get(subject.getClass());
      }
      return subject.owner() != null
          ? missing(subject.owner())
          : Set.of(Categories.owner(subject.getClass()).getName());
    }

    @Override
    public String name() {
      return word;
    }

    @Override
    public boolean isToldBy(Class<?> type) {
      return deciders.containsKey(type);
    }

    @Override
    public boolean canBeAskedOf(Class<?> type) {
      return isToldBy(type) || ownerCouldTell(type);
    }

    @Override
    public Map<Object, Function<Subject, Object>> decidingParts(Class<? extends Subject> type) {
      Map<Object, Function<Subject, Object>> parts = new LinkedHashMap<>();
      deciders.get(type).forEach(component -> parts.put(component, Measures.reader(type, component)::read));
      return parts;
    }

    @Override
    public Set<String> components(Class<?> type) {
      return deciders.get(type);
    }

    /** Whether a fact bears it or does not, and no other word stands beside it for those who do not. */
    public boolean isMark() {
      return deciders.entrySet().stream()
          .allMatch(one -> one.getValue().stream().allMatch(component -> Categories.isMark(one.getKey(), component)));
    }

    /** Whether it is the name of what facts of that type tell. */
    public boolean isNameOfWhatIsTold(Class<?> type) {
      return deciders.getOrDefault(type, Set.of()).stream()
          .anyMatch(component -> Categories.isNameOfWhatIsTold(type, component));
    }

    /** Whether some fact says by one component which of both it bears. */
    public boolean isOfCategoryOf(Word other) {
      return deciders.entrySet().stream()
          .anyMatch(one -> other.deciders.getOrDefault(one.getKey(), Set.of()).stream()
              .anyMatch(one.getValue()::contains));
    }

    /** Of its word alone: there is one with each word. */
    @Override
    public int hashCode() {
      return word.hashCode();
    }

    private boolean ownerCouldTell(Class<?> type) {
      var owner = Categories.owner(type);
      return owner != null && canBeAskedOf(owner.getType());
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
      return visitor.word(this);
    }
  }

  /** A measure of the subject, or of the nearest fact it belongs to that knows it, stands so to a number. */
  record Comparison(String measure, Operator operator, Quantity number) implements Leaf {
    @Override
    public Truth on(Subject subject) {
      Subject teller = teller(subject);
      return of(teller == null ? null : Measures.value(teller, measure));
    }

    /** Whether a fact that says this of the measure fulfils it. */
    private Truth of(Object said) {
      if (said instanceof GradeRange grades) {
        return grades.fulfils(operator, number);
      }
      Quantity value = Quantity.ofMeasure(said);
      return value == null ? Truth.UNKNOWN : Truth.of(operator.holds(value.compareTo(number)));
    }

    @Override
    public Set<String> missing(Subject subject) {
      if (on(subject) != Truth.UNKNOWN) {
        return Set.of();
      }
      Subject teller = teller(subject);
      if (teller == null) {
        return Set.of(measure);
      }
      // It was told, of several grades at once.
      boolean isTold = Measures.value(teller, measure) != null;
      return isTold ? Set.of() : new LinkedHashSet<>(Measures.missing(teller, measure));
    }

    @Override
    public String name() {
      return measure;
    }

    @Override
    public boolean isToldBy(Class<?> type) {
      return Measures.has(type, measure);
    }

    @Override
    public boolean canBeAskedOf(Class<?> type) {
      var owner = Categories.owner(type);
      return isToldBy(type) && Measures.isComparable(type, measure) || owner != null && canBeAskedOf(owner.getType());
    }

    @Override
    public Map<Object, Function<Subject, Object>> decidingParts(Class<? extends Subject> type) {
      Measures.Reader reader = Measures.reader(type, measure);
      return Map.of(List.of(measure, operator, number), subject -> of(reader.read(subject)));
    }

    @Override
    public Set<String> components(Class<?> type) {
      return new LinkedHashSet<>(Measures.from(type, measure));
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /** All parts hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public Truth by(Function<Leaf, Truth> known) {
      Truth truth = Truth.YES;
      for (Condition part : parts) {
        truth = truth.and(part.by(known));
      }
      return truth;
    }

    @Override
    public Stream<Leaf> leaves() {
      return parts.stream().flatMap(Condition::leaves);
    }

    @Override
    public Set<String> missing(Subject subject) {
      return on(subject) == Truth.UNKNOWN ? missingOf(parts, subject) : Set.of();
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
      return visitor.all(this);
    }
  }

  /** At least one part holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Truth by(Function<Leaf, Truth> known) {
      Truth truth = Truth.NO;
      for (Condition part : parts) {
        truth = truth.or(part.by(known));
      }
      return truth;
    }

    @Override
    public Stream<Leaf> leaves() {
      return parts.stream().flatMap(Condition::leaves);
    }

    @Override
    public Set<String> missing(Subject subject) {
      return on(subject) == Truth.UNKNOWN ? missingOf(parts, subject) : Set.of();
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
      return visitor.any(this);
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public Truth by(Function<Leaf, Truth> known) {
      return part.by(known).not();
    }

    @Override
    public Stream<Leaf> leaves() {
      return part.leaves();
    }

    @Override
    public Set<String> missing(Subject subject) {
      return part.missing(subject);
    }

    @Override
    public <R> R accept(ConditionVisitor<R> visitor) {
      return visitor.not(this);
    }
  }

  private static Set<String> missingOf(List<Condition> parts, Subject subject) {
    Set<String> missing = new LinkedHashSet<>();
    parts.forEach(part -> missing.addAll(part.missing(subject)));
    return missing;
  }
}
