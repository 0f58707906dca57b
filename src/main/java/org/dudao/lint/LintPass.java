package org.dudao.lint;

import java.util.List;

/** Looks through a rule book for slips of some kinds. */
@FunctionalInterface
interface LintPass {
  /**
   * What it finds.
   *
   * @param before the edition before; what was there then has been lived with
   */
  List<Warning> look(RuleBook book, RuleBook before);
}
