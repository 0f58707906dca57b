package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dudao.fact.ClassSizes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.SizesOfGroup;
import org.dudao.fact.Subject;

/** All classes of a bureau of whose sizes groups of grades tell, and that are not listed one by one. */
public final class Unlisted {
  private static final Unlisted NONE = new Unlisted(List.of());

  private final List<UnlistedClasses> all;
  /** By the face itself. */
  private final Map<Subject, UnlistedClasses> byFace = new IdentityHashMap<>();
  /** By the group itself. */
  private final Map<Subject, UnlistedClasses> byGroup = new IdentityHashMap<>();

  private Unlisted(List<UnlistedClasses> all) {
    this.all = all;
    for (UnlistedClasses one : all) {
      byGroup.put(one.group(), one);
      one.faces().forEach(face -> byFace.put(face, one));
    }
  }

  public static Unlisted of(Facts facts) {
    Map<Subject, List<SizesOfGroup>> bySchool = new IdentityHashMap<>();
    List<SizesOfGroup> sized = new ArrayList<>();
    for (Subject group : facts.of(FactKind.GRADE_GROUP)) {
      SizesOfGroup one = new SizesOfGroup((GradeGroup) group, facts.censored().getOrDefault(group, Map.of()));
      if (one.all() != null) {
        sized.add(one);
        bySchool.computeIfAbsent(group.owner(), school -> new ArrayList<>()).add(one);
      }
    }
    if (sized.isEmpty()) {
      return NONE;
    }
    Map<Subject, List<SchoolClass>> listed = new IdentityHashMap<>();
    bySchool.keySet().forEach(school -> listed.put(school, new ArrayList<>()));
    for (Subject one : facts.of(FactKind.CLASS)) {
      if (listed.containsKey(one.owner())) {
        listed.get(one.owner()).add((SchoolClass) one);
      }
    }
    List<UnlistedClasses> unlisted = new ArrayList<>();
    for (SizesOfGroup one : sized) {
      Subject school = one.group().school();
      UnlistedClasses rest =
          rest(one, listed.get(school), counted(bySchool.get(school)).stream().anyMatch(other -> other == one));
      if (rest != null) {
        unlisted.add(rest);
      }
    }
    return new Unlisted(unlisted);
  }

  /**
   * Of the groups of one school those whose classes are counted, so that no class is counted twice: groups of few
   * grades rather than one of all of them, unless one of its grades is told of by no other.
   */
  private static List<SizesOfGroup> counted(List<SizesOfGroup> ofSchool) {
    List<SizesOfGroup> counted = new ArrayList<>();
    List<SizesOfGroup> narrowFirst =
        ofSchool.stream()
            .filter(one -> one.number() != null)
            .sorted(Comparator.comparing(one -> grades(one.group()).size()))
            .toList();
    for (SizesOfGroup one : narrowFirst) {
      List<SizesOfGroup> within = counted.stream().filter(other -> overlap(one.group(), other.group())).toList();
      TreeSet<Integer> grades = new TreeSet<>();
      within.forEach(other -> grades.addAll(grades(other.group())));
      TreeSet<Integer> own = grades(one.group());
      if (within.isEmpty() || own.containsAll(grades) && !grades.containsAll(own)) {
        counted.removeAll(within);
        counted.add(one);
      }
    }
    return counted;
  }

  private static TreeSet<Integer> grades(GradeGroup group) {
    TreeSet<Integer> grades = new TreeSet<>();
    for (int grade = group.fromGrade(); grade <= group.toGrade(); grade++) {
      grades.add(grade);
    }
    return grades;
  }

  private static boolean overlap(GradeGroup one, GradeGroup other) {
    return one.fromGrade() <= other.toGrade()
        && other.fromGrade() <= one.toGrade()
        && (one.stage() == null || other.stage() == null || one.stage() == other.stage());
  }

  /** The classes of the group that are not listed; null where all are. */
  private static UnlistedClasses rest(SizesOfGroup told, List<SchoolClass> ofSchool, boolean isCounted) {
    GradeGroup group = told.group();
    ClassSizes all = told.all();
    List<SchoolClass> listed = ofSchool.stream().filter(one -> Membership.isIn(group, one)).toList();
    boolean mayBeListed = ofSchool.stream().anyMatch(one -> Membership.mayBeIn(group, one));
    if (listed.isEmpty() || mayBeListed || told.number() == null) {
      return UnlistedClasses.of(group, all, isCounted && !mayBeListed, 0);
    }
    if (listed.size() >= told.number()) {
      return null;
    }
    ClassSizes rest = all;
    int unsized = 0;
    for (SchoolClass one : listed) {
      ClassSizes others = one.students() == null ? rest : rest.without(one.students());
      unsized += others == rest ? 1 : 0;
      rest = others;
    }
    return UnlistedClasses.of(group, unsized == 0 ? rest : rest.withoutAny(unsized), isCounted, listed.size());
  }

  /** The facts, and among them the faces of these classes. */
  public Facts among(Facts facts) {
    if (all.isEmpty()) {
      return facts;
    }
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(facts.subjects());
    List<Subject> classes = new ArrayList<>(facts.of(FactKind.CLASS));
    all.forEach(one -> classes.addAll(one.faces()));
    subjects.put(FactKind.CLASS, classes);
    return new Facts(
        facts.bureau(), facts.asOf(), subjects, facts.places(), facts.setAside(), facts.censored(), facts.problems(),
        facts.earlier());
  }

  List<UnlistedClasses> all() {
    return all;
  }

  /** The classes of which that one is a face; null where it is a fact. */
  UnlistedClasses of(Subject subject) {
    return all.isEmpty() ? null : byFace.get(subject);
  }

  /** Whether that one is no fact, and stands for classes of which a group of grades tells. */
  public boolean standsFor(Subject subject) {
    return of(subject) != null;
  }

  /** Those that the group of grades tells of; null where it tells of none, or is no group. */
  UnlistedClasses toldBy(Subject group) {
    return byGroup.get(group);
  }

  /** How many facts these are, where faces stand for many classes. */
  int number(List<Subject> subjects) {
    return all.isEmpty() ? subjects.size() : subjects.stream().mapToInt(this::counts).sum();
  }

  /** For how many facts that one counts: itself, or the classes of which it is the first face. */
  private int counts(Subject subject) {
    UnlistedClasses classes = of(subject);
    if (classes == null) {
      return 1;
    }
    return classes.isCounted() && classes.faces().get(0) == subject ? classes.sizes().classes() : 0;
  }

  /** How many pupils are in the class, or in those of which it is the first face; null when that is not known. */
  Long pupils(SchoolClass one) {
    UnlistedClasses classes = of(one);
    if (classes == null) {
      return one.students() == null ? null : one.students().longValue();
    }
    ClassSizes sizes = classes.sizes();
    return counts(one) == 0 ? Long.valueOf(0) : sizes.fewest() == sizes.most() ? sizes.fewest() : null;
  }
}
