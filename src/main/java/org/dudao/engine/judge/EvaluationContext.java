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
 * @param membership which facts belong to which others
 * @param unlisted the classes of which only groups of grades tell
 * @param evidence how far figures can be relied on
 * @param deadlines how its cases stand to the times that bind
 * @param references how findings name them
 * @param norms the limits of each rule that are law for the bureau
 * @param profiles how the bureau stands to profiles
 * @param roster the facts for which representatives stand, in the order submitted
 */
public record EvaluationContext(
    Facts facts, Calendars calendars, WorkCalendar own, List<Term> terms, SubjectReferences references,
    Roster roster, Membership membership, Unlisted unlisted, Evidence evidence, Deadlines deadlines, Norms norms,
    Profiles profiles) {


  /** Who stands for whom. */
  @FunctionalInterface
  public interface Roster {
    /** All facts of the bureau that are for the rule like these. */
    List<Subject> all(String rule, List<Subject> representatives);
  }

  /** What is law. */
  @FunctionalInterface
  public interface Norms {
    /** The limits of that rule. */
    List<Limit> of(String rule);
  }

  public static EvaluationContext of(
      Facts facts, Unlisted unlisted, Calendars calendars, Roster roster, Deadlines deadlines, Norms norms,
      Profiles profiles) {
    return new EvaluationContext(
        facts, calendars, calendars.of(facts.bureau().region()), facts.of(Term.class),
        new SubjectReferences(facts), roster, new Membership(facts, unlisted), unlisted, Evidence.SOUND, deadlines,
        norms, profiles);
  }

  /** The same, in which figures are relied on no farther than that. */
  public EvaluationContext relyingOn(Evidence evidence) {
    // Terms whose days contradict each other say nothing of school days.
    List<Term> sound = terms.stream().filter(term -> !evidence.questions(term)).toList();
    return new EvaluationContext(
        facts, calendars, own, sound, references, roster, membership.relyingOn(evidence), unlisted, evidence,
        deadlines, norms, profiles);
  }

  /** The same facts, for which others are collected. */
  public EvaluationContext collecting(Roster other) {
    return new EvaluationContext(
        facts, calendars, own, terms, references, other, membership, unlisted, evidence, deadlines, norms, profiles);
  }

  /** By which the limit counts days: the one that it names, or that of the bureau. */
  WorkCalendar calendar(Limit limit) {
    return limit.calendars().isEmpty() ? own : calendars.of(limit.calendars());
  }
}
