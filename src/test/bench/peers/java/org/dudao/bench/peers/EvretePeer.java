package org.dudao.bench.peers;

import java.nio.file.Path;
import java.util.Set;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete with rules in Java: knowledge prepared once, and a stateless session for each county. */
final class EvretePeer implements Peer {
  private static final Set<String> ALL_STAGES = Set.of("PRIMARY", "JUNIOR", "SENIOR");

  @Override
  public void judge(Path counties, Violations violations) {
    KnowledgeService service = new KnowledgeService();
    RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
    cap(rules, "class-size.primary.design", Set.of("PRIMARY"), 45, violations);
    cap(rules, "class-size.junior.design", Set.of("JUNIOR"), 50, violations);
    cap(rules, "class-size.senior.design", Set.of("SENIOR"), 50, violations);
    cap(rules, "class-size.large", ALL_STAGES, 55, violations);
    cap(rules, "class-size.super-large", ALL_STAGES, 65, violations);
    ratio(rules, "staffing.primary.unified", Set.of("211", "218", "219", "312", "345"), 19, violations);
    ratio(rules, "staffing.junior.unified", Set.of("311", "319", "321", "329", "341"), 13.5, violations);
    ratio(rules, "staffing.senior.unified", Set.of("342", "349"), 12.5, violations);
    Knowledge knowledge = rules.build();
    CountyReader.read(counties, county -> {
      StatelessSession session = knowledge.newStatelessSession();
      session.insert(county.classes());
      session.insert(county.schools());
      session.fire();
    });
    service.shutdown();
  }

  private static void cap(
      RuleSetBuilder<Knowledge> rules, String standard, Set<String> stages, int atMost, Violations violations) {
    ValuesPredicate inStage = values -> stages.contains(values.<String>get(0));
    ValuesPredicate aboveCap = values -> values.get(0) != null && values.<Integer>get(0) > atMost;
    rules.newRule(standard)
        .forEach("$class", SchoolClass.class)
        .where(inStage, "$class.stage")
        .where(aboveCap, "$class.students")
        .execute(context -> violations.add(standard, context.<SchoolClass>get("$class")));
  }

  private static void ratio(
      RuleSetBuilder<Knowledge> rules, String standard, Set<String> types, double atMost, Violations violations) {
    ValuesPredicate ofType = values -> types.contains(values.<String>get(0));
    ValuesPredicate aboveRatio = values ->
        values.get(0) != null && values.get(1) != null && values.<Integer>get(0) > atMost * values.<Integer>get(1);
    rules.newRule(standard)
        .forEach("$school", School.class)
        .where(ofType, "$school.type")
        .where(aboveRatio, "$school.students", "$school.staff")
        .execute(context -> violations.add(standard, context.<School>get("$school")));
  }
}
