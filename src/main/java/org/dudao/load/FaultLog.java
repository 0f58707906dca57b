package org.dudao.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dudao.fact.FactKind;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** What is wrong with documents, as it is met: faults of one kind are told together. */
final class FaultLog {
  private static final int MAX_KINDS = 100;

  private final Map<FaultKind, Fault> faults = new LinkedHashMap<>();

  /** Logs a fault that was not told before; the problem is made only where it is told. */
  void add(FaultKind kind, Object says, Supplier<Problem> problem) {
    faults.computeIfAbsent(kind, key -> new Fault()).add(says, problem);
  }

  /** Logs all that the other one holds. */
  void addAll(FaultLog other) {
    other.faults.forEach((kind, fault) -> faults.computeIfAbsent(kind, key -> new Fault()).addAll(fault));
  }

  /** Logs that a fact refers to one that has a fault of that kind. */
  void hangs(FaultKind kind, FactKind referring, boolean isSetAside) {
    faults.get(kind).hangs(referring, isSetAside);
  }

  /** Whether something is wrong beside all facts with that property. */
  boolean tellsOf(String property) {
    return faults.keySet().stream().anyMatch(kind -> kind.facts() == null && property.equals(kind.property()));
  }

  /** Whether something is wrong with a fact of that kind. */
  boolean tellsOf(FactKind facts) {
    return faults.keySet().stream().anyMatch(kind -> kind.facts() == facts);
  }

  /** One problem for each kind of fault, and behind it what hangs on it; where there are too many, how many more. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    List<Fault> all = List.copyOf(faults.values());
    all.stream().limit(MAX_KINDS).forEach(fault -> problems.addAll(fault.problems()));
    if (all.size() > MAX_KINDS) {
      List<Fault> more = all.subList(MAX_KINDS, all.size());
      problems.add(
          Problem.of(
              ProblemCode.MORE_FAULTS, more.get(0).problems().get(0).at(),
              more.stream().mapToLong(Fault::count).sum()));
    }
    return problems.stream().sorted(Problem.ORDER).toList();
  }
}
