package org.dudao.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * By what a limit is law, and how well that is known.
 *
 * @param document with its number; never empty
 * @param clause where in the document; may be empty
 * @param authority the kind of the document; null when the table does not say
 * @param words the document's own words that decide; empty when nobody wrote them down
 * @param source public addresses under which the words can be read; may be empty
 * @param refs rows of the catalogue of norms that the limit fulfils
 * @param confidence how sure it is that the document says so: high, medium, low, or empty when nobody said
 * @param checkedOn the day on which the row was compared with the words of its document; null when it never was
 */
public record Citation(
    String document,
    String clause,
    Authority authority,
    String words,
    String source,
    List<String> refs,
    String confidence,
    LocalDate checkedOn) {
  private static final List<String> UNVERIFIED = List.of("medium", "low");

  /** Of a document of which nothing more is known. */
  public static Citation of(String document, String clause, Authority authority) {
    return new Citation(document, clause, authority, "", "", List.of(), "", null);
  }

  /** Whether somebody said that number or clause of the document, or what it says, still has to be verified. */
  public boolean isUnverified() {
    return UNVERIFIED.contains(confidence);
  }

  /** Whether it is what somebody said of himself, and no norm. */
  public boolean isPromise() {
    return authority == Authority.PROMISE;
  }

  /** The same document with what that row tells about it. */
  Citation toldAs(Citation row) {
    return new Citation(
        document, clause, row.authority == null ? authority : row.authority, row.words, row.source, row.refs,
        row.confidence, row.checkedOn);
  }
}
