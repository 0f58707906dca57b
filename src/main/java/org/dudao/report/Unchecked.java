package org.dudao.report;

/**
 * A standard in force that judged nobody.
 *
 * @param bureau whose facts were checked
 * @param reason why
 */
public record Unchecked(String bureau, Standard standard, Reason reason) {
  public enum Reason {
    /** No fact of the kind that the standard judges was submitted: nobody knows. */
    NO_FACTS,
    /** Facts of that kind were submitted, but none is in the scope of the standard. */
    NOT_APPLICABLE,
    /** It was announced and does not bind yet; nothing that it needs was submitted, or not enough. */
    NOT_YET_DUE
  }
}
