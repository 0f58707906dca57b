package org.dudao.load;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * How much input may be read at once, so that a small file cannot fill the memory, and how many faults are told of it.
 *
 * <p>Texts and the facts that they make lie in memory together, beside the rules and what is found. Of the heap, one
 * document may take a sixteenth, all texts that are held at once an eighth, and facts by their estimated size a half.
 *
 * @param bytes of a document at most, when unpacked
 * @param facts of a document at most
 * @param faults how many kinds of fault are told of a document
 * @param heap how many bytes of memory there are
 * @param readers how many read at once, and share them
 */
public record InputBounds(int bytes, int facts, int faults, long heap, int readers) implements Serializable {
  private static final int MEGABYTE_BITS = 20;

  /** More bytes than that do not lie in memory one behind another. */
  private static final int MOST_MEGABYTES = Integer.MAX_VALUE >> MEGABYTE_BITS;
  /** What holds where nobody says otherwise: far more than a province needs. */
  public static final InputBounds USUAL =
      new InputBounds(256 << MEGABYTE_BITS, 5_000_000, 100, Runtime.getRuntime().maxMemory(), 1);

  private static final int DOCUMENT_SHARE = 16;
  private static final int TEXTS_SHARE = 8;
  private static final int FACTS_SHARE = 2;

  /** What is wrong with numbers that a person chose, each told by its option; null for each that nobody chose. */
  public static List<Problem> problems(Integer megabytes, Integer facts, Integer faults) {
    List<Problem> problems = new ArrayList<>();
    require("--max-size", megabytes, MOST_MEGABYTES, problems);
    require("--max-facts", facts, Integer.MAX_VALUE, problems);
    require("--max-faults", faults, Integer.MAX_VALUE, problems);
    return problems;
  }

  private static void require(String option, Integer given, int most, List<Problem> problems) {
    if (given != null && (given < 1 || given > most)) {
      problems.add(Problem.of(ProblemCode.INPUT_BOUND, Origin.of(option), option, given, most));
    }
  }

  /** The same with other numbers for what a person may choose; null for each that nobody chose. */
  public InputBounds with(Integer megabytes, Integer otherFacts, Integer otherFaults) {
    return new InputBounds(
        megabytes == null ? bytes : megabytes << MEGABYTE_BITS, otherFacts == null ? facts : otherFacts,
        otherFaults == null ? faults : otherFaults, heap, readers);
  }

  /** The same for one of several who read at once. */
  public InputBounds sharedBy(int several) {
    return new InputBounds(bytes, facts, faults, heap, readers * several);
  }

  /** The same for one of several tasks, one for each processor, of this process, which may not be that of who chose them. */
  public InputBounds ofOneTask() {
    Runtime process = Runtime.getRuntime();
    return new InputBounds(bytes, facts, faults, process.maxMemory(), process.availableProcessors());
  }

  /** How many bytes a document may have. */
  public int bytesOfDocument() {
    return (int) Math.min(bytes, heap / readers / DOCUMENT_SHARE);
  }

  /** Whether the heap leaves less room for a document than it may have. */
  boolean isHeapShort() {
    return bytesOfDocument() < bytes;
  }

  /** How many bytes the texts may have that are held at once. */
  long bytesOfTexts() {
    return heap / readers / TEXTS_SHARE;
  }

  /** So many bytes in whole megabytes, for people. */
  static long megabytes(long bytes) {
    return bytes >> MEGABYTE_BITS;
  }

  /** How much of the heap facts may take. */
  long heapOfFacts() {
    return heap / readers / FACTS_SHARE;
  }
}
