package org.dudao.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dudao.fact.FactKind;
import org.dudao.fact.Origin;

/**
 * What was submitted and decided nothing: no standard is for it, or what a standard needs beside it was not reported.
 *
 * @param allFacts how many facts were judged
 * @param allFigures how many figures they report: numbers, days, times, and whether something is so
 * @param facts those of which something decided nothing, in the order submitted
 */
public record Unused(long allFacts, long allFigures, List<Fact> facts) {
  /** Of nothing. */
  public static final Unused NONE = new Unused(0, 0, List.of());

  public Unused {
    facts = facts.stream()
        .sorted(
            Comparator.comparing((Fact one) -> one.subject().bureau())
                .thenComparing(one -> one.subject().asOf())
                .thenComparing(one -> FactKind.ofWord(one.subject().kind()))
                .thenComparing(Fact::at))
        .toList();
  }

  /**
   * A fact of which something decided nothing.
   *
   * @param code what it measures, where its kind has codes; else empty
   * @param isWhole whether nothing at all was decided of the fact
   * @param figures those that decided nothing
   */
  public record Fact(SubjectReference subject, String code, Origin at, boolean isWhole, List<Figure> figures) {}

  /**
   * A figure.
   *
   * @param component its name; of a form {@code cells/} and the cell
   */
  public record Figure(String component, Origin at) {}

  Unused plus(Unused other) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(other.facts);
    return new Unused(allFacts + other.allFacts, allFigures + other.allFigures, all);
  }

  /** How many facts there are of which nothing at all was decided. */
  public long wholeFacts() {
    return facts.stream().filter(Fact::isWhole).count();
  }

  /** How many figures decided nothing. */
  public long figures() {
    return facts.stream().mapToLong(one -> one.figures().size()).sum();
  }
}
