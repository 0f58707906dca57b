package org.dudao.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Words;

/**
 * The limits of several layers put together by their ids: a row takes law away only by its {@link Effect}, and what it
 * takes away is cut out of its region and its days. All else stays law.
 */
public final class LayeredLimits {
  private final ProblemList problems = new ProblemList();
  private final List<Limit> rows = new ArrayList<>();
  private final List<Limit> upper = new ArrayList<>();
  private final List<List<Limit>> layers = new ArrayList<>();
  private List<Limit> law = new ArrayList<>();
  /** Those of other ids, whose values some may have. */
  private final List<Limit> others;

  LayeredLimits() {
    this(List.of());
  }

  private LayeredLimits(List<Limit> others) {
    this.others = others;
  }

  /** What cannot be laid over the rest. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * Refuses what cannot be laid over the rest.
   *
   * @throws InputException with every row of which that is so
   */
  public void requireSound() throws InputException {
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /** What is law when all layers are heeded. */
  public List<Limit> limits() {
    return List.copyOf(law);
  }

  /** Every row of every layer, those that are no longer law and those that are no limits among them. */
  public List<Limit> rows() {
    return List.copyOf(rows);
  }

  /** The rows of the layers above the lowest, without those that are there below. */
  public List<Limit> upper() {
    return List.copyOf(upper);
  }

  /** The row at that place, with its value wherever it is written. */
  public Limit row(Origin place) {
    return rows.stream().filter(row -> row.origin().equals(place)).findFirst().orElseThrow();
  }

  /** What becomes of all rows of one id when another row of that id stands in the place of one. */
  public LayeredLimits with(Limit row, Limit other) {
    LayeredLimits edited =
        new LayeredLimits(law.stream().filter(one -> !one.id().equals(row.id())).toList());
    for (List<Limit> layer : layers) {
      edited.lay(
          layer.stream()
              .filter(one -> one.id().equals(row.id()))
              .map(one -> one.origin().equals(row.origin()) ? other : one)
              .toList());
    }
    return edited;
  }

  /** Lays the rows of one more layer over those that are there. */
  void lay(List<Limit> layer) {
    boolean isLowest = layers.isEmpty();
    layers.add(layer);
    List<Limit> own = layer.stream().filter(row -> !isThere(row)).toList();
    rows.addAll(own);
    if (!isLowest) {
      upper.addAll(own);
    }
    List<Limit> limits = new ArrayList<>();
    List<Limit> others = new ArrayList<>();
    own.forEach(row -> (row.effect().isLimit() ? limits : others).add(row));
    refuseClashes(own);

    Set<Limit> met = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Limit row : own) {
      boolean ofSameRegion = row.effect() == Effect.REPLACES;
      if ((ofSameRegion || row.effect() == Effect.WITHDRAWS)
          && take(row, one -> !ofSameRegion || one.region().equals(row.region()))) {
        met.add(row);
      }
    }
    limits.forEach(row -> law.forEach(one -> refuseClash(row, one, ProblemCode.OVERLAP_BELOW)));
    law.addAll(limits);
    for (Limit row : others) {
      // Of its own layer a row takes only what stands in a wider region, or, for some, beside it.
      boolean exempts = row.effect() == Effect.EXEMPTS;
      if (take(row, one -> exempts || limits.contains(one) && !one.region().equals(row.region()))) {
        met.add(row);
      }
    }
    for (Limit row : own) {
      if (row.effect() != Effect.ADDS && !met.contains(row) && !(row.effect() == Effect.REPLACES && isNearer(row))
          && !isBetweenVersions(row, limits)) {
        refuseUnmet(row);
      }
    }
    shareValues();
  }

  /** Gives those that have the value of another limit what it is now, wherever and whenever that is. */
  private void shareValues() {
    if (law.stream().allMatch(one -> one.sameAs().isEmpty())) {
      return;
    }
    Map<String, List<Limit>> known =
        Stream.concat(law.stream(), others.stream()).collect(Collectors.groupingBy(Limit::id));
    List<Limit> shared = new ArrayList<>();
    for (Limit one : law) {
      if (one.sameAs().isEmpty()) {
        shared.add(one);
      } else {
        shared.addAll(sharing(one, known));
      }
    }
    law = shared;
    Map<Origin, Limit> byRow =
        shared.stream()
            .filter(one -> !one.sameAs().isEmpty())
            .collect(Collectors.toMap(Limit::origin, one -> one, (one, other) -> one));
    for (List<Limit> written : List.of(rows, upper)) {
      // A row that is no longer law keeps the value that it had.
      written.replaceAll(row -> byRow.containsKey(row.origin()) ? row.having(byRow.get(row.origin())) : row);
      written.removeIf(row -> row.effect().isLimit() && row.value() == null);
    }
  }

  private List<Limit> sharing(Limit one, Map<String, List<Limit>> known) {
    List<Limit> versions = known.getOrDefault(one.sameAs(), List.of());
    if (versions.isEmpty()) {
      problem(ProblemCode.UNKNOWN_STANDARD, one, new UnknownName(one.sameAs(), known.keySet()));
      return List.of();
    }
    Limit first = versions.get(0);
    if (!first.sameAs().isEmpty()) {
      problem(ProblemCode.VALUE_OF_BORROWER, one, one.sameAs(), first.sameAs());
      return List.of();
    }
    // One that is measured or dated otherwise somewhere is another number there.
    List<Limit> alike =
        versions.stream()
            .filter(version -> version.unit().equals(one.unit()) && version.datedBy().equals(one.datedBy()))
            .toList();
    if (alike.isEmpty() && first.datedBy().equals(one.datedBy())) {
      problem(ProblemCode.VALUE_IN_OTHER_UNIT, one, one.sameAs(), first.unit(), one.unit());
      return List.of();
    }
    if (alike.isEmpty()) {
      problem(ProblemCode.VALUE_BY_OTHER_DAY, one, one.sameAs(), first.origin());
      return List.of();
    }
    Optional<List<Limit>> parts = one.sharing(alike);
    if (parts.isEmpty()) {
      problem(ProblemCode.VALUE_IS_NO_LAW, one, one.sameAs());
    }
    return parts.orElse(List.of());
  }

  /** Whether a row below says the same; then it is that one, told as this one tells it. */
  private boolean isThere(Limit row) {
    if (row.effect() != Effect.ADDS) {
      return false;
    }
    for (Limit below : rows) {
      if (below.isSame(row) && law.stream().anyMatch(one -> one.origin().equals(below.origin()))) {
        law.replaceAll(one -> one.origin().equals(below.origin()) ? one.toldAs(row) : one);
        rows.set(rows.indexOf(below), below.toldAs(row));
        return true;
      }
    }
    return false;
  }

  /**
   * Takes from the law what the row's effect says.
   *
   * @param wanted what of the law in its region and above it the row may touch
   * @return whether there was any
   */
  private boolean take(Limit row, Predicate<Limit> wanted) {
    List<Limit> left = new ArrayList<>();
    boolean isMet = false;
    for (Limit one : law) {
      boolean isTouched = one.id().equals(row.id()) && Region.covers(one.region(), row.region()) && wanted.test(one);
      List<Limit> parts = isTouched ? one.beside(row) : List.of(one);
      if (parts.size() != 1 || parts.get(0) != one) {
        isMet = true;
        requireFit(row, one);
      }
      left.addAll(parts);
    }
    law = left;
    return isMet;
  }

  /** A row that is no limit itself must be of the limit that it takes from. */
  private void requireFit(Limit row, Limit taken) {
    if (row.effect().isLimit()) {
      return;
    }
    String place = taken.origin().toString();
    if (!row.rule().equals(taken.rule())) {
      problem(ProblemCode.OTHER_RULE, row, row.id(), taken.rule(), place);
    } else if (!row.datedBy().isEmpty() && !row.datedBy().equals(taken.datedBy())) {
      problem(ProblemCode.OTHER_DATED_BY, row, row.id(), taken.datedBy(), place);
    } else if (row.effect() == Effect.WITHDRAWS && !row.appliesTo().isEmpty()
        && rows.stream().noneMatch(one -> one.origin().equals(taken.origin()) && one.scope().equals(row.scope()))) {
      problem(ProblemCode.WITHDRAWS_SOME, row, row.id(), row.appliesTo());
    }
  }

  /** Whether the limit stands in a nearer region than another of its id, in whose place it comes there. */
  private boolean isNearer(Limit row) {
    return law.stream()
        .anyMatch(one ->
            one.id().equals(row.id()) && !one.region().equals(row.region())
                && Region.covers(one.region(), row.region()) && one.overlaps(row));
  }

  /** Whether the row says of days beside those of a version of its own layer that a gap there is meant. */
  private static boolean isBetweenVersions(Limit row, List<Limit> versions) {
    return row.effect() == Effect.WITHDRAWS
        && versions.stream()
            .filter(one -> one.id().equals(row.id()) && one.region().equals(row.region()))
            .anyMatch(one ->
                one.until() != null && one.until().equals(row.from())
                    || one.from() != null && one.from().equals(row.until()));
  }

  private void refuseUnmet(Limit row) {
    String effect = Words.of(row.effect());
    List<Limit> alike =
        rows.stream()
            .filter(one -> one != row && one.effect().isLimit() && one.id().equals(row.id()))
            .filter(one -> Region.covers(one.region(), row.region()))
            .toList();
    if (alike.isEmpty() && layers.size() == 1) {
      problem(ProblemCode.EFFECT_BELOW_NOTHING, row, row.id(), effect);
    } else if (alike.isEmpty()) {
      Set<String> known = new TreeSet<>();
      law.stream()
          .filter(one -> one != row && Region.covers(one.region(), row.region()))
          .forEach(one -> known.add(one.id()));
      known.remove(row.id());
      problem(ProblemCode.EFFECT_MEETS_NOTHING, row, new UnknownName(row.id(), known), effect);
    } else {
      problem(ProblemCode.EFFECT_MEETS_NO_DAY, row, row.id(), effect, alike.get(0).origin());
    }
  }

  private void refuseClashes(List<Limit> own) {
    Map<String, List<Limit>> before = new HashMap<>();
    for (Limit one : own) {
      List<Limit> others = before.computeIfAbsent(one.id(), id -> new ArrayList<>());
      // One that clashes is told once, and never beside those after it: a thousand alike are a thousand faults, no million.
      if (others.stream().noneMatch(other -> isClash(one, other))) {
        others.add(one);
      }
    }
  }

  /** Whether two rows of a layer with one id cannot both be there, which is told. */
  private boolean isClash(Limit one, Limit other) {
    if (one.effect().isLimit() && other.effect().isLimit()) {
      return refuseClash(one, other, ProblemCode.OVERLAP);
    }
    boolean isClash =
        one.effect() != Effect.EXEMPTS && other.effect() != Effect.EXEMPTS
            && one.region().equals(other.region()) && one.overlaps(other);
    if (isClash) {
      problem(ProblemCode.OVERLAP, one, one.id(), other.origin());
    }
    return isClash;
  }

  /**
   * One id, one region, one day: one limit.
   *
   * @param overlap what to say where there are two
   * @return whether they cannot both be there; a gap between them may be beside other faults
   */
  private boolean refuseClash(Limit limit, Limit other, ProblemCode overlap) {
    if (!limit.id().equals(other.id())) {
      return false;
    }
    String place = other.origin().toString();
    if (!other.rule().equals(limit.rule())) {
      problem(ProblemCode.OTHER_RULE, limit, limit.id(), other.rule(), place);
      return true;
    }
    if (!other.region().equals(limit.region())) {
      return false;
    }
    if (!other.datedBy().equals(limit.datedBy())) {
      // What is too old for the one and too young for the other would be law under neither.
      problem(ProblemCode.OTHER_DATED_BY, limit, limit.id(), other.datedBy(), place);
      return true;
    }
    if (limit.overlaps(other) && limit.meets(other)) {
      if (overlap == ProblemCode.OVERLAP_BELOW) {
        problem(overlap, limit, limit.id(), place, String.join(", ", limit.differences(other)));
      } else {
        problem(overlap, limit, limit.id(), place);
      }
      return true;
    }
    if (isDayBefore(limit, other) || isDayBefore(other, limit)) {
      // Who takes until for the last day in force leaves a day, often the 31st of December, without law.
      problem(ProblemCode.GAP, limit, limit.id(), earlierEnd(limit, other), place);
    }
    return false;
  }

  private static boolean isDayBefore(Limit one, Limit next) {
    return one.until() != null && next.from() != null && one.until().plusDays(1).equals(next.from());
  }

  private static String earlierEnd(Limit one, Limit other) {
    return (isDayBefore(one, other) ? one : other).until().toString();
  }

  private void problem(ProblemCode code, Limit row, Object... arguments) {
    problems.add(code, row.origin(), arguments);
  }
}
