package org.dudao.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools as its guide shows it: rules with their conditions, compiled at the start, and a session for each school. */
final class DroolsPeer implements Peer {
  @Override
  public void judge(Path counties, Violations violations) throws IOException {
    KieBase rules = compiled(Files.readString(RULES.resolve("drools.drl")));
    CountyReader.read(counties, county -> bySchool(county).forEach(facts -> fire(rules, facts, violations)));
  }

  private static KieBase compiled(String rules) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem().write("src/main/resources/peers/drools.drl", rules);
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }

  /** Each school and its classes. */
  private static Iterable<List<Object>> bySchool(County county) {
    Map<String, List<Object>> facts = new LinkedHashMap<>();
    county.schools().forEach(school -> facts.computeIfAbsent(school.id(), id -> new ArrayList<>()).add(school));
    county.classes().forEach(one -> facts.computeIfAbsent(one.school(), id -> new ArrayList<>()).add(one));
    return facts.values();
  }

  private static void fire(KieBase rules, List<Object> facts, Violations violations) {
    KieSession session = rules.newKieSession();
    try {
      session.setGlobal("violations", violations);
      facts.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }
}
