package org.dudao.load;

import java.util.zip.ZipException;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** What is wrong with a gzip file, with the place of it in the compressed file; nothing behind that place is read. */
final class GzipDamage extends ZipException {
  private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final Object[] place;

  /**
   * @param member counted from 1
   * @param offset of the first damaged byte in the compressed file, counted from 0
   * @param more what the sentence of the code needs beside these
   */
  GzipDamage(ProblemCode code, int member, long offset, Object... more) {
    super(code.text());
    this.code = code;
    this.place = new Object[2 + more.length];
    place[0] = member;
    place[1] = offset;
    System.arraycopy(more, 0, place, 2, more.length);
  }

  /** Whether it is only worth knowing: everything there was has been read. */
  boolean isNote() {
    return code.isNote();
  }

  /** The problem that it is for whoever reads the text at that place. */
  Problem problem(Origin at) {
    return Problem.of(code, at, place);
  }
}
