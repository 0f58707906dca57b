package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;
import org.dudao.fact.NearestName;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** Names of new rows that are one slip away from known ones, and titles that say the opposite of the rule. */
final class Slips implements LintPass {
  private static final Pattern MOST =
      Pattern.compile("上限|不超过|不得超过|不高于|(?i)\\bat most\\b|\\bno more than\\b|\\bcap\\b");
  private static final Pattern LEAST =
      Pattern.compile("下限|不低于|不少于|不得少于|(?i)\\bat least\\b|\\bno fewer than\\b|\\bno less than\\b|\\bfloor\\b");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    Set<String> ids = before.limits().stream().map(Limit::id).collect(Collectors.toCollection(TreeSet::new));
    Map<String, Set<String>> items =
        before.limits().stream()
            .collect(
                Collectors.groupingBy(
                    Limit::rule, Collectors.flatMapping(limit -> items(limit).stream(), Collectors.toSet())));
    for (Limit limit : Fresh.of(book, before)) {
      if (!ids.contains(limit.id())) {
        ids.stream()
            .filter(id -> NearestName.isSlip(limit.id(), id) && !differInNumber(limit.id(), id))
            .findFirst()
            .ifPresent(id -> warnings.add(Warning.of(Lint.ID_NEAR, book.cell(limit, "id"), limit.id(), id)));
      }
      Set<String> known = items.getOrDefault(limit.rule(), Set.of());
      for (String item : items(limit)) {
        if (!known.contains(item)) {
          known.stream()
              .sorted()
              .filter(one -> NearestName.isSlip(item, one))
              .findFirst()
              .ifPresent(one ->
                  warnings.add(
                      Warning.of(Lint.ITEM_UNKNOWN, book.cell(limit, "value"), item, limit.rule(), one)));
        }
      }
      Rule rule = book.rules().get(limit.rule());
      if (rule != null && contradicts(limit.title(), rule.demand())) {
        warnings.add(
            Warning.of(
                Lint.AGAINST_TITLE, book.cell(limit, "title"), limit.title().zh(), rule.id(), told(rule.demand())));
      }
    }
    return warnings;
  }

  /** What is numbered is not misspelled. */
  static boolean differInNumber(String one, String other) {
    return one.replaceAll("\\d", "").equals(other.replaceAll("\\d", ""));
  }

  private static List<String> items(Limit limit) {
    return limit.value() instanceof Value.Names names ? names.names() : List.of();
  }

  /** As rules write it. */
  static String told(Demand demand) {
    return demand.word().orElse(demand.name());
  }

  /** Whether the title tells a cap of what is demanded at least, or a floor of what is at most. */
  static boolean contradicts(Text titles, Demand demand) {
    String title = titles.zh() + " " + titles.en();
    return switch (demand) {
      case AT_LEAST, ABOVE -> MOST.matcher(title).find() && !LEAST.matcher(title).find();
      case AT_MOST, BELOW -> LEAST.matcher(title).find() && !MOST.matcher(title).find();
      default -> false;
    };
  }
}
