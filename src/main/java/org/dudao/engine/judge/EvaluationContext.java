package org.dudao.engine.judge;

import java.util.List;
import org.dudao.fact.Calendars;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Subject;
import org.dudao.fact.Term;
import org.dudao.fact.WorkCalendar;

/**
 * All that a sentence may need beside its subject: the facts of the bureau, and how its place counts days.
 *
 * @param own the calendar of the region of the bureau
 * @param roster the facts for which representatives stand, in the order submitted
 */
public record EvaluationContext(
    Facts facts, Calendars calendars, WorkCalendar own, List<Term> terms, Roster roster) {

  /** Who stands for whom. */
  @FunctionalInterface
  public interface Roster {
    /** All facts of the bureau that are for the rule like these. */
    List<Subject> all(String rule, List<Subject> representatives);
  }

  public static EvaluationContext of(Facts facts, Calendars calendars, Roster roster) {
    return new EvaluationContext(
        facts, calendars, calendars.of(facts.bureau().region()), facts.of(Term.class), roster);
  }

  /** By which the limit counts days: the one that it names, or that of the bureau. */
  WorkCalendar calendar(Limit limit) {
    return limit.calendars().isEmpty() ? own : calendars.of(limit.calendars());
  }
}
