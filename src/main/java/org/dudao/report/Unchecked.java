package org.dudao.report;

import java.util.List;

/**
 * A standard in force that judged nobody.
 *
 * @param bureau whose facts were checked
 * @param reason why
 */
public record Unchecked(String bureau, Standard standard, Reason reason) {
  public enum Reason {
    /** What the standard judges was not submitted: no fact of its kind, or none of the name that it asks for. */
    NO_FACTS,
    /** Facts of a kind that it needs were submitted and could not be used: nobody knows whether it judges them. */
    SET_ASIDE,
    /** Facts of that kind were submitted, but none is in the scope of the standard. */
    NOT_APPLICABLE,
    /** It was announced and does not bind yet; nothing that it needs was submitted, or not enough. */
    NOT_YET_DUE
  }

  /** Those of which there is no fact, or a fact that could not be used. */
  static List<Unchecked> forLackOfFacts(List<Unchecked> all) {
    return all.stream().filter(one -> one.reason() == Reason.NO_FACTS || one.reason() == Reason.SET_ASIDE).toList();
  }
}
