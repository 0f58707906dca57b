package org.dudao.fact;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run took in of the facts that it was given, and what it left out.
 *
 * @param found files of facts, standard input among them
 * @param broken of these, the ones that could not be opened, or not read to their end
 * @param documents of which facts were used
 * @param skipped documents of which nothing was
 * @param facts that were used, the bureaus among them
 * @param setAside facts of the documents used that were not, at least
 * @param unread the names of files that lay in the folders given, and hold no facts by their names; in order
 */
public record Intake(
    long found, long broken, long documents, long skipped, long facts, long setAside, List<String> unread) {
  /** Of a run that was given no file. */
  public static final Intake NONE = new Intake(0, 0, 0, 0, 0, 0, List.of());
  /** A document of which nothing was used. */
  public static final Intake SKIPPED = new Intake(0, 0, 0, 1, 0, 0, List.of());
  /** That one of the files found broke off. */
  public static final Intake BROKEN = new Intake(0, 1, 0, 0, 0, 0, List.of());

  public Intake {
    unread = List.copyOf(unread);
  }

  /** What was found before any of it was read. */
  public static Intake of(long files, List<String> unread) {
    return new Intake(files, 0, 0, 0, 0, 0, unread.stream().sorted().distinct().toList());
  }

  /** The facts of so many documents. */
  public static Intake of(Facts facts, long documents) {
    long setAside = facts.setAside().values().stream().mapToLong(Integer::longValue).sum();
    return new Intake(0, 0, documents, 0, facts.size(), setAside, List.of());
  }

  /** Both together. */
  public Intake plus(Intake other) {
    return new Intake(
        found + other.found, broken + other.broken, documents + other.documents, skipped + other.skipped,
        facts + other.facts, setAside + other.setAside,
        other.unread.isEmpty()
            ? unread
            : Stream.concat(unread.stream(), other.unread.stream()).sorted().distinct().toList());
  }

  /** How many files were read to their end. */
  public long files() {
    return found - broken;
  }
}
