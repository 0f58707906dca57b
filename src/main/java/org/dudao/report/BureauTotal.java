package org.dudao.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Problem;

/**
 * What one bureau and day came to, in counts.
 *
 * @param standards those in force; the same list for all bureaus under one law
 * @param tally how many numbers of subjects came to each outcome
 * @param tallies how often each standard that judged somebody came to each outcome by itself, by its id
 * @param unchecked how many standards could not be checked because facts of their kind are absent altogether
 * @param problems what kept facts or standards from being checked
 * @param violated whether something fails a standard that binds at least as much as the level that counts
 */
public record BureauTotal(
    Checked bureau, List<Standard> standards, Tally tally, Map<String, Tally> tallies, long unchecked,
    List<Problem> problems, boolean violated) {

  /** What keeps the check of this bureau from being accepted if it is incomplete. */
  Set<Deficiency> deficiencies() {
    return Deficiency.of(Tally.sum(tallies.values()), problems);
  }

  /** Where nothing at all was judged nobody knows, nor where one standard cannot be told, be it under a graver one. */
  public Verdict verdict() {
    Tally all = Tally.sum(tallies.values());
    boolean isIncomplete = all.all() == 0 || all.unknown() > 0 || all.query() > 0 || unchecked > 0;
    return Verdict.of(problems)
        .and(violated ? Verdict.VIOLATIONS : isIncomplete ? Verdict.INCOMPLETE : Verdict.CLEAN);
  }
}
