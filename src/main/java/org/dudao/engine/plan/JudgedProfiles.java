package org.dudao.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dudao.engine.judge.Basis;
import org.dudao.engine.judge.Evidence;
import org.dudao.engine.judge.Profiles;
import org.dudao.engine.judge.Unlisted;
import org.dudao.fact.Calendars;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Stage;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Totals;
import org.dudao.report.Unchecked;

/** One bureau, judged by the standards of a profile when somebody first asks, whatever else is judged. */
final class JudgedProfiles implements Profiles {
  private final Planner planner;
  private final Facts facts;
  private final Unlisted unlisted;
  private final Calendars calendars;
  private final Map<String, List<Standing>> judged = new HashMap<>();
  /** What each standard came to that is judged in the same run, by its id; null while some of it is not. */
  private Map<String, Tally> known;

  JudgedProfiles(Planner planner, Facts facts, Unlisted unlisted, Calendars calendars) {
    this.planner = planner;
    this.facts = facts;
    this.unlisted = unlisted;
    this.calendars = calendars;
  }

  /** All else that is judged in the same run came to this. */
  void know(Map<String, Tally> totals) {
    known = totals;
  }

  @Override
  public List<Standing> of(String profile, Evidence evidence) {
    return judged.computeIfAbsent(profile, one -> judged(one, evidence));
  }

  @Override
  public void noteBasis(String profile, Evidence evidence, Basis basis) {
    new Judging(planner.profile(profile, facts), facts, unlisted, evidence, calendars, basis);
  }

  private List<Standing> judged(String profile, Evidence evidence) {
    Planner ofProfile = planner.profile(profile, facts);
    Map<String, Tally> totals =
        known != null && planner.judgesAllOf(ofProfile)
            ? known
            : new Judging(ofProfile, facts, unlisted, evidence, calendars, null).totals();
    Map<String, Standard> standards = new TreeMap<>();
    ofProfile.standards().stream()
        .filter(standard -> !standard.isScheduled(facts.asOf()))
        .forEach(standard -> standards.merge(standard.id(), standard, Totals::newer));
    return standards.values().stream()
        .map(standard -> standing(ofProfile, standard, totals.get(standard.id())))
        .toList();
  }

  private Standing standing(Planner ofProfile, Standard standard, Tally found) {
    Set<FactKind> needs = ofProfile.needs(standard, found == null);
    Set<Stage> stages = ofProfile.stages(standard);
    if (found == null) {
      boolean isForNobody = ofProfile.whyUnchecked(standard, facts) == Unchecked.Reason.NOT_APPLICABLE;
      return new Standing(standard.id(), 0, 0, isForNobody ? 0 : 1, needs, stages);
    }
    return new Standing(
        standard.id(), found.pass(), found.fail() + found.unkept(), found.unknown() + found.query(), needs, stages);
  }
}
