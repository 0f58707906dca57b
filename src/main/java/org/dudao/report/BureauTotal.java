package org.dudao.report;

import java.util.List;
import java.util.Map;
import org.dudao.fact.Problem;

/**
 * What one bureau and day came to, in counts.
 *
 * @param standards those in force; the same list for all bureaus under one law
 * @param tallies how many findings of each outcome there are of each standard that judged somebody, by its id
 * @param unchecked how many standards could not be checked because facts of their kind are absent altogether
 * @param problems what kept facts or standards from being checked
 * @param violated whether something fails a standard that binds at least as much as the level that counts
 */
public record BureauTotal(
    Checked bureau, List<Standard> standards, Map<String, Tally> tallies, long unchecked,
    List<Problem> problems, boolean violated) {

  /** All its findings. */
  public Tally tally() {
    return Tally.sum(tallies.values());
  }

  /** Where nothing at all was judged nobody knows. */
  public Verdict verdict() {
    Tally tally = tally();
    boolean isIncomplete = tally.all() == 0 || tally.unknown() > 0 || tally.query() > 0 || unchecked > 0;
    return Verdict.of(problems)
        .and(violated ? Verdict.VIOLATIONS : isIncomplete ? Verdict.INCOMPLETE : Verdict.CLEAN);
  }
}
