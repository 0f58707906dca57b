package org.dudao.fact;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The grades for which one figure stands; a statement about the grade may hold of all of them, of none, or of some. */
public record GradeRange(int from, int to) {
  /** The grades, the first one first; none where the range runs backwards. */
  public List<Integer> all() {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /** As components of the fact that tells the range. */
  public Map<String, Integer> components() {
    return Map.of("fromGrade", from, "toGrade", to);
  }

  /** Whether it is so of the grade: unknown where it is so of some of the grades only, or the range runs backwards. */
  Truth fulfils(Condition.Operator operator, Quantity number) {
    if (from > to) {
      return Truth.UNKNOWN;
    }
    boolean ofSome = false;
    boolean ofAll = true;
    for (int grade : all()) {
      boolean holds = operator.holds(Quantity.of(grade).compareTo(number));
      ofSome |= holds;
      ofAll &= holds;
    }
    return ofSome && !ofAll ? Truth.UNKNOWN : Truth.of(ofSome);
  }
}
