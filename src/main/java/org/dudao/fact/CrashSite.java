package org.dudao.fact;

import java.util.stream.Stream;

/**
 * Where the program itself broke, for whoever mends it. What the platform or a library says of it is in one language, and
 * is not told.
 *
 * @param exception its kind
 * @param place the line of the program's own code that it came through first; empty where none is known
 */
public record CrashSite(String exception, String place) {
  private static final String PROGRAM = "org.dudao.";

  /** Where that came from. */
  public static CrashSite of(Throwable failure) {
    Throwable cause = rootCause(failure);
    return new CrashSite(
        cause.getClass().getSimpleName(),
        Stream.of(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(PROGRAM))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .findFirst().orElse(""));
  }

  /** What all the others followed from. */
  public static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  @Override
  public String toString() {
    return place.isEmpty() ? exception : exception + " (" + place + ")";
  }
}
