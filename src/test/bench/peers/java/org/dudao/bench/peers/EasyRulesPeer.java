package org.dudao.bench.peers;

import java.nio.file.Path;
import java.util.Set;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules with its fluent rules: two sets of rules, fired for each class and each school. */
final class EasyRulesPeer implements Peer {
  private static final Set<String> ALL_STAGES = Set.of("PRIMARY", "JUNIOR", "SENIOR");
  private static final String SUBJECT = "subject";

  @Override
  public void judge(Path counties, Violations violations) {
    Rules classRules =
        new Rules(
            cap("class-size.primary.design", Set.of("PRIMARY"), 45, violations),
            cap("class-size.junior.design", Set.of("JUNIOR"), 50, violations),
            cap("class-size.senior.design", Set.of("SENIOR"), 50, violations),
            cap("class-size.large", ALL_STAGES, 55, violations),
            cap("class-size.super-large", ALL_STAGES, 65, violations));
    Rules schoolRules =
        new Rules(
            ratio("staffing.primary.unified", Set.of("211", "218", "219", "312", "345"), 19, violations),
            ratio("staffing.junior.unified", Set.of("311", "319", "321", "329", "341"), 13.5, violations),
            ratio("staffing.senior.unified", Set.of("342", "349"), 12.5, violations));
    RulesEngine engine = new DefaultRulesEngine();
    CountyReader.read(counties, county -> {
      county.classes().forEach(one -> engine.fire(classRules, facts(one)));
      county.schools().forEach(one -> engine.fire(schoolRules, facts(one)));
    });
  }

  private static Rule cap(String standard, Set<String> stages, int atMost, Violations violations) {
    return new RuleBuilder()
        .name(standard)
        .when(facts -> {
          SchoolClass one = facts.get(SUBJECT);
          return stages.contains(one.stage()) && one.students() != null && one.students() > atMost;
        })
        .then(facts -> violations.add(standard, facts.<SchoolClass>get(SUBJECT)))
        .build();
  }

  private static Rule ratio(String standard, Set<String> types, double atMost, Violations violations) {
    return new RuleBuilder()
        .name(standard)
        .when(facts -> {
          School one = facts.get(SUBJECT);
          return types.contains(one.type())
              && one.students() != null && one.staff() != null && one.students() > atMost * one.staff();
        })
        .then(facts -> violations.add(standard, facts.<School>get(SUBJECT)))
        .build();
  }

  private static Facts facts(Object subject) {
    Facts facts = new Facts();
    facts.put(SUBJECT, subject);
    return facts;
  }
}
