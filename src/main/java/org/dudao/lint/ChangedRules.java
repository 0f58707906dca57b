package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.Origin;

/** What rules of the edition before say otherwise now. What people call them, and comments, may change. */
final class ChangedRules implements LintPass {
  private static final String NOTHING = "-";

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    before.declared().forEach((id, old) -> {
      DeclaredRule rule = book.declared().get(id);
      if (rule == null) {
        Origin file = book.formerly(before, old.file());
        if (!book.isFaulty(file)) {
          warnings.add(Warning.of(Lint.RULE_GONE, file, id));
        }
      } else {
        List<String> then = old.declaration().meaning();
        List<String> now = rule.declaration().meaning();
        for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
          String was = i < then.size() ? then.get(i) : NOTHING;
          String is = i < now.size() ? now.get(i) : NOTHING;
          if (!was.equals(is)) {
            warnings.add(Warning.of(Lint.RULE_CHANGED, rule.origin(), id, was, is));
            break;
          }
        }
      }
    });
    return warnings;
  }
}
