package org.dudao.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dudao.fact.Facts;
import org.dudao.fact.Subject;
import org.dudao.fact.Term;
import org.dudao.fact.WorkCalendar;

/**
 * All that a sentence may need beside its subject: the facts of the bureau, and how its country counts days.
 *
 * @param roster the facts for which representatives stand, in the order submitted
 */
public record Situation(
    Facts facts, WorkCalendar calendar, WorkCalendar calendarWithoutRolling, List<Term> terms,
    UnaryOperator<Collection<? extends Subject>> roster) {

  static Situation of(Facts facts, WorkCalendar calendar, UnaryOperator<Collection<? extends Subject>> roster) {
    return new Situation(facts, calendar, calendar.withoutRolling(), facts.of(Term.class), roster);
  }
}
