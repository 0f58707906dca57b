package org.dudao.report;

import java.util.List;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** What a whole check comes to. */
public enum Verdict {
  /** Everything was checked, and nothing is violated. */
  CLEAN,
  /** Something is violated. */
  VIOLATIONS,
  /** Nothing is violated as far as it could be checked, but not everything could, or figures are doubted. */
  INCOMPLETE,
  /** Not everything could be read; what else there is was judged. */
  UNREADABLE;

  private static final List<Verdict> FIRST = List.of(UNREADABLE, VIOLATIONS, INCOMPLETE, CLEAN);

  /** What both come to: that something could not be read comes before violations, and they before incompleteness. */
  Verdict and(Verdict other) {
    return FIRST.indexOf(this) <= FIRST.indexOf(other) ? this : other;
  }

  /** What those problems leave of a check that is clean else. */
  static Verdict of(List<Problem> problems) {
    List<ProblemCode> codes = problems.stream().map(Problem::code).filter(code -> !code.isNote()).toList();
    if (!codes.stream().allMatch(ProblemCode::isOfJudging)) {
      return UNREADABLE;
    }
    return codes.isEmpty() ? CLEAN : INCOMPLETE;
  }
}
