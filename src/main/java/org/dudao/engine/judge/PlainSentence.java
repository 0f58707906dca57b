package org.dudao.engine.judge;

import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;
import org.dudao.fact.Subject;

/**
 * What a plain rule says of a fact and a limit for it: nothing has to be matched, and so nothing has to be compiled and
 * loaded for it. It is the same as what the engine lets the rule say.
 */
public final class PlainSentence {
  private PlainSentence() {}

  /**
   * What that rule says of facts of the scope of that one.
   *
   * @param rule one that is plain
   */
  public static Assessment said(Rule rule, Subject subject, Limit limit) {
    Bound bound = new Bound(limit, rule.demand());
    return Assessment.of(rule, measurement(rule, subject.getClass()), bound, subject);
  }

  private static Measurement measurement(Rule rule, Class<? extends Subject> type) {
    return switch (rule.measured()) {
      case MEASURE -> new MeasuredValue(type, rule.names().get(0));
      case OF_STAGES -> new SumOfStages(type, rule.names().get(0));
      case PERIOD -> new TimeSpan(type, rule.names().get(0), rule.names().size() == 1 ? null : rule.names().get(1));
      case CLAIM -> PublishedFigure.OF_CLAIM;
      case PROFILES -> KeptProfiles.ALL;
      case PARTS -> PartsOfWholes.ALL;
      case DAYS -> OrderOfDays.ALL;
      default -> throw new IllegalArgumentException(rule.id() + " is not plain");
    };
  }
}
