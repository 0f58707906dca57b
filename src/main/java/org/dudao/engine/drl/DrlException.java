package org.dudao.engine.drl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.dudao.fact.Nearest;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;

/** A rule file says something that rules cannot say; it stops the reading of that rule. */
public final class DrlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public DrlException(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  /** That problem at that place. */
  static DrlException at(Origin place, String code, Object... arguments) {
    return new DrlException(new Problem(code, Arrays.stream(arguments).map(String::valueOf).toList(), place));
  }

  /** A name that nobody knows: told with the one that was probably meant, or else with all that are known. */
  static DrlException unknown(Origin place, String code, String name, Collection<String> known, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(name));
    String near = Nearest.to(name, known).orElse(null);
    arguments.add(near == null ? String.join(", ", new TreeSet<>(known)) : near);
    arguments.addAll(Arrays.asList(more));
    return at(place, near == null ? code : code + ".near", arguments.toArray());
  }

  public Problem problem() {
    return problem;
  }
}
