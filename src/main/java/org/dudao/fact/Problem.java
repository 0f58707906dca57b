package org.dudao.fact;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that kept facts or standards from being checked: a fact that cannot be used, a rule that failed.
 *
 * @param arguments what the sentence of the code needs, in its order
 * @param at where, and first of all places where it is so; the file alone when no place in it is known
 * @param count at how many places it is so
 * @param samples some of the other places, each as the problem that it would be alone
 */
public record Problem(ProblemCode code, List<Argument> arguments, Origin at, int count, List<Problem> samples)
    implements Serializable {
  /** By place; what follows from a problem stands behind it. */
  public static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at)
          .thenComparing(problem -> problem.code() == ProblemCode.HANGS_ON)
          .thenComparing(problem -> problem.code().text())
          .thenComparing(problem -> problem.arguments().toString());

  /**
   * Refuses arguments that the sentence has no place for, or lacks.
   *
   * @throws IllegalArgumentException when the code takes another number of arguments
   */
  public Problem {
    arguments = List.copyOf(arguments);
    samples = List.copyOf(samples);
    if (arguments.size() != code.arguments()) {
      throw new IllegalArgumentException(code + " takes " + code.arguments() + " arguments, not " + arguments);
    }
  }

  /**
   * The problem with these arguments, in the order of its sentence. What is no {@link Argument} is told as its text. An
   * {@link UnknownName} stands for the name and, after it, the known one that is near, with which the code becomes its
   * near form; where none is near, the list of all that are known, if the sentence has a place for it.
   *
   * @throws IllegalArgumentException when the code takes another number of arguments, or no unknown name
   */
  public static Problem of(ProblemCode code, Origin at, Object... arguments) {
    ProblemCode told = code;
    List<Argument> all = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof UnknownName unknown) {
        ProblemCode nearForm =
            code.near().orElseThrow(() -> new IllegalArgumentException(code + " takes no unknown name"));
        Optional<String> near = unknown.nearest();
        told = near.isPresent() ? nearForm : code;
        all.add(new Argument.Literal(unknown.name()));
        if (near.isPresent() || code.listsKnown()) {
          all.add(new Argument.Literal(near.orElseGet(unknown::list)));
        }
      } else {
        all.add(argument instanceof Argument one ? one : new Argument.Literal(String.valueOf(argument)));
      }
    }
    return new Problem(told, all, at, 1, List.of());
  }

  /** At how many places something is wrong of which it tells. */
  public long places() {
    return code == ProblemCode.MORE_FAULTS ? Long.parseLong(arguments.get(0).toString()) : count;
  }

  /** The same, which is so at other places too. */
  public Problem with(int places, List<Problem> others) {
    return new Problem(code, arguments, at, places, others);
  }
}
