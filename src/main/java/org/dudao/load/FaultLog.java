package org.dudao.load;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dudao.fact.FactKind;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * What is wrong with documents, as it is met: faults of one kind are told together. Of kinds beyond those that are told
 * only the number of places is kept, so that a document of faults costs no more than one of facts.
 */
final class FaultLog {
  private final int most;
  private final Map<FaultKind, Fault> faults = new LinkedHashMap<>();
  /** At how many places there are faults of other kinds, and the first of these; null when there are none. */
  private long more;
  private Origin firstOfMore;
  private final Set<FactKind> kindsOfFacts = EnumSet.noneOf(FactKind.class);
  private boolean tellsOfDay;

  /** @param most how many kinds of fault are told */
  FaultLog(int most) {
    this.most = most;
  }

  /** Logs a fault that was not told before; the problem is made only where it is told. */
  void add(FaultKind kind, Object says, Supplier<Problem> problem) {
    heed(kind);
    Fault fault = told(kind);
    if (fault != null) {
      fault.add(says, problem);
    } else {
      more(1, firstOfMore == null ? problem.get().at() : firstOfMore);
    }
  }

  /** Logs all that the other one holds. */
  void addAll(FaultLog other) {
    other.faults.forEach((kind, fault) -> {
      Fault own = told(kind);
      if (own != null) {
        own.addAll(fault);
      } else {
        more(fault.count(), fault.problems().get(0).at());
      }
    });
    if (other.more > 0) {
      more(other.more, other.firstOfMore);
    }
    kindsOfFacts.addAll(other.kindsOfFacts);
    tellsOfDay |= other.tellsOfDay;
  }

  private void heed(FaultKind kind) {
    if (kind.facts() != null) {
      kindsOfFacts.add(kind.facts());
    } else {
      tellsOfDay |= DocumentReader.AS_OF.equals(kind.property());
    }
  }

  /** What is told of that kind; null when it is one too many. */
  private Fault told(FaultKind kind) {
    Fault fault = faults.get(kind);
    if (fault == null && faults.size() < most) {
      fault = new Fault();
      faults.put(kind, fault);
    }
    return fault;
  }

  private void more(long places, Origin first) {
    more += places;
    firstOfMore = firstOfMore == null ? first : firstOfMore;
  }

  /** Logs that a fact refers to one that has a fault of that kind; it is told behind it, where that is told. */
  void hangs(FaultKind kind, FactKind referring, boolean isSetAside) {
    Fault fault = faults.get(kind);
    if (fault != null) {
      fault.hangs(referring, isSetAside);
    }
  }

  /** Whether something is wrong with the day of the document. */
  boolean tellsOfDay() {
    return tellsOfDay;
  }

  /** Whether something is wrong with a fact of that kind. */
  boolean tellsOf(FactKind facts) {
    return kindsOfFacts.contains(facts);
  }

  /** One problem for each kind of fault, and behind it what hangs on it; where there are too many, how many more. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    faults.values().forEach(fault -> problems.addAll(fault.problems()));
    if (more > 0) {
      problems.add(Problem.of(ProblemCode.MORE_FAULTS, firstOfMore, more));
    }
    return problems.stream().sorted(Problem.ORDER).toList();
  }
}
