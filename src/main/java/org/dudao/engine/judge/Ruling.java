package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

  /**
   * What holds in all cases, where each came to one of these: that the limit is kept, or is not; what was found lies
   * between the least and the greatest number found, and the limit is missed by the least difference at least.
   */
  static Ruling spanning(List<Ruling> rulings) {
    Set<Boolean> kept = new HashSet<>();
    rulings.forEach(ruling -> kept.add(ruling.kept()));
    if (kept.size() != 1 || kept.contains(null)) {
      return unknown(List.of());
    }
    List<Datum.Numeral> found = numerals(rulings, Ruling::found);
    List<Datum.Numeral> differences = numerals(rulings, Ruling::difference);
    Ruling first = rulings.get(0);
    return new Ruling(
        first.kept, found.isEmpty() ? null : Datum.NumeralRange.of(found.get(0), found.get(found.size() - 1)),
        first.limit, first.unit, differences.isEmpty() ? null : differences.get(0), List.of(), first.remarks,
        first.fault);
  }

  /** From the least to the greatest; none where one of the rulings tells no number. */
  private static List<Datum.Numeral> numerals(List<Ruling> rulings, Function<Ruling, Datum> told) {
    List<Datum.Numeral> numerals = new ArrayList<>();
    for (Ruling ruling : rulings) {
      if (!(told.apply(ruling) instanceof Datum.Numeral numeral) || !numeral.isDecimal()) {
        return List.of();
      }
      numerals.add(numeral);
    }
    numerals.sort(Comparator.comparing(numeral -> new BigDecimal(numeral.text())));
    return numerals;
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
