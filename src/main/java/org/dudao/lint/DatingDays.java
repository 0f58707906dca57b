package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;

/** New rows of which the law is chosen by another day than that of the limits beside them. */
final class DatingDays implements LintPass {
  /** Fewer limits tell nothing, but that there is such a day. */
  private static final int ENOUGH = 3;
  private static final int MOST_IN_HUNDRED = 90;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<String, List<Limit>> byRule = before.limits().stream().collect(Collectors.groupingBy(Limit::rule));
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      Rule rule = book.rules().get(limit.rule());
      List<Limit> others = byRule.getOrDefault(limit.rule(), List.of());
      String first = rule != null && rule.measured() == Rule.Measured.PERIOD ? rule.names().get(0) : null;
      Optional<String> usual = others.isEmpty() ? Optional.ofNullable(first) : usual(limit, others);
      usual
          .filter(day -> !day.equals(limit.datedBy()) && !limit.datedBy().equals(first))
          .filter(day -> first != null || isForOtherDays(limit))
          .ifPresent(day ->
              warnings.add(
                  Warning.of(
                      Lint.DATED_OTHERWISE, book.cell(limit, "dated_by"), limit.id(), told(limit.datedBy()),
                      told(day))));
    }
    return warnings;
  }

  /** Whether it names another day, or holds at all times; what holds from a day on may hold for all from then on. */
  private static boolean isForOtherDays(Limit limit) {
    return !limit.datedBy().isEmpty() || limit.from() == null;
  }

  /** The day by which nearly all are dated. */
  private static Optional<String> usual(Limit limit, List<Limit> others) {
    return others.stream()
        .collect(Collectors.groupingBy(Limit::datedBy, Collectors.counting()))
        .entrySet().stream()
        .filter(day -> day.getValue() * 100 >= others.size() * MOST_IN_HUNDRED)
        .filter(day -> others.size() >= ENOUGH || limit.datedBy().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String told(String day) {
    return day.isEmpty() ? "-" : day;
  }
}
