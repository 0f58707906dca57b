package org.dudao.engine.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.Composition;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Demand;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.parts( $fact )}: whether the figures of a fact that are parts of others fit into them, as its record
 * declares; one finding for each whole into which they do not.
 */
final class PartsOfWholes implements Measurement {
  static final PartsOfWholes ALL = new PartsOfWholes(null);

  /** The one of which is told; null for all of them. */
  private final Composition one;

  private PartsOfWholes(Composition one) {
    this.one = one;
  }

  @Override
  public List<PartsOfWholes> told(Subject subject, EvaluationContext context) {
    List<PartsOfWholes> broken =
        Composition.of(subject.getClass()).stream()
            .filter(composition -> composition.isKept(subject) == Truth.NO)
            .map(PartsOfWholes::new)
            .toList();
    return broken.isEmpty() ? List.of(this) : broken;
  }

  @Override
  public String measure(Subject subject) {
    return one == null ? "parts" : String.join(Datum.Components.PLUS, one.parts());
  }

  @Override
  public String component(Subject subject) {
    return one == null ? null : one.parts().get(0);
  }

  @Override
  public String facet(Subject subject) {
    return one == null ? "" : measure(subject) + "/" + one.whole();
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>();
    for (Composition composition : one == null ? Composition.of(subject.getClass()) : List.of(one)) {
      reads.addAll(composition.parts());
      reads.add(composition.whole());
    }
    return reads;
  }

  @Override
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    for (Composition composition : one == null ? Composition.of(subject.getClass()) : List.of(one)) {
      if (composition.isKept(subject) != Truth.UNKNOWN) {
        basis.add(subject, Set.copyOf(composition.parts()));
        basis.add(subject, Set.of(composition.whole()));
      }
    }
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return one == null ? bound.demand() : one.isExhaustive() ? Demand.EQUAL : Demand.AT_MOST;
  }

  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return isKept(subject) != Truth.UNKNOWN;
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    return isKept(subject) == Truth.YES;
  }

  /** Whether all parts of which it can be told fit; unknown where it can of none. */
  private static Truth isKept(Subject subject) {
    Truth kept = Truth.UNKNOWN;
    for (Composition composition : Composition.of(subject.getClass())) {
      kept = kept.andAsFarAsTold(composition.isKept(subject));
    }
    return kept;
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    if (one == null) {
      return isKept(subject) == Truth.YES
          ? new Ruling(true, Datum.YesNo.of(true), null, null)
          : Ruling.unknown(List.of());
    }
    Quantity excess = one.excess(subject);
    Quantity whole = Quantity.ofMeasure(Measures.value(subject, one.whole()));
    return new Ruling(
            false, Datum.Numeral.of(whole.plus(excess), Datum.Numeral.NO_UNIT),
            Datum.Numeral.of(whole, Datum.Numeral.NO_UNIT), Datum.Numeral.of(excess.abs(), Datum.Numeral.NO_UNIT))
        .with(Remark.of(RemarkCode.COUNTED_IN, Datum.Components.of(one.whole())));
  }

  /** Any part may be too great by so much or more, or the whole too small; of parts that make the whole just so much. */
  @Override
  public void question(
      Bound bound, Subject subject, EvaluationContext context, Remark reason, Evidence.Gathering evidence) {
    Quantity excess = one.excess(subject);
    evidence.doubtBy(subject, Set.copyOf(one.parts()), excess.negated(), one.isExhaustive(), reason);
    evidence.doubtBy(subject, Set.of(one.whole()), excess, one.isExhaustive(), reason);
  }
}
