package org.dudao.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a group of grades reports of the sizes of its classes, and what follows from it.
 *
 * @param censored the components of the group of which only an interval was told
 */
public record SizesOfGroup(GradeGroup group, Map<String, CensoredNumber> censored) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** From one number to another; without an end where it is null. */
  private record Ends(BigDecimal low, BigDecimal high) {
    static final Ends NONE = new Ends(null, null);

    boolean isTold() {
      return low != null || high != null;
    }

    int least() {
      return low == null ? 0 : low.setScale(0, RoundingMode.CEILING).intValue();
    }

    int most() {
      return high == null ? SizeBracket.NO_END : high.setScale(0, RoundingMode.FLOOR).intValue();
    }
  }

  private Ends smallest() {
    return ends("smallestClass", group.smallestClass());
  }

  private Ends largest() {
    return ends("largestClass", group.largestClass());
  }

  /** All numbers that are printed as the mean, both ends included. */
  private Ends mean() {
    BigDecimal printed = group.meanClassSize();
    if (printed == null) {
      return ends("meanClassSize", null);
    }
    BigDecimal half = printed.ulp().divide(TWO);
    return new Ends(printed.subtract(half).max(BigDecimal.ZERO), printed.add(half));
  }

  private Ends ends(String component, Integer told) {
    CensoredNumber interval = censored.get(component);
    return told != null ? new Ends(BigDecimal.valueOf(told), BigDecimal.valueOf(told))
        : interval != null ? new Ends(interval.low(), interval.high()) : Ends.NONE;
  }

  /** How many classes the group has; null when it does not tell. */
  public Integer number() {
    return group.classesBySize() != null ? group.classesInBrackets() : group.classes();
  }

  /** What is known of the sizes of its classes; null where it tells nothing of them, or has no classes. */
  public ClassSizes all() {
    boolean isTold =
        group.classesBySize() != null || smallest().isTold() || largest().isTold() || mean().isTold()
            || number() != null && ends("students", group.students()).isTold();
    if (!isTold || number() != null && number() == 0) {
      return null;
    }
    if (number() == null) {
      return ClassSizes.of(outermost());
    }
    Ends students = ends("students", group.students());
    BigDecimal number = BigDecimal.valueOf(number());
    long fewest = students.low() == null ? 0 : students.low().longValue();
    long most = students.high() == null ? Long.MAX_VALUE : students.high().longValue();
    if (mean().isTold()) {
      fewest = Math.max(fewest, mean().low().multiply(number).setScale(0, RoundingMode.CEILING).longValue());
      most = Math.min(most, mean().high().multiply(number).setScale(0, RoundingMode.FLOOR).longValue());
    }
    return new ClassSizes(brackets(), fewest, most);
  }

  /** Of classes of which nobody says how many they are, two: one of the largest and one of the smallest. */
  private List<SizeBracket> outermost() {
    SizeBracket any = new SizeBracket(null, 0, SizeBracket.NO_END, 1);
    Ends mean = mean();
    return List.of(
        any.within(smallest().least(), smallest().most())
            .within(0, mean.most())
            .within(0, largest().most()),
        any.within(largest().least(), largest().most()).within(mean.least(), SizeBracket.NO_END)
            .within(smallest().least(), SizeBracket.NO_END));
  }

  /** The brackets, of which one class is the smallest and one the largest, and no other is smaller or larger. */
  private List<SizeBracket> brackets() {
    List<SizeBracket> filled =
        group.classesBySize() == null
            ? List.of(new SizeBracket(null, 0, SizeBracket.NO_END, number()))
            : group.classesBySize().filled();
    List<SizeBracket> brackets = new ArrayList<>();
    filled.forEach(one -> brackets.add(one.within(smallest().least(), largest().most())));
    if (number() == 1) {
      return List.of(
          brackets.get(0).within(smallest().least(), smallest().most()).within(largest().least(), largest().most()));
    }
    SizeBracket top = brackets.remove(brackets.size() - 1);
    brackets.add(top.of(top.classes() - 1));
    SizeBracket bottom = brackets.remove(0);
    brackets.add(0, bottom.of(bottom.classes() - 1));
    brackets.add(0, bottom.of(1).within(0, smallest().most()));
    brackets.add(top.of(1).within(largest().least(), SizeBracket.NO_END));
    return brackets;
  }

  /** How many pupils classes of these sizes have at least; null where nothing is told of their sizes. */
  Quantity fewestStudents() {
    return isBounded() ? Quantity.of(ClassSizes.of(brackets()).fewest()) : null;
  }

  /** How many pupils classes of these sizes have at most; null where there is no end. */
  Quantity mostStudents() {
    List<SizeBracket> brackets = isBounded() ? brackets() : List.of();
    return brackets.isEmpty() || brackets.stream().anyMatch(one -> one.high() == SizeBracket.NO_END)
        ? null
        : Quantity.of(ClassSizes.of(brackets).most());
  }

  /** Whether each class is of some bracket, or between a smallest and a largest one. */
  private boolean isBounded() {
    return number() != null && number() > 0
        && (group.classesBySize() != null || smallest().isTold() || largest().isTold());
  }

  /** Whether the mean can be that of these classes; null where there is nothing to compare it with. */
  Boolean hasMean() {
    if (group.meanClassSize() == null) {
      return null;
    }
    Quantity classes = number() == null ? null : Quantity.of(number());
    boolean isCounted = classes != null && classes.signum() > 0;
    Quantity students = Quantity.from(group.students());
    List<Quantity> below = new ArrayList<>();
    List<Quantity> above = new ArrayList<>();
    add(below, Quantity.from(group.smallestClass()));
    add(above, Quantity.from(group.largestClass()));
    if (isCounted) {
      add(below, per(students == null ? fewestStudents() : students, classes));
      add(above, per(students == null ? mostStudents() : students, classes));
    }
    Quantity low = Quantity.of(mean().low());
    Quantity high = Quantity.of(mean().high());
    return below.isEmpty() && above.isEmpty()
        ? null
        : below.stream().allMatch(one -> one.compareTo(high) <= 0)
            && above.stream().allMatch(one -> one.compareTo(low) >= 0);
  }

  private static Quantity per(Quantity students, Quantity classes) {
    return students == null ? null : students.dividedBy(classes);
  }

  private static void add(List<Quantity> ends, Quantity end) {
    if (end != null) {
      ends.add(end);
    }
  }
}
