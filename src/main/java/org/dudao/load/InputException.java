package org.dudao.load;

import java.util.List;
import java.util.stream.Collectors;
import org.dudao.fact.Problem;

/** What was submitted cannot be used; it tells every fault that was found, each with its place. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InputException(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.at() + " " + problem.code().text())
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
