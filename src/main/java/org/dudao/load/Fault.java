package org.dudao.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** One way of being wrong: at how many places it was met, what is told of the first few, and what hangs on them. */
final class Fault {
  /** How many places are told. */
  static final int FEW = 5;

  private final List<Problem> told = new ArrayList<>();
  /** What each of those told says: the same text at many places must not hide another one. */
  private final List<Object> said = new ArrayList<>();
  private int count;
  private final Map<FactKind, Integer> hanging = new EnumMap<>(FactKind.class);
  private int setAsideToo;

  /**
   * Counts one more place.
   *
   * @param says what is wrong there in particular
   */
  void add(Object says, Supplier<Problem> problem) {
    count++;
    if (told.size() == FEW) {
      int repeated = said.contains(says) ? 0 : repeated();
      if (repeated == 0) {
        return;
      }
      told.remove(repeated);
      said.remove(repeated);
    }
    told.add(problem.get());
    said.add(says);
  }

  /** The last of those told that says what one before it says; 0 when there is none. */
  private int repeated() {
    int last = said.size() - 1;
    while (last > 0 && said.indexOf(said.get(last)) == last) {
      last--;
    }
    return last;
  }

  /** Counts the places of the other one, too. */
  void addAll(Fault other) {
    for (int i = 0; i < other.told.size(); i++) {
      Problem problem = other.told.get(i);
      add(other.said.get(i), () -> problem);
    }
    count += other.count - other.told.size();
    other.hanging.forEach((kind, facts) -> hanging.merge(kind, facts, Integer::sum));
    setAsideToo += other.setAsideToo;
  }

  /** Counts a fact that refers to one which has this fault. */
  void hangs(FactKind referring, boolean isSetAside) {
    hanging.merge(referring, 1, Integer::sum);
    setAsideToo += isSetAside ? 1 : 0;
  }

  int count() {
    return count;
  }

  /** The problem at the first place, with how many there are, and behind it what hangs on it, if anything does. */
  List<Problem> problems() {
    List<Problem> sorted = told.stream().sorted(Problem.ORDER).toList();
    Problem first = sorted.get(0).with(count, sorted.subList(1, sorted.size()));
    if (hanging.isEmpty()) {
      return List.of(first);
    }
    String kinds =
        hanging.entrySet().stream()
            .map(one -> one.getKey().property() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    int all = hanging.values().stream().mapToInt(Integer::intValue).sum();
    return List.of(first, Problem.of(ProblemCode.HANGS_ON, first.at(), all, kinds, setAsideToo));
  }
}
