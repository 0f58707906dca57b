package org.dudao.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All facts of one bureau for one date, each with its place.
 *
 * @param asOf the day for which they were reported
 * @param places tells where a fact, or one component of it, was submitted
 * @param setAside how many facts of each kind were submitted and could not be used, at least; a set of such facts lacks
 *     members
 * @param censored by the fact itself, not by what it is equal to, the components of which only an interval was told,
 *     by their names; in the fact they are null
 * @param problems what is wrong with the documents that hold them
 * @param earlier what the bureau submitted before
 */
public record Facts(
    Bureau bureau, LocalDate asOf, Map<FactKind, List<Subject>> subjects, Places places,
    Map<FactKind, Integer> setAside, Map<Subject, Map<String, CensoredNumber>> censored, List<Problem> problems,
    Earlier earlier) {

  /** Facts of sound documents. */
  public Facts(
      Bureau bureau, LocalDate asOf, Map<FactKind, List<Subject>> subjects, Places places,
      Map<FactKind, Integer> setAside, Map<Subject, Map<String, CensoredNumber>> censored) {
    this(bureau, asOf, subjects, places, setAside, censored, List.of(), Earlier.NONE);
  }

  /** The same after what the bureau submitted before. */
  public Facts after(Facts before) {
    return new Facts(bureau, asOf, subjects, places, setAside, censored, problems, Earlier.of(before));
  }

  /** The same, of which that is told too. */
  public Facts noting(Problem note) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(note);
    return new Facts(bureau, asOf, subjects, places, setAside, censored, List.copyOf(more), earlier);
  }

  /** The same without the facts of those kinds. */
  public Facts without(Set<FactKind> kinds) {
    Map<FactKind, List<Subject>> others = new EnumMap<>(FactKind.class);
    others.putAll(subjects);
    others.keySet().removeAll(kinds);
    return new Facts(bureau, asOf, others, places, setAside, censored, problems, earlier);
  }

  /** Where facts were submitted. */
  @FunctionalInterface
  public interface Places {
    /**
     * The place of that component of the fact; of the fact itself when it was not reported or {@code component} is null.
     *
     * @param number which one of its kind the fact is, from 0
     */
    Origin of(FactKind kind, int number, String component);
  }

  /** The place of that component of the bureau; of the bureau itself when it was not reported or is null. */
  public Origin placeOfBureau(String component) {
    return places.of(FactKind.BUREAU, 0, component);
  }

  public List<Subject> of(FactKind kind) {
    return subjects.getOrDefault(kind, List.of());
  }

  /** How many facts there are, the bureau among them. */
  public int size() {
    return subjects.values().stream().mapToInt(List::size).sum();
  }

  /** The facts of that record type, in the order submitted. */
  public <T extends Subject> List<T> of(Class<T> type) {
    return of(FactKind.of(type)).stream().map(type::cast).toList();
  }
}
