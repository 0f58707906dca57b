package org.dudao.lint;

import java.util.Arrays;
import java.util.Optional;
import org.dudao.fact.Words;

/**
 * What is probably a slip in rules or tables: each kind of slip has a number that stays, and in the catalogue a sentence, what
 * helps, and why it is told.
 */
public enum Lint {
  // What the edition before said otherwise.
  ROW_CHANGED(1, 4),
  COLUMN_CHANGED(2, 4),
  ROW_GONE(3, 2),
  VERSION_MOVED(4, 3),
  RULE_CHANGED(5, 3),
  RULE_GONE(6, 1),
  TITLE_OF_ANOTHER(7, 2),
  CODE_GONE(8, 2),
  CELL_CHANGED(9, 2),
  DAY_CHANGED(10, 3),
  CALENDAR_GONE(11, 1),
  LAW_ENDS(12, 2),
  STANDARD_SILENT(13, 4),
  STAGE_OF_TITLE(14, 3),
  TEXTS_MOVED(15, 3),
  TEXTS_GARBLED(16, 3),
  LANGUAGES_SWAPPED(17, 2),
  TEXT_OF_ANOTHER(18, 3),

  // How much.
  UNIT_UNUSUAL(20, 3),
  UNIT_MISSING(21, 2),
  UNIT_UNKNOWN(22, 1),
  VALUE_FAR(23, 4),
  VALUE_JUMPS(24, 4),
  SHARE_OUT_OF_RANGE(25, 1),
  NEGATIVE(26, 1),
  ITEM_UNKNOWN(27, 3),
  AGAINST_TITLE(28, 3),
  NOT_WHOLE(29, 2),
  UNIT_CHANGED(30, 4),
  BOUNDS_CROSS(31, 4),
  VALUES_FILLED(32, 4),
  ITEMS_JOINED(33, 2),
  LEVEL_QUERY(34, 1),
  LOOSENS_MUST(35, 4),
  REGION_UNKNOWN(36, 1),
  CHECKED_AHEAD(37, 2),
  FOR_ALL_REGIONS(38, 1),
  COPY_OF_PART(39, 3),

  // For whom, and by what rule.
  NEVER_BROKEN(40, 2),
  NEVER_KEPT(41, 2),
  RULE_EXCLUDES(42, 2),
  SUBJECT_BY_ID(43, 1),
  GLOBAL_QUANTIFIER(44, 1),
  ARGUMENT_TWICE(45, 1),
  ARGUMENTS_SWAPPED(46, 2),
  VARIABLE_UNUSED(47, 1),
  NAME_OF_ANOTHER(48, 2),
  ID_NEAR(49, 2),
  REPLACES_SOME(50, 3),
  SCOPE_OPEN(51, 3),
  EXEMPTS_ALL(52, 2),
  EXEMPTS_NOBODY(53, 3),
  DATED_OTHERWISE(54, 3),
  VERSION_LEAVES(55, 3),
  ROW_TWICE(56, 2),
  UNIT_OF_SENTENCE(57, 3),
  STAGE_OF_SENTENCE(58, 3),
  MORE_THAN_THERE_ARE(59, 3),
  MEASURE_OF_ANOTHER(70, 3),
  COLLECTED_BY_ANOTHER(71, 3),
  DIRECTION_UNUSUAL(72, 4),
  NOT_ITSELF(73, 1),
  RELATION_CONTRADICTS(74, 3),

  // When.
  GAP_BETWEEN(60, 3),
  FROM_FAR(61, 2),
  CHECKED_LONG_AGO(62, 2),
  DAY_IDLE(63, 2),
  FESTIVAL_WORKED(64, 2),
  DAYS_OFF(65, 5),
  DAY_NOT_KNOWN(66, 1),
  RETROACTIVE(67, 2),
  SHORT_LIVED(68, 4),
  BEFORE_DOCUMENT(69, 3),
  WORKDAY_FAR(77, 2),

  // Worth knowing.
  ROWS_WITHOUT_CASE(80, 2),
  COLUMNS_ABSENT(81, 1),
  VALUE_STAYS(82, 4);

  private static final int FIRST_NOTE = 80;

  private final int number;
  private final int arguments;

  Lint(int number, int arguments) {
    this.number = number;
    this.arguments = arguments;
  }

  /** The kind of that code, in whatever case. */
  public static Optional<Lint> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equalsIgnoreCase(code)).findFirst();
  }

  /** As it is told and asked for: {@code L012}. */
  public String code() {
    return "L%03d".formatted(number);
  }

  /** Whether it is only worth knowing, and nothing to mend. */
  public boolean isNote() {
    return number >= FIRST_NOTE;
  }

  /** Whether its first argument names columns, with commas between them. */
  public boolean namesColumns() {
    return this == ROW_CHANGED || this == COLUMN_CHANGED || this == COLUMNS_ABSENT;
  }

  /** Its sentence in the catalogue; that of what helps ends in {@code .help}, that of why it is told in {@code .why}. */
  public String messageId() {
    return "lint." + Words.ofConstant(name());
  }

  /** How many arguments its sentence takes. */
  public int arguments() {
    return arguments;
  }
}
