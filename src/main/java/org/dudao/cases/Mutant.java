package org.dudao.cases;

import java.util.Map;
import org.dudao.engine.RuleSummary;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;

/**
 * One slip by which a limit, or the relation of a rule, would become another.
 *
 * @param limit the limit that it changes; null where it changes a rule
 * @param cells what the row of the limit says then, by the columns
 * @param rule the rule as it is then; null where it changes a limit
 * @param was what stands there, as the table or the rule writes it
 * @param is what stands there then
 * @param at where it stands
 */
public record Mutant(
    MutantKind kind, Limit limit, Map<String, String> cells, RuleSummary rule, String was, String is, Origin at) {

  /** What a slip can change. */
  public enum MutantKind {
    VALUE("value"),
    RELATION(null),
    LEVEL("level"),
    UNIT("unit"),
    FROM("from"),
    UNTIL("until"),
    SCOPE("applies_to");

    private final String column;

    MutantKind(String column) {
      this.column = column;
    }
  }

  static Mutant of(MutantKind kind, Limit limit, String was, String is) {
    return new Mutant(kind, limit, Map.of(kind.column, is), null, was, is, limit.origin());
  }

  static Mutant of(RuleSummary was, RuleSummary is) {
    String before = was.demand().word().orElseThrow();
    return new Mutant(MutantKind.RELATION, null, Map.of(), is, before, is.demand().word().orElseThrow(), was.at());
  }

  /** What tells it from all others: the version of the standard, or the rule. */
  public String of() {
    if (limit == null) {
      return rule.rule();
    }
    String region = limit.region().isEmpty() ? "" : " @" + limit.region();
    return limit.id() + region + (limit.from() == null ? "" : " from " + limit.from());
  }
}
