package org.dudao.lint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.fact.Origin;

/**
 * One place where something is probably meant otherwise.
 *
 * @param arguments what the sentence of the kind needs, in its order
 */
public record Warning(Lint lint, List<String> arguments, Origin at) {
  /** By place. */
  public static final Comparator<Warning> ORDER =
      Comparator.comparing(Warning::at).thenComparing(Warning::lint).thenComparing(one -> one.arguments().toString());

  /**
   * Refuses arguments that the sentence has no place for, or lacks.
   *
   * @throws IllegalArgumentException when the kind takes another number of arguments
   */
  public Warning {
    arguments = List.copyOf(arguments);
    if (arguments.size() != lint.arguments()) {
      throw new IllegalArgumentException(lint + " takes " + lint.arguments() + " arguments, not " + arguments);
    }
  }

  static Warning of(Lint lint, Origin at, Object... arguments) {
    return new Warning(lint, Stream.of(arguments).map(String::valueOf).toList(), at);
  }
}
