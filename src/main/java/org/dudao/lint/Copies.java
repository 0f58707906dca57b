package org.dudao.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Limit;

/** New rows that say under another id what a row of their region says already. */
final class Copies implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<List<Object>, Limit> first = new HashMap<>();
    Set<NormVersion> still = NormVersion.all(book.rows()).keySet();
    before.limits().stream()
        .filter(limit -> still.contains(NormVersion.of(limit)))
        .forEach(limit -> first.putIfAbsent(said(limit), limit));
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      Limit other = first.putIfAbsent(said(limit), limit);
      if (other != null && !other.id().equals(limit.id())) {
        warnings.add(Warning.of(Lint.ROW_TWICE, book.cell(limit, "id"), limit.id(), other.id()));
      }
    }
    return warnings;
  }

  /** All that sets one limit apart from another, but for the id. */
  private static List<Object> said(Limit limit) {
    return Arrays.asList(
        limit.region(), limit.rule(), limit.scope(), limit.value(), limit.unit(), limit.level(), limit.from(),
        limit.until(), limit.title().zh(), limit.document(), limit.clause());
  }
}
