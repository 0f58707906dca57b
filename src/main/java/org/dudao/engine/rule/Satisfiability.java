package org.dudao.engine.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.fact.Categories;
import org.dudao.fact.Condition;
import org.dudao.fact.Domain;
import org.dudao.fact.GradeRange;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Words;

/**
 * Whether facts of a kind can be as a condition says. What one property may say of all words and comparisons at once is
 * tried for each property beside what the others may say. Properties are taken to be free of each other, so that what
 * is found impossible is impossible.
 */
public final class Satisfiability {
  /** More combinations are not tried: the condition is then taken to be possible. */
  private static final long MOST_COMBINATIONS = 200_000;
  private static final String GRADE = "grade";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** The words and comparisons of the condition; a bit of a mask stands for each. */
  private final List<Condition.Leaf> leaves;
  /** Of each property the masks of the leaves that hold together when it says some value, for all values. */
  private final List<Set<Long>> properties;

  private Satisfiability(List<Condition.Leaf> leaves, List<Set<Long>> properties) {
    this.leaves = leaves;
    this.properties = properties;
  }

  /** Whether some fact of that type could be so; every leaf must be such as can be asked of it. */
  public static boolean isPossible(Condition asked, Class<? extends Subject> type) {
    Condition condition = type == SchoolClass.class ? withGradesOfStages(asked) : asked;
    List<Condition.Leaf> leaves = new ArrayList<>();
    condition.leaves().filter(leaf -> !leaves.contains(leaf)).forEach(leaves::add);
    if (leaves.size() >= Long.SIZE) {
      return true;
    }
    Map<List<Object>, List<Condition.Leaf>> deciding = new LinkedHashMap<>();
    for (Condition.Leaf leaf : leaves) {
      Class<?> teller = type;
      while (!leaf.isToldBy(teller)) {
        teller = Categories.owner(teller).getType();
      }
      Set<String> names = leaf instanceof Condition.Word word ? word.deciders().get(teller) : Set.of(leaf.name());
      for (String name : names) {
        deciding.computeIfAbsent(List.of(teller, name), one -> new ArrayList<>()).add(leaf);
      }
    }
    List<Set<Long>> properties = new ArrayList<>();
    long combinations = 1;
    for (Map.Entry<List<Object>, List<Condition.Leaf>> one : deciding.entrySet()) {
      Set<Long> values = new LinkedHashSet<>();
      values((Class<?>) one.getKey().get(0), (String) one.getKey().get(1), one.getValue())
          .forEach(holding -> values.add(mask(holding, leaves)));
      properties.add(values);
      combinations = Math.min(combinations * values.size(), MOST_COMBINATIONS + 1);
    }
    return combinations > MOST_COMBINATIONS || new Satisfiability(leaves, properties).canHold(condition, 0, 0);
  }

  /** Of a class of which the grade is asked for, too: a stage has the grades that belong to it anywhere. */
  private static Condition withGradesOfStages(Condition asked) {
    boolean isOfGrades =
        asked.leaves().anyMatch(leaf -> leaf instanceof Condition.Comparison one && one.measure().equals(GRADE));
    if (!isOfGrades) {
      return asked;
    }
    List<Condition> all = new ArrayList<>(List.of(asked));
    for (Stage stage : Stage.values()) {
      if (stage.hasGrades()) {
        asked.leaves()
            .filter(leaf -> leaf instanceof Condition.Word && leaf.name().equals(Words.of(stage)))
            .distinct()
            .forEach(word -> all.add(new Condition.Any(List.of(new Condition.Not(word), gradesOf(stage)))));
      }
    }
    return new Condition.All(all);
  }

  private static Condition gradesOf(Stage stage) {
    return new Condition.All(
        List.of(
            new Condition.Comparison(GRADE, Condition.Operator.AT_LEAST, Quantity.of(stage.firstGrade())),
            new Condition.Comparison(GRADE, Condition.Operator.AT_MOST, Quantity.of(stage.lastGrade()))));
  }

  private static long mask(List<Condition.Leaf> holding, List<Condition.Leaf> leaves) {
    return holding.stream().mapToLong(leaf -> 1L << leaves.indexOf(leaf)).reduce(0, (one, other) -> one | other);
  }

  private boolean canHold(Condition condition, int from, long holding) {
    return from == properties.size()
        ? condition.by(leaf -> Truth.of((holding & 1L << leaves.indexOf(leaf)) != 0)) == Truth.YES
        : properties.get(from).stream().anyMatch(value -> canHold(condition, from + 1, holding | value));
  }

  /** For every value of the property those of the leaves that it makes hold. */
  private static List<List<Condition.Leaf>> values(Class<?> teller, String name, List<Condition.Leaf> leaves) {
    List<List<Condition.Leaf>> values = new ArrayList<>();
    Class<?> type = Measures.type(teller, name);
    if (leaves.get(0) instanceof Condition.Comparison) {
      numbers(teller, name, leaves).forEach(number ->
          values.add(
              leaves.stream()
                  .filter(leaf -> leaf instanceof Condition.Comparison one
                      && one.operator().holds(number.compareTo(one.number())))
                  .toList()));
    } else if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        Set<String> words = Words.allOf((Enum<?>) constant);
        values.add(leaves.stream().filter(leaf -> words.contains(leaf.name())).toList());
      }
    } else {
      // Yes or no, or one code of a list: the word, or another one.
      leaves.forEach(leaf -> values.add(List.of(leaf)));
      values.add(List.of());
    }
    return values;
  }

  /** Numbers on each side of all bounds and on them, as far as the property can tell such. */
  private static Set<Quantity> numbers(Class<?> teller, String name, List<Condition.Leaf> leaves) {
    TreeSet<BigDecimal> bounds = new TreeSet<>();
    // Conditions are written in decimals.
    leaves.forEach(leaf -> bounds.add(((Condition.Comparison) leaf).number().numerator()));
    Domain domain = Measures.declared(teller, name, Domain.class);
    BigDecimal least = domain != null ? BigDecimal.valueOf(domain.min()) : BigDecimal.ZERO;
    boolean isBounded = domain != null || Measures.isReported(teller, name);
    boolean isWhole = Measures.type(teller, name) == Integer.class || Measures.type(teller, name) == GradeRange.class;
    TreeSet<BigDecimal> numbers = new TreeSet<>(bounds);
    for (BigDecimal bound : bounds) {
      BigDecimal next = bounds.higher(bound);
      numbers.add(bound.subtract(BigDecimal.ONE));
      numbers.add(bound.add(BigDecimal.ONE));
      numbers.add(bound.setScale(0, RoundingMode.FLOOR));
      numbers.add(bound.setScale(0, RoundingMode.CEILING));
      if (next != null) {
        numbers.add(bound.add(next).divide(TWO));
      }
    }
    numbers.add(least);
    numbers.removeIf(number ->
        isWhole && number.stripTrailingZeros().scale() > 0
            || isBounded && number.compareTo(least) < 0
            || domain != null && number.compareTo(BigDecimal.valueOf(domain.max())) > 0);
    return numbers.stream().map(Quantity::of).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
