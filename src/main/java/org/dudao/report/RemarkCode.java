package org.dudao.report;

import org.dudao.fact.Words;

/** What a finding can add to its verdict: each remark has one of these codes, each code a sentence of the catalogue. */
public enum RemarkCode {
  CALENDAR_UNKNOWN(2),
  HOLIDAYS_UNKNOWN(1),
  OPEN(1),
  SCOPE_UNKNOWN(1),
  FOR_SOME_GRADES(0),
  ROUNDED_OPERANDS(1),
  ROUNDED_ORDER(0),
  MASKED_OPERANDS(1),
  UNDEFINED(1),
  RULE_FAILED(1),
  RULE_BUDGET(2),
  MEMBERS_LACKING(1),
  MEMBERS_ABSENT(3),
  MEMBERS_UNCOUNTED(2),
  MEMBERS_DOUBTED(2),
  SCHOOLS_LACKING(1),
  VARIATION_OF(2),
  VARIATION(4),
  VARIATION_OF_NOTHING(1),
  NOT_MET(1),
  LOWEST(1),
  UNIT_DIFFERS(2),
  APPROXIMATE(1),
  UNLIKE_UNITS(1),
  UNIT_OF_SHARE(1),
  NOT_BEGUN(2),
  NOT_ENDED(2),
  SUSPENDED(2),
  SCHEDULED(2),
  UNVERIFIED(0),
  COUNTED_IN(1),
  NOT_BEFORE(1),
  AFTER_REPORT(1),
  CONTRADICTED(4),
  RULED_OUT(3),
  DOUBTED(3),
  WHICHEVER_IS_RIGHT(0),
  WHICHEVER_APPLIES(0),
  WHATEVER_IS_MISSING(1),
  CLASSES_BY_SIZE(3),
  STAGE_OWES(4),
  ALLOWED_BY(1),
  CONDITION_BROKEN(2),
  CONDITIONS_OPEN(2),
  CONDITIONS_KEPT(2),
  LISTED_BESIDE(1),
  MEMBERS_CENSORED(1),
  WOULD_FIT(2),
  EXPLAINED(1),
  CHANGED(3),
  ABSENT_NOW(2),
  RECORDED(3),
  AGAINST(2),
  NOTE(1);

  private final String text;
  private final int arguments;

  RemarkCode(int arguments) {
    this.text = Words.ofConstant(name());
    this.arguments = arguments;
  }

  /** The code in reports, and in the catalogue after {@code remark.}: {@code calendar-unknown}. */
  public String text() {
    return text;
  }

  /** How many arguments its sentence takes. */
  public int arguments() {
    return arguments;
  }
}
