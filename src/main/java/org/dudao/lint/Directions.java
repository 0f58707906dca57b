package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.NearestName;
import org.dudao.fact.Text;
import org.dudao.report.Demand;

/**
 * New rules that go another way than their titles say, or than limits on the same measure do without a title that says
 * so; and rules whose names are one slip away from known ones.
 */
final class Directions implements LintPass {
  /** So many limits must go the other way, and so many times as many as go this way. */
  private static final int SOME = 5;
  private static final int FAR_MORE = 3;

  /** The ways in which a limit can go, each with the words of titles by which it is told. */
  private enum Direction {
    FLOOR("下限|不低于|不少于|不得少于|最低|最少|至少|以上", "least|minimum|floor|no fewer than|no less than|above|over"),
    CAP("上限|不超过|不得超过|不高于|最高|最多|至多|以下|以内", "most|maximum|cap|no more than|below|under"),
    SO(".", "."),
    NOT_SO("不|非|无|未|禁|没有", "no|not|never|without|ban|banned|free of");

    private final Pattern words;

    Direction(String chinese, String english) {
      this.words = Pattern.compile(chinese + "|(?i)\\b(" + english + ")\\b");
    }

    /** That of a demand; null of one that has none. */
    static Direction of(Demand demand) {
      return switch (demand) {
        case AT_LEAST, ABOVE -> FLOOR;
        case AT_MOST, BELOW -> CAP;
        case EQUAL -> SO;
        case DIFFERENT -> NOT_SO;
        default -> null;
      };
    }

    Direction opposite() {
      return switch (this) {
        case FLOOR -> CAP;
        case CAP -> FLOOR;
        case SO -> NOT_SO;
        case NOT_SO -> SO;
      };
    }

    boolean isToldIn(Text title) {
      return words.matcher(title.zh() + " " + title.en()).find();
    }
  }

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    Map<String, List<Limit>> limits = book.limits().stream().collect(Collectors.groupingBy(Limit::rule));
    Map<String, List<Limit>> known = before.limits().stream().collect(Collectors.groupingBy(Limit::rule));
    // What a limit defines for other rules may be told from either side.
    Set<String> defined =
        book.rules().values().stream()
            .flatMap(rule -> rule.limits().stream())
            .map(Rule.LimitReference::id)
            .collect(Collectors.toSet());
    for (DeclaredRule declared : book.declared().values()) {
      Rule rule = book.rules().get(declared.id());
      if (rule == null || before.declared().containsKey(rule.id())) {
        continue;
      }
      if (Slips.contradicts(declared.title(), rule.demand())) {
        warnings.add(
            Warning.of(
                Lint.AGAINST_TITLE, declared.origin(), declared.title().zh(), rule.id(), Slips.told(rule.demand())));
      } else {
        List<Limit> own = limits.getOrDefault(rule.id(), List.of());
        if (own.stream().noneMatch(limit -> limit.isOfConsistency() || defined.contains(limit.id()))) {
          unusual(declared, rule, own, before, known, warnings);
        }
      }
      before.declared().keySet().stream()
          .filter(id -> NearestName.isSlip(rule.id(), id) && !Slips.differInNumber(rule.id(), id))
          .findFirst()
          .ifPresent(id -> warnings.add(Warning.of(Lint.ID_NEAR, declared.origin(), rule.id(), id)));
    }
    return warnings;
  }

  private static void unusual(
      DeclaredRule declared, Rule rule, List<Limit> own, RuleBook before, Map<String, List<Limit>> known,
      List<Warning> warnings) {
    Direction direction = Direction.of(rule.demand());
    // A published figure may be anything.
    if (direction == null || rule.names().size() != 1 || rule.subject() == Indicator.class) {
      return;
    }
    long same = limits(rule, direction, before, known).count();
    List<Limit> others = limits(rule, direction.opposite(), before, known).toList();
    boolean isTold =
        Stream.concat(Stream.of(declared.title()), own.stream().map(Limit::title)).anyMatch(direction::isToldIn);
    if (others.size() >= SOME && others.size() > same * FAR_MORE && !isTold) {
      warnings.add(
          Warning.of(
              Lint.DIRECTION_UNUSUAL, declared.at(declared.declaration().sentence().relation()), rule.id(),
              Slips.told(rule.demand()), rule.names().get(0),
              Slips.told(before.rules().get(others.get(0).rule()).demand())));
    }
  }

  /** The limits of that edition that go so on what the rule measures. */
  private static Stream<Limit> limits(Rule rule, Direction direction, RuleBook before, Map<String, List<Limit>> known) {
    return before.rules().values().stream()
        .filter(other -> !other.id().equals(rule.id()) && other.subject() == rule.subject())
        .filter(other -> other.measured() == rule.measured() && other.names().equals(rule.names()))
        .filter(other -> Direction.of(other.demand()) == direction)
        .flatMap(other -> known.getOrDefault(other.id(), List.of()).stream())
        .filter(limit -> !limit.isOfConsistency());
  }
}
