package org.dudao.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.Satisfiability;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Stage;
import org.dudao.fact.Text;
import org.dudao.fact.Words;

/** Titles of new and changed rows that speak of others than the row is for. */
final class Titles implements LintPass {
  /** Shorter words stand in many titles. */
  private static final int LEAST_LETTERS = 4;

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<NormVersion, Limit> then = NormVersion.all(before.limits());
    Map<String, Condition.Word> words = Condition.Word.all(book.codes());
    Map<String, List<Limit>> byTitle = before.limits().stream().collect(Collectors.groupingBy(one -> one.title().zh()));
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : book.limits()) {
      Limit old = then.get(NormVersion.of(limit));
      Rule rule = book.rules().get(limit.rule());
      if (rule == null || old != null && old.scope().equals(limit.scope()) && old.title().equals(limit.title())) {
        continue;
      }
      stage(limit, rule, words, book, warnings);
      code(limit, book, warnings);
      if (old == null) {
        ofAnother(limit, byTitle.getOrDefault(limit.title().zh(), List.of()), rule, book, warnings);
      }
    }
    return warnings;
  }

  private static void stage(
      Limit limit, Rule rule, Map<String, Condition.Word> words, RuleBook book, List<Warning> warnings) {
    Text title = limit.title();
    Set<Stage> told = StageWords.ofTitle(title.zh());
    Set<Stage> toldInEnglish = StageWords.ofTitle(title.en());
    if (!told.isEmpty() && !toldInEnglish.isEmpty() && told.stream().noneMatch(toldInEnglish::contains)) {
      warnings.add(
          Warning.of(
              Lint.STAGE_OF_TITLE, book.cell(limit, "title_en"), title.en(), StageWords.told(toldInEnglish),
              StageWords.told(told)));
      return;
    }
    told = told.isEmpty() ? toldInEnglish : told;
    Set<Stage> own = told.isEmpty() ? Set.of() : stages(limit, rule, words, book);
    boolean isForOthers = !own.isEmpty() && told.stream().noneMatch(own::contains);
    boolean isForAll =
        told.equals(StageWords.ofTitle(title.zh())) && namesNobody(limit.scope()) && !told.containsAll(own);
    if (isForOthers || isForAll) {
      warnings.add(
          Warning.of(
              Lint.STAGE_OF_TITLE, book.cell(limit, "title"), title.zh(), StageWords.told(told),
              StageWords.told(own)));
    }
  }

  /** The stages that facts may be of for which the row is; none where that cannot be told. */
  private static Set<Stage> stages(Limit limit, Rule rule, Map<String, Condition.Word> words, RuleBook book) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    stages.addAll(book.declared().get(rule.id()).stages());
    if (!stages.isEmpty()) {
      return stages;
    }
    boolean isAskable =
        words.get(Words.of(Stage.PRIMARY)).canBeAskedOf(rule.subject())
            && limit.scope().leaves().allMatch(leaf -> leaf.canBeAskedOf(rule.subject()));
    if (!isAskable) {
      return rule.stages().size() < Stage.values().length ? rule.stages() : Set.of();
    }
    for (Stage stage : Stage.values()) {
      Condition.Word word = words.get(Words.of(stage));
      if (Satisfiability.isPossible(new Condition.All(List.of(limit.scope(), word)), rule.subject())) {
        stages.add(stage);
      }
    }
    return stages;
  }

  /** Whether it is for all, or only says for whom it is not. */
  private static boolean namesNobody(Condition scope) {
    return scope instanceof Condition.Not
        || scope instanceof Condition.All all && all.parts().stream().allMatch(Titles::namesNobody);
  }

  /** A new row bears the title of another norm, which its rule holds against the same facts. */
  private static void ofAnother(Limit limit, List<Limit> bearers, Rule rule, RuleBook book, List<Warning> warnings) {
    if (bearers.stream().anyMatch(one -> one.id().equals(limit.id()))) {
      return;
    }
    bearers.stream()
        .filter(one -> one.region().equals(limit.region()) && !Slips.differInNumber(one.id(), limit.id()))
        .filter(one -> one.rule().equals(limit.rule()) && ScopeReach.meet(one, limit, rule))
        .findFirst()
        .ifPresent(one ->
            warnings.add(
                Warning.of(Lint.TITLE_OF_ANOTHER, book.cell(limit, "title"), limit.title().zh(), one.id())));
  }

  /** The title names what another code of a list stands for than that of the scope. */
  private static void code(Limit limit, RuleBook book, List<Warning> warnings) {
    String title = limit.title().zh();
    Set<String> words = limit.scope().leaves().map(Condition.Leaf::name).collect(Collectors.toSet());
    book.codes().lists().values().forEach(list -> {
      List<String> own =
          list.entrySet().stream()
              .filter(code -> words.contains(Words.ofConstant(code.getKey())))
              .map(code -> plain(code.getValue()))
              .toList();
      if (own.isEmpty() || own.stream().anyMatch(title::contains)) {
        return;
      }
      list.entrySet().stream()
          .filter(code -> plain(code.getValue()).length() >= LEAST_LETTERS && title.contains(plain(code.getValue())))
          .filter(code -> own.stream().noneMatch(one -> one.contains(plain(code.getValue()))))
          .max(Comparator.comparing(code -> plain(code.getValue()).length()))
          .ifPresent(code ->
              warnings.add(
                  Warning.of(
                      Lint.TITLE_OF_ANOTHER, book.cell(limit, "title"), code.getValue().zh(),
                      Words.ofConstant(code.getKey()))));
    });
  }

  /** Without what stands in brackets at its end. */
  private static String plain(Text title) {
    return title.zh().replaceAll("[(（].*", "");
  }
}
