package org.dudao.engine;

import java.util.List;
import java.util.Set;
import org.dudao.fact.Origin;
import org.dudao.fact.Subject;
import org.dudao.report.Demand;

/**
 * What a rule says, without how it is run.
 *
 * @param rule its id
 * @param subject the type of fact that it judges
 * @param measures the components and measures of the subject that it reads
 * @param demand how what it measures must stand to its limits
 * @param limits the ids of the limits that it names: without one of them it is silent
 * @param at where the rule stands
 */
public record RuleSummary(
    String rule, Class<? extends Subject> subject, List<String> measures, Demand demand, Set<String> limits,
    Origin at) {

  /** The same, which demands something else of what it measures. */
  public RuleSummary demanding(Demand other) {
    return new RuleSummary(rule, subject, measures, other, limits, at);
  }
}
