package org.dudao.load;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** What is wrong with rules and tables, as it is met: of each file the first so many problems, and how many more there are. */
public final class ProblemList extends AbstractList<Problem> {
  private final int most = InputBounds.USUAL.faults();
  private final List<Problem> told = new ArrayList<>();
  /** How many are told of each file. */
  private final Map<String, Integer> ofFiles = new HashMap<>();
  /** How many more each file has that has more, at the place of the first of these. */
  private final List<Problem> more = new ArrayList<>();
  /** Where that of a file is. */
  private final Map<String, Integer> indexOfMore = new HashMap<>();

  /** Adds the problem with these arguments; it is made only where it is told. */
  public void add(ProblemCode code, Origin at, Object... arguments) {
    if (hasRoom(at)) {
      told(Problem.of(code, at, arguments));
    } else {
      more(at, 1);
    }
  }

  @Override
  public boolean add(Problem problem) {
    if (problem.code() != ProblemCode.MORE_FAULTS && hasRoom(problem.at())) {
      told(problem);
    } else {
      more(problem.at(), problem.places());
    }
    return true;
  }

  private boolean hasRoom(Origin at) {
    return ofFiles.getOrDefault(at.file(), 0) < most;
  }

  private void told(Problem problem) {
    ofFiles.merge(problem.at().file(), 1, Integer::sum);
    told.add(problem);
  }

  private void more(Origin at, long places) {
    Integer index = indexOfMore.putIfAbsent(at.file(), more.size());
    if (index == null) {
      more.add(Problem.of(ProblemCode.MORE_FAULTS, at, places));
    } else {
      Problem before = more.get(index);
      more.set(index, Problem.of(ProblemCode.MORE_FAULTS, before.at(), before.places() + places));
    }
  }

  @Override
  public Problem get(int index) {
    return index < told.size() ? told.get(index) : more.get(index - told.size());
  }

  @Override
  public int size() {
    return told.size() + more.size();
  }
}
