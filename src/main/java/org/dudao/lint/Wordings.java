package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Value;

/** Cells of new rows that can be read, and say something else than people take them to say. */
final class Wordings implements LintPass {
  private static final Pattern BETWEEN_ITEMS = Pattern.compile("[\\s、，,/]+");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<String, Set<String>> items =
        before.limits().stream()
            .collect(
                Collectors.groupingBy(
                    Limit::rule, Collectors.flatMapping(limit -> items(limit).stream(), Collectors.toSet())));
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : Fresh.of(book, before)) {
      Set<String> known = items.getOrDefault(limit.rule(), Set.of());
      items(limit).stream().filter(item -> isJoined(item, known)).forEach(item ->
          warnings.add(Warning.of(Lint.ITEMS_JOINED, book.cell(limit, "value"), item, limit.rule())));
      if (limit.level() == Level.QUERY && !limit.isOfConsistency()) {
        warnings.add(Warning.of(Lint.LEVEL_QUERY, book.cell(limit, "level"), limit.id()));
      }
    }
    return warnings;
  }

  /** Whether several known items stand in it. */
  private static boolean isJoined(String item, Set<String> known) {
    String[] parts = BETWEEN_ITEMS.split(item);
    return parts.length > 1 && !known.contains(item) && Stream.of(parts).allMatch(known::contains);
  }

  private static List<String> items(Limit limit) {
    return limit.value() instanceof Value.Names names ? names.names() : List.of();
  }
}
