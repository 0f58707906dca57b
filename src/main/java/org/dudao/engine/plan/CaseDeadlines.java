package org.dudao.engine.plan;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.judge.Deadlines;
import org.dudao.fact.Calendars;
import org.dudao.fact.Case;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Truth;
import org.dudao.report.Finding;

/** The cases of one bureau, judged by the times that bind when somebody first asks, whatever else is judged. */
final class CaseDeadlines implements Deadlines {
  /** What is stated of cases must not decide what they are. */
  private static final Set<FactKind> STATEMENTS = EnumSet.of(FactKind.INDICATOR, FactKind.CLAIM, FactKind.EXPLANATION);

  private final Planner planner;
  private final Facts facts;
  private final Calendars calendars;
  /** By the ids of the cases for which there are times; null while nobody has asked. */
  private Map<String, Truth> kept;

  CaseDeadlines(Planner planner, Facts facts, Calendars calendars) {
    this.planner = planner;
    this.facts = facts;
    this.calendars = calendars;
  }

  @Override
  public Truth areKeptBy(Case one) {
    if (kept == null) {
      kept = judged();
    }
    return kept.getOrDefault(one.id(), Truth.UNKNOWN);
  }

  private Map<String, Truth> judged() {
    Map<String, Truth> byNorms = new HashMap<>();
    Map<String, Truth> byPromises = new HashMap<>();
    Facts records = facts.without(STATEMENTS);
    for (Finding finding : new Judging(planner.deadlines(records), records, calendars, true, null).findings()) {
      if (!finding.isScheduled()) {
        (finding.standard().citation().isPromise() ? byPromises : byNorms)
            .merge(finding.subject().id(), kept(finding), Truth::and);
      }
    }
    Map<String, Truth> all = new HashMap<>(byPromises);
    byNorms.forEach((id, kept) -> all.put(id, kept.and(promised(byPromises.get(id)))));
    return all;
  }

  /** Who misses a time that only should be kept is late by some, and by others not. */
  private static Truth kept(Finding finding) {
    return switch (finding.outcome()) {
      case PASS -> Truth.YES;
      case UNKEPT -> Truth.NO;
      case FAIL -> finding.standard().level() == Level.MUST ? Truth.NO : Truth.UNKNOWN;
      case QUERY, UNKNOWN -> Truth.UNKNOWN;
    };
  }

  /** What a promise says beside a norm: who misses only what was promised is late by some, and by others not. */
  private static Truth promised(Truth kept) {
    return kept == null ? Truth.YES : kept == Truth.NO ? Truth.UNKNOWN : kept;
  }
}
