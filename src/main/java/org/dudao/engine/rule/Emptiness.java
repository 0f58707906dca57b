package org.dudao.engine.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.Required;

/**
 * Whether what a pattern demands can be met at all, beside what the facts of earlier patterns meet, and whether each
 * part of it excludes anything. It is tried out, for all combinations of values that what is compared may have. One that
 * no facts have (a variable bound to one class, its id that of another) is tried too: that refuses less, and nothing
 * wrongly.
 */
final class Emptiness {
  /**
   * Real rules stay far below: types of school and kinds of practice, two of the longest lists, have not ten thousand
   * combinations. Beyond, nothing is tried and nothing refused.
   */
  private static final int MOST_COMBINATIONS = 1 << 20;

  private final Pattern pattern;
  private final List<Constraint> given;
  private final Map<Operand, ResolvedOperand> operands;
  private final Codes codes;

  /** What is compared, each with the values that it may have; null is one for what may be absent. */
  private final Map<String, List<Object>> domains = new LinkedHashMap<>();
  /** How many there are, or more than are tried. */
  private final int combinations;

  private Emptiness(
      Pattern pattern, List<Constraint> given, Map<Operand, ResolvedOperand> operands, Codes codes) {
    this.pattern = pattern;
    this.given = given;
    this.operands = operands;
    this.codes = codes;
    List<Constraint> leaves = Stream.concat(given.stream().flatMap(Constraint::leaves), pattern.leaves()).toList();
    List<ResolvedOperand> compared = leaves.stream().flatMap(leaf -> compared(leaf, operands)).toList();
    leaves.stream().filter(leaf -> !(leaf instanceof Constraint.Equality))
        .forEach(leaf -> domains.put(leaf.text(), List.of(true, false)));
    compared.forEach(operand -> domains.computeIfAbsent(operand.key(), key -> domain(operand, compared)));
    this.combinations =
        (int) domains.values().stream().mapToLong(List::size)
            .reduce(1, (product, size) -> Math.min(product * size, MOST_COMBINATIONS + 1L));
  }

  /**
   * The first slip in what the pattern demands, or null.
   *
   * @param met what the facts of earlier patterns meet
   * @param operands what each operand of all these comparisons means
   */
  static Slip slipIn(Pattern pattern, List<Constraint> met, Map<Operand, ResolvedOperand> operands, Codes codes) {
    // Where all that bears on it is too much to try, the pattern alone may be little enough.
    for (List<Constraint> given : List.of(bearingOn(pattern, met, operands), List.<Constraint>of())) {
      Emptiness emptiness = new Emptiness(pattern, given, operands, codes);
      if (emptiness.combinations <= MOST_COMBINATIONS) {
        return emptiness.slip();
      }
    }
    return null;
  }

  /** Those that compare what the pattern compares, or what another of them does; for whom a limit is stays untried. */
  private static List<Constraint> bearingOn(
      Pattern pattern, List<Constraint> met, Map<Operand, ResolvedOperand> operands) {
    Set<String> keys = pattern.leaves().flatMap(leaf -> variables(leaf, operands)).collect(Collectors.toSet());
    Set<Constraint> bearing = new LinkedHashSet<>();
    List<Constraint> left =
        met.stream().filter(one -> one.leaves().allMatch(Constraint.Equality.class::isInstance)).toList();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Constraint one : left) {
        Set<String> own = one.leaves().flatMap(leaf -> variables(leaf, operands)).collect(Collectors.toSet());
        if (!Collections.disjoint(own, keys) && bearing.add(one)) {
          keys.addAll(own);
          grows = true;
        }
      }
    }
    return List.copyOf(bearing);
  }

  /** A value that nobody names. */
  private record Other(String of) {}

  /**
   * A constraint that is met always or, with those before it, never.
   *
   * @param place where it begins
   * @param names what it compares, as the rule writes it
   */
  record Slip(boolean isAlwaysMet, Token place, String names) {}

  private Slip slip() {
    BitSet left = all();
    given.forEach(constraint -> left.and(meeting(constraint)));
    return slipAmong(pattern.constraints(), left);
  }

  /**
   * @param left the combinations that meet all before them
   */
  private Slip slipAmong(List<Constraint> constraints, BitSet left) {
    for (Constraint constraint : constraints) {
      Slip inside = slipIn(constraint);
      if (inside != null) {
        return inside;
      }
      left.and(meeting(constraint));
      if (left.isEmpty()) {
        return new Slip(false, constraint.first(), names(constraint));
      }
    }
    return null;
  }

  private Slip slipIn(Constraint constraint) {
    if (constraint instanceof Constraint.Conjunction conjunction) {
      return slipAmong(conjunction.parts(), all());
    }
    if (constraint instanceof Constraint.Disjunction disjunction) {
      for (Constraint part : disjunction.parts()) {
        Slip inside = slipIn(part);
        if (inside != null) {
          return inside;
        }
      }
    }
    BitSet meeting = meeting(constraint);
    boolean isNeverMet = meeting.isEmpty();
    return isNeverMet || meeting.cardinality() == combinations
        ? new Slip(!isNeverMet, constraint.first(), names(constraint))
        : null;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, combinations);
    return all;
  }

  /** The combinations that meet it. */
  private BitSet meeting(Constraint constraint) {
    BitSet meeting = new BitSet();
    if (constraint instanceof Constraint.Conjunction conjunction) {
      meeting.or(all());
      conjunction.parts().forEach(part -> meeting.and(meeting(part)));
    } else if (constraint instanceof Constraint.Disjunction disjunction) {
      disjunction.parts().forEach(part -> meeting.or(meeting(part)));
    } else if (constraint instanceof Constraint.Equality equality) {
      Object[] left = values(operands.get(equality.left()).key());
      Object[] right = values(operands.get(equality.right()).key());
      boolean isEqual = equality.operator().is("==");
      IntStream.range(0, combinations).filter(i -> Objects.equals(left[i], right[i]) == isEqual).forEach(meeting::set);
    } else {
      Object[] bears = values(constraint.text());
      IntStream.range(0, combinations).filter(i -> bears[i].equals(true)).forEach(meeting::set);
    }
    return meeting;
  }

  /** Its value in each combination. */
  private Object[] values(String compared) {
    int stride = 1;
    for (Map.Entry<String, List<Object>> domain : domains.entrySet()) {
      if (domain.getKey().equals(compared)) {
        break;
      }
      stride *= domain.getValue().size();
    }
    List<Object> domain = domains.get(compared);
    Object[] values = new Object[combinations];
    for (int i = 0; i < combinations; i++) {
      values[i] = domain.get(i / stride % domain.size());
    }
    return values;
  }

  private List<Object> domain(ResolvedOperand operand, List<ResolvedOperand> compared) {
    List<Object> closed = closedDomain(operand);
    if (closed != null) {
      return closed;
    }
    // Of ids and references all that matters is to which others they are equal: each has a value that nobody names.
    Set<Object> domain = new LinkedHashSet<>();
    for (ResolvedOperand other : compared) {
      if (other.type() == operand.type()) {
        List<Object> named = closedDomain(other);
        domain.addAll(named == null ? List.of(new Other(other.key())) : named);
      }
    }
    if (operand.component() != null && !operand.component().isAnnotationPresent(Required.class)) {
      domain.add(null);
    }
    return new ArrayList<>(domain);
  }

  /** All values there are: of a constant itself, of a category all constants or codes; null where they have no end. */
  private List<Object> closedDomain(ResolvedOperand operand) {
    if (operand.isConstant()) {
      return List.of(operand.constant());
    }
    if (operand.type().isEnum()) {
      return List.of(operand.type().getEnumConstants());
    }
    Coded coded = operand.component() == null ? null : operand.component().getAnnotation(Coded.class);
    return coded == null ? null : List.copyOf(codes.of(coded.value()));
  }

  private static Stream<ResolvedOperand> compared(Constraint leaf, Map<Operand, ResolvedOperand> operands) {
    return leaf instanceof Constraint.Equality equality
        ? Stream.of(equality.left(), equality.right()).map(operands::get)
        : Stream.of();
  }

  /** The keys of what it compares, but for constants. */
  private static Stream<String> variables(Constraint leaf, Map<Operand, ResolvedOperand> operands) {
    return compared(leaf, operands).filter(operand -> !operand.isConstant()).map(ResolvedOperand::key);
  }

  private String names(Constraint constraint) {
    return constraint.leaves()
        .flatMap(leaf -> leaf instanceof Constraint.Equality
            ? compared(leaf, operands).filter(operand -> !operand.isConstant()).map(ResolvedOperand::name)
            : Stream.of(leaf.text()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
