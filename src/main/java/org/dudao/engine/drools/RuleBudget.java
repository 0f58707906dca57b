package org.dudao.engine.drools;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;

/**
 * How many pairs of facts one rule may look at over one bureau. They are counted before the rule is fired, so that the same
 * rule ends over the same facts on every machine.
 *
 * @param pairs at most
 */
public record RuleBudget(long pairs) {
  /** A rule that meets all classes of a province, half a million, with their schools looks at fewer. */
  public static final RuleBudget USUAL = new RuleBudget(5_000_000);

  /** A rule would look at more pairs of facts than it may. */
  public static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long needed;
    private final long allowed;

    ExceededException(long needed, long allowed) {
      super(needed + " pairs of facts, " + allowed + " are allowed");
      this.needed = needed;
      this.allowed = allowed;
    }

    /** So many pairs at most the rule would look at. */
    public long needed() {
      return needed;
    }

    /** So many it may look at. */
    public long allowed() {
      return allowed;
    }
  }

  /**
   * Requires that the rule keeps to it over these facts.
   *
   * @throws ExceededException when it does not
   */
  public void require(Rule rule, Collection<Subject> facts) {
    long needed = pairs(rule, facts);
    if (needed > pairs) {
      throw new ExceededException(needed, pairs);
    }
  }

  /**
   * So many pairs at most: after each fact, or each row of facts, all that may be met next. Of those that must agree with
   * one before in a component as many are met as agree with each other there.
   */
  private static long pairs(Rule rule, Collection<Subject> facts) {
    if (rule.met().size() < 2) {
      return 0;
    }
    Map<Class<?>, List<Subject>> byType = facts.stream().collect(Collectors.groupingBy(Subject::getClass));
    long looked = 0;
    long rows = 1;
    for (Rule.Met met : rule.met()) {
      long each = most(byType.getOrDefault(met.type(), List.of()), met.key());
      long next = multiplied(rows, each);
      looked = Math.min(looked + next, Long.MAX_VALUE / 2);
      rows = met.multiplies() ? next : rows;
    }
    return looked;
  }

  private static long multiplied(long one, long other) {
    return one != 0 && other > Long.MAX_VALUE / 2 / one ? Long.MAX_VALUE / 2 : one * other;
  }

  /** How many of the facts agree with each other in that component at most; all of them where there is none. */
  private static long most(List<Subject> facts, String key) {
    if (key.isEmpty()) {
      return facts.size();
    }
    Map<Object, Integer> alike = new HashMap<>();
    int most = 0;
    for (Subject fact : facts) {
      Object value = Measures.value(fact, key);
      Object name = value instanceof Subject owner ? owner.id() : Objects.requireNonNullElse(value, "");
      most = Math.max(most, alike.merge(name, 1, Integer::sum));
    }
    return most;
  }
}
