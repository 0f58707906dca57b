package org.dudao.engine.rule;

import java.util.ArrayList;
import java.util.BitSet;
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
 * Whether what a pattern demands can be met at all, and whether each part of it excludes anything. It is tried out, for
 * all combinations of values that what is compared may have. One that no facts have (a variable bound to one class, its
 * id that of another) is tried too: that refuses less, and nothing wrongly.
 */
final class Emptiness {
  /**
   * Real rules stay far below: types of school and kinds of practice, two of the longest lists, have not ten thousand
   * combinations. Beyond, nothing is tried and nothing refused.
   */
  private static final int MOST_COMBINATIONS = 1 << 20;

  private final Pattern pattern;
  private final Map<Operand, ResolvedOperand> operands;
  private final Codes codes;

  /** What is compared, each with the values that it may have; null is one for what may be absent. */
  private final Map<String, List<Object>> domains = new LinkedHashMap<>();
  private int combinations = 1;

  /**
   * @param operands what each operand of its comparisons means
   */
  Emptiness(Pattern pattern, Map<Operand, ResolvedOperand> operands, Codes codes) {
    this.pattern = pattern;
    this.operands = operands;
    this.codes = codes;
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

  /** The first slip in what the pattern demands, or null. */
  Slip find() {
    List<Constraint> leaves = pattern.leaves().toList();
    List<ResolvedOperand> compared = leaves.stream().flatMap(this::compared).toList();
    leaves.stream().filter(leaf -> !(leaf instanceof Constraint.Equality))
        .forEach(leaf -> domains.put(leaf.text(), List.of(true, false)));
    compared.forEach(operand -> domains.computeIfAbsent(key(operand), key -> domain(operand, compared)));
    long product = 1;
    for (List<Object> domain : domains.values()) {
      product *= domain.size();
      if (product > MOST_COMBINATIONS) {
        return null;
      }
    }
    combinations = (int) product;
    return slipAmong(pattern.constraints());
  }

  private Slip slipAmong(List<Constraint> constraints) {
    BitSet left = new BitSet();
    left.set(0, combinations);
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
      return slipAmong(conjunction.parts());
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

  /** The combinations that meet it. */
  private BitSet meeting(Constraint constraint) {
    BitSet meeting = new BitSet();
    if (constraint instanceof Constraint.Conjunction conjunction) {
      meeting.set(0, combinations);
      conjunction.parts().forEach(part -> meeting.and(meeting(part)));
    } else if (constraint instanceof Constraint.Disjunction disjunction) {
      disjunction.parts().forEach(part -> meeting.or(meeting(part)));
    } else if (constraint instanceof Constraint.Equality equality) {
      Object[] left = values(key(operands.get(equality.left())));
      Object[] right = values(key(operands.get(equality.right())));
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
        domain.addAll(named == null ? List.of(new Other(key(other))) : named);
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

  /**
   * Under which name its values are known: a component of the fact that the pattern binds is one of the fact itself.
   */
  private String key(ResolvedOperand operand) {
    String own = pattern.variable() == null ? "" : pattern.variable().text() + ".";
    return operand.name().startsWith(own) ? operand.name().substring(own.length()) : operand.name();
  }

  private Stream<ResolvedOperand> compared(Constraint leaf) {
    return leaf instanceof Constraint.Equality equality
        ? Stream.of(equality.left(), equality.right()).map(operands::get)
        : Stream.of();
  }

  private String names(Constraint constraint) {
    return constraint.leaves()
        .flatMap(leaf -> leaf instanceof Constraint.Equality
            ? compared(leaf).filter(operand -> !operand.isConstant()).map(ResolvedOperand::name)
            : Stream.of(leaf.text()))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
