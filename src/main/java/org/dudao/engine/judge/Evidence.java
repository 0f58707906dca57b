package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.engine.reckon.Interval;
import org.dudao.fact.CensoredNumber;
import org.dudao.fact.Composition;
import org.dudao.fact.Facts;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.report.Finding;
import org.dudao.report.Remark;

/**
 * How far the figures of a bureau can be relied on: for each fact the figures that another one contradicts, or that are
 * not plausible, and between which numbers they may lie. Every other figure is what was submitted.
 */
public final class Evidence {
  /** Nothing speaks against any figure. */
  public static final Evidence SOUND = new Evidence(Map.of(), null);

  /** More figures of one fact than that are not tried out in all combinations. */
  private static final int MOST_FIGURES = 8;

  /** As much as any count can be. */
  private static final Quantity MOST = Quantity.of(Integer.MAX_VALUE);

  /** By the fact itself: two facts may say the same. */
  private final Map<Subject, List<Doubt>> doubts;
  /** Learns of which figures somebody asked whether they can be relied on; null when nobody wants to know. */
  private final Basis asked;

  private Evidence(Map<Subject, List<Doubt>> doubts, Basis asked) {
    this.doubts = doubts;
    this.asked = asked;
  }

  /** The same, which notes of which figures somebody asks. */
  Evidence noting(Basis basis) {
    return new Evidence(doubts, basis);
  }

  /** Somebody relies on these components of the fact. */
  void heed(Subject fact, Set<String> components) {
    if (asked != null) {
      asked.add(fact, components);
    }
  }

  /** Somebody relies on these components of each of the facts. */
  void heedAll(Collection<? extends Subject> facts, Set<String> components) {
    if (asked != null) {
      facts.forEach(fact -> asked.add(fact, components));
    }
  }

  /**
   * What one finding of consistency says of figures of one fact.
   *
   * @param ranges between which numbers each may lie, what was submitted among them; an interval without ends for anything
   * @param reason what the finding says
   */
  record Doubt(Map<String, Interval> ranges, Remark reason) {}

  /** Collects what speaks against figures. */
  public static final class Gathering {
    private final Map<Subject, List<Doubt>> doubts = new IdentityHashMap<>();
    private final Explanations explanations;
    private final Unlisted unlisted;

    public Gathering(Explanations explanations, Unlisted unlisted) {
      this.explanations = explanations;
      this.unlisted = unlisted;
    }

    /** The finding, which speaks against nothing when it is explained. */
    Finding heard(Finding finding) {
      return explanations.heard(finding);
    }

    /** Each of these components lies in that interval, for all that is known. */
    void doubt(Subject subject, Set<String> components, Interval range, Remark reason) {
      if (!components.isEmpty()) {
        Map<String, Interval> ranges = new LinkedHashMap<>();
        components.forEach(component -> ranges.put(component, range));
        add(subject, new Doubt(ranges, reason));
      }
    }

    /**
     * Each of these components may be too great, or too small, by so much, and no count is less than nothing.
     *
     * @param isExact whether it would then be right; else it may also be wrong by more
     */
    void doubtBy(Subject subject, Set<String> components, Quantity correction, boolean isExact, Remark reason) {
      Map<String, Interval> ranges = new LinkedHashMap<>();
      for (String component : components) {
        Quantity said = Quantity.ofMeasure(Measures.value(subject, component));
        if (said == null || !Measures.isReported(subject.getClass(), component)) {
          Measures.from(subject.getClass(), component).forEach(part -> ranges.put(part, Interval.ANY));
        } else {
          Quantity end = correction.signum() < 0 ? Quantity.ZERO : MOST;
          Quantity corrected = said.plus(correction);
          boolean isPossible = corrected.signum() >= 0;
          ranges.put(component, Interval.between(said, isExact && isPossible ? corrected : end));
        }
      }
      if (!ranges.isEmpty()) {
        add(subject, new Doubt(ranges, reason));
      }
    }

    /** What speaks against what a group tells of its classes speaks against these. */
    private void add(Subject subject, Doubt doubt) {
      doubts.computeIfAbsent(subject, one -> new ArrayList<>()).add(doubt);
      UnlistedClasses classes = unlisted.toldBy(subject);
      if (classes != null && UnlistedClasses.restOn(doubt.ranges().keySet())) {
        classes.faces()
            .forEach(face -> doubt(face, Set.of(UnlistedClasses.STUDENTS), Interval.ANY, doubt.reason()));
      }
    }

    /** What was gathered, in an order that does not depend on that in which it came. */
    public Evidence evidence() {
      doubts.values().forEach(all -> all.sort(Comparator.comparing(doubt -> doubt.reason().arguments().toString())));
      return doubts.isEmpty() ? SOUND : new Evidence(doubts, null);
    }
  }

  boolean isSound() {
    return doubts.isEmpty();
  }

  /** Whether something speaks against a figure of that fact, or of one that it belongs to. */
  boolean concerns(Subject subject) {
    for (Subject one = subject; one != null; one = one.owner()) {
      if (questions(one)) {
        return true;
      }
    }
    return false;
  }

  /** Whether something speaks against a figure of that fact. */
  boolean questions(Subject subject) {
    return doubts.containsKey(subject);
  }

  /** What speaks against one of these components of the fact. */
  List<Doubt> against(Subject subject, Set<String> components) {
    heed(subject, components);
    return doubts.getOrDefault(subject, List.of()).stream()
        .filter(doubt -> doubt.ranges().keySet().stream().anyMatch(components::contains))
        .toList();
  }

  /** Whether that measure of the fact can be relied on. */
  boolean bears(Subject subject, String measure) {
    if (asked != null) {
      heed(subject, Set.copyOf(Measures.from(subject.getClass(), measure)));
    }
    return isSound()
        || !questions(subject)
        || against(subject, Set.copyOf(Measures.from(subject.getClass(), measure))).isEmpty();
  }

  /** Why these components of the fact cannot be relied on; empty where they can. */
  List<Remark> reasons(Subject subject, Set<String> components) {
    return against(subject, components).stream().map(Doubt::reason).distinct().toList();
  }

  /**
   * Between which numbers components lie that are missing: an interval was told of it, or it is a part of what was told.
   *
   * @return empty where one of them may be anything
   */
  static Map<String, Interval> ranges(Subject subject, Collection<String> missing, Facts facts) {
    Map<String, Interval> ranges = new LinkedHashMap<>();
    for (String component : missing) {
      Interval range = range(subject, component, facts);
      if (range == null) {
        return Map.of();
      }
      ranges.put(component, range);
    }
    return ranges;
  }

  /** Between which numbers a component lies that is missing; null where it may be anything. */
  static Interval range(Subject subject, String component, Facts facts) {
    CensoredNumber told = facts.censored().getOrDefault(subject, Map.of()).get(component);
    if (told != null) {
      return Interval.between(Quantity.of(told.low()), Quantity.of(told.high()));
    }
    Quantity most = most(subject, component);
    return most == null || most.signum() < 0 ? null : Interval.between(Quantity.ZERO, most);
  }

  /** The most that the wholes of which it is a part leave for it; null where it is no part, or none of them was told. */
  private static Quantity most(Subject subject, String component) {
    Quantity most = null;
    for (Composition composition : Composition.with(subject.getClass(), component)) {
      Quantity left = composition.left(subject);
      most = most == null || left != null && left.compareTo(most) < 0 ? left : most;
    }
    return most;
  }

  /**
   * The fact as it may be: with each figure at either end of where it may lie, in all combinations. What rises or falls
   * with each of them, as ratios, shares and sums do, lies between what it is of these.
   *
   * @return empty where one of the figures may be anything
   */
  static List<Subject> extremes(Subject subject, List<Doubt> against, Set<String> components) {
    Map<String, Interval> ranges = new LinkedHashMap<>();
    for (Doubt doubt : against) {
      doubt.ranges().forEach((component, range) -> {
        if (components.contains(component)) {
          ranges.merge(component, range, Interval::spanning);
        }
      });
    }
    return extremes(subject, ranges);
  }

  /**
   * The fact with each of these components at either end of where it lies, in all combinations.
   *
   * @return empty where one of them may be anything, or there is none
   */
  static List<Subject> extremes(Subject subject, Map<String, Interval> ranges) {
    if (ranges.isEmpty() || ranges.size() > MOST_FIGURES || !ranges.values().stream().allMatch(Interval::isClosed)) {
      return List.of();
    }
    List<Map<String, Object>> worlds = new ArrayList<>(List.of(Map.of()));
    ranges.forEach((component, range) -> {
      List<Map<String, Object>> more = new ArrayList<>();
      for (Map<String, Object> world : worlds) {
        for (Quantity end : range.isExact() ? List.of(range.low()) : List.of(range.low(), range.high())) {
          Map<String, Object> one = new LinkedHashMap<>(world);
          one.put(component, figure(subject, component, end));
          more.add(one);
        }
      }
      worlds.clear();
      worlds.addAll(more);
    });
    return worlds.stream().map(world -> Measures.with(subject, world)).toList();
  }

  private static Object figure(Subject subject, String component, Quantity value) {
    return Measures.type(subject.getClass(), component) == Integer.class
        ? (Object) value.rounded(0).intValueExact()
        : value.rounded(10);
  }
}
