package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;

/** Numbers and units of new and changed rows, held against those of the same rule in the edition before. */
final class Magnitudes implements LintPass {
  /** Values of one rule lie seldom farther apart. */
  private static final Quantity FAR = Quantity.of(3);
  /** From one version to the next they change by less: funds for vocational training once fell from 25 to 10 per cent. */
  private static final Quantity JUMP = Quantity.ratio(5, 2);
  private static final Quantity WHOLE = Quantity.of(100);
  private static final String PERCENT = "%";
  private static final int FEW = 5;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<String, List<Limit>> byRule = before.limits().stream().collect(Collectors.groupingBy(Limit::rule));
    Set<String> units = before.limits().stream().map(Limit::unit).collect(Collectors.toSet());
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      List<Limit> peers = byRule.getOrDefault(limit.rule(), List.of());
      unit(limit, peers, units, book).ifPresent(warnings::add);
      value(limit, peers, book, then).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static Optional<Warning> unit(Limit limit, List<Limit> peers, Set<String> units, RuleBook book) {
    Set<String> usual = peers.stream().map(Limit::unit).collect(Collectors.toCollection(TreeSet::new));
    Origin at = book.cell(limit, "unit");
    if (usual.contains(limit.unit())) {
      return Optional.empty();
    }
    if (!usual.isEmpty()) {
      String told = usual.stream().filter(one -> !one.isEmpty()).limit(FEW).collect(Collectors.joining(", "));
      return Optional.of(
          limit.unit().isEmpty()
              ? Warning.of(Lint.UNIT_MISSING, at, limit.rule(), told)
              : Warning.of(Lint.UNIT_UNUSUAL, at, limit.unit(), limit.rule(), told));
    }
    return limit.unit().isEmpty() || units.contains(limit.unit()) || UnitOfMeasure.of(limit.unit()).isKnown()
        ? Optional.empty()
        : Optional.of(Warning.of(Lint.UNIT_UNKNOWN, at, limit.unit()));
  }

  private static Optional<Warning> value(
      Limit limit, List<Limit> peers, RuleBook book, Map<NormVersion, Limit> then) {
    Origin at = book.cell(limit, "value");
    List<Quantity> own = numbers(limit.value());
    if (own.stream().anyMatch(number -> number.signum() < 0)
        && peers.stream().flatMap(peer -> numbers(peer.value()).stream()).allMatch(number -> number.signum() >= 0)) {
      return Optional.of(Warning.of(Lint.NEGATIVE, at, limit.valueText()));
    }
    List<Limit> alike =
        peers.stream()
            .filter(peer -> peer.unit().equals(limit.unit()) && peer.value().getClass() == limit.value().getClass())
            .toList();
    for (int i = 0; i < own.size(); i++) {
      int end = i;
      List<Quantity> others = alike.stream().map(peer -> numbers(peer.value()).get(end)).sorted().toList();
      if (!others.isEmpty() && isFar(own.get(i), others.get(0), others.get(others.size() - 1))) {
        return Optional.of(
            Warning.of(
                Lint.VALUE_FAR, at, limit.valueText(), limit.rule(), others.get(0), others.get(others.size() - 1)));
      }
      if (others.isEmpty() && own.size() == 1 && limit.unit().equals(PERCENT) && isNoShare(own.get(i))) {
        return Optional.of(Warning.of(Lint.SHARE_OUT_OF_RANGE, at, limit.valueText()));
      }
    }
    return jump(limit, own, book, then);
  }

  private static boolean isFar(Quantity number, Quantity low, Quantity high) {
    return number.times(FAR).compareTo(low) < 0 || number.compareTo(high.times(FAR)) > 0;
  }

  /** More than all, or so few that a share was probably written for a percentage. */
  private static boolean isNoShare(Quantity number) {
    return number.compareTo(WHOLE) > 0 || number.signum() > 0 && number.compareTo(Quantity.of(1)) < 0;
  }

  /** From what the edition before had in the row, or from the version before. */
  private static Optional<Warning> jump(
      Limit limit, List<Quantity> own, RuleBook book, Map<NormVersion, Limit> before) {
    Limit edited = before.get(NormVersion.of(limit));
    Limit earlier = edited == null ? Versions.earlier(limit, book.limits()) : edited;
    if (earlier == null || !earlier.unit().equals(limit.unit()) || !earlier.appliesTo().equals(limit.appliesTo())) {
      return Optional.empty();
    }
    List<Quantity> then = numbers(earlier.value());
    for (int i = 0; i < Math.min(own.size(), then.size()); i++) {
      Quantity low = then.get(i).compareTo(own.get(i)) < 0 ? then.get(i) : own.get(i);
      Quantity high = low == own.get(i) ? then.get(i) : own.get(i);
      if (low.times(JUMP).compareTo(high) < 0) {
        return Optional.of(
            Warning.of(
                Lint.VALUE_JUMPS, book.cell(limit, "value"), limit.id(), earlier.valueText(), limit.valueText(),
                limit.from() == null ? "-" : limit.from()));
      }
    }
    return Optional.empty();
  }

  /** The numbers in the value: one, two of a range, none of what is no number. */
  private static List<Quantity> numbers(Value value) {
    if (value instanceof Value.Number number) {
      return List.of(number.quantity());
    }
    if (value instanceof Value.Range range) {
      return Stream.of(range.low(), range.high()).toList();
    }
    return value instanceof Value.Time time && time.period() instanceof Period.Count count
        ? List.of(Quantity.of(count.number()))
        : List.of();
  }
}
