package org.dudao.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Every row, also of those that change others, that the edition before did not have just so. */
  static List<Limit> rowsOf(RuleBook book, RuleBook before) {
    Set<List<Object>> then = before.rows().stream().map(Fresh::said).collect(Collectors.toSet());
    return book.rows().stream().filter(row -> !then.contains(said(row))).toList();
  }

  private static List<Object> said(Limit row) {
    return List.of(row.id(), row.region(), row.decisiveCells());
  }

  /** Whether both have the value of one other limit: what became of it is told there. */
  private static boolean isSharedAlike(Limit limit, Limit old) {
    return !limit.sameAs().isEmpty() && limit.sameAs().equals(old.sameAs());
  }

  private static boolean isSame(Limit limit, Limit old) {
    return old != null
        && (old.value().equals(limit.value()) || isSharedAlike(limit, old))
        && old.unit().equals(limit.unit())
        && old.rule().equals(limit.rule())
        && old.scope().equals(limit.scope());
  }
}
