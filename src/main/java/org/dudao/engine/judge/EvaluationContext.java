package org.dudao.engine.judge;

import java.util.List;
import org.dudao.fact.Facts;
import org.dudao.fact.Subject;
import org.dudao.fact.Term;
import org.dudao.fact.WorkCalendar;

/**
 * All that a sentence may need beside its subject: the facts of the bureau, and how its country counts days.
 *
 * @param membership which facts belong to which others
 * @param evidence how far figures can be relied on
 * @param roster the facts for which representatives stand, in the order submitted
 */
public record EvaluationContext(
    Facts facts, WorkCalendar calendar, WorkCalendar calendarWithoutRolling, List<Term> terms, Roster roster,
    Membership membership, Evidence evidence) {

  /** Who stands for whom. */
  @FunctionalInterface
  public interface Roster {
    /** All facts of the bureau that are for the rule like these. */
    List<Subject> all(String rule, List<Subject> representatives);
  }

  public static EvaluationContext of(Facts facts, WorkCalendar calendar, Roster roster) {
    return new EvaluationContext(
        facts, calendar, calendar.withoutRolling(), facts.of(Term.class), roster, new Membership(facts),
        Evidence.SOUND);
  }

  /** The same, in which figures are relied on no farther than that. */
  public EvaluationContext relyingOn(Evidence evidence) {
    // Terms whose days contradict each other say nothing of school days.
    List<Term> sound = terms.stream().filter(term -> !evidence.questions(term)).toList();
    return new EvaluationContext(
        facts, calendar, calendarWithoutRolling, sound, roster, membership, evidence);
  }

  /** The same facts, for which others are collected. */
  public EvaluationContext collecting(Roster other) {
    return new EvaluationContext(
        facts, calendar, calendarWithoutRolling, terms, other, membership, evidence);
  }
}
