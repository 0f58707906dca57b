package org.dudao.engine.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dudao.fact.Condition;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.Subject;
import org.dudao.load.InputException;

/**
 * What comes before what: a limit of a nearer region takes the place of the wider one of its id. It may do so by itself
 * where it only tightens; where it loosens, or defines what rules name, its row has to say so.
 */
public final class Precedence {
  private final Map<String, Rule> rules;
  /** By the ids that rules name, those rules. */
  private final Map<String, Set<String>> naming = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Precedence(Map<String, Rule> rules) {
    this.rules = rules;
    rules.values().forEach(rule ->
        rule.limits().forEach(named -> naming.computeIfAbsent(named.id(), id -> new TreeSet<>()).add(rule.id())));
  }

  /**
   * Sees that no law is loosened, or moved under what rests on it, without a word.
   *
   * @param law all limits that are in force somewhere
   * @param rows every row of the tables
   * @throws InputException when a nearer limit loosens a wider one or moves one that rules name, and does not say so;
   *     or when a row takes away what rules need
   */
  public static void require(Map<String, Rule> rules, List<Limit> law, List<Limit> rows) throws InputException {
    Precedence precedence = new Precedence(rules);
    precedence.requireOf(law);
    rows.forEach(precedence::refuseLoss);
    if (!precedence.problems.isEmpty()) {
      throw new InputException(precedence.problems);
    }
  }

  private void requireOf(List<Limit> law) {
    Map<String, List<Limit>> byId = new HashMap<>();
    law.forEach(limit -> byId.computeIfAbsent(limit.id(), id -> new ArrayList<>()).add(limit));
    Set<String> told = new TreeSet<>();
    for (List<Limit> versions : byId.values()) {
      for (Limit nearer : versions) {
        for (Limit wider : versions) {
          // Of parts of one row the first one tells.
          if (isAbove(wider, nearer) && nearer.effect() != Effect.REPLACES
              && told.add(nearer.origin() + " " + wider.origin())) {
            require(nearer, wider);
          }
        }
      }
    }
  }

  private boolean isAbove(Limit wider, Limit nearer) {
    return !wider.region().equals(nearer.region()) && Region.covers(wider.region(), nearer.region())
        && nearer.overlaps(wider) && nearer.meets(wider)
        && !areApart(nearer.scope(), wider.scope(), rules.get(nearer.rule()).subject());
  }

  private void require(Limit nearer, Limit wider) {
    Set<String> named = naming.getOrDefault(nearer.id(), Set.of());
    if (!named.isEmpty() && !isSameDemand(nearer, wider)) {
      problem(ProblemCode.LIMIT_MOVES_NAMED, nearer, wider.origin(), String.join(", ", named));
      return;
    }
    switch (Looseness.of(nearer, wider, rules.get(nearer.rule()).demand())) {
      case YES -> problem(ProblemCode.LIMIT_LOOSENS, nearer, wider.origin(), told(wider));
      case UNKNOWN -> problem(ProblemCode.LIMIT_MAY_LOOSEN, nearer, wider.origin(), told(wider));
      case NO -> {}
    }
  }

  private static String told(Limit limit) {
    return limit.decisiveCells().get("level") + " " + (limit.valueText() + " " + limit.unit()).strip();
  }

  private static boolean isSameDemand(Limit nearer, Limit wider) {
    return nearer.differences(wider).stream()
        .allMatch(List.of("from", "until", "document", "clause", "effect")::contains);
  }

  /** What rules name has to be there for them: they would fall silent without it. */
  private void refuseLoss(Limit row) {
    Set<String> named = naming.getOrDefault(row.id(), Set.of());
    if (!row.effect().isLimit() && !named.isEmpty()) {
      problems.add(Problem.of(ProblemCode.LIMIT_LOSES_NAMED, row.origin(), row.id(), String.join(", ", named)));
    }
  }

  private void problem(ProblemCode code, Limit nearer, Object place, String more) {
    problems.add(Problem.of(code, nearer.origin(), nearer.id(), place, more));
  }

  /** Whether it is plain that no fact is in both scopes. */
  private static boolean areApart(Condition one, Condition other, Class<? extends Subject> subject) {
    Condition both = new Condition.All(List.of(one, other));
    return both.leaves().allMatch(leaf -> leaf.canBeAskedOf(subject)) && !Satisfiability.isPossible(both, subject);
  }
}
