package org.dudao.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Subject;

/** The facts of one bureau, divided into the equivalence classes that their scopes make, each with a representative. */
final class Partition {
  private final Facts facts;
  private final Map<Scope.Key, Group> groups = new LinkedHashMap<>();
  /** The group of each fact of a kind, in the order submitted. */
  private final Map<FactKind, Group[]> ofFacts = new EnumMap<>(FactKind.class);

  /** The facts of one scope. */
  static final class Group {
    private final Scope.Key scope;
    private final Subject example;
    private int size;
    private Plan plan;
    /** While members are chosen: whether its facts are. */
    private boolean isChosen;

    private Group(Scope.Key scope, Subject example) {
      this.scope = scope;
      this.example = example;
    }

    Scope.Key scope() {
      return scope;
    }

    Subject example() {
      return example;
    }

    /** How many they are. */
    int size() {
      return size;
    }

    /** What is to be held against them. */
    Plan plan() {
      return plan;
    }

    void judgeBy(Plan plan) {
      this.plan = plan;
    }
  }

  Partition(Planner planner, Facts facts) {
    this.facts = facts;
    facts.subjects().forEach((kind, subjects) -> {
      Scope scope = planner.scope(kind);
      if (scope != null) {
        ofFacts.put(kind, grouped(subjects, scope));
      }
    });
  }

  private Group[] grouped(List<Subject> subjects, Scope scope) {
    Group[] grouped = new Group[subjects.size()];
    Scope.Branch branch = null;
    Scope.Key key = null;
    Subject owner = null;
    Scope.Key ofOwner = null;
    int at = 0;
    for (Subject subject : subjects) {
      Scope.Branch next = scope.branch(subject);
      // What belongs to one fact often comes together.
      if (next != branch || subject.owner() != owner) {
        owner = subject.owner();
        ofOwner = next.ofOwner(owner);
      }
      if (next != branch) {
        branch = next;
        key = next.blank();
      }
      branch.read(subject, ofOwner, key);
      Group group = groups.get(key);
      if (group == null) {
        group = new Group(key.copy(), subject);
        groups.put(group.scope, group);
      }
      group.size++;
      grouped[at++] = group;
    }
    return grouped;
  }

  Collection<Group> all() {
    return groups.values();
  }

  /** Takes one fact after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One fact.
     *
     * @param number which one of its kind it is, from 0
     */
    void visit(Subject subject, int number, Group group);
  }

  /** Shows each fact, in the order submitted: facts that came one after the other lie side by side in memory. */
  void forEach(Visitor visitor) {
    ofFacts.forEach((kind, grouped) -> {
      int number = 0;
      for (Subject subject : facts.of(kind)) {
        visitor.visit(subject, number, grouped[number]);
        number++;
      }
    });
  }

  /** The facts of that kind that are in such groups, in the order submitted. */
  List<Subject> members(FactKind kind, Predicate<Group> wanted) {
    groups.values().forEach(group -> group.isChosen = wanted.test(group));
    List<Subject> members = new ArrayList<>();
    Group[] grouped = ofFacts.get(kind);
    int number = 0;
    for (Subject subject : facts.of(kind)) {
      if (grouped[number++].isChosen) {
        members.add(subject);
      }
    }
    return members;
  }
}
