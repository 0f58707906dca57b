package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Bureau;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.Measures;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;

/** Which facts of a bureau belong to which others, and how many there should be of them. */
final class Membership {
  private final Facts facts;
  private final Unlisted unlisted;
  private final Evidence evidence;
  /** For each kind the facts by those that they belong to; made when first asked. */
  private final Map<FactKind, Map<Subject, List<Subject>>> byOwner;
  /** The listed classes of each group of grades; found when first asked. */
  private final Map<Subject, List<Subject>> ofGroups;
  /** For each kind whether all facts tell to whom they belong; found when first asked. */
  private final Map<FactKind, Boolean> placed;

  Membership(Facts facts, Unlisted unlisted) {
    this.facts = facts;
    this.unlisted = unlisted;
    this.evidence = Evidence.SOUND;
    this.byOwner = new EnumMap<>(FactKind.class);
    this.ofGroups = new IdentityHashMap<>();
    this.placed = new EnumMap<>(FactKind.class);
  }

  private Membership(Membership other, Evidence evidence) {
    this.facts = other.facts;
    this.unlisted = other.unlisted;
    this.evidence = evidence;
    this.byOwner = other.byOwner;
    this.ofGroups = other.ofGroups;
    this.placed = other.placed;
  }

  /** The same, where numbers are relied on no farther than that; what belongs to whom is found once for both. */
  Membership relyingOn(Evidence other) {
    return new Membership(this, other);
  }

  /**
   * The facts of that kind that belong to the subject, in the order submitted: all of them to a bureau, its own to a
   * school, to a group of grades the listed classes of its school in those grades.
   */
  List<Subject> of(Subject subject, FactKind kind) {
    if (subject instanceof Bureau) {
      return facts.of(kind);
    }
    if (subject instanceof GradeGroup group && kind == FactKind.CLASS) {
      return ofGroups.computeIfAbsent(group, this::ofGroup);
    }
    return byOwner.computeIfAbsent(kind, this::byOwner).getOrDefault(subject, List.of());
  }

  private List<Subject> ofGroup(Subject group) {
    List<Subject> own = new ArrayList<>();
    for (Subject one : of(group.owner(), FactKind.CLASS)) {
      if (isIn((GradeGroup) group, (SchoolClass) one) && unlisted.of(one) == null) {
        own.add(one);
      }
    }
    return own;
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

  /** How many facts of that kind belong to the subject, those that are told of by a group of grades among them. */
  int number(Subject subject, FactKind kind) {
    return unlisted.number(of(subject, kind));
  }

  /** Whether it may be a class of these grades, and does not tell its own. */
  static boolean mayBeIn(GradeGroup group, SchoolClass one) {
    return one.grade() == null && (group.stage() == null || group.stage() == one.stage());
  }

  /** A class whose grade was not reported may be in any. */
  static boolean isIn(GradeGroup group, SchoolClass one) {
    return one.grade() != null
        && one.grade() >= group.fromGrade()
        && one.grade() <= group.toGrade()
        && (group.stage() == null || group.stage() == one.stage());
  }

  /** The component by which the subject tells how many facts of that kind belong to it; null where it has none. */
  private static String countingComponent(Class<?> type, FactKind kind) {
    if (type == Bureau.class) {
      return kind == FactKind.SCHOOL ? "schoolCount" : kind == FactKind.CASE ? "caseCount" : null;
    }
    return kind == FactKind.CLASS && (type == School.class || type == GradeGroup.class) ? "classes" : null;
  }

  /** How many facts of that kind belong to the subject, as it reports itself; null when it does not. */
  Integer reported(Subject subject, FactKind kind) {
    String component = countingComponent(subject.getClass(), kind);
    return component == null ? null : (Integer) Measures.value(subject, component);
  }

  /** Whether something speaks against the number of facts of that kind that the subject reports. */
  private boolean isDoubted(Subject subject, FactKind kind) {
    String component = countingComponent(subject.getClass(), kind);
    return component != null && reported(subject, kind) != null && !evidence.bears(subject, component);
  }

  /**
   * Whether all facts of that kind that belong to the subject were submitted, for all that is reported: as many as there
   * are, or so many as the bureau declares to be all and nobody counts otherwise.
   */
  boolean isComplete(Subject subject, FactKind kind) {
    if (isDoubted(subject, kind)) {
      return false;
    }
    Integer reported = reported(subject, kind);
    return reported == null
        ? isDeclaredComplete(subject, kind) && isCountedAlike(subject, kind)
        : reported == number(subject, kind);
  }

  /**
   * Whether the bureau declares that all facts of that kind that belong to the subject are in the document, whatever
   * number of them is reported. What was set aside, or does not tell to whom it belongs, may be missing anywhere; and of
   * classes that their group tells by their sizes none need be listed.
   */
  boolean isDeclaredComplete(Subject subject, FactKind kind) {
    return facts.bureau().lists(kind)
        && unlisted.toldBy(subject) == null
        && !facts.setAside().containsKey(kind)
        && (subject instanceof Bureau || isEachPlaced(subject, kind));
  }

  /** Whether the number of those submitted is that of all, by what the subject reports or the bureau declares. */
  boolean isWhole(Subject subject, FactKind kind) {
    return isComplete(subject, kind) || isDeclaredComplete(subject, kind);
  }

  /** Whether of every fact of that kind that may belong to the subject it is known whether it does. */
  private boolean isEachPlaced(Subject subject, FactKind kind) {
    return placed.computeIfAbsent(kind, one -> facts.of(one).stream().allMatch(fact -> fact.owner() != null))
        && (!(subject instanceof GradeGroup group)
            || of(group.school(), kind).stream().allMatch(one -> ((SchoolClass) one).grade() != null));
  }

  /** Whether no school reports another number of classes than those that the bureau declares to be all. */
  private boolean isCountedAlike(Subject subject, FactKind kind) {
    return !(subject instanceof Bureau)
        || kind != FactKind.CLASS
        || facts.of(FactKind.SCHOOL).stream()
            .allMatch(one -> ((School) one).classes() == null || isComplete(one, FactKind.CLASS));
  }

  /**
   * How many facts of that kind are missing that belong to the subject.
   *
   * @param stages of which they may be, where they are classes
   */
  Absence absence(Subject subject, FactKind kind, Set<Stage> stages) {
    if (isDoubted(subject, kind)) {
      return Absence.UNCOUNTED;
    }
    if (isComplete(subject, kind)) {
      return Absence.NONE;
    }
    if (subject instanceof Bureau && kind == FactKind.CLASS) {
      return ofClasses(stages);
    }
    Integer reported = reported(subject, kind);
    return reported == null || reported < number(subject, kind)
        ? Absence.UNCOUNTED
        : new Absence(0, (long) reported - number(subject, kind), List.of());
  }

  private Absence ofClasses(Set<Stage> stages) {
    List<Absence.Remainder> remainders = new ArrayList<>();
    boolean isCounted = isComplete(facts.bureau(), FactKind.SCHOOL);
    for (Subject school : facts.of(FactKind.SCHOOL)) {
      Absence.Remainder remainder = remainder((School) school, stages);
      if (remainder == null) {
        isCounted = false;
      } else if (remainder.classes() > 0) {
        remainders.add(remainder);
      }
    }
    long least = remainders.stream().filter(Absence.Remainder::isSure).mapToLong(Absence.Remainder::classes).sum();
    long most = remainders.stream().mapToLong(Absence.Remainder::classes).sum();
    return new Absence(least, isCounted ? most : null, remainders);
  }

  /** The classes of those stages that are missing of the school; null where it does not report how many it has. */
  private Absence.Remainder remainder(School school, Set<Stage> stages) {
    if (stages.stream().allMatch(stage -> Boolean.FALSE.equals(school.type().teaches(stage)))) {
      return new Absence.Remainder(0, null, true);
    }
    if (isComplete(school, FactKind.CLASS)) {
      return new Absence.Remainder(0, null, true);
    }
    if (school.classes() == null || isDoubted(school, FactKind.CLASS)) {
      return null;
    }
    long pupils = 0;
    boolean isSized = school.students() != null && evidence.bears(school, "students");
    for (Subject one : of(school, FactKind.CLASS)) {
      Long students = unlisted.pupils((SchoolClass) one);
      isSized &= students != null && evidence.bears(one, "students");
      pupils += students == null ? 0 : students;
    }
    boolean isSure = school.type().teachesOnly(stages);
    Long rest = isSized ? Math.max(0, school.students() - pupils) : null;
    return new Absence.Remainder(Math.max(0, school.classes() - number(school, FactKind.CLASS)), rest, isSure);
  }
}
