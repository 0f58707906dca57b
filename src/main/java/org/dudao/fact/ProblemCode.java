package org.dudao.fact;

import java.util.Optional;

/** What can be wrong: each problem has one of these codes, each code a sentence of the catalogue. */
public enum ProblemCode {
  // Of one document of facts.
  JSON_MORE(0),
  JSON_CONSTRAINT(0),
  JSON_SYNTAX(0),
  JSON_CUT_OBJECT(1, "json-cut.object"),
  JSON_CUT_ARRAY(1, "json-cut.array"),
  JSON_CUT_TEXT(1, "json-cut.text"),
  JSON_OPEN_TEXT(1),
  JSON_BRACKET(3),
  JSON_UNOPENED(1),
  JSON_COMMA(2),
  JSON_COMMA_EXTRA(0),
  JSON_AFTER_TEXT(2),
  JSON_COLON(1),
  JSON_COLON_EXTRA(0),
  JSON_VALUE(1),
  JSON_NAME(1),
  JSON_NAME_QUOTES(1),
  JSON_WORD_NEAR(2, "json-word.near"),
  JSON_WORD(1, JSON_WORD_NEAR),
  JSON_NO_VALUE(1),
  JSON_SIGN(1),
  JSON_SIGN_NEAR(2, "json-sign.near"),
  JSON_INVISIBLE(1),
  JSON_COMMENT(0),
  JSON_CONTROL(1),
  JSON_ESCAPE(1),
  JSON_ESCAPE_HEX(1),
  JSON_NUMBER(1),
  JSON_NUMBER_ZERO(1),
  JSON_NUMBER_PLUS(1),
  JSON_NUMBER_POINT(1),
  JSON_NUMBER_LONG(1),
  JSON_NAME_LONG(1),
  JSON_TOO_DEEP(1),
  TOO_MANY_FACTS(1),
  FACTS_BEYOND_HEAP(2),
  REQUIRED(1),
  DOCUMENT_OBJECT(0),
  REPORT_FORMAT(2),
  DUPLICATE_KEY(1),
  UNKNOWN_PROPERTY_NEAR(2, "unknown-property.near"),
  UNKNOWN_PROPERTY(2, UNKNOWN_PROPERTY_NEAR),
  WRONG_TYPE_ARRAY(1, "wrong-type.array"),
  WRONG_TYPE_OBJECT(1, "wrong-type.object"),
  WRONG_TYPE_NUMBER(1, "wrong-type.number"),
  WRONG_TYPE_BOOLEAN(1, "wrong-type.boolean"),
  WRONG_TYPE_STRING(1, "wrong-type.string"),
  NULL(0),
  OUT_OF_DOMAIN(3),
  WHOLE_NUMBER(1),
  DATE(1),
  TIME(1),
  UNKNOWN_CONSTANT_NEAR(2, "unknown-constant.near"),
  UNKNOWN_CONSTANT(2, UNKNOWN_CONSTANT_NEAR),
  UNKNOWN_CODE_NEAR(2, "unknown-code.near"),
  UNKNOWN_CODE(2, UNKNOWN_CODE_NEAR),
  EMPTY_LIST(1),
  BLANK(0),
  TOO_LONG(2),
  CONTROL_CHARACTER(0),
  REGION(1),
  NUMBER_EXPONENT(1),
  SIZE_BRACKET(1),
  SIZE_BRACKETS_OVERLAP(2),

  // Of files, and of facts that are joined.
  NO_SUCH_FILE(1),
  UNREADABLE(0),
  ZIP_CUT(2),
  ZIP_HEADER(2),
  ZIP_DAMAGED(3),
  ZIP_CHECKSUM(3),
  ZIP_AFTER(2),
  ZIP_ZEROS(3),
  ZIP_PADDED(3),
  NO_PERMISSION(0),
  NOT_OPENED(0),
  IS_FOLDER(0),
  LINK_LOOP(0),
  FILE_TOO_LARGE(2),
  OUTPUT_EXISTS(0),
  NO_FACTS_THERE(1),
  TOO_LARGE(2),
  TOO_LARGE_FOR_HEAP(3),
  NOT_UTF8(0),
  NO_DATE(0),
  DUPLICATE_ID(3),
  IDS_ALIKE(2),
  BUREAU_DIFFERS(4),
  UNKNOWN_REFERENCE_NEAR(3, "unknown-reference.near"),
  UNKNOWN_REFERENCE(2, UNKNOWN_REFERENCE_NEAR),
  BUREAU_TWICE(2),
  EXPLAINS_NO_QUERY(1),
  EXPLAINS_NOTHING(2),
  NOT_EARLIER(3),
  NOTHING_EARLIER(1),
  /** What cannot be used, or not in full, because of the problem before it. */
  HANGS_ON(3),
  MORE_FAULTS(1),

  // Of what somebody wants to judge by.
  UNKNOWN_TOPIC_NEAR(2, "unknown-topic.near"),
  UNKNOWN_TOPIC(2, UNKNOWN_TOPIC_NEAR),
  UNKNOWN_STANDARD_NEAR(2, "unknown-standard.near"),
  UNKNOWN_STANDARD(1, UNKNOWN_STANDARD_NEAR),
  UNKNOWN_PROFILE_NEAR(2, "unknown-profile.near"),
  UNKNOWN_PROFILE(2, UNKNOWN_PROFILE_NEAR),
  PROFILE_NAME(1),
  PROFILE_TWICE(2),
  STANDARD_OF_OTHER_TOPIC(2),

  // Of tables: limits, codes and calendars.
  ROW_WIDTH(2),
  NO_HEADER(1),
  CSV_SYNTAX(0),
  CSV_QUOTE_OPEN(0),
  CSV_AFTER_QUOTE(1),
  UNKNOWN_COLUMN_NEAR(2, "unknown-column.near"),
  UNKNOWN_COLUMN(1, UNKNOWN_COLUMN_NEAR),
  DUPLICATE_COLUMN(1),
  MISSING_COLUMN(1),
  TITLE_ROW(2),
  COLUMN_WITHOUT_NAME(1),
  EMPTY_CELL(1),
  UNKNOWN_WORD_NEAR(2, "unknown-word.near"),
  UNKNOWN_WORD(2, UNKNOWN_WORD_NEAR),
  UNKNOWN_SCOPE_NEAR(2, "unknown-scope.near"),
  UNKNOWN_SCOPE(1, UNKNOWN_SCOPE_NEAR),
  /** What is not read so, and what to write for the one reading that it has, or for each of several. */
  WRITE_INSTEAD(2),
  SEVERAL_READINGS(2),
  DATE_SERIAL(2),
  NUMBER_FORM(1),
  LIST_COMMA(3),
  UNIT_DIFFERS(2),
  FRACTION(2),
  FRACTION_DAY(2),
  DATE_YEAR(1),
  EFFECT_BELOW_NOTHING(2),
  CLAUSE_DAY(1),
  LEVEL_OF_AUTHORITY(3),
  AUTHORITY_WITHOUT_FROM(1),
  AUTHORITY_WITHOUT_UNTIL(1),
  FORMULA_ERROR(1),
  VALUE(2),
  RANGE(2),
  PERIOD(1),
  PERIODS_ALIKE(2),
  ID_FORM(1),
  ID_TOPIC(2),
  ANNOUNCED_DATED_BY(1),
  ANNOUNCED_LATE(1),
  UNTIL_BEFORE_FROM(2),
  OTHER_RULE(3),
  OVERLAP(2),
  OVERLAP_BELOW(3),
  VALUE_OF_BORROWER(2),
  VALUE_IN_OTHER_UNIT(3),
  VALUE_BY_OTHER_DAY(2),
  VALUE_IS_NO_LAW(1),
  EFFECT_MEETS_NOTHING_NEAR(3, "effect-meets-nothing.near"),
  EFFECT_MEETS_NOTHING(2, EFFECT_MEETS_NOTHING_NEAR),
  EFFECT_MEETS_NO_DAY(3),
  WITHDRAWS_SOME(2),
  CODE_FORM(1),
  DUPLICATE_CODE(2),
  UNKNOWN_CELL_NEAR(3, "unknown-cell.near"),
  UNKNOWN_CELL(3, UNKNOWN_CELL_NEAR),
  CELL_NAME(1),
  RELATION_NAME(1),
  CELL_FILLED(2),
  CELL_TWICE(1),
  DUPLICATE_CELL(2),
  SPAN(1),
  DUPLICATE_DAY(1),
  NO_WEEKEND(1),
  DUPLICATE_WEEKEND(1),
  NO_WORKING_DAY(0),
  KNOWN_WITHOUT_WEEKEND(1),
  HOLIDAY_AND_WORKDAY(1),
  DAY_SAID_OTHERWISE(2),
  NO_SUCH_FOLDER(1),
  NO_RULES_THERE(1),
  FOLDER(1),
  RULE_FOLDER_NEAR(2, "rule-folder.near"),
  RULE_FOLDER(1, RULE_FOLDER_NEAR),
  RULE_FILE_TOO_LARGE(2),
  RULE_FILE_NAME(2),
  FILE_IN_NO_FOLDER(2),
  FOLDER_TOO_DEEP(1),
  PATHS_ALIKE(2),
  NOT_READ(1),
  NOT_READ_BESIDE(2),
  OPEN_ELSEWHERE(1),
  CACHE_FOLDER(1),
  CACHE_FILE(1),
  CALENDAR_NAME(1),
  SUSPENDED(1),
  GAP(3),
  OTHER_DATED_BY(3),
  SCOPE_BARE_DENIAL(2),
  SCOPE_NOT_EITHER(1),
  SCOPE_LOOSE_BAR(2),

  // Of cases that hold rules.
  NO_CASES_THERE(1),
  NO_CASES(1),
  CASE_WITHOUT_EXPECTATION(1),
  CASE_REGION(2),
  CASE_CONTRADICTION(3),
  CASE_COMPONENT_NEAR(3, "case-component.near"),
  CASE_COMPONENT(3, CASE_COMPONENT_NEAR),
  CASE_SUBJECT_NEAR(3, "case-subject.near"),
  CASE_SUBJECT(3, CASE_SUBJECT_NEAR),

  // Of the text of a rule.
  RULE_SIGN_NEAR(2, "rule-sign.near"),
  RULE_SIGN(1),
  RULE_BACKSLASH(0),
  RULE_QUOTE(0),
  RULE_COMMENT(0),
  RULE_END_OF_FILE(0),
  RULE_NONE(0),
  RULE_PACKAGE(2),
  RULE_IMPORT(1),
  RULE_GLOBAL(1),
  RULE_PATH_APART(1),
  RULE_UNEXPECTED(2),
  RULE_NAME(1),
  RULE_NO_LIMIT(1),
  RULE_ONE_SENTENCE(0),
  RULE_ATTRIBUTE(1),
  RULE_ANNOTATION_NEAR(2, "rule-annotation.near"),
  RULE_ANNOTATION(2, RULE_ANNOTATION_NEAR),
  RULE_ANNOTATION_TEXT(1),
  RULE_ANNOTATION_TWICE(1),
  RULE_FAMILY(3),
  RULE_NO_TITLE(2),
  RULE_VARIABLE_TWICE(1),
  RULE_VARIABLE_NEAR(2, "rule-variable.near"),
  RULE_VARIABLE(2, RULE_VARIABLE_NEAR),
  RULE_TYPE_NEAR(2, "rule-type.near"),
  RULE_TYPE(2, RULE_TYPE_NEAR),
  RULE_COMPONENT_NEAR(3, "rule-component.near"),
  RULE_COMPONENT(3, RULE_COMPONENT_NEAR),
  RULE_PATH(1),
  RULE_MEASURE_IN_WHEN(1),
  RULE_CONSTANT_NEAR(3, "rule-constant.near"),
  RULE_CONSTANT(3, RULE_CONSTANT_NEAR),
  RULE_COMPARE(2),
  RULE_OPERATOR(1),
  RULE_NUMBER(1),
  RULE_NULL(0),
  RULE_BEARS_ON(1),
  RULE_LIMIT_TEXT(1),
  RULE_LIMIT_OTHER(2),
  RULE_LIMIT_VARIABLE(1),
  RULE_LIMIT_ARGUMENT(1),
  RULE_SENTENCE(1),
  RULE_VERB_NEAR(2, "rule-verb.near"),
  RULE_VERB(2, RULE_VERB_NEAR),
  RULE_SUBJECT(1),
  RULE_OTHER_SUBJECT(2),
  RULE_NO_RELATION(0),
  RULE_RELATION_NEAR(2, "rule-relation.near"),
  RULE_RELATION(2, RULE_RELATION_NEAR),
  RULE_RELATION_FIT(2),
  RULE_RATIO_OF_PUPILS(1),
  RULE_MEASURE_NEAR(3, "rule-measure.near"),
  RULE_MEASURE(3, RULE_MEASURE_NEAR),
  RULE_COUNTED(1),
  RULE_MEMBERS_NEAR(3, "rule-members.near"),
  RULE_MEMBERS(3, RULE_MEMBERS_NEAR),
  RULE_LIST(1),
  RULE_UNJOINED(1),
  RULE_TOO_DEEP(1),
  RULE_CONTRADICTION(1),
  RULE_PERIOD_ORDER(2),
  RULE_EXCLUDES_NOTHING(1),
  RULE_WITNESS(3),

  // Of rules and limits held against each other, and of judging.
  LIMIT_SCOPE_CONTRADICTION(3),
  LIMIT_SCOPE_IDLE(3),
  NO_STANDARDS_NEAR(2, "no-standards.near"),
  NO_STANDARDS(2, NO_STANDARDS_NEAR),
  REGION_UNKNOWN_NEAR(2, "region-unknown.near"),
  REGION_UNKNOWN(2),
  REGION_ENDED(2),
  REGION_BECAME(3),
  REGION_UNEXPECTED(2),
  FINGERPRINT(1),
  INPUT_BOUND(3),
  RULES_UNEXPECTED(2),
  RULE_TWICE(2),
  RULE_COMPILE(0),
  DOCUMENT_OUT_OF_MEMORY(0),
  DOCUMENT_NESTED(0),
  DOCUMENT_FAILED(1),
  RULE_TOO_LONG(2),
  RULE_TOO_MANY_COMPARISONS(2),
  RULE_FAILED(2),
  RULE_BUDGET(3),
  LIMIT_NO_RULE_NEAR(2, "limit-no-rule.near"),
  LIMIT_NO_RULE(2, LIMIT_NO_RULE_NEAR),
  LIMIT_SCOPE(3),
  LIMIT_DATED_BY_NEAR(2, "limit-dated-by.near"),
  LIMIT_DATED_BY(2, LIMIT_DATED_BY_NEAR),
  LIMIT_CALENDAR_NEAR(2, "limit-calendar.near"),
  LIMIT_CALENDAR(2, LIMIT_CALENDAR_NEAR),
  LIMIT_WITHOUT_PERIOD(1),
  LIMIT_DOMAIN(4),
  LIMIT_OF_NOTHING(2),
  LIMIT_VALUE(3),
  RELATION_OPERANDS(2),
  RELATION_UNITS(3),
  LIMIT_FIELD_NEAR(2, "limit-field.near"),
  LIMIT_FIELD(2, LIMIT_FIELD_NEAR),
  RULE_WITHOUT_LIMIT(1),
  RULE_UNKNOWN_LIMIT_NEAR(2, "rule-unknown-limit.near"),
  RULE_UNKNOWN_LIMIT(1, RULE_UNKNOWN_LIMIT_NEAR),
  LIMIT_LOOSENS(3),
  LIMIT_MAY_LOOSEN(3),
  LIMIT_MOVES_NAMED(3),
  LIMIT_LOSES_NAMED(2);

  private final String text;
  private final int arguments;
  private final ProblemCode near;

  ProblemCode(int arguments) {
    this(arguments, null, null);
  }

  /** Where the name of the constant cannot tell what the code is in reports. */
  ProblemCode(int arguments, String text) {
    this(arguments, text, null);
  }

  /** Of an unknown name, which has another code when a known one is near. */
  ProblemCode(int arguments, ProblemCode near) {
    this(arguments, null, near);
  }

  ProblemCode(int arguments, String text, ProblemCode near) {
    this.text = text == null ? Words.ofConstant(name()) : text;
    this.arguments = arguments;
    this.near = near;
  }

  /** The code in reports, and in the catalogue after {@code problem.}: {@code unknown-property.near}. */
  public String text() {
    return text;
  }

  /** How many arguments its sentence takes. */
  public int arguments() {
    return arguments;
  }

  /** The code instead of this one when an unknown name has a known one near it; empty where none is told. */
  public Optional<ProblemCode> near() {
    return Optional.ofNullable(near);
  }

  /** Whether it was met in judging what could be read; what else there is kept facts from being read. */
  public boolean isOfJudging() {
    return switch (this) {
      case NO_STANDARDS, NO_STANDARDS_NEAR, RULE_FAILED, RULE_BUDGET -> true;
      default -> false;
    };
  }

  /** Whether it is not known by what law somebody is to be judged, because there is no such region. */
  public boolean isOfUnknownRegion() {
    return switch (this) {
      case NO_STANDARDS, NO_STANDARDS_NEAR, REGION_UNKNOWN, REGION_UNKNOWN_NEAR -> true;
      default -> false;
    };
  }

  /** Whether it is only worth knowing, and kept nothing from being checked. */
  public boolean isNote() {
    return switch (this) {
      case EXPLAINS_NOTHING, NOTHING_EARLIER, NOT_READ, NOT_READ_BESIDE, OPEN_ELSEWHERE, ZIP_PADDED,
          CACHE_FOLDER, CACHE_FILE, REGION_UNKNOWN, REGION_UNKNOWN_NEAR, REGION_ENDED, REGION_BECAME -> true;
      default -> false;
    };
  }

  /** Whether the sentence lists what is known, in the place where that of the near form has the near name. */
  boolean listsKnown() {
    return near != null && near.arguments == arguments;
  }
}
