package org.dudao.engine.reckon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dudao.fact.Claim;
import org.dudao.fact.Indicator;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Relation;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/** Numbers, days or texts of one claim that must say the same, or must not fall. */
final class SideBySide {

  /** What the figures of a claim are: all numbers, all days, or all texts. */
  private enum Content {
    NUMBERS(Indicator::value),
    DAYS(Indicator::date),
    TEXTS(Indicator::text);

    private final Function<Indicator, Object> reading;

    Content(Function<Indicator, Object> reading) {
      this.reading = reading;
    }

    /** Where some are numbers, others say nothing that could be compared with them; else where some are days. */
    static Content of(List<Indicator> figures) {
      return Arrays.stream(values()).filter(one -> figures.stream().anyMatch(one::has)).findFirst().orElse(TEXTS);
    }

    boolean has(Indicator figure) {
      return reading.apply(figure) != null;
    }
  }

  /** How two figures stand to each other, the gravest last. */
  private enum Agreement {
    AGREES,
    POSSIBLE,
    CONTRADICTS;

    static Agreement of(boolean agrees) {
      return agrees ? AGREES : CONTRADICTS;
    }
  }

  private final boolean isOrder;
  private final PrintedFigures figures;
  private final Content content;
  private final List<Indicator> known;
  private final List<String> missing;

  SideBySide(Claim claim, PrintedFigures figures) {
    this.isOrder = claim.relation() == Relation.ORDER;
    this.figures = figures;
    List<Indicator> all = new ArrayList<>(claim.operands());
    if (!isOrder && claim.stated() != null) {
      all.add(0, claim.stated());
    }
    this.content = Content.of(all);
    // Words have no order.
    Predicate<Indicator> isKnown = figure -> content.has(figure) && !(isOrder && content == Content.TEXTS);
    this.known = all.stream().filter(isKnown).toList();
    this.missing = all.stream().filter(isKnown.negate()).map(Indicator::id).toList();
  }

  Reckoning reckoning() {
    Agreement agreement = Agreement.AGREES;
    Quantity worst = Quantity.ZERO;
    for (int i = 0; i < known.size(); i++) {
      for (Indicator later : known.subList(i + 1, known.size())) {
        Indicator earlier = known.get(i);
        if (content == Content.NUMBERS) {
          figures.requireLike(later, earlier);
        }
        agreement = worse(agreement, agreement(earlier, later));
        worst = content == Content.TEXTS ? worst : greater(worst, distance(earlier, later));
      }
    }
    if (!missing.isEmpty()) {
      return agreement == Agreement.CONTRADICTS
          ? reckoned(false, worst).with(Remark.of(RemarkCode.MASKED_OPERANDS, String.join(", ", missing)))
          : Reckoning.unknown(missing);
    }
    Reckoning reckoning = reckoned(agreement != Agreement.CONTRADICTS, worst);
    return agreement == Agreement.POSSIBLE ? reckoning.with(Remark.of(RemarkCode.ROUNDED_ORDER)) : reckoning;
  }

  private Agreement agreement(Indicator earlier, Indicator later) {
    return switch (content) {
      case TEXTS -> Agreement.of(earlier.text().equals(later.text()));
      case DAYS -> Agreement.of(relates(day(earlier), day(later)));
      case NUMBERS -> isOrder ? order(earlier, later) : Agreement.of(isSame(earlier, later));
    };
  }

  private Agreement order(Indicator earlier, Indicator later) {
    if (relates(figures.asPrinted(earlier), figures.asPrinted(later))) {
      return Agreement.AGREES;
    }
    // Not both at once: of two numbers printed alike the greater one was never the less.
    boolean isPossible =
        relates(figures.asRounded(earlier), figures.asPrinted(later))
            || relates(figures.asPrinted(earlier), figures.asRounded(later));
    return isPossible ? Agreement.POSSIBLE : Agreement.CONTRADICTS;
  }

  /** Whether the one is what is left of the other at a lesser precision, whichever was stated. */
  private boolean isSame(Indicator one, Indicator other) {
    return relates(figures.asResult(one), figures.asPrinted(other))
        || relates(figures.asPrinted(one), figures.asResult(other));
  }

  private boolean relates(Interval earlier, Interval later) {
    return isOrder ? !later.isBelow(earlier) : earlier.meets(later);
  }

  private Quantity distance(Indicator earlier, Indicator later) {
    Interval from = content == Content.DAYS ? day(earlier) : figures.asPrinted(earlier);
    Interval to = content == Content.DAYS ? day(later) : figures.asPrinted(later);
    return isOrder && !to.isBelow(from) ? Quantity.ZERO : from.distance(to).times(perTold());
  }

  private Reckoning reckoned(boolean holds, Quantity worst) {
    List<Datum> data = known.stream().map(this::told).toList();
    String unit = content == Content.NUMBERS ? figures.unit(finest()).text() : null;
    String unitApart = content == Content.DAYS ? Period.Unit.DAYS.text() : Datum.Numeral.unitApart(unit);
    return new Reckoning(
        holds, isOrder ? inOrder(data) : beside(data.subList(1, data.size())), isOrder ? null : data.get(0), unit,
        content == Content.TEXTS ? null : Datum.Numeral.of(worst, unitApart), List.of(), List.of(), null);
  }

  private Datum inOrder(List<Datum> data) {
    StringBuilder text = new StringBuilder(data.get(0).text());
    for (int i = 1; i < data.size(); i++) {
      boolean falls = agreement(known.get(i - 1), known.get(i)) == Agreement.CONTRADICTS;
      text.append(falls ? " > " : " <= ").append(data.get(i).text());
    }
    return new Datum.Verbatim(text.toString());
  }

  private static Datum beside(List<Datum> data) {
    return data.size() == 1
        ? data.get(0)
        : new Datum.Verbatim(data.stream().map(Datum::text).collect(Collectors.joining(", ")));
  }

  private Datum told(Indicator figure) {
    return switch (content) {
      case TEXTS -> new Datum.Verbatim(figure.text());
      case DAYS -> new Datum.Date(figure.date());
      case NUMBERS -> figures.asPrinted(figure).times(perTold()).datum(figures.unit(finest()).text());
    };
  }

  /** Figures in unlike powers of ten are read side by side in the least of them, where none needs decimals. */
  private Indicator finest() {
    return known.stream().min(Comparator.comparing(figures::factor)).orElseThrow();
  }

  private Quantity perTold() {
    return content == Content.NUMBERS ? Quantity.of(1).dividedBy(figures.factor(finest())) : Quantity.of(1);
  }

  /** The day as its number among all days. */
  private static Interval day(Indicator figure) {
    return Interval.exactly(Quantity.of(figure.date().toEpochDay()));
  }

  private static Agreement worse(Agreement one, Agreement other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Quantity greater(Quantity one, Quantity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
