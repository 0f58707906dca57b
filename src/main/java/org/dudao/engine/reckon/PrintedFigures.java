package org.dudao.engine.reckon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Quantity;
import org.dudao.fact.Relation;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** The figures of one claim: which numbers each may stand for, all in units that can be set side by side. */
final class PrintedFigures {

  /** The claim sets side by side what is counted in unlike units: it makes no sense. */
  static final class UnlikeUnitsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Remark remark;
    private final transient Indicator misfit;

    private UnlikeUnitsException(Remark remark, Indicator misfit) {
      super(remark.toString());
      this.remark = remark;
      this.misfit = misfit;
    }

    Remark remark() {
      return remark;
    }

    /** The figure to which the other units do not fit. */
    Indicator misfit() {
      return misfit;
    }
  }

  private final Relation relation;
  private final Map<Indicator, UnitOfMeasure> units = new IdentityHashMap<>();
  /** Of which one unit is converted into another; one unit alone, such as hours, is a thing like others. */
  private final Set<String> convertedDimensions = new HashSet<>();
  private final boolean haveSigns;

  PrintedFigures(Claim claim) {
    this.relation = claim.relation();
    List<Indicator> all = new ArrayList<>(claim.operands() == null ? List.of() : claim.operands());
    if (claim.stated() != null) {
      all.add(claim.stated());
    }
    all.forEach(figure -> units.put(figure, UnitOfMeasure.of(figure.unit())));
    // Ten points of a hundred are a share of a whole as they stand, and no percentage points.
    if (relation != Relation.COMPLETE && units.values().stream().anyMatch(UnitOfMeasure::isShare)) {
      units.replaceAll((figure, unit) -> unit.besidePercentage());
    }
    Map<String, String> names = new HashMap<>();
    units.values().stream().flatMap(UnitOfMeasure::nouns).forEach(noun -> {
      String other = names.put(noun.dimension(), noun.name());
      if (noun.isShare() || other != null && !other.equals(noun.name())) {
        convertedDimensions.add(noun.dimension());
      }
    });
    this.haveSigns = all.stream().anyMatch(PrintedFigures::isNegative);
  }

  private static boolean isNegative(Indicator figure) {
    return figure.value() == null
        ? figure.text() != null && figure.text().strip().matches("[-−–－].*")
        : figure.value().signum() < 0;
  }

  UnitOfMeasure unit(Indicator figure) {
    return units.get(figure);
  }

  /** How many common units one of the figure's unit is. */
  Quantity factor(Indicator figure) {
    return unit(figure).factor(noun -> convertedDimensions.contains(noun.dimension()));
  }

  /** As it stands. */
  Interval asPrinted(Indicator figure) {
    return figure.value() == null
        ? masked(figure)
        : Interval.of(figure.value(), figure.approx()).times(factor(figure));
  }

  /** The same, but a figure with decimals, or in tens of thousands, stands for all that round to it. */
  Interval asRounded(Indicator figure) {
    boolean isRound = figure.value() != null && (figure.value().scale() > 0 || unit(figure).isRound());
    return isRound ? asResult(figure) : asPrinted(figure);
  }

  /** What a figure may be that was made from others: even a whole number is rounded. */
  Interval asResult(Indicator figure) {
    return figure.value() == null || figure.approx() != null
        ? asPrinted(figure)
        : Interval.rounded(figure.value()).times(factor(figure));
  }

  /** Nothing or more, as parts, counts and amounts are; but others of the claim, and changes of a rate, fall below that. */
  private Interval masked(Indicator figure) {
    boolean isPart = relation == Relation.PARTS || relation == Relation.COMPLETE;
    return haveSigns || !isPart && unit(figure).isShare() ? Interval.ANY : Interval.atLeast(Quantity.ZERO);
  }

  /** Whether it is known what the figure counts: of a masked one it need not be. */
  boolean hasUnit(Indicator figure) {
    return figure.value() != null || !unit(figure).isNone();
  }

  /** Requires that the figure, if it has a unit, can be told in that of the other. */
  void requireLike(Indicator figure, Indicator other) {
    if (hasUnit(figure) && hasUnit(other) && !isLike(unit(figure), unit(other))) {
      throw new UnlikeUnitsException(Remark.of(RemarkCode.UNLIKE_UNITS, named(other) + ", " + named(figure)), figure);
    }
  }

  /** Percentages differ by percentage points. */
  private boolean isLike(UnitOfMeasure unit, UnitOfMeasure other) {
    return unit.isLike(other) || relation != Relation.COMPLETE && unit.isShare() && other.isShare();
  }

  void requireShare(Indicator figure) {
    if (!unit(figure).isShare()) {
      throw new UnlikeUnitsException(Remark.of(RemarkCode.UNIT_OF_SHARE, named(figure)), figure);
    }
  }

  /** What a whole is of which such a figure tells a part, in common units: a ratio of 1, or 100 points. */
  Quantity whole(Indicator figure) {
    if (unit(figure).isPoints()) {
      return Quantity.of(100);
    }
    requireShare(figure);
    return Quantity.of(1);
  }

  private String named(Indicator figure) {
    UnitOfMeasure unit = unit(figure);
    return unit.isNone() ? figure.id() : figure.id() + " (" + unit.text() + ")";
  }
}
