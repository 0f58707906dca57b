package org.dudao.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.cases.Silence;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;

/**
 * Standards that say nothing any more of the facts of the shipped cases: whatever the slip was, somebody is not judged
 * who was. Who is freed by a row that says so is meant to be.
 */
final class SilentStandards implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    if (book.checker() == null) {
      return List.of();
    }
    Set<String> ids = touched(book, before);
    book.rows().stream().filter(row -> !row.effect().isLimit()).forEach(row -> ids.remove(row.id()));
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Limit>> now = byId(book.limits());
    List<Warning> warnings = new ArrayList<>();
    for (Silence silence : Silence.between(before.checker(), book.checker(), before.samples(), ids)) {
      List<Limit> limits = now.getOrDefault(silence.standard(), List.of());
      if (limits.isEmpty() || !silence.isWhole() && limits.stream().anyMatch(limit -> isSigned(limit, before))) {
        // That a row is gone is told of the row; and who compared it with its document may have narrowed it.
        continue;
      }
      Origin at = book.cell(limits.get(0), "id");
      warnings.add(
          Warning.of(
              Lint.STANDARD_SILENT, at, silence.standard(), silence.judged(), silence.lost().size(),
              silence.lost().get(0).name()));
    }
    return warnings;
  }

  /** The ids of limits that say something else, of which the rule does, or of which the rule names such a one. */
  private static Set<String> touched(RuleBook book, RuleBook before) {
    Set<String> rules = new HashSet<>();
    book.declared().forEach((id, rule) -> {
      if (before.declared().containsKey(id) && !rule.isAsIn(before)) {
        rules.add(id);
      }
    });
    Map<String, List<Limit>> now = byId(book.limits());
    Set<String> ids = new TreeSet<>();
    byId(before.limits()).forEach((id, limits) -> {
      if (!said(limits).equals(said(now.getOrDefault(id, List.of())))) {
        ids.add(id);
      }
    });
    int found = -1;
    while (found != ids.size()) {
      found = ids.size();
      book.rules().values().stream()
          .filter(rule -> rule.limits().stream().anyMatch(named -> ids.contains(named.id())))
          .forEach(rule -> rules.add(rule.id()));
      book.limits().stream().filter(limit -> rules.contains(limit.rule())).forEach(limit -> ids.add(limit.id()));
    }
    return ids;
  }

  /** All that decides what limits of one id demand of whom, where and when. */
  private static Set<List<Object>> said(List<Limit> limits) {
    return limits.stream()
        .map(limit ->
            List.<Object>of(
                limit.region(), String.valueOf(limit.territory()), limit.scope(), limit.decisiveCells()))
        .collect(Collectors.toSet());
  }

  private static Map<String, List<Limit>> byId(List<Limit> limits) {
    return limits.stream().collect(Collectors.groupingBy(Limit::id));
  }

  /** Whether somebody compared that row of an edition with its document since the edition before. */
  private static boolean isSigned(Limit limit, RuleBook before) {
    return limit.effect() == Effect.ADDS
        && before.limits().stream()
            .anyMatch(old -> NormVersion.of(old).equals(NormVersion.of(limit)) && Signed.since(old, limit));
  }
}
