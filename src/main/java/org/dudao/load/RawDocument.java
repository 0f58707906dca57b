package org.dudao.load;

import java.io.IOException;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.dudao.fact.Intake;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * A document as it was cut out of a file, before anybody has read it.
 *
 * @param linesBefore lines of the file before it
 * @param bytes all of it, without byte-order mark and without the line feed after it; with a fault, as much as is there
 * @param fault why it could not be had to its end, or what is worth knowing of its file, where there is no document;
 *     null when it could
 */
public record RawDocument(String file, int linesBefore, byte[] bytes, Problem fault) implements Serializable {
  /** What is so wrong with a document that the one behind it can be read. */
  private static final Set<ProblemCode> TOO_LARGE =
      EnumSet.of(ProblemCode.TOO_LARGE, ProblemCode.TOO_LARGE_FOR_HEAP);

  /**
   * What stands for a file that cannot be opened, or whose reading broke off for a reason that does not lie in the
   * file.
   */
  public static RawDocument unreadable(String file, IOException e) {
    return new RawDocument(file, 0, new byte[0], Unreadable.problem(e, Origin.of(file)));
  }

  /** What stands for a file that holds no document: one without anything in it, which its reader refuses. */
  static RawDocument none(String file) {
    return new RawDocument(file, 0, new byte[0], null);
  }

  /** The same of which nothing but the place is kept, for that reason. */
  RawDocument withoutText(Problem reason) {
    return new RawDocument(file, linesBefore, new byte[0], reason);
  }

  /** Whether it is no document, and only bears what is worth knowing of the file. */
  public boolean isNote() {
    return fault != null && fault.code().isNote();
  }

  /** What a run leaves out that cannot use it: a document, or what is left of a file. */
  public Intake leftOut() {
    if (isNote()) {
      return Intake.NONE;
    }
    return fault == null || TOO_LARGE.contains(fault.code()) ? Intake.SKIPPED : Intake.BROKEN;
  }

  /** Where it begins. */
  public Origin at() {
    return new Origin(file, "", linesBefore + 1, 1);
  }
}
