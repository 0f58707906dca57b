package org.dudao.lint;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** Numbers of new and changed rows, held against those of limits that judge as they do. */
final class Magnitudes implements LintPass {
  /** What limits of the same facts demand lies seldom farther apart. */
  private static final Quantity NEAR = Quantity.ratio(5, 2);
  /** What those of other facts demand, and shares, time and money, of which some demand far more than others. */
  private static final Quantity FAR = Quantity.of(6);
  /** Fewer limits of other facts tell nothing. */
  private static final int ENOUGH = 3;
  /** From one version to the next they seldom change by more. */
  private static final Quantity JUMP = Quantity.of(2);
  /** Between times of the day, in minutes. */
  private static final Quantity LONG = Quantity.of(4 * 60);
  /** In per cent: somewhat more than all, as it is said of growth. */
  private static final Quantity MORE_THAN_ALL = Quantity.of(120);
  private static final String PERCENT = "%";
  private static final String MONEY = "yuan";
  /** Before this an evening still goes on. */
  private static final LocalTime MORNING = LocalTime.of(4, 0);
  private static final int MINUTES_A_DAY = 24 * 60;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Peers peers = new Peers(book, before);
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      negative(limit, peers, book)
          .or(() -> far(limit, peers, book))
          .or(() -> noShare(limit, peers, book))
          .or(() -> jump(limit, book, then))
          .or(() -> notWhole(limit, book))
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Optional<Warning> negative(Limit limit, Peers peers, RuleBook book) {
    Stream<Quantity> others = peers.ofRule(limit).stream().flatMap(peer -> numbers(peer).stream());
    return numbers(limit).stream().anyMatch(Magnitudes::isNegative) && others.noneMatch(Magnitudes::isNegative)
        ? Optional.of(Warning.of(Lint.NEGATIVE, book.cell(limit, "value"), limit.valueText()))
        : Optional.empty();
  }

  private static boolean isNegative(Quantity number) {
    return number.signum() < 0;
  }

  /** From limits of the same facts; else from others of the rule; of a new rule, from those of its measure. */
  private static Optional<Warning> far(Limit limit, Peers peers, RuleBook book) {
    List<Limit> near = alike(limit, peers.meeting(limit));
    if (!near.isEmpty()) {
      return far(limit, near, isElastic(limit) || isForFewer(limit, near, book) ? FAR : NEAR, book);
    }
    if (peers.areByCode(limit)) {
      return Optional.empty();
    }
    List<Limit> others =
        alike(limit, peers.ofRule(limit).isEmpty() ? peers.ofMeasure(limit) : peers.ofRule(limit));
    return others.size() < ENOUGH ? Optional.empty() : far(limit, others, FAR, book);
  }

  /** Whether it is for some of those only for whom each of the others is: they may need something else. */
  private static boolean isForFewer(Limit limit, List<Limit> others, RuleBook book) {
    Condition notReached = new Condition.Not(limit.scope());
    Rule rule = book.rules().get(limit.rule());
    return others.stream().allMatch(other ->
        !other.scope().equals(limit.scope()) && ScopeReach.isPossible(rule, other.scope(), notReached));
  }

  private static boolean isElastic(Limit limit) {
    return limit.value() instanceof Value.Time || limit.unit().equals(PERCENT) || limit.unit().startsWith(MONEY);
  }

  private static Optional<Warning> far(Limit limit, List<Limit> peers, Quantity times, RuleBook book) {
    List<Quantity> own = numbers(limit);
    for (int i = 0; i < own.size(); i++) {
      int end = i;
      List<Limit> sorted =
          peers.stream()
              .filter(peer -> number(peer, limit, end).signum() != 0)
              .sorted(Comparator.comparing(peer -> number(peer, limit, end)))
              .toList();
      if (sorted.isEmpty()) {
        continue;
      }
      Limit least = sorted.get(0);
      Limit greatest = sorted.get(sorted.size() - 1);
      if (isFar(limit, own.get(i), number(least, limit, end), number(greatest, limit, end), times)) {
        return Optional.of(
            Warning.of(
                Lint.VALUE_FAR, book.cell(limit, "value"), told(limit, limit), limit.rule(), told(least, limit),
                told(greatest, limit)));
      }
    }
    return Optional.empty();
  }

  private static boolean isFar(Limit limit, Quantity number, Quantity low, Quantity high, Quantity times) {
    if (limit.value() instanceof Value.Clock) {
      return low.minus(number).compareTo(LONG) > 0 || number.minus(high).compareTo(LONG) > 0;
    }
    // None at all is a share like another.
    boolean isNone = number.signum() == 0 && limit.unit().equals(PERCENT);
    return !isNone && number.times(times).compareTo(low) < 0 || number.compareTo(high.times(times)) > 0;
  }

  /** Its value; with its unit where that may be another one than the limit has. */
  private static String told(Limit peer, Limit limit) {
    return limit.value() instanceof Value.Time || !peer.unit().equals(limit.unit())
        ? peer.valueText() + " " + peer.unit()
        : peer.valueText();
  }

  /**
   * More than all, or so few that a share was probably written for a percentage, where no such limit is alike. Of what
   * should not be there hardly anything may be left.
   */
  private static Optional<Warning> noShare(Limit limit, Peers peers, RuleBook book) {
    Rule rule = book.rules().get(limit.rule());
    boolean isCap = rule != null && (rule.demand() == Demand.AT_MOST || rule.demand() == Demand.BELOW);
    if (!limit.unit().equals(PERCENT) || !(limit.value() instanceof Value.Number number) || !isNoShare(number)
        || isCap && number.quantity().compareTo(MORE_THAN_ALL) < 0) {
      return Optional.empty();
    }
    List<Limit> near = alike(limit, peers.meeting(limit));
    List<Limit> others = near.isEmpty() && !peers.areByCode(limit) ? alike(limit, peers.ofRule(limit)) : near;
    return others.stream().anyMatch(peer -> isNoShare((Value.Number) peer.value()))
        ? Optional.empty()
        : Optional.of(Warning.of(Lint.SHARE_OUT_OF_RANGE, book.cell(limit, "value"), limit.valueText()));
  }

  private static boolean isNoShare(Value.Number number) {
    Quantity share = number.quantity();
    return share.compareTo(MORE_THAN_ALL) > 0 || share.signum() > 0 && share.compareTo(Quantity.of(1)) < 0;
  }

  /** From what the edition before had in the row, or from the version before. */
  private static Optional<Warning> jump(Limit limit, RuleBook book, Map<NormVersion, Limit> before) {
    Limit edited = before.get(NormVersion.of(limit));
    Limit earlier = edited == null ? Versions.earlier(limit, book.limits()) : edited;
    if (earlier == null || limit.value() instanceof Value.Clock || !earlier.scope().equals(limit.scope())
        || alike(limit, List.of(earlier)).isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < numbers(limit).size(); i++) {
      Quantity one = numbers(limit).get(i);
      Quantity other = number(earlier, limit, i);
      Quantity low = one.compareTo(other) < 0 ? one : other;
      Quantity high = low == one ? other : one;
      if (low.signum() > 0 && low.times(JUMP).compareTo(high) < 0) {
        return Optional.of(
            Warning.of(
                Lint.VALUE_JUMPS, book.cell(limit, "value"), limit.id(), told(earlier, limit), told(limit, limit),
                limit.from() == null ? "-" : limit.from()));
      }
    }
    return Optional.empty();
  }

  /** Of what is counted by ones. */
  private static Optional<Warning> notWhole(Limit limit, RuleBook book) {
    Rule rule = book.rules().get(limit.rule());
    boolean isCounted =
        rule != null && rule.measured().isOneMeasure()
            && Measures.type(rule.subject(), rule.names().get(0)) == Integer.class;
    Origin at = book.cell(limit, "value");
    return isCounted && numbers(limit).stream().anyMatch(number -> !number.equals(Quantity.of(number.rounded(0))))
        ? Optional.of(Warning.of(Lint.NOT_WHOLE, at, limit.valueText(), limit.rule()))
        : Optional.empty();
  }

  /** Those of which the value is such a one, and can be told in its unit. */
  private static List<Limit> alike(Limit limit, List<Limit> peers) {
    return peers.stream()
        .filter(peer -> peer.value().getClass() == limit.value().getClass())
        .filter(peer -> numbers(peer).size() == numbers(limit).size() && factor(peer, limit) != null)
        .toList();
  }

  /** One of the numbers of the peer, in the unit of the limit. */
  private static Quantity number(Limit peer, Limit limit, int index) {
    return numbers(peer).get(index).times(factor(peer, limit));
  }

  /** How many of the unit of the limit one of the unit of the peer is; null when it is none of it. */
  private static Quantity factor(Limit peer, Limit limit) {
    boolean isInUnits = limit.value() instanceof Value.Number || limit.value() instanceof Value.Range;
    return !isInUnits || peer.unit().equals(limit.unit())
        ? Quantity.of(1)
        : UnitOfMeasure.of(peer.unit()).in(UnitOfMeasure.of(limit.unit()));
  }

  /** The numbers in the value: one, two of a range, the days of a span, the minute of the day; none of other values. */
  private static List<Quantity> numbers(Limit limit) {
    Value value = limit.value();
    if (value instanceof Value.Number number) {
      return List.of(number.quantity());
    }
    if (value instanceof Value.Range range) {
      return List.of(range.low(), range.high());
    }
    if (value instanceof Value.Clock clock) {
      int minute = clock.time().toSecondOfDay() / 60;
      return List.of(Quantity.of(clock.time().isBefore(MORNING) ? minute + MINUTES_A_DAY : minute));
    }
    return value instanceof Value.Time time && time.period() instanceof Period.Count count
        ? List.of(Quantity.of(count.number()).times(days(count.unit())))
        : List.of();
  }

  /** About how many days one lasts. */
  private static Quantity days(Period.Unit unit) {
    return switch (unit) {
      case DAYS -> Quantity.of(1);
      case WORKING_DAYS, SCHOOL_DAYS -> Quantity.ratio(7, 5);
      case WEEKS -> Quantity.of(7);
      case MONTHS -> Quantity.of(30);
      case YEARS -> Quantity.of(365);
    };
  }
}
