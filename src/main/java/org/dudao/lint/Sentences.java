package org.dudao.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drl.CallArgument;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Token;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Limit;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.Stage;
import org.dudao.fact.Value;

/** Sentences that measure something else than their limits, or the limits that they hand over, are about. */
final class Sentences implements LintPass {
  private static final int WEIGHTS = 2;
  /** Calls that sort facts by a limit, which says who is one of those that are counted. */
  private static final Set<String> SORTING = Set.of("share", "count", "breaking");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    MeasuredUnits units = new MeasuredUnits(before);
    Map<String, List<Limit>> byRule = book.limits().stream().collect(Collectors.groupingBy(Limit::rule));
    for (DeclaredRule declared : book.declared().values()) {
      Rule rule = book.rules().get(declared.id());
      if (rule == null) {
        continue;
      }
      List<Limit> limits = byRule.getOrDefault(rule.id(), List.of());
      if (!declared.isAsIn(before)) {
        MeasuredUnits.Units told = units.of(declared, rule);
        limits.forEach(limit -> unit(limit, told, declared, book, warnings));
      }
      List<Stage> stages = declared.stages();
      if (!stages.isEmpty()) {
        limits.forEach(limit -> stage(limit, stages, book, warnings));
        handed(declared, stages, book, warnings);
      }
      switch (declared.counting().verb().text()) {
        case "met" -> limits.forEach(limit -> met(limit, declared, book, warnings));
        case "variation" -> varied(declared, book, warnings);
        default -> {
          if (SORTING.contains(declared.counting().verb().text())) {
            sorted(declared, rule, book, warnings);
          }
        }
      }
    }
    return warnings;
  }

  private static void unit(
      Limit limit, MeasuredUnits.Units told, DeclaredRule declared, RuleBook book, List<Warning> warnings) {
    boolean isFigure =
        limit.value() instanceof Value.Number || limit.value() instanceof Value.Range
            || limit.value() instanceof Value.Field;
    if (isFigure && told.contradict(limit.unit())) {
      warnings.add(
          Warning.of(
              Lint.UNIT_OF_SENTENCE, book.cell(limit, "unit"), limit.unit(),
              "check." + declared.counting().verb().text(),
              String.join(", ", new TreeSet<>(told.told()))));
    }
  }

  /** The limit is for other stages than the sentence measures, or names a figure of another one. */
  private static void stage(Limit limit, List<Stage> stages, RuleBook book, List<Warning> warnings) {
    Set<Stage> own = StageWords.of(limit.scope());
    if (!own.isEmpty() && own.stream().noneMatch(stages::contains)) {
      warnings.add(ofStage(limit, "applies_to", stages, own, book));
    }
    if (limit.value() instanceof Value.Field field) {
      Set<Stage> figure = StageWords.ofMeasure(field.measure());
      if (!figure.isEmpty() && figure.stream().noneMatch(stages::contains)) {
        warnings.add(ofStage(limit, "value", stages, figure, book));
      }
    }
  }

  private static Warning ofStage(Limit limit, String column, List<Stage> stages, Set<Stage> own, RuleBook book) {
    return Warning.of(
        Lint.STAGE_OF_SENTENCE, book.cell(limit, column), limit.id(), StageWords.told(own), StageWords.told(stages));
  }

  /** Limits that the sentence hands over are about other stages than it names. */
  private static void handed(DeclaredRule declared, List<Stage> stages, RuleBook book, List<Warning> warnings) {
    for (String id : declared.limitsHanded()) {
      Set<Stage> own = stagesOf(id, book);
      if (!own.isEmpty() && own.stream().noneMatch(stages::contains)) {
        warnings.add(
            Warning.of(
                Lint.STAGE_OF_SENTENCE, declared.at(declared.counting().verb()), id, StageWords.told(own),
                StageWords.told(stages)));
      }
    }
  }

  /** The stages that a limit is about, by the sentence of its rule or by its scope; none where neither tells. */
  private static Set<Stage> stagesOf(String id, RuleBook book) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (Limit limit : limitsOf(id, book)) {
      DeclaredRule rule = book.declared().get(limit.rule());
      List<Stage> named = rule == null ? List.of() : rule.stages();
      stages.addAll(named.isEmpty() ? StageWords.of(limit.scope()) : named);
    }
    return stages;
  }

  private static List<Limit> limitsOf(String id, RuleBook book) {
    return book.limits().stream().filter(limit -> limit.id().equals(id)).toList();
  }

  /** Nobody keeps more limits than there are. */
  private static void met(Limit limit, DeclaredRule declared, RuleBook book, List<Warning> warnings) {
    int there = declared.limitsHanded().size() - WEIGHTS;
    if (limit.value() instanceof Value.Number number && number.quantity().compareTo(Quantity.of(there)) > 0) {
      warnings.add(
          Warning.of(Lint.MORE_THAN_THERE_ARE, book.cell(limit, "value"), limit.id(), limit.valueText(), there));
    }
  }

  /** The schools are those of a limit that is about one of the measures, and are collected by it. */
  private static void varied(DeclaredRule declared, RuleBook book, List<Warning> warnings) {
    String scope = declared.counting().arguments().get(1).first().text();
    CollectPattern collecting = declared.collecting();
    bearing(collecting).filter(by -> !by.is(scope)).forEach(by ->
        warnings.add(
            Warning.of(
                Lint.COLLECTED_BY_ANOTHER, declared.at(by), by.text() + ".bearsOn( this )", scope, declared.id())));
    String id = declared.namedLimits().get(scope);
    List<String> measures =
        declared.counting().arguments().stream()
            .map(CallArgument::first)
            .filter(first -> first.is(Token.Kind.STRING))
            .map(Token::text)
            .toList();
    definingRules(id, book)
        .filter(rule -> rule.measured() == Rule.Measured.PER_STUDENT || rule.measured() == Rule.Measured.PER_HUNDRED)
        .filter(rule -> rule.subject() == School.class && rule.names().stream().noneMatch(measures::contains))
        .findFirst()
        .ifPresent(rule -> warnings.add(ofMeasure(declared, measures, id, rule)));
  }

  private static Stream<Token> bearing(CollectPattern collecting) {
    return collecting == null
        ? Stream.of()
        : collecting.pattern().leaves()
            .flatMap(leaf -> leaf instanceof Constraint.BearsOnThis bears ? Stream.of(bears.limit()) : Stream.of());
  }

  private static Stream<Rule> definingRules(String id, RuleBook book) {
    return limitsOf(id, book).stream()
        .map(Limit::rule)
        .distinct()
        .flatMap(rule -> Stream.ofNullable(book.rules().get(rule)));
  }

  private static Warning ofMeasure(DeclaredRule declared, List<String> measures, String id, Rule rule) {
    return Warning.of(
        Lint.MEASURE_OF_ANOTHER, declared.at(declared.counting().verb()), String.join(", ", measures), id,
        String.join(", ", rule.names()));
  }

  /** Facts are sorted by a limit on the same measure, which is for all of them. */
  private static void sorted(DeclaredRule declared, Rule rule, RuleBook book, List<Warning> warnings) {
    List<CallArgument> arguments = declared.counting().arguments();
    String measure = arguments.get(1).first().text();
    String id = declared.namedLimits().get(arguments.get(2).first().text());
    definingRules(id, book)
        .filter(one -> one.subject() != declared.collected() || !one.names().equals(List.of(measure)))
        .findFirst()
        .ifPresent(one -> warnings.add(ofMeasure(declared, List.of(measure), id, one)));
    boolean isChosen = !rule.stages().isEmpty() && rule.stages().size() < Stage.values().length;
    Set<Stage> defined = stagesOf(id, book);
    Set<Stage> others = EnumSet.noneOf(Stage.class);
    rule.stages().stream().filter(stage -> !defined.contains(stage)).forEach(others::add);
    if (isChosen && !defined.isEmpty() && !others.isEmpty()) {
      warnings.add(
          Warning.of(
              Lint.COLLECTED_BY_ANOTHER, declared.at(declared.counting().verb()), StageWords.told(others), id,
              declared.id()));
    }
  }
}
