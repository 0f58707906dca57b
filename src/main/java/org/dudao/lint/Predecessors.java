package org.dudao.lint;

import java.util.stream.Stream;
import org.dudao.fact.Limit;
import org.dudao.fact.Region;

/** The limits in whose place a row comes: the version before, that which it replaces, that of a wider region. */
final class Predecessors {
  private Predecessors() {}

  static Stream<Limit> of(Limit row, RuleBook book) {
    Limit earlier = Versions.earlier(row, book.limits());
    Stream<Limit> besides =
        book.rows().stream()
            .filter(old -> old != row && old.effect().isLimit() && old.id().equals(row.id()))
            .filter(old -> Region.covers(old.region(), row.region()) && old.overlaps(row));
    return earlier == null ? besides : Stream.concat(Stream.of(earlier), besides).distinct();
  }
}
