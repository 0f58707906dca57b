package org.dudao.report;

import java.time.LocalDate;
import java.util.List;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Text;

/**
 * One rule held against one limit, as a report cites it.
 *
 * @param topic the part of the id before the first dot
 * @param subjectKind the kind of fact that the rule judges, such as {@code class}
 */
public record Standard(
    String id,
    String rule,
    String topic,
    String subjectKind,
    Text ruleTitle,
    Text title,
    String value,
    String unit,
    Level level,
    String region,
    String appliesTo,
    LocalDate from,
    LocalDate until,
    LocalDate announced,
    String datedBy,
    String document,
    String clause,
    Text remedy,
    List<String> refs,
    String confidence,
    LocalDate checkedOn,
    Text note,
    Origin origin) {

  /** The limit as it is cited on that day: what is only scheduled to bind warns, whatever it will be. */
  public static Standard of(Limit limit, Text ruleTitle, String subjectKind, LocalDate day) {
    Standard standard = of(limit, ruleTitle, subjectKind);
    return limit.isScheduled(day) && standard.level == Level.MUST ? standard.at(Level.SHOULD) : standard;
  }

  public static Standard of(Limit limit, Text ruleTitle, String subjectKind) {
    return new Standard(
        limit.id(), limit.rule(), limit.topic(), subjectKind, ruleTitle,
        limit.title(), limit.valueText(), limit.unit(), limit.level(), limit.region(), limit.appliesTo(), limit.from(),
        limit.until(), limit.announced(), limit.datedBy(), limit.document(), limit.clause(), limit.remedy(), limit.refs(),
        limit.confidence(), limit.checkedOn(), limit.note(), limit.origin());
  }

  /** Whether on that day it was announced and did not bind yet. */
  public boolean isScheduled(LocalDate day) {
    return announced != null && !day.isBefore(announced) && day.isBefore(from);
  }

  /** The id; as long as it is only scheduled, with the day from which it binds: it stands beside the version in force. */
  public String name(LocalDate day) {
    return isScheduled(day) ? id + "~" + from : id;
  }

  private Standard at(Level other) {
    return new Standard(
        id, rule, topic, subjectKind, ruleTitle, title, value, unit, other, region, appliesTo, from, until, announced, datedBy, document,
        clause, remedy, refs, confidence, checkedOn, note, origin);
  }
}
