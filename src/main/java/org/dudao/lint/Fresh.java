package org.dudao.lint;

import java.util.List;
import java.util.Map;
import org.dudao.fact.Limit;

/** The rows with limits that the edition before did not have, or had with another value, unit, rule or scope. */
final class Fresh {
  private Fresh() {}

  static List<Limit> of(RuleBook book, RuleBook before) {
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    return book.rows().stream()
        .filter(row -> row.effect().isLimit() && !isSame(row, then.get(NormVersion.of(row))))
        .toList();
  }

  private static boolean isSame(Limit limit, Limit old) {
    return old != null
        && old.value().equals(limit.value())
        && old.unit().equals(limit.unit())
        && old.rule().equals(limit.rule())
        && old.scope().equals(limit.scope());
  }
}
