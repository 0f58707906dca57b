package org.dudao.fact;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One dated, cited demand: how much, for whom, where, from when until when, how binding, by whose authority.
 *
 * @param id the standard's id; versions of one norm over time and regions share it
 * @param rule the rule that measures what this limits
 * @param appliesTo the scope as it was written
 * @param unit of the value; periods carry theirs in the value
 * @param from first day in force; null for always
 * @param until first day no longer in force; null for ever
 * @param announced the day from which it could be known that it will be in force; null when it was not known ahead
 * @param datedBy the component of the subject whose day chooses the law; empty for the day of judgement
 * @param calendars regions; days that are working days in all of them are counted; none for those of the bureau
 * @param suspended days on which the demand is not made; null when it always is
 * @param refs rows of the catalogue of norms that this limit fulfils
 * @param confidence how sure it is that the document says so: high, medium, low, or empty when nobody said
 * @param checkedOn the day on which this row was compared with the words of its document; null when it never was
 * @param region where it is in force: the upper-case name of the folder it stands in
 */
public record Limit(
    String id,
    String rule,
    String appliesTo,
    Condition scope,
    Value value,
    String valueText,
    String unit,
    Level level,
    LocalDate from,
    LocalDate until,
    LocalDate announced,
    Text title,
    String document,
    String clause,
    Text remedy,
    String datedBy,
    List<String> calendars,
    DateRange suspended,
    List<String> refs,
    String confidence,
    LocalDate checkedOn,
    Text note,
    String region,
    Origin origin) {
  /** The topic of what holds a submission against itself. */
  public static final String CONSISTENCY = "consistency";

  /** The same demand with another value. */
  public Limit with(Value other, String otherText) {
    return with(id, other, otherText, level);
  }

  /**
   * The same demand as long as it is only scheduled: a standard of its own beside the version that binds, which warns,
   * whatever it will be.
   */
  public Limit scheduled() {
    return with(id + "~" + from, value, valueText, level == Level.MUST ? Level.SHOULD : level);
  }

  private Limit with(String otherId, Value other, String otherText, Level otherLevel) {
    return new Limit(
        otherId, rule, appliesTo, scope, other, otherText, unit, otherLevel, from, until, announced, title, document, clause, remedy,
        datedBy, calendars, suspended, refs, confidence, checkedOn, note, region, origin);
  }

  /** Whether it holds what was submitted against itself, and accuses nobody of breaking a norm. */
  public boolean isOfConsistency() {
    return topic().equals(CONSISTENCY);
  }

  /** The part of the id before the first dot: what it is about. */
  public String topic() {
    return id.substring(0, id.indexOf('.'));
  }

  /** False only when the subject is known to be out of this limit's scope or time: what cannot be told is judged too. */
  public boolean bearsOn(Subject subject) {
    return applies(subject) != Truth.NO;
  }

  /** Whether this limit is for that subject and its day. */
  public Truth applies(Subject subject) {
    return scope.on(subject).and(datedBy.isEmpty() ? Truth.YES : isInForce(day(subject)));
  }

  /** The components that would have to be reported to tell whether this limit is for that subject. */
  public Set<String> missingToApply(Subject subject) {
    Set<String> missing = new LinkedHashSet<>(scope.missing(subject));
    if (!datedBy.isEmpty() && isInForce(day(subject)) == Truth.UNKNOWN) {
      missing.add(datedBy);
    }
    return missing;
  }

  /** Whether this limit is law on that day; unknown when there is no day and the limit has a beginning or an end. */
  public Truth isInForce(LocalDate day) {
    if (from == null && until == null) {
      return Truth.YES;
    }
    if (day == null) {
      return Truth.UNKNOWN;
    }
    return Truth.of((from == null || !day.isBefore(from)) && (until == null || day.isBefore(until)));
  }

  /** Whether on that day it was known that this limit will bind, and it did not bind yet. */
  public boolean isScheduled(LocalDate day) {
    return announced != null && !day.isBefore(announced) && day.isBefore(from);
  }

  private LocalDate day(Subject subject) {
    return (LocalDate) Measures.value(subject, datedBy);
  }
}
