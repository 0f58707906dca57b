package org.dudao.lint;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Coded;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;

/** Whether a scope lets in only facts of codes that it names. */
final class CodedScope {
  private CodedScope() {}

  /** The components of facts of that type that bear a code. */
  static List<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(Coded.class))
        .map(RecordComponent::getName)
        .toList();
  }

  /** Whether every fact that the limit reaches bears one of the codes of that component which its scope names. */
  static boolean names(Limit limit, String component, Rule rule) {
    List<Condition> words =
        limit.scope().leaves()
            .filter(leaf -> leaf instanceof Condition.Word && leaf.isToldBy(rule.subject())
                && leaf.components(rule.subject()).contains(component))
            .map(leaf -> (Condition) leaf)
            .toList();
    return !words.isEmpty()
        && !ScopeReach.isPossible(rule, limit.scope(), new Condition.Not(new Condition.Any(words)));
  }
}
