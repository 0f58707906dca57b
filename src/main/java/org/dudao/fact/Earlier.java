package org.dudao.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bureau submitted for an earlier day: each of its facts is found by the kind and id that it still bears. */
public final class Earlier {
  /** Nobody said what was submitted before. */
  public static final Earlier NONE = new Earlier(null, Map.of());

  private final LocalDate asOf;
  private final Map<FactKind, Map<String, Subject>> facts;

  private Earlier(LocalDate asOf, Map<FactKind, Map<String, Subject>> facts) {
    this.asOf = asOf;
    this.facts = facts;
  }

  /** These facts, submitted before others. */
  static Earlier of(Facts facts) {
    Map<FactKind, Map<String, Subject>> byId = new EnumMap<>(FactKind.class);
    facts.subjects().forEach((kind, subjects) -> {
      Map<String, Subject> ofKind = new LinkedHashMap<>();
      subjects.forEach(subject -> ofKind.put(subject.id(), subject));
      byId.put(kind, ofKind);
    });
    return new Earlier(facts.asOf(), byId);
  }

  /** The day for which it was submitted; null when nothing was. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The fact as it was; null when it was not submitted. */
  public Subject fact(Subject now) {
    return facts.isEmpty() ? null : facts.getOrDefault(FactKind.of(now), Map.of()).get(now.id());
  }

  /** The facts of that kind that were submitted then, and are not among these. */
  public List<Subject> without(FactKind kind, Collection<? extends Subject> now) {
    Map<String, Subject> gone = new LinkedHashMap<>(facts.getOrDefault(kind, Map.of()));
    now.forEach(subject -> gone.remove(subject.id()));
    return List.copyOf(gone.values());
  }
}
