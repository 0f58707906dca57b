package org.dudao.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.bench.Counties;
import org.dudao.cases.TestCase;
import org.dudao.engine.Cases;
import org.dudao.fact.Case;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.junit.jupiter.api.Test;

/** What has one key is alike for the rules, and what no limit tells apart has one key. */
class ScopeTest {
  private static final Planner LAW =
      new Planner(Shipped.RULES, Shipped.LIMITS, List.of(), List.of(), Map.of(), facts -> null, (profile, facts) -> null);

  @Test
  void facts_of_one_key_are_alike_for_every_limit_that_is_asked_of_them() throws Exception {
    Map<FactKind, List<Limit>> asked = new EnumMap<>(FactKind.class);
    for (FactKind kind : FactKind.values()) {
      asked.put(kind, Shipped.LIMITS.stream().filter(limit -> looksAt(limit, kind)).toList());
    }
    Map<Scope.Key, List<Truth>> first = new HashMap<>();
    int alike = 0;
    for (Facts facts : bureaus()) {
      for (Subject subject : facts.subjects().values().stream().flatMap(List::stream).toList()) {
        FactKind kind = FactKind.of(subject);
        if (LAW.scope(kind) != null) {
          List<Truth> applies = asked.get(kind).stream().map(limit -> limit.applies(subject)).toList();
          List<Truth> before = first.putIfAbsent(LAW.scope(kind).of(subject), applies);
          if (before != null) {
            assertThat(applies).as(subject.toString()).isEqualTo(before);
            alike++;
          }
        }
      }
    }
    assertThat(alike).isGreaterThan(first.size());
  }

  @Test
  void what_is_asked_of_petitions_does_not_divide_complaints_of_teachers() {
    Subject appeal = oneCase("\"kind\":\"TEACHER_APPEAL\"");
    Subject extendedAppeal = oneCase("\"kind\":\"TEACHER_APPEAL\",\"extended\":true");
    Subject petition = oneCase("\"kind\":\"PETITION\"");
    Subject extendedPetition = oneCase("\"kind\":\"PETITION\",\"extended\":true");

    assertThat(key(extendedAppeal)).isEqualTo(key(appeal)).isNotEqualTo(key(petition));
    assertThat(key(extendedPetition)).isNotEqualTo(key(petition));
  }

  private static boolean looksAt(Limit limit, FactKind kind) {
    return Shipped.RULES.rules().get(limit.rule()).types().contains(kind.type());
  }

  private static List<Facts> bureaus() throws Exception {
    Counties counties =
        new Counties(new Counties.Size(40, 400, 1_500), new Counties.Faults(100, 300), 7);
    return Stream.concat(
            Cases.all().stream().map(TestCase::facts),
            Stream.of(0, 1).map(number -> Shipped.facts(counties.line(number).getBytes(StandardCharsets.UTF_8))))
        .toList();
  }

  private static Scope.Key key(Subject one) {
    return LAW.scope(FactKind.CASE).of(one);
  }

  private static Subject oneCase(String properties) {
    String document =
        "{\"bureau\":{\"id\":\"b\",\"name\":\"某县教育局\",\"region\":\"CN\"},\"asOf\":\"2025-12-31\",\"cases\":[{\"id\":\"c\","
            + "\"received\":\"2025-03-01\"," + properties + "}]}";
    return Shipped.facts(document.getBytes(StandardCharsets.UTF_8)).of(Case.class).get(0);
  }
}
