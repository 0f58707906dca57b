package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.NearestName;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Value;

/** UnusualUnits of new and changed rows, held against those of limits that judge as they do. */
final class UnusualUnits implements LintPass {
  private static final Quantity ONE = Quantity.of(1);
  private static final int FEW = 5;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Peers peers = new Peers(book, before);
    Set<String> known = before.limits().stream().map(Limit::unit).collect(Collectors.toSet());
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      if (limit.value() instanceof Value.Time time && !(time.period() instanceof Period.Count)) {
        // Such a span bears its own units.
        continue;
      }
      changed(limit, book)
          .or(() -> isOfOne(limit, usual(limit, peers), book)
              ? Optional.empty()
              : unusual(limit, usual(limit, peers), known, peers.areByCode(limit), book))
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  /** Facts of each code are told in units of their own; spans of time are counted in those of the country. */
  private static Set<String> usual(Limit limit, Peers peers) {
    boolean isByCode = peers.areByCode(limit);
    List<Limit> alike =
        limit.value() instanceof Value.Time ? peers.counted(limit)
            : isByCode ? peers.meeting(limit) : peers.ofCountry(limit);
    if (alike.isEmpty() && !isByCode) {
      alike = peers.ofRule(limit);
    }
    Stream<Limit> others = isByCode || alike.isEmpty() ? Stream.of() : peers.ofMeasure(limit).stream();
    return Stream.concat(alike.stream(), others).map(Limit::unit).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether what is a number for one of something is told as such: pupils, and pupils a class. */
  private static boolean isOfOne(Limit limit, Set<String> usual, RuleBook book) {
    Rule rule = book.rules().get(limit.rule());
    return rule != null && rule.measured().isOneMeasure()
        && Measures.type(rule.subject(), rule.names().get(0)) == Quantity.class
        && usual.stream().anyMatch(one -> isLike(UnitOfMeasure.of(limit.unit()).noun().name(), one));
  }

  /** The same number in another unit is another demand: ten working days are two weeks. */
  private static Optional<Warning> changed(Limit limit, RuleBook book) {
    return Predecessors.of(limit, book)
        .filter(old -> old.valueText().equals(limit.valueText()) && !isLike(limit.unit(), old.unit()))
        .findFirst()
        .map(old ->
            Warning.of(
                Lint.UNIT_CHANGED, book.cell(limit, "unit"), limit.valueText(), old.unit(), limit.id(), limit.unit()));
  }

  /**
   * One that is in none of the usual ones.
   *
   * @param known those of all limits; what is counted for a new code may be new, and is then no slip of one of them
   */
  private static Optional<Warning> unusual(
      Limit limit, Set<String> usual, Set<String> known, boolean isByCode, RuleBook book) {
    if (usual.stream().anyMatch(one -> isLike(limit.unit(), one))) {
      return Optional.empty();
    }
    if (!usual.isEmpty()) {
      String told = usual.stream().filter(one -> !one.isEmpty()).limit(FEW).collect(Collectors.joining(", "));
      return Optional.of(
          limit.unit().isEmpty()
              ? Warning.of(Lint.UNIT_MISSING, book.cell(limit, "unit"), limit.rule(), told)
              : Warning.of(Lint.UNIT_UNUSUAL, book.cell(limit, "unit"), limit.unit(), limit.rule(), told));
    }
    return limit.unit().isEmpty() || known.contains(limit.unit()) || UnitOfMeasure.of(limit.unit()).isKnown()
            || isByCode && known.stream().noneMatch(one -> isSlip(limit.unit(), one))
        ? Optional.empty()
        : Optional.of(Warning.of(Lint.UNIT_UNKNOWN, book.cell(limit, "unit"), limit.unit()));
  }

  /** One letter off; an s more or less is the same in another number. */
  private static boolean isSlip(String unit, String known) {
    return NearestName.isSlip(unit, known) && !(unit + "s").equals(known) && !unit.equals(known + "s");
  }

  /** Whether one of the one is one of the other, in whatever words: who goes to a kindergarten is a child. */
  private static boolean isLike(String unit, String other) {
    UnitOfMeasure one = UnitOfMeasure.of(unit);
    UnitOfMeasure usual = UnitOfMeasure.of(other);
    return unit.equals(other)
        || ONE.equals(one.in(usual))
        || one.multiplier().equals(usual.multiplier()) && nouns(one).equals(nouns(usual));
  }

  private static List<String> nouns(UnitOfMeasure unit) {
    return Stream.concat(Stream.of(unit.noun()), unit.per().stream())
        .map(noun -> noun.name().equals("children") ? "students" : noun.name())
        .toList();
  }
}
