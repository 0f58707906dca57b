package org.dudao.engine.judge;

import java.util.List;
import org.dudao.fact.Facts;
import org.dudao.fact.Subject;
import org.dudao.fact.Term;
import org.dudao.fact.WorkCalendar;

/**
 * All that a sentence may need beside its subject: the facts of the bureau, and how its country counts days.
 *
 * @param roster the facts for which representatives stand, in the order submitted
 */
public record EvaluationContext(
    Facts facts, WorkCalendar calendar, WorkCalendar calendarWithoutRolling, List<Term> terms,
    Roster roster) {

  /** Who stands for whom. */
  @FunctionalInterface
  public interface Roster {
    /** All facts of the bureau that are for the rule like these. */
    List<Subject> all(String rule, List<Subject> representatives);
  }

  public static EvaluationContext of(Facts facts, WorkCalendar calendar, Roster roster) {
    return new EvaluationContext(facts, calendar, calendar.withoutRolling(), facts.of(Term.class), roster);
  }
}
