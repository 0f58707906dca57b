package org.dudao.engine.reckon;

import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Relation;
import org.dudao.report.Datum;
import org.dudao.report.Remark;

/**
 * What follows from the operands of a published figure, and whether the figure agrees.
 *
 * <p>A stated figure stands for all numbers that round to it at the precision printed. Where the operands as printed do
 * not give one of them, those that were rounded themselves stand for all that they may have been, and the figure may
 * still be possible. Words such as "more than" make a figure an interval.
 *
 * @param holds null when figures are missing, or when what they are cannot be set side by side
 * @param found what follows from the operands
 * @param stated what was published; for relations without a stated figure what would have to hold
 * @param unit in which they are told
 * @param difference how far they lie apart as printed; null where there is no distance
 * @param missing what would have to be reported before it could be told
 * @param remarks why it is not told, or holds only by rounding, or fails whatever is missing
 * @param misfit the figure whose unit is at fault; null when none is
 */
public record Reckoning(
    Boolean holds, Datum found, Datum stated, String unit, Datum difference, List<String> missing,
    List<Remark> remarks, Indicator misfit) {

  /** Reckons the claim. */
  public static Reckoning of(Claim claim) {
    List<String> missing = missing(claim);
    if (!missing.isEmpty()) {
      return unknown(missing);
    }
    try {
      PrintedFigures figures = new PrintedFigures(claim);
      return switch (claim.relation()) {
        case ORDER, EQUAL -> new SideBySide(claim, figures).reckoning();
        default -> new Recalculation(claim, figures).reckoning();
      };
    } catch (PrintedFigures.UnlikeUnitsException e) {
      return new Reckoning(null, null, null, null, null, List.of(), List.of(e.remark()), e.misfit());
    }
  }

  static Reckoning unknown(List<String> missing) {
    return new Reckoning(null, null, null, null, null, List.copyOf(missing), List.of(), null);
  }

  static Reckoning unknown(Remark why) {
    return new Reckoning(null, null, null, null, null, List.of(), List.of(why), null);
  }

  Reckoning with(Remark remark) {
    return new Reckoning(holds, found, stated, unit, difference, missing, List.of(remark), misfit);
  }

  private static List<String> missing(Claim claim) {
    int operands = claim.operands() == null ? 0 : claim.operands().size();
    List<String> missing = new ArrayList<>();
    if (needsStated(claim.relation()) && claim.stated() == null) {
      missing.add("stated");
    }
    if (operands < operandsNeeded(claim)
        || operands > operandsRead(claim.relation())
        || claim.relation() == Relation.WEIGHTED_SUM && operands % 2 != 0) {
      missing.add("operands");
    }
    return missing;
  }

  private static boolean needsStated(Relation relation) {
    return relation != Relation.ORDER && relation != Relation.EQUAL && relation != Relation.COMPLETE;
  }

  /** One more than a formula reads would be passed over without a word. */
  private static int operandsRead(Relation relation) {
    return switch (relation) {
      case QUOTIENT, SHARE, GROWTH, GROWTH_BY -> 2;
      case WHOLE -> 0;
      default -> Integer.MAX_VALUE;
    };
  }

  private static int operandsNeeded(Claim claim) {
    return switch (claim.relation()) {
      case WHOLE -> 0;
      case QUOTIENT, SHARE, GROWTH, GROWTH_BY, DIFFERENCE, ORDER, WEIGHTED_SUM -> 2;
      case EQUAL -> claim.stated() == null ? 2 : 1;
      case SUM, PARTS, PRODUCT, COMPLETE -> 1;
    };
  }
}
