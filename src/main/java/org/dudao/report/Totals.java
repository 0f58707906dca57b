package org.dudao.report;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dudao.fact.Intake;
import org.dudao.fact.Problem;

/**
 * What the checks of many bureaus come to: the outcomes of each standard, its versions, and the one verdict.
 * Every program that checks adds up here. Not shared by threads.
 */
public final class Totals {
  private final Map<String, Tally> tallies = new TreeMap<>();
  /** The versions of each standard that were in force for one of the bureaus. */
  private final Map<String, SortedSet<Standard>> versions = new HashMap<>();
  /** Many bureaus are under one law, and bring the same list. */
  private final Set<List<Standard>> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private Tally numbers = Tally.NONE;
  private long bureaus;
  private long facts;
  private long problems;
  private Verdict verdict = Verdict.CLEAN;
  private final Set<Deficiency> deficiencies = EnumSet.noneOf(Deficiency.class);
  private Intake intake = Intake.NONE;

  /**
   * Totals that were written down.
   *
   * @param verdict {@link #verdictOfAdded}
   * @param deficiencies {@link #deficienciesOfAdded}
   * @param numbers how many numbers of subjects came to each outcome
   * @param versions of standards that were in force
   * @param tallies of the standards that judged somebody, by their ids
   */
  public static Totals of(
      long bureaus, long facts, long problems, Verdict verdict, Set<Deficiency> deficiencies, Tally numbers,
      Collection<Standard> versions, Map<String, Tally> tallies, Intake intake) {
    Totals totals = new Totals();
    versions.forEach(totals::add);
    tallies.forEach(totals::add);
    totals.numbers = numbers;
    totals.bureaus = bureaus;
    totals.facts = facts;
    totals.problems = problems;
    totals.verdict = verdict;
    totals.deficiencies.addAll(deficiencies);
    totals.intake = intake;
    return totals;
  }

  /** Adds a bureau. */
  public void add(BureauTotal one) {
    if (met.add(one.standards())) {
      one.standards().forEach(this::add);
    }
    one.tallies().forEach(this::add);
    numbers = numbers.plus(one.tally());
    bureaus++;
    facts += one.bureau().subjects();
    problems += one.problems().size();
    verdict = verdict.and(one.verdict());
    deficiencies.addAll(one.deficiencies());
  }

  /** Adds what other bureaus come to. */
  public void add(Totals others) {
    others.versions().forEach(this::add);
    others.tallies.forEach(this::add);
    numbers = numbers.plus(others.numbers);
    bureaus += others.bureaus;
    facts += others.facts;
    problems += others.problems;
    verdict = verdict.and(others.verdict);
    deficiencies.addAll(others.deficiencies);
    add(others.intake);
  }

  /** Adds what was read, or was not. */
  public void add(Intake more) {
    intake = intake.plus(more);
  }

  /** Adds things of no bureau that kept facts from being checked. */
  public void addProblems(List<Problem> more) {
    problems += more.size();
    verdict = verdict.and(Verdict.of(more));
    deficiencies.addAll(Deficiency.of(more));
  }

  /** Adds a standard that was in force for one of the bureaus, in that version. */
  private void add(Standard standard) {
    versions.computeIfAbsent(standard.id(), id -> new TreeSet<>(Standard.BY_VERSION)).add(standard);
  }

  private void add(String standard, Tally more) {
    tallies.merge(standard, more, Tally::plus);
  }

  /** The newer of two versions of a norm. */
  public static Standard newer(Standard one, Standard other) {
    return Standard.BY_VERSION.compare(one, other) >= 0 ? one : other;
  }

  /** The versions of all standards that were in force for one of the bureaus. */
  public List<Standard> versions() {
    return versions.values().stream().flatMap(Collection::stream).toList();
  }

  /** How many numbers of subjects came to each outcome. */
  public Tally numbers() {
    return numbers;
  }

  /** The outcomes of each standard that judged somebody, by its id. */
  public Map<String, Tally> tallies() {
    return Collections.unmodifiableMap(tallies);
  }

  /** What those come to that were added, be they none. */
  public Verdict verdictOfAdded() {
    return verdict;
  }

  /** Where no bureau was checked nobody knows, nor where something of what was given was not read. */
  public Verdict verdict() {
    boolean isWhole = bureaus > 0 && intake.unread().isEmpty();
    return isWhole ? verdict : verdict.and(Verdict.INCOMPLETE);
  }

  /** What those lack that were added, be they none. */
  public Set<Deficiency> deficienciesOfAdded() {
    return Collections.unmodifiableSet(deficiencies);
  }

  /** What keeps the check from being accepted if it is incomplete. */
  public Set<Deficiency> deficiencies() {
    Set<Deficiency> all = Deficiency.of(intake);
    all.addAll(deficiencies);
    if (bureaus == 0) {
      all.add(Deficiency.NOTHING_JUDGED);
    }
    return all;
  }

  /** The standards that judged somebody, in the order of their ids, each by its versions, the newest last. */
  public Map<List<Standard>, Tally> standards() {
    Map<List<Standard>, Tally> standards = new LinkedHashMap<>();
    tallies.forEach((id, tally) -> standards.put(List.copyOf(versions.get(id)), tally));
    return standards;
  }

  /** How many bureaus were checked. */
  public long bureaus() {
    return bureaus;
  }

  /** How many facts were judged, the bureaus among them. */
  public long facts() {
    return facts;
  }

  /** What was read of the facts given, and what was not. */
  public Intake intake() {
    return intake;
  }

  /** How many things kept facts or standards from being checked. */
  public long problems() {
    return problems;
  }
}
