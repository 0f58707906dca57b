package org.dudao.engine.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dudao.engine.drl.AccumulatePattern;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Operand;
import org.dudao.engine.drl.Pattern;
import org.dudao.fact.Stage;
import org.dudao.fact.Truth;

/** Of which stages the classes may be that a rule collects: the others need not have been submitted. */
final class CollectedStages {
  private static final String STAGE = "stage";

  private CollectedStages() {}

  /** All stages where none is told apart. */
  static Set<Stage> of(List<ConditionalElement> conditions) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    for (ConditionalElement element : conditions) {
      if (element instanceof CollectPattern || element instanceof AccumulatePattern) {
        for (Stage stage : Stage.values()) {
          if (mayMeet(element.pattern(), stage)) {
            stages.add(stage);
          }
        }
      }
    }
    return stages;
  }

  private static boolean mayMeet(Pattern pattern, Stage stage) {
    return pattern.constraints().stream().allMatch(constraint -> isMet(constraint, stage) != Truth.NO);
  }

  private static Truth isMet(Constraint constraint, Stage stage) {
    if (constraint instanceof Constraint.Conjunction conjunction) {
      return conjunction.parts().stream().map(part -> isMet(part, stage)).reduce(Truth.YES, Truth::and);
    }
    if (constraint instanceof Constraint.Disjunction disjunction) {
      return disjunction.parts().stream().map(part -> isMet(part, stage)).reduce(Truth.NO, Truth::or);
    }
    if (!(constraint instanceof Constraint.Equality equality)) {
      return Truth.UNKNOWN;
    }
    Operand named = isStage(equality.left()) ? equality.right() : equality.left();
    boolean isOfStage = isStage(equality.left()) || isStage(equality.right());
    if (!isOfStage || !named.first().is(Stage.class.getSimpleName()) || named.member() == null) {
      return Truth.UNKNOWN;
    }
    return Truth.of(named.member().is(stage.name()) == equality.operator().is("=="));
  }

  private static boolean isStage(Operand operand) {
    return operand.first().is(STAGE) && operand.member() == null;
  }
}
