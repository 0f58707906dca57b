package org.dudao.engine.drl;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code check.that( $class, "students" )}.
 *
 * @param first the word {@code check}
 * @param ends for each argument the comma or the bracket after it
 */
public record CheckCall(Token first, Token verb, List<CallArgument> arguments, List<Token> ends)
    implements CallArgument {
  @Override
  public String text() {
    return first.text() + "." + verb.text()
        + arguments.stream().map(CallArgument::text).collect(Collectors.joining(", ", "( ", " )"));
  }
}
