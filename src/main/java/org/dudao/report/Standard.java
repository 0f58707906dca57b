package org.dudao.report;

import java.time.LocalDate;
import java.util.Comparator;
import org.dudao.fact.Citation;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.Words;

/**
 * One rule held against one limit, as a report cites it.
 *
 * @param family names the standards that ask the same number of a subject the same way: those of rules that measure
 *     the same, promises and doubts apart from norms
 * @param topic the part of the id before the first dot
 * @param subjectKind the kind of fact that the rule judges, such as {@code class}
 * @param value as the table writes it
 * @param demanded the same, by its kind
 * @param level how hard it is; nobody must what was not verified
 */
public record Standard(
    String id,
    String rule,
    String family,
    String topic,
    String subjectKind,
    Text ruleTitle,
    Text title,
    String value,
    Value demanded,
    String unit,
    Level level,
    String region,
    String appliesTo,
    LocalDate from,
    LocalDate until,
    LocalDate announced,
    String datedBy,
    Citation citation,
    Text remedy,
    Text note,
    Origin origin) {

  /**
   * The version of a norm that is the newest comes last: the one that began last, and of those the one of the nearest
   * region.
   */
  public static final Comparator<Standard> BY_VERSION =
      Comparator.comparing(Standard::from, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Standard::region);

  /** Whether it holds what was submitted against itself, and is no norm that somebody could break. */
  public boolean isOfConsistency() {
    return topic.equals(Limit.CONSISTENCY);
  }

  /** Whether on that day it was announced and did not bind yet. */
  public boolean isScheduled(LocalDate day) {
    return announced != null && !day.isBefore(announced) && day.isBefore(from);
  }

  /** Who does not keep a promise, or is doubted, breaks no norm by it. */
  private static String family(Limit limit, String family) {
    Outcome breach = breach(limit.citation(), limit.bindingLevel());
    return breach == Outcome.FAIL ? family : family + "~" + Words.of(breach);
  }

  /** What becomes of a subject that is not as the standard says. */
  public Outcome breach() {
    return breach(citation, level);
  }

  private static Outcome breach(Citation citation, Level level) {
    if (citation.isPromise()) {
      return Outcome.UNKEPT;
    }
    return level == Level.QUERY ? Outcome.QUERY : Outcome.FAIL;
  }

  /** What is demanded of everybody, as the table writes it. */
  public Datum written() {
    return demanded.accept(new WrittenValue(value, unit));
  }

  /** Which version of its norm it is: no other of that id has the same region and first day. */
  public String version() {
    return region + "@" + (from == null ? "" : from);
  }

  /**
   * The limit as a standard.
   *
   * @param family the name that its rule shares with those that measure the same
   */
  public static Standard of(Limit limit, Text ruleTitle, String subjectKind, String family) {
    return new Standard(
        limit.id(), limit.rule(), family(limit, family), limit.topic(), subjectKind, ruleTitle,
        limit.title(), limit.valueText(), limit.value(), limit.unit(), limit.bindingLevel(), limit.region(), limit.appliesTo(),
        limit.from(), limit.until(), limit.announced(), limit.datedBy(), limit.citation(), limit.remedy(),
        limit.note(), limit.origin());
  }
}
