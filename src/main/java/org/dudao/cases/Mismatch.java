package org.dudao.cases;

import java.util.Comparator;
import java.util.List;
import org.dudao.engine.Checker;
import org.dudao.fact.FactKind;
import org.dudao.fact.Region;
import org.dudao.report.Finding;
import org.dudao.report.Standard;

/**
 * Something that came out otherwise than a case promises.
 *
 * @param found what came of the standard and the subject; nothing where the standard said nothing of it
 */
public record Mismatch(TestCase of, Expectation expected, List<Finding> found) {

  /** The fact that was judged, with those it belongs to. */
  public List<ReadFact> facts(Checker checker) {
    FactKind kind =
        versions(checker).stream()
            .map(version -> FactKind.ofWord(version.subjectKind()))
            .findFirst()
            .orElseThrow();
    return ReadFact.of(of.facts(), kind, expected.subject());
  }

  /**
   * The versions of the standard that were held against the subject; where none was, those that there are for the
   * region, or for any, the newest first.
   */
  public List<Standard> limits(Checker checker) {
    if (!found.isEmpty()) {
      return found.stream().map(Finding::standard).distinct().toList();
    }
    List<Standard> all = versions(checker);
    List<Standard> own = all.stream().filter(one -> Region.covers(one.region(), of.region())).toList();
    return (own.isEmpty() ? all : own).stream().sorted(Standard.BY_VERSION.reversed()).toList();
  }

  private List<Standard> versions(Checker checker) {
    return checker.citable().stream()
        .filter(one -> one.id().equals(expected.standard()))
        .sorted(Comparator.comparing(Standard::origin))
        .toList();
  }
}
