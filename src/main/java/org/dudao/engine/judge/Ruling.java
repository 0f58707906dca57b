package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.Subject;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * What a sentence came to for one subject.
 *
 * @param kept null when facts are missing
 * @param limit null for the value of the limit as it was written
 * @param unit in which it is told; null for that of the limit
 * @param fault what is at fault where the measured component is not; null where it is
 */
record Ruling(
    Boolean kept, Datum found, Datum limit, String unit, Datum difference, List<String> missing, List<Remark> remarks,
    AtFault fault) {

  /** Nothing is due, and nothing to be told. */
  static final Ruling NOT_APPLICABLE = unknown(List.of());

  /** A component of the subject, or of a fact to which it refers. */
  record AtFault(Subject fact, String component) {}

  Ruling(boolean kept, Datum found, Datum limit, Datum difference) {
    this(kept, found, limit, null, kept ? null : difference, List.of(), List.of(), null);
  }

  static Ruling unknown(List<String> missing) {
    return new Ruling(null, null, null, null, null, List.copyOf(missing), List.of(), null);
  }

  /** The same, of which it cannot be told how it stands to the limit. */
  Ruling undecided() {
    return new Ruling(null, found, limit, unit, null, missing, remarks, fault);
  }

  /** The same, of which it can be told after all. */
  Ruling decided(boolean isKept) {
    return new Ruling(isKept, found, limit, unit, null, List.of(), remarks, fault);
  }

  /** Whether a remark of that code is made of it. */
  boolean tells(RemarkCode code) {
    return remarks.stream().anyMatch(remark -> remark.code() == code);
  }

  Ruling in(String otherUnit) {
    return new Ruling(kept, found, limit, otherUnit, difference, missing, remarks, fault);
  }

  /** The same, for which these are missing too. */
  Ruling lacking(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(missing);
    all.addAll(more);
    return new Ruling(kept, found, limit, unit, difference, List.copyOf(all), remarks, fault);
  }

  Ruling with(Remark remark) {
    if (remark == null) {
      return this;
    }
    List<Remark> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Ruling(kept, found, limit, unit, difference, missing, List.copyOf(all), fault);
  }

  /** The same, told at the place of that component. */
  Ruling at(Subject fact, String component) {
    return new Ruling(kept, found, limit, unit, difference, missing, remarks, new AtFault(fact, component));
  }
}
