package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Bureau;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.Subject;

/** Which facts of a bureau belong to which others, and how many there should be of them. */
final class Membership {
  private final Facts facts;
  /** For each kind the facts by those that they belong to; made when first asked. */
  private final Map<FactKind, Map<Subject, List<Subject>>> byOwner = new EnumMap<>(FactKind.class);

  Membership(Facts facts) {
    this.facts = facts;
  }

  /**
   * The facts of that kind that belong to the subject, in the order submitted: all of them to a bureau, its own to a
   * school, to a group of grades the classes of its school in those grades.
   */
  List<Subject> of(Subject subject, FactKind kind) {
    if (subject instanceof Bureau) {
      return facts.of(kind);
    }
    if (subject instanceof GradeGroup group && kind == FactKind.CLASS) {
      return of(group.school(), kind).stream().filter(one -> isIn(group, (SchoolClass) one)).toList();
    }
    return byOwner.computeIfAbsent(kind, this::byOwner).getOrDefault(subject, List.of());
  }

  private Map<Subject, List<Subject>> byOwner(FactKind kind) {
    Map<Subject, List<Subject>> owned = new IdentityHashMap<>();
    Subject last = null;
    List<Subject> ofLast = null;
    for (Subject fact : facts.of(kind)) {
      Subject owner = fact.owner();
      if (owner != last || ofLast == null) {
        last = owner;
        ofLast = owner == null ? new ArrayList<>() : owned.computeIfAbsent(owner, one -> new ArrayList<>());
      }
      ofLast.add(fact);
    }
    return owned;
  }

  /** A class whose grade was not reported may be in any. */
  private static boolean isIn(GradeGroup group, SchoolClass one) {
    return one.grade() != null
        && one.grade() >= group.fromGrade()
        && one.grade() <= group.toGrade()
        && (group.stage() == null || group.stage() == one.stage());
  }

  /** How many facts of that kind belong to the subject, as it reports itself; null when it does not. */
  Integer reported(Subject subject, FactKind kind) {
    if (subject instanceof Bureau bureau && kind == FactKind.SCHOOL) {
      return bureau.schoolCount();
    }
    if (kind != FactKind.CLASS) {
      return null;
    }
    return subject instanceof School school ? school.classes()
        : subject instanceof GradeGroup group ? group.classes() : null;
  }

  /** Whether all facts of that kind that belong to the subject were submitted, for all that it reports. */
  boolean isComplete(Subject subject, FactKind kind) {
    Integer reported = reported(subject, kind);
    return reported != null && reported == of(subject, kind).size();
  }
}
