package org.dudao.engine;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.dudao.fact.Codes;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieContainer;

/** Rule files read, refused where they break the house's grammar, and compiled; immutable, and may be shared by threads. */
public final class RuleBook {
  /** Drools keeps one default release id a process: two compilations at once would see each other's files. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Map<String, Rule> rules;
  private final KieContainer container;

  private RuleBook(Map<String, Rule> rules, KieContainer container) {
    this.rules = rules;
    this.container = container;
  }

  /**
   * Reads and compiles.
   *
   * @throws InputException with every fault of every file
   */
  public static RuleBook of(List<Source> sources, Codes codes) throws InputException {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Rule> rules = new TreeMap<>();
    for (Source source : sources) {
      try {
        String text = source.utf8();
        texts.put(source.path(), text);
        String topic = source.fileName().replace(".drl", "");
        for (Rule rule : new RuleParser(codes, source.name(), topic).parse(text, problems)) {
          Rule other = rules.putIfAbsent(rule.id(), rule);
          if (other != null) {
            problems.add(
                new Problem("rule-twice", List.of(rule.id(), other.origin().toString()), rule.origin()));
          }
        }
      } catch (CharacterCodingException e) {
        problems.add(new Problem("not-utf8", List.of(), Origin.of(source.name())));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new RuleBook(rules, compiled(texts));
  }

  /** The rules by id. */
  Map<String, Rule> rules() {
    return rules;
  }

  KieBase kieBase() {
    return container.getKieBase();
  }

  /** A base of its own, from which rules may be taken away. */
  KieBase newKieBase() {
    return container.newKieBase(null);
  }

  private static KieContainer compiled(Map<String, String> texts) throws InputException {
    synchronized (ONE_AT_A_TIME) {
      KieServices services = KieServices.get();
      KieFileSystem files = services.newKieFileSystem();
      // The engine would read bytes in the platform's charset, and silently miss what is written in Chinese.
      texts.forEach(
          (path, text) ->
              files.write(
                  services
                      .getResources()
                      .newByteArrayResource(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "UTF-8")
                      .setResourceType(ResourceType.DRL)
                      .setSourcePath("src/main/resources/dudao/" + path.replace('/', '_'))));
      KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
      List<Problem> problems =
          builder.getResults().getMessages(Message.Level.ERROR).stream()
              .map(message -> new Problem("rule-compile", List.of(message.getText()), Origin.of(message.getPath() == null ? "rules" : message.getPath())))
              .toList();
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
      return services.newKieContainer(builder.getKieModule().getReleaseId());
    }
  }
}
