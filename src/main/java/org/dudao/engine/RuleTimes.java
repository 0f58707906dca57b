package org.dudao.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.dudao.engine.plan.RuleTimer;

/** How long the rules took. Shared by threads. */
public final class RuleTimes implements RuleTimer {
  private final Map<String, Times> rules = new ConcurrentHashMap<>();

  private record Times(LongAdder nanos, LongAdder judged) {}

  /**
   * The time of one rule.
   *
   * @param nanos in all threads together
   * @param judged how many subjects were held against one of its limits
   */
  public record Line(String rule, long nanos, long judged) {}

  @Override
  public void add(String rule, long nanos, long judged) {
    Times times = rules.computeIfAbsent(rule, id -> new Times(new LongAdder(), new LongAdder()));
    times.nanos.add(nanos);
    times.judged.add(judged);
  }

  /** The rules, that which took longest first. */
  public List<Line> lines() {
    return rules.entrySet().stream()
        .map(rule -> new Line(rule.getKey(), rule.getValue().nanos.sum(), rule.getValue().judged.sum()))
        .sorted(Comparator.comparingLong(Line::nanos).reversed().thenComparing(Line::rule))
        .toList();
  }
}
