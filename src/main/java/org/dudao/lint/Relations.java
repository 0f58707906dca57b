package org.dudao.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.FormCell;
import org.dudao.fact.Limit;
import org.dudao.fact.Relation;
import org.dudao.fact.Value;

/** New relations between cells of a form that cannot hold together with those that are there, but for chance. */
final class Relations implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Set<String> ids = before.limits().stream().map(Limit::id).collect(Collectors.toSet());
    Map<String, List<Limit>> forms =
        book.limits().stream()
            .filter(limit -> limit.value() instanceof Value.CellRelation)
            .collect(Collectors.groupingBy(limit -> limit.id().substring(0, limit.id().lastIndexOf('.'))));
    List<Warning> warnings = new ArrayList<>();
    forms.values().forEach(relations -> relations.stream().filter(limit -> !ids.contains(limit.id())).forEach(limit -> {
      List<Limit> others =
          relations.stream().filter(other -> !other.id().equals(limit.id()) && other.overlaps(limit)).toList();
      contradicted(limit, others).ifPresent(other ->
          warnings.add(
              Warning.of(
                  Lint.RELATION_CONTRADICTS, limit.origin(), limit.valueText(), other.id(), other.valueText())));
    }));
    return warnings;
  }

  private static Optional<Limit> contradicted(Limit limit, List<Limit> others) {
    Value.CellRelation own = relation(limit);
    Map<String, List<String>> sums = sums(others);
    return switch (own.relation()) {
      case ORDER -> reversed(own, others);
      case EQUAL -> others.stream().filter(other -> isPartOfOther(own, relation(other), sums)).findFirst();
      case SUM -> others.stream().filter(other -> isOtherSum(own, relation(other), sums)).findFirst();
      default -> others.stream().filter(other -> isTurned(own, relation(other))).findFirst();
    };
  }

  private static Value.CellRelation relation(Limit limit) {
    return (Value.CellRelation) limit.value();
  }

  private static List<String> operands(Value.CellRelation relation) {
    return relation.operands().stream().map(FormCell::name).toList();
  }

  private static String stated(Value.CellRelation relation) {
    return relation.stated() == null ? "" : relation.stated().name();
  }

  /** The parts of each cell that is a sum. */
  private static Map<String, List<String>> sums(List<Limit> relations) {
    Map<String, List<String>> sums = new HashMap<>();
    relations.stream()
        .map(Relations::relation)
        .filter(one -> one.relation() == Relation.SUM)
        .forEach(one -> sums.putIfAbsent(stated(one), operands(one)));
    return sums;
  }

  /** The cells with sums among them taken apart. */
  private static Set<String> parts(List<String> cells, Map<String, List<String>> sums, Set<String> above) {
    Set<String> parts = new HashSet<>();
    for (String cell : cells) {
      Set<String> path = new HashSet<>(above);
      boolean isSum = sums.containsKey(cell) && path.add(cell);
      parts.addAll(isSum ? parts(sums.get(cell), sums, path) : Set.of(cell));
    }
    return parts;
  }

  /** The same figure is the sum of some of the same cells, and of others that were there. */
  private static boolean isOtherSum(Value.CellRelation own, Value.CellRelation other, Map<String, List<String>> sums) {
    if (other.relation() != Relation.SUM) {
      return false;
    }
    Set<String> mine = parts(operands(own), sums, Set.of(stated(own)));
    Set<String> theirs = parts(operands(other), sums, Set.of(stated(other)));
    if (!stated(own).equals(stated(other))) {
      return mine.equals(theirs);
    }
    Set<String> known =
        sums.entrySet().stream()
            .flatMap(sum -> Stream.concat(Stream.of(sum.getKey()), sum.getValue().stream()))
            .collect(Collectors.toSet());
    return mine.stream().anyMatch(theirs::contains) && !mine.equals(theirs)
        && (theirs.containsAll(mine) || mine.stream().allMatch(known::contains));
  }

  /** A whole is said to be what is only a part of it. */
  private static boolean isPartOfOther(
      Value.CellRelation own, Value.CellRelation other, Map<String, List<String>> sums) {
    if (other.relation() != Relation.SUM) {
      return false;
    }
    List<Set<String>> cells =
        Stream.concat(Stream.of(stated(own)), operands(own).stream())
            .filter(cell -> !cell.isEmpty())
            .map(cell -> parts(List.of(cell), sums, Set.of()))
            .toList();
    Set<String> whole = parts(operands(other), sums, Set.of(stated(other)));
    return cells.contains(whole)
        && cells.stream().anyMatch(cell -> whole.containsAll(cell) && !cell.equals(whole));
  }

  /** The same figure follows from the same cells in another order, or from some of them. */
  private static boolean isTurned(Value.CellRelation own, Value.CellRelation other) {
    return own.relation() == other.relation()
        && stated(own).equals(stated(other))
        && !operands(own).equals(operands(other))
        && operands(own).stream().anyMatch(operands(other)::contains);
  }

  /** What comes before in the one order comes after in another, perhaps by way of several. */
  private static Optional<Limit> reversed(Value.CellRelation own, List<Limit> others) {
    Map<String, Set<String>> after = new HashMap<>();
    List<Limit> orders = others.stream().filter(other -> relation(other).relation() == Relation.ORDER).toList();
    orders.forEach(other -> {
      List<String> cells = operands(relation(other));
      for (int i = 0; i + 1 < cells.size(); i++) {
        after.computeIfAbsent(cells.get(i), key -> new HashSet<>()).add(cells.get(i + 1));
      }
    });
    List<String> cells = operands(own);
    for (int i = 0; i + 1 < cells.size(); i++) {
      String first = cells.get(i);
      if (isReached(first, cells.get(i + 1), after, new HashSet<>())) {
        return orders.stream().filter(other -> operands(relation(other)).contains(first)).findFirst();
      }
    }
    return Optional.empty();
  }

  private static boolean isReached(String goal, String from, Map<String, Set<String>> after, Set<String> seen) {
    return from.equals(goal)
        || seen.add(from)
            && after.getOrDefault(from, Set.of()).stream().anyMatch(next -> isReached(goal, next, after, seen));
  }
}
